"""The panel itself: puts a scene's view on screen, keeps the buttons pinned, hides what has no room behind "Plus".

Knows scenes; knows neither the engine nor the page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kiosk.control.people import Mode
from kiosk.guest.layout import Column, ScrolledBeside, row
from kiosk.guest.panel import down, finish, free, parts, record, step, trouble, wheel, where
from kiosk.guest.panel.scene import Page, Phase, Scene
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, Label

MARGIN = 24
GAP = 14

_VIEWS: dict[Phase, Callable[[Scene, parts.Choose], parts.View]] = {
    "guiding": step.build,
    "not_found": trouble.not_found,
    "page_changed": trouble.page_changed,
    "elsewhere": trouble.elsewhere,
    "down": down.build,
    "lost": where.build,
    "without_guide": trouble.without_guide,
    "finished": finish.build,
}


def view_of(scene: Scene, choose: parts.Choose) -> parts.View:
    """Who drives comes before where the walkthrough is."""
    driving = scene.driving
    if driving.mode is Mode.MEDIATOR and scene.recorded is None:
        return wheel.watch(scene, choose)
    if driving.mode is Mode.BRAKE:
        return wheel.pause(scene, choose)
    view = _builder(scene)(scene, choose)
    if scene.page.covered:
        # The main answer is where the page was.
        for button in view.buttons:
            button.set_kind("secondary" if button.kind == "primary" else button.kind)
    wheel.add_to(view, scene, choose)
    return view


def _builder(scene: Scene) -> Callable[[Scene, parts.Choose], parts.View]:
    if scene.recorded is not None:
        return record.build
    return free.build if scene.site else _VIEWS[scene.phase]


def _drawn(scene: Scene) -> Scene:
    """What of the scene its view shows. A step says neither where the person is nor whether the ring is there: both
    change while a page opens, when drawing again is dearest."""
    if _builder(scene) is not step.build:
        return scene
    return replace(scene, pointed=False, page=Page(several=scene.page.several, covered=scene.page.covered))


class Panel(QWidget):
    """`chosen` carries a `Choice`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._content: QWidget | None = None
        self._main: QPushButton | None = None
        self._plus_open = False
        self._waits_for: QPushButton | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)

    def show_scene(self, scene: Scene) -> None:
        """Nothing moves when nothing has changed: a person may be reading, or have a finger on a button."""
        before, self._scene = self._scene, scene
        if before is not None and _drawn(before) == _drawn(scene):
            return
        if before is None or (before.phase, before.number) != (scene.phase, scene.number):
            self._plus_open = False
        self.rebuild()

    def rebuild(self) -> None:
        """The same scene again, in the theme and language of now."""
        if self._scene is None or self._waits_for_a_finger():
            return
        # The window's, not the panel's own: that one remembers a button after the keyboard has gone to the page.
        focused = self.window().focusWidget()
        had_focus = self._content is not None and focused is not None and self._content.isAncestorOf(focused)
        view = view_of(self._scene, self.chosen.emit)
        old, self._content = self._content, self._lay_out(view)
        self._main = view.buttons[0] if view.buttons else None
        if old is not None:
            old.hide()
            self._whole.removeWidget(old)
            old.deleteLater()
        self._whole.addWidget(self._content)
        if had_focus:
            self.take_focus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> bool:
        """The keyboard comes here: to the main answer. False where there is nothing to press."""
        first = self._main or (self._content.findChild(QPushButton) if self._content is not None else None)
        if first is not None:
            first.setFocus(reason)
        return first is not None

    def sizeHint(self) -> QSize:
        return QSize(theme.current().panel_width, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().isValid() and event.oldSize() != event.size():
            self.rebuild()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.surface)
        line = look.px(2)
        painter.fillRect(self.width() - line if self.isRightToLeft() else 0, 0, line, self.height(), look.line)

    def _lay_out(self, view: parts.View) -> QWidget:
        look = theme.current()
        margin = look.px(MARGIN)
        content = QWidget(self)
        whole = QVBoxLayout(content)
        # The list reaches the panel's edge: its bar takes from the margin, and no word moves when it comes.
        whole.setContentsMargins(0, look.px(20), 0, look.px(16))
        whole.setSpacing(look.px(12))
        bottom = self._pinned(view)
        body = Column(view.shown, GAP)
        width = theme.current().panel_width - 2 * margin
        room = self.height() - bottom.heightForWidth(width) - look.px(20 + 16 + 12)
        self._add_extras(body, view, width, room)
        body.lines.addStretch(1)
        whole.addWidget(ScrolledBeside(body, margin), 1)
        bottom.setContentsMargins(margin, 0, margin, 0)
        whole.addWidget(bottom)
        return content

    def _waits_for_a_finger(self) -> bool:
        """A button that is being pressed is not taken away under the finger: the new scene comes when it is let go."""
        held = next((button for button in self.findChildren(QPushButton) if button.isDown()), None)
        if held is not None and held is not self._waits_for:
            self._waits_for = held
            # After the press has said what was chosen.
            held.released.connect(lambda: QTimer.singleShot(0, self, self._come_back))
        return held is not None

    def _come_back(self) -> None:
        self._waits_for = None
        self.rebuild()

    def _pinned(self, view: parts.View) -> Column:
        """The buttons at the bottom, and the brake below them, beside "Retour" where there is one."""
        look = theme.current()
        bottom = Column([*([view.lead] if view.lead else []), *view.buttons])
        lines = bottom.lines
        if view.brake is None:
            return bottom
        line = QHBoxLayout()
        line.setSpacing(look.px(12))
        quiet = [button for button in view.buttons if button.kind == "quiet"]
        for button in [*quiet, view.brake]:
            lines.removeWidget(button)
            line.addWidget(button, button.sizeHint().width())
        lines.addLayout(line)
        return bottom

    def _add_extras(self, body: Column, view: parts.View, width: int, room: int) -> None:
        """Explanations in their order, as many as have room; the rest behind one button."""
        layout = body.lines
        extras = view.extras
        hidden: list[QWidget] = []
        more = self._plus_button()
        for widget in extras:
            layout.addWidget(widget)
            last = widget is extras[-1] and not view.behind
            reserve = 0 if last else more.sizeHint().height() + layout.spacing()
            crowded = theme.current().enlarged or layout.heightForWidth(width) + reserve > room
            if not self._plus_open and (hidden or crowded):
                hidden.append(widget)
                layout.removeWidget(widget)
        for widget in view.behind:
            if self._plus_open:
                layout.addWidget(widget)
            else:
                hidden.append(widget)
        for widget in hidden:
            # Before it goes it would still be drawn, over the others.
            widget.hide()
            widget.deleteLater()
        if hidden:
            self._add_more(body, more, width, room)
        else:
            more.hide()
            more.deleteLater()

    @staticmethod
    def _add_more(body: Column, more: Button, width: int, room: int) -> None:
        """Below, or where it would not be in sight there, beside the button that reads aloud. The count of the steps
        goes when even that is too much: the bar says it too."""
        lines = body.lines
        lines.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        listen, count = body.findChild(Button, parts.LISTEN), body.findChild(Label, parts.COUNT)
        if listen is None or lines.indexOf(listen) < 0 or lines.heightForWidth(width) <= room:
            return
        at = lines.indexOf(listen)
        lines.removeWidget(more)
        lines.removeWidget(listen)
        lines.insertWidget(at, row(listen, more, gap=12, stretch=0))
        if count is not None and theme.current().enlarged and lines.heightForWidth(width) > room:
            lines.removeWidget(count)
            count.hide()
            count.deleteLater()

    def _plus_button(self) -> Button:
        button = Button(translate("Guest", "Plus"), "chevron-down")
        button.setAccessibleDescription(translate("Guest", "Plus d'explications"))
        button.clicked.connect(self._open_plus)
        return button

    def _open_plus(self) -> None:
        self._plus_open = True
        self.rebuild()
