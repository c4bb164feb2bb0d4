"""What people copied: the X server's selections and cut buffers, emptied and then looked at again.

The X server outlives the session, so what it holds must be erased by name. Own connection, opened for the wipe only.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

import xcffib
import xcffib.xproto

_NOBODY = 0  # X11: None
_NOW = 0  # X11: CurrentTime
_CLIPBOARD = "CLIPBOARD"  # the only one whose number the X protocol does not fix
_Atom = xcffib.xproto.Atom
_SELECTIONS = (_Atom.PRIMARY, _Atom.SECONDARY)
_CUT_BUFFERS = tuple(range(_Atom.CUT_BUFFER0, _Atom.CUT_BUFFER7 + 1))


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
        with _Connection(self._display) as (connection, root):
            core = connection.core
            for selection in (*_SELECTIONS, _clipboard(connection)):
                core.SetSelectionOwner(_NOBODY, selection, _NOW)
            for buffer in _CUT_BUFFERS:
                core.DeleteProperty(root, buffer)
            # A round trip: the server has done it when it answers.
            core.GetInputFocus().reply()

    def remains(self) -> int:
        with _Connection(self._display) as (connection, root):
            core = connection.core
            # All is asked before the first answer is read: one wait for the server instead of eleven.
            owners = [core.GetSelectionOwner(one) for one in (*_SELECTIONS, _clipboard(connection))]
            anything = xcffib.xproto.GetPropertyType.Any
            buffers = [core.GetProperty(False, root, one, anything, 0, 1) for one in _CUT_BUFFERS]
            owned = sum(asked.reply().owner != _NOBODY for asked in owners)
            return int(owned + sum(asked.reply().value_len > 0 for asked in buffers))


class _Connection:
    def __init__(self, display: str | None) -> None:
        self._display = display

    def __enter__(self) -> tuple[Any, int]:
        try:
            self._connection: Any = xcffib.connect(display=self._display)  # type: ignore[no-untyped-call]
        except xcffib.ConnectionException as error:
            raise OSError("no X server") from error
        return self._connection, self._connection.get_setup().roots[0].root

    def __exit__(self, *_: object) -> None:
        self._connection.disconnect()


def _clipboard(connection: Any) -> int:
    return int(connection.core.InternAtom(False, len(_CLIPBOARD), _CLIPBOARD).reply().atom)
