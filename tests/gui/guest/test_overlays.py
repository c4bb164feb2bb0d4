"""Overlays: inside the window, out by keyboard, and never a way to another file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from kiosk.guest.overlays import chooser, questions
from kiosk.guest.overlays.chooser import Chooser, accepts
from kiosk.guest.overlays.overlay import Overlay
from kiosk.guest.overlays.papers import Joining, Papers
from kiosk.guest.overlays.viewer import Viewer
from kiosk.guest.tray import Document, Tray, TrayLimits
from kiosk.session.messages import Appearance
from kiosk.ui import theme


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
    """While a question waits for its answer. One that is not answered is closed: a failed test must end."""

    def answer() -> None:
        overlays = [one for one in QApplication.allWidgets() if isinstance(one, Overlay) and one.isVisible()]
        try:
            act()
        finally:
            for overlay in overlays:
                overlay.close_it()

    QTimer.singleShot(0, answer)


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
    viewer = Viewer(window, document, pytest.fail)
    viewer.show_it()
    assert viewer.geometry() == window.rect()
    for tool in viewer.findChildren(QPushButton):
        if tool not in (viewer.close_button, *viewer.services):
            tool.click()
    viewer.close_button.click()
    assert viewer.isHidden()


def test_a_damaged_paper_says_so(window, tray) -> None:
    broken = tray.folder / "casse.pdf"
    broken.write_bytes(b"%PDF-1.4 rien")
    tray.keep(broken)
    viewer = Viewer(window, tray.documents[-1], pytest.fail)
    viewer.show_it()
    assert any("ne s'ouvre pas" in child.accessibleName() for child in viewer.findChildren(QWidget))


def test_beside_the_step_panel_no_word_of_the_reader_is_broken(window, tray, qtbot) -> None:
    window.overlay_room = lambda: QRect(0, 0, 896, 652)
    [document] = [document for document in tray.documents if document.name == "attestation.pdf"]
    viewer = Viewer(window, document, pytest.fail)
    viewer.show_it()
    qtbot.waitUntil(lambda: viewer.close_button.width() > 0)
    for tool in viewer.findChildren(QPushButton):
        if " " not in tool.text():
            assert tool.width() >= tool.sizeHint().width(), tool.text()


# --- what a paper can be used for -----------------------------------------------------------------------------------


def paper(tray: Tray, name: str) -> Document:
    [document] = [document for document in tray.documents if document.name == name]
    return document


@pytest.mark.parametrize(("press", "service"), [("Imprimer", "print"), ("Emporter", "take"), ("Modifier", "mend")])
@pytest.mark.parametrize("name", ["photo.png", "attestation.pdf"])
def test_a_paper_that_is_read_can_be_printed_taken_away_and_changed(window, tray, name, press, service) -> None:
    asked: list[str] = []
    viewer = Viewer(window, paper(tray, name), asked.append)
    viewer.show_it()
    button(window, press).click()
    assert asked == [service]
    assert viewer.isHidden()


def sentences(overlay: QWidget) -> str:
    return " ".join(label.text() for label in overlay.findChildren(QLabel) if label.isVisibleTo(overlay))


def test_what_the_desk_does_not_know_is_not_offered_and_why_is_said(window, tray) -> None:
    viewer = Viewer(window, paper(tray, "notes.bin"), pytest.fail)
    viewer.show_it()
    assert [one.isEnabled() for one in viewer.services] == [False] * 3
    assert "On ne peut pas l'imprimer." in sentences(viewer)


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_paper_that_has_gone_is_not_offered_and_that_is_said(window, tray, when) -> None:
    document = paper(tray, "attestation.pdf")
    if when == "before":
        document.path.unlink()
    viewer = Viewer(window, document, pytest.fail)
    viewer.show_it()
    if when == "after":
        document.path.unlink()
        button(window, "Imprimer").click()
    assert [one.isEnabled() for one in viewer.services] == [False] * 3
    assert "Ce papier n'est plus ici." in sentences(viewer)
    assert not viewer.isHidden()


@pytest.mark.parametrize(("percent", "room"), [(100, 1280), (100, 896), (200, 1280), (200, 690)])
def test_the_services_of_a_paper_are_one_row_of_whole_words(qapp, window, tray, qtbot, percent, room) -> None:
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(text_percent=percent)))
    look = theme.current()
    height = 800 - look.topbar_height - (look.wheel_bar_height if room < 1280 else 0)
    window.overlay_room = lambda: QRect(0, 0, room, height)
    viewer = Viewer(window, paper(tray, "attestation.pdf"), pytest.fail)
    viewer.show_it()
    qtbot.waitUntil(lambda: all(one.isVisible() and one.width() > 1 for one in viewer.services))
    assert len({one.y() for one in viewer.services}) == 1
    for one in viewer.services:
        assert viewer.rect().contains(one.geometry())
        assert one.width() >= one.sizeHint().width(), one.text()
        assert one.height() >= one.heightForWidth(one.width())


def rows_of(overlay: QWidget) -> list[str]:
    return [row.text() for row in overlay.rows]


def test_papers_are_joined_from_two_on_in_the_order_of_the_list(window, tray) -> None:
    joined: list[list[str]] = []
    asked: list[object] = []
    Papers(window, tray.documents, asked.append, lambda: asked.append("join"))
    button(window, "Réunir des papiers").click()
    assert asked == ["join"]
    overlay = Joining(window, tray.documents, lambda documents: joined.append([one.name for one in documents]))
    assert sorted(rows_of(overlay)) == ["attestation", "photo"]
    together = button(overlay, "Réunir en un seul papier")
    enabled = []
    for row in reversed(overlay.rows):
        enabled.append(together.isEnabled())
        row.click()
    assert enabled == [False, False]
    together.click()
    assert joined == [[one.name for one in tray.documents if one.kind != "other"]]
    assert overlay.isHidden()


def test_a_press_in_the_list_reads_the_paper(window, tray) -> None:
    read: list[Document] = []
    Papers(window, tray.documents, read.append, pytest.fail)
    button(window, "attestation").click()
    assert [document.name for document in read] == ["attestation.pdf"]


def test_one_paper_alone_is_not_joined(window, tray) -> None:
    Papers(window, [paper(tray, "photo.png"), paper(tray, "notes.bin")], pytest.fail, pytest.fail)
    assert "Réunir des papiers" not in [one.accessibleName() for one in window.findChildren(QPushButton)]


def test_the_paper_that_came_last_is_picked_and_on_top(window, tray) -> None:
    overlay = Chooser(window, tray.documents, several=False)
    assert [row.isChecked() for row in overlay.rows] == [True, False, False]
    assert rows_of(overlay)[0] == tray.documents[-1].title
    assert button(overlay, "Donner ce papier").isEnabled()


def test_papers_that_lay_there_from_the_start_are_not_picked(window, tray) -> None:
    laid_out = [replace(document, laid_out=True) for document in tray.documents]
    overlay = Chooser(window, laid_out, several=False)
    assert not any(row.isChecked() for row in overlay.rows)
    overlay = Chooser(window, [replace(laid_out[0], laid_out=False), *laid_out[1:]], several=False)
    assert [row.isChecked() for row in overlay.rows] == [False, False, True]


def test_papers_of_the_wrong_format_are_said_to_be_refused(window, tray) -> None:
    none_fits = Chooser(window, [], several=False, others=2)
    assert "Le site refuse vos papiers : ce n'est pas le bon format." in sentences(none_fits)
    assert "Cliquez sur Modifier." in sentences(none_fits)
    one_fits = Chooser(window, tray.documents[:1], several=False, others=2)
    assert "Le site refuse vos autres papiers : ce n'est pas le bon format." in sentences(one_fits)


def test_who_has_no_paper_to_give_can_bring_one(window, tray, qtbot) -> None:
    added: list[bool] = []
    soon(lambda: button(window, "Ajouter un papier").click())
    assert chooser.choose(window, [], False, [], lambda: added.append(True)) == []
    qtbot.waitUntil(lambda: added == [True])


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("bar", [0, 88])
def test_the_buttons_under_a_long_list_lie_over_no_paper(qapp, window, tray, qtbot, percent, bar) -> None:
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(text_percent=percent)))
    window.overlay_room = lambda: QRect(0, 0, 1280 if not bar else 690, 800 - theme.current().topbar_height - bar)
    overlay = Chooser(window, [*tray.documents] * 4, several=False)
    overlay.open(overlay.first)
    area = overlay.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.isVisible() and area.height() > 1)
    give = button(overlay, "Donner ce papier")
    assert area.mapTo(overlay, area.rect().bottomLeft()).y() < give.mapTo(overlay, give.rect().topLeft()).y()
    assert overlay.rect().contains(give.rect().translated(give.mapTo(overlay, give.rect().topLeft())))
    assert area.height() >= overlay.rows[0].height()


@pytest.fixture
def large_letters(qapp: QApplication) -> None:
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(text_percent=200)))


@pytest.mark.parametrize("words", ["Votre nom ?", "Une question qui n'en finit pas. " * 20])
def test_a_long_question_scrolls_and_its_answers_stay_in_sight(window, large_letters, words) -> None:
    window.keyboard = QWidget(window)
    window.keyboard.setGeometry(0, window.height() - 290, 680, 280)
    window.keyboard.show()

    def look() -> None:
        for one in (*window.findChildren(QLineEdit), button(window, "Valider"), button(window, "Non, revenir")):
            assert one.visibleRegion().boundingRect() == one.rect()
            assert one.mapTo(window, one.rect().bottomLeft()).y() < window.keyboard.y()
        # Nothing beside the keyboard is there to be pressed, and the keyboard is.
        assert isinstance(window.childAt(window.width() - 20, window.height() - 20), Overlay)
        assert window.childAt(window.keyboard.geometry().center()) is window.keyboard
        [area] = window.findChildren(QScrollArea)
        assert (area.verticalScrollBar().maximum() > 0) is (len(words) > 100)

    soon(look)
    questions.ask_text(window, "caisse.exercice", words, "")
