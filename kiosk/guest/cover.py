"""What stands over the page when it does not open: why, in plain words, that nothing is lost, and how to go back.

Chromium's own error pages are in developers' English; they are never shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.guest.layout import Column, ScrolledBeside, row
from kiosk.guest.page import Trouble
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, Label, Picture
from kiosk.ui.words import day

MARGIN = 40
CLOSE = 24
"""In large letters the room goes to the words."""


@dataclass(frozen=True)
class _Words:
    title: str
    why: str
    icon: str
    again: bool
    todo: str = ""


def _words(trouble: Trouble) -> _Words:
    return _of_the_network(trouble) or _of_the_page(trouble)


def _of_the_network(trouble: Trouble) -> _Words | None:
    match trouble:
        case "portal":
            title = translate("Guest", "Internet n'est pas encore ouvert ici.")
            why = translate("Guest", "Ce n'est pas votre faute.")
            todo = translate("Guest", "Demandez à l'accueil d'ouvrir Internet sur ce poste.")
            return _Words(title, why, "wifi-off", again=True, todo=todo)
        case "offline":
            title = translate("Guest", "Ce poste n'a pas Internet en ce moment.")
            why = translate("Guest", "Aucun site ne peut s'ouvrir. Ce n'est pas votre faute.")
            todo = translate("Guest", "Prévenez l'accueil. Réessayez dans un moment.")
            return _Words(title, why, "wifi-off", again=True, todo=todo)
        case "certificate":
            title = translate("Guest", "Cette page n'est pas sûre.")
            why = translate("Guest", "Le poste ne peut pas vérifier ce site. Il ne l'ouvre pas.")
            todo = translate("Guest", "Revenez en arrière. Si cela recommence, demandez à l'accueil.")
            return _Words(title, why, "shield", again=False, todo=todo)
        case "certificate-date":
            title = translate("Guest", "Cette page n'est pas sûre.")
            why = translate("Guest", "La date du site est fausse, ou celle du poste.")
            todo = translate("Guest", "Pour ce poste, nous sommes le %1. Si c'est faux, prévenez l'accueil.")
            today = day(datetime.now().astimezone().date(), theme.current().appearance.language)
            return _Words(title, why, "calendar-days", again=False, todo=todo.replace("%1", today))
        case _:
            return None


def _of_the_page(trouble: Trouble) -> _Words:
    match trouble:
        case "refused":
            title = translate("Guest", "Cette page n'est pas dans la démarche.")
            why = translate("Guest", "Ce poste ouvre seulement les sites de votre démarche.")
            return _Words(title, why, "map-pin-off", again=False)
        case "password-wanted":
            title = translate("Guest", "Cette page demande un mot de passe.")
            why = translate("Guest", "Ce poste ne peut pas le donner. La page ne s'ouvre pas.")
            return _Words(title, why, "lock", again=False)
        case "crashed":
            title = translate("Guest", "La page s'est arrêtée.")
            why = translate("Guest", "Ce n'est pas votre faute. Réessayez.")
            return _Words(title, why, "rotate-ccw", again=True)
        case _:
            title = translate("Guest", "Cette page ne répond pas.")
            why = translate("Guest", "Le site est peut-être en panne. Réessayez dans un moment.")
            return _Words(title, why, "wifi-off", again=True)


class Cover(QWidget):
    """`again`, `back` and `start_over`: what the person asks for."""

    again = Signal()
    back = Signal()
    start_over = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.trouble: Trouble | None = None
        self._can_go_back = False
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_trouble(self, trouble: Trouble, can_go_back: bool) -> None:
        self.trouble = trouble
        self._can_go_back = can_go_back
        self.rebuild()
        self.show()

    def clear(self) -> None:
        self.trouble = None
        self.hide()

    def rebuild(self) -> None:
        """The same words again, in the theme and language of now."""
        if self.trouble is None:
            return
        if self._content is not None:
            self._content.hide()
            self._column.removeWidget(self._content)
            self._content.deleteLater()
        words = _words(self.trouble)
        texts = [
            row(Picture(words.icon, 40), Label(words.title, 36 if not theme.current().enlarged else 28, 700), gap=20),
            Label(words.why, 22, max_width=640),
            Label(translate("Guest", "Rien n'est perdu."), 22, 600),
        ]
        if words.todo:
            texts.append(Label(words.todo, 22, max_width=640))
        look = theme.current()
        margin = look.px(CLOSE if look.enlarged else MARGIN)
        inside = Column(texts, gap=12 if look.enlarged else 20)
        # Not by an alignment: an aligned layout never gets taller than on one line, and cuts a title of two.
        inside.lines.insertStretch(0, 1)
        inside.lines.addStretch(1)
        buttons = Column(self._buttons(words), gap=16)
        buttons.setContentsMargins(margin, 0, margin, 0)
        self._content = Column([ScrolledBeside(inside, margin), buttons], gap=16 if look.enlarged else 28)
        self._content.lines.setStretch(0, 1)
        self._content.setContentsMargins(0, margin, 0, margin)
        self._column.addWidget(self._content)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().paper)

    def _buttons(self, words: _Words) -> list[Button]:
        wanted: list[tuple[str, str, SignalInstance]] = []
        if words.again:
            wanted.append((translate("Guest", "Réessayer"), "rotate-ccw", self.again))
        # In large letters it would push the words out of sight, and the arrow above the page does the same.
        if self._can_go_back and not (words.again and theme.current().enlarged):
            wanted.append((translate("Guest", "Revenir à la page d'avant"), "undo-2", self.back))
        wanted.append((translate("Guest", "Revenir au début"), "house", self.start_over))
        buttons: list[Button] = []
        for text, icon, asked in wanted:
            shown = None if theme.current().enlarged else icon
            button = Button(text, shown, "secondary" if buttons else "primary", height=68 if not buttons else 56)
            button.clicked.connect(asked)
            buttons.append(button)
        return buttons
