"""The middle of a page: it fits as a rule; when it does not, a button says so and moves it. No thin bar to catch."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, focus

# Part of a page that one press moves: what stays on screen keeps the reader's place.
_PART = 0.8


class ScrollColumn(QScrollArea):
    """Put content in `column`; put `more` where the page wants it: it shows itself only when there is more to see.

    `gives_way`: what goes for good before words would be out of sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setWidget(self._content)
        self.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        self.more = Button(translate("Page", "Voir la suite"), "arrow-down", size=18, height=48, icon_size=22)
        # Kept room in large letters, where pages overflow as a rule: appearing must not push the page further down.
        policy = self.more.sizePolicy()
        policy.setRetainSizeWhenHidden(theme.current().appearance.text_percent > 100)
        self.more.setSizePolicy(policy)
        self.more.hide()
        self.more.clicked.connect(self._move)
        self.gives_way: QWidget | None = None
        self._settling = False
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda *_: self._refresh())
        bar.valueChanged.connect(lambda *_: self._refresh())

    def reveal(self, widget: QWidget) -> None:
        """Bring what the keyboard is on into view, with its focus ring, and the question above a line."""
        margin = theme.current().px(24)
        # A page that has just come still has the heights of nobody's letters.
        self._lay_out()
        self.ensureWidgetVisible(widget, 0, margin)
        for label in self._content.findChildren(QLabel):
            if label.buddy() is widget:
                self.ensureWidgetVisible(label, 0, 0)

    def bring_up(self, widget: QWidget) -> None:
        """What was pressed, to the top: what it opened stands below."""
        self._lay_out()
        top = widget.mapTo(self._content, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top - theme.current().px(24))
        self._lay_out()  # `more` has other words now

    @staticmethod
    def _lay_out() -> None:
        """Now, and not when the loop comes to it."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watch()

    def watch(self) -> None:
        """What came since is brought into view too, when the keyboard reaches it."""
        for child in self._content.findChildren(QWidget):
            if child.focusPolicy() != Qt.FocusPolicy.NoFocus:
                child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.reveal(watched)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def _at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum()

    def _move(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(0 if self._at_end() else bar.value() + round(self.viewport().height() * _PART))

    def _settle(self) -> None:
        self._lay_out()
        self._settling = False
        self._refresh()

    def _refresh(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() > 0 and self.gives_way is not None:
            self.gives_way.hide()
            self.gives_way = None
            # `more` takes room of its own: whether it is needed is asked once all is laid out without the drawing.
            self._settling = True
            QTimer.singleShot(0, self, self._settle)
        if self._settling:
            return
        self.more.setVisible(bar.maximum() > 0)
        if self._at_end() and bar.maximum() > 0:
            self.more.set_icon("arrow-up")
            self.more.say(translate("Page", "Revenir en haut"))
        else:
            self.more.set_icon("arrow-down")
            self.more.say(translate("Page", "Voir la suite"))
        focus.of_window(self.window()).place()
