"""The door as a stranger on the network meets it, and what remains of it afterwards."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import socket
import ssl
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from kiosk.config.model import PhoneSection
from kiosk.documents.paper import Paper
from kiosk.documents.phone import door as door_module
from kiosk.documents.phone.base import Fetched, Joined, Photo, Refused
from kiosk.documents.phone.door import Door
from kiosk.documents.phone.inside.answers import COOKIE
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sandbox import processes
from kiosk.sealed import Sealed
from tests.documents.phone.conftest import Heard

JPEG = b"\xff\xd8\xff\xe0"


class Answered(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def cookie(self) -> dict[str, str]:
        return {"Cookie": self.headers["Set-Cookie"].split(";")[0]}


def tls() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


class Stranger:
    """Whoever speaks HTTPS to the door."""

    def __init__(self, url: str) -> None:
        _, _, self.host, self.token = url.split("/")
        self.place = (self.host.split(":")[0], int(self.host.split(":")[1]))

    async def ask(
        self, method: str, path: str = "", body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answered:
        """`path` below the code's address; from the root when it begins with a slash."""
        whole = path if path.startswith("/") else f"/{self.token}/{path}".rstrip("/")
        return await asyncio.to_thread(self._ask, method, whole, body, headers or {})

    def _ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answered:
        connection = http.client.HTTPSConnection(self.host, context=tls(), timeout=20)
        try:
            connection.request(method, path, body, dict(headers))
            answer = connection.getresponse()
            return Answered(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    async def raw(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection(*self.place, ssl=tls())


async def test_an_address_that_is_only_fetched_binds_nobody(door: Door) -> None:
    stranger = Stranger((await door.open("bring")).url)
    for file in ("", "phone.css", "phone.js"):
        preview = await stranger.ask("GET", file)
        assert preview.status == 200
        assert "Set-Cookie" not in preview.headers
    hello = await stranger.ask("POST", "hello")
    assert hello.status == 200
    assert await anext(door.news()) == Joined()


async def test_the_cookie_is_for_this_door_alone(door: Door) -> None:
    hello = await Stranger((await door.open("bring")).url).ask("POST", "hello")
    name, _, rest = hello.headers["Set-Cookie"].partition("=")
    assert name == COOKIE
    assert name.startswith("__Host-")
    assert {"HttpOnly", "Secure", "SameSite=Strict", "Path=/"} <= set(rest.split("; "))


async def test_without_the_cookie_nothing_is_taken_and_nothing_is_given(door: Door) -> None:
    paper = Paper("Avis", "pdf", Sealed.of(b"%PDF-1.4 secret"))
    stranger = Stranger((await door.open("take", (paper,))).url)
    before = await stranger.ask("GET", "paper/0")
    await stranger.ask("POST", "hello")
    after = [
        await stranger.ask("GET", "paper/0"),
        await stranger.ask("GET", "state"),
        await stranger.ask("POST", "photo", JPEG + bytes(100)),
        await stranger.ask("POST", "done"),
        await stranger.ask("GET", "paper/0", headers={"Cookie": f"{COOKIE}=guess"}),
    ]
    assert [one.status for one in (before, *after)] == [403] * 6
    assert all(b"secret" not in one.body and b"Avis" not in one.body for one in (before, *after))
    paper.content.close()


async def test_a_wrong_address_gets_no_hint(door: Door) -> None:
    stranger = Stranger((await door.open("bring")).url)
    wrong = ["/", "/favicon.ico", "/" + "a" * len(stranger.token), f"/{stranger.token[:-1]}", f"//{stranger.token}"]
    for path in wrong:
        answer = await stranger.ask("GET", path)
        assert (answer.status, answer.body) == (404, b"")
        assert not answer.headers.get("Server")


async def test_every_answer_forbids_what_the_page_does_not_need(door: Door) -> None:
    stranger = Stranger((await door.open("bring")).url)
    for answer in (await stranger.ask("GET"), await stranger.ask("GET", "/no"), await stranger.ask("POST", "hello")):
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_photograph_comes_whole_and_sealed(door: Door) -> None:
    stranger = Stranger((await door.open("bring")).url)
    heard = Heard(door)
    hello = await stranger.ask("POST", "hello")
    content = JPEG + os.urandom(1 << 20)
    sent = await stranger.ask("POST", "photo", content, hello.cookie)
    assert json.loads(sent.body) == {"received": 1}
    await heard.until(lambda news: len(news) == 2)
    photo = heard.news[1]
    assert isinstance(photo, Photo)
    assert photo.content.read() == content
    photo.content.close()


async def test_a_photograph_over_the_limit_is_refused_whether_it_says_its_size_or_not(door: Door) -> None:
    stranger = Stranger((await door.open("bring")).url)
    heard = Heard(door)
    hello = await stranger.ask("POST", "hello")
    huge = JPEG + bytes(2 << 20)
    assert (await stranger.ask("POST", "photo", huge, hello.cookie)).status == 413
    reader, writer = await stranger.raw()
    writer.write(
        f"POST /{stranger.token}/photo HTTP/1.1\r\nHost: x\r\nCookie: {hello.cookie['Cookie']}\r\n"
        "Transfer-Encoding: chunked\r\n\r\n".encode()
    )
    for _ in range(3):
        writer.write(b"100000\r\n" + JPEG + bytes((1 << 20) - 4) + b"\r\n")
    await writer.drain()
    assert b" 413 " in await asyncio.wait_for(reader.readline(), 20)
    writer.transport.abort()
    assert heard.news[1:] == [Refused(Trouble.TOO_LARGE)] * 2


async def test_a_gzip_bomb_is_not_unpacked(door: Door) -> None:
    stranger = Stranger((await door.open("bring")).url)
    hello = await stranger.ask("POST", "hello")
    packed = {**hello.cookie, "Content-Encoding": "gzip"}
    assert (await stranger.ask("POST", "photo", b"\x1f\x8b\x08\0" + bytes(1000), packed)).status == 422


async def test_a_paper_is_fetched_once_however_often_it_is_asked_for(door: Door) -> None:
    paper = Paper("Avis d'été", "pdf", Sealed.of(b"%PDF-1.4 " + os.urandom(3 << 20)))
    stranger = Stranger((await door.open("take", (paper,))).url)
    heard = Heard(door)
    hello = await stranger.ask("POST", "hello")
    for _ in range(2):
        answer = await stranger.ask("GET", "paper/0", headers=hello.cookie)
        assert answer.body == paper.content.read()
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    await heard.until(lambda news: Fetched(0) in news)
    assert (await stranger.ask("GET", "paper/1", headers=hello.cookie)).status == 404
    assert heard.news == [Joined(), Fetched(0)]
    paper.content.close()


async def test_a_code_lives_as_long_as_its_phone_uses_it_and_no_longer(section: PhoneSection, scope: str) -> None:
    door = Door(section.model_copy(update={"minutes": 0.02}), scope)  # 1.2 s
    stranger = Stranger((await door.open("bring")).url)
    heard = Heard(door)
    hello = await stranger.ask("POST", "hello")
    await heard.ended()
    assert heard.news == [Joined(), Refused(Trouble.CODE_EXPIRED)]
    late = await stranger.ask("POST", "photo", JPEG + bytes(100), hello.cookie)
    assert (late.status, json.loads(late.body)) == (410, {"trouble": "code-expired"})
    await door.close()
    assert door.remains() == 0


async def test_who_asks_too_often_waits(door: Door) -> None:
    stranger = Stranger((await door.open("bring")).url)
    answers = [(await stranger.ask("GET", f"/{number}")).status for number in range(40)]
    assert answers[0] == 404
    assert 429 in answers


async def test_a_client_that_does_not_finish_what_it_began_is_cut(door: Door) -> None:
    stranger = Stranger((await door.open("bring")).url)
    hello = await stranger.ask("POST", "hello")
    silent = await asyncio.open_connection(*stranger.place)
    half_head = await stranger.raw()
    half_head[1].write(b"GET / HTTP/1.1\r\nHost:")
    half_body = await stranger.raw()
    half_body[1].write(
        f"POST /{stranger.token}/photo HTTP/1.1\r\nHost: x\r\nCookie: {hello.cookie['Cookie']}\r\n"
        "Content-Length: 1000\r\n\r\n".encode()
    )
    cut = (silent[0].read(), half_head[0].read(), half_body[0].read())
    async with asyncio.timeout(40):
        assert [answer[:12] for answer in await asyncio.gather(*cut)] == [b"", b"", b"HTTP/1.1 408"]
    for _, writer in (silent, half_head, half_body):
        writer.transport.abort()


async def test_the_process_has_no_network_and_sees_no_file_of_ours(door: Door, scope: str) -> None:
    await door.open("bring")
    (inside,) = [
        pid for pid in door_processes(scope) if b"phone.inside" in cmdline(pid) and b"bwrap" not in cmdline(pid)
    ]
    lines = Path(f"/proc/{inside}/net/dev").read_text().splitlines()[2:]
    assert [line.split(":")[0].strip() for line in lines] == ["lo"]
    assert os.readlink(f"/proc/{inside}/ns/net") != os.readlink("/proc/self/ns/net")
    root = Path(f"/proc/{inside}/root")
    # The program itself is bound read-only where it is installed, which may be below one of them.
    ours = Path(__file__).resolve()
    theirs = [name for name in ("var", "srv", "boot", "etc/shadow", "etc/kiosk") if not ours.is_relative_to(f"/{name}")]
    assert not [name for name in theirs if (root / name).exists()]
    there = [Path("/", name, one.name) for name in ("tmp", "home/user", "dev/shm") for one in (root / name).iterdir()]
    assert not [one for one in there if not ours.is_relative_to(one)]
    status = Path(f"/proc/{inside}/status").read_text()
    assert "Seccomp:\t2" in status
    assert "CapEff:\t0000000000000000" in status


async def test_nothing_of_a_closed_door_remains(section: PhoneSection, scope: str) -> None:
    door = Door(section, scope)
    canary = os.urandom(24).hex().encode()
    paper = Paper("Avis", "pdf", Sealed.of(b"%PDF " + canary))
    stranger = Stranger((await door.open("take", (paper,))).url)
    assert door.remains() > 0
    await stranger.ask("POST", "hello")
    paper.content.close()
    await door.close()
    assert door.remains() == 0
    stranger = Stranger((await door.open("bring")).url)
    hello = await stranger.ask("POST", "hello")
    await stranger.ask("POST", "photo", JPEG + canary, hello.cookie)  # nobody ever asks for it
    await door.close()
    await door.close()
    assert door.remains() == 0
    assert door_processes(scope) == []
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(stranger.place, timeout=5)
    assert [one for one in memory_files() if canary in one] == []


async def test_a_taken_port_gives_way_to_the_next(door: Door, section: PhoneSection) -> None:
    with socket.create_server((section.address, section.port)):
        address = await door.open("bring")
    assert address.host == f"{section.address}:{section.port + 1}"


async def test_an_address_that_is_not_ours_is_no_network(section: PhoneSection, scope: str) -> None:
    door = Door(section.model_copy(update={"address": "192.0.2.1"}), scope)
    with pytest.raises(PaperTroubleError) as caught:
        await door.open("bring")
    assert caught.value.trouble is Trouble.NO_NETWORK


LIES = {
    "an unsealed photograph": "say(b'{\"type\":\"PhotoCame\"}',os.memfd_create('x',os.MFD_ALLOW_SEALING))",
    "a photograph without content": 'say(b\'{"type":"PhotoCame"}\')',
    "a content that is no photograph's": 'say(b\'{"type":"Ready"}\',sealed(10))',
    "a photograph over the limit": 'say(b\'{"type":"PhotoCame"}\',sealed(3<<20))',
    "no message": "say(b'hello')",
    "a message that nobody knows": 'say(b\'{"type":"Run"}\')',
    "more than a visit can need": '[say(b\'{"type":"PhoneFinished"}\') for _ in range(700)]',
    "too many photographs": '[say(b\'{"type":"PhotoCame"}\',sealed(10)) for _ in range(9)]',
}
LIAR = """
import fcntl, os, socket, time
s = socket.socket(fileno=int(os.environ['KIOSK_CHANNEL']))
s.recv(65536)
def say(words, *fds):
    try: socket.send_fds(s, [words], fds)
    except OSError: raise SystemExit
def sealed(size):
    f = os.memfd_create('x', os.MFD_ALLOW_SEALING); os.truncate(f, size); fcntl.fcntl(f, fcntl.F_ADD_SEALS, 15)
    return f
say(b'{"type":"Ready"}')
"""


@pytest.mark.parametrize("lie", LIES)
async def test_a_process_that_was_broken_into_is_ended_and_believed_nothing(
    section: PhoneSection, scope: str, lie: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door_module, "_COMMAND", (sys.executable, "-c", f"{LIAR}\n{LIES[lie]}\ntime.sleep(60)"))
    before = len(os.listdir("/proc/self/fd"))
    door = Door(section, scope)
    await door.open("bring")
    heard = Heard(door)
    await heard.ended()
    assert heard.news[-1] == Refused(Trouble.PHONE_FAILED)
    for one in heard.news:
        if isinstance(one, Photo):
            one.content.close()
    await door.close()
    assert door.remains() == 0
    assert len(os.listdir("/proc/self/fd")) == before


async def test_a_process_that_dies_is_told_as_such(
    section: PhoneSection, scope: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door_module, "_COMMAND", ("/bin/false",))
    door = Door(section, scope)
    with pytest.raises(PaperTroubleError) as caught:
        await door.open("bring")
    assert caught.value.trouble is Trouble.PHONE_FAILED
    assert door.remains() == 0


def door_processes(scope: str) -> list[int]:
    return sorted(one.pid for one in processes.marked("KIOSK_GUEST", scope))


def cmdline(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def memory_files() -> list[bytes]:
    """What our memory files and those on memory file systems hold."""
    found = []
    for name in os.listdir("/proc/self/fd"):
        path = Path("/proc/self/fd", name)
        if path.is_symlink() and "memfd:" in os.readlink(path):
            found.append(path.read_bytes())
    folders = ("/dev/shm", os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    return found + [one.read_bytes() for folder in folders for one in Path(folder).rglob("*") if one.is_file()]
