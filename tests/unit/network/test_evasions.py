"""Whoever talks to the proxy cannot talk it into another host, port or network: one line for each way that is tried."""

from __future__ import annotations

import asyncio
import errno
import json
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from kiosk.session.network.proxy import Proxy
from tests.unit.network.hellos import hello, in_records_of, name_extension, with_extensions
from tests.unit.network.street import PUBLIC, Street, ask, connect, serving, street

ALLOWED = "www.caf.fr"
INTRANET = "intranet.caf.fr"
CALL = connect(f"{ALLOWED}:443")
HELLO = hello(ALLOWED)


@pytest.fixture
def folder() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(dir="/dev/shm"))
    yield path
    shutil.rmtree(path)


@pytest.fixture
async def sites(folder: Path) -> AsyncIterator[Street]:
    async with street(folder) as made:
        proxy = Proxy(resolve=made.resolve, dial=made.dial, internal=(INTRANET,))
        proxy.allow(("caf.fr", "*.caf.fr"))
        made.addresses = {ALLOWED: [PUBLIC], INTRANET: ["10.1.2.3"]}
        async with serving(proxy, folder):
            yield made


def answered(answer: bytes) -> int:
    return int(answer.split(b" ")[1]) if answer.startswith(b"HTTP/") else 0


async def test_the_plain_way_is_open(sites: Street, folder: Path) -> None:
    """The control: what follows is refused for what it is."""
    answer = await ask(folder, CALL, HELLO, b"and then")
    assert answer == b"HTTP/1.1 200 OK\r\n\r\n" + HELLO + b"and then"
    assert sites.called == [(PUBLIC, 443)]


@pytest.mark.parametrize(
    "target",
    [
        # user information
        "www.caf.fr@evil.example:443",
        "evil.example@www.caf.fr:443",
        "www.caf.fr:443@evil.example:443",
        "a:b@www.caf.fr:443",
        # encodings
        "www.caf.fr%2eevil.example:443",
        "www%2ecaf%2efr:443",
        "evil.example%2f.caf.fr:443",
        "evil.example%00.caf.fr:443",
        "evil.example%23.caf.fr:443",
        "evil.example/.caf.fr:443",
        "evil.example\\.caf.fr:443",
        "evil.example#.caf.fr:443",
        "evil.example?.caf.fr:443",
        "https://www.caf.fr:443",
        "//www.caf.fr:443",
        # names that look alike
        "www.cаf.fr:443",
        "www.ｃaf.fr:443",
        "www.caf。fr:443",
        "www.caf.fr\u00ad:443",
        "xn--www-caf-fr:443",
        "www.xn--cf-7cd.fr:443",
        "evilcaf.fr:443",
        "caf.fr.evil.example:443",
        "www.caf.fr..:443",
        ".caf.fr:443",
        "www..caf.fr:443",
        "-.caf.fr:443",
        "*.caf.fr:443",
        # addresses in every form
        "127.0.0.1:443",
        "127.1:443",
        "2130706433:443",
        "0x7f000001:443",
        "0x7f.1:443",
        "0177.0.0.1:443",
        "017700000001:443",
        "127.0.0.1.:443",
        "0:443",
        "193.252.23.1:443",
        "169.254.169.254:443",
        "[::1]:443",
        "::1:443",
        "[::ffff:127.0.0.1]:443",
        "[fe80::1%25eth0]:443",
        "[fd00::1]:443",
        "[2001:db8::1]:443",
        # other ports
        "www.caf.fr:80",
        "www.caf.fr:22",
        "www.caf.fr:8443",
        "www.caf.fr:0",
        "www.caf.fr:-443",
        "www.caf.fr:+443",
        "www.caf.fr:443443",
        "www.caf.fr:65979",
        "www.caf.fr:4 43",
        "www.caf.fr:٤٤٣",
        "www.caf.fr:",
        "www.caf.fr",
        "www.caf.fr:443:22",
        "www.caf.fr:22:443",
        # names of the place
        "localhost:443",
        "poste:443",
        "wpad:443",
        "kiosk.invalid:443",
        "www.caf.fr.exercice:443",
        "",
        ":443",
    ],
)
async def test_another_target_is_refused_and_nobody_called(sites: Street, folder: Path, target: str) -> None:
    answer = await ask(folder, connect(target), HELLO)
    assert answered(answer) in (0, 400, 403)
    assert sites.called == []
    assert sites.resolved == []


