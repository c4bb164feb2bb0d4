"""What stands over a page that does not open is read whole, at any width that a page may have."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.guest.cover import Cover
from kiosk.guest.page import Trouble

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
