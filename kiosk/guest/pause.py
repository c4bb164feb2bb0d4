"""What lies over the page at the brake: nobody touches it. Drawn by Qt, so that it shows over a page that hangs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Card, Label, Picture
from kiosk.ui.widgets.painting import RADIUS_MODAL

VEIL = 0.82
WIDTH = 424


class PauseCover(QWidget):
    """Hidden until the brake is on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self.rebuild()
        self.hide()

    def rebuild(self) -> None:
        """The same words again, in the theme and language of now."""
        if self._card is not None:
            self._card.hide()
            self._whole.removeWidget(self._card)
            self._card.deleteLater()
        look = theme.current()
        self._card = Card("ink", None, radius=RADIUS_MODAL, padding=16 if look.enlarged else 32)
        column = self._card.column
        picture = Picture("circle-pause", 56 if look.enlarged else 88, "surface")
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(Label(translate("Guest", "Frein"), 46, 700, "surface", "centre"))
        column.addWidget(Label(translate("Guest", "Personne ne touche à la page."), 24, 400, "surface", "centre"))
        self._card.setFixedWidth(look.px(WIDTH))
        self._whole.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = QColor(theme.current().paper)
        veil.setAlphaF(VEIL)
        QPainter(self).fillRect(self.rect(), veil)
