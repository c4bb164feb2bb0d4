"""One round: every screen in every look, its picture, and what a machine sees wrong in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from demonstration.shots import seeing
from demonstration.shots.looks import Look
from demonstration.shots.registry import Shot
from demonstration.shots.stage import Part, Stage, picture_of, stage
from kiosk.sheets.library import Library

# The screenless platform has no stacking order nor size hints, and says so each time; X11 has both. Qt's own keyboard
# reads a property of each field that never changes, and Qt says in two lines that it would not notice.
_NOT_OURS = re.compile(
    r"This plugin does not support (raise|propagateSizeHints)|depends on non-bindable properties|\w+::echoMode"
)
_NOT_A_WARNING = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


@dataclass(frozen=True)
class Wrong:
    """`what`: one of `seeing.QUESTIONS`, or a warning of Qt."""

    shot: str
    look: Look
    what: str
    sentence: str


@dataclass(frozen=True)
class Taken:
    shot: Shot
    look: Look
    picture: QImage
    wrong: tuple[Wrong, ...]


@contextmanager
def qt_warnings() -> Iterator[list[str]]:
    """What Qt complains of meanwhile."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in _NOT_A_WARNING and not _NOT_OURS.search(message):
            said.append(message)

    before = qInstallMessageHandler(hear)
    try:
        yield said
    finally:
        qInstallMessageHandler(before)


def look_at(one: Stage, shot: Shot) -> Taken:
    """A screen, once it has settled."""
    with qt_warnings() as said:
        parts = shot.show(one)
        one.settle()
        picture = picture_of(parts, one.look)
        found = [sighting for part in parts for sighting in seeing.wrong_with(part.window)]
        found += [("outside", sentence) for part in parts if (sentence := _beyond(part, one.look))]
        one.clear()
    found += [("Qt", message) for message in said]
    wrong = tuple(Wrong(shot.name, one.look, what, sentence) for what, sentence in dict.fromkeys(found))
    return Taken(shot, one.look, picture, wrong)


def take(
    app: QApplication,
    shots: Sequence[Shot],
    looks: Sequence[Look],
    sheets: Library,
    papers: Path,
    *,
    told: Callable[[Taken], None],
) -> None:
    """`told` gets each picture as soon as there is one, look after look."""
    for look in looks:
        with stage(app, look, sheets, papers) as one:
            for shot in shots:
                told(look_at(one, shot))


def _beyond(part: Part, look: Look) -> str:
    """A window that has become larger than its place: what it needs is more than there is."""
    right, bottom = part.at.x() + part.window.width(), part.at.y() + part.window.height()
    name = type(part.window).__name__
    return f"{name}: ends at {right}, {bottom}" if right > look.width or bottom > look.height else ""
