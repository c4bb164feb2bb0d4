"""The keys on which a mediator types their PIN: ten large ones, dots only, orange because it is theirs.

The digits live here alone, and are gone once they were told.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kiosk.staff.pins import LONGEST
from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, Card, painting

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


class PinPad(Card):
    """`told(str)`: the digits, once they are confirmed."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__(border="orange_line", padding=20)
        look = theme.current()
        self._digits = ""
        self._open = True
        # Digits are laid out as on every keypad, in Arabic too.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._dots = _Dots()
        self.column.addWidget(self._dots)
        self.column.addSpacing(look.px(6))
        grid = QGridLayout()
        grid.setSpacing(look.px(12))
        for place, digit in enumerate("123456789"):
            grid.addWidget(self._key(digit), place // 3, place % 3)
        grid.addWidget(self._key("0"), 3, 1)
        erase = Button(translate("Desk", "Effacer"), "delete", icon_only=True, height=68)
        erase.setObjectName("erase_digit")
        erase.clicked.connect(self._erase)
        grid.addWidget(erase, 3, 2)
        self.column.addLayout(grid)

    def set_open(self, on: bool) -> None:
        """While closed nothing can be typed, and nothing stays of what was."""
        self._open = on
        if not on:
            self.clear()

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the key was one of this pad's."""
        key = event.key()
        if event.text() in tuple("0123456789"):
            self._type(event.text())
        elif key == Qt.Key.Key_Backspace:
            self._erase()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
        else:
            return False
        return True

    def confirm(self) -> None:
        digits = self._digits
        self.clear()
        if digits and self._open:
            self.told.emit(digits)

    def clear(self) -> None:
        self._digits = ""
        self._dots.show_count(0)

    def _key(self, digit: str) -> Button:
        key = Button(digit, size=28, height=68)
        key.setObjectName(f"digit_{digit}")
        key.setMinimumWidth(theme.current().px(84))
        key.clicked.connect(lambda: self._type(digit))
        return key

    def _type(self, digit: str) -> None:
        if self._open and len(self._digits) < LONGEST:
            self._digits += digit
            self._dots.show_count(len(self._digits))

    def _erase(self) -> None:
        self._digits = self._digits[:-1]
        self._dots.show_count(len(self._digits))


def refusal(*, wrong: bool, wait_seconds: int, locked: bool) -> str:
    """What is said of a PIN that was not right, or not heard; empty when all is well."""
    if locked:
        return translate("Desk", "**Trop d'essais.** Ce code est fermé. Demandez à votre responsable.")
    if wait_seconds > 0:
        wait = translate("Desk", "Attendez %n seconde(s).", None, wait_seconds)
        sentence = translate("Desk", "**Ce n'est pas ce code.**")
        return f"{sentence} {wait}"
    return translate("Desk", "**Ce n'est pas ce code.** Réessayez.") if wrong else ""
