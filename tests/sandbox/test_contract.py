"""What every sandbox promises. The same suite runs on bubblewrap and on the fake that unit tests use."""

from __future__ import annotations

import asyncio
import os
import socket
import sys

import pytest

from kiosk.sandbox import BubblewrapSandbox, GuestSpec, Remains, Sandbox
from tests.sandbox.fake import FakeSandbox

SPEAK = "import os,socket,time;s=socket.socket(fileno=int(os.environ['KIOSK_CHANNEL']));"
ECHO = SPEAK + "\nwhile True:\n  p=s.recv(65536)\n  if not p: break\n  s.send(p)"


@pytest.fixture(params=["bubblewrap", "fake"])
def sandbox(request: pytest.FixtureRequest) -> Sandbox:
    return BubblewrapSandbox("sandbox-contract") if request.param == "bubblewrap" else FakeSandbox()


def spec(code: str) -> GuestSpec:
    return GuestSpec(command=(sys.executable, "-c", code))


async def receive(channel: socket.socket) -> bytes:
    async with asyncio.timeout(20):
        return await asyncio.get_running_loop().sock_recv(channel, 65_536)


async def test_a_guest_answers_on_its_channel(sandbox: Sandbox) -> None:
    guest = await sandbox.start(spec(ECHO))
    guest.channel.send(b"hello")
    assert await receive(guest.channel) == b"hello"
    await guest.kill()


async def test_packets_keep_their_bounds(sandbox: Sandbox) -> None:
    guest = await sandbox.start(spec(ECHO))
    guest.channel.send(b"one")
    guest.channel.send(b"two")
    assert [await receive(guest.channel), await receive(guest.channel)] == [b"one", b"two"]
    await guest.kill()


async def test_a_killed_guest_leaves_nothing(sandbox: Sandbox) -> None:
    guest = await sandbox.start(spec(ECHO))
    guest.channel.send(b"up?")
    await receive(guest.channel)
    assert guest.alive
    assert not guest.remains().nothing
    await guest.kill()
    assert not guest.alive
    assert guest.remains() == Remains()


async def test_how_a_guest_ended_is_told(sandbox: Sandbox) -> None:
    for code, expected in (("import sys; sys.exit(3)", 3), ("import os; os.kill(os.getpid(), 9)", 137)):
        guest = await sandbox.start(spec(f"{SPEAK}s.recv(1)\n{code}"))
        assert guest.exit_code is None
        guest.channel.send(b".")
        async with asyncio.timeout(20):
            await guest.wait()
        assert guest.exit_code == expected
        await guest.kill()


async def test_killing_twice_is_killing_once(sandbox: Sandbox) -> None:
    guest = await sandbox.start(spec(ECHO))
    await guest.kill()
    await guest.kill()
    assert guest.remains().nothing


async def test_an_end_that_was_sent_is_waited_for_by_the_kill(sandbox: Sandbox) -> None:
    guest = await sandbox.start(spec(ECHO))
    guest.end()
    guest.end()
    await guest.kill()
    assert not guest.alive
    assert guest.remains().nothing


async def test_a_guest_that_ends_by_itself_is_noticed(sandbox: Sandbox) -> None:
    guest = await sandbox.start(spec(SPEAK + "s.send(b'bye')"))
    async with asyncio.timeout(20):
        await guest.wait()
    assert not guest.alive
    await guest.kill()
    assert guest.remains().nothing


async def test_a_guest_that_ignores_everything_is_killed(sandbox: Sandbox) -> None:
    code = "import signal;[signal.signal(n,signal.SIG_IGN) for n in (1,2,15)];" + SPEAK + "s.send(b'x');time.sleep(600)"
    guest = await sandbox.start(spec(code))
    await receive(guest.channel)
    await guest.kill()
    assert guest.remains().nothing


async def test_descendants_that_hide_are_killed_too(sandbox: Sandbox) -> None:
    code = (
        "import os\n"
        "if os.fork()==0:\n  os.setsid()\n  if os.fork()==0:\n    " + SPEAK + "s.send(b'hidden');time.sleep(600)\n"
        "  os._exit(0)\nimport time;time.sleep(600)"
    )
    guest = await sandbox.start(spec(code))
    assert await receive(guest.channel) == b"hidden"
    await guest.kill()
    assert guest.remains().nothing


async def test_guests_of_a_dead_shell_are_swept(sandbox: Sandbox) -> None:
    guest = await sandbox.start(spec(ECHO))
    guest.channel.send(b"up?")
    await receive(guest.channel)
    assert (await sandbox.sweep()).nothing
    async with asyncio.timeout(20):
        await guest.wait()
    assert guest.remains().processes == 0
    await guest.kill()


async def test_no_descriptor_leaks_from_one_guest_to_the_next(sandbox: Sandbox) -> None:
    await (await sandbox.start(spec(ECHO))).kill()
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        await (await sandbox.start(spec(ECHO))).kill()
    assert len(os.listdir("/proc/self/fd")) <= before
