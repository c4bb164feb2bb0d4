"""A page of the paper desk: it shows scenes of one class, the next one in place, and tells wishes.

Everything is built once; a scene changes words, pictures and what is visible. The keyboard stays where it was, or
goes to the page's first place when what it was on has gone. `forget` drops all that the page knows of the person.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kiosk.documents.desk.scenes import Scene
from kiosk.documents.desk.wishes import Leave, Wish
from kiosk.documents.trouble import Trouble
from kiosk.ui import desk_words, theme
from kiosk.ui.announcing import announce
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk.paper_view import PaperView
from kiosk.ui.screens.footer import Footer
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.page import Page
from kiosk.ui.screens.settling import settle
from kiosk.ui.widgets import Button, Label, Note, focus
from kiosk.ui.widgets.paragraph import plain

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TroubleNote(Note):
    """What happened, what was not lost, what to do. Hidden while all is well."""

    def __init__(self) -> None:
        super().__init__("")
        self.setObjectName("trouble")
        self.hide()

    def say(self, trouble: Trouble | None) -> str:
        """Returns the words, for the screen reader; empty when there is nothing to say."""
        self.setVisible(trouble is not None)
        text = ""
        if trouble is not None:
            calm = desk_words.calm(trouble)
            text = f"**{calm.happened}**\n{calm.kept}\n{calm.do}"
        self.words.say(text)
        return self.words.text()


class DeskFooter(Footer):
    """What the person can do (`add`, from the least to the main thing), then the mediator, as in every footer."""

    called = Signal()
    answered = Signal()

    def __init__(self, *, mediator_called: bool) -> None:
        super().__init__()
        look = theme.current()
        whole, short = translate("Footer", "Appeler un médiateur"), translate("Footer", "Médiateur")
        self._call = Button(short if look.enlarged else whole, "hand", "mediator", size=20, height=64)
        self._call.setAccessibleName(whole)
        self._call.setObjectName("call_mediator")
        self._call.clicked.connect(self.called)
        self._answer = Button(
            translate("Footer", "Je suis là"), "user-check", detail=translate("Footer", "Pour le médiateur")
        )
        self._answer.setObjectName("answer")
        self._answer.clicked.connect(self.answered)
        # One band, as tall as the tallest: words that wrap in large letters make all its buttons equal.
        band = QWidget()
        whole_band = QHBoxLayout(band)
        whole_band.setContentsMargins(0, 0, 0, 0)
        whole_band.setSpacing(look.px(16))
        self._actions = QHBoxLayout()
        self._actions.setSpacing(look.px(16))
        whole_band.addLayout(self._actions)
        whole_band.addWidget(self._call)
        whole_band.addWidget(self._answer)
        self.row.addStretch(1)
        self.row.addWidget(band, 0, _MIDDLE)
        self.set_mediator_called(mediator_called)

    def add(self, button: Button) -> None:
        self._actions.addWidget(button)

    def give_way(self, on: bool) -> None:
        """Calling a mediator steps back where the main button is a mediator's too: two orange ones are none."""
        self._call.set_kind("secondary" if on else "mediator")

    def set_mediator_called(self, on: bool) -> None:
        had_keyboard = self._call.hasFocus() or self._answer.hasFocus()
        self._call.setVisible(not on)
        self._answer.setVisible(on)
        self.set_ground("orange" if on else "paper_2")
        if had_keyboard:
            (self._answer if on else self._call).setFocus(Qt.FocusReason.TabFocusReason)


