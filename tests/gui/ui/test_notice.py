"""« Vos données » is one press away wherever a person is, covers nothing for good, and leads back there."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.languages import codes
from kiosk.session.messages import Appearance
from kiosk.ui import staff_scenes
from kiosk.ui.screens.closing import ClosingPage
from kiosk.ui.screens.home import HomePage
from kiosk.ui.screens.notice import NoticePage
from kiosk.ui.screens.staff import StaffPage
from kiosk.ui.screens.warning import WarningPage
from kiosk.ui.shell import Shell
from kiosk.ui.widgets import Button, Label

LOOKS = [(1280, 800, 100), (1280, 800, 150), (1280, 800, 200), (1366, 768, 100), (1920, 1080, 100), (1920, 1080, 200)]


def button(window: QWidget, name: str) -> Button | None:
    return next((one for one in window.findChildren(Button, name) if one.isVisible()), None)


def press(window: QWidget, name: str) -> None:
    found = button(window, name)
    assert found is not None, name
    found.click()


def leave(shell: Shell) -> None:
    assert isinstance(shell.windows[0].over, NoticePage)
    shell.windows[0].over.back_asked.emit()


def read(shell: Shell) -> str:
    return "\n".join(one.text() for one in shell.windows[0].findChildren(Label) if one.isVisible())


@pytest.mark.parametrize("called", [False, True])
def test_it_is_one_press_away_from_every_page(shell: Shell, noon: datetime, called: bool) -> None:
    shell.set_mediator_called(called)
    screen = shell.windows[0]
    places = {
        "home": shell.show_home,
        "theme": lambda: shell._go(lambda: shell.pages.theme("social_sante")),
        "search": lambda: shell.pages.search("prime"),
        "sheet": lambda: shell.pages.open_sheet("prime-activite"),
        "information": lambda: shell.pages.read("F2"),
        "unsure": lambda: shell._go(shell.pages.unsure),
        "guide": lambda: shell._go(shell.pages.guide),
        "closing": lambda: shell.show_closing(2),
        "locked": lambda: shell.show_locked("E-304", 4, 8, noon),
        "staff": lambda: shell.show_staff(staff_scenes.MenuScene()),
    }
    for name, show in places.items():
        show()
        press(screen, "notice")
        assert isinstance(screen.over, NoticePage), name
        assert "Ce qui est effacé" in read(shell), name
        leave(shell)
        assert screen.over is None, name
        assert screen.page is not None and screen.page.isVisible(), name


def test_it_leads_back_to_what_was_typed_with_the_keyboard_there(shell: Shell) -> None:
    shell.show_home()
    screen = shell.windows[0]
    line = screen.findChild(QLineEdit)
    line.setText("passeport")
    line.setFocus(Qt.FocusReason.OtherFocusReason)
    press(screen, "notice")
    assert not line.isVisible()
    leave(shell)
    assert screen.findChild(QLineEdit) is line
    assert line.text() == "passeport"
    assert screen.focusWidget() is line


def test_over_a_session_it_asks_the_rules_both_ways(shell: Shell, qtbot: QtBot) -> None:
    shell.show_home()
    shell.show_session(with_mediator=False)
    screen, bar = shell.windows
    with qtbot.waitSignal(shell.notice_asked):
        press(bar, "notice")
    assert not screen.isVisible()
    shell.show_notice()
    assert screen.isVisible()
    assert "Vos données" in read(shell)
    with qtbot.waitSignal(shell.notice_left):
        leave(shell)
    shell.show_session(with_mediator=False)
    assert not screen.isVisible()
    assert screen.over is None


def test_the_language_changes_over_a_session_without_uncovering_an_old_page(shell: Shell) -> None:
    shell.show_home()
    shell.show_opening()
    shell.show_session(with_mediator=False)
    shell.show_notice()
    shell.windows[0].over.appearance_asked.emit(Appearance(language="en"))
    assert "What is erased" in read(shell)
    assert [one.isVisible() for one in (shell.windows[0].page, shell.windows[0].over)] == [False, True]


def test_the_idle_question_has_it_too(shell: Shell, qtbot: QtBot) -> None:
    shell.show_home()
    shell.show_session(with_mediator=False)
    shell.show_warning(60, 120)
    with qtbot.waitSignal(shell.notice_asked):
        press(shell.windows[0], "notice")


def test_what_must_be_answered_takes_its_place(shell: Shell) -> None:
    shell.show_home()
    shell.show_session(with_mediator=False)
    shell.show_notice()
    shell.show_warning(60, 120)
    assert shell.windows[0].over is None
    assert isinstance(shell.windows[0].page, WarningPage)
    assert shell.windows[0].page.isVisible()


def test_what_changes_under_it_does_not_take_it_away(shell: Shell) -> None:
    screen = shell.windows[0]
    shell.show_closing(2)
    press(screen, "notice")
    shell.show_closing(2, None, ("stick",))
    assert isinstance(screen.over, NoticePage)
    leave(shell)
    assert isinstance(screen.page, ClosingPage)
    assert "Branchée" in read(shell)


def test_the_staff_area_that_locks_takes_it_away(shell: Shell) -> None:
    screen = shell.windows[0]
    shell.show_staff(staff_scenes.MenuScene())
    press(screen, "notice")
    assert isinstance(screen.page, StaffPage)
    shell.leave_staff()
    shell.show_home()
    assert screen.over is None
    assert isinstance(screen.page, HomePage)
    assert screen.page.isVisible()


def test_the_next_person_finds_home(shell: Shell) -> None:
    shell.show_home()
    press(shell.windows[0], "notice")
    shell.forget_person()
    shell.show_home()
    assert shell.windows[0].over is None
    assert shell.known_of_person() == 0


@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize(("width", "height", "percent"), LOOKS)
def test_nothing_of_it_is_cut(
    shell: Shell, dress, fitting, qapp: QApplication, width: int, height: int, percent: int, language: str
) -> None:
    dress(shell, width, height, Appearance(language=language, text_percent=percent))
    shell._go(shell.pages.home)
    press(shell.windows[0], "notice")
    qapp.processEvents()
    screen = shell.windows[0]
    found = fitting.cut(screen) + fitting.outside(screen) + fitting.small(screen)
    assert not found, "\n".join(found)
