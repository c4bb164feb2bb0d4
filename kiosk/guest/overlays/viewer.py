"""Reading a paper of the tray: PDF pages or a picture, large, with few and big buttons, and what can be done with it.

The PDF library is imported only when a PDF is opened: most sessions never pay for it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget

from kiosk.guest.layout import scroll_bar_style
from kiosk.guest.overlays.overlay import Overlay
from kiosk.guest.tray import Document
from kiosk.session.messages import Service
from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.widgets import Button, Label

MARGIN = 16
ZOOM_STEP = 1.25
ZOOMS = (0.4, 4.0)
MOST_PIXELS = 40_000_000
TITLE_BESIDE = 1100
"""Logical width from which title and tools have room on one line."""


class Viewer(Overlay):
    """Fills the window below the shell's bar. "Fermer" is always there, always at the same place."""

    def __init__(self, window: QWidget, document: Document, ask: Callable[[Service], None]) -> None:
        """`ask` wants a service of the paper desk for this paper."""
        super().__init__(window, whole=True)
        self._document = document
        self._ask = ask
        self._bar = QHBoxLayout()
        self._bar.setSpacing(theme.current().px(12))
        title = Label(isolate(document.title), 22, 600)
        if self.width() < theme.current().px(TITLE_BESIDE):
            # The step panel keeps its place while two people sit there.
            self.card.column.addWidget(title)
            self._bar.addStretch(1)
        else:
            self._bar.addWidget(title, 1)
        self.card.column.addLayout(self._bar)
        reader = self._reader(document)
        if not isinstance(reader, Label):
            reader.setAccessibleName(document.title)
        self.card.column.addWidget(reader, 1)
        self.services: list[Button] = []
        self._sentence = Label("", 20, 600)
        self.card.column.addWidget(self._sentence)
        self.card.column.addLayout(self._action_row())
        self._say_what_is_possible()
        self.close_button = Button(translate("Guest", "Fermer"), "x", "primary", size=22, height=56)
        self.close_button.clicked.connect(self.close_it)
        self._bar.addWidget(self.close_button)

    def show_it(self) -> None:
        self.open(self.close_button)

    def _action_row(self) -> QHBoxLayout:
        """What a person may want to do with a paper, the most wanted first."""
        look = theme.current()
        line = QHBoxLayout()
        line.setSpacing(look.px(12))
        wishes: list[tuple[str, str, Service]] = [
            (translate("Guest", "Imprimer"), "printer", "print"),
            (translate("Guest", "Emporter"), "download", "take"),
            (translate("Guest", "Modifier"), "pencil", "mend"),
        ]
        for words, icon, service in wishes:
            button = Button(words, icon, size=22, height=68)
            button.clicked.connect(lambda _=False, service=service: self._choose(service))
            self.services.append(button)
            line.addWidget(button, 1)
        least = sum(button.minimumSizeHint().width() + line.spacing() for button in self.services)
        if least > self.width() - 2 * look.px(MARGIN):
            # Large text beside the step panel: the words stay whole.
            for button in self.services:
                button.set_icon(None)
        return line

    def _choose(self, service: Service) -> None:
        self._say_what_is_possible()
        if self._document.is_there:
            self.close_it()
            self._ask(service)

    def _say_what_is_possible(self) -> None:
        sentence = ""
        if not self._document.is_there:
            sentence = translate("Guest", "Ce papier n'est plus ici.")
        elif self._document.paper_kind is None:
            sentence = translate("Guest", "On ne peut pas l'imprimer. On ne peut pas le changer.")
        self._sentence.say(sentence)
        self._sentence.setVisible(bool(sentence))
        for button in self.services:
            button.setEnabled(not sentence)

    def _reader(self, document: Document) -> QWidget:
        if not document.is_there:
            return self._sorry("")
        if document.kind == "pdf":
            return self._pdf(document)
        if document.kind == "image":
            return self._picture(document)
        return self._sorry(translate("Guest", "Ce papier ne peut pas être lu ici. Vous pouvez le donner au site."))

    def _pdf(self, document: Document) -> QWidget:
        from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415
        from PySide6.QtPdfWidgets import QPdfView  # noqa: PLC0415

        pdf = QPdfDocument(self)
        if pdf.load(str(document.path)) != QPdfDocument.Error.None_:
            return self._sorry(translate("Guest", "Ce papier ne s'ouvre pas. Il est peut-être abîmé."))
        view = QPdfView(self)
        view.setDocument(pdf)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setPageSpacing(theme.current().px(16))
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        view.setFrameShape(QFrame.Shape.NoFrame)
        bar = view.verticalScrollBar()
        bar.setStyleSheet(scroll_bar_style())

        def turn(direction: int) -> None:
            bar.setValue(bar.value() + direction * round(view.viewport().height() * 0.9))

        def zoom(direction: int) -> None:
            # The factor of "fit to width" is known to the view only: start from what is on screen.
            shown = view.zoomFactor()
            if view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
                points = pdf.pagePointSize(view.pageNavigator().currentPage()).width()
                shown = view.viewport().width() / max(1.0, points * self.logicalDpiX() / 72)
            view.setZoomMode(QPdfView.ZoomMode.Custom)
            view.setZoomFactor(_bounded(shown * ZOOM_STEP**direction))

        self._add_tools(turn, zoom)
        return view

    def _picture(self, document: Document) -> QWidget:
        reader = QImageReader(str(document.path))
        reader.setAutoTransform(True)
        if reader.size().width() * reader.size().height() > MOST_PIXELS:
            return self._sorry(translate("Guest", "Cette image est trop grande pour être montrée ici."))
        pixmap = QPixmap.fromImage(reader.read())
        if pixmap.isNull():
            return self._sorry(translate("Guest", "Ce papier ne s'ouvre pas. Il est peut-être abîmé."))
        picture = QLabel()
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        area = QScrollArea()
        area.setWidget(picture)
        area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        room = self.window().size()
        factor = min(1.0, room.width() * 0.9 / pixmap.width(), room.height() * 0.75 / pixmap.height())

        def zoom(direction: int) -> None:
            nonlocal factor
            factor = _bounded(factor * ZOOM_STEP**direction)
            width = round(pixmap.width() * factor)
            picture.setPixmap(pixmap.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))

        zoom(0)
        self._add_tools(None, zoom)
        return area

    def _sorry(self, sentence: str) -> QWidget:
        return Label(sentence, 28, 600, align="centre")

    def _add_tools(self, turn: Callable[[int], None] | None, zoom: Callable[[int], None]) -> None:
        tools = [
            (translate("Guest", "Plus petit"), "minus", zoom, -1),
            (translate("Guest", "Plus grand"), "plus", zoom, 1),
        ]
        if turn is not None:
            tools += [
                (translate("Guest", "Monter"), "arrow-up", turn, -1),
                (translate("Guest", "Descendre"), "arrow-down", turn, 1),
            ]
        for text, icon, act, direction in tools:
            button = Button(text, icon, icon_only=theme.current().enlarged)
            button.clicked.connect(lambda _=False, act=act, direction=direction: act(direction))
            self._bar.addWidget(button)


def _bounded(factor: float) -> float:
    return max(ZOOMS[0], min(ZOOMS[1], factor))
