"""A guest whose browser has been taken over gets nowhere: each attempt fails inside, and succeeds outside.

The program runs with all that a session's guest has: the same command line of the sandbox, the proxy's socket, the X
server's, the wheel's line.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from demonstration.display import virtual_screen
from kiosk.config import load
from kiosk.control.line import Line
from kiosk.opening import guest_spec
from kiosk.sandbox import BubblewrapSandbox
from kiosk.sandbox.display import local_display
from kiosk.session.network.gateway import Gateway
from kiosk.session.place import AUTHORITY, PROXY_SOCKET
from tests.sandbox.compromised.attempt import ATTEMPTS, Targets
from tests.sandbox.compromised.other_window import other_window
from tests.sandbox.compromised.outside import disk_folder, targets
from tests.sandbox.compromised.program import LOADED
from tests.sandbox.compromised.ways.proxy import ALLOWED

assert LOADED
PATIENCE = 90.0
CODE = Path(__file__).parents[1]
INSIDE = "/run/kiosk/program"
NOT_EVERYWHERE = {
    "tcp over IPv6": "a machine without IPv6",
    "tcp to an IPv4 address written as IPv6": "a machine without IPv6",
    "udp over IPv6": "a machine without IPv6",
    "ping without rights": "the system's setting (ping_group_range)",
    "a socket of the kernel's ciphers": "a kernel built without",
    "the hypervisor's sockets": "a kernel built without",
    "a file by its handle, without a path": "not root, or a file system without handles",
    "a key of the session that started the post": "a container's own walls",
    "leaving a key behind in the user's keys": "a container's own walls",
    "every key that the kernel lists": "a container's own walls",
    "the kernel's log": "a container's own walls",
    "a device that is not for everybody": "a container without devices",
    "a name of the post's own network": "a machine whose own name has no address",
}
"""What a machine that runs the tests may lack, so that the attempt has nothing to reach outside either."""
ADMITTED = frozenset(name for name in ATTEMPTS if name.startswith("display: "))
"""X has no walls between its clients: what a taken-over guest can do on the screen, as SECURITY.md says it."""
PROGRAM = ("-m", "tests.sandbox.compromised.program")

Results = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Both:
    """`written`: the file of the post that both tried to write, after each."""

    inside: Results
    outside: Results
    written: tuple[str, str]


async def _listen(channel: socket.socket, at: Targets) -> Results:
    loop = asyncio.get_running_loop()
    results: Results = {}
    async with asyncio.timeout(PATIENCE):
        await loop.sock_sendall(channel, json.dumps(at).encode())
        while said := json.loads(await loop.sock_recv(channel, 65_536)):
            results[said.pop("name")] = said
    return results


async def _run_inside(runtime: Path, gateway: Gateway, at: Targets) -> Results:
    spec = guest_spec(load([]).config, local_display({"DISPLAY": at["display"]}), Line(runtime / "wheel").path)
    gateway.allow((at["allowed"],))
    spec = replace(
        spec,
        command=(sys.executable, *PROGRAM),
        environment={**spec.environment, "PYTHONPATH": INSIDE, "PYTHONDONTWRITEBYTECODE": "1"},
        data={**spec.data, AUTHORITY: gateway.authority},
        sockets={**spec.sockets, PROXY_SOCKET: gateway.socket},
        folders={**spec.folders, f"{INSIDE}/tests/sandbox/compromised": CODE / "sandbox" / "compromised"},
        show_errors=True,
    )
    guest = await BubblewrapSandbox("compromised").start(spec)
    try:
        return await _listen(guest.channel, {**at, "proxy": PROXY_SOCKET})
    finally:
        await guest.kill()


async def _run_outside(at: Targets) -> Results:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.setblocking(False)
    with ours, theirs:
        environment = {**os.environ, "KIOSK_CHANNEL": str(theirs.fileno()), "PYTHONPATH": str(CODE.parent)}
        child = await asyncio.create_subprocess_exec(
            sys.executable, *PROGRAM, env=environment, pass_fds=[theirs.fileno()], cwd=CODE.parent
        )
        try:
            return await _listen(ours, at)
        finally:
            child.kill()
            await child.wait()


async def _run_both(runtime: Path, folder: Path, at: Targets) -> Both:
    written = Path(at["written"])
    gateway = await Gateway.start(runtime)
    try:
        with other_window(at["display"], folder) as window:
            inside = await _run_inside(runtime, gateway, at | window)
        first = written.read_text() if written.exists() else ""
        with other_window(at["display"], folder) as window:
            outside = await _run_outside(at | window)
        return Both(inside, outside, (first, written.read_text()))
    finally:
        await gateway.kill()


@pytest.fixture(scope="module")
def both() -> Iterator[Both]:
    runtime = Path(tempfile.mkdtemp(dir="/dev/shm", prefix="cac-"))
    with virtual_screen(320, 240) as display, disk_folder() as folder, targets(Path(folder), runtime, display) as at:
        yield asyncio.run(_run_both(runtime, Path(folder), at))
    shutil.rmtree(runtime)


@pytest.mark.parametrize("name", sorted(name for name in ATTEMPTS if name != ALLOWED and name not in ADMITTED))
def test_a_taken_over_guest_does_not_reach(both: Both, name: str) -> None:
    inside, outside = both.inside[name], both.outside[name]
    assert "broken" not in inside | outside
    assert "refused" in inside, f"reached from inside: {inside}"
    if "reached" not in outside:
        assert name in NOT_EVERYWHERE, f"no control: {outside}"
        pytest.skip(f"no control here: {NOT_EVERYWHERE[name]}")


@pytest.mark.parametrize("name", sorted(ADMITTED))
def test_what_the_x_server_allows_is_what_is_admitted(both: Both, name: str) -> None:
    """Whoever shuts one of these moves it up: SECURITY.md says the same list."""
    assert "reached" in both.inside[name]
    assert "reached" in both.outside[name]


def test_the_way_that_a_guest_has_is_open(both: Both) -> None:
    """Or the proxy's refusals above would be those of a dead proxy."""
    assert "reached" in both.inside[ALLOWED]


def test_nothing_was_written_outside(both: Both) -> None:
    assert both.written == ("", "x")
