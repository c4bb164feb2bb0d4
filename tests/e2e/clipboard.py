"""The X server's selections, as any other program of the screen sees them."""

from __future__ import annotations

import os
import subprocess
import threading
from types import TracebackType
from typing import Any

import xcffib
import xcffib.xproto

from kiosk.session.selections import X11Selections

_NAMES = ("PRIMARY", "CLIPBOARD")


def content(display: str, selection: str) -> bytes:
    """What a paste would give; nothing when nobody answers."""
    command = ["xclip", "-o", "-selection", selection.lower()]
    environment = {**os.environ, "DISPLAY": display}
    return subprocess.run(command, env=environment, capture_output=True, check=False, timeout=10).stdout


def held(display: str) -> int:
    """How many selections and cut buffers have an owner or a content."""
    return X11Selections(display).remains()


class Grabber:
    """A program that takes the selections back each time they are taken from it."""

    def __init__(self, display: str) -> None:
        self._connection: Any = xcffib.connect(display=display)
        root = self._connection.get_setup().roots[0]
        self._window = self._connection.generate_id()
        only_input = xcffib.xproto.WindowClass.InputOnly
        self._connection.core.CreateWindow(0, self._window, root.root, 0, 0, 1, 1, 0, only_input, 0, 0, [])
        self._atoms = [self._connection.core.InternAtom(False, len(name), name).reply().atom for name in _NAMES]
        for atom in self._atoms:
            self._take(atom)
        self._connection.core.GetInputFocus().reply()
        self._running = True
        self._thread = threading.Thread(target=self._take_back)

    def __enter__(self) -> Grabber:
        self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._running = False
        # An event of our own ends the wait.
        event = xcffib.xproto.SelectionClearEvent.synthetic(0, self._window, 0)
        self._connection.core.SendEvent(False, self._window, 0, event.pack())
        self._connection.flush()
        self._thread.join()
        self._connection.disconnect()

    def _take(self, atom: int) -> None:
        self._connection.core.SetSelectionOwner(self._window, atom, xcffib.xproto.Time.CurrentTime)
        self._connection.flush()

    def _take_back(self) -> None:
        while True:
            event = self._connection.wait_for_event()
            if not self._running:
                return
            if isinstance(event, xcffib.xproto.SelectionClearEvent):
                self._take(event.selection)
