"""The tray under the page: each paper of the session as a large item to press, and what happened to the last one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.guest.overlays.chooser import ICONS
from kiosk.guest.tray import Document, Refusal
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, Label, PressedByEnter, focus, icon_pixmap, painting
from kiosk.ui.widgets.paragraph import Paragraph

HEIGHT = 82
EDGE = 3
GAP = 14
HEADING = 84
ITEM_WIDTHS = (180, 276)
ADD_WIDTH = 180
ALL_WIDTH = 150
TROUBLE = 250
THUMBNAIL = (62, 62)
NAME_SIZE = 16


def refusal_words(reason: Refusal) -> str:
    match reason:
        case "too-large":
            return translate("Guest", "Ce papier est trop lourd. Le poste ne l'a pas pris.")
        case "too-many":
            return translate("Guest", "Il y a trop de papiers. Le poste n'a pas pris le dernier.")
        case "tray-full":
            return translate("Guest", "Il n'y a plus de place. Le poste n'a pas pris le dernier papier.")


class TrayStrip(QWidget):
    """`opened` carries the `Document` to read; `list_wanted` asks for the whole list, `add_wanted` for another paper.

    "Ajouter un papier" is always there, at the end.
    """

    opened = Signal(object)
    list_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents: Sequence[Document] = ()
        self._trouble: str | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.current().px(6))
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.current().px(GAP))
        self._lines.addLayout(self._row)
        self._said: Label | None = None

    def show_documents(self, documents: Sequence[Document]) -> None:
        self._documents = tuple(documents)
        self.rebuild()

    def show_trouble(self, words: str | None) -> None:
        """A sentence that stays until the next paper arrives: what vanishes by itself is not read."""
        self._trouble = words
        self.rebuild()

    def rebuild(self) -> None:
        """The same papers again, in the theme and language of now."""
        while item := self._row.takeAt(0):
            if widget := item.widget():
                _take_away(widget)
        if self._said is not None:
            _take_away(self._said)
            self._said = None
        least = theme.current().px(HEIGHT + EDGE)
        if theme.current().enlarged:
            self.setFixedHeight(max(least, self._build_short()))
        else:
            self.setFixedHeight(max(least, self._build_items()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.rebuild()

    def _build_short(self) -> int:
        """Large text: two buttons, and above them what went wrong. Returns the height that whole words need."""
        words = translate("Guest", "Vos papiers : {number}").format(number=len(self._documents))
        button = Button(words, "files", height=78)
        button.setEnabled(bool(self._documents))
        button.clicked.connect(self.list_wanted)
        add = self._add_button()
        self._row.addWidget(button, 1)
        self._row.addWidget(add, 1)
        half = (self.width() - self._row.spacing()) // 2
        height = max(button.heightForWidth(half), add.heightForWidth(half))
        if not self._trouble:
            return height
        self._said = Label(self._trouble, 18, 600)
        self._lines.insertWidget(0, self._said)
        return self._said.heightForWidth(self.width()) + self._lines.spacing() + height

    def _build_items(self) -> int:
        """The papers themselves. Returns the height that whole words need."""
        look = theme.current()
        heading = Label(translate("Guest", "Vos papiers"), 18, 600)
        heading.setFixedWidth(look.px(HEADING))
        self._row.addWidget(heading, 0, Qt.AlignmentFlag.AlignVCenter)
        gap = self._row.spacing()
        ends = [self._add_button()]
        room = self.width() - look.px(HEADING) - ends[0].width() - gap
        if self._trouble:
            room -= _for_words(TROUBLE) + gap
        if len(self._documents) > 1 or (self._documents and not self._fitting(room)[0]):
            ends.insert(0, self._all_button())
            room -= ends[0].width() + gap
        shown, width = self._fitting(room)
        for document in shown:
            item = TrayItem(document, width)
            item.clicked.connect(lambda _=False, document=document: self.opened.emit(document))
            self._row.addWidget(item)
        if self._trouble:
            self._row.addWidget(Label(self._trouble, 18, 600), 1, Qt.AlignmentFlag.AlignVCenter)
        elif not self._documents:
            arrive = Label(translate("Guest", "Les papiers du site arrivent ici."), 18, 400, "ink_2")
            self._row.addWidget(arrive, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._row.addStretch(1)
        for end in ends:
            self._row.addWidget(end)
        return max(end.heightForWidth(end.width()) for end in ends)

    def _add_button(self) -> Button:
        button = Button(translate("Guest", "Ajouter un papier"), "file-plus", height=78)
        if not theme.current().enlarged:
            button.setFixedWidth(_for_words(ADD_WIDTH))
        button.clicked.connect(self.add_wanted)
        return button

    def _all_button(self) -> Button:
        words = translate("Guest", "Tout voir : {number}").format(number=len(self._documents))
        button = Button(words, "files", height=78)
        button.setFixedWidth(_for_words(ALL_WIDTH))
        button.clicked.connect(self.list_wanted)
        return button

    def _fitting(self, room: int) -> tuple[Sequence[Document], int]:
        """The latest papers, as many as fit in `room`, and the width of each."""
        look = theme.current()
        narrow, wide = (look.px(width) for width in ITEM_WIDTHS)
        gap = self._row.spacing()
        most = max(0, room // (narrow + gap))
        shown = self._documents[max(0, len(self._documents) - most) :]
        return shown, min(wide, max(narrow, room // max(len(shown), 1) - gap))


def _for_words(width: int) -> int:
    """A width at 100 % text, for larger words."""
    look = theme.current()
    return look.px(width * look.text(20) / look.px(20))


def _take_away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()


class TrayItem(focus.Ringed, PressedByEnter):
    """One paper: thumbnail, name, and that it is ready."""

    def __init__(self, document: Document, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._thumbnail = _thumbnail(document)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(translate("Guest", "{name}, prêt. Appuyez pour lire.").format(name=document.title))
        self.setFixedSize(width, theme.current().px(HEIGHT + EDGE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        face = painting.face_with_edge(
            painter,
            QRectF(self.rect()),
            look.px(painting.RADIUS_BUTTON),
            edge_height=look.px(EDGE),
            fill=look.paper if self.underMouse() else look.surface,
            edge=look.edge,
            border=look.line,
            border_width=look.px(2),
            sunk=look.px(2) if self.isDown() else 0,
        )
        self._paint_content(painter, face)

    def _paint_content(self, painter: QPainter, face: QRectF) -> None:
        look = theme.current()
        plate_width, plate_height = (look.px(side) for side in THUMBNAIL)
        rtl = self.isRightToLeft()
        inset = look.px(9)
        plate_x = face.right() - inset - plate_width if rtl else face.left() + inset
        plate = QRectF(plate_x, face.top() + (face.height() - plate_height) / 2, plate_width, plate_height)
        painting.rounded(painter, plate, look.px(8), look.blue_tint, border=look.line, border_width=look.px(1))
        size = self._thumbnail.size() / self._thumbnail.devicePixelRatio()
        corner = plate.center() - QPointF(size.width() / 2, size.height() / 2)
        painter.drawPixmap(corner, self._thumbnail)
        words = face.adjusted(inset, inset, -inset, -inset)
        if rtl:
            words.setRight(plate.left() - inset)
        else:
            words.setLeft(plate.right() + inset)
        name = _in_two_lines(self._document.title, round(words.width()))
        name.paint(painter, words.left(), words.top() - look.px(3), round(words.width()), look.ink)
        self._paint_ready(painter, words, rtl)

    def _paint_ready(self, painter: QPainter, words: QRectF, rtl: bool) -> None:
        look = theme.current()
        tick = icon_pixmap("check", look.icon(18), look.green)
        side = tick.width() / tick.devicePixelRatio()
        x = words.right() - side if rtl else words.left()
        painter.drawPixmap(QPointF(x, words.bottom() - side), tick)
        ready = Paragraph(translate("Guest", "Prêt"), NAME_SIZE, 600)
        step = side + look.px(6)
        width = round(words.width() - step)
        y = words.bottom() - (side + ready.height(width)) / 2
        ready.paint(painter, words.left() if rtl else words.left() + step, y, width, look.green)


def _in_two_lines(title: str, width: int) -> Paragraph:
    """The title, or as many of its letters as two lines hold."""
    one_line = Paragraph("A", NAME_SIZE, 600).height(width)
    words = Paragraph(title, NAME_SIZE, 600)
    while words.height(width) > 2 * one_line and title:
        title = title[:-1].rstrip()
        words = Paragraph(f"{title}…", NAME_SIZE, 600)
    return words


def _thumbnail(document: Document) -> QPixmap:
    """A small picture of a picture; for the rest, the icon of its kind."""
    look = theme.current()
    if document.kind == "image":
        reader = QImageReader(str(document.path))
        reader.setAutoTransform(True)
        box = QSize(look.px(THUMBNAIL[0] - 8), look.px(THUMBNAIL[1] - 8))
        if reader.size().isValid():
            reader.setScaledSize(reader.size().scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
            pixmap = QPixmap.fromImage(reader.read())
            if not pixmap.isNull():
                return pixmap
    return icon_pixmap(ICONS[document.kind], look.px(36), look.ink_2)
