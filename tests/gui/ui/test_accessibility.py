"""The whole of the shell by keyboard and by ear: every screen is walked with Tab, and says itself when it comes."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.languages import codes
from kiosk.session.messages import Appearance
from kiosk.session.receipt import WIPE_STEPS, Receipt, WipeReport, WipeStep
from kiosk.ui import announcing
from kiosk.ui.shell import Shell
from tests import walking

SCREENS = {
    "home": lambda shell, _: shell._go(shell.pages.home),
    "theme": lambda shell, _: shell._go(lambda: shell.pages.theme("social_sante")),
    "nothing found": lambda shell, _: shell.pages.search("introuvable"),
    "unsure": lambda shell, _: shell._go(shell.pages.unsure),
    "problems": lambda shell, _: shell._go(shell.pages.problems),
    "sheet": lambda shell, _: shell.pages.open_sheet("prime-activite"),
    "sheet with cases": lambda shell, _: shell.pages.open_sheet("attestation-caf"),
    "sheets found": lambda shell, _: shell.pages.search("lettre"),
    "all sheets": lambda shell, _: (shell.pages.search("lettre"), shell.windows[0].page.all_sheets_asked.emit()),
    "information": lambda shell, _: _open_question(shell, "F1", 1),
    "information with a guide": lambda shell, _: shell.pages.read("F2"),
    "opening": lambda shell, _: shell.show_opening(),
    "warning": lambda shell, _: shell.show_warning(45, 60),
    "closing": lambda shell, _: shell.show_closing(3, 100),
    "wiping": lambda shell, _: shell.show_wiping(WIPE_STEPS[:2], reason="refused-message"),
    "wiped": lambda shell, noon: shell.show_wiped(_receipt(noon), "idle"),
    "locked": lambda shell, noon: shell.show_locked("E-304", 4, 6, noon),
    "guide": lambda shell, _: shell._go(shell.pages.guide),
}


LONG = {"information"}


def _open_question(shell: Shell, sheet_id: str, number: int) -> None:
    """A sheet with one of its questions open, and in it the first situation chosen."""
    shell.pages.read(sheet_id)
    page = shell.windows[0].page
    page.findChild(QWidget, f"question_{number}").click()
    page.findChild(QWidget, "situation_0").click()


def _receipt(at: datetime) -> Receipt:
    return Receipt(WipeReport(tuple(WipeStep(code, 1.26, True) for code in WIPE_STEPS), 7.56, at))


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced, as Qt is told of it."""
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    return heard


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize("name", SCREENS)
def test_tab_goes_round_every_screen_as_the_eye_does(
    shell: Shell, dress, noon: datetime, qapp: QApplication, name: str, language: str, percent: int
) -> None:
    dress(shell, 1280, 800, Appearance(language=language, text_percent=percent))
    SCREENS[name](shell, noon)
    qapp.processEvents()
    page = shell.windows[0].page
    assert page is not None
    # What is below the fold has no place beside the footer.
    assert walking.wrong(page, ordered=percent == 100 and name not in LONG) == []


@pytest.mark.parametrize("language", codes())
def test_tab_goes_round_the_bar_over_the_page(shell: Shell, dress, qapp: QApplication, language: str) -> None:
    dress(shell, 1280, 800, Appearance(language=language))
    shell.show_session(with_mediator=False)
    qapp.processEvents()
    assert walking.wrong(shell.windows[1]) == []


@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_says_itself_when_it_comes(
    shell: Shell, noon: datetime, qtbot, said: list[str], name: str
) -> None:
    SCREENS[name](shell, noon)
    qtbot.waitUntil(lambda: bool(said))
    assert len(said[-1]) > 5


def test_the_time_left_is_said_now_and_then(shell: Shell, qtbot, said: list[str]) -> None:
    for left in range(120, 0, -1):
        shell.show_warning(left, 120)
    assert [int(one.split()[1]) for one in said if one.startswith("Encore")] == [90, 60, 45, 30, 20, 10, 5]


def test_what_is_announced_is_plain_words(qtbot, said: list[str]) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    announcing.announce(widget, "**Vous pouvez partir.** Bonne journée.")
    announcing.announce(widget, "  ")
    assert said == ["Vous pouvez partir. Bonne journée."]
