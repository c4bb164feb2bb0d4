"""The practice services over real TLS, and a visitor who reads pages by role and name as the walkthrough does.

No script runs here: the fund must work without it. What the agency's script does is proven by the real browser.
"""

from __future__ import annotations

import contextlib
import fnmatch
import io
import re
import socket
import ssl
import unicodedata
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import aiohttp
import pytest
import yaml
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from kiosk.practice.certificate import make_authority
from kiosk.practice.server import make_app
from kiosk.procedures.model import Procedure, Target

PROCEDURES = Path(__file__).parents[3] / "assets" / "procedures"
TODAY = date(2025, 11, 20)
_VOID = {"br", "hr", "img", "input", "link", "meta", "use", "path"}
_ROLES = {"a": "link", "button": "button", "select": "combobox", "fieldset": "group", "img": "img", "section": "region"}
_ROLES |= {f"h{level}": "heading" for level in range(1, 7)}
_ROLES["textarea"] = "textbox"
_INPUTS = {"radio": "radio", "checkbox": "checkbox", "password": "password", "file": "file"}


@dataclass(eq=False)
class Node:
    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)

    def all(self) -> Iterator[Node]:
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.all()

    def up(self) -> Iterator[Node]:
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def text(self) -> str:
        if self.attrs.get("aria-hidden") == "true":
            return ""
        parts = [child if isinstance(child, str) else child.text() for child in self.children]
        return " ".join(" ".join(parts).split())


class Page(HTMLParser):
    """A parsed page; `find` looks for a role and a name as `dom-accessibility-api` would give them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Node("root")
        self._open = self.root
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self._open)
        self._open.children.append(node)
        if tag not in _VOID:
            self._open = node

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            assert self._open.tag == tag, f"</{tag}> closes <{self._open.tag}>"
            self._open = self._open.parent or self.root

    def handle_data(self, data: str) -> None:
        self._open.children.append(data)

    def by_id(self, identifier: str) -> Node:
        return next(node for node in self.root.all() if node.attrs.get("id") == identifier)

    def find(self, target: Target, *, within: str | None = None, hidden: bool = False) -> Node | None:
        """The first node of `target` or of its alternatives; in the template `within` when given."""
        for leaf in target.alternatives:
            for node in self.root.all():
                templates = [up.attrs.get("id") for up in node.up() if up.tag == "template"]
                shown = hidden or not any("hidden" in up.attrs for up in node.up())
                here = templates == ([within] if within else [])
                if shown and here and self.role(node) == leaf.role and matches(self.name(node), leaf.name):
                    return node
        return None

    def role(self, node: Node) -> str:
        if node.tag == "input":
            return _INPUTS.get(node.attrs.get("type", "text"), "textbox")
        if node.tag == "a" and not node.attrs.keys() & {"href", "data-pdf"}:
            return ""
        return node.attrs.get("role") or _ROLES.get(node.tag, "")

    def name(self, node: Node) -> str:
        attrs = node.attrs
        if "aria-labelledby" in attrs:
            return self.by_id(attrs["aria-labelledby"]).text()
        if "aria-label" in attrs or "alt" in attrs:
            return attrs.get("aria-label") or attrs.get("alt", "")
        if node.tag in {"input", "select", "textarea"}:
            labels = [n for n in self.root.all() if n.tag == "label" and n.attrs.get("for") == attrs.get("id", "-")]
            labels += [up for up in node.up() if up.tag == "label"]
            return labels[0].text() if labels else ""
        if node.tag == "fieldset":
            return next((child.text() for child in node.all() if child.tag == "legend"), "")
        return node.text()


def matches(name: str, pattern: str) -> bool:
    return fnmatch.fnmatchcase(_plain(name), _plain(pattern))


def _plain(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def target(role: str, name: str) -> Target:
    return Target(role=role, name=name)


class Visitor:
    """Opens pages, follows links, fills and sends forms. `downloads` holds what did not open as a page, `served` the
    services of the paper desk that the person had done."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session
        self.downloads: list[tuple[str, bytes]] = []
        self.served: list[str] = []
        self.status = 0
        self.policy = ""

    async def open(self, url: str, form: dict[str, str] | aiohttp.FormData | None = None) -> Visitor:
        method = "GET" if form is None else "POST"
        async with self.session.request(method, url, data=form) as answer:
            self.status, self.policy = answer.status, answer.headers.get("Content-Security-Policy", "")
            attached = answer.content_disposition
            if attached and attached.filename:
                self.downloads.append((attached.filename, await answer.read()))
                return self
            self.url = str(answer.url)
            self.page = Page(await answer.text())
        self.typed: dict[str, str] = {}
        self._files: dict[str, tuple[str, bytes]] = {}
        return self

    @property
    def address(self) -> str:
        return self.url.removeprefix("https://")

    @property
    def text(self) -> str:
        return self.page.root.text()

    def see(self, role: str, name: str) -> Node:
        return self.must(target(role, name))

    def must(self, wanted: Target) -> Node:
        node = self.page.find(wanted)
        assert node is not None, f"{wanted.role} « {wanted.name} » is not on {self.url}: {self.text}"
        return node

    def write(self, name: str, text: str) -> None:
        self.typed[self.see("textbox", name).attrs["name"]] = text

    def write_secret(self, text: str) -> None:
        self.typed[self.see("password", "Mot de passe").attrs["name"]] = text

    def tick(self, node: Node) -> None:
        self.typed[node.attrs["name"]] = node.attrs["value"]

    def attach(self, node: Node, file_name: str, content: bytes) -> None:
        self.typed[node.attrs["name"]] = file_name
        self._files[node.attrs["name"]] = (file_name, content)

    async def press(self, name: str) -> Visitor:
        return await self.activate(self.page.find(target("button", name)) or self.see("link", name))

    async def activate(self, node: Node) -> Visitor:
        if node.tag == "a":
            return await self.open(urljoin(self.url, node.attrs["href"]))
        form = next(up for up in node.up() if up.tag == "form")
        values = {**_values(form), **self.typed}
        if "name" in node.attrs:
            values[node.attrs["name"]] = node.attrs.get("value", "")
        sent = self._with_files(values) if form.attrs.get("enctype") == "multipart/form-data" else values
        return await self.open(urljoin(self.url, form.attrs["action"]), sent)

    def _with_files(self, values: dict[str, str]) -> aiohttp.FormData:
        """As a browser does: a file field where nothing was chosen is sent too, empty and without a name."""
        form = aiohttp.FormData(quote_fields=False, default_to_multipart=True)
        for name, value in values.items():
            if name in self._files:
                file_name, content = self._files[name]
                form.add_field(name, io.BytesIO(content), filename=file_name, content_type="application/octet-stream")
            else:
                form.add_field(name, value)
        return form

    async def log_in(self) -> Visitor:
        """From the log-in page to wherever it leads."""
        self.write("Numéro d'allocataire", "1234567")
        self.write_secret("soleil-rouge-12")
        await self.press("Me connecter")
        self.write("Code reçu par message", await self.code())
        return await self.press("Valider le code")

    async def code(self) -> str:
        """The code of the phone's last message."""
        async with self.session.get("https://telephone.exercice/messages") as answer:
            return str((await answer.json())[-1]["code"])


