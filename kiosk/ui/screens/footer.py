"""The bottom of a page: what happens to the person's things, and the mediator, always in the same place.

While a mediator is called it turns orange: the room must see it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, Card, Label, Picture


class Footer(QFrame):
    """A sunken band. Put content in `row`."""

    def __init__(self, height: int = 96) -> None:
        super().__init__()
        look = theme.current()
        self._ground = "paper_2"
        if look.compact and height < 110:
            height -= 12
        self.setMinimumHeight(look.px(height))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(look.px(40), look.px(12), look.px(40), look.px(12))
        self.row.setSpacing(look.px(16))

    def set_ground(self, colour: str) -> None:
        self._ground = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour(self._ground))
        if look.appearance.contrast == "high":
            painter.fillRect(0, 0, self.width(), look.px(2), look.line)


class Answer(QWidget):
    """What the mediator sees and presses on arriving."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(14))
        row.addWidget(Picture("hand", 28), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(translate("Footer", "**Médiateur appelé.** Il vient vers vous."), 22), 1)
        button = Button(
            translate("Footer", "Je suis là"), "user-check", detail=translate("Footer", "Pour le médiateur")
        )
        button.setObjectName("answer")
        button.clicked.connect(self.answered)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class HelpFooter(Footer):
    """Nothing is kept; the mediator can be called. `called()` and `answered()` are what the person asked."""

    called = Signal()
    answered = Signal()

    def __init__(self, *, mediator_called: bool) -> None:
        super().__init__()
        look = theme.current()
        self._quiet = QWidget()
        row = QHBoxLayout(self._quiet)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        row.addWidget(Picture("eraser", 34), 0, Qt.AlignmentFlag.AlignVCenter)
        # One sentence a line, wherever it stands.
        kept = translate("Footer", "**Rien n'est gardé.** Tout est effacé à la fin.").replace("** ", "**\n")
        row.addWidget(Label(kept, 22), 1)
        self.notice = row
        call = Button(translate("Footer", "Appeler un médiateur"), "hand", "mediator", size=22, height=68, icon_size=28)
        call.setObjectName("call_mediator")
        call.clicked.connect(self.called)
        row.addWidget(call, 0, Qt.AlignmentFlag.AlignVCenter)
        self._answer = Answer()
        self._answer.answered.connect(self.answered)
        self.row.addWidget(self._quiet, 1)
        self.row.addWidget(self._answer, 1)
        self.set_mediator_called(mediator_called)

    def set_mediator_called(self, on: bool) -> None:
        self._quiet.setVisible(not on)
        self._answer.setVisible(on)
        self.set_ground("orange" if on else "paper_2")

    def add_notice(self, widget: QWidget) -> None:
        """Something discreet before the mediator's button."""
        self.notice.insertWidget(2, widget)


class AnswerCard(Card):
    """The same answer as an orange card, for a footer whose buttons must stay."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__("orange", "orange_line", padding=10)
        answer = Answer()
        answer.answered.connect(self.answered)
        self.column.addWidget(answer)
