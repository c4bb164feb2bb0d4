"""Overlays: inside the window, out by keyboard, and never a way to another file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QPushButton, QWidget

from kiosk.guest.overlays import chooser, questions
from kiosk.guest.overlays.chooser import Chooser, accepts
from kiosk.guest.overlays.overlay import Overlay
from kiosk.guest.overlays.viewer import Viewer
from kiosk.guest.tray import Tray, TrayLimits


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 724)
    window.show()
    return window


@pytest.fixture
def tray(tmp_path: Path) -> Tray:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(0)
    folder = tmp_path / "tray"
    folder.mkdir()
    assert image.save(str(folder / "photo.png"))
    writer = QPdfWriter(str(folder / "attestation.pdf"))
    painter = QPainter(writer)
    painter.drawText(100, 100, "Attestation")
    painter.end()
    (folder / "notes.bin").write_bytes(b"rien")
    return Tray(folder, TrayLimits())


def button(window: QWidget, words: str) -> QPushButton:
    [found] = [b for b in window.findChildren(QPushButton) if b.accessibleName() == words and b.isVisibleTo(window)]
    return found


def soon(act) -> None:
    """While a question waits for its answer."""
    QTimer.singleShot(0, act)


@pytest.mark.parametrize(
    ("accepted", "name", "fits"),
    [
        ([], "a.pdf", True),
        (["image/*"], "a.jpg", True),
        (["image/*"], "a.pdf", False),
        ([".pdf,.png"], "A.PDF", True),
        (["application/pdf", "image/png"], "a.png", True),
        ([".jpg"], "a.jpeg", False),
        (["*/*"], "a.bin", True),
    ],
)
def test_a_pages_wish_for_a_kind_is_respected(accepted, name, fits) -> None:
    assert accepts(accepted, name) is fits


def test_the_chooser_gives_the_ticked_paper_of_the_tray(window, tray) -> None:
    def answer() -> None:
        overlay = window.findChild(Chooser)
        assert [(row.text(), row.isChecked()) for row in overlay.rows] == [("photo", True)]
        button(window, "Donner ce papier").click()

    soon(answer)
    assert chooser.choose(window, tray.documents, False, ["image/*"], lambda: None) == [str(tray.folder / "photo.png")]


def test_one_paper_at_a_time_unless_the_page_takes_several(window, tray) -> None:
    one = Chooser(window, tray.documents, several=False)
    for row in one.rows[1:]:
        row.click()
    assert sum(row.isChecked() for row in one.rows) == 1
    many = Chooser(window, tray.documents, several=True)
    for row in many.rows[1:]:
        row.click()
    assert sum(row.isChecked() for row in many.rows) == 3


def test_going_back_gives_nothing(window, tray) -> None:
    soon(lambda: button(window, "Revenir sans donner").click())
    assert chooser.choose(window, tray.documents, True, [], lambda: None) == []


def test_escape_gives_nothing(window, tray, qtbot) -> None:
    soon(lambda: qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape))
    assert chooser.choose(window, tray.documents, True, [], lambda: None) == []


def test_the_keyboard_goes_round_inside(window, qtbot) -> None:
    outside = QPushButton("dehors", window)
    outside.show()
    overlay = Overlay(window)
    inside = [QPushButton(name) for name in "ab"]
    for each in inside:
        overlay.card.column.addWidget(each)
    overlay.open(inside[0])
    for expected in (inside[1], inside[0], inside[1]):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is expected


def test_the_keyboard_returns_where_it_was(window) -> None:
    before = QPushButton("avant", window)
    before.show()
    before.setFocus()
    overlay = Overlay(window)
    inside = QPushButton("dedans")
    overlay.card.column.addWidget(inside)
    overlay.open(inside)
    overlay.close_it()
    assert window.focusWidget() is before


@pytest.mark.parametrize(("press", "answer"), [("Oui", True), ("Non, revenir", False)])
def test_a_pages_question_is_asked_in_our_words(window, press, answer) -> None:
    soon(lambda: button(window, press).click())
    assert questions.ask_yes_no(window, "caisse.exercice", "Supprimer ?") is answer


def test_a_pages_text_is_short_plain_and_signed(window) -> None:
    def look() -> None:
        texts = [label.accessibleName() for label in window.findChildren(QWidget) if label.accessibleName()]
        assert any("caisse.exercice" in text for text in texts)
        assert max(map(len, texts)) <= questions.LONGEST
        button(window, "J'ai compris").click()

    soon(look)
    questions.tell(window, "caisse.exercice", "**Attention** " * 1000)


def test_a_typed_answer_is_given_back(window, qtbot) -> None:
    def answer() -> None:
        qtbot.keyClicks(window.focusWidget(), "Camille")
        button(window, "Valider").click()

    soon(answer)
    assert questions.ask_text(window, "caisse.exercice", "Votre nom ?", "") == "Camille"


@pytest.mark.parametrize("name", ["photo.png", "attestation.pdf", "notes.bin"])
def test_every_paper_opens_in_the_window_and_closes(window, tray, name) -> None:
    [document] = [document for document in tray.documents if document.name == name]
    viewer = Viewer(window, document, lambda service: None)
    viewer.show_it()
    assert viewer.geometry() == window.rect()
    for tool in viewer.findChildren(QPushButton):
        if tool is not viewer.close_button:
            tool.click()
    viewer.close_button.click()
    assert viewer.isHidden()


def test_a_damaged_paper_says_so(window, tray) -> None:
    broken = tray.folder / "casse.pdf"
    broken.write_bytes(b"%PDF-1.4 rien")
    tray.keep(broken)
    viewer = Viewer(window, tray.documents[-1], lambda service: None)
    viewer.show_it()
    assert any("ne s'ouvre pas" in child.accessibleName() for child in viewer.findChildren(QWidget))


def test_beside_the_step_panel_no_word_of_the_reader_is_broken(window, tray, qtbot) -> None:
    window.overlay_room = lambda: QRect(0, 0, 896, 652)
    [document] = [document for document in tray.documents if document.name == "attestation.pdf"]
    viewer = Viewer(window, document, lambda service: None)
    viewer.show_it()
    qtbot.waitUntil(lambda: viewer.close_button.width() > 0)
    for tool in viewer.findChildren(QPushButton):
        if " " not in tool.text():
            assert tool.width() >= tool.sizeHint().width(), tool.text()
