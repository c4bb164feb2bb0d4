"""A page of the first setup: how far along, one question, its answer, and the way on at the same place each time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.footer import Footer
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.page import Page
from kiosk.ui.setup_scenes import Back, SetupScene, SetupWish
from kiosk.ui.widgets import Button, Label, Note, Progress

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SetupPage(Page):
    """`wished` carries a `SetupWish`. Subclasses fill `body`, and answer `wish_on`."""

    wished = Signal(object)

    fault_above = True
    """Whether what is wrong stands above all the rest; else the page finds a place for `fault`."""

    def __init__(self, context: Context, scene: SetupScene, title: str, *, on: str, icon: str = "arrow-right") -> None:
        """`on`: the words of the button that leads on."""
        super().__init__(context)
        look = theme.current()
        self.scene = scene
        header = Header(translate("Setup", "Installation du poste"), context.visit.appearance)
        self.foot = Footer()
        self.on = Button(on, icon, "primary", size=22, height=68)
        self.on.setObjectName("on")
        self.on.clicked.connect(self._go_on)
        self.foot.row.addStretch(1)
        self.foot.row.addWidget(self.on, 0, _MIDDLE)
        if scene.at[0] > 1 and not scene.saved:
            self.foot.row.insertWidget(0, self._button("back", translate("Page", "Retour"), "arrow-left", Back()))
        self.assemble(header, self.foot, fixed=self._top(scene, title))
        self.body.setSpacing(look.px(16))
        self.fault = Note(scene.fault)
        self.fault.setObjectName("fault")
        self.fault.setVisible(bool(scene.fault))
        self.setAccessibleDescription(scene.fault)
        if self.fault_above:
            self.body.addWidget(self.fault)

    def _top(self, scene: SetupScene, title: str) -> QWidget:
        look = theme.current()
        number, total = scene.at
        fixed = QWidget()
        column = QVBoxLayout(fixed)
        column.setContentsMargins(look.px(40), look.px(8), look.px(40), look.px(20))
        column.setSpacing(look.px(10))
        way = QHBoxLayout()
        way.setSpacing(look.px(16))
        count = translate("Setup", "Étape %1 sur %2").replace("%1", str(number)).replace("%2", str(total))
        progress = Progress(total)
        progress.set_step(number)
        way.addWidget(Label(count, 20, 600, "ink_2"), 0, _MIDDLE)
        way.addWidget(progress, 1, _MIDDLE)
        column.addLayout(way)
        row = QHBoxLayout()
        row.addWidget(Label(title, 46, 700), 1)
        row.addWidget(self.middle.more, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        return fixed

    def wish_on(self) -> SetupWish:
        """What pressing the main button asks for."""
        raise NotImplementedError

    def action(self, name: str, text: str, icon: str, wish: SetupWish) -> None:
        """A quieter button, before the main one."""
        self.foot.row.insertWidget(self.foot.row.count() - 1, self._button(name, text, icon, wish), 0, _MIDDLE)

    def _button(self, name: str, text: str, icon: str, wish: SetupWish) -> Button:
        button = Button(text, icon, height=64)
        button.setObjectName(name)
        button.clicked.connect(lambda: self.wished.emit(wish))
        return button

    def forget(self) -> None:
        """Nothing that was typed stays."""
        for line in self.findChildren(QLineEdit):
            line.clear()

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return self.on, Qt.FocusReason.OtherFocusReason

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A line has its own answer to it, and lets it pass on besides, when this page may be gone already.
        in_line = isinstance(self.window().focusWidget(), QLineEdit)
        if event.key() in _ENTER and not in_line and self.isVisible() and not event.isAutoRepeat():
            self.on.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        self.wished.emit(self.wish_on())
