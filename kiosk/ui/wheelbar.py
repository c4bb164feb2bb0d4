"""The mediator's bar, under the top bar: who drives, and how the mediator takes the wheel, shares it or gives it back.

Only the mediator's mouse reaches it, and the keyboard never: theirs are the mode keys, written on the buttons. It has
one height in every mode, so that the page never moves under a hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.control.people import Action, Mode
from kiosk.ui import theme
from kiosk.ui.announcing import announce
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.sentence import Sentence
from kiosk.ui.widgets import Button, Picture
from kiosk.ui.widgets.button import Kind
from kiosk.ui.widgets.paragraph import Paragraph, plain
from kiosk.ui.window import ShellWindow

Scene = Literal["user", "mediator", "both", "brake", "secret"]

# A longer name ("Arrêt défil") takes the sentence's room in letters that are not the smallest.
_SHORT_KEY = 5


@dataclass(frozen=True)
class _Style:
    ground: str
    line: str
    icon: str | None


_STYLES: dict[Scene, _Style] = {
    "user": _Style("orange_tint", "orange_line", None),
    "mediator": _Style("orange", "orange_line", "mouse-pointer-2"),
    "both": _Style("orange_tint", "orange_line", "seats"),
    "brake": _Style("surface", "ink", "circle-pause"),
    "secret": _Style("surface", "ink", "eye-off"),
}


def scene_of(mode: Mode, secret: bool) -> Scene:
    """A brake stays a brake, whatever has the keyboard."""
    if secret and mode is not Mode.BRAKE:
        return "secret"
    scenes: dict[Mode, Scene] = {
        Mode.USER: "user",
        Mode.MEDIATOR: "mediator",
        Mode.BOTH: "both",
        Mode.BRAKE: "brake",
    }
    return scenes[mode]


def _scene_words(scene: Scene) -> tuple[str, str]:
    """What the bar says of who drives: whole, and as short as it can be."""
    match scene:
        case "user":
            short = translate("WheelBar", "Montrez avec votre souris.")
            return translate("WheelBar", "Montrez avec votre souris. Un clic laisse une marque."), short
        case "mediator":
            short = _bold(translate("WheelBar", "Le médiateur conduit."))
            # `pyside6-lupdate` reads nothing inside an f-string.
            rest = translate("WheelBar", "Votre souris ne change rien sur la page.")
            return f"{short} {rest}", short
        case "both":
            short = _bold(translate("WheelBar", "Vous conduisez ensemble."))
            return short, short
        case "brake":
            short = _bold(translate("WheelBar", "Pause."))
            rest = translate("WheelBar", "Choisissez qui conduit.")
            return f"{short} {rest}", short
        case "secret":
            short = _bold(translate("WheelBar", "C'est secret"))
            return _bold(translate("WheelBar", "C'est secret : le médiateur regarde ailleurs")), short


def _bold(text: str) -> str:
    return f"**{text}**"


class _WheelButton(Button):
    """Never has the keyboard. Its key's name stands after the words, smaller than they are heavy."""

    def __init__(
        self, text: str, key: str, icon: str | None, kind: Kind, *, size: float = 20, height: int = 52
    ) -> None:
        look = theme.current()
        super().__init__(text, None if look.enlarged else icon, kind, size=size, height=height)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if key:
            self.setAccessibleDescription(translate("WheelBar", "Touche %1").replace("%1", key))
        if key and not look.enlarged and (look.appearance.text_percent == 100 or len(key) <= _SHORT_KEY):
            self._words = Paragraph(f"**{text}**  {isolate(key)}", size, 400, "centre")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first press changed the bar: the second was not meant for what has come under the pointer since.
        event.accept()


