"""A scene of the same class changes the page in place; nothing of a desk outlives the person."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.documents.desk.scenes import PinScene, Scene, StickScene
from kiosk.documents.paper import Picture
from kiosk.session.messages import Appearance
from kiosk.ui.screens.desk import DeskPage
from kiosk.ui.screens.desk.paper_view import PaperView, image_of
from kiosk.ui.screens.desk.qr_code import QrCode
from kiosk.ui.shell import Shell
from kiosk.ui.widgets import Button, CheckRow, Label, focus

OFFERED = (
    "lighten",
    "convert",
    "keep",
    "turn",
    "straighten",
    "pages",
    "undo",
    "page_before",
    "page_after",
    "crop",
    "remove",
)


def state_of(button: QAbstractButton) -> QAccessible.State:
    """As a screen reader is told."""
    return QAccessible.queryAccessibleInterface(button).state()


def shown_buttons(shell: Shell) -> list[Button]:
    return [one for one in shell.windows[0].page.findChildren(Button) if one.isVisible()]


def find(shell: Shell, name: str) -> QAbstractButton:
    return next(
        one
        for one in shell.windows[0].page.findChildren(QAbstractButton)
        if one.objectName() == name and one.isVisible()
    )


def test_the_same_class_of_scene_keeps_the_page_and_the_keyboard(
    shell: Shell, scenes: dict[str, Scene], qtbot: QtBot
) -> None:
    scene = scenes["sheets-one"]
    shell.show_desk(scene)
    screen = shell.windows[0]
    qtbot.waitUntil(screen.isActiveWindow)
    page, tool = screen.page, find(shell, "turn")
    tool.setFocus(Qt.FocusReason.TabFocusReason)
    for next_one in (replace(scene, working=True), scenes["sheets-working"], replace(scene, readable=3)):
        shell.show_desk(next_one)
        assert screen.page is page
        assert (page.findChild(PaperView) if next_one.working else tool).hasFocus()
        assert focus.of_window(screen).isVisible()


def test_the_keyboard_is_never_left_on_what_has_gone(shell: Shell, scenes: dict[str, Scene], qtbot: QtBot) -> None:
    shell.show_desk(scenes["sheets-one"])
    screen = shell.windows[0]
    qtbot.waitUntil(screen.isActiveWindow)
    find(shell, "turn").setFocus(Qt.FocusReason.TabFocusReason)
    shell.show_desk(scenes["sheets-scanning"])
    assert find(shell, "stop").hasFocus()
    assert focus.of_window(screen).isVisible()


@pytest.mark.parametrize(("name", "pressed", "then", "lands"), [
    ("mend", "lighten", "mend", "lighten"),
    ("mend", "lighten", "mend-done", "keep"),
    ("mend", "page_after", "mend", "page_after"),
    ("mend-done", "turn", "mend-done", "turn"),
    ("mend-image", "convert", "mend-image", "convert"),
    ("sheets-one", "turn", "sheets-one", "turn"),
    ("sheets-one", "keep", "sheets-many", "keep"),
])  # fmt: skip
def test_while_a_paper_is_mended_nothing_can_be_pressed_and_the_keyboard_waits_on_the_paper(
    shell: Shell, scenes: dict[str, Scene], qtbot: QtBot, name: str, pressed: str, then: str, lands: str
) -> None:
    shell.show_desk(scenes[name])
    screen = shell.windows[0]
    qtbot.waitUntil(screen.isActiveWindow)
    asking = find(shell, pressed)
    focus.give(asking, Qt.FocusReason.TabFocusReason)
    bright = asking.grab().toImage()
    assert not state_of(asking).disabled
    shell.show_desk(replace(scenes[name], working=True))
    offered = [one for one in screen.page.findChildren(QAbstractButton) if one.objectName() in OFFERED]
    assert offered
    assert not any(one.isEnabled() for one in offered)
    assert state_of(asking).disabled
    assert asking.grab().toImage() != bright
    paper = screen.page.findChild(PaperView)
    assert paper.hasFocus()
    assert focus.of_window(screen).isVisible()
    assert paper.accessibleDescription() == "Un instant…"
    shell.show_desk(scenes[then])
    assert find(shell, lands).hasFocus()
    assert focus.of_window(screen).isVisible()
    assert all(one.isEnabled() for one in screen.page.findChildren(QAbstractButton))


@pytest.mark.parametrize(("name", "main"), [("mend", "lighten"), ("sheets-one", "keep")])
def test_a_paper_that_opens_at_work_gives_the_keyboard_its_place_when_it_is_ready(
    shell: Shell, scenes: dict[str, Scene], qtbot: QtBot, name: str, main: str
) -> None:
    shell.show_desk(replace(scenes[name], working=True))
    qtbot.waitUntil(shell.windows[0].isActiveWindow)
    assert not find(shell, main).isEnabled()
    shell.show_desk(scenes[name])
    assert find(shell, main).hasFocus()


@pytest.mark.parametrize(
    ("names", "main"),
    [(("pin",), "confirm"), (("print-held",), "release"), (("print-held", "print-failed"), "print")],
)
def test_one_button_stands_out_where_it_is_the_mediators_turn(
    shell: Shell, scenes: dict[str, Scene], names: tuple[str, ...], main: str
) -> None:
    for name in names:
        shell.show_desk(scenes[name])
    orange = {one.objectName() for one in shown_buttons(shell) if one.kind == "mediator"}
    assert main in {one.objectName() for one in shown_buttons(shell) if one.kind in ("primary", "mediator")}
    assert orange == ({"call_mediator"} if main == "print" else {main})
    assert find(shell, "call_mediator").isVisible()


def test_words_half_written_survive_a_scene(shell: Shell, scenes: dict[str, Scene], qtbot: QtBot) -> None:
    shell.show_desk(scenes["receipt"])
    line = shell.windows[0].page.findChild(QLineEdit)
    qtbot.waitUntil(shell.windows[0].isActiveWindow)
    line.setFocus()
    qtbot.keyClicks(line, "75-")
    shell.show_desk(scenes["receipt-code"])
    shell.show_desk(scenes["receipt"])
    assert line.text() == "75-"
    assert line.hasFocus()


def test_another_class_of_scene_has_a_page_of_its_own(shell: Shell, scenes: dict[str, Scene]) -> None:
    shell.show_desk(scenes["take"])
    before = shell.windows[0].page
    shell.show_desk(scenes["stick"])
    assert shell.windows[0].page is not before
    assert before.scene is None


def test_each_stage_says_its_words(shell: Shell) -> None:
    seen = set()
    for stage in ("insert", "choose", "copying", "copied", "gone", "failed"):
        shell.show_desk(StickScene(stage))
        seen.add(" ".join(one.text() for one in shell.windows[0].page.findChildren(Label) if one.isVisible()))
    assert len(seen) == 6
    assert any("Vous pouvez retirer la clé." in words for words in seen)


def test_a_change_of_look_keeps_the_scene(shell: Shell, scenes: dict[str, Scene], qapp: QApplication) -> None:
    shell.show_desk(scenes["mend"])
    find(shell, "contrast").click()
    assert shell.appearance.contrast == "high"
    page = shell.windows[0].page
    assert isinstance(page, DeskPage)
    assert page.scene == scenes["mend"]


def test_what_changes_by_itself_is_told_to_a_screen_reader_once(
    shell: Shell, scenes: dict[str, Scene], monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("kiosk.ui.screens.desk.page.announce", lambda _widget, words: heard.append(words))
    for percent in (10, 20, 30):
        shell.show_desk(StickScene("copying", percent))
    shell.show_desk(StickScene("copied", 100))
    shell.show_desk(StickScene("copied", 100))
    assert len(heard) == 2
    assert "Vous pouvez retirer la clé." in heard[-1]


def test_pixels_are_shown_as_they_are_and_copied() -> None:
    red, blue = b"\xff\x00\x00", b"\x00\x00\xff"
    image = image_of(Picture(3, 2, red + blue + red + blue + red + blue))
    assert [image.pixelColor(x, y).name() for y in (0, 1) for x in range(3)] == [
        *("#ff0000", "#0000ff", "#ff0000"),
        *("#0000ff", "#ff0000", "#0000ff"),
    ]
    gc.collect()
    assert image.pixelColor(0, 0).name() == "#ff0000"


# --- forgetting -------------------------------------------------------------------------------------------------------


def left_of(page: DeskPage) -> list[str]:
    """What a page still shows or holds of a person."""
    left = [one.text() for one in page.findChildren(Label) if one.text()]
    left += [one.text() for one in page.findChildren(QLineEdit) if one.text()]
    left += [one.accessibleName() for one in page.findChildren(CheckRow) if one.objectName().startswith("number_")]
    left += ["picture"] * sum(not one.empty for one in page.findChildren(PaperView))
    left += ["pixels"] * sum(not one._image.isNull() for one in page.findChildren(PaperView))
    left += ["pixels"] * sum(not one._scaled.isNull() for one in page.findChildren(PaperView))
    left += ["code"] * sum(bool(one._modules) for one in page.findChildren(QrCode))
    return left


def test_forgetting_leaves_nothing_of_any_scene(shell: Shell, scene: Scene, qapp: QApplication) -> None:
    shell.show_desk(scene)
    qapp.processEvents()
    page = shell.windows[0].page
    assert isinstance(page, DeskPage)
    shell.windows[0].grab()
    assert shell.known_of_person() >= 2
    shell.forget_person()
    assert shell.known_of_person() == 0
    assert page.scene is None
    assert left_of(page) == []


def test_small_sheets_and_typed_digits_are_forgotten_too(shell: Shell, scenes: dict[str, Scene], qtbot: QtBot) -> None:
    shell.show_desk(scenes["sheets-many"])
    row = shell.windows[0].page._row
    assert any(not one._pixmap.isNull() for one in row._places)
    shell.forget_person()
    assert all(one._pixmap.isNull() and one._picture is None for one in row._places)
    shell.show_desk(PinScene())
    page = shell.windows[0].page
    qtbot.keyClicks(page, "1234")
    shell.forget_person()
    assert page._pad._digits == ""


@pytest.mark.parametrize("away", ["show_home", "warning", "wiping", "session"])
def test_leaving_the_desk_forgets_its_pictures_at_once(shell: Shell, scenes: dict[str, Scene], away: str) -> None:
    shell.show_desk(scenes["mend"])
    page = shell.windows[0].page
    {
        "show_home": shell.show_home,
        "warning": lambda: shell.show_warning(30, 60),
        "wiping": lambda: shell.show_wiping(()),
        "session": lambda: shell.show_session(with_mediator=False),
    }[away]()
    assert page.scene is None
    assert left_of(page) == []
    assert shell.known_of_person() == 0


def test_the_desk_opens_again_after_the_page(shell: Shell, scenes: dict[str, Scene]) -> None:
    shell.show_desk(scenes["take"])
    shell.show_session(with_mediator=False)
    assert not shell.windows[0].isVisible()
    shell.show_desk(scenes["take"])
    assert shell.windows[0].isVisible()
    assert find(shell, "use_phone").isVisible()


def test_a_forgotten_page_asks_for_nothing(shell: Shell, scenes: dict[str, Scene], told: list) -> None:
    shell.show_desk(scenes["take"])
    tile = find(shell, "use_phone")
    shell.forget_person()
    tile.click()
    assert told == []


def test_the_page_itself_goes(shell: Shell, scenes: dict[str, Scene], qapp: QApplication) -> None:
    shell.show_desk(scenes["mend"])
    gone: list[bool] = []
    shell.windows[0].page.destroyed.connect(lambda: gone.append(True))
    shell.show_home()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone


def test_the_look_of_the_next_person_is_the_posts(shell: Shell, scenes: dict[str, Scene]) -> None:
    shell.show_desk(scenes["take"])
    find(shell, "contrast").click()
    shell.forget_person()
    shell.show_home()
    assert shell.appearance == Appearance()
