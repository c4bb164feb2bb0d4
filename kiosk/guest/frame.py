"""The frame around the page, address strip included: its colour says who drives, and what is inside it is the web.

The page keeps its place and size whoever drives: the room of the widest border is always set aside, in the gutter.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.control.people import Mode
from kiosk.guest.address import AddressStrip
from kiosk.ui import theme
from kiosk.ui.widgets import painting

ROOM = 12
"""What the widest border takes around the page, at scale 1."""

RADIUS = 13
"""Of the page's own corners, inside every border."""


@dataclass(frozen=True)
class Stroke:
    """One line around the page, from `inner` to `outer` px away from it."""

    colour: str
    inner: int
    outer: int


# Where two lines meet they overlap: the ground must not shine through.
_BLUE = (Stroke("blue", 0, 3),)
_ORANGE = (Stroke("orange_line", 9, 12), Stroke("orange", 0, 10))
_INK = (Stroke("ink", 0, 6),)
_BLUE_HALF = (Stroke("blue", 0, 8),)
_ORANGE_HALF = (Stroke("orange_line", 5, 8), Stroke("orange", 0, 6))

# At the start side (where the user's seat is), and at the other.
BORDERS: dict[Mode, tuple[tuple[Stroke, ...], tuple[Stroke, ...]]] = {
    Mode.USER: (_BLUE, _BLUE),
    Mode.MEDIATOR: (_ORANGE, _ORANGE),
    Mode.BOTH: (_BLUE_HALF, _ORANGE_HALF),
    Mode.BRAKE: (_INK, _INK),
}


class PageFrame(QWidget):
    """Holds the strip, then the view; covers may lie over the view."""

    def __init__(self, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.mode = Mode.USER
        self._covers: list[QWidget] = []
        self.strip = AddressStrip(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.strip)
        self._column.addWidget(view, 1)
        self._corners = [_Corner(self, right) for right in (False, True)]
        view.installEventFilter(self)
        self.rebuild()

    def rebuild(self) -> None:
        """The room of the border, in the theme of now."""
        self._column.setContentsMargins(*(theme.current().px(ROOM),) * 4)

    def show_mode(self, mode: Mode, words: str) -> None:
        """`words`: the same for who does not see the colour."""
        self.setAccessibleName(words)
        self.mode = mode
        self.update()
        for corner in self._corners:
            corner.update()

    def replace_strip(self) -> AddressStrip:
        """A new strip, in the theme and language of now."""
        old, self.strip = self.strip, AddressStrip(self)
        self._column.replaceWidget(old, self.strip)
        old.deleteLater()
        return self.strip

    def lay_over_page(self, cover: QWidget) -> None:
        """Over the page, and over the covers laid before."""
        self._covers.append(cover)
        cover.setParent(self)
        cover.setGeometry(self.view.geometry())
        cover.raise_()
        for corner in self._corners:
            corner.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and watched is self.view:
            for cover in self._covers:
                cover.setGeometry(self.view.geometry())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for corner in self._corners:
            corner.place()

    def paint_border(self, painter: QPainter) -> None:
        """The whole border, in the frame's coordinates."""
        start, end = BORDERS[self.mode]
        half = self.width() / 2
        left, right = (end, start) if self.isRightToLeft() else (start, end)
        if left == right:
            self._paint_strokes(painter, left)
            return
        for strokes, x in ((left, 0.0), (right, half)):
            painter.save()
            painter.setClipRect(QRectF(x, 0, half, self.height()), Qt.ClipOperation.IntersectClip)
            self._paint_strokes(painter, strokes)
            painter.restore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.smooth(painter)
        self.paint_border(painter)
        painting.rounded(painter, self.page_rect, theme.current().px(RADIUS), theme.current().paper)

    @property
    def page_rect(self) -> QRectF:
        """Strip and page."""
        room = theme.current().px(ROOM)
        return QRectF(self.rect()).adjusted(room, room, -room, -room)

    def _paint_strokes(self, painter: QPainter, strokes: tuple[Stroke, ...]) -> None:
        look = theme.current()
        for stroke in strokes:
            away, inside = look.px(stroke.outer), look.px(stroke.inner)
            ring = QPainterPath()
            ring.setFillRule(Qt.FillRule.OddEvenFill)
            for reach in (away, inside):
                radius = look.px(RADIUS) + reach
                ring.addRoundedRect(self.page_rect.adjusted(-reach, -reach, reach, reach), radius, radius)
            painter.fillPath(ring, look.colour(stroke.colour))


class _Corner(QWidget):
    """Rounds a lower corner of the page. No larger than the corner, so that scrolling pages do not repaint it whole."""

    def __init__(self, frame: PageFrame, right: bool) -> None:
        super().__init__(frame)
        self._frame = frame
        self._right = right
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def place(self) -> None:
        side = theme.current().px(RADIUS)
        page = self._frame.page_rect.toRect()
        corner = page.bottomRight() if self._right else page.bottomLeft()
        self.setGeometry(corner.x() - side + 1 if self._right else corner.x(), corner.y() - side + 1, side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.smooth(painter)
        side = self.width()
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(QRectF(self.rect()))
        inside.addRoundedRect(QRectF(-side if self._right else 0, -side, 2 * side, 2 * side), side, side)
        painter.fillPath(outside - inside, theme.current().paper)
        painter.translate(-self.pos())
        self._frame.paint_border(painter)
