"""A mediator's PIN: ten large keys or the keyboard, dots only, orange because it is theirs.

The digits live in this page alone, and are gone once they were told.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.documents.desk.scenes import PinScene, Scene
from kiosk.documents.desk.wishes import Pin
from kiosk.staff.pins import LONGEST
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk.page import DeskPage
from kiosk.ui.widgets import Button, Card, Label, Note, Picture, painting

_DOT = 20


class _Dots(QWidget):
    """How many digits there are, never which."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(translate("Desk", "%n chiffre(s)", None, count))
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(280), look.px(56))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        field = QRectF(self.rect())
        radius = look.px(painting.RADIUS_FIELD)
        painting.rounded(painter, field, radius, look.surface, border=look.line_strong, border_width=look.px(2))
        gap = min(look.px(_DOT + 12), (field.width() - look.px(24)) / max(1, self._count))
        side = min(look.px(_DOT), gap * 0.7)
        left = field.center().x() - gap * self._count / 2
        for place in range(self._count):
            x = left + place * gap + (gap - side) / 2
            painting.rounded(painter, QRectF(x, field.center().y() - side / 2, side, side), side / 2, look.ink)


class PinPage(DeskPage):
    within_another = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        self._digits = ""
        self._open = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Desk", "Médiateur, tapez votre code."))
        row = QHBoxLayout()
        row.setSpacing(look.px(48 if not look.enlarged else 24))
        row.addStretch(1)
        row.addLayout(self._saying(), 4)
        row.addWidget(self._pad(), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.body.addLayout(row, 1)
        self._confirm = Button(translate("Desk", "Valider"), "check", "mediator", size=22, height=64)
        self._confirm.setObjectName("confirm")
        self._confirm.clicked.connect(self._told)
        self.desk_footer.add(self._confirm)

    def _saying(self) -> QVBoxLayout:
        look = theme.current()
        column = QVBoxLayout()
        column.setSpacing(look.px(16))
        column.addStretch(1)
        if not look.enlarged:
            column.addWidget(Picture("seat", 72, "ink", plate=112, plate_colour="orange"))
        column.addWidget(Label(translate("Desk", "Médiateur, tapez votre code."), 46, 700))
        column.addWidget(Label(translate("Desk", "Usager : regardez ailleurs un instant."), 22))
        self._note = Note("", "clock")
        self._note.setObjectName("pin_note")
        self._note.hide()
        column.addWidget(self._note)
        column.addStretch(1)
        return column

    def _pad(self) -> Card:
        look = theme.current()
        card = Card(border="orange_line", padding=20)
        # Digits are laid out as on every keypad, in Arabic too.
        card.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._dots = _Dots()
        card.column.addWidget(self._dots)
        card.column.addSpacing(look.px(6))
        grid = QGridLayout()
        grid.setSpacing(look.px(12))
        for place, digit in enumerate("123456789"):
            grid.addWidget(self._key(digit), place // 3, place % 3)
        grid.addWidget(self._key("0"), 3, 1)
        erase = Button(translate("Desk", "Effacer"), "delete", icon_only=True, height=68)
        erase.setObjectName("erase_digit")
        erase.clicked.connect(self._erase)
        grid.addWidget(erase, 3, 2)
        card.column.addLayout(grid)
        return card

    def _key(self, digit: str) -> Button:
        key = Button(digit, size=28, height=68)
        key.setObjectName(f"digit_{digit}")
        key.setMinimumWidth(theme.current().px(84))
        key.clicked.connect(lambda: self._type(digit))
        return key

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return self, Qt.FocusReason.OtherFocusReason

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.text() in tuple("0123456789"):
            self._type(event.text())
        elif key == Qt.Key.Key_Backspace:
            self._erase()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._told()
        else:
            super().keyPressEvent(event)

    def _tell(self, scene: Scene) -> None:
        assert isinstance(scene, PinScene)
        self._open = not scene.locked and scene.wait_seconds <= 0
        text = ""
        if scene.locked:
            text = translate("Desk", "**Trop d'essais.** Ce code est fermé. Demandez à votre responsable.")
        elif scene.wait_seconds > 0:
            wait = translate("Desk", "Attendez %n seconde(s).", None, scene.wait_seconds)
            wrong = translate("Desk", "**Ce n'est pas ce code.**")
            text = f"{wrong} {wait}"
        elif scene.wrong:
            text = translate("Desk", "**Ce n'est pas ce code.** Essayez encore.")
        self._note.setVisible(bool(text))
        self._note.words.say(text)
        if not self._open:
            self._clear()
        # Seconds that go by are not worth saying each.
        self._say_aloud("" if scene.wait_seconds else self._note.words.text())

    def forget(self) -> None:
        super().forget()
        self._clear()

    def _type(self, digit: str) -> None:
        if self._open and len(self._digits) < LONGEST:
            self._digits += digit
            self._dots.show_count(len(self._digits))

    def _erase(self) -> None:
        self._digits = self._digits[:-1]
        self._dots.show_count(len(self._digits))

    def _told(self) -> None:
        digits = self._digits
        self._clear()
        if digits and self._open:
            self._ask(Pin(digits))

    def _clear(self) -> None:
        self._digits = ""
        self._dots.show_count(0)
