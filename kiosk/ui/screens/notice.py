"""« Vos données »: what is erased, what is kept, what leaves the post, and the person's rights.

Lies over whatever stood there, and leads back to it just as it was. Its words are the post's own (see `kiosk.notice`).
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk import languages
from kiosk.notice import Part
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.footer import HelpFooter
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets import Card, Label, Picture

_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class NoticePage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        told = context.notices.within(context.language)
        header = Header(
            context.site_name,
            context.visit.appearance,
            back=translate("Page", "Retour"),
            language=len(languages.codes()) > 1,
            tools=True,
            notice=False,
        )
        fixed = QWidget()
        top = QHBoxLayout(fixed)
        top.setContentsMargins(look.px(40), look.px(14), look.px(40), look.px(16))
        top.setSpacing(look.px(24))
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(Label(told.title, 46, 700))
        words.addWidget(Label(told.lead, 24))
        top.addLayout(words, 1)
        top.addWidget(self.middle.more, 0, Qt.AlignmentFlag.AlignBottom)
        self.assemble(header, HelpFooter(mediator_called=context.mediator_called), fixed=fixed)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(20))
        self.body.addLayout(columns)
        self.body.addStretch()
        halves = 1 if look.enlarged else 2
        stacks = [QVBoxLayout() for _ in range(halves)]
        for stack in stacks:
            stack.setSpacing(look.px(16))
            columns.addLayout(stack, 1)
        heights = [0] * halves
        for part in told.parts:
            shorter = heights.index(min(heights))
            stacks[shorter].addWidget(_card(part))
            heights[shorter] += len(part.lines) + 2
        for stack in stacks:
            stack.addStretch()


def _card(part: Part) -> Card:
    look = theme.current()
    card = Card(padding=20)
    card.column.setSpacing(look.px(8))
    heading = QHBoxLayout()
    heading.setSpacing(look.px(14))
    heading.addWidget(Picture(part.icon, 30), 0, _MIDDLE)
    heading.addWidget(Label(part.title, 24, 700), 1)
    card.column.addLayout(heading)
    for line in part.lines:
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        row.addWidget(Label("•", 20, 700), 0, _TOP)
        row.addWidget(Label(line, 20), 1)
        card.column.addLayout(row)
    return card
