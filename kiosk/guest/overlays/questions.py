"""What a page asks through `alert`, `confirm` and `prompt`, in our own window and with our own buttons.

The page's text is untrusted: shown short, plain, and under the name of the site that speaks. Where there is no room for
all of it, it scrolls: the answers stay in sight.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QScrollArea, QSizePolicy, QWidget

from kiosk.guest.layout import Column, row, scroll
from kiosk.guest.overlays.overlay import Overlay
from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.widgets import Button, Label
from kiosk.ui.widgets.painting import RADIUS_BUTTON

LONGEST = 600


def tell(window: QWidget, host: str, untrusted_text: str) -> None:
    overlay = _speaking(window, host, untrusted_text)
    understood = Button(translate("Guest", "J'ai compris"), "check", "primary", size=22, height=68)
    understood.clicked.connect(overlay.close_it)
    overlay.card.column.addWidget(understood)
    overlay.wait(understood)


def ask_yes_no(window: QWidget, host: str, untrusted_text: str) -> bool:
    overlay = _speaking(window, host, untrusted_text)
    answers: list[bool] = []
    buttons = []
    for text, icon, answer in (
        (translate("Guest", "Non, revenir"), "undo-2", False),
        (translate("Guest", "Oui"), "check", True),
    ):
        button = Button(text, icon, "primary" if answer else "secondary", height=68)
        button.clicked.connect(lambda _=False, answer=answer: answers.append(answer))
        button.clicked.connect(overlay.close_it)
        buttons.append(button)
    overlay.card.column.addWidget(row(*buttons))
    overlay.wait(buttons[0])
    return bool(answers) and answers[0]


def ask_text(window: QWidget, host: str, untrusted_text: str, untrusted_default: str) -> str | None:
    overlay = _speaking(window, host, untrusted_text)
    look = theme.current()
    field = QLineEdit(untrusted_default[:LONGEST])
    field.setFont(look.font(22))
    field.setMinimumHeight(look.px(56))
    field.setStyleSheet(_field_style())
    field.setAccessibleName(untrusted_text[:LONGEST])
    answers: list[str] = []
    cancel = Button(translate("Guest", "Non, revenir"), "undo-2", height=68)
    accept = Button(translate("Guest", "Valider"), "check", "primary", height=68)
    cancel.clicked.connect(overlay.close_it)
    for signal in (accept.clicked, field.returnPressed):
        signal.connect(lambda *_: answers.append(field.text()))
        signal.connect(overlay.close_it)
    overlay.card.column.addWidget(field)
    overlay.card.column.addWidget(row(cancel, accept))
    overlay.wait(field)
    return answers[0] if answers else None


def _field_style() -> str:
    """As the shell's fields: a line that is seen, and air around what is written."""
    look = theme.current()
    return (
        f"QLineEdit {{ background: {look.surface.name()}; border: {look.px(2)}px solid {look.line_strong.name()};"
        f" border-radius: {look.px(RADIUS_BUTTON)}px; padding: 0 {look.px(16)}px; }}"
        f"QLineEdit:focus {{ border-color: {look.blue.name()}; }}"
    )


def _speaking(window: QWidget, host: str, untrusted_text: str) -> Overlay:
    overlay = Overlay(window)
    who = translate("Guest", "Le site {host} vous dit :").format(host=isolate(host or "?"))
    # Our labels read `**` as bold: the page's text must not style itself.
    plain = untrusted_text[:LONGEST].replace("**", "")
    said = Column([Label(who, 20, 400, "ink_2"), Label(plain, 28, 600)], gap=16)
    overlay.card.column.addWidget(_Said(said, overlay.card.width_inside))
    return overlay


class _Said(QScrollArea):
    """As tall as its words in this width, and less when the window has no room for as much."""

    def __init__(self, words: Column, width: int) -> None:
        super().__init__()
        scroll(self, words)
        self._whole = QSize(width, words.heightForWidth(width))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setVerticalStretch(1)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self._whole

    def minimumSizeHint(self) -> QSize:
        look = theme.current()
        return QSize(0, min(self._whole.height(), look.text(28) * 2))
