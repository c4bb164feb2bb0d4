"""A row that is ticked: the whole row is the target, and done shows by tint, border, tick and word together."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets import focus, painting
from kiosk.ui.widgets.icons import icon_pixmap
from kiosk.ui.widgets.paragraph import Paragraph

_EDGE = 3
_EDGE_DONE = 4


class CheckRow(focus.Ringed, QCheckBox):
    """`toggled(bool)` as any check box. `big` is the closing screen's size. `done_word` stands at the end once ticked.

    `set_trailing` puts a widget (a button) at the end; it takes its own clicks.
    """

    ring_radius = painting.RADIUS_TILE

    def __init__(
        self,
        title: str,
        detail: str | None = None,
        icon: str | None = None,
        *,
        big: bool = False,
        done_word: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail or "")
        self._icon = icon
        self._big = big
        self._highlighted = False
        self._title = Paragraph(title, 22 if not big else 24, 700)
        self._detail = Paragraph(detail, 18 if not big else 20) if detail else None
        self._done_word = Paragraph(done_word, 18, 600) if done_word else None
        self._trailing: QWidget | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(lambda _: self._look_changed())
        theme.broadcast.theme_changed.connect(self._look_changed)

    def set_trailing(self, widget: QWidget) -> None:
        """A widget at the end of the row, hidden while the row is ticked."""
        self._trailing = widget
        widget.setParent(self)
        widget.setVisible(not self.isChecked())
        self.toggled.connect(lambda done: widget.setVisible(not done))
        self._look_changed()

    def set_highlighted(self, on: bool) -> None:
        """An ink border: the row that an explanation below belongs to."""
        self._highlighted = on
        self.update()

    def sizeHint(self) -> QSize:
        width = self._around() + max(self._title.natural_width(), self._detail.natural_width() if self._detail else 0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        # Height for the least width would be several lines: layouts ask `heightForWidth` for the width they give.
        return QSize(self._around() + self._title.least_width(), theme.current().px(theme.MIN_TARGET))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = theme.current()
        words = self._words_height(max(1, width - self._around()))
        least = look.px(100 if self._big else 75)
        trailing = self._trailing.sizeHint().height() + 2 * look.px(8) if self._trailing else 0
        return max(least, words + 2 * look.px(10), trailing) + look.px(_EDGE)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._trailing:
            # By hand: a layout inside would take the row's height from its children and forget the words.
            look = theme.current()
            size = self._trailing.sizeHint()
            x = round(self._from_start(self.width() - size.width() - look.px(14), size.width()))
            self._trailing.setGeometry(x, (self.height() - look.px(_EDGE) - size.height()) // 2, *size.toTuple())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        done = self.isChecked()
        fill, edge, border = look.surface, look.edge, look.line
        if done:
            fill, edge, border = look.green_tint, look.green, look.green
        elif self._highlighted:
            border = look.ink
        sunk = look.px(2) if self.isDown() else 0
        face = painting.face_with_edge(
            painter,
            QRectF(self.rect()),
            look.px(painting.RADIUS_TILE),
            edge_height=look.px(_EDGE_DONE if done else _EDGE),
            fill=fill,
            edge=edge,
            border=border,
            border_width=look.px(2),
            sunk=sunk,
        )
        x = self._paint_box(painter, face)
        x = self._paint_icon(painter, face, x)
        self._paint_words(painter, face, x)

    def _paint_box(self, painter: QPainter, face: QRectF) -> float:
        """The box; returns where the next thing starts, counted from the starting side."""
        look = theme.current()
        side = self._box_side()
        start = look.px(22 if self._big else 16)
        box = QRectF(self._from_start(start, side), face.center().y() - side / 2, side, side)
        if not self.isChecked():
            painting.rounded(painter, box, look.px(8), look.surface, border=look.line_strong, border_width=look.px(3))
            return start + side
        painting.rounded(painter, box, look.px(8), look.green)
        pen = QPen(look.surface, side * 0.11)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        tick = [
            QPointF(box.x() + side * across, box.y() + side * down)
            for across, down in ((0.26, 0.50), (0.43, 0.67), (0.76, 0.34))
        ]
        painter.drawPolyline(tick)
        return start + side

    def _paint_icon(self, painter: QPainter, face: QRectF, x: float) -> float:
        look = theme.current()
        if self._icon is None:
            return x + look.px(16)
        plate = self._plate()
        start = x + look.px(20 if self._big else 16)
        ground = QRectF(self._from_start(start, plate), face.center().y() - plate / 2, plate, plate)
        painting.rounded(painter, ground, look.px(12), look.surface if self.isChecked() else look.paper)
        pixmap = icon_pixmap(self._icon, look.icon(38 if self._big else 28))
        size = pixmap.deviceIndependentSize()
        painter.drawPixmap(
            round(ground.center().x() - size.width() / 2), round(ground.center().y() - size.height() / 2), pixmap
        )
        return start + plate + look.px(20 if self._big else 16)

    def _paint_words(self, painter: QPainter, face: QRectF, start: float) -> None:
        look = theme.current()
        column = max(1, self.width() - self._around())
        x = self._from_start(start, column)
        y = face.center().y() - self._words_height(column) / 2
        self._title.paint(painter, x, y, column, look.ink)
        if self._detail:
            self._detail.paint(painter, x, y + self._title.height(column), column, look.ink)
        if self._done_word and self.isChecked():
            width = self._done_word.natural_width()
            at = self._from_start(self.width() - width - look.px(24), width)
            height = self._done_word.height(width)
            self._done_word.paint(painter, at, face.center().y() - height / 2, width, look.green_deep)

    def _from_start(self, start: float, width: float) -> float:
        return self.width() - start - width if self.isRightToLeft() else start

    def _box_side(self) -> int:
        return theme.current().icon(46 if self._big else 38)

    def _plate(self) -> int:
        look = theme.current()
        size, plate = (38, 64) if self._big else (28, 48)
        return look.icon(size) + look.px(plate - size)

    def _around(self) -> int:
        """Everything beside the words. The end keeps the room of the button, so that ticking moves nothing."""
        look = theme.current()
        box = look.px(22 if self._big else 16) + self._box_side()
        icon = look.px(40 if self._big else 32) + self._plate() if self._icon else look.px(16)
        end = look.px(24)
        if self._trailing:
            end = max(end, self._trailing.sizeHint().width() + look.px(14 + 12))
        if self._done_word:
            end = max(end, self._done_word.natural_width() + look.px(24 + 12))
        return box + icon + end

    def _words_height(self, column: int) -> int:
        return self._title.height(column) + (self._detail.height(column) if self._detail else 0)

    def _look_changed(self) -> None:
        self.updateGeometry()
        self.update()
