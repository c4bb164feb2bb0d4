"""Whether a screen reader is on at this post, and where the accessibility bus is: what the desktop says on D-Bus.

Asks, and changes nothing. A post without any D-Bus has no reader.
"""

from __future__ import annotations

import os
from typing import Literal

from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

_SERVICE, _PATH = "org.a11y.Bus", "/org/a11y/bus"
_PATIENCE_MS = 1000

Wish = Literal["auto", "on", "off"]


def prepare(wish: Wish) -> None:
    """Before Qt starts. Left alone, it follows the desktop as `reader_bus` does."""
    if wish == "on":
        os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"


def reader_bus(wish: Wish) -> str:
    """The address of the accessibility bus, or nothing when no reader is to be served."""
    if wish == "off":
        return ""
    given = os.environ.get("AT_SPI_BUS_ADDRESS", "")
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return given
    if wish == "auto" and not (_status(bus, "ScreenReaderEnabled") or _status(bus, "IsEnabled")):
        return ""
    return given or str(_ask(bus, "org.a11y.Bus", "GetAddress") or "")


def _status(bus: QDBusConnection, name: str) -> bool:
    answer = _ask(bus, "org.freedesktop.DBus.Properties", "Get", "org.a11y.Status", name)
    # A property comes wrapped in a variant.
    return bool(answer.variant() if hasattr(answer, "variant") else answer)


def _ask(bus: QDBusConnection, interface: str, method: str, *arguments: str) -> object:
    call = QDBusMessage.createMethodCall(_SERVICE, _PATH, interface, method)
    call.setArguments(list(arguments))
    reply = bus.call(call, QDBus.CallMode.Block, _PATIENCE_MS)
    if reply.type() != QDBusMessage.MessageType.ReplyMessage or not reply.arguments():
        return None
    return reply.arguments()[0]
