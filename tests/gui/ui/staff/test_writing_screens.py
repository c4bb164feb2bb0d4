"""Making and mending procedures on screen: nothing cut at any size, and a remark that comes while one types."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from demonstration.shots.writing_scenes import REMARK, SCENES
from kiosk.session.messages import Appearance
from kiosk.ui import writing_scenes as scenes
from kiosk.ui.shell import Shell

LOOKS = [(1280, 800, 100), (1280, 800, 200), (1366, 768, 150), (1920, 1080, 100), (1920, 1080, 200)]


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize(("width", "height", "percent"), LOOKS)
def test_nothing_is_cut_on_any_screen(
    shell: Shell, dress, fitting, qapp: QApplication, width: int, height: int, percent: int, language: str
) -> None:
    dress(shell, width, height, Appearance(language=language, text_percent=percent))
    for name, scene in SCENES.items():
        shell.show_staff(scene)
        qapp.processEvents()
        found = fitting.cut(shell.windows[0]) + fitting.outside(shell.windows[0]) + fitting.small(shell.windows[0])
        assert not found, f"{name}\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("fr", 7, "(pas trouvée 7 fois)"),
        ("en", 1, "(not found 1 time)"),
        ("ar", 2, "(لم توجد مرتين)"),
        ("ar", 7, "(لم توجد 7 مرات)"),
        ("ar", 12, "(لم توجد 12 مرة)"),
    ],
)
def test_how_often_a_step_was_missed_is_said_as_each_language_counts(
    shell: Shell, dress, language: str, count: int, said: str
) -> None:
    dress(shell, 1280, 800, Appearance(language=language))
    row = scenes.RepairRow("prime", "numero", "La prime", "Cliquez.", count=count)
    shell.show_staff(scenes.RepairScene(rows=(row,)))
    tile = page_of(shell).findChild(QPushButton, "repair_prime_numero")
    assert said in tile.accessibleName() + tile.accessibleDescription()


def page_of(shell: Shell) -> QWidget:
    page = shell.windows[0].page
    assert page is not None
    return page


def press(shell: Shell, name: str) -> None:
    button = page_of(shell).findChild(QPushButton, name)
    assert button is not None
    assert button.isVisibleTo(page_of(shell))
    button.click()


def test_what_is_noted_is_said_before_the_recording_begins(shell: Shell, dress, qtbot: QtBot) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_staff(scenes.WriteScene())
    said = " ".join(label.accessibleName() for label in page_of(shell).findChildren(QWidget))
    assert "données inventées" in said
    with qtbot.waitSignal(shell.staff_wished) as told:
        qtbot.keyClicks(page_of(shell).findChild(QLineEdit, "title"), "P")
    assert told.args == [scenes.TellDraft("P", "")]
    with qtbot.waitSignal(shell.staff_wished) as told:
        press(shell, "record")
    assert told.args == [scenes.TellDraft("P", "", go=True)]


def test_a_remark_comes_in_place_and_the_keyboard_stays(shell: Shell, dress, qtbot: QtBot) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_staff(scenes.StepScene(sentence="Cliquez", total=2))
    page = page_of(shell)
    line = page.findChild(QLineEdit, "sentence")
    line.setCursorPosition(7)
    with qtbot.waitSignal(shell.staff_wished) as told:
        qtbot.keyClicks(line, ".")
    assert told.args == [scenes.SayStep("sentence", "Cliquez.")]
    shell.show_staff(scenes.StepScene(sentence="Cliquez.", total=2, sentence_remark=REMARK))
    assert page_of(shell) is page
    assert page.findChild(QWidget, "sentence_remark").isVisibleTo(page)
    assert (line.text(), line.cursorPosition()) == ("Cliquez.", 8)


def test_another_step_is_shown_without_telling_anything(shell: Shell, dress, qtbot: QtBot) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_staff(scenes.StepScene(sentence="Un.", total=2))
    with qtbot.assertNotEmitted(shell.staff_wished):
        shell.show_staff(scenes.StepScene(number=2, sentence="Deux.", total=2, user_only=True))
    assert page_of(shell).findChild(QLineEdit, "sentence").text() == "Deux."
    with qtbot.waitSignal(shell.staff_wished) as told:
        press(shell, "try")
    assert told.args == [scenes.TryIt()]


@pytest.mark.parametrize(
    ("scene", "button", "wish"),
    [
        ("tried", "worked", scenes.AnswerTried(True)),
        ("tried", "failed", scenes.AnswerTried(False)),
        ("theme", "theme_transports_mobilite", scenes.ChooseTheme("transports_mobilite")),
        ("hosts", "go_on", scenes.GoOn()),
        ("repair", "repair_prime_numero", scenes.Repair("prime", "numero")),
        ("repaired", "try", scenes.TryIt()),
        ("step", "remove", scenes.RemoveStep()),
        ("step without a name", "remove", scenes.RemoveStep()),
        ("step", "up", scenes.MoveStep(-1)),
        ("step", "following", scenes.GoToStep(1)),
        ("write, words", "draft_a", scenes.Resume("a")),
    ],
)
def test_each_button_says_its_wish(shell: Shell, dress, qtbot: QtBot, scene: str, button: str, wish: object) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_staff(SCENES[scene])
    with qtbot.waitSignal(shell.staff_wished) as told:
        press(shell, button)
    assert told.args == [wish]
