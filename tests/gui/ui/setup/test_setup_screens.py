"""The screens of the first setup: one question each, whole on every screen, all of it within reach of the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from demonstration.shots import setup_scenes
from kiosk.procedures.catalogue import Catalogue
from kiosk.session.messages import Appearance
from kiosk.ui import theme
from kiosk.ui.screen import Screen
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.setup import PAGES
from kiosk.ui.setup_scenes import (
    Back,
    Choice,
    ChoiceScene,
    CodesScene,
    FromStick,
    GiveCode,
    Later,
    LookAgain,
    Next,
    Placed,
    PlaceScene,
    Save,
    SetupScene,
    SetupWish,
    TakeBackCode,
)
from kiosk.ui.visit import Visit
from kiosk.ui.widgets import Button, CheckRow, Label, Note
from kiosk.ui.widgets.order import takes_tab

SCENES = tuple(setup_scenes.made().values())


class Seen:
    """One screen, the page on it, and what was wished there."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._context = Context(Catalogue(()), "", Visit(Appearance()))
        self.screen = Screen()
        self.wished: list[SetupWish] = []
        self.wear(1280, 800)

    def wear(self, width: int, height: int) -> None:
        theme.apply(self._app, theme.make_theme(width, height, Appearance()))
        self.screen.place(QRect(0, 0, width, height))

    def show(self, scene: SetupScene) -> QWidget:
        page = PAGES[type(scene)](self._context, scene)
        page.wished.connect(self.wished.append)
        self.screen.show_page(page)
        self.screen.reveal()
        self._app.processEvents()
        return page

    def press(self, name: str) -> None:
        self.screen.findChild(Button, name).click()

    def line(self, name: str) -> QLineEdit:
        return self.screen.findChild(QLineEdit, name)


@pytest.fixture
def seen(qapp: QApplication) -> Iterator[Seen]:
    shown = Seen(qapp)
    yield shown
    shown.screen.end()
    shown.screen.deleteLater()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1366, 768), (1920, 1080)])
def test_nothing_is_cut_and_nothing_scrolls(seen: Seen, fitting: ModuleType, width: int, height: int) -> None:
    seen.wear(width, height)
    for scene in SCENES:
        page = seen.show(scene)
        found = fitting.cut(seen.screen) + fitting.outside(seen.screen) + fitting.small(seen.screen)
        assert not found, f"{scene}\n" + "\n".join(found)
        assert page.middle.verticalScrollBar().maximum() == 0, scene


def test_tab_reaches_all_that_can_be_pressed_or_written(seen: Seen, qtbot: QtBot, qapp: QApplication) -> None:
    for scene in SCENES:
        page = seen.show(scene)
        qtbot.waitUntil(seen.screen.isActiveWindow)
        wanted = {one for one in page.findChildren(QWidget) if takes_tab(one) and one.isVisible() and one.isEnabled()}
        reached: set[QWidget] = {qapp.focusWidget()}
        for _ in range(len(wanted) + 2):
            qtbot.keyClick(qapp.focusWidget() or seen.screen, Qt.Key.Key_Tab)
            reached.add(qapp.focusWidget())
        assert wanted <= reached, (scene, [one.objectName() for one in wanted - reached])


def test_each_page_has_one_main_button(seen: Seen) -> None:
    for scene in SCENES:
        page = seen.show(scene)
        assert [one.objectName() for one in page.findChildren(Button) if one.kind == "primary"] == ["on"]


def test_the_first_page_has_no_way_back_but_two_ways_aside(seen: Seen) -> None:
    seen.show(PlaceScene(at=(1, 9)))
    assert seen.screen.findChild(Button, "back") is None
    seen.press("later")
    seen.press("stick")
    assert seen.wished == [Later(), FromStick()]


def test_a_place_is_written_and_confirmed_by_return(seen: Seen, qtbot: QtBot) -> None:
    seen.show(PlaceScene(at=(1, 9), post="poste-1"))
    qtbot.keyClicks(seen.line("name"), "Le Blosne ")
    qtbot.keyClick(seen.line("name"), Qt.Key.Key_Return)
    assert seen.wished == []
    assert seen.line("post").hasFocus()
    qtbot.keyClick(seen.line("post"), Qt.Key.Key_Return)
    assert seen.wished == [Placed("Le Blosne", "poste-1")]


def test_return_on_one_page_never_answers_the_next(seen: Seen, qtbot: QtBot) -> None:
    page = seen.show(PlaceScene(at=(1, 9), name="a", post="b"))
    page.wished.connect(lambda _: seen.show(SCENES[1]))
    qtbot.keyClick(seen.line("post"), Qt.Key.Key_Return)
    assert seen.wished == [Placed("a", "b")]


