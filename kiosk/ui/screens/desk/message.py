"""One big picture and one thing to know, in the middle of the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.screens.marks import Mark
from kiosk.ui.widgets import Label, Picture


class Message(QWidget):
    """`say` changes it in place. `done` shows the green mark instead of the picture."""

    def __init__(self, icon: str = "file-text") -> None:
        super().__init__()
        look = theme.current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        centre = Qt.AlignmentFlag.AlignHCenter
        self._picture = Picture(
            icon, 64 if look.enlarged else 88, "blue", plate=104 if look.enlarged else 152, plate_colour="surface"
        )
        self._mark = Mark(84 if look.enlarged else 120, done=True)
        column.addWidget(self._picture, 0, centre)
        column.addWidget(self._mark, 0, centre)
        column.addSpacing(look.px(4))
        self._title = Label("", 46, 700, align="centre")
        self._sentence = Label("", 24, align="centre")
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        self._mark.hide()

    def say(self, icon: str, title: str, sentence: str = "", *, done: bool = False) -> str:
        """Returns all that is said, for the screen reader."""
        self._picture.swap(icon)
        self._picture.setVisible(not done)
        self._mark.setVisible(done)
        self._title.say(title)
        self._sentence.say(sentence)
        self._sentence.setVisible(bool(sentence))
        return f"{title} {sentence}".strip()
