"""Nobody has touched anything for a while: are you still there? The page behind is not readable by who passes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.announcing import announce
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets import Button, Card, Label, painting

_MODAL = 860
_VEIL = 0.8
_SPOKEN_SECONDS = (90, 60, 45, 30, 20, 10, 5)
_MINUTE = 60


class _TimeBar(QProgressBar):
    """The time left, as a length."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Warning", "Temps qui reste"))

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(520), look.px(14))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        painting.rounded(painter, rect, radius, look.paper_2, border=look.line, border_width=look.px(1))
        share = self.value() / max(1, self.maximum())
        width = max(rect.height(), rect.width() * share)
        x = rect.width() - width if self.isRightToLeft() else 0
        painting.rounded(painter, QRectF(x, 0, width, rect.height()), radius, look.ink)


def warning_said() -> str:
    """The question, for who does not look at the screen."""
    return translate(
        "Warning", "Êtes-vous toujours là ? Sans réponse, tout sera effacé. Pour rester, appuyez sur le bouton."
    )


class WarningPage(Page):
    """`answered_by_reading()`: the notice « Vos données » was asked for, so somebody is there."""

    extend_asked = Signal()
    answered_by_reading = Signal()
    erase_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        self._said = 0
        self.assemble(None, None)
        card = Card(border=None, radius=painting.RADIUS_MODAL, padding=40)
        card.setFixedWidth(min(look.px(_MODAL + (120 if look.enlarged else 0)), look.width - look.px(48)))
        centre = Qt.AlignmentFlag.AlignHCenter
        column = card.column
        column.setSpacing(look.px(6))
        column.addWidget(Label(translate("Warning", "Êtes-vous toujours là ?"), 46, 700, align="centre"))
        column.addWidget(Label(translate("Warning", "Sans réponse, tout sera effacé."), 22, align="centre"))
        column.addSpacing(look.px(8))
        self._digits = Label("", 88, 700, align="centre")
        column.addWidget(self._digits)
        self._unit = Label("", 20, 400, "ink_2", align="centre")
        column.addWidget(self._unit)
        column.addSpacing(look.px(12))
        self._bar = _TimeBar()
        column.addWidget(self._bar, 0, centre)
        column.addSpacing(look.px(24))
        self.here = Button(
            translate("Warning", "Je suis toujours là"), "hand", "primary", size=36, height=132, icon_size=52
        )
        self.here.setObjectName("extend")
        self.here.clicked.connect(self.extend_asked)
        column.addWidget(self.here)
        column.addSpacing(look.px(18))
        leave = Button(translate("Warning", "J'ai fini. Tout effacer."), "eraser")
        leave.setObjectName("erase")
        leave.clicked.connect(self.erase_asked)
        # As in the header: large letters leave room for its picture alone.
        notice = Button(
            translate("Header", "Vos données"), "info", "quiet", icon_only=look.appearance.text_percent > 100
        )
        notice.setObjectName("notice")
        notice.clicked.connect(self.answered_by_reading)
        others = QHBoxLayout()
        others.setSpacing(look.px(12))
        others.addStretch()
        others.addWidget(leave)
        others.addWidget(notice)
        others.addStretch()
        column.addLayout(others)
        self.body.addStretch()
        self.body.addWidget(card, 0, centre)
        self.body.addStretch()

    def tick(self, seconds_left: int, seconds_total: int) -> None:
        minutes, seconds = divmod(seconds_left, _MINUTE)
        if minutes and seconds_left != _MINUTE:
            self._digits.say(
                translate("Warning", "{minutes} min {seconds}").format(minutes=minutes, seconds=f"{seconds:02}")
            )
            self._unit.say(translate("Warning", "Temps qui reste"))
        else:
            self._digits.say(str(seconds_left))
            self._unit.say(translate("Warning", "seconde(s)", None, seconds_left))
        self._bar.setMaximum(max(1, seconds_total))
        self._bar.setValue(seconds_left)
        if seconds_left in _SPOKEN_SECONDS and seconds_left != self._said:
            self._said = seconds_left
            announce(self, translate("Warning", "Encore %n seconde(s)", None, seconds_left))

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return self.here, Qt.FocusReason.TabFocusReason

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        QPainter(self).fillRect(self.rect(), _over(look.ink, look.paper))


def _over(veil: QColor, ground: QColor) -> QColor:
    """The veil as a flat, opaque colour."""

    def mixed(above: int, below: int) -> int:
        return round(_VEIL * above + (1 - _VEIL) * below)

    return QColor(
        mixed(veil.red(), ground.red()), mixed(veil.green(), ground.green()), mixed(veil.blue(), ground.blue())
    )