def _values(form: Node) -> dict[str, str]:
    values: dict[str, str] = {}
    for node in form.all():
        name, kind = node.attrs.get("name"), node.attrs.get("type", "text")
        if node.tag == "input" and name and (kind not in {"radio", "checkbox"} or "checked" in node.attrs):
            values[name] = node.attrs.get("value", "")
        if node.tag == "textarea" and name:
            values[name] = node.text()
        if node.tag == "select" and name:
            chosen = [option for option in node.all() if "selected" in option.attrs]
            values[name] = chosen[0].attrs["value"] if chosen else ""
    return values


class Clock:
    """Seconds that pass only when told to."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


class _Here(AbstractResolver):
    """Every name is this machine, on the test server's port."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def resolve(self, host: str, port: int = 0, family: int = socket.AF_INET) -> list[ResolveResult]:
        here = ResolveResult(hostname=host, host="127.0.0.1", port=self._port, family=socket.AF_INET, proto=0, flags=0)
        return [here]

    async def close(self) -> None:
        pass


@contextlib.asynccontextmanager
async def visit(clock: Clock, *, redesigned: bool = False, pace: float = 0) -> AsyncIterator[Visitor]:
    """A visitor of services that nobody has visited yet, in one version; nothing there is slow at `pace` 0."""
    authority = make_authority()
    app = make_app(clock=clock, today=lambda: TODAY, redesigned=redesigned, pace=pace)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=authority.server_context()).start()
    trust = ssl.create_default_context(cadata=authority.ca_pem.decode())
    connector = aiohttp.TCPConnector(resolver=_Here(runner.addresses[0][1]), ssl=trust)
    async with aiohttp.ClientSession(connector=connector) as session:
        yield Visitor(session)
    await runner.cleanup()


@pytest.fixture
async def visitor(clock: Clock) -> AsyncIterator[Visitor]:
    async with visit(clock) as somebody:
        yield somebody


@pytest.fixture(params=[False, True], ids=["first", "redesigned"])
async def either(request: pytest.FixtureRequest, clock: Clock) -> AsyncIterator[Visitor]:
    """A visitor of the first version, and then one of the second."""
    async with visit(clock, redesigned=request.param) as somebody:
        yield somebody


def load(name: str) -> Procedure:
    return Procedure.model_validate(yaml.safe_load((PROCEDURES / f"{name}.yaml").read_text("utf-8")))


def all_procedures() -> list[str]:
    return sorted(path.stem for path in PROCEDURES.glob("*.yaml"))


def plain_address(pattern: str, address: str) -> bool:
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), address) is not None
