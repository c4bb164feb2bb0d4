"""What stands over a page that does not open is read whole, at any width that a page may have."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.guest.cover import Cover
from kiosk.guest.page import Trouble
from kiosk.session.messages import Appearance
from kiosk.ui import i18n, theme

TROUBLES = get_args(getattr(Trouble, "__value__", Trouble))


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("width", [640, 840, 1200])
def test_no_line_of_it_is_cut(qtbot: QtBot, trouble: Trouble, width: int) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(width, 720)
    cover = Cover(frame)
    cover.resize(frame.size())
    frame.show()
    cover.show_trouble(trouble, can_go_back=True)
    labels = [label for label in cover.findChildren(QLabel) if label.text()]
    assert len(labels) >= 3
    qtbot.waitUntil(lambda: all(label.isVisible() for label in labels))
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        assert label.width() >= label.minimumSizeHint().width(), label.text()


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("language", ["fr", "en", "ar"])
@pytest.mark.parametrize(("width", "height"), [(640, 330), (650, 430), (1200, 720)])
def test_in_the_largest_letters_the_words_scroll_and_the_answers_stay(
    qapp: QApplication, qtbot: QtBot, trouble: Trouble, language: str, width: int, height: int
) -> None:
    i18n.install(qapp, language)
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(language=language, text_percent=200)))
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(width, height)
    cover = Cover(frame)
    cover.resize(frame.size())
    frame.show()
    cover.show_trouble(trouble, can_go_back=True)
    answers = cover.findChildren(QPushButton)
    assert len(answers) >= 2
    qtbot.waitUntil(lambda: all(one.isVisible() for one in answers))
    for one in answers:
        assert one.visibleRegion().boundingRect() == one.rect(), one.accessibleName()
        assert one.height() >= one.heightForWidth(one.width())