@pytest.mark.parametrize(
    "request_head",
    [
        connect("evil.example:443", host="www.caf.fr:443"),
        b"CONNECT evil.example:443 HTTP/1.1\r\nHost: www.caf.fr\r\nHost: www.caf.fr\r\n\r\n",
        b"CONNECT evil.example:443 HTTP/1.0\r\n\r\n",
        b"CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\nX-Forwarded-Host: www.caf.fr\r\n\r\n",
        b"CONNECT evil.example:443\r\nHost: www.caf.fr:443 HTTP/1.1\r\n\r\n",
        b"CONNECT  www.caf.fr:443 HTTP/1.1\r\nHost: a\r\n\r\n" + b"CONNECT evil.example:443 HTTP/1.1\r\n\r\n",
        b"GET https://evil.example/ HTTP/1.1\r\nHost: www.caf.fr\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: www.caf.fr\r\n\r\n",
        b"GET ws://www.caf.fr:8080/ HTTP/1.1\r\nHost: www.caf.fr\r\n\r\n",
        b"GET ftp://www.caf.fr/ HTTP/1.1\r\nHost: www.caf.fr\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: www.caf.fr\r\n\r\n",
        b"GET file:///etc/passwd HTTP/1.1\r\nHost: www.caf.fr\r\n\r\n",
        b"connect www.caf.fr:443 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"TRACE http://www.caf.fr/ HTTP/1.1\r\nHost: www.caf.fr\r\nMax-Forwards: 0\r\n\r\n",
        b"POST http://www.caf.fr/ HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
        + connect("evil.example:443"),
        b"GET http://www.caf.fr/ HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n" + connect("evil.example:443"),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET http://www.caf.fr/ HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\n\r\n",
    ],
)
async def test_no_request_is_carried_out_for_another(sites: Street, folder: Path, request_head: bytes) -> None:
    """A request of its own kind never goes out at all: there is nothing to smuggle another one in."""
    answer = await ask(folder, request_head, HELLO)
    assert answered(answer) in (0, 307, 400, 403)
    assert answer.count(b"HTTP/1.1 ") <= 1
    assert sites.called == []


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ("http://www.caf.fr/a?b=c", b"https://www.caf.fr/a?b=c"),
        ("http://WWW.CAF.FR/", b"https://www.caf.fr/"),
        ("http://www.caf.fr//evil.example/", b"https://www.caf.fr//evil.example/"),
        ("http://www.caf.fr", b"https://www.caf.fr/"),
    ],
)
async def test_plain_http_is_only_ever_sent_to_the_same_host(
    sites: Street, folder: Path, address: str, location: bytes
) -> None:
    answer = await ask(folder, f"GET {address} HTTP/1.1\r\nHost: evil.example\r\n\r\n".encode())
    assert answered(answer) == 307
    (found,) = [line for line in answer.split(b"\r\n") if line.lower().startswith(b"location: ")]
    assert found.split(b": ", 1)[1] == location


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(hello("evil.example"), id="another name"),
        pytest.param(hello("autre.caf.fr"), id="another allowed name"),
        pytest.param(in_records_of(hello("evil.example"), 7), id="another name in pieces"),
        pytest.param(hello(None), id="no name"),
        pytest.param(with_extensions(HELLO, name_extension(b"www.caf.fr", b"evil.example")), id="two names"),
        pytest.param(with_extensions(HELLO, name_extension(b"www.caf.fr\0.evil.example")), id="a zero"),
        pytest.param(b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", id="plain HTTP"),
        pytest.param(b"SSH-2.0-OpenSSH\r\n", id="ssh"),
        pytest.param(b"\x05\x01\x00", id="socks"),
        pytest.param(b"", id="silence"),
    ],
)
@pytest.mark.parametrize("early", [False, True])
async def test_a_tunnel_carries_only_tls_for_its_own_host(
    sites: Street, folder: Path, first: bytes, early: bool
) -> None:
    answer = await (ask(folder, CALL + first) if early else ask(folder, CALL, first))
    assert answer == b"HTTP/1.1 200 OK\r\n\r\n"


@pytest.mark.parametrize("name", ["www.caf.fr", "WWW.caf.FR", "www.caf.fr."])
async def test_the_same_name_may_be_written_otherwise(sites: Street, folder: Path, name: str) -> None:
    first = with_extensions(HELLO, name_extension(name.encode()))
    assert (await ask(folder, CALL, first)).endswith(first)


LOCAL = ["10.0.0.1", "172.16.5.5", "192.168.1.1", "100.64.0.1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1"]
NOWHERE = [
    "127.0.0.1",
    "127.8.9.1",
    "0.0.0.0",
    "169.254.169.254",
    "192.0.2.7",
    "198.18.0.1",
    "224.0.0.251",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "not an address",
]


