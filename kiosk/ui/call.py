"""The call for a mediator, as it is heard: at once, and again until somebody has answered."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from kiosk.ui.announcer import Announcer

AGAIN_EVERY_MS = 20_000


class Call(QTimer):
    def __init__(self, announcer: Announcer, parent: QObject | None = None) -> None:
        super().__init__(parent, interval=AGAIN_EVERY_MS)
        self._announcer = announcer
        self.timeout.connect(announcer.ring)

    def sound(self, on: bool) -> None:
        if on:
            self._announcer.ring()
            self.start()
        else:
            self.stop()
