"""The guest's only window: page, tray and step panel, under the shell's bar. It has no frame and no menu.

It lays parts out and lets the person move between them; it knows neither the engine nor the shell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, QMetaObject, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QPaintEvent, QShortcut, QWheelEvent
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.control.people import Mode
from kiosk.guest.backing_store import keep_picture
from kiosk.guest.cover import Cover
from kiosk.guest.frame import ROOM, PageFrame
from kiosk.guest.overlays import chooser, questions
from kiosk.guest.overlays.overlay import Overlay
from kiosk.guest.overlays.papers import Joining, Papers
from kiosk.guest.overlays.viewer import Viewer
from kiosk.guest.panel import Panel
from kiosk.guest.pause import PauseCover
from kiosk.guest.tray import Document, Tray
from kiosk.guest.tray_strip import TrayStrip, refusal_words
from kiosk.ui import theme, touch

if TYPE_CHECKING:
    from kiosk.ui.touch.keyboard import TouchKeyboard

GUTTER = 16
PAGE_INSET = 19
"""From the window's edge to the page. The border of whoever drives takes its room from it."""


_NOWHERE = QPoint(-20_000, -20_000)


class View(QWebEngineView):
    """The web view without a menu, without a dialog, and without anything dropped into it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)

    def childEvent(self, event: QChildEvent) -> None:
        # The widget that Chromium draws in comes later, and takes drops by default.
        super().childEvent(event)
        for child in self.findChildren(QWidget):
            child.setAcceptDrops(False)
            child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel would enlarge the page for good, by accident: the size is chosen on the shell's bar. And
        Qt's own dialogs (a field for a colour opens one, which takes colours from anywhere on the screen) never come.
        """
        # By its own word: known since it was half made, it passes here for a plain widget for ever.
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.inherits("QDialog"):
            # Beside the screen. Never shown at all, it would keep every click from the window, even when it is gone.
            watched.move(_NOWHERE)
            # Not from within: it is being opened.
            QTimer.singleShot(0, watched, lambda: QMetaObject.invokeMethod(watched, "reject"))
        return isinstance(event, QWheelEvent) and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class GuestWindow(QWidget):
    """`went_back`: the person asks for the page before. `wanted`: a service of the paper desk, and its documents."""

    went_back = Signal()
    bar_wanted = Signal()
    wanted = Signal(str, object)

    def __init__(self, tray: Tray) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("Côte à Côte")
        self._tray = tray
        self.view = View(self)
        self.frame = PageFrame(self.view, self)
        self.cover = Cover(self.frame)
        self.frame.lay_over_page(self.cover)
        self.pause = PauseCover(self.frame)
        self.frame.lay_over_page(self.pause)
        self._bar = False
        self.keyboard = _keyboard(self)
        self.tray_strip = TrayStrip(self)
        self.panel = Panel(self)
        self._columns = QHBoxLayout(self)
        # As large as its place on the screen, and no larger: in large letters the parts, before they have their width,
        # would ask for more height than there is, and the window would keep it.
        self._columns.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._left = QVBoxLayout()
        self._papers = QVBoxLayout()
        self._lay_out()
        self.frame.strip.back.connect(self.went_back)
        self.tray_strip.opened.connect(self.read_document)
        self.tray_strip.list_wanted.connect(self._list_documents)
        self.tray_strip.add_wanted.connect(self._add_paper)
        tray.changed.connect(self._show_tray)
        tray.refused.connect(lambda reason: self.tray_strip.show_trouble(refusal_words(reason)))
        if self.keyboard is not None:
            self.keyboard.shown.connect(self._make_room_for_keyboard)
        self._jump = QShortcut(QKeySequence(Qt.Key.Key_F6), self, self._jump_between_parts)
        self._show_tray()

    def place(self) -> None:
        """Below the shell's bar, to the edges of the screen. No window manager is there to do it."""
        screen = QGuiApplication.primaryScreen().geometry()
        look = theme.current()
        bars = look.topbar_height + (look.wheel_bar_height if self._bar else 0)
        self.setGeometry(screen.x(), screen.y() + bars, screen.width(), screen.height() - bars)

    def leave_room_for_bar(self, bar: bool) -> None:
        """The mediator's bar is shown under the shell's, or no more."""
        if bar != self._bar:
            self._bar = bar
            self.place()

    def overlay_room(self) -> QRect:
        """What an overlay covers: with two people at the wheel, never the panel, where the user takes it back."""
        room = self.rect()
        if self._bar:
            panel = self.panel.geometry()
            room.setWidth(room.width() - panel.width())
            room.moveLeft(panel.width() if self.isRightToLeft() else 0)
        return room

    @property
    def page(self) -> QWidget:
        return self.view

    @property
    def page_is_covered(self) -> bool:
        """By our own words, or by a question."""
        overlays = self.findChildren(Overlay, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return any(over.isVisible() for over in (self.cover, self.pause, *overlays))

    def show_mode(self, mode: Mode, words: str) -> None:
        """Border and cover of whoever drives."""
        self.frame.show_mode(mode, words)
        self.pause.setVisible(mode is Mode.BRAKE)

    def free_panel_of_keyboard(self) -> None:
        """What is typed from now on is for the page."""
        focused = self.focusWidget()
        if focused is not None and self.panel.isAncestorOf(focused):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_behind(self) -> None:
        """Map the window under the shell's: without a window manager, a new window would come on top."""
        self.winId()
        self.windowHandle().lower()
        keep_picture(self.windowHandle())
        self.windowHandle().installEventFilter(self)
        self.show()

    def take_keyboard(self) -> None:
        """To the page. Without the focus, Chromium believes that the person is elsewhere and has left every field."""
        self.activateWindow()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A click brings the keyboard back from the shell's bar: no window manager is there to do it."""
        if event.type() == QEvent.Type.MouseButtonPress and not self.isActiveWindow():
            self.activateWindow()
        return False

    def refresh(self) -> None:
        """Everything again in the theme and language of now; the page itself stays untouched."""
        self.place()
        strip = self.frame.replace_strip()
        strip.back.connect(self.went_back)
        self._lay_out()
        self.panel.rebuild()
        self.tray_strip.rebuild()
        self.cover.rebuild()
        self.frame.rebuild()
        self.pause.rebuild()

    # What a page may ask of a person (see `page.Answers`).

    def choose_files(self, several: bool, accepted: Sequence[str]) -> list[str]:
        return chooser.choose(self, self._tray.documents, several, accepted, self._add_paper)

    def tell(self, host: str, untrusted_text: str) -> None:
        questions.tell(self, host, untrusted_text)

    def ask_yes_no(self, host: str, untrusted_text: str) -> bool:
        return questions.ask_yes_no(self, host, untrusted_text)

    def ask_text(self, host: str, untrusted_text: str, untrusted_default: str) -> str | None:
        return questions.ask_text(self, host, untrusted_text, untrusted_default)

    def withdraw(self) -> None:
        for overlay in self.findChildren(Overlay, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if overlay.is_waited_for:
                overlay.close_it()

    def read_document(self, document: Document) -> None:
        Viewer(self, document, lambda service: self.wanted.emit(service, (document,))).show_it()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().paper)

    def _lay_out(self) -> None:
        look = theme.current()
        gutter = look.px(GUTTER)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        border = look.px(PAGE_INSET - ROOM)
        self._left.setContentsMargins(border, border, border, look.px(14))
        self._left.setSpacing(border)
        self._papers.setContentsMargins(gutter - border, 0, gutter - border, 0)
        if not self._left.count():
            self._left.addWidget(self.frame, 1)
            self._papers.addWidget(self.tray_strip)
            self._left.addLayout(self._papers)
            if self.keyboard is not None:
                self._left.addWidget(self.keyboard)
            self._columns.addLayout(self._left, 1)
            self._columns.addWidget(self.panel)
        self.panel.setFixedWidth(look.panel_width)

    def _make_room_for_keyboard(self, shown: bool) -> None:
        """The page gets what room there is: nobody takes a paper while they write."""
        self.tray_strip.setVisible(not shown)
        self._left.activate()
        for overlay in self.findChildren(Overlay, options=Qt.FindChildOption.FindDirectChildrenOnly):
            overlay.fit()

    def _show_tray(self) -> None:
        self.tray_strip.show_trouble(None)
        self.tray_strip.show_documents(self._tray.documents)

    def _list_documents(self) -> None:
        Papers(self, self._tray.documents, self.read_document, self._join_documents)

    def _join_documents(self) -> None:
        Joining(self, self._tray.documents, lambda documents: self.wanted.emit("join", tuple(documents)))

    def _add_paper(self) -> None:
        self.wanted.emit("add", ())

    def _jump_between_parts(self) -> None:
        """From the page to the panel, and on to the bar, which leads back: a page may swallow Tab for ever."""
        focused = self.focusWidget()
        if focused is not None and self.panel.isAncestorOf(focused):
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.bar_wanted.emit()
        elif not self.panel.take_focus():
            self.bar_wanted.emit()


def _keyboard(window: QWidget) -> TouchKeyboard | None:
    """The keyboard on the screen, where the post has one. Loaded only there."""
    if not touch.is_on():
        return None
    from kiosk.ui.touch.keyboard import TouchKeyboard  # noqa: PLC0415 - brings Qt Quick with it

    return TouchKeyboard(window)
