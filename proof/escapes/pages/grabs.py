"""Taking hold of the screen, the pointer, the keyboard or a device, and windows that are not the kiosk's."""

from __future__ import annotations

from typing import Any

from proof.escapes.pages.page_technique import PageTechnique
from proof.escapes.technique import Way

GRANTS = "page-gets-permissions"
"""Weakness: a browser that says yes to every wish."""
WINDOWS = "page-gets-windows"
"""Weakness: a browser where a new window is a window."""
DIALOGS = "page-gets-dialogs"
"""Weakness: the toolkit's own dialogs."""
FULL = "page-gets-the-screen"
"""Weakness: a page may fill the screen, over the shell."""


def _grab(name: str, title: str, js: str, weakness: str, *shows: Way, **more: Any) -> PageTechnique:
    return PageTechnique(
        id=f"PG-{name}",
        title=title,
        tries="hold what is not the page's: screen, pointer, keyboard, a device, a window",
        family="page: grabs",
        js=js,
        shows=shows,
        weakness=weakness,
        **more,
    )


def _asks(name: str, title: str, work: str, **more: Any) -> PageTechnique:
    return _grab(f"ASK-{name}", title, f"await soon(async () => {{ {work} }});", GRANTS, Way.TOLD, **more)


def _picks(name: str, title: str, kind: str, **more: Any) -> PageTechnique:
    js = f"const field = put('input', {{type: '{kind}', style: 'position:fixed;top:40%;left:40%'}}); field.showPicker(); await sleep(600);"
    return _grab(f"PICK-{name}", title, js, DIALOGS, Way.WINDOW, by="click", **more)


_FULL = (
    _grab("FULL-SCREEN", "a page that fills the screen", "await soon(() => document.documentElement.requestFullscreen().then(() => won('full screen')));await sleep(300);", FULL, Way.FRONT, Way.TOLD, by="click", short=True),
    _grab("FULL-SCREEN-VIDEO", "a film that fills the screen", "const film = put('video', {}); await soon(() => (film.webkitEnterFullscreen ? film.webkitEnterFullscreen() : 0, film.requestFullscreen().then(() => won('full screen'))));await sleep(300);", FULL, Way.FRONT, Way.TOLD, by="click"),
    _grab("FULL-SCREEN-FRAME", "a frame of another site that fills the screen", "put('iframe', {allow: 'fullscreen', allowFullscreen: true, style: 'position:fixed;inset:0;width:100%;height:100%', src: FRIEND + '/words?body=' + encodeURIComponent(`<script>onclick = () => document.documentElement.requestFullscreen().then(() => fetch('${HOME}/tell', {method: 'POST', mode: 'no-cors', body: JSON.stringify({kind: 'won', technique: '${ID}', turn: ${TURN}, how: 'full screen in a frame'})}))<\\/script>`)}); await sleep(300);", FULL, Way.FRONT, Way.TOLD, then="click", lasts=0.8),
)  # fmt: skip

_PERMISSIONS = (
    _asks("CAMERA", "the camera", "await navigator.mediaDevices.getUserMedia({video: true}); won('camera');", short=True),
    _asks("MICROPHONE", "the microphone", "await navigator.mediaDevices.getUserMedia({audio: true}); won('microphone');"),
    _asks("PLACE", "where the post is", "await new Promise((done) => navigator.geolocation.getCurrentPosition(() => done(won('place')), (e) => done(e.code === 1 || won('the question was let through')), {timeout: 900}));"),
    _asks("NOTICES", "notices on the screen", "if (await Notification.requestPermission() === 'granted') { won('notices'); new Notification('dehors'); }", by="click"),
    _asks("CLIPBOARD", "what the person copied", "const text = await navigator.clipboard.readText(); won('clipboard read');", by="click"),
    _asks("FONTS", "the machine's fonts", "if ((await queryLocalFonts()).length) won('fonts');", by="click"),
    _asks("POINTER", "the pointer, for itself alone", "document.body.requestPointerLock(); await new Promise((done) => document.addEventListener('pointerlockchange', done)); if (document.pointerLockElement) won('pointer');", by="click", short=True),
    _asks("PROTOCOL", "addresses of programs, for itself", "for (const scheme of ['mailto', 'web+dehors']) navigator.registerProtocolHandler(scheme, HOME + '/words?handled=1&x=%s'); await sleep(400); for (const address of ['mailto:a@b.fr', 'web+dehors:x']) { put('iframe', {src: address}); await sleep(200); }", by="click", lasts=0.5),
    _asks("KEYBOARD", "every key, for itself alone", "await document.documentElement.requestFullscreen(); await navigator.keyboard.lock(); won('keyboard lock in full screen');", by="click"),
)  # fmt: skip

