"""What the attempts aim at: real sockets, files, processes, memory and keys of the post, each with the word in it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import kiosk
from kiosk.practice.headers import FUND_HOST, TITLES_HOST
from tests.sandbox.compromised.attempt import WORD, Targets, call, libc
from tests.sandbox.compromised.ways.processes import SYS_ADD_KEY, SYS_KEYCTL

_JOIN_SESSION_KEYRING, _SESSION_KEYRING = 1, -3
_IPC_CREAT, _IPC_RMID = 0o1000, 0
_PATIENCE = 20.0

_VICTIM = """
import ctypes, signal, sys
held = ctypes.create_string_buffer(sys.argv[1].encode(), 64)
print(ctypes.addressof(held), flush=True)
while True:
    signal.pause()
"""


def _greet(client: socket.socket) -> None:
    with contextlib.suppress(OSError), client:
        client.sendall(WORD.encode())


_STRANGER = "ailleurs.example"


class _WeakProxy:
    """Refuses nothing: the control for what a real one refuses."""

    def __init__(self, practice: str) -> None:
        self._practice = practice

    def __call__(self, client: socket.socket) -> None:
        with contextlib.suppress(OSError), client:
            client.settimeout(_PATIENCE)
            host, _, port = client.recv(1000).split(b" ")[1].decode().rpartition(":")
            with self._called(host.strip("[]"), int(port)) as server:
                server.settimeout(_PATIENCE)
                client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                self._carry(client, server)

    def _called(self, host: str, port: int) -> socket.socket:
        if host.endswith(".exercice") and port == 443:
            made = socket.socket(socket.AF_UNIX)
            made.connect(self._practice)
            return made
        own = host.endswith(".exercice") or host == _STRANGER
        return socket.create_connection(("127.0.0.1" if own else host, port))

    @staticmethod
    def _carry(one: socket.socket, other: socket.socket) -> None:
        while ready := select.select([one, other], [], [], _PATIENCE)[0]:
            for speaker in ready:
                said = speaker.recv(65_536)
                if not said:
                    return
                (other if speaker is one else one).sendall(said)


class _Listener:
    """Answers each caller of a stream socket, or each packet, in a thread of its own."""

    def __init__(self, listening: socket.socket, answer: Callable[[socket.socket], None] = _greet) -> None:
        self.socket = listening
        self._answer = answer
        self._end, self._ended = os.pipe()
        if listening.type == socket.SOCK_STREAM:
            listening.listen(20)
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self.socket.getsockname()[1])

    def close(self) -> None:
        os.write(self._ended, b"x")
        self._thread.join()
        self.socket.close()
        os.close(self._end)
        os.close(self._ended)

    def _serve(self) -> None:
        while self._end not in select.select([self.socket, self._end], [], [])[0]:
            if self.socket.type == socket.SOCK_STREAM:
                self._answer(self.socket.accept()[0])
            else:
                data, caller = self.socket.recvfrom(1500)
                self.socket.sendto(data + WORD.encode(), caller)


def _listening(family: int, kind: int, address: object) -> socket.socket:
    made = socket.socket(family, kind)
    made.bind(address)  # type: ignore[arg-type]
    return made


def own_address() -> str:
    """This machine's address on its network, or a loopback one that is nobody's usual one. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.2"
        return str(probe.getsockname()[0])


@contextlib.contextmanager
def targets(folder: Path, runtime: Path, display: str) -> Iterator[Targets]:
    """`folder` is on the disk, `runtime` the shell's own."""
    tag = f"cac-{os.getpid()}"
    with contextlib.ExitStack() as last:

        def serve(family: int, kind: int, address: object, answer: Callable[[socket.socket], None] = _greet) -> int:
            listener = _Listener(_listening(family, kind, address), answer)
            last.callback(listener.close)
            return listener.port if family != socket.AF_UNIX else 0

        def file(path: Path) -> str:
            path.write_text(WORD)
            last.callback(path.unlink)
            return str(path)

        stream, packet = socket.SOCK_STREAM, socket.SOCK_DGRAM
        at: Targets = {"address": own_address(), "nodename": os.uname().nodename, "name": socket.gethostname()}
        at |= {"key": tag, "abstract": tag, "display": display, "product": str(Path(kiosk.__file__).parent)}
        at |= {"allowed": FUND_HOST, "sister": TITLES_HOST, "stranger": _STRANGER, "tcp6": 0, "udp6": 0}
        at["tcp"] = serve(socket.AF_INET, stream, ("0.0.0.0", 0))
        at["udp"] = serve(socket.AF_INET, packet, ("0.0.0.0", 0))
        with contextlib.suppress(OSError):
            at["tcp6"] = serve(socket.AF_INET6, stream, ("::1", 0))
            at["udp6"] = serve(socket.AF_INET6, packet, ("::1", 0))
        at["unix"] = str(runtime / "greeting")
        serve(socket.AF_UNIX, stream, at["unix"])
        serve(socket.AF_UNIX, stream, "\0" + tag)
        at["practice"] = str(runtime / "practice")
        at["proxy"] = str(runtime / "weak-proxy")
        serve(socket.AF_UNIX, stream, at["proxy"], _WeakProxy(at["practice"]))
        at["file"] = file(folder / "canary")
        at["written"] = str(folder / "written")
        at["runtime_file"] = file(runtime / "canary")
        at["shared_file"] = file(Path("/dev/shm", tag))
        at["home_file"] = file(Path.home() / f".{tag}")
        at["handle"] = _handle(at["file"])
        at |= last.enter_context(_victim())
        at |= last.enter_context(_kernel_objects(tag))
        yield at


def _handle(path: str) -> str:
    buffer = ctypes.create_string_buffer(b"\x80\0\0\0", 136)
    libc.name_to_handle_at(-100, path.encode(), buffer, ctypes.byref(ctypes.c_int()), 0)
    return buffer.raw.hex()


@contextlib.contextmanager
def _victim() -> Iterator[Targets]:
    command = [sys.executable, "-c", _VICTIM, WORD]
    environment = {**os.environ, "WORD": WORD}
    victim = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert victim.stdout is not None
    try:
        yield {"pid": victim.pid, "memory": int(victim.stdout.readline())}
    finally:
        victim.kill()
        victim.wait()
        victim.stdout.close()


@contextlib.contextmanager
def _kernel_objects(tag: str) -> Iterator[Targets]:
    """Memory and a queue that have a number or a name for the whole machine, and a key as a log-in leaves one."""
    number = os.getpid() | 0x4711_0000
    shared = call(libc.shmget(number, 64, _IPC_CREAT | 0o600))
    libc.shmat.restype = ctypes.c_void_p
    address = libc.shmat(shared, None, 0)
    ctypes.memmove(address, WORD.encode(), len(WORD))
    queue = call(libc.mq_open(f"/{tag}".encode(), os.O_CREAT | os.O_RDWR, 0o600, None))
    # Where a container's own walls forbid keys, the attempt has no control and says so.
    libc.syscall(SYS_KEYCTL, _JOIN_SESSION_KEYRING, None)
    libc.syscall(SYS_ADD_KEY, b"user", tag.encode(), WORD.encode(), len(WORD), _SESSION_KEYRING)
    try:
        yield {"shared": number, "queue": f"/{tag}"}
    finally:
        libc.shmdt(ctypes.c_void_p(address))
        libc.shmctl(shared, _IPC_RMID, None)
        os.close(queue)
        libc.mq_unlink(f"/{tag}".encode())
        libc.syscall(SYS_KEYCTL, _JOIN_SESSION_KEYRING, None)


def disk_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(dir="/var/tmp", prefix="cac-")
