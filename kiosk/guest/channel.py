"""The guest's end of the conversation with the shell: one packet a message, on the socket inherited at start.

Knows the socket and the message types. When the shell goes away, the guest has no reason to live: `closed` is said.
"""

from __future__ import annotations

import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from kiosk.session import messages


class Channel(QObject):
    """Messages of the shell as a signal, and `send` for ours."""

    received = Signal(object)
    closed = Signal()

    def __init__(self, descriptor: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket = socket.socket(fileno=descriptor)
        self._socket.setblocking(False)
        self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def send(self, message: messages.FromGuest) -> None:
        """Hand one message over. A shell that does not read, or is gone, must not hold the person's page up."""
        try:
            self._socket.send(messages.encode(message))
        except BlockingIOError:
            return
        except OSError:
            self._say_closed()

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._socket.close()

    def _read(self) -> None:
        while True:
            try:
                packet = self._socket.recv(messages.MAX_BYTES + 1)
            except BlockingIOError:
                return
            except OSError:
                packet = b""
            if not packet:
                self._say_closed()
                return
            self.received.emit(messages.decode_from_shell(packet))

    def _say_closed(self) -> None:
        if self._notifier.isEnabled():
            self._notifier.setEnabled(False)
            self.closed.emit()
