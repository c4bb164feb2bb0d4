"""What is copied, and what any program of the session can leave at the X server, which outlives it.

The X server is asked as any other program asks it. A page can do the first three; the others take a guest that was
broken into, which the X server lets do the same as everybody.
"""

from __future__ import annotations

import os
import subprocess
from abc import ABC, abstractmethod
from typing import Any, ClassVar

import xcffib
import xcffib.xproto

from proof.rig import clipboard
from proof.wipe.kind import Kind
from proof.wipe.kinds.traces_page import page_of
from proof.wipe.session import Session

_ALL = 0xFFFFFFFF
_RETAIN_PERMANENT = 1
_EIGHT_BITS = 8
_HTML = "text/html"


def _given_as(display: str, target: str) -> bytes:
    """What a paste would give to a program that asks for this form of it."""
    command = ["xclip", "-o", "-selection", "clipboard", "-t", target]
    environment = {**os.environ, "DISPLAY": display}
    return subprocess.run(command, env=environment, capture_output=True, check=False, timeout=10).stdout


class Selected(Kind):
    """Three clicks on a line: it can be pasted with the middle button, without any other gesture."""

    name = "selection"
    where = "PRIMARY"

    def plant(self, session: Session) -> None:
        page_of(session).copy()

    def seen(self, session: Session) -> bool:
        return session.canary(self.name).is_in(clipboard.content(session.display, "PRIMARY"))


class Copied(Kind):
    name = "clipboard"
    where = "CLIPBOARD, text"
    target: ClassVar[str] = "UTF8_STRING"

    def plant(self, session: Session) -> None:
        page_of(session).copy()

    def seen(self, session: Session) -> bool:
        return session.canary(self.name).is_in(_given_as(session.display, self.target))


class CopiedHtml(Copied):
    name = "clipboard-html"
    where = "CLIPBOARD, HTML"
    target = _HTML


class LeftAtServer(Kind, ABC):
    """A connection of its own to the X server; what it leaves stays there when it is gone."""

    connection: Any
    root: int

    def plant(self, session: Session) -> None:
        self.connection = xcffib.connect(display=session.display)  # type: ignore[no-untyped-call]
        self.root = self.connection.get_setup().roots[0].root
        self.leave(session.canary(self.name).core.encode())
        self.connection.core.GetInputFocus().reply()
        self.connection.disconnect()

    def seen(self, session: Session) -> bool:
        self.connection = xcffib.connect(display=session.display)  # type: ignore[no-untyped-call]
        try:
            return session.canary(self.name).is_in(self.look())
        finally:
            self.connection.disconnect()

    @abstractmethod
    def leave(self, word: bytes) -> None: ...

    @abstractmethod
    def look(self) -> bytes: ...

    def write(self, window: int, name: int, word: bytes) -> None:
        mode, kind = xcffib.xproto.PropMode.Replace, xcffib.xproto.Atom.STRING
        self.connection.core.ChangeProperty(mode, window, name, kind, _EIGHT_BITS, len(word), word)

    def read(self, window: int, name: int) -> bytes:
        anything = xcffib.xproto.GetPropertyType.Any
        return bytes(self.connection.core.GetProperty(False, window, name, anything, 0, 1024).reply().value.buf())

    def atom(self, name: str) -> int:
        return int(self.connection.core.InternAtom(False, len(name), name).reply().atom)


class CutBuffer(LeftAtServer):
    name = "cut-buffer"
    where = "cut buffer"

    def leave(self, word: bytes) -> None:
        self.write(self.root, xcffib.xproto.Atom.CUT_BUFFER3, word)

    def look(self) -> bytes:
        return self.read(self.root, xcffib.xproto.Atom.CUT_BUFFER3)


class RootProperty(LeftAtServer):
    name = "root-property"
    where = "property of the root window"

    def leave(self, word: bytes) -> None:
        self.write(self.root, self.atom("_TRACES"), word)

    def look(self) -> bytes:
        return self.read(self.root, self.atom("_TRACES"))


class LeftWindow(LeftAtServer):
    """Its maker is gone and asked that it stay."""

    name = "left-window"
    where = "title of a window that outlives its program"
    window = 0

    def leave(self, word: bytes) -> None:
        self.connection.core.SetCloseDownMode(_RETAIN_PERMANENT)
        self.window = self.connection.generate_id()
        screen = self.connection.get_setup().roots[0]
        kind = xcffib.xproto.WindowClass.InputOutput
        self.connection.core.CreateWindow(
            screen.root_depth, self.window, self.root, 0, 0, 1, 1, 0, kind, screen.root_visual, 0, []
        )
        self.write(self.window, xcffib.xproto.Atom.WM_NAME, word)

    def look(self) -> bytes:
        return self.read(self.window, xcffib.xproto.Atom.WM_NAME)


class LeftPixmap(LeftAtServer):
    name = "left-pixmap"
    where = "picture that outlives its program"
    pixmap = 0
    _width = 0

    def leave(self, word: bytes) -> None:
        self.connection.core.SetCloseDownMode(_RETAIN_PERMANENT)
        self._width = len(word)
        self.pixmap, pen = self.connection.generate_id(), self.connection.generate_id()
        # One byte a pixel.
        self.connection.core.CreatePixmap(_EIGHT_BITS, self.pixmap, self.root, self._width, 1)
        self.connection.core.CreateGC(pen, self.pixmap, 0, [])
        form = xcffib.xproto.ImageFormat.ZPixmap
        self.connection.core.PutImage(form, self.pixmap, pen, self._width, 1, 0, 0, 0, _EIGHT_BITS, self._width, word)

    def look(self) -> bytes:
        form = xcffib.xproto.ImageFormat.ZPixmap
        reply = self.connection.core.GetImage(form, self.pixmap, 0, 0, self._width, 1, _ALL).reply()
        return bytes(reply.data.buf())


KINDS: tuple[type[Kind], ...] = (
    Selected, Copied, CopiedHtml, CutBuffer, RootProperty, LeftWindow, LeftPixmap,
)  # fmt: skip
