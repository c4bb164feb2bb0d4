"""The receipt: all is erased, what was erased, in how long, and that each was checked. Then the next person."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.session.receipt import Receipt
from kiosk.ui import theme, words
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.footer import Footer
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.marks import Mark
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets import Button, Card, Label, painting


class _Rule(QWidget):
    """A thin line between rows."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedHeight(theme.current().px(2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().colour(self._colour))


class WipedPage(Page):
    """Counts down to home. The controller goes there; this page only says when."""

    new_person_asked = Signal()

    def __init__(self, context: Context, receipt: Receipt, reason: str | None, seconds: int) -> None:
        super().__init__(context)
        look = theme.current()
        self._left = seconds
        self.assemble(Header(context.site_name, context.visit.appearance, notice=True), self._build_footer())
        stacked = look.enlarged
        columns = QBoxLayout(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        columns.setSpacing(look.px(24 if stacked else 40))
        columns.addLayout(self._saying(reason), 5)
        columns.addWidget(self._card(receipt), 7, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(columns, 1)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._second)
        self._timer.start()
        self._say_left()

    @property
    def seconds_left(self) -> int:
        return self._left

    def _saying(self, reason: str | None) -> QVBoxLayout:
        look = theme.current()
        column = QVBoxLayout()
        column.setSpacing(look.px(18))
        column.addStretch()
        column.addWidget(Mark(72 if look.enlarged else 112, done=True))
        column.addWidget(Label(translate("Wiped", "Tout est effacé"), 60, 700))
        explained = words.end_reason(reason)
        if explained:
            column.addWidget(Label(explained, 22))
        column.addWidget(Label(translate("Wiped", "Il ne reste rien de vous sur ce poste."), 24))
        column.addWidget(Label(translate("Wiped", "**Vous pouvez partir.** Bonne journée."), 24))
        column.addStretch()
        return column

    def _card(self, receipt: Receipt) -> Card:
        look = theme.current()
        steps = {step.code: step for step in receipt.report.steps}
        lines = words.wipe_lines(steps)
        language = self.context.language
        # Every line is seen at once, however many: nobody scrolls to learn that nothing is left.
        many = len(lines) > 6
        card = Card(padding=28 if many else 34)
        column = card.column
        column.setSpacing(look.px(7 if many else 9))
        at = translate("Wiped", "à %1").replace("%1", words.time_of_day(receipt.report.at))
        column.addLayout(_pair(Label(translate("Wiped", "Vérifié"), 26, 700), Label(at, 20)))
        column.addWidget(_Rule("ink"))
        for index, (line, codes) in enumerate(lines.items()):
            if index:
                column.addWidget(_Rule("line"))
            took = words.seconds(sum(steps[code].seconds for code in codes), language)
            row = _pair(Label(line, 22), Label(took, 22, 400, "ink_2"))
            done = all(steps[code].verified for code in codes)
            row.insertWidget(0, Mark(34 if many else 38, done=done), 0, Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(row)
        column.addSpacing(look.px(8))
        column.addWidget(self._total(receipt, len(lines)))
        return card

    def _total(self, receipt: Receipt, lines: int) -> Card:
        # All of them: without a verified wipe there is no receipt.
        said = translate("Wiped", "%1 sur %2. Rien ne reste.").replace("%1", str(lines)).replace("%2", str(lines))
        total = words.seconds(receipt.report.total_seconds, self.context.language)
        card = Card("green_tint", None, radius=painting.RADIUS_BUTTON, padding=16)
        card.column.addLayout(_pair(Label(said, 20, 700, "green_deep"), Label(total, 20, 700, "green_deep")))
        return card

    def _build_footer(self) -> Footer:
        footer = Footer()
        self._countdown = Label("", 22)
        footer.row.addWidget(self._countdown, 1, Qt.AlignmentFlag.AlignVCenter)
        footer.row.addWidget(self.middle.more)
        button = Button(translate("Wiped", "Nouvelle personne"), "user-plus", "primary", size=22, height=68)
        button.setObjectName("new_person")
        button.clicked.connect(self.new_person_asked)
        footer.row.addWidget(button)
        return footer

    def _second(self) -> None:
        self._left = max(0, self._left - 1)
        if self._left == 0:
            self._timer.stop()
        self._say_left()

    def _say_left(self) -> None:
        self._countdown.say(translate("Wiped", "Retour au premier écran dans %n seconde(s)", None, self._left))


def _pair(start: Label, end: Label) -> QHBoxLayout:
    """Words at both ends of a line."""
    row = QHBoxLayout()
    row.setSpacing(theme.current().px(18))
    row.addWidget(start, 1, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
