"""What the counts of this post say: the sites that people open without a guide, and the guides that no longer fit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from kiosk.procedures.other_site import shown
from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.staff.page import StaffPage
from kiosk.ui.staff_scenes import NextScene, StaffScene
from kiosk.ui.widgets import Card, Label

MOST = 20


class NextPage(StaffPage):
    def __init__(self, context: Context, scene: StaffScene) -> None:
        super().__init__(context, scene, translate("Staff", "À écrire ensuite"))
        assert isinstance(scene, NextScene)
        look = theme.current()
        direction = QBoxLayout.Direction.TopToBottom if look.enlarged else QBoxLayout.Direction.LeftToRight
        columns = QBoxLayout(direction)
        columns.setSpacing(look.px(24))
        columns.addWidget(self._sites(scene), 1, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self._guides(scene), 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(columns)
        self.body.addStretch()

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return None

    def _sites(self, scene: NextScene) -> Card:
        lines = [(isolate(shown(host)), "", count) for host, count in scene.found.to_write[:MOST]]
        return _card(
            "to_write",
            translate("Staff", "Sites ouverts sans guide"),
            lines,
            translate("Staff", "Aucun pour le moment."),
        )

    def _guides(self, scene: NextScene) -> Card:
        titles = dict(scene.titles)
        lines = [
            (isolate(titles.get(procedure, procedure)), isolate(step), count)
            for procedure, step, count in scene.found.to_repair[:MOST]
        ]
        return _card(
            "to_repair",
            translate("Staff", "Guides à réparer"),
            lines,
            translate("Staff", "Aucun pour le moment."),
        )

    def _tell(self, scene: StaffScene) -> None:
        """What is counted while it is read is seen the next time."""


def _card(name: str, title: str, lines: Iterable[tuple[str, str, int]], nothing: str) -> Card:
    card = Card(padding=24)
    card.setObjectName(name)
    card.column.addWidget(Label(title, 24, 700))
    empty = True
    for what, where, count in lines:
        empty = False
        card.column.addWidget(_line(what, where, count))
    if empty:
        card.column.addWidget(Label(nothing, 20, 400, "ink_2"))
    return card


def _line(what: str, where: str, count: int) -> QWidget:
    look = theme.current()
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, look.px(6), 0, look.px(6))
    row.setSpacing(look.px(16))
    words = f"**{what}**\n{where}" if where else f"**{what}**"
    row.addWidget(Label(words, 20), 1)
    row.addWidget(Label(translate("Staff", "%n fois", None, count), 20), 0, Qt.AlignmentFlag.AlignVCenter)
    return line
