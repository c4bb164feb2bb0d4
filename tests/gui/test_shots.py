"""The sheets of every screen: what is broken on purpose is seen, and no kind of screen is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from demonstration.shots import registry, seeing
from demonstration.shots.looks import A_LINE, REFERENCE, every
from demonstration.shots.round import look_at
from demonstration.shots.shelf import make_sheets
from demonstration.shots.stage import Part, Stage, stage
from kiosk.guest.cover import Cover
from kiosk.guest.overlays.overlay import Overlay
from kiosk.guest.panel import Panel
from kiosk.guest.pause import PauseCover
from kiosk.guest.tray_strip import TrayStrip
from kiosk.guest.window import GuestWindow
from kiosk.ui.screens.page import Page
from kiosk.ui.topbar import TopBar
from kiosk.ui.wheelbar import WheelBar
from kiosk.ui.widgets import Button, Label

WORDS = "Ces mots n'ont pas la place qu'il leur faut."


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.setStyleSheet("background: white")
    return window


@pytest.fixture
def one(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    with stage(qapp, REFERENCE, make_sheets(sheets), tmp_path / "papers") as made:
        yield made


def put(window: QWidget, widget: QWidget, x: int, y: int, width: int, height: int) -> QWidget:
    widget.setParent(window)
    widget.setGeometry(x, y, width, height)
    return widget


def whole(window: QWidget) -> None:
    put(window, Label(WORDS, 20), 20, 20, 500, 80)
    put(window, Button("Oui", "check", "primary"), 20, 120, 200, 64)
    put(window, Button("Non"), 240, 120, 200, 64)
    put(window, QLineEdit(), 20, 200, 200, 56).setAccessibleName("Nom")


BROKEN: dict[str, Callable[[QWidget], object]] = {
    "cut": lambda window: put(window, Label(WORDS, 20), 20, 300, 100, 20),
    "outside": lambda window: put(window, Button("Oui"), 500, 300, 200, 64),
    "overlapping": lambda window: put(window, Button("Peut-être"), 200, 120, 200, 64),
    "small": lambda window: put(window, Button("Oui", "check", icon_only=True), 20, 300, 40, 64),
    "no name": lambda window: put(window, QPushButton(), 20, 300, 64, 64),
    "pale": lambda window: put(window, Label(WORDS, 20, 400, "edge"), 20, 300, 500, 80),
}


def test_what_is_whole_is_not_complained_of(window: QWidget) -> None:
    whole(window)
    window.show()
    assert list(seeing.wrong_with(window)) == []


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_is_seen(window: QWidget, what: str) -> None:
    whole(window)
    BROKEN[what](window)
    window.show()
    assert what in {name for name, _ in seeing.wrong_with(window)}


def test_every_question_has_something_broken() -> None:
    assert set(BROKEN) == set(seeing.QUESTIONS)


def test_a_window_that_outgrows_the_screen_and_a_warning_of_qt_are_seen(one: Stage) -> None:
    def too_large(stage: Stage) -> list[Part]:
        window = stage.own_screen()
        window.setFixedSize(1280, 900)
        qWarning("something of Qt's")
        return [Part(window)]

    wrong = look_at(one, registry.Shot("too large", too_large)).wrong
    assert {"outside", "Qt"} <= {each.what for each in wrong}


def test_no_kind_of_screen_is_left_out(one: Stage) -> None:
    seen: set[type] = set()
    names = []
    for shot in registry.every():
        names.append(shot.name)
        for part in shot.show(one):
            window = part.window
            seen |= {type(each) for each in (window, *window.findChildren(QWidget)) if each.isVisibleTo(window)}
        one.clear()
    assert len(set(names)) == len(names)
    wanted = {*_kinds(Page), *_kinds(Overlay), Cover, PauseCover, Panel, TrayStrip, TopBar, WheelBar, GuestWindow}
    assert {kind.__name__ for kind in wanted - seen} == set()


def test_a_line_of_a_sheet_is_one_language_and_contrast() -> None:
    looks = every()
    for at in range(0, len(looks), A_LINE):
        line = looks[at : at + A_LINE]
        assert len({(look.language, look.contrast) for look in line}) == 1
        assert len({(look.width, look.percent) for look in line}) == A_LINE


def _kinds(kind: type[QWidget]) -> set[type[QWidget]]:
    """The last of each line: those that nothing is made of."""
    below = kind.__subclasses__()
    return {kind} if not below else {each for one in below for each in _kinds(one)}
