"""All the papers of the tray in a list, where the strip has no room for them: large text, or many papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kiosk.guest.overlays.chooser import ICONS, paper_list
from kiosk.guest.overlays.overlay import Overlay
from kiosk.guest.sizes import spoken_size
from kiosk.guest.tray import Document
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, Label


class Papers(Overlay):
    def __init__(self, window: QWidget, documents: Sequence[Document], read: Callable[[Document], None]) -> None:
        super().__init__(window)
        self.card.column.addWidget(Label(translate("Guest", "Vos papiers"), 28, 700))
        rows = [self._row(document, read) for document in documents]
        self.card.column.addWidget(paper_list(rows))
        close = Button(translate("Guest", "Fermer"), "x", "primary", size=22, height=68)
        close.clicked.connect(self.close_it)
        self.card.column.addWidget(close)
        self.open(close)

    def _row(self, document: Document, read: Callable[[Document], None]) -> Button:
        button = Button(document.title, ICONS[document.kind], detail=spoken_size(document.size), height=72)
        button.clicked.connect(self.close_it)
        button.clicked.connect(lambda: read(document))
        return button
