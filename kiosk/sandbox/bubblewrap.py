"""The guest in bubblewrap: own user, pid, mount, ipc, uts, cgroup and network namespaces, all memory-only.

The tree outside is `bwrap` (the monitor, dies with us) -> `bwrap` (process 1 inside) -> `command`. Killing process 1
makes the kernel kill everything in its pid namespace, Chromium's nested namespaces included.
Works as root too: `--uid 1000` gives Chromium an unprivileged user, so that its own sandbox stays on.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import socket
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from kiosk.sandbox import children, processes
from kiosk.sandbox.base import Guest, GuestSpec, Remains, Sandbox, SandboxError
from kiosk.sandbox.cgroup import MemoryGroup, memory_group
from kiosk.sandbox.syscalls import MACHINES, seccomp_filter

MARK = "KIOSK_GUEST"
"""Environment variable by which a later shell finds the guests of a dead one."""

HOME = "/home/user"
RUN = "/run/kiosk"
CHANNEL_VARIABLE = "KIOSK_CHANNEL"
START_TIMEOUT = 10.0
GONE_TIMEOUT = 5.0
SEND_BUFFER = 1 << 18  # room for one whole `Open` message, which carries a procedure

_PASSWD = b"user:x:1000:1000::/home/user:/usr/sbin/nologin\n"
_GROUP = b"user:x:1000:\n"
_HOSTS = b"127.0.0.1 localhost\n"
_NO_KEYS = ("/proc/keys", "/proc/key-users")  # no namespace covers these lists: an empty file does
_NSSWITCH = b"passwd: files\ngroup: files\nhosts: files\n"

# The little of /etc that fonts, the loader and the clock need. No account, no name server, no secret.
_ETC = ("fonts", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "alternatives", "localtime", "ssl/openssl.cnf")


class _Pair(NamedTuple):
    ours: socket.socket
    theirs: socket.socket


class BubblewrapSandbox(Sandbox):
    """`scope` names the post: a sweep only ever ends guests of the same scope."""

    def __init__(self, scope: str, program: str = "bwrap") -> None:
        self._scope = scope
        self._program = program

    async def start(self, spec: GuestSpec) -> Guest:
        program = shutil.which(self._program)
        if program is None:
            raise SandboxError from FileNotFoundError(self._program)
        if os.uname().machine not in MACHINES:
            raise SandboxError from NotImplementedError(os.uname().machine)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        for end in (ours, theirs):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        ours.setblocking(False)
        group = memory_group(f"kiosk-{uuid.uuid4().hex[:12]}", spec.memory_bytes)
        try:
            with theirs, contextlib.ExitStack() as files:
                starting = _start(program, self._marked(spec), _Pair(ours, theirs), group, files)
                return await children.unbroken(starting, BubblewrapGuest.kill)
        except BaseException:
            ours.close()
            await group.removed(0.1)
            raise

    def _marked(self, spec: GuestSpec) -> GuestSpec:
        return replace(spec, environment={**spec.environment, MARK: self._scope})

    async def sweep(self) -> Remains:
        found = processes.marked(MARK, self._scope)
        for process in found:
            processes.kill(process)
        await processes.gone(found, timeout=5.0)
        return Remains(processes=len(processes.marked(MARK, self._scope)))


async def _start(
    program: str, spec: GuestSpec, channel: _Pair, group: MemoryGroup, files: contextlib.ExitStack
) -> BubblewrapGuest:
    info_read, info_write = os.pipe()
    block_read, block_write = os.pipe()
    for fd in (info_read, block_write):
        files.callback(os.close, fd)
    with contextlib.ExitStack() as passed:
        for fd in (info_write, block_read):
            passed.callback(os.close, fd)
        data = {path: passed.enter_context(_memory_file(content)) for path, content in _data(spec).items()}
        calls = passed.enter_context(_memory_file(seccomp_filter()))
        fds = (channel.theirs.fileno(), info_write, block_read, calls, *data.values())
        command = [
            program,
            *_arguments(spec, data, channel.theirs.fileno()),
            *("--info-fd", str(info_write), "--block-fd", str(block_read), "--seccomp", str(calls)),
            "--",
            *spec.command,
        ]
        # The monitor carries the mark too, so that a sweep finds it.
        process = await children.start(
            *command,
            pass_fds=fds,
            env={MARK: spec.environment[MARK]},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=None if spec.show_errors else asyncio.subprocess.PIPE,
        )
    try:
        info = await asyncio.wait_for(_read_info(info_read), START_TIMEOUT)
        child = info["child-pid"]
        # Before the guest runs: both sides of bwrap are in the group, so all that they start is.
        group.add(process.pid)
        group.add(child)
        namespaces = _Namespaces(pid=info["pid-namespace"], mount=info["mnt-namespace"])
        os.write(block_write, b"1")
    except (TimeoutError, KeyError, ValueError, OSError) as error:
        # Its first process inside dies with it only from some moment on.
        for one in processes.tree(process.pid) if process.returncode is None else ():
            processes.kill(one)
        # The guest has not run yet: these are bwrap's own words, and the cause that IT needs.
        words = await process.stderr.read() if process.stderr is not None else b""
        await process.wait()
        raise SandboxError from OSError(words.decode(errors="replace").strip() or str(error))
    return BubblewrapGuest(process, child, namespaces, channel.ours, group)


async def _read_info(fd: int) -> dict[str, int]:
    """The JSON that bwrap writes about the child. The pipe stays open while bwrap lives, so end-of-file is no help."""
    os.set_blocking(fd, False)
    loop = asyncio.get_running_loop()
    text = b""
    while True:
        ready: asyncio.Future[None] = loop.create_future()
        loop.add_reader(fd, _wake, ready)
        try:
            await ready
        finally:
            loop.remove_reader(fd)
        chunk = os.read(fd, 4096)
        if not chunk:
            raise ValueError("bwrap ended")
        text += chunk
        with contextlib.suppress(json.JSONDecodeError):
            found: dict[str, int] = json.loads(text)
            return found


def _wake(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_result(None)


@contextlib.contextmanager
def _memory_file(content: bytes) -> Iterator[int]:
    fd = os.memfd_create("kiosk", os.MFD_CLOEXEC)
    try:
        os.write(fd, content)
        os.lseek(fd, 0, os.SEEK_SET)
        yield fd
    finally:
        os.close(fd)


def _data(spec: GuestSpec) -> dict[str, bytes]:
    return {
        "/etc/passwd": _PASSWD,
        "/etc/group": _GROUP,
        "/etc/hosts": _HOSTS,
        "/etc/nsswitch.conf": _NSSWITCH,
        **{path: b"" for path in _NO_KEYS if Path(path).exists()},
        **spec.data,
    }


def _arguments(spec: GuestSpec, data: dict[str, int], channel: int) -> list[str]:
    args = ["--unshare-all", "--unshare-user", "--uid", "1000", "--gid", "1000", "--hostname", "poste"]
    args += ["--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL"]
    args += _system()
    args += ["--proc", "/proc", "--dev", "/dev"]
    for size, path in ((spec.shm_bytes, "/dev/shm"), (spec.tmp_bytes, "/tmp"), (spec.home_bytes, HOME)):
        args += ["--size", str(size), "--tmpfs", path]
    args += ["--size", str(1 << 20), "--perms", "0700", "--tmpfs", RUN]
    args += _program()
    for path, fd in data.items():
        args += ["--ro-bind-data", str(fd), path]
    for path, outside in (*spec.folders.items(), *spec.sockets.items()):
        args += ["--ro-bind", str(outside), path]
    environment = {
        "HOME": HOME,
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "TMPDIR": "/tmp",
        "XDG_RUNTIME_DIR": RUN,
        CHANNEL_VARIABLE: str(channel),
        **spec.environment,
    }
    for name, value in environment.items():
        args += ["--setenv", name, value]
    # bwrap's own root and /dev are tmpfs without a size: read-only, or the guest could fill the machine's memory.
    return [*args, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", HOME]


def programs() -> list[str]:
    """The system's programs and their libraries, read-only, as options of bwrap."""
    args = ["--ro-bind", "/usr", "/usr"]
    for name in ("bin", "sbin", "lib", "lib32", "lib64"):
        path = Path("/", name)
        if path.is_symlink():
            args += ["--symlink", os.readlink(path), str(path)]
        elif path.is_dir():
            args += ["--ro-bind", str(path), str(path)]
    return args


