"""What a page asks through `alert`, `confirm` and `prompt`, in our own window and with our own buttons.

The page's text is untrusted: shown short, plain, and under the name of the site that speaks.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.guest.layout import row
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
    overlay.card.column.addWidget(Label(who, 20, 400, "ink_2"))
    # Our labels read `**` as bold: the page's text must not style itself.
    plain = untrusted_text[:LONGEST].replace("**", "")
    overlay.card.column.addWidget(Label(plain, 28, 600))
    return overlay
