"""Before leaving: what lies somewhere comes first, all of it is seen at once, and the receipt can be asked for."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.session.messages import Appearance
from kiosk.session.receipt import WIPE_STEPS
from kiosk.ui.screens.wiping import WipingPage
from kiosk.ui.shell import Shell
from kiosk.ui.widgets import CheckRow

CODES = ("scanner", "printer", "stick")
LEFT = [found for many in range(4) for found in combinations(CODES, many)]
LOOKS = [
    (width, height, percent) for width, height in ((1280, 800), (1366, 768), (1920, 1080)) for percent in (100, 200)
]


def rows(shell: Shell) -> list[CheckRow]:
    return shell.windows[0].page.findChildren(CheckRow)


@pytest.mark.parametrize("left", LEFT)
def test_each_thing_left_behind_has_its_row_before_the_others(shell: Shell, left: tuple[str, ...]) -> None:
    shell.show_closing(1, None, left)
    names = [row.objectName().removeprefix("take_") for row in rows(shell)]
    assert tuple(names[: len(left)]) == left
    assert {"papers", "stick", "phone"} <= set(names)
    assert len(names) == len(set(names)) <= 5
    words = " ".join(f"{row.accessibleName()} {row.accessibleDescription()}" for row in rows(shell))
    assert ("Votre clé USB est encore branchée." in words) is ("stick" in left)
    assert ("dans le scanner" in words) is ("scanner" in left)
    assert ("dans l'imprimante" in words) is ("printer" in left)
    assert "cartes" in words


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
@pytest.mark.parametrize(("width", "height", "percent"), LOOKS)
def test_no_row_is_cut_or_hidden(
    shell: Shell, dress, fitting, qapp: QApplication, width: int, height: int, percent: int, language: str
) -> None:
    dress(shell, width, height, Appearance(language=language, text_percent=percent))
    for left in LEFT:
        shell.show_closing(3, None, left)
        qapp.processEvents()
        screen = shell.windows[0]
        assert not fitting.cut(screen) + fitting.outside(screen) + fitting.small(screen), left
        if percent == 100:
            assert screen.page.middle.verticalScrollBar().maximum() == 0, left


@pytest.mark.parametrize("percent", [100, 200])
def test_the_receipt_is_asked_for_without_erasing(shell: Shell, dress, qtbot: QtBot, percent: int) -> None:
    dress(shell, 1280, 800, Appearance(text_percent=percent))
    shell.show_closing(0)
    erased: list[bool] = []
    shell.erase_asked.connect(lambda: erased.append(True))
    button = shell.windows[0].findChild(QAbstractButton, "receipt")
    with qtbot.waitSignal(shell.receipt_asked):
        button.click()
    assert button.kind == "secondary"
    assert erased == []


@pytest.mark.parametrize("reason", [None, "refused-message"])
@pytest.mark.parametrize(("width", "height", "percent"), LOOKS)
def test_every_step_of_the_wipe_is_seen_without_scrolling(
    shell: Shell, dress, qapp: QApplication, width: int, height: int, percent: int, reason: str | None
) -> None:
    dress(shell, width, height, Appearance(text_percent=percent))
    shell.show_wiping(WIPE_STEPS[:2], reason=reason)
    qapp.processEvents()
    page = shell.windows[0].page
    assert isinstance(page, WipingPage)
    assert sorted(code for codes in page._rows for code in codes) == sorted(WIPE_STEPS)
    last: QWidget = list(page._rows.values())[-1][1]
    assert last.mapTo(page, QPoint(0, last.height())).y() <= page.height()