def _system() -> list[str]:
    """The read-only system: its programs, and the little of /etc that is needed."""
    args = programs()
    for name in _ETC:
        args += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    return args


def _program() -> list[str]:
    """The Python environment and the product itself, bound after the tmpfs: they may live under /tmp or /home."""
    args: list[str] = []
    package = Path(__file__).resolve().parents[1]
    for folder in dict.fromkeys((sys.base_prefix, sys.prefix, str(package), str(package.parent / "assets"))):
        if not folder.startswith("/usr/"):
            args += ["--ro-bind", folder, folder]
    return args


async def _discard(words: asyncio.StreamReader | None) -> None:
    """What the guest writes on its error output may quote a page: it is read, so that nobody blocks, and dropped."""
    while words is not None and await words.read(65_536):
        pass


@dataclass(frozen=True)
class _Namespaces:
    pid: int
    mount: int


class BubblewrapGuest(Guest):
    def __init__(
        self,
        monitor: asyncio.subprocess.Process,
        child: int,
        namespaces: _Namespaces,
        channel: socket.socket,
        group: MemoryGroup,
    ) -> None:
        self._monitor = monitor
        self._inside = processes.identify(child)
        self._first = tuple(filter(None, (self._inside, processes.identify(monitor.pid))))
        self._namespaces = namespaces
        self._group = group
        self._tree: set[processes.Identity] = set()
        self._ended = False
        self._unheard = asyncio.create_task(_discard(monitor.stderr))
        self.channel = channel

    @property
    def pid(self) -> int:
        return self._monitor.pid

    @property
    def alive(self) -> bool:
        return self._monitor.returncode is None

    @property
    def exit_code(self) -> int | None:
        code = self._monitor.returncode
        return code if code is None or code >= 0 else 128 - code

    async def wait(self) -> None:
        await self._monitor.wait()

    def end(self) -> None:
        if self._ended:
            return
        self._ended = True
        # Noted before the end: what was in the tree must be gone after it, whatever namespace it had made its own.
        self._tree |= processes.tree(self._monitor.pid)
        self._note_members()
        # Not through asyncio: it would take note of a death itself, and its own watcher then not know the process.
        for process in self._first:
            processes.kill(process)
        self._note_members()

    async def kill(self) -> None:
        self.end()
        await self._monitor.wait()
        await self._unheard
        await processes.gone(self._tree, timeout=GONE_TIMEOUT)
        self.channel.close()
        await self._group.removed(GONE_TIMEOUT)

    def remains(self) -> Remains:
        left = processes.still_alive(self._tree) | self._within("pid", self._namespaces.pid)
        mounts = self._within("mnt", self._namespaces.mount)
        return Remains(processes=len(left), mounts=len(mounts), groups=int(self._group.exists()))

    def _note_members(self) -> None:
        self._tree |= self._within("pid", self._namespaces.pid) | self._within("mnt", self._namespaces.mount)

    def _within(self, kind: str, inode: int) -> set[processes.Identity]:
        """Who is in a namespace of ours. Once process 1 is dead nobody can start there, and the kernel gives the number
        to the next namespace that anybody makes, a process that was there before it included: then only who was noted
        as ours is."""
        found = processes.in_namespace(kind, inode)
        ours = self._inside is not None and processes.still_alive((self._inside,))  # looked at after the numbers
        return found if ours else found & self._tree