_REFUSED_BY_ALL = (
    _grab("ASK-SCREEN", "a film of the screen", "await soon(async () => { await navigator.mediaDevices.getDisplayMedia({video: true}); won('screen'); });", "page-gets-the-picture", Way.TOLD, by="click"),
    _grab("ASK-FOLDER", "a folder of the machine", "await soon(async () => { const folder = await showDirectoryPicker(); won('folder ' + folder.name); }, 1200);", "page-gets-files", Way.TOLD, Way.WINDOW, by="click", asks=True),
    _grab("ASK-FILE", "a file of the machine, to read", "await soon(async () => { const [file] = await showOpenFilePicker(); won('file ' + file.name); }, 1200);", "page-gets-files", Way.TOLD, Way.WINDOW, by="click", asks=True),
    _grab("ASK-SAVE", "a file of the machine, to write", "await soon(async () => { const file = await showSaveFilePicker({suggestedName: 'dehors.txt'}); const out = await file.createWritable(); await out.write('dehors'); await out.close(); won('wrote a file'); }, 1200);", "page-gets-files", Way.TOLD, Way.WINDOW, Way.FILE, by="click", asks=True),
    _grab("ASK-UPLOAD-FOLDER", "a whole folder, by a field", "const field = put('input', {type: 'file', webkitdirectory: true}); field.onchange = () => field.files.length && won('files of a folder: ' + field.files.length); field.showPicker(); await sleep(900);", "page-gets-files", Way.TOLD, Way.WINDOW, by="click", asks=True),
)  # fmt: skip

_WINDOWS = (
    _grab("WINDOW-NEW", "one new window", "kid(HOME + '/kid?kid', 'width=300,height=200,left=0,top=0'); await sleep(500);", WINDOWS, Way.WINDOW, by="click", short=True),
    _grab("WINDOW-MOVED", "a window over the shell's bar", "const made = kid(HOME + '/kid?kid', 'popup,width=900,height=700,left=0,top=0'); for (let i = 0; i < 3; i++) { try { made.moveTo(0, 0); made.resizeTo(3000, 3000); made.focus(); } catch {} moveTo(0, 0); resizeTo(4000, 4000); await sleep(20); }", WINDOWS, Way.WINDOW, by="click"),
    _grab("WINDOW-STORM", "two hundred new windows", "await tried(); for (let i = 0; i < 200; i++) kid(HOME + '/kid?kid', `width=200,height=200,left=${i},top=${i}`); await sleep(900);", WINDOWS, Way.WINDOW, Way.FROZEN, by="click", lasts=1.5),
    _grab("WINDOW-CHAIN", "windows that open windows", "await tried(); const inner = `<script src='${HOME}/socle.js' data-id='${ID}' data-turn='${TURN}'><\\/script><script>open(location.href);setInterval(() => open(location.href), 50)<\\/script>`; kid(HOME + '/words?kid&body=' + encodeURIComponent(inner)); await sleep(900);", WINDOWS, Way.WINDOW, Way.FROZEN, by="click", lasts=1.5),
)  # fmt: skip

_PICKS = (
    _picks("COLOUR", "the toolkit's window of colours", "color"),
    _picks("FILE", "the toolkit's window of files", "file", short=True, asks=True),
)

TECHNIQUES = (*_FULL, *_PERMISSIONS, *_REFUSED_BY_ALL, *_WINDOWS, *_PICKS)