@pytest.mark.parametrize("address", LOCAL + NOWHERE)
async def test_an_allowed_name_does_not_lead_back_inside(sites: Street, folder: Path, address: str) -> None:
    sites.addresses[ALLOWED] = [address]
    assert answered(await ask(folder, CALL, HELLO)) == 502
    assert sites.called == []


@pytest.mark.parametrize("address", NOWHERE)
async def test_not_even_a_site_of_the_place_leads_to_the_post_itself(sites: Street, folder: Path, address: str) -> None:
    sites.addresses[INTRANET] = [address]
    assert answered(await ask(folder, connect(f"{INTRANET}:443"), hello(INTRANET))) == 502
    assert sites.called == []


@pytest.mark.parametrize("address", LOCAL)
async def test_a_site_of_the_place_is_reached_where_it_is_written_down(
    sites: Street, folder: Path, address: str
) -> None:
    sites.addresses[INTRANET] = [address]
    assert answered(await ask(folder, connect(f"{INTRANET}:443"), hello(INTRANET))) == 200
    assert sites.called == [(address, 443)]


async def test_among_several_addresses_only_public_ones_are_called(sites: Street, folder: Path) -> None:
    sites.addresses[ALLOWED] = ["10.0.0.1", "::1", PUBLIC]
    assert answered(await ask(folder, CALL, HELLO)) == 200
    assert sites.called == [(PUBLIC, 443)]


async def test_a_name_that_changes_its_address_is_judged_each_time_and_asked_once(sites: Street, folder: Path) -> None:
    """Rebinding: the address that was judged is the one that is called."""
    assert answered(await ask(folder, CALL, HELLO)) == 200
    sites.addresses[ALLOWED] = ["127.0.0.1"]
    assert answered(await ask(folder, CALL, HELLO)) == 502
    assert sites.called == [(PUBLIC, 443)]
    assert sites.resolved == [ALLOWED, ALLOWED]


async def test_the_post_itself_is_not_reached_by_its_own_public_address(folder: Path) -> None:
    async def greet(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    here = await asyncio.start_server(greet, "127.0.0.1", 0)
    port = here.sockets[0].getsockname()[1]

    async def resolve(_host: str) -> list[str]:
        return [PUBLIC]

    async with here:
        proxy = Proxy(resolve=resolve, dial=lambda _address, _port: asyncio.open_connection("127.0.0.1", port))
        proxy.allow((ALLOWED,))
        async with serving(proxy, folder):
            assert answered(await ask(folder, CALL, HELLO)) == 502


async def why(folder: Path, host: str = ALLOWED) -> str:
    answer = await ask(folder, f"GET http://kiosk.invalid/last?host={host} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    return str(json.loads(answer.split(b"\r\n\r\n")[1])["reason"])


PORTAL = b"HTTP/1.1 302 Found\r\nLocation: http://192.168.1.1/login\r\n\r\n"


async def test_a_name_that_only_leads_inside_looks_like_a_network_that_wants_something_first(
    sites: Street, folder: Path
) -> None:
    sites.addresses[ALLOWED] = ["192.168.1.1"]
    await ask(folder, CALL, HELLO)
    assert await why(folder) == "portal"


async def test_a_portal_that_answers_in_the_sites_name_is_told(sites: Street, folder: Path) -> None:
    sites.web = PORTAL
    assert await why(folder) == "portal"
    assert sites.called == [(PUBLIC, 80)]


async def test_a_site_that_sends_to_itself_is_no_portal(sites: Street, folder: Path) -> None:
    sites.web = b"HTTP/1.1 301 Moved\r\nLocation: https://connect.caf.fr/\r\n\r\n"
    assert await why(folder) == "unreachable"


async def test_a_post_without_any_network_is_told_from_a_site_that_is_down(sites: Street, folder: Path) -> None:
    sites.broken[PUBLIC] = OSError(errno.ENETUNREACH, "unreachable")
    await ask(folder, CALL, HELLO)
    assert await why(folder) == "offline"
    sites.broken[PUBLIC] = ConnectionRefusedError(errno.ECONNREFUSED, "refused")
    await ask(folder, CALL, HELLO)
    assert await why(folder) == "unreachable"


async def test_the_question_is_not_a_way_out(sites: Street, folder: Path) -> None:
    """It goes to allowed hosts alone, to public addresses alone, and not again and again."""
    sites.web = PORTAL
    sites.addresses |= {"evil.example": [PUBLIC], "caf.fr": ["127.0.0.1"]}
    assert await why(folder, "evil.example") == "unreachable"
    assert await why(folder, "caf.fr") == "unreachable"
    assert sites.called == []
    for _ in range(5):
        await why(folder)
    assert len(sites.called) == 1
