"""The shared widgets: whole words, whole targets, one name for eyes and for screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.session.messages import Appearance
from kiosk.ui import theme
from kiosk.ui.widgets import Button, Card, CheckRow, Label, Note, Progress, focus, icon_pixmap
from kiosk.ui.widgets.paragraph import Paragraph


def role(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


@pytest.mark.parametrize("percent", theme.TEXT_PERCENTS)
def test_a_button_is_never_smaller_than_a_finger(qapp: QApplication, qtbot: QtBot, percent: int) -> None:
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(text_percent=percent)))
    for button in (Button("OK", height=10), Button("Oui", "check", icon_only=True), Button("Retour", kind="quiet")):
        qtbot.addWidget(button)
        assert button.sizeHint().width() >= theme.MIN_TARGET
        assert button.sizeHint().height() >= theme.MIN_TARGET


def test_a_button_wraps_and_grows_when_it_is_narrow(qtbot: QtBot) -> None:
    button = Button("Appeler un médiateur", "hand")
    qtbot.addWidget(button)
    wide = button.heightForWidth(400)
    narrow = button.heightForWidth(button.minimumSizeHint().width())
    assert narrow > wide


def test_a_button_that_shows_only_its_icon_still_says_its_name(qtbot: QtBot) -> None:
    button = Button("Contraste", "contrast", icon_only=True)
    qtbot.addWidget(button)
    assert button.accessibleName() == "Contraste"
    assert role(button) == QAccessible.Role.Button


def test_a_label_says_its_words_without_marks(qtbot: QtBot) -> None:
    label = Label("**Rien n'est gardé.** Tout est effacé.")
    qtbot.addWidget(label)
    assert label.text() == "Rien n'est gardé. Tout est effacé."
    assert role(label) == QAccessible.Role.StaticText


@pytest.mark.parametrize("words", ["<b>gras</b>", "<img src='file:///etc/hostname'>", "&lt;a&gt;"])
def test_words_that_look_like_a_page_are_words(qtbot: QtBot, words: str) -> None:
    label = Label("")
    qtbot.addWidget(label)
    label.say(words)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == label.accessibleName() == words


def test_words_between_marks_are_wider(qapp: QApplication) -> None:
    assert Paragraph("**Tout est effacé**").natural_width() > Paragraph("Tout est effacé").natural_width()


def test_bold_ends_where_it_must_after_a_character_outside_the_first_plane(qapp: QApplication) -> None:
    ranges = Paragraph("\U0001f642 **ab** c")._bold_ranges()
    assert [(one.start, one.length) for one in ranges] == [(3, 2)]


def test_arabic_letters_begin_at_the_right(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(language="ar")))
    label = Label("نعم")
    qtbot.addWidget(label)
    label.resize(400, 40)
    ground = label.palette().window().color().rgb()
    image = label.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    inked = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))]
    assert min(inked) > 300


def test_the_whole_row_ticks_by_mouse_and_by_keyboard(qtbot: QtBot) -> None:
    row = CheckRow("Pièce d'identité", "Carte ou passeport", "id-card")
    qtbot.addWidget(row)
    row.resize(600, row.heightForWidth(600))
    row.show()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(560, 40))
    assert row.isChecked()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert not row.isChecked()
    assert role(row) == QAccessible.Role.CheckBox


def test_the_button_inside_a_row_takes_its_own_clicks(qtbot: QtBot) -> None:
    row = CheckRow("RIB", None, "landmark")
    without = Button("Je ne l'ai pas")
    row.set_trailing(without)
    qtbot.addWidget(row)
    row.resize(700, row.heightForWidth(700))
    row.show()
    with qtbot.waitSignal(without.clicked):
        qtbot.mouseClick(without, Qt.MouseButton.LeftButton)
    assert not row.isChecked()
    row.setChecked(True)
    assert not without.isVisible()


def test_progress_tells_the_step(qtbot: QtBot) -> None:
    progress = Progress(9)
    qtbot.addWidget(progress)
    progress.set_step(3)
    assert (progress.value(), progress.maximum()) == (3, 9)
    assert role(progress) == QAccessible.Role.ProgressBar


@pytest.mark.parametrize("total", [1, 40])
def test_progress_paints_any_number_of_steps(qtbot: QtBot, total: int) -> None:
    progress = Progress(total)
    qtbot.addWidget(progress)
    progress.set_step(1, done={1})
    progress.resize(300, 10)
    assert not progress.grab().isNull()


def test_an_unknown_icon_is_a_sheet_of_paper(qapp: QApplication) -> None:
    assert icon_pixmap("no-such-icon", 26).toImage() == icon_pixmap("file-text", 26).toImage()


def test_arrows_turn_in_arabic_and_clocks_do_not(qapp: QApplication) -> None:
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance()))
    arrow, clock = icon_pixmap("arrow-left", 26).toImage(), icon_pixmap("clock", 26).toImage()
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(language="ar")))
    assert icon_pixmap("arrow-left", 26).toImage() != arrow
    assert icon_pixmap("clock", 26).toImage() == clock


def test_high_contrast_recolours_the_drawings(qapp: QApplication) -> None:
    logo = icon_pixmap("logo", 40).toImage()
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(contrast="high")))
    assert icon_pixmap("logo", 40).toImage() != logo


def test_what_its_ground_alone_sets_apart_is_outlined_in_high_contrast(qapp: QApplication, qtbot: QtBot) -> None:
    """Where all grounds are white."""
    for contrast, outlined in (("normal", False), ("high", True)):
        look = theme.make_theme(1280, 800, Appearance(contrast=contrast))
        theme.apply(qapp, look)
        card = Card("green_tint", None)
        qtbot.addWidget(card)
        card.resize(200, 100)
        assert (card.grab().toImage().pixelColor(100, 0) == look.line) is outlined


def test_the_ring_shows_for_the_keyboard_only(qtbot: QtBot) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    first, second = Button("Un"), Button("Deux")
    row.addWidget(first)
    row.addWidget(second)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    ring = focus.of_window(window)
    assert not ring.isVisible()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert ring.isVisible()
    assert ring.geometry().contains(second.geometry())
    qtbot.keyClick(second, Qt.Key.Key_Backtab)
    assert ring.geometry().contains(first.geometry())


def test_the_ring_lets_go_of_what_is_destroyed(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    button = Button("Un")
    column.addWidget(button)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    focus.give(button, Qt.FocusReason.TabFocusReason)
    ring = focus.of_window(window)
    assert ring.isVisible()
    with qtbot.waitSignal(button.destroyed):
        button.deleteLater()
    assert not ring.isVisible()


def test_a_note_and_a_card_hold_all_their_words(qtbot: QtBot) -> None:
    note = Note("**Site d'entraînement.** Rien n'est envoyé. " * 4)
    card = Card()
    card.column.addWidget(Label("Tout est effacé. " * 10))
    for widget in (note, card):
        qtbot.addWidget(widget)
        widget.resize(400, widget.layout().heightForWidth(400))
        widget.show()
        label = widget.findChild(Label)
        assert label is not None
        assert label.height() >= label.heightForWidth(label.width())


def test_enter_presses_a_button_once_however_long_it_is_held(qtbot: QtBot) -> None:
    button = Button("Je commence")
    qtbot.addWidget(button)
    button.show()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(button, key)
        held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True, 1)
        QApplication.sendEvent(button, held)
    assert len(pressed) == 2
