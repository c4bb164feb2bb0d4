"""A page of the full screen: header, a middle that scrolls when it must, footer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.announcing import announce
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.footer import Footer, HelpFooter
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.scroll import ScrollColumn
from kiosk.ui.widgets import Label
from kiosk.ui.widgets.order import held_by, lead_tab

_SPOKEN = 24
"""The least size of the words that are said when the page comes: its title and what explains it."""
_MOST_SPOKEN = 5


class Page(QWidget):
    """The signals that every page may send. Words and widgets are built once: a change of look builds a new page."""

    back_asked = Signal()
    call_asked = Signal()
    answered = Signal()
    appearance_asked = Signal(object)
    notice_asked = Signal()

    before: Callable[[], Page] | None = None
    """Where its way back leads; home without."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        look = theme.current()
        self._root = QVBoxLayout(self)
        self._root.setContentsMargins(0, 0, 0, 0)
        self._root.setSpacing(0)
        self.middle = ScrollColumn()
        self.body = self.middle.column
        gutter = look.px(40)
        self.body.setContentsMargins(gutter, 0, gutter, look.px(8))
        self.footer: Footer | None = None

    def assemble_titled(self, title: str) -> None:
        """A page that one goes back from: its title stands still above the middle, help below."""
        look = theme.current()
        header = Header(
            self.context.site_name, self.context.visit.appearance, back=translate("Page", "Retour"), tools=True
        )
        fixed = QWidget()
        top = QHBoxLayout(fixed)
        top.setContentsMargins(look.px(40), look.px(14), look.px(40), look.px(16))
        top.addWidget(Label(title, 46, 700), 1)
        top.addWidget(self.middle.more, 0, Qt.AlignmentFlag.AlignBottom)
        self.assemble(header, HelpFooter(mediator_called=self.context.mediator_called), fixed=fixed)

    def assemble(self, header: Header | None, footer: Footer | None, *, fixed: QWidget | None = None) -> None:
        """Put the parts together. `fixed` stands between header and middle and never scrolls."""
        if header is not None:
            header.back_asked.connect(self.back_asked)
            header.appearance_asked.connect(self.appearance_asked)
            header.notice_asked.connect(self.notice_asked)
            self._root.addWidget(header)
        if fixed is not None:
            self._root.addWidget(fixed)
        self._root.addWidget(self.middle, 1)
        if footer is not None:
            if isinstance(footer, HelpFooter):
                footer.called.connect(self.call_asked)
                footer.answered.connect(self.answered)
            self._root.addWidget(footer)
        self.footer = footer

    def order_keyboard(self) -> None:
        """Tab goes as the eye does: header, what stands still, the middle, the footer."""
        lead_tab(held_by(self._root))

    def set_mediator_called(self, on: bool) -> None:
        if isinstance(self.footer, HelpFooter):
            self.footer.set_mediator_called(on)

    def make_room(self, keyboard: bool) -> None:
        """The keyboard on the screen came or went: the field that is written in stays in sight above it."""
        if self.footer is not None:
            self.footer.setVisible(not keyboard)
        self._root.activate()
        focused = self.window().focusWidget()
        if focused is not None and self.middle.isAncestorOf(focused):
            self.middle.reveal(focused)

    def speak(self) -> None:
        """To a screen reader: the page's title, and what stands large below it."""
        large = [one for one in self.findChildren(Label) if one.size_of_type >= _SPOKEN and one.isVisible()]
        announce(self, "\n".join(one.text() for one in large[:_MOST_SPOKEN]), at_once=False)

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        """Where the keyboard starts, and whether the ring shows it."""
        return None

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().paper)
