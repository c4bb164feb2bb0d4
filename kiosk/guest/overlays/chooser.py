"""A page asks for a file: the person picks among the papers of their tray. No other file exists for them."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence

from PySide6.QtWidgets import QScrollArea, QWidget

from kiosk.guest.layout import Column, row, scrolled
from kiosk.guest.overlays.overlay import Overlay
from kiosk.guest.sizes import spoken_size
from kiosk.guest.tray import Document
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, CheckRow, Label

ICONS = {"pdf": "file-text", "image": "image", "other": "file"}
ROWS_SEEN = 4


def accepts(accepted: Sequence[str], name: str) -> bool:
    """Whether a page's `accept` list takes a file of that name: types, `image/*`, or endings such as `.pdf`."""
    wishes = [wish.strip().lower() for entry in accepted for wish in entry.split(",") if wish.strip()]
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return not wishes or any(
        wish in ("*/*", kind)
        or (wish.startswith(".") and name.lower().endswith(wish))
        or (wish.endswith("/*") and kind.startswith(wish[:-1]))
        for wish in wishes
    )


def choose(window: QWidget, documents: Sequence[Document], several: bool, accepted: Sequence[str]) -> list[str]:
    """Paths of the chosen papers; none when the person goes back."""
    fitting = [document for document in documents if accepts(accepted, document.name)]
    overlay = Chooser(window, fitting, several, others=len(documents) - len(fitting))
    overlay.wait(overlay.first)
    return overlay.answer


class Chooser(Overlay):
    def __init__(self, window: QWidget, documents: Sequence[Document], several: bool, others: int = 0) -> None:
        super().__init__(window)
        self.answer: list[str] = []
        self._documents = list(documents)
        self._several = several
        one = translate("Guest", "Quel papier voulez-vous donner ?")
        question = translate("Guest", "Quels papiers voulez-vous donner ?") if several else one
        self.card.column.addWidget(Label(question, 28, 700))
        self.rows = [self._row(document) for document in self._documents]
        back = Button(translate("Guest", "Revenir sans donner"), "undo-2", height=68)
        back.clicked.connect(self.close_it)
        self._give = Button(translate("Guest", "Donner ce papier"), "check", "primary", size=22, height=68)
        self._give.clicked.connect(self._answer)
        self._give.setEnabled(False)
        if self.rows:
            self.card.column.addWidget(paper_list(self.rows))
        else:
            self.card.column.addWidget(Label(translate("Guest", "Vous n'avez pas encore ce papier ici.")))
            self._give.hide()
        if others:
            self.card.column.addWidget(
                Label(translate("Guest", "Le site refuse vos autres papiers : ce n'est pas le bon format."), 18)
            )
        self.card.column.addWidget(row(back, self._give))
        self.first: QWidget = self.rows[0] if self.rows else back

    def _row(self, document: Document) -> CheckRow:
        check = CheckRow(document.title, spoken_size(document.size), ICONS[document.kind])
        check.toggled.connect(lambda on: self._toggled(check, on))
        return check

    def _toggled(self, check: CheckRow, on: bool) -> None:
        if on and not self._several:
            for other in self.rows:
                if other is not check:
                    other.setChecked(False)
        chosen = sum(each.isChecked() for each in self.rows)
        self._give.setEnabled(chosen > 0)
        one, more = translate("Guest", "Donner ce papier"), translate("Guest", "Donner ces papiers")
        self._give.say(more if chosen > 1 else one)

    def _answer(self) -> None:
        pairs = zip(self.rows, self._documents, strict=True)
        self.answer = [str(document.path) for check, document in pairs if check.isChecked()]
        self.close_it()


def paper_list(rows: Sequence[QWidget]) -> QScrollArea:
    """As tall as its rows, up to four of them."""
    look = theme.current()
    area = scrolled(Column(rows, margin=8))
    seen = min(len(rows), ROWS_SEEN)
    area.setMinimumHeight(seen * (rows[0].sizeHint().height() + look.px(12)) + look.px(8))
    return area
