"""The blue frame around the page, address strip included: blue is the user, and what is inside it is the web."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.guest.address import AddressStrip
from kiosk.ui import theme
from kiosk.ui.widgets import painting

BORDER = 3


class PageFrame(QWidget):
    """Holds the strip, then the view; a cover may lie over the view."""

    def __init__(self, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.strip = AddressStrip(self)
        self._column = QVBoxLayout(self)
        border = theme.current().px(BORDER)
        self._column.setContentsMargins(border, border, border, border)
        self._column.setSpacing(0)
        self._column.addWidget(self.strip)
        self._column.addWidget(view, 1)
        self._corners = [_Corner(self, right) for right in (False, True)]
        view.installEventFilter(self)

    def replace_strip(self) -> AddressStrip:
        """A new strip, in the theme and language of now."""
        old, self.strip = self.strip, AddressStrip(self)
        self._column.replaceWidget(old, self.strip)
        old.deleteLater()
        return self.strip

    def lay_over_page(self, cover: QWidget) -> None:
        self._cover = cover
        cover.setParent(self)
        cover.setGeometry(self.view.geometry())
        for corner in self._corners:
            corner.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and watched is self.view:
            self._cover.setGeometry(self.view.geometry())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for corner in self._corners:
            corner.place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        painting.rounded(
            painter,
            QRectF(self.rect()),
            look.px(painting.RADIUS_TILE),
            look.paper,
            border=look.blue,
            border_width=look.px(BORDER),
        )


class _Corner(QWidget):
    """Rounds a lower corner of the page. No larger than the corner, so that scrolling pages do not repaint it whole."""

    def __init__(self, frame: QWidget, right: bool) -> None:
        super().__init__(frame)
        self._frame = frame
        self._right = right
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def place(self) -> None:
        side = theme.current().px(painting.RADIUS_TILE)
        frame = self._frame.size() - QSize(side, side)
        self.setGeometry(frame.width() if self._right else 0, frame.height(), side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        side = self.width()
        whole = QRectF(-side if self._right else 0, -side, 2 * side, 2 * side)
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(QRectF(self.rect()))
        inside.addRoundedRect(whole, side, side)
        painter.fillPath(outside - inside, look.paper)
        painting.rounded(painter, whole, side, None, border=look.blue, border_width=look.px(BORDER))
