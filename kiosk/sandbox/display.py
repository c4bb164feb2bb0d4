"""How the guest reaches the X server: the server's own Unix socket, and a cookie that still fits in another host name.

X has no walls between its windows; what that means for the guest is said in SECURITY.md.
"""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xcffib

from kiosk.errors import KioskError

COOKIES = "/run/kiosk/xauthority"
_FAMILY_WILD = 0xFFFF  # fits any host: the sandbox has a host name of its own


class DisplayError(KioskError):
    """There is no X server to show anything on."""

    code = "E-501"
    what = "Aucun écran n'a été trouvé."
    kept = "Rien n'a été modifié."
    todo = "Démarrez le programme depuis la session graphique du poste (Xorg, variable DISPLAY)."


@dataclass(frozen=True)
class Display:
    """What the guest is given: the server's socket (same path inside), the variables, the cookies' content."""

    socket: Path
    environment: dict[str, str]
    cookies: bytes | None


def local_display(environment: dict[str, str] | os._Environ[str] = os.environ) -> Display:
    """The display that we run on. Raises DisplayError when there is none, when it is on another machine, or when it
    does not answer us: Qt would end the program with a core instead."""
    name = environment.get("DISPLAY", "")
    match = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", name)
    if match is None:
        raise DisplayError
    socket = Path(f"/tmp/.X11-unix/X{match[1]}")
    if not socket.is_socket():
        raise DisplayError
    try:
        answering: Any = xcffib.connect(display=name)  # type: ignore[no-untyped-call]
    except xcffib.ConnectionException:
        raise DisplayError from None
    answering.disconnect()
    cookies = _wild_cookies(environment)
    variables = {"DISPLAY": f":{match[1]}"} | ({"XAUTHORITY": COOKIES} if cookies else {})
    return Display(socket, variables, cookies)


def _wild_cookies(environment: dict[str, str] | os._Environ[str]) -> bytes | None:
    path = Path(environment.get("XAUTHORITY") or Path(environment.get("HOME", "/"), ".Xauthority"))
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return b"".join(_entries(content)) or None


def _entries(content: bytes) -> Iterator[bytes]:
    """Each entry of an Xauthority file (family, then address, display, name and value, each with its length)."""
    at = 0
    while at + 2 <= len(content):
        at += 2
        fields = []
        for _ in range(4):
            if at + 2 > len(content):
                return
            (length,) = struct.unpack_from(">H", content, at)
            fields.append(content[at + 2 : at + 2 + length])
            at += 2 + length
        _, *rest = fields
        yield struct.pack(">HH", _FAMILY_WILD, 0) + b"".join(struct.pack(">H", len(item)) + item for item in rest)
