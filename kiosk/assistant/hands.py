"""Whose each mouse and keyboard is, told by using them, before there is a second pointer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from kiosk.control import assigning
from kiosk.control.assigning import Assigning
from kiosk.control.backend import Backend, ControlUnavailableError, Used
from kiosk.control.x11 import X11Backend

Told = tuple[frozenset[str], frozenset[str]]


def open_backend() -> Backend | None:
    """None where the screen has no such thing as a second pointer."""
    try:
        return X11Backend()
    except ControlUnavailableError:
        return None


class Hands:
    """`show(step, taken)`: the next device is asked for. `told(user, mediator)`: all were used."""

    def __init__(
        self, backend: Backend | None, *, show: Callable[[int, bool], None], told: Callable[[Told], None]
    ) -> None:
        self._backend = backend
        self._show = show
        self._told = told
        self._state: Assigning | None = None
        if backend is not None:
            backend.on_used = self._note_use
            asyncio.get_running_loop().add_reader(backend.fileno(), backend.drain)

    def enough(self) -> bool:
        return self._backend is not None and assigning.worth_asking(self._backend.devices())

    def ask(self) -> None:
        """From the first device on."""
        assert self._backend is not None
        self._state = Assigning()
        self._backend.listen_for_use(True)
        self._show(0, False)

    def stop(self) -> None:
        self._state = None
        if self._backend is not None:
            self._backend.listen_for_use(False)

    def close(self) -> None:
        if self._backend is not None:
            asyncio.get_running_loop().remove_reader(self._backend.fileno())
            self._backend.close()

    def _note_use(self, used: Used) -> None:
        assert self._backend is not None
        device = next((one for one in self._backend.devices() if one.number == used.device), None)
        if self._state is None or device is None:
            return
        before, self._state = self._state, assigning.used(self._state, device)
        if self._state.done:
            told = (self._state.user, self._state.mediator)
            self.stop()
            self._told(told)
        elif self._state != before:
            self._show(self._state.step, self._state.taken)