def test_a_choice_is_one_of_all_and_the_keyboard_makes_it(seen: Seen, qtbot: QtBot, qapp: QApplication) -> None:
    page = seen.show(ChoiceScene(at=(2, 9), question="printer", choices=(Choice("a", "A"), Choice("", "Rien"))))
    qtbot.waitUntil(seen.screen.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Return)
    assert seen.wished == [Next(None), Next("a"), Next("")]
    assert [row.isChecked() for row in page.findChildren(CheckRow)] == [False, True]


def test_what_was_found_can_be_looked_for_again(seen: Seen) -> None:
    for scene in (SCENES[5], SCENES[10]):
        seen.show(scene)
        seen.press("again")
        seen.press("back")
    assert seen.wished == [LookAgain(), Back(), LookAgain(), Back()]
    for scene in (SCENES[4], SCENES[9]):
        seen.show(scene)
        assert seen.screen.findChild(Button, "again") is None


def test_a_code_is_typed_blind_told_once_and_gone(seen: Seen, qtbot: QtBot) -> None:
    page = seen.show(CodesScene(at=(7, 9)))
    qtbot.keyClicks(seen.line("person"), "lea")
    for name in ("pin", "pin_again"):
        qtbot.keyClicks(seen.line(name), "49a2 817")
        assert seen.line(name).text() == "492817"
        assert seen.line(name).displayText() == "●" * 6
    qtbot.keyClick(seen.line("pin_again"), Qt.Key.Key_Return)
    assert seen.wished == [GiveCode("lea", "492817", "492817")]
    assert [line.text() for line in page.findChildren(QLineEdit)] == ["", "", ""]
    assert "492817" not in repr(seen.wished)


def test_a_code_that_was_typed_and_not_given_is_not_lost_in_silence(seen: Seen, qtbot: QtBot) -> None:
    seen.show(CodesScene(at=(7, 9), name="lea"))
    qtbot.keyClicks(seen.line("pin"), "492817")
    seen.press("on")
    seen.press("on")
    assert seen.wished == [GiveCode("lea", "492817", ""), Next()]


def test_only_a_code_of_just_now_can_be_taken_back(seen: Seen) -> None:
    seen.show(CodesScene(at=(7, 9), people=(("nadia", False), ("lea", True))))
    assert seen.screen.findChild(Button, "take_back_nadia") is None
    seen.press("take_back_lea")
    assert seen.wished == [TakeBackCode("lea")]


def test_what_is_wrong_is_seen_and_heard(seen: Seen) -> None:
    for scene in SCENES:
        page = seen.show(scene)
        faults = [
            one.words.text() for one in page.findChildren(Note) if one.objectName() == "fault" and one.isVisible()
        ]
        assert faults == ([scene.fault] if scene.fault else [])
        assert page.accessibleDescription() == scene.fault


def test_each_site_says_how_far_it_was_reached(seen: Seen) -> None:
    page = seen.show(SCENES[10])
    said = [one.text() for one in page.findChildren(Label)]
    words = ("Répond", "Pas de réseau", "Mène au réseau du lieu", "Ne prouve pas son nom", "Ne répond pas")
    assert all(one in said for one in words)


def test_nothing_is_written_before_it_is_confirmed_and_there_is_no_way_back_after(seen: Seen) -> None:
    seen.show(SCENES[11])
    seen.press("on")
    seen.show(SCENES[12])
    assert seen.screen.findChild(Button, "back") is None
    seen.press("on")
    assert seen.wished == [Save(), Next()]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: type(scene).__name__)
def test_a_page_opens_where_its_first_question_is_read(seen: Seen, qapp: QApplication, scene: SetupScene) -> None:
    """In the largest letters, when the page comes before its window is there, as the setup's first one does."""
    theme.apply(qapp, theme.make_theme(1366, 768, Appearance(text_percent=200)))
    seen.screen.place(QRect(0, 0, 1366, 768))
    seen.screen.hide()
    page = seen.show(scene)
    seen.screen.reveal()
    qapp.processEvents()
    held = page.focusWidget()
    for label in page.findChildren(Label):
        if held is not None and label.buddy() is held:
            assert label.visibleRegion().boundingRect() == label.rect(), label.text()
    if isinstance(scene, ChoiceScene) and scene.chosen is None:
        assert page.middle.verticalScrollBar().value() == 0
