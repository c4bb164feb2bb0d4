"""What bubblewrap adds to the contract: walls. Each is tried from the inside."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.sandbox import BubblewrapSandbox, GuestSpec, SandboxError, processes
from kiosk.sandbox.bubblewrap import MARK, BubblewrapGuest

SAY = (
    "import os,socket,sys;"
    "c=socket.socket(fileno=int(os.environ['KIOSK_CHANNEL']));"
    "say=lambda x:c.send(repr(x).encode());"
)


async def inside(code: str, **bounds: int) -> object:
    """What `code` says from inside a sandbox of its own."""
    guest = await BubblewrapSandbox("walls").start(GuestSpec(command=(sys.executable, "-c", SAY + code), **bounds))  # type: ignore[arg-type]
    try:
        async with asyncio.timeout(20):
            answer = await asyncio.get_running_loop().sock_recv(guest.channel, 65_536)
        return eval(answer, {})
    finally:
        await guest.kill()


@pytest.mark.parametrize("kind", ["user", "pid", "mnt", "ipc", "uts", "cgroup", "net"])
async def test_each_namespace_is_its_own(kind: str) -> None:
    assert await inside(f"say(os.readlink('/proc/self/ns/{kind}'))") != os.readlink(f"/proc/self/ns/{kind}")


async def test_the_user_inside_is_nobody_special() -> None:
    assert await inside("say((os.getuid(), os.getgid()))") == (1000, 1000)
    capabilities = await inside("say([l for l in open('/proc/self/status') if l.startswith('CapEff')][0].split()[1])")
    assert capabilities == "0" * 16


async def test_there_is_no_network_but_its_own_loopback() -> None:
    assert await inside("say(sorted(os.listdir('/proc/sys/net/ipv4/conf')))") == ["all", "default", "lo"]


@pytest.mark.parametrize("path", ["/", "/usr", "/etc", "/dev", "/proc/sys", str(Path(__file__).parents[2] / "kiosk")])
async def test_the_system_is_read_only(path: str) -> None:
    code = f"\ntry:\n  open('{path}/x','w'); say('written')\nexcept OSError: say('refused')"
    assert await inside(code) == "refused"


@pytest.mark.parametrize(
    "path", ["/etc/shadow", "/root/.bashrc", "/var", "/home/kiosk", "/run/dbus", "/tmp/.X11-unix", "/sys"]
)
async def test_what_the_guest_does_not_need_is_not_there(path: str) -> None:
    assert await inside(f"say(os.path.exists('{path}'))") is False


@pytest.mark.parametrize(
    ("folder", "bound"), [("/tmp", "tmp_bytes"), ("/home/user", "home_bytes"), ("/dev/shm", "shm_bytes")]
)
async def test_memory_folders_are_bounded(folder: str, bound: str) -> None:
    code = f"\ntry:\n  open('{folder}/x','wb').write(bytes(5<<20)); say('full size')\nexcept OSError as e: say(e.errno)"
    assert await inside(code, **{bound: 4 << 20}) == 28  # no space left


async def test_the_environment_is_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_OF_THE_SHELL", "1")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/x")
    names = await inside("say(sorted(os.environ))")
    assert isinstance(names, list)
    assert not {"SECRET_OF_THE_SHELL", "DBUS_SESSION_BUS_ADDRESS"} & set(names)


async def test_only_the_channel_is_inherited() -> None:
    listed = await inside("say(sorted(int(n) for n in os.listdir('/proc/self/fd')))")
    assert isinstance(listed, list)
    assert len([fd for fd in listed if fd > 2]) <= 2  # the channel, and the listing itself


async def test_memory_is_bounded_where_the_machine_allows() -> None:
    guest = await BubblewrapSandbox("walls").start(
        GuestSpec(command=(sys.executable, "-c", SAY + "b=bytearray(200<<20);say('had it')"), memory_bytes=64 << 20)
    )
    limited = guest.remains().groups != 0
    async with asyncio.timeout(30):
        await guest.wait() if limited else await asyncio.get_running_loop().sock_recv(guest.channel, 100)
    await guest.kill()
    assert guest.remains().nothing


async def test_a_dead_shell_takes_its_guests_with_it(tmp_path: Path) -> None:
    """A shell killed by -9 has no time to clean: the kernel does."""
    guest = (sys.executable, "-c", SAY + "say('up'); import time; time.sleep(600)")
    code = (
        "import asyncio\n"
        "from kiosk.sandbox import BubblewrapSandbox, GuestSpec\n"
        "async def main():\n"
        f"  g = await BubblewrapSandbox('dead shell').start(GuestSpec(command={guest!r}))\n"
        "  await asyncio.get_running_loop().sock_recv(g.channel, 100)\n"
        "  print(flush=True); await asyncio.sleep(600)\n"
        "asyncio.run(main())"
    )
    shell = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE)
    assert shell.stdout is not None
    await shell.stdout.readline()
    left = processes.marked(MARK, "dead shell")
    assert len(left) > 1
    shell.kill()
    await shell.wait()
    assert await processes.gone(left | processes.marked(MARK, "dead shell"), timeout=10)


async def test_without_bubblewrap_there_is_no_weaker_sandbox() -> None:
    with pytest.raises(SandboxError) as raised:
        await BubblewrapSandbox("walls", "no-such-bwrap").start(GuestSpec(command=("/bin/true",)))
    assert isinstance(raised.value, KioskError)


async def test_a_bwrap_that_fails_is_an_error_with_words() -> None:
    with pytest.raises(SandboxError, match="protégée"):
        await BubblewrapSandbox("walls", "false").start(GuestSpec(command=("/bin/true",)))


async def test_a_start_that_is_broken_off_leaves_no_guest() -> None:
    sandbox = BubblewrapSandbox("broken off")
    spec = GuestSpec(command=("/bin/sleep", "600"))
    loop = asyncio.get_running_loop()
    began = loop.time()
    guest = await sandbox.start(spec)
    lasts = loop.time() - began
    await guest.kill()
    for part in range(10):
        task = asyncio.create_task(sandbox.start(spec))
        loop.call_later(lasts * part / 10, task.cancel)
        try:
            await (await task).kill()
        except asyncio.CancelledError:
            assert await processes.gone(processes.marked(MARK, "broken off"), timeout=5.0)


async def test_a_number_that_the_kernel_gave_again_is_not_taken_for_the_dead_guest() -> None:
    """Another program was there before the guest died, and made its namespaces, with the freed numbers, after it."""
    sandbox = BubblewrapSandbox("numbers")
    spec = GuestSpec(command=(sys.executable, "-c", "import time; time.sleep(60)"))
    other, dead = await sandbox.start(spec), await sandbox.start(spec)
    assert isinstance(other, BubblewrapGuest)
    assert isinstance(dead, BubblewrapGuest)
    await dead.kill()
    dead._namespaces = other._namespaces
    assert not other.remains().nothing
    assert dead.remains().nothing
    await other.kill()
