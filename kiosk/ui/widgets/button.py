"""The button of both windows: one face, one lower edge, a word always, an icon beside it.

Kinds: `primary` is the user's one main action, `mediator` calls or involves the mediator, `secondary` is anything
else, `quiet` is text only, `ink` is an answer that is switched on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets import focus, painting
from kiosk.ui.widgets.icons import icon_pixmap
from kiosk.ui.widgets.paragraph import Align, Paragraph
from kiosk.ui.widgets.pressed import PressedByEnter

Kind = Literal["primary", "mediator", "secondary", "quiet", "ink"]

_GAP = 12
_DETAIL_SIZE = 18


@dataclass(frozen=True)
class _Style:
    fill: str | None
    ink: str
    edge: str | None
    border: str | None
    edge_height: int
    weight: int
    padding: int


_STYLES: dict[Kind, _Style] = {
    "primary": _Style("blue", "surface", "blue_deep", None, 4, 700, 30),
    "mediator": _Style("orange", "ink", "orange_line", None, 4, 700, 30),
    "secondary": _Style("surface", "ink", "edge", "line_strong", 3, 600, 18),
    "quiet": _Style(None, "ink", None, None, 0, 600, 18),
    "ink": _Style("ink", "surface", None, "ink", 0, 600, 18),
}


class Button(focus.Ringed, PressedByEnter):
    """`height` and `size` are at 100 % text; the button grows with its words and wraps them when it must. `align`: at
    the start in a list, so that the names stand below each other."""

    def __init__(
        self,
        text: str,
        icon: str | None = None,
        kind: Kind = "secondary",
        detail: str | None = None,
        *,
        size: float = 20,
        height: int = 56,
        icon_size: int = 26,
        icon_only: bool = False,
        align: Align = "centre",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._align = align
        self._icon = icon
        self._kind: Kind = kind
        self._size = size
        self._height = max(height, theme.MIN_TARGET)
        self._icon_size = icon_size
        self._icon_only = icon_only and icon is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text, detail)
        theme.broadcast.theme_changed.connect(self._look_changed)

    @property
    def kind(self) -> Kind:
        return self._kind

    @property
    def ring_gap(self) -> int:
        """A coloured edge needs more air to the focus ring."""
        return 8 if self._kind in ("primary", "mediator") else 3

    def set_kind(self, kind: Kind) -> None:
        self._kind = kind
        self._look_changed()

    def set_icon(self, icon: str | None) -> None:
        self._icon = icon
        self._look_changed()

    def say(self, text: str, detail: str | None = None) -> None:
        """Change the words. A screen reader hears the detail too."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail or "")
        weight = _STYLES[self._kind].weight
        align: Literal["start", "centre"] = "start" if detail else "centre"
        self._words = Paragraph(text, self._size, weight, align)
        self._detail = Paragraph(detail, _DETAIL_SIZE, 400, align) if detail else None
        self._look_changed()

    def sizeHint(self) -> QSize:
        look = theme.current()
        if self._icon_only:
            side = max(self._icon_width() + 2 * look.px(14), look.px(self._height))
            return QSize(side, max(side, self.heightForWidth(side)))
        width = self._around() + self._words_width()
        return QSize(max(width, look.px(theme.MIN_TARGET)), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if self._icon_only:
            return self.sizeHint()
        least = self._words.least_width()
        if self._detail:
            least = max(least, self._detail.least_width())
        return QSize(self._around() + least, theme.current().px(self._height))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = theme.current()
        if self._icon_only:
            return max(look.px(self._height), self._icon_width() + 2 * look.px(14))
        style = _STYLES[self._kind]
        column = max(1, width - self._around())
        return max(look.px(self._height), self._words_height(column) + 2 * look.px(9) + look.px(style.edge_height))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.smooth(painter)
        face = self._paint_face(painter)
        self._paint_content(painter, face)

    def _paint_face(self, painter: QPainter) -> QRectF:
        look = theme.current()
        style = _STYLES[self._kind]
        rect = QRectF(self.rect())
        radius = look.px(painting.RADIUS_BUTTON)
        if style.fill is None:
            if self.isDown() or self.underMouse():
                painting.rounded(painter, rect, radius, look.paper_2)
            return rect
        fill = look.colour(style.fill)
        border = look.colour(style.border) if style.border else None
        edge_height = look.px(style.edge_height)
        if not self.isEnabled():
            face = rect.adjusted(0, 0, 0, -edge_height)
            # In high contrast the grounds are all white: the frame is as pale as the words.
            line = look.ink_off if look.paper_2 == look.surface else look.line
            painting.rounded(painter, face, radius, look.paper_2, border=line, border_width=look.px(2))
            return face
        if style.edge is None:
            painting.rounded(painter, rect, radius, fill, border=border, border_width=look.px(2))
            return rect
        if self.underMouse() and self._kind == "secondary":
            fill = look.paper
        return painting.face_with_edge(
            painter,
            rect,
            radius,
            edge_height=edge_height,
            fill=fill,
            edge=look.colour(style.edge),
            border=border,
            border_width=look.px(2),
            sunk=look.px(2) if self.isDown() else 0,
        )

    def _paint_content(self, painter: QPainter, face: QRectF) -> None:
        look = theme.current()
        ink = look.colour(_STYLES[self._kind].ink) if self.isEnabled() else look.ink_off
        icon_width = self._icon_width()
        gap = look.px(_GAP) if icon_width and not self._icon_only else 0
        column = 0 if self._icon_only else self._column(self.width() - self._around())
        spare = face.width() - icon_width - gap - column
        left = face.x() + spare / 2
        if self._align == "start":
            padding = look.px(_STYLES[self._kind].padding)
            left = face.x() + (spare - padding if self.isRightToLeft() else padding)
        if self._icon:
            pixmap = icon_pixmap(self._icon, look.icon(self._icon_size), ink)
            height = pixmap.height() / pixmap.devicePixelRatio()
            x = left + gap + column if self.isRightToLeft() else left
            painter.drawPixmap(QRectF(x, face.y() + (face.height() - height) / 2, icon_width, height).topLeft(), pixmap)
        if self._icon_only:
            return
        x = left if self.isRightToLeft() else left + icon_width + gap
        y = face.y() + (face.height() - self._words_height(column)) / 2
        self._words.paint(painter, x, y, column, ink)
        if self._detail:
            self._detail.paint(painter, x, y + self._words.height(column), column, ink)

    def _column(self, room: int) -> int:
        """What the words take of it: on more than one line, no more than they need, so that the icon stays beside."""
        wanted = self._words_width()
        return wanted if wanted <= room else room if self._detail else self._words.even_width(room)

    def _around(self) -> int:
        """What the words leave free at their sides: padding, icon and gap."""
        look = theme.current()
        icon_width = self._icon_width()
        return 2 * look.px(_STYLES[self._kind].padding) + (icon_width + look.px(_GAP) if icon_width else 0)

    def _icon_width(self) -> int:
        if self._icon is None:
            return 0
        pixmap = icon_pixmap(self._icon, theme.current().icon(self._icon_size))
        return round(pixmap.width() / pixmap.devicePixelRatio())

    def _words_width(self) -> int:
        width = self._words.natural_width()
        return max(width, self._detail.natural_width()) if self._detail else width

    def _words_height(self, column: int) -> int:
        return self._words.height(column) + (self._detail.height(column) if self._detail else 0)

    def _look_changed(self) -> None:
        self.updateGeometry()
        self.update()
