"""What people copied: every selection of the X server and its cut buffers, emptied and then looked at again.

A page may copy under any name, so every name is looked at, and not the three that everybody knows.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import Any

import xcffib.xproto

from kiosk.session.x_server import NOBODY, NOW, Connection, Line, Questions

_Atom = xcffib.xproto.Atom
_CUT_BUFFERS = tuple(range(_Atom.CUT_BUFFER0, _Atom.CUT_BUFFER7 + 1))

_OFFICE = re.compile(r"_S\d+$")
"""Selections of this name hold no text: owning one is an office, as window manager or settings of a screen."""


class Selections(ABC):
    @abstractmethod
    def erase(self) -> None: ...

    @abstractmethod
    def remains(self) -> int:
        """How many selections have an owner or a content. Raises OSError when the X server does not answer."""


class X11Selections(Selections):
    def __init__(self, display: str | None = None) -> None:
        self._display = display

    def erase(self) -> None:
        with Connection(self._display) as server:
            for selection in self._owned(server):
                server.core.SetSelectionOwner(NOBODY, selection, NOW)
            for buffer in _CUT_BUFFERS:
                server.core.DeleteProperty(server.root, buffer)
            server.wait()

    def remains(self) -> int:
        with Connection(self._display) as server:
            # All is asked before the first answer is read: one wait for the server instead of eight.
            anything = xcffib.xproto.GetPropertyType.Any
            buffers: list[Any] = [
                server.core.GetProperty(False, server.root, one, anything, 0, 1) for one in _CUT_BUFFERS
            ]
            held = [asked for asked in buffers if asked.reply().value_len > 0]
            return len(self._owned(server)) + len(held)

    def _owned(self, server: Connection) -> list[int]:
        with Line(self._display) as line:
            owners = Questions(line).owners()
        return [atom for atom in owners if not _OFFICE.search(server.name_of(atom))]
