"""How long nobody has touched anything, as the X server counts it: all devices and windows, the guest unasked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

import xcffib
import xcffib.screensaver
import xcffib.xproto


class IdleCounter(ABC):
    @abstractmethod
    def seconds(self) -> float | None:
        """Since the last input; None when it cannot be known, which must not be taken for activity."""


class X11IdleCounter(IdleCounter):
    def __init__(self, display: str | None = None) -> None:
        connection: Any = xcffib.connect(display=display)  # type: ignore[no-untyped-call]
        self._connection = connection
        self._root = self._connection.get_setup().roots[0].root
        name = xcffib.screensaver.key.name
        known = connection.core.QueryExtension(len(name), name).reply().present
        self._screensaver: Any = self._connection(xcffib.screensaver.key) if known else None

    def seconds(self) -> float | None:
        if self._screensaver is None:
            return None
        try:
            reply = self._screensaver.QueryInfo(self._root).reply()
        except (xcffib.ConnectionException, xcffib.ProtocolException):
            return None
        return float(reply.ms_since_user_input) / 1000

    def close(self) -> None:
        self._connection.disconnect()