class DeskPage(Page):
    """`wished(Wish)`. Subclasses build in `__init__` and fill in `_tell`."""

    wished = Signal(object)

    within_another = False
    """Whether leaving may lead to another screen than the page: to the choice of a way, or to the closing screen."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        back = self.back_words()
        header = Header(context.site_name, context.visit.appearance, back=back, tools=True, crowded=True)
        header.add(self.middle.more)
        self.back_asked.connect(lambda: self._ask(Leave()))
        self.desk_footer = DeskFooter(mediator_called=context.mediator_called)
        self.desk_footer.called.connect(self.call_asked)
        self.desk_footer.answered.connect(self.answered)
        self.assemble(header, self.desk_footer)
        self.body.setContentsMargins(look.px(40), look.px(8), look.px(40), look.px(8))
        self.scene: Scene | None = None
        self._said = ""

    def back_words(self) -> str:
        """Where leaving leads to."""
        return translate("Page", "Retour") if self.within_another else translate("Closing", "Revenir à la page")

    def show_scene(self, scene: Scene) -> None:
        """The same class of scene each time."""
        held = self.focusWidget()
        had_keyboard = held is not None and held.hasFocus()
        ringed = self._ringed()
        self.setUpdatesEnabled(False)
        try:
            self.scene = scene
            self._tell(scene)
            self._settle()
            # Rows may have come: Tab would find them after everything else.
            self.order_keyboard()
        finally:
            self.setUpdatesEnabled(True)
        if had_keyboard and held is not None and not (held.isVisible() and held.isEnabled()):
            start = self.first_focus()
            if start is not None:
                self._move_keyboard(start[0], ringed=ringed)

    def _settle(self) -> None:
        settle(self, self.middle)

    def _tell(self, scene: Scene) -> None:
        """Put the scene's words and pictures in place."""
        raise NotImplementedError

    def forget(self) -> None:
        """Nothing of the person stays in the page, whoever still holds it."""
        self.scene = None
        for view in self.findChildren(PaperView):
            view.forget()
        for line in self.findChildren(QLineEdit):
            line.clear()
        for label in self.findChildren(Label):
            label.say("")

    def set_mediator_called(self, on: bool) -> None:
        self.desk_footer.set_mediator_called(on)

    def _ask(self, wish: Wish) -> None:
        """Nothing is asked of a page that was forgotten."""
        if self.scene is not None:
            self.wished.emit(wish)

    def _ringed(self) -> bool:
        """Whether the person is at the keyboard, as the ring shows."""
        return focus.of_window(self.window()).isVisible()

    @staticmethod
    def _move_keyboard(widget: QWidget, *, ringed: bool) -> None:
        reason = Qt.FocusReason.TabFocusReason if ringed else Qt.FocusReason.OtherFocusReason
        focus.give(widget, reason)

    def _say_aloud(self, words: str) -> None:
        """What changed by itself, once."""
        if words and words != self._said:
            announce(self, plain(words))
        self._said = words

    def _action(self, name: str, text: str, icon: str | None, *, primary: bool = False) -> Button:
        """A button at the end of the footer."""
        button = Button(text, icon, "primary" if primary else "secondary", size=22 if primary else 20, height=64)
        button.setObjectName(name)
        self.desk_footer.add(button)
        return button


class PicturePage(DeskPage):
    """The paper large at the start; words and tools beside it, in `side`."""

    def __init__(self, context: Context, view: PaperView) -> None:
        super().__init__(context)
        look = theme.current()
        self.view = view
        columns = QHBoxLayout()
        columns.setSpacing(look.px(40 if not look.enlarged else 24))
        self.start = QVBoxLayout()
        self.start.setSpacing(look.px(12))
        self.start.addWidget(view, 1)
        place = QWidget()
        place.setLayout(self.start)
        self.start.setContentsMargins(0, 0, 0, 0)
        place.setFixedWidth(round(look.width * (0.36 if not look.enlarged else 0.33)))
        # The paper is seen whole even where the words beside it need scrolling.
        place.setMaximumHeight(look.height - look.px(220))
        self.side = QVBoxLayout()
        self.side.setSpacing(look.px(12))
        self.side.setContentsMargins(0, look.px(6), 0, 0)
        columns.addWidget(place, 0, Qt.AlignmentFlag.AlignTop if look.enlarged else Qt.AlignmentFlag(0))
        columns.addLayout(self.side, 1)
        self.body.addLayout(columns, 1)


class WorkshopPage(PicturePage):
    """Asks a workshop, which takes its time: `_rest` before a scene in which it works is shown, `_work_again` after one
    in which it does not."""

    def __init__(self, context: Context, view: PaperView) -> None:
        super().__init__(context, view)
        self._resting = False
        self._left_keyboard: QWidget | None = None

    def _asking(self) -> Sequence[QWidget]:
        """What would ask the workshop."""
        raise NotImplementedError

    def _answers(self) -> Sequence[QWidget]:
        """Where the keyboard begins: the first that is there."""
        raise NotImplementedError

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        there = (one for one in self._answers() if one.isVisibleTo(self) and one.isEnabledTo(self))
        start = next(there, self.view if self._resting else None)
        return (start, Qt.FocusReason.OtherFocusReason) if start is not None else None

    def _ask_now(self, wish: Wish) -> None:
        """A press may come just before the buttons are switched off."""
        if not self._resting:
            self._ask(wish)

    def _rest(self) -> None:
        """While a workshop works, nothing that would ask it can be pressed, and looks so. The keyboard waits on the
        paper, which says why, and comes back: what is switched off lets it go to whatever follows."""
        if self._resting:
            return
        self._resting = True
        held, ringed = self.focusWidget(), self._ringed()
        if held is not None and any(held is one or one.isAncestorOf(held) for one in self._asking()):
            self._left_keyboard = held
            self._move_keyboard(self.view, ringed=ringed)
        for one in self._asking():
            one.setEnabled(False)

    def _work_again(self) -> None:
        if not self._resting:
            return
        self._resting = False
        for one in self._asking():
            one.setEnabled(True)
        left, self._left_keyboard = self._left_keyboard, None
        if self.focusWidget() is not self.view:
            return
        if left is None or not left.isVisibleTo(self):
            start = self.first_focus()
            left = start[0] if start is not None else None
        if left is not None:
            self._move_keyboard(left, ringed=self._ringed())
