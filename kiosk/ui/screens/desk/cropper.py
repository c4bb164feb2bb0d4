"""Cut the edges off a sheet: a frame with four corners, drawn by hand or moved by the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from kiosk.documents.paper import Picture
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.desk.paper_view import PaperView
from kiosk.ui.widgets import focus, painting

_STEP = 0.02
_LEAST = 0.15
"""A frame smaller than that, in parts of the sheet, is a slip of the hand."""

_ARROWS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}


class _Corner(focus.Ringed, QPushButton):
    """`moved(QPointF)`: how far, in pixels, by hand; `stepped(QPointF)`: in parts of the sheet, by an arrow key."""

    moved = Signal(QPointF)
    stepped = Signal(QPointF)
    ring_radius = 28

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        side = theme.current().px(56)
        self.setFixedSize(side, side)
        self.setAccessibleName(name)
        self.setAccessibleDescription(translate("Desk", "Les flèches du clavier le déplacent."))
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._held: QPoint | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _ARROWS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(QPointF(*by))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._held is not None:
            self.moved.emit(QPointF(at - self._held))
            self._held = at

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        disc = QRectF(self.rect()).adjusted(look.px(10), look.px(10), -look.px(10), -look.px(10))
        painting.rounded(painter, disc, disc.width() / 2, look.blue, border=look.surface, border_width=look.px(4))


class CropView(PaperView):
    """A paper view that can be put in `cropping`. `frame`: left, top, right, bottom, each from 0 to 1."""

    def __init__(self) -> None:
        super().__init__("scanner")
        self._cropping = False
        self._frame = [0.0, 0.0, 1.0, 1.0]
        # Which sides of the frame each corner moves, by their place in it.
        self._corners = [
            (self._corner("crop_0", translate("Desk", "Coin en haut à gauche")), 0, 1),
            (self._corner("crop_1", translate("Desk", "Coin en haut à droite")), 2, 1),
            (self._corner("crop_2", translate("Desk", "Coin en bas à gauche")), 0, 3),
            (self._corner("crop_3", translate("Desk", "Coin en bas à droite")), 2, 3),
        ]
        for corner, across, down in self._corners:
            corner.moved.connect(lambda by, a=across, d=down: self._drag(by, a, d))
            corner.stepped.connect(lambda by, a=across, d=down: self._move(by.x(), by.y(), a, d))

    @property
    def cropping(self) -> bool:
        return self._cropping

    @property
    def frame(self) -> tuple[float, float, float, float]:
        left, top, right, bottom = self._frame
        return left, top, right, bottom

    def set_cropping(self, on: bool) -> None:
        """A frame a little inside the sheet: the corners are seen at once."""
        self._cropping = on
        self._frame = [0.04, 0.04, 0.96, 0.96]
        for corner, _, _ in self._corners:
            corner.setVisible(on)
        self._place_corners()

    def first_corner(self) -> QWidget:
        return self._corners[0][0]

    def show_picture(self, picture: Picture | None) -> None:
        super().show_picture(picture)
        self._place_corners()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_corners()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._cropping:
            return
        look = theme.current()
        painter = QPainter(self)
        paper, frame = self.paper_rect(), self._frame_rect()
        veil = QColor(look.ink)
        veil.setAlpha(150)
        painter.fillRect(QRectF(paper.left(), paper.top(), paper.width(), frame.top() - paper.top()), veil)
        painter.fillRect(QRectF(paper.left(), frame.bottom(), paper.width(), paper.bottom() - frame.bottom()), veil)
        painter.fillRect(QRectF(paper.left(), frame.top(), frame.left() - paper.left(), frame.height()), veil)
        painter.fillRect(QRectF(frame.right(), frame.top(), paper.right() - frame.right(), frame.height()), veil)
        painter.setPen(QPen(look.blue, look.px(4)))
        painter.drawRect(frame)

    def _corner(self, object_name: str, name: str) -> _Corner:
        corner = _Corner(name, self)
        corner.setObjectName(object_name)
        corner.hide()
        return corner

    def _frame_rect(self) -> QRectF:
        paper = self.paper_rect()
        left, top, right, bottom = self._frame
        return QRectF(
            QPointF(paper.left() + left * paper.width(), paper.top() + top * paper.height()),
            QPointF(paper.left() + right * paper.width(), paper.top() + bottom * paper.height()),
        )

    def _drag(self, by: QPointF, across: int, down: int) -> None:
        paper = self.paper_rect()
        self._move(by.x() / paper.width(), by.y() / paper.height(), across, down)

    def _move(self, by_x: float, by_y: float, across: int, down: int) -> None:
        frame = self._frame
        for side, by in ((across, by_x), (down, by_y)):
            least, most = (0.0, frame[side + 2] - _LEAST) if side < 2 else (frame[side - 2] + _LEAST, 1.0)
            frame[side] = min(max(frame[side] + by, least), most)
        self._place_corners()

    def _place_corners(self) -> None:
        if not self._cropping:
            return
        frame = self._frame_rect()
        for corner, across, down in self._corners:
            x = frame.left() if across == 0 else frame.right()
            y = frame.top() if down == 1 else frame.bottom()
            half = corner.width() / 2
            # Inside the view: a corner half outside would be cut.
            x = min(max(x - half, 0), self.width() - corner.width())
            y = min(max(y - half, 0), self.height() - corner.height())
            corner.move(round(x), round(y))
        self.update()
