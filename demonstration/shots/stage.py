"""Where a screen is shown to be looked at: the shell's real windows and the guest's, in one look, without a page from
the web: Chromium is not started.

Qt's screenless platform has one screen of its own size: the windows are told another.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPdfWriter
from PySide6.QtWidgets import QApplication, QWidget

from demonstration.shots.looks import Look
from demonstration.shots.shelf import NOON, Catalogue
from kiosk.guest import window as guest_window
from kiosk.guest.tray import Tray, TrayLimits
from kiosk.sheets.library import Library
from kiosk.ui import theme
from kiosk.ui.announcer import Announcer
from kiosk.ui.screen import Screen
from kiosk.ui.screens.context import Context
from kiosk.ui.shell import Shell
from kiosk.ui.visit import Visit
from kiosk.ui.windows import Windows

PLACE = "Espace social commun Le Blosne"


class Silent(Announcer):
    def ring(self) -> None:
        pass

    def warn(self) -> None:
        pass


class DrawnPage(QWidget):
    """In the place of the web: lines of a form, drawn."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.surface)
        left, width = look.px(48), round(self.width() * 0.6)
        for row in range(self.height() // look.px(96) + 1):
            top = look.px(36) + row * look.px(96)
            painter.fillRect(left, top, width // 2, look.px(14), look.line)
            painter.setPen(look.line)
            painter.drawRect(left, top + look.px(26), width, look.px(40))


@dataclass(frozen=True)
class Part:
    """A window, and where it lies on the screen."""

    window: QWidget
    at: QPoint = field(default_factory=QPoint)


class Stage:
    """`papers`: a folder for the tray. `clock` stands still: two rounds give the same pictures."""

    def __init__(self, app: QApplication, look: Look, sheets: Library, papers: Path) -> None:
        self.look = look
        self.app = app
        self._papers = papers
        self.shell = Shell(Catalogue(), PLACE, self._now, Silent(), look.appearance, sheets=sheets)
        self.shell.set_keys("F9", "F10", "F11", "F12")
        self.context = Context(Catalogue(), PLACE, Visit(look.appearance))
        self._made: list[QWidget] = []

    @property
    def screen(self) -> list[Part]:
        return [Part(self.shell.windows[0])]

    def own_screen(self) -> Screen:
        """One more, for pages that the shell does not show."""
        screen = Screen()
        screen.place(QRect(0, 0, self.look.width, self.look.height))
        self._made.append(screen)
        return screen

    def guest(self, papers: int = 2, *, bar: bool = False) -> guest_window.GuestWindow:
        """The guest's window, under one bar or two."""
        with patch.object(guest_window, "View", DrawnPage):
            window = guest_window.GuestWindow(self.tray(papers))
        window.leave_room_for_bar(bar)
        window.place()
        window.show()
        self._made.append(window)
        return window

    def tray(self, count: int) -> Tray:
        folder = self._papers / str(count)
        if not folder.exists():
            folder.mkdir(parents=True)
            for number in range(count):
                _draw_paper(folder, number)
        return Tray(folder, TrayLimits())

    def below(self, *, bar: bool) -> int:
        """Where the guest begins."""
        look = theme.current()
        return look.topbar_height + (look.wheel_bar_height if bar else 0)

    def settle(self) -> None:
        """Twice: what is laid out in the first round may ask for a second."""
        self.app.processEvents()
        self.app.processEvents()

    def _let_go(self) -> None:
        """Of what was to be deleted later: no event loop is here to do it."""
        self.app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def clear(self) -> None:
        """For the next scene."""
        for one in self._made:
            one.hide()
            one.deleteLater()
        self._made.clear()
        # What was noticed in the mediator's bar goes with the next change of who drives.
        for mode in ("both", "user"):
            self.shell.set_driving(mode, secret=False, paired=False, bar=False, remind_after=0)
        self.shell.set_missing("")
        self.shell.set_mediator_called(False)
        self.shell.set_problems(())
        self.shell.set_pairs(False)
        self.shell.forget_person()
        self.shell.show_home()
        self._let_go()

    def end(self) -> None:
        self.clear()
        self.shell.end()
        self.shell.deleteLater()
        self._let_go()

    @staticmethod
    def _now() -> datetime:
        return NOON


@dataclass(frozen=True)
class _Screens:
    """As Qt tells of the one in front of the person."""

    whole: QRect

    def primaryScreen(self) -> _Screens:
        return self

    def geometry(self) -> QRect:
        return self.whole


@contextmanager
def stage(app: QApplication, look: Look, sheets: Library, papers: Path) -> Iterator[Stage]:
    """A shell in this look. Its pictures are of this size, whatever screen there is."""
    with ExitStack() as told:
        whole = QRect(0, 0, look.width, look.height)
        told.enter_context(patch.object(Windows, "_geometry", staticmethod(lambda: whole)))
        told.enter_context(patch.object(guest_window, "QGuiApplication", _Screens(whole)))
        one = Stage(app, look, sheets, papers)
        told.callback(one.end)
        yield one


def picture_of(parts: list[Part], look: Look) -> QImage:
    whole = QImage(look.width, look.height, QImage.Format.Format_RGB32)
    whole.fill(theme.current().paper)
    painter = QPainter(whole)
    for part in parts:
        painter.drawPixmap(part.at, part.window.grab())
    painter.end()
    return whole


_NAMES = ("Attestation de paiement", "Carte d'identité", "Avis d'imposition 2025", "Photo du 2 mars", "Contrat")


def _draw_paper(folder: Path, number: int) -> None:
    """Every other one is a picture."""
    name = f"{_NAMES[number % len(_NAMES)]}{'' if number < len(_NAMES) else f' {number}'}"
    if number % 2:
        image = QImage(420, 297, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.fillRect(24, 24, 120, 160, Qt.GlobalColor.lightGray)
        painter.drawText(170, 60, "Pays d'exercice")
        painter.end()
        image.save(str(folder / f"{name}.png"))
        return
    writer = QPdfWriter(str(folder / f"{name}.pdf"))
    painter = QPainter(writer)
    painter.drawText(800, 1200, name)
    painter.end()
