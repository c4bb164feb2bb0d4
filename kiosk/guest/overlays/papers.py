"""All the papers of the tray in a list, newest on top: to read one, or to join several into one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kiosk.guest.layout import row
from kiosk.guest.overlays.chooser import ICONS, paper_list
from kiosk.guest.overlays.overlay import Overlay
from kiosk.guest.sizes import spoken_size
from kiosk.guest.tray import Document
from kiosk.session.messages import MAX_PAPERS
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, CheckRow, Label

FEWEST_TO_JOIN = 2


class Papers(Overlay):
    """A press on a paper reads it. Joining has a list of its own, so that no row has two meanings."""

    def __init__(
        self,
        window: QWidget,
        documents: Sequence[Document],
        read: Callable[[Document], None],
        join: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self.card.column.addWidget(Label(translate("Guest", "Vos papiers"), 28, 700))
        rows = [self._row(document, read) for document in reversed(documents)]
        self.card.column.addWidget(paper_list(rows))
        close = Button(translate("Guest", "Fermer"), "x", "primary", size=22, height=68)
        close.clicked.connect(self.close_it)
        if len(joinable(documents)) < FEWEST_TO_JOIN:
            self.card.column.addWidget(close)
        else:
            together = Button(translate("Guest", "Réunir des papiers"), "files", height=68)
            together.clicked.connect(self.close_it)
            together.clicked.connect(join)
            self.card.column.addWidget(row(together, close))
        self.open(close)

    def _row(self, document: Document, read: Callable[[Document], None]) -> Button:
        button = Button(
            document.title, ICONS[document.kind], detail=spoken_size(document.size), height=72, align="start"
        )
        button.clicked.connect(self.close_it)
        button.clicked.connect(lambda: read(document))
        return button


class Joining(Overlay):
    """Two papers or more are ticked, and become one in the order in which they came."""

    def __init__(
        self, window: QWidget, documents: Sequence[Document], join: Callable[[Sequence[Document]], None]
    ) -> None:
        super().__init__(window)
        self._documents = joinable(documents)
        self._tell = join
        self.card.column.addWidget(Label(translate("Guest", "Quels papiers voulez-vous réunir ?"), 28, 700))
        order = translate("Guest", "Le premier de la liste sera au début.")
        self.card.column.addWidget(Label(order))
        self.rows = [CheckRow(one.title, spoken_size(one.size), ICONS[one.kind]) for one in self._documents]
        for check in self.rows:
            check.toggled.connect(self._count)
        self.card.column.addWidget(paper_list(self.rows))
        back = Button(translate("Guest", "Retour"), "undo-2", height=68)
        back.clicked.connect(self.close_it)
        self._join = Button(translate("Guest", "Réunir en un seul papier"), "files", "primary", size=22, height=68)
        self._join.setEnabled(False)
        self._join.clicked.connect(self._answer)
        self.card.column.addWidget(row(back, self._join))
        self.open(self.rows[0])

    @property
    def _ticked(self) -> list[Document]:
        pairs = zip(self.rows, self._documents, strict=True)
        return [document for check, document in pairs if check.isChecked()]

    def _count(self) -> None:
        self._join.setEnabled(FEWEST_TO_JOIN <= len(self._ticked) <= MAX_PAPERS)

    def _answer(self) -> None:
        ticked = self._ticked
        self.close_it()
        self._tell(ticked)


def joinable(documents: Sequence[Document]) -> list[Document]:
    return [document for document in documents if document.paper_kind is not None]
