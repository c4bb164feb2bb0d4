"""The sheets of a pile as a row of small pictures: one is chosen, and the arrows walk through a long pile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.documents.desk.scenes import SheetView
from kiosk.documents.paper import Picture
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.desk.paper_view import image_of
from kiosk.ui.widgets import Button, PressedByEnter, focus, painting
from kiosk.ui.widgets.paragraph import Paragraph

_WIDTH, _HEIGHT = 78, 112


class _Sheet(focus.Ringed, PressedByEnter):
    """One small sheet with its number."""

    ring_radius = painting.RADIUS_FIELD

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._pixmap = QPixmap()
        self._number = Paragraph("", 20, 700, "centre")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fill(self, number: int, count: int, picture: Picture | None, *, chosen: bool) -> None:
        name = translate("Desk", "Feuille %1 sur %2").replace("%1", str(number)).replace("%2", str(count))
        self.setAccessibleName(name)
        self._number = Paragraph(str(number), 20, 700, "centre")
        self.setChecked(chosen)
        if picture != self._picture:
            self._picture = picture
            self._pixmap = QPixmap.fromImage(image_of(picture)) if picture is not None else QPixmap()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(_WIDTH), look.px(_HEIGHT - 24) + self._number.height(1000))

    def nextCheckState(self) -> None:
        """The scene says which one is chosen."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        chosen = self.isChecked()
        radius = look.px(painting.RADIUS_FIELD)
        border, stroke = (look.blue, 4) if chosen else (look.line, 2)
        fill = look.blue_tint if chosen else look.surface
        painting.rounded(painter, QRectF(self.rect()), radius, fill, border=border, border_width=look.px(stroke))
        below = self._number.height(self.width())
        edge = look.px(8)
        place = QRectF(edge, edge, self.width() - 2 * edge, self.height() - below - 2 * edge)
        if not self._pixmap.isNull():
            size = self._pixmap.size()
            share = min(place.width() / size.width(), place.height() / size.height())
            width, height = size.width() * share, size.height() * share
            paper = QRectF(place.center().x() - width / 2, place.center().y() - height / 2, width, height)
            painter.drawPixmap(paper, self._pixmap, QRectF(self._pixmap.rect()))
            painter.setPen(QPen(look.line_strong, look.px(1)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(paper)
        colour = look.blue_deep if chosen else look.ink
        self._number.paint(painter, 0, self.height() - below - look.px(3), self.width(), colour)


class SheetRow(QWidget):
    """`chosen(int)`, from 0."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        look = theme.current()
        self._first, self._count, self._selected = 0, 0, 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        self._before = self._arrow("sheet_before", translate("Desk", "Feuille d'avant"), "arrow-left", -1)
        self._after = self._arrow("sheet_after", translate("Desk", "Feuille d'après"), "arrow-right", 1)
        self._places = [_Sheet(self) for _ in range(6 if not look.enlarged else 4)]
        row.addWidget(self._before)
        for place, sheet in enumerate(self._places):
            sheet.setObjectName(f"sheet_{place}")
            sheet.clicked.connect(lambda _=False, place=place: self.chosen.emit(self._first + place))
            row.addWidget(sheet)
        row.addWidget(self._after)
        row.addStretch()

    def show_sheets(self, sheets: Sequence[SheetView], selected: int) -> None:
        room, count = len(self._places), len(sheets)
        self._count, self._selected = count, selected
        # The window moves only as far as it must: a press on a sheet does not take it from under the hand.
        first = min(max(self._first, selected - room + 1, 0), selected)
        self._first = max(0, min(first, count - room))
        for place, button in enumerate(self._places):
            index = self._first + place
            button.setVisible(index < count)
            small = sheets[index].small if index < count else None
            button.fill(index + 1, count, small, chosen=index == selected)
        for arrow in (self._before, self._after):
            arrow.setVisible(count > room)

    def forget(self) -> None:
        self.show_sheets((), 0)

    def _arrow(self, object_name: str, name: str, icon: str, by: int) -> Button:
        arrow = Button(name, icon, icon_only=True)
        arrow.setObjectName(object_name)
        arrow.clicked.connect(lambda: self._walk(by))
        return arrow

    def _walk(self, by: int) -> None:
        if 0 <= self._selected + by < self._count:
            self.chosen.emit(self._selected + by)
