"""Each scene tells what the person asked, by mouse and by keyboard, and asks nothing that it does not offer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.documents.acceptance import Rule
from kiosk.documents.desk import wishes
from kiosk.documents.desk.scenes import (
    AddScene,
    MendScene,
    PhoneScene,
    PinScene,
    PrintScene,
    ReceiptScene,
    Scene,
    StickScene,
    TakeScene,
)
from kiosk.documents.scanner.base import Source
from kiosk.ui.screens.desk.cropper import CropView
from kiosk.ui.shell import Shell
from kiosk.ui.widgets import CheckRow, Label

# Scene, the button's object name or accessible name, and what it must ask.
ASKED = [
    ("add", "use_scan", wishes.Use("scan")),
    ("add", "use_photo", wishes.Use("photo")),
    ("sheets-none", "scan_glass", wishes.Scan(Source.GLASS)),
    ("sheets-none", "scan_feeder", wishes.Scan(Source.FEEDER)),
    ("sheets-scanning", "stop", wishes.Cancel()),
    ("sheets-one", "turn", wishes.TurnSheet()),
    ("sheets-one", "remove", wishes.RemoveSheet()),
    ("sheets-one", "scan_glass", wishes.Scan(Source.GLASS)),
    ("sheets-one", "keep", wishes.Keep()),
    ("sheets-many", "sheet_before", wishes.Select(6)),
    ("sheets-many", "sheet_after", wishes.Select(8)),
    ("sheets-many", "Feuille 4 sur 9", wishes.Select(3)),
    ("phone-joined", "look", wishes.Look()),
    ("phone-expired", "new_code", wishes.NewCode()),
    ("phone-finished", "leave", wishes.Leave()),
    ("print", "page_before", wishes.ShowPage(0)),
    ("print", "page_after", wishes.ShowPage(2)),
    ("print", "fewer", wishes.Copies(1)),
    ("print", "more_copies", wishes.Copies(3)),
    ("print", "print", wishes.Print()),
    ("print-held", "release", wishes.Release()),
    ("print-printing", "cancel", wishes.Cancel()),
    ("print-stopped", "cancel", wishes.Cancel()),
    ("print-failed", "print", wishes.Print()),
    ("print-done", "leave", wishes.Leave()),
    ("take", "use_phone", wishes.Use("phone")),
    ("take", "use_print", wishes.Use("print")),
    ("take", "use_stick", wishes.Use("stick")),
    ("stick-failed", "again", wishes.Again()),
    ("stick-copied", "leave", wishes.Leave()),
    ("mend", "lighten", wishes.Lighten()),
    ("mend", "turn", wishes.TurnSheet()),
    ("mend", "straighten", wishes.Straighten()),
    ("mend", "page_after", wishes.ShowPage(1)),
    ("mend-done", "undo", wishes.Undo()),
    ("mend-done", "lighter", wishes.Lighten()),
    ("mend-done", "keep", wishes.Keep()),
    ("mend-image", "convert", wishes.ToFormat("pdf")),
    ("receipt", "number_1", wishes.ToggleNumber(1)),
    ("receipt", "use_phone", wishes.Use("phone")),
    ("receipt", "use_print", wishes.Use("print")),
    ("receipt-code", "use_phone", wishes.Use("phone")),
    ("sorry", "again", wishes.Again()),
]


def button(shell: Shell, name: str) -> QAbstractButton:
    for one in shell.windows[0].page.findChildren(QAbstractButton):
        if name in (one.objectName(), one.accessibleName()) and one.isVisible():
            return one
    raise AssertionError(f"no button {name}")


def absent(shell: Shell, name: str) -> bool:
    return not any(
        one.isVisible() for one in shell.windows[0].page.findChildren(QAbstractButton) if one.objectName() == name
    )


def said(shell: Shell) -> str:
    text = " ".join(one.text() for one in shell.windows[0].page.findChildren(Label) if one.isVisible())
    return text.replace("\u00a0", " ").replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(("name", "pressed", "wish"), ASKED)
def test_each_button_asks_by_mouse_and_by_keyboard(
    shell: Shell, scenes: dict[str, Scene], told: list, qtbot: QtBot, name: str, pressed: str, wish: wishes.Wish
) -> None:
    shell.show_desk(scenes[name])
    qtbot.mouseClick(button(shell, pressed), Qt.MouseButton.LeftButton)
    assert told == [wish]
    shell.show_desk(scenes[name])
    one = button(shell, pressed)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(one, Qt.Key.Key_Space)
    assert told == [wish, wish]


def test_every_scene_lets_the_person_go_back(shell: Shell, scene: Scene, told: list, qtbot: QtBot) -> None:
    shell.show_desk(scene)
    page = shell.windows[0].page
    # These lead to the choice of a way, to the held sheet or to the closing screen, as often as to the page.
    elsewhere = isinstance(scene, ReceiptScene | PhoneScene | PrintScene | StickScene | PinScene)
    words = "Retour" if elsewhere else "Revenir à la page"
    qtbot.mouseClick(button(shell, words), Qt.MouseButton.LeftButton)
    assert told == [wishes.Leave()]
    assert shell.windows[0].page is page


def test_every_scene_can_call_the_mediator_and_is_answered(shell: Shell, scene: Scene, qtbot: QtBot) -> None:
    shell.show_desk(scene)
    with qtbot.waitSignal(shell.mediator_called):
        button(shell, "call_mediator").click()
    shell.set_mediator_called(True)
    with qtbot.waitSignal(shell.mediator_answered):
        button(shell, "answer").click()
    shell.set_mediator_called(False)
    assert button(shell, "call_mediator").isVisible()


def test_what_the_post_does_not_have_is_not_offered(shell: Shell, qapp: QApplication) -> None:
    shell.show_desk(AddScene(scanner=False, phone=True))
    assert absent(shell, "use_scan")
    shell.show_desk(TakeScene(("Papier",), stick=False, phone=True, printer=False))
    assert absent(shell, "use_stick")
    assert absent(shell, "use_print")
    assert "Par mail" in said(shell)


def test_nothing_is_asked_while_a_workshop_works(
    shell: Shell, scenes: dict[str, Scene], told: list, qapp: QApplication
) -> None:
    shell.show_desk(scenes["sheets-working"])
    for name in ("turn", "remove", "keep", "scan_glass", "crop"):
        button(shell, name).click()
    shell.show_desk(scenes["mend-free"])
    for name in ("turn", "straighten", "lighter", "keep"):
        button(shell, name).click()
    assert told == []
    assert absent(shell, "crop_done")


def test_copies_stay_within_what_the_site_allows(shell: Shell, scenes: dict[str, Scene], told: list) -> None:
    scene = scenes["print"]
    assert isinstance(scene, PrintScene)
    shell.show_desk(replace(scene, copies=scene.most_copies))
    button(shell, "more_copies").click()
    shell.show_desk(replace(scene, copies=1))
    button(shell, "fewer").click()
    shell.show_desk(replace(scene, page=scene.pages - 1))
    button(shell, "page_after").click()
    assert told == []
    shell.show_desk(replace(scene, most_copies=1))
    assert absent(shell, "fewer")


# --- cropping ---------------------------------------------------------------------------------------------------------


def frame_after(shell: Shell, told: list) -> tuple[float, float, float, float]:
    button(shell, "crop_done").click()
    assert isinstance(told[-1], wishes.CropSheet)
    return told[-1].left, told[-1].top, told[-1].right, told[-1].bottom


def test_edges_are_cut_by_dragging_a_corner(shell: Shell, scenes: dict[str, Scene], told: list, qtbot: QtBot) -> None:
    shell.show_desk(scenes["sheets-one"])
    button(shell, "crop").click()
    corner = button(shell, "Coin en haut à gauche")
    paper = shell.windows[0].page.findChild(CropView).paper_rect()
    middle = corner.rect().center()
    qtbot.mousePress(corner, Qt.MouseButton.LeftButton, pos=middle)
    by = QPoint(round(paper.width() / 4), round(paper.height() / 5))
    qtbot.mouseMove(corner, middle + by)
    qtbot.mouseRelease(corner, Qt.MouseButton.LeftButton, pos=middle)
    left, top, right, bottom = frame_after(shell, told)
    assert left == pytest.approx(0.29, abs=0.02)
    assert top == pytest.approx(0.24, abs=0.02)
    assert (right, bottom) == pytest.approx((0.96, 0.96))


def test_edges_are_cut_by_the_arrow_keys(shell: Shell, scenes: dict[str, Scene], told: list, qtbot: QtBot) -> None:
    shell.show_desk(scenes["sheets-one"])
    qtbot.waitUntil(shell.windows[0].isActiveWindow)
    button(shell, "crop").click()
    first = button(shell, "Coin en haut à gauche")
    assert first.hasFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(first, key)
    last = button(shell, "Coin en bas à droite")
    qtbot.keyClick(last, Qt.Key.Key_Left)
    qtbot.keyClick(last, Qt.Key.Key_Up)
    assert frame_after(shell, told) == pytest.approx((0.08, 0.06, 0.94, 0.94))
    assert absent(shell, "crop_done")


def test_a_frame_never_leaves_the_sheet_nor_turns_inside_out(
    shell: Shell, scenes: dict[str, Scene], told: list, qtbot: QtBot
) -> None:
    shell.show_desk(scenes["sheets-one"])
    button(shell, "crop").click()
    first = button(shell, "Coin en haut à gauche")
    for _ in range(60):
        qtbot.keyClick(first, Qt.Key.Key_Right)
        qtbot.keyClick(first, Qt.Key.Key_Up)
    left, top, right, _ = frame_after(shell, told)
    assert top == 0.0
    assert 0.1 <= right - left <= 0.2


def test_cutting_can_be_given_up_and_undone(shell: Shell, scenes: dict[str, Scene], told: list) -> None:
    shell.show_desk(scenes["sheets-one"])
    button(shell, "crop").click()
    button(shell, "crop_cancel").click()
    assert told == []
    scene = scenes["sheets-many"]
    shell.show_desk(replace(scene, selected=2))
    button(shell, "Remettre les bords").click()
    assert told == [wishes.CropSheet(0.0, 0.0, 1.0, 1.0)]


# --- pages, numbers, digits -------------------------------------------------------------------------------------------


def test_pages_are_chosen_one_by_one(shell: Shell, scenes: dict[str, Scene], told: list, qtbot: QtBot) -> None:
    scene = scenes["mend"]
    assert isinstance(scene, MendScene)
    shell.show_desk(scene)
    button(shell, "pages").click()
    button(shell, "pages_done").click()
    assert told == []
    row = shell.windows[0].page.findChild(CheckRow, "keep_page")
    for page in (4, 1):
        shell.show_desk(replace(scene, page=page))
        assert not row.isChecked()
        qtbot.keyClick(row, Qt.Key.Key_Space)
    shell.show_desk(replace(scene, page=4))
    assert row.isChecked()
    assert "2 sur 12 à garder" in said(shell)
    button(shell, "pages_done").click()
    assert told == [wishes.OnlyPages((1, 4))]


def test_the_main_button_mends_the_first_thing_that_is_wrong(shell: Shell, scenes: dict[str, Scene]) -> None:
    scene = scenes["mend"]
    assert isinstance(scene, MendScene)
    shell.show_desk(scene)
    assert absent(shell, "keep")
    assert absent(shell, "convert")
    shell.show_desk(replace(scene, size=900_000, rule=Rule(("jpeg",), 5_000_000), pages=1))
    assert button(shell, "convert").accessibleName() == "Mettre en image"
    shell.show_desk(replace(scene, size=900_000, fits=True))
    assert button(shell, "keep").isVisible()
    assert absent(shell, "lighten")


@pytest.mark.parametrize("by_key", [False, True])
def test_a_number_is_written_by_the_person(
    shell: Shell, scenes: dict[str, Scene], told: list, qtbot: QtBot, by_key: bool
) -> None:
    shell.show_desk(scenes["receipt"])
    line = shell.windows[0].page.findChild(QWidget, "number")
    button(shell, "add_number").click()
    qtbot.keyClicks(line, "  75-2026 ")
    if by_key:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    else:
        button(shell, "add_number").click()
    assert told == [wishes.WriteNumber("75-2026")]
    assert line.text() == ""


def test_the_receipt_shows_what_was_chosen_and_only_that(shell: Shell, scenes: dict[str, Scene]) -> None:
    shell.show_desk(scenes["receipt"])
    text = said(shell)
    assert "2026-000124-X" in text
    assert "CAF 0356789" not in text
    assert "La CAF vous répond dans 2 semaines." in text


@pytest.mark.parametrize("by_key", [False, True])
def test_a_pin_is_typed_unseen(shell: Shell, told: list, qtbot: QtBot, qapp: QApplication, by_key: bool) -> None:
    shell.show_desk(PinScene())
    page = shell.windows[0].page
    qtbot.waitUntil(page.hasFocus)
    if by_key:
        qtbot.keyClicks(page, "1279")
        qtbot.keyClick(page, Qt.Key.Key_Backspace)
        qtbot.keyClick(page, Qt.Key.Key_8)
    else:
        for name in ("digit_1", "digit_2", "digit_7", "digit_9", "erase_digit", "digit_8"):
            button(shell, name).click()
    everything = [one.accessibleName() + one.accessibleDescription() for one in page.findChildren(QWidget)]
    assert not any("1278" in words or "127" in words for words in everything)
    if by_key:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    else:
        button(shell, "confirm").click()
    assert told == [wishes.Pin("1278")]
    button(shell, "confirm").click()
    assert len(told) == 1


@pytest.mark.parametrize("closed", [PinScene(wrong=True, wait_seconds=9), PinScene(locked=True)])
def test_no_pin_is_taken_while_it_must_wait(shell: Shell, told: list, qtbot: QtBot, closed: PinScene) -> None:
    shell.show_desk(PinScene())
    page = shell.windows[0].page
    qtbot.keyClicks(page, "12")
    shell.show_desk(closed)
    qtbot.keyClicks(page, "3456")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    shell.show_desk(PinScene())
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert told == []
