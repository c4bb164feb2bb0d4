"""What is copied, and what any program of the session can leave at the X server, which outlives it.

The X server is asked as any other program asks it. A page can do the first three; the others take a guest that was
broken into, which the X server lets do the same as everybody.
"""

from __future__ import annotations

import os
import subprocess
import sys
from abc import ABC, abstractmethod
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

import xcffib
import xcffib.xproto

from proof.rig import clipboard
from proof.wipe.kind import Kind
from proof.wipe.kinds import broken_into
from proof.wipe.kinds.traces_page import page_of
from proof.wipe.session import MARK_LENGTH, PROPER_LENGTH, Session

_ALL = 0xFFFFFFFF
_WIDTH = MARK_LENGTH + PROPER_LENGTH
"""Pixels of the picture: a word's letters."""
_HTML = "text/html"

_left: WeakKeyDictionary[Session, tuple[int, int]] = WeakKeyDictionary()


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
    """Left by a process that has ended: all four at once."""

    seconds = 0.7

    connection: Any
    root: int
    left: tuple[int, int]
    """The window and the picture."""

    def plant(self, session: Session) -> None:
        if session not in _left:
            _left[session] = _leave_all(session)
        self.left = _left[session]

    def seen(self, session: Session) -> bool:
        self.connection = xcffib.connect(display=session.display)  # type: ignore[no-untyped-call]
        self.root = self.connection.get_setup().roots[0].root
        try:
            return session.canary(self.name).is_in(self.look())
        finally:
            self.connection.disconnect()

    @abstractmethod
    def look(self) -> bytes: ...

    def read(self, window: int, name: int) -> bytes:
        anything = xcffib.xproto.GetPropertyType.Any
        return bytes(self.connection.core.GetProperty(False, window, name, anything, 0, 1024).reply().value.buf())


def _leave_all(session: Session) -> tuple[int, int]:
    words = "\n".join(session.canary(name).core for name in broken_into.NAMES)
    command = [sys.executable, "-m", broken_into.__name__, session.display]
    said = subprocess.run(command, input=words, capture_output=True, text=True, check=True, timeout=60).stdout
    window, picture = map(int, said.split())
    return window, picture


class CutBuffer(LeftAtServer):
    name = "cut-buffer"
    where = "cut buffer"

    def look(self) -> bytes:
        return self.read(self.root, xcffib.xproto.Atom.CUT_BUFFER3)


class RootProperty(LeftAtServer):
    name = "root-property"
    where = "property of the root window"

    def look(self) -> bytes:
        name = broken_into.PROPERTY
        return self.read(self.root, self.connection.core.InternAtom(True, len(name), name).reply().atom)


class LeftWindow(LeftAtServer):
    """Its maker is gone and asked that it stay."""

    name = "left-window"
    where = "title of a window of the dead"

    def look(self) -> bytes:
        return self.read(self.left[0], xcffib.xproto.Atom.WM_NAME)


class LeftPixmap(LeftAtServer):
    name = "left-pixmap"
    where = "picture of the dead"

    def look(self) -> bytes:
        form = xcffib.xproto.ImageFormat.ZPixmap
        return bytes(self.connection.core.GetImage(form, self.left[1], 0, 0, _WIDTH, 1, _ALL).reply().data.buf())


KINDS: tuple[type[Kind], ...] = (
    Selected, Copied, CopiedHtml, CutBuffer, RootProperty, LeftWindow, LeftPixmap,
)  # fmt: skip