class WheelBar(ShellWindow):
    """`asked` carries one of `people.Action`."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("WheelBar")
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._mode = Mode.USER
        self._scene: Scene = "user"
        self._keys: dict[Action, str] = {}
        self._remind_after = 0
        self._notice: str | None = None
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def set_keys(self, keys: dict[Action, str]) -> None:
        """What is written on the mode keys."""
        self._keys = dict(keys)
        self.build()

    def show_drive(self, mode: Mode, secret: bool, remind_after: int) -> None:
        """`remind_after`: seconds that the mediator has driven, once that is long; 0 before."""
        scene = scene_of(mode, secret)
        if (mode, scene, remind_after) == (self._mode, self._scene, self._remind_after):
            return
        if mode is not self._mode or (remind_after and remind_after != self._remind_after):
            self._notice = None
        turned = scene != self._scene
        self._mode, self._scene, self._remind_after = mode, scene, remind_after
        self.build()
        if turned and self.isVisible():
            announce(self, plain(_scene_words(scene)[0]))

    def notice(self, text: str) -> None:
        """Said in place of the sentence, until something else is to be said."""
        self._notice = text
        self.build()
        if self.isVisible():
            announce(self, text)

    def build(self) -> None:
        """Build the bar for the theme in force."""
        if self._content is not None:
            self._content.hide()
            self._content.setParent(None)
            self._content.deleteLater()
        self.setAccessibleName(translate("WheelBar", "Barre du médiateur"))
        self._content = QWidget()
        self._fill(QHBoxLayout(self._content))
        self._column.addWidget(self._content)
        self._content.show()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        announce(self, plain(_scene_words(self._scene)[0]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        style = _STYLES[self._scene]
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.colour(style.ground))
        line = look.px(2)
        painter.fillRect(0, self.height() - line, self.width(), line, look.colour(style.line))

    def _fill(self, row: QHBoxLayout) -> None:
        look = theme.current()
        row.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(6))
        row.setSpacing(look.px(12))
        middle = Qt.AlignmentFlag.AlignVCenter
        icon = _STYLES[self._scene].icon
        # In large letters the buttons need its room; a secret field has no buttons.
        if icon is not None and (not look.enlarged or self._scene == "secret"):
            row.addWidget(Picture(icon, 28), 0, middle)
        buttons = self._buttons()
        text, short = self._sentence()
        sentence = Sentence(text, short)
        sentence.setObjectName("sentence")
        if self._scene == "user":
            for button in buttons:
                row.addWidget(button, 0, middle)
            row.addSpacing(look.px(8))
            row.addWidget(sentence, 1)
            return
        row.addWidget(sentence, 1)
        for button in buttons:
            row.addWidget(button, 0, middle)

    def _buttons(self) -> list[_WheelButton]:
        match self._scene:
            case "user":
                return [self._take(), self._both(), self._brake()]
            case "mediator" | "both":
                return [self._brake(), self._give(translate("WheelBar", "Rendre la main"), "undo-2")]
            case "brake":
                return [self._take(), self._give(translate("WheelBar", "L'usager conduit"), "seat")]
        return []

    def _take(self) -> _WheelButton:
        return self._button(Action.TAKE, translate("WheelBar", "Prendre la main"), "hand", "mediator")

    def _both(self) -> _WheelButton:
        return self._button(Action.BOTH, translate("WheelBar", "Ensemble"), "seats")

    def _brake(self) -> _WheelButton:
        return self._button(Action.BRAKE, translate("WheelBar", "Frein"), "circle-pause")

    def _give(self, text: str, icon: str) -> _WheelButton:
        return self._button(Action.GIVE, text, icon, "primary", size=22, height=60)

    def _button(
        self, action: Action, text: str, icon: str, kind: Kind = "secondary", *, size: float = 20, height: int = 52
    ) -> _WheelButton:
        button = _WheelButton(text, self._keys.get(action, ""), icon, kind, size=size, height=height)
        button.setObjectName(action.value)
        button.clicked.connect(lambda: self.asked.emit(action.value))
        return button

    def _sentence(self) -> tuple[str, str]:
        """Whole, and as short as it can be."""
        if self._scene == "secret":
            return _scene_words("secret")
        if self._notice is not None:
            return self._notice, self._notice
        if self._remind_after > 0:
            minutes = max(1, self._remind_after // 60)
            return (
                translate(
                    "WheelBar", "Le médiateur conduit depuis %n minute(s). Pensez à rendre la main.", None, minutes
                ),
                translate("WheelBar", "Depuis %n minute(s). Pensez à rendre la main.", None, minutes),
            )
        return _scene_words(self._scene)
