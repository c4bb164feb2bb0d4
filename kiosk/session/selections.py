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
_SELECTIONS = ("PRIMARY", "SECONDARY", "CLIPBOARD")
_CUT_BUFFERS = tuple(f"CUT_BUFFER{number}" for number in range(8))


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
            for name in _SELECTIONS:
                core.SetSelectionOwner(_NOBODY, _atom(connection, name), _NOW)
            for name in _CUT_BUFFERS:
                core.DeleteProperty(root, _atom(connection, name))
            connection.flush()
            # A round trip: the server has done it when it answers.
            core.GetInputFocus().reply()

    def remains(self) -> int:
        with _Connection(self._display) as (connection, root):
            core = connection.core
            owned = sum(
                core.GetSelectionOwner(_atom(connection, name)).reply().owner != _NOBODY for name in _SELECTIONS
            )
            filled = sum(
                core.GetProperty(False, root, _atom(connection, name), xcffib.xproto.GetPropertyType.Any, 0, 1)
                .reply()
                .value_len
                > 0
                for name in _CUT_BUFFERS
            )
            return int(owned + filled)


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


def _atom(connection: Any, name: str) -> int:
    return int(connection.core.InternAtom(False, len(name), name).reply().atom)
