"""A listening socket is a way out, unless the process that has it has given up connecting."""

from __future__ import annotations

import subprocess
import sys

import pytest

# A server outside, and a listening socket as the door's process has it: can it be made to call the server?
TRY = """
import ctypes, errno, socket
from kiosk.documents.phone.inside.confine import forbid_connecting
server = socket.create_server(("127.0.0.1", 0))
listener = socket.create_server(("127.0.0.1", 0))
libc = ctypes.CDLL(None, use_errno=True)
def attempt(what):
    try:
        what()
        return "out"
    except OSError as error:
        return errno.errorcode[error.errno]
def disconnect(sock):
    if libc.connect(sock.fileno(), ctypes.create_string_buffer(16), 16):
        raise OSError(ctypes.get_errno(), "")
def by_connecting():
    disconnect(listener)
    listener.connect(server.getsockname())
def by_sending():
    socket.socket().sendto(b"x", 0x20000000, server.getsockname())
def by_sending_a_message():
    socket.socket().sendmsg([b"x"], [], 0x20000000, server.getsockname())
def by_ring():
    if libc.syscall(425, 1, ctypes.create_string_buffer(256)) < 0:
        raise OSError(ctypes.get_errno(), "")
"""


def attempt(what: str, confined: bool) -> str:
    code = TRY + ("forbid_connecting()\n" if confined else "") + f"print(attempt({what}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    return done.stdout.strip()


@pytest.mark.parametrize("way", ["by_connecting", "by_sending", "by_sending_a_message", "by_ring"])
def test_a_confined_process_cannot_reach_out(way: str) -> None:
    assert attempt(way, confined=True) == "EPERM"


def test_without_it_the_listening_socket_would_have_been_a_way_out() -> None:
    assert attempt("by_connecting", confined=False) == "out"


def test_a_confined_process_still_answers_who_comes() -> None:
    code = TRY + (
        "caller = socket.create_connection(listener.getsockname())\n"
        "forbid_connecting()\n"
        "caller.send(b'hello'); there, _ = listener.accept(); there.send(there.recv(5)); print(caller.recv(5).decode())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout.strip() == "hello"
