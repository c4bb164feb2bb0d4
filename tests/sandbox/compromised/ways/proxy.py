"""Out by the one way that a guest has: the proxy's socket, asked for what it must refuse."""

from __future__ import annotations

import contextlib
import socket
import ssl
from collections.abc import Iterator
from functools import partial

from tests.sandbox.compromised.attempt import NothingThereError, Targets, attempt, holds

_TIMEOUT = 10.0
ALLOWED = "the practice services by the proxy"
"""The one attempt that must succeed inside too: the program does reach the proxy."""


def _asked(at: Targets, target: str) -> str:
    there = target.format_map(at)
    with socket.socket(socket.AF_UNIX) as made:
        made.settimeout(_TIMEOUT)
        made.connect(at["proxy"])
        made.sendall(f"CONNECT {there} HTTP/1.1\r\nHost: {there}\r\n\r\n".encode())
        answer = b""
        while chunk := made.recv(1000):
            answer += chunk
            if b" 200 " in answer and answer.partition(b"\r\n\r\n")[2]:
                break
        return holds(answer)


for _name, _target in (
    ("the post's loopback", "127.0.0.1:{tcp}"),
    ("the post's loopback by name", "localhost:{tcp}"),
    ("the post's address", "{address}:{tcp}"),
    ("the loopback over IPv6", "[::1]:{tcp6}"),
    ("an allowed name on another port", "{allowed}:{tcp}"),
    ("a name that is not allowed", "{stranger}:{tcp}"),
):
    attempt(f"by the proxy: {_name}")(partial(_asked, target=_target))


@attempt("by the proxy: another site under an allowed one's name")
def _other_name(at: Targets) -> object:
    return _secured(at, at["sister"])


@attempt(ALLOWED)
def _allowed(at: Targets) -> object:
    return _secured(at, at["allowed"])


@contextlib.contextmanager
def _tunnel(at: Targets) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX) as made:
        made.settimeout(_TIMEOUT)
        made.connect(at["proxy"])
        made.sendall(f"CONNECT {at['allowed']}:443 HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        if b" 200 " not in made.recv(1000):
            raise NothingThereError(0, "refused")
        yield made


def _secured(at: Targets, name: str) -> str | None:
    context = ssl.create_default_context()
    # Whether an answer comes is what counts here.
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with _tunnel(at) as made, context.wrap_socket(made, server_hostname=name) as secure:
        return secure.version()
