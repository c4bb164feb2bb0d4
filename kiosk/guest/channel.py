"""The guest's end of the conversation with the shell: one packet a message, on the socket inherited at start.

Knows the socket, the message types and the papers that travel beside. When the shell goes away, the guest has no
reason to live: `closed` is said.
"""

from __future__ import annotations

import errno
import socket
from collections.abc import Sequence

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from kiosk import packets
from kiosk.sealed import NotSealedError, Sealed
from kiosk.session import messages

_FULL = (errno.EAGAIN, errno.ENOBUFS, errno.ETOOMANYREFS)


class Channel(QObject):
    """Messages of the shell as a signal, and `send` for ours.

    `received` carries the message, and the content that came beside it or None: closed once all have heard it, unless
    it was read by then.
    """

    received = Signal(object, object)
    closed = Signal()

    def __init__(self, descriptor: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket = socket.socket(fileno=descriptor)
        self._socket.setblocking(False)
        self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def send(self, message: messages.FromGuest, contents: Sequence[Sealed] = ()) -> None:
        """Hand one message over. A shell that does not read, or is gone, must not hold the person's page up.

        `contents` stay the caller's to close: what is on its way has descriptors of its own.
        """
        try:
            packets.send(self._socket, messages.encode(message), contents)
        except OSError as error:
            if error.errno not in _FULL:
                self._say_closed()

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._socket.close()

    def _read(self) -> None:
        while self._notifier.isEnabled():
            try:
                packet, descriptors = packets.receive(self._socket, messages.MAX_OPEN_BYTES)
            except packets.PacketError:
                continue
            except BlockingIOError:
                return
            except OSError:
                packet, descriptors = b"", []
            if not packet:
                packets.close(descriptors)
                self._say_closed()
                return
            self._tell(packet, descriptors)

    def _tell(self, packet: bytes, descriptors: list[int]) -> None:
        content = _content(descriptors)
        try:
            self.received.emit(messages.decode_from_shell(packet), content)
        finally:
            if content is not None:
                content.close()

    def _say_closed(self) -> None:
        if self._notifier.isEnabled():
            self._notifier.setEnabled(False)
            self.closed.emit()


def _content(descriptors: list[int]) -> Sealed | None:
    """What came beside a message: one paper, or nothing that we know."""
    if len(descriptors) != 1:
        packets.close(descriptors)
        return None
    try:
        return Sealed(descriptors[0])
    except NotSealedError:
        return None
