"""Out by the one way that a guest has: the proxy's socket, asked for what it must refuse."""

from __future__ import annotations

import contextlib
import socket
import ssl
from collections.abc import Iterator

from tests.sandbox.compromised.attempt import NothingThereError, Targets, attempt, holds

_TIMEOUT = 10.0
ALLOWED = "the practice services by the proxy"
"""The one attempt that must succeed inside too: the program does reach the proxy."""


def _asked(at: Targets, target: str) -> str:
    with socket.socket(socket.AF_UNIX) as made:
        made.settimeout(_TIMEOUT)
        made.connect(at["proxy"])
        made.sendall(f"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n\r\n".encode())
        answer = b""
        while chunk := made.recv(1000):
            answer += chunk
            if b" 200 " in answer and answer.partition(b"\r\n\r\n")[2]:
                break
        return holds(answer)


@attempt("by the proxy: the post's loopback")
def _loopback(at: Targets) -> object:
    return _asked(at, f"127.0.0.1:{at['tcp']}")


@attempt("by the proxy: the post's loopback by name")
def _localhost(at: Targets) -> object:
    return _asked(at, f"localhost:{at['tcp']}")


@attempt("by the proxy: the post's address")
def _address(at: Targets) -> object:
    return _asked(at, f"{at['address']}:{at['tcp']}")


@attempt("by the proxy: the loopback over IPv6")
def _six(at: Targets) -> object:
    return _asked(at, f"[::1]:{at['tcp6']}")


@attempt("by the proxy: an allowed name on another port")
def _port(at: Targets) -> object:
    return _asked(at, f"{at['allowed']}:{at['tcp']}")


@attempt("by the proxy: a name that is not allowed")
def _stranger(at: Targets) -> object:
    return _asked(at, f"{at['stranger']}:{at['tcp']}")


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
