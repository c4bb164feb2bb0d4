"""The sounds of the post: one calls a mediator, one asks who is still there. Without a sound card both are seen."""

from __future__ import annotations

import logging
import shutil
from abc import ABC, abstractmethod

from PySide6.QtCore import QObject, QProcess

from kiosk.ui.theme import ASSETS

_log = logging.getLogger(__name__)
_TO_GO_MS = 1000


class Announcer(ABC):
    """Something that a room can hear."""

    @abstractmethod
    def ring(self) -> None:
        """Ring once for a mediator and return at once. Never raises."""

    @abstractmethod
    def warn(self) -> None:
        """Sound the question once and return at once. Never raises."""


class AplaySound(Announcer):
    """ALSA's own player, in a process of its own: a blocked sound card blocks nothing here."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._aplay = shutil.which("aplay")
        self._process = QProcess(parent)
        self._process.errorOccurred.connect(lambda _: _log.warning("call_sound_failed"))
        self._process.finished.connect(self._finished)

    def ring(self) -> None:
        self._play("call.wav")

    def warn(self) -> None:
        self._play("warning.wav")

    def stop(self) -> None:
        """The shell ends: a sound card that is blocked keeps nobody."""
        self._process.errorOccurred.disconnect()
        self._process.finished.disconnect()
        self._process.kill()
        self._process.waitForFinished(_TO_GO_MS)

    def _play(self, name: str) -> None:
        if self._aplay is None:
            _log.warning("call_sound_absent")
        elif self._process.state() == QProcess.ProcessState.NotRunning:
            self._process.start(self._aplay, ["-q", str(ASSETS / "theme" / name)])

    def _finished(self, code: int) -> None:
        if code != 0:
            _log.warning("call_sound_failed")
