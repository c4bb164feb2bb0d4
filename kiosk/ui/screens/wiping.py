"""While everything is being erased: each thing gets its tick. Calm, and nothing to do."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from kiosk.ui import theme, words
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.marks import Mark
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets import Card, Label, Picture


class WipingPage(Page):
    """`reason` is a key of `words.end_reason`, for an end that the person did not ask for."""

    def __init__(self, context: Context, done: Collection[str], steps: Sequence[str], reason: str | None) -> None:
        super().__init__(context)
        look = theme.current()
        self.reason = reason
        self._rows: dict[tuple[str, ...], tuple[Mark, Label]] = {}
        stacked = look.enlarged
        # All lines are seen at once: nobody has the time to scroll here.
        self.assemble(None if stacked else Header(context.site_name, context.visit.appearance), None)
        columns = QBoxLayout(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        columns.setSpacing(look.px(24 if stacked else 48))
        columns.addLayout(self._saying(reason), 5)
        columns.addWidget(self._list(steps), 7, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(columns, 1)
        self.tick(done)

    def tick(self, done: Collection[str]) -> None:
        """In place: a page built anew for each step would take longer than the step."""
        for codes, (mark, label) in self._rows.items():
            if not set(codes) <= set(done):
                continue
            mark.set_done()
            label.recolour("ink")
            label.setAccessibleDescription(translate("Wiping", "Effacé"))

    def _saying(self, reason: str | None) -> QVBoxLayout:
        look = theme.current()
        column = QVBoxLayout()
        column.setSpacing(look.px(16))
        column.addStretch()
        if not look.enlarged:
            column.addWidget(Picture("eraser", 96))
        column.addWidget(Label(translate("Wiping", "On efface tout"), 60, 700))
        explained = words.end_reason(reason)
        if explained:
            column.addWidget(Label(explained, 22))
        column.addWidget(Label(translate("Wiping", "Attendez quelques secondes."), 22))
        column.addStretch()
        return column

    def _list(self, steps: Sequence[str]) -> Card:
        look = theme.current()
        lines = words.wipe_lines(steps)
        many = len(lines) > 6
        card = Card(padding=20 if many else 32)
        card.column.setSpacing(look.px(18 if not many else 4 if look.enlarged else 12))
        for line, codes in lines.items():
            row = QHBoxLayout()
            row.setSpacing(look.px(18))
            mark, label = Mark(38, done=False), Label(line, 22, 400, "ink_2")
            self._rows[codes] = (mark, label)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(label, 1)
            card.column.addLayout(row)
        return card
