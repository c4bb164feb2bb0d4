"""The papers of a procedure: ticked when at hand, and a calm answer when one is missing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.procedures.model import Language, Paper, Procedure
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.visit import PaperKey, Visit
from kiosk.ui.widgets import Button, CheckRow, Label, Picture, painting


class _Reassurance(QFrame):
    """Hangs under the row of a missing paper."""

    def __init__(self, where: str | None) -> None:
        super().__init__()
        look = theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(20), look.px(12), look.px(16), look.px(12))
        row.setSpacing(look.px(14))
        row.addWidget(Picture("info", 26), 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = Label(translate("Sheet", "**Ce n'est pas grave.** Vous pouvez commencer."))
        row.addWidget(self._words, 1)
        if where is None:
            return
        button = Button(translate("Sheet", "Où le trouver ?"), size=18, height=48)
        button.clicked.connect(lambda: self._words.say(where))
        button.clicked.connect(button.hide)
        row.addWidget(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        radius = look.px(painting.RADIUS_TILE)
        # The upper corners hide behind the row above: it reads as one thing.
        painter.setClipRect(self.rect())
        rect = QRectF(self.rect()).adjusted(look.px(2), -radius, -look.px(2), 0)
        painting.rounded(painter, rect, radius, look.paper_2, border=look.outline, border_width=look.px(2))


class PaperRow(QWidget):
    changed = Signal()

    def __init__(self, paper: Paper, key: PaperKey, visit: Visit, language: Language) -> None:
        super().__init__()
        self._key, self._visit = key, visit
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        detail = paper.detail.get(language) if paper.detail else None
        self.row = CheckRow(paper.name.get(language), detail, paper.icon, done_word=translate("Sheet", "Je l'ai"))
        without = translate("Sheet", "Je ne l'ai pas")
        self._without = Button(without, size=18, height=52)
        self._without.setAccessibleName(f"{without} : {paper.name.get(language)}")
        self._without.clicked.connect(self._toggle_without)
        self.row.set_trailing(self._without)
        self._reassurance = _Reassurance(paper.where.get(language) if paper.where else None)
        column.addWidget(self.row)
        column.addWidget(self._reassurance)
        self.row.raise_()
        self.row.setChecked(key in visit.have)
        self.row.toggled.connect(self._toggle_have)
        self._refresh()

    def _toggle_have(self, have: bool) -> None:
        (self._visit.have.add if have else self._visit.have.discard)(self._key)
        if have:
            self._visit.have_not.discard(self._key)
        self._refresh()
        self.changed.emit()

    def _toggle_without(self) -> None:
        missing = self._key not in self._visit.have_not
        (self._visit.have_not.add if missing else self._visit.have_not.discard)(self._key)
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        missing = self._key in self._visit.have_not
        self._reassurance.setVisible(missing)
        self._without.set_kind("ink" if missing else "secondary")
        self.row.set_highlighted(missing)


class Papers(QWidget):
    """The list with its count."""

    def __init__(self, procedure: Procedure, visit: Visit, language: Language) -> None:
        super().__init__()
        look = theme.current()
        self._keys = [(procedure.id, index) for index in range(len(procedure.papers))]
        self._visit = visit
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8 if look.compact else 10))
        heading = QHBoxLayout()
        heading.addWidget(Label(translate("Sheet", "Préparez vos papiers"), 26, 700), 1)
        self._count = Label("", 20, 400, "ink_2")
        heading.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(heading)
        for key, paper in zip(self._keys, procedure.papers, strict=True):
            row = PaperRow(paper, key, visit, language)
            row.changed.connect(self._count_again)
            column.addWidget(row)
        if not procedure.papers:
            column.addWidget(Label(translate("Sheet", "Vous n'avez besoin d'aucun papier."), 22))
        self._count_again()

    def _count_again(self) -> None:
        ready = sum(key in self._visit.have for key in self._keys)
        text = translate("Sheet", "%1 sur %2").replace("%1", str(ready)).replace("%2", str(len(self._keys)))
        self._count.say(text if self._keys else "")
