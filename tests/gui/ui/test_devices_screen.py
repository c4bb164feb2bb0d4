"""Whose each device is: one question a screen, which the key that answers it cannot close."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.control.assigning import STEPS
from kiosk.languages import codes
from kiosk.session.messages import Appearance
from kiosk.ui import theme
from kiosk.ui.screens import devices
from kiosk.ui.screens.devices import DevicesPage
from kiosk.ui.shell import Shell
from kiosk.ui.widgets import Button, Label, Picture

SENTENCES = (
    "Usager : bougez votre souris.",
    "Usager : tapez une touche.",
    "Médiateur : bougez votre souris.",
    "Médiateur : tapez une touche.",
)
TAKEN = "C'est déjà à l'usager. Prenez l'autre."


def said(shell: Shell) -> list[str]:
    return [one.text() for one in shell.windows[0].findChildren(Label) if one.isVisible()]


def test_the_screens_are_as_many_as_the_questions() -> None:
    assert devices.STEPS == len(STEPS) == len(SENTENCES)
    assert [kind.value for _, kind in STEPS] == list(devices._ICONS)


@pytest.mark.parametrize("step", range(4))
def test_one_idea_a_screen(shell: Shell, step: int) -> None:
    shell.show_devices(step)
    assert said(shell) == [f"Étape {step + 1} sur 4", SENTENCES[step]]
    assert shell.windows[0].page.accessibleName() == SENTENCES[step]


def test_blue_asks_the_user_and_orange_the_mediator(shell: Shell, qapp: QApplication) -> None:
    grounds = []
    for step in range(4):
        shell.show_devices(step)
        qapp.processEvents()
        picture = shell.windows[0].findChild(Picture)
        grounds.append(picture.grab().toImage().pixelColor(picture.width() // 2, 4))
    look = theme.current()
    assert grounds == [look.blue, look.blue, look.orange, look.orange]


def test_a_device_that_is_taken_is_said_without_moving_the_buttons(shell: Shell, qapp: QApplication) -> None:
    places = []
    for taken in (False, True):
        shell.show_devices(3, taken=taken)
        qapp.processEvents()
        assert (TAKEN in said(shell)) is taken
        assert (shell.windows[0].page.accessibleDescription() == TAKEN) is taken
        places.append(shell.windows[0].findChild(Button, "later").geometry())
    assert places[0] == places[1]


def test_the_ways_out_are_quiet_and_work(shell: Shell) -> None:
    asked: list[str] = []
    shell.devices_later.connect(lambda: asked.append("later"))
    shell.devices_again.connect(lambda: asked.append("again"))
    shell.show_devices(1)
    for name in ("again", "later"):
        button = shell.windows[0].findChild(Button, name)
        assert button.kind == "quiet"
        button.click()
    assert asked == ["again", "later"]


def test_the_key_that_answers_presses_nothing(shell: Shell, qtbot: QtBot, qapp: QApplication) -> None:
    asked: list[str] = []
    shell.devices_later.connect(lambda: asked.append("later"))
    shell.devices_again.connect(lambda: asked.append("again"))
    shell.show_devices(1)
    screen = shell.windows[0]
    qtbot.waitUntil(screen.isActiveWindow)
    keys = Qt.Key
    for walk in (keys.Key_Tab, keys.Key_Backtab, keys.Key_Right, keys.Key_Down):
        for press in (keys.Key_Space, keys.Key_Return, keys.Key_Enter, keys.Key_Select, keys.Key_Escape):
            for key in (press, walk, press):
                qtbot.keyClick(qapp.focusWidget() or screen, key)
    assert asked == []
    assert isinstance(screen.page, DevicesPage)


@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize("percent", [100, 125, 150, 200])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1366, 768), (1920, 1080)])
def test_nothing_is_cut_and_nothing_scrolls(
    shell: Shell, dress, fitting, qapp: QApplication, width: int, height: int, percent: int, language: str
) -> None:
    dress(shell, width, height, Appearance(language=language, text_percent=percent))
    screen = shell.windows[0]
    for step in range(4):
        shell.show_devices(step, taken=True)
        qapp.processEvents()
        found = fitting.cut(screen) + fitting.outside(screen) + fitting.small(screen)
        assert not found, f"step {step}\n" + "\n".join(found)
        assert screen.page.middle.verticalScrollBar().maximum() == 0
