"""A page asks for a file: the person picks among the papers of their tray. No other file exists for them.

The paper that they added last is already picked, so that giving it takes two presses: the page's button and ours.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QTimer
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


def choose(
    window: QWidget,
    documents: Sequence[Document],
    several: bool,
    accepted: Sequence[str],
    add: Callable[[], None],
) -> list[str]:
    """Paths of the chosen papers; none when the person goes back. `add` brings another paper, instead of an answer."""
    fitting = [document for document in documents if accepts(accepted, document.name)]
    overlay = Chooser(window, fitting, several, others=len(documents) - len(fitting))
    overlay.wait(overlay.first)
    if overlay.wants_another:
        # Once Chromium has its answer.
        QTimer.singleShot(0, window, add)
    return overlay.answer


class Chooser(Overlay):
    """The newest paper is on top."""

    def __init__(self, window: QWidget, documents: Sequence[Document], several: bool, others: int = 0) -> None:
        super().__init__(window)
        self.answer: list[str] = []
        self.wants_another = False
        self._documents = list(reversed(documents))
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
            if others:
                refused = translate("Guest", "Le site refuse vos autres papiers : ce n'est pas le bon format.")
                self.card.column.addWidget(Label(refused, 18))
            self.card.column.addWidget(row(back, self._give))
        else:
            self._say_nothing_fits(others)
            self.card.column.addWidget(row(back, self._add_button()))
        self.first: QWidget = self.rows[0] if self.rows else back
        self._pick_the_likely_one()

    def _say_nothing_fits(self, others: int) -> None:
        if not others:
            self.card.column.addWidget(Label(translate("Guest", "Vous n'avez pas encore ce papier ici.")))
            return
        refused = translate("Guest", "Le site refuse vos papiers : ce n'est pas le bon format.")
        remedy = translate("Guest", "Ouvrez votre papier en bas de l'écran. Cliquez sur **Modifier**.")
        self.card.column.addWidget(Label(refused))
        self.card.column.addWidget(Label(remedy))

    def _add_button(self) -> Button:
        self._give.hide()
        add = Button(translate("Guest", "Ajouter un papier"), "file-plus", "primary", size=22, height=68)
        add.clicked.connect(self._ask_another)
        return add

    def _pick_the_likely_one(self) -> None:
        """What the person brought last. Papers that lay there from the start are picked by nobody but them."""
        brought = [check for check, document in self._pairs() if not document.laid_out]
        if brought:
            brought[0].setChecked(True)

    def _pairs(self) -> Iterator[tuple[CheckRow, Document]]:
        return zip(self.rows, self._documents, strict=True)

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
        self.answer = [str(document.path) for check, document in self._pairs() if check.isChecked()]
        self.close_it()

    def _ask_another(self) -> None:
        self.wants_another = True
        self.close_it()


def paper_list(rows: Sequence[QWidget]) -> QScrollArea:
    """As tall as its rows, up to four of them; less tall when the window has no room for as many."""
    look = theme.current()
    each = rows[0].sizeHint().height() + look.px(12)
    area = scrolled(Column(rows, margin=8))
    area.setMinimumHeight(each)
    area.setMaximumHeight(min(len(rows), ROWS_SEEN) * each + look.px(8))
    policy = area.sizePolicy()
    policy.setVerticalStretch(1)
    area.setSizePolicy(policy)
    return area
