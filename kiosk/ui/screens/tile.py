"""A tile: a choice with an icon and a word, large enough for any finger."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets import PressedByEnter, focus, icon_pixmap, painting
from kiosk.ui.widgets.paragraph import Paragraph

_EDGE = 3
_PAD = 16


class Tile(focus.Ringed, PressedByEnter):
    """`above`: icon over the words (a big tile), else beside them. `detail` is a second, quieter line."""

    ring_radius = painting.RADIUS_TILE

    def __init__(
        self,
        text: str,
        icon: str,
        *,
        detail: str | None = None,
        above: bool = False,
        icon_size: int = 28,
        icon_colour: str = "ink",
        height: int = 74,
        dashed: bool = False,
        size: float = 20,
        detail_size: float = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail or "")
        self._icon, self._icon_size, self._icon_colour = icon, icon_size, icon_colour
        self._above, self._height, self._dashed = above, height, dashed
        self._words = Paragraph(text, size, 600)
        self._detail = Paragraph(detail, detail_size) if detail else None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.broadcast.theme_changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        widest = max(self._words.natural_width(), self._detail.natural_width() if self._detail else 0)
        width = self._beside() + widest
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = max(self._words.least_width(), self._detail.least_width() if self._detail else 0)
        return QSize(self._beside() + least, theme.current().px(theme.MIN_TARGET))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = theme.current()
        words = self._words_height(max(1, width - self._beside()))
        if self._above:
            words += look.icon(self._icon_size) + look.px(10)
        return max(look.px(self._height), words + 2 * look.px(_PAD - 4)) + look.px(_EDGE)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.smooth(painter)
        self._paint_content(painter, self._paint_face(painter))

    def _paint_face(self, painter: QPainter) -> QRectF:
        look = theme.current()
        rect = QRectF(self.rect())
        radius = look.px(painting.RADIUS_TILE)
        hovered = self.underMouse() or self.isDown()
        if self._dashed:
            face = rect.adjusted(0, 0, 0, -look.px(_EDGE))
            fill = look.paper_2 if hovered else None
            painting.rounded(painter, face, radius, fill, border=look.line_strong, border_width=look.px(2), dashed=True)
            return face
        return painting.face_with_edge(
            painter,
            rect,
            radius,
            edge_height=look.px(_EDGE),
            fill=look.surface,
            edge=look.edge,
            border=look.line_strong if hovered else look.line,
            border_width=look.px(2),
            sunk=look.px(2) if self.isDown() else 0,
        )

    def _paint_content(self, painter: QPainter, face: QRectF) -> None:
        look = theme.current()
        pad = look.px(_PAD)
        pixmap = icon_pixmap(self._icon, look.icon(self._icon_size), self._icon_colour)
        icon = pixmap.deviceIndependentSize()
        column = max(1, self.width() - self._beside())
        if self._above:
            # All tiles of a row keep icon and first line at one height, whatever the number of lines.
            icon_y = face.y() + look.px(_PAD + (0 if look.compact else 2))
            words_y = icon_y + icon.height() + look.px(10)
            words_x = self._from_start(pad, column)
        else:
            icon_y = face.center().y() - icon.height() / 2
            words_y = face.center().y() - self._words_height(column) / 2
            words_x = self._from_start(pad + icon.width() + look.px(12), column)
        painter.drawPixmap(round(self._from_start(pad, icon.width())), round(icon_y), pixmap)
        self._words.paint(painter, words_x, words_y, column, look.ink)
        if self._detail:
            self._detail.paint(painter, words_x, words_y + self._words.height(column), column, look.ink_2)

    def _from_start(self, start: float, width: float) -> float:
        return self.width() - start - width if self.isRightToLeft() else start

    def _beside(self) -> int:
        look = theme.current()
        icon = 0 if self._above else look.icon(self._icon_size) + look.px(12)
        return 2 * look.px(_PAD) - look.px(4) + icon

    def _words_height(self, column: int) -> int:
        return self._words.height(column) + (self._detail.height(column) if self._detail else 0)


def wide_grid(tiles: Iterable[Tile]) -> QGridLayout:
    """Wide tiles, two side by side; one where the text is enlarged."""
    look = theme.current()
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.px(14))
    grid.setVerticalSpacing(look.px(12))
    columns = 1 if look.enlarged else 2
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    for index, tile in enumerate(tiles):
        grid.addWidget(tile, index // columns, index % columns)
    return grid
