"""The panel after "Je suis perdu": where the person is, what is done, and the one thing to do now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.guest.layout import row
from kiosk.guest.panel import parts, trouble
from kiosk.guest.panel.scene import Scene
from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.widgets import Button, Card, Label, icon_pixmap, painting

STEPS_SHOWN = 3


def build(scene: Scene, choose: parts.Choose) -> parts.View:
    here = translate("Guest", "Vous êtes ici : étape {number} sur {total}").format(
        number=scene.number, total=scene.total
    )
    what = scene.step.do.get(scene.language)
    if scene.pointed:
        frame = translate("Guest", "Regardez le cadre jaune.")
        what = f"{frame} {what}"
    tight = theme.current().enlarged and scene.driving.paired and not scene.page.elsewhere
    crowded = theme.current().enlarged or scene.page.elsewhere or scene.driving.paired
    shown = [
        parts.title(translate("Guest", "Ce n'est pas grave."), "life-buoy"),
        Label(here, 20, 600),
        *([] if tight else _site(scene)),
        *([] if crowded else [_steps_around(scene)]),
        Label(translate("Guest", "À faire maintenant"), 20, 700),
        Label(what),
    ]
    buttons = [
        _understood(scene, choose),
        parts.secondary(translate("Guest", "Recommencer l'étape"), "restart", choose, icon="rotate-ccw"),
        *parts.call_mediator(scene, choose),
    ]
    extras: list[QWidget] = [_steps_around(scene)] if crowded else []
    return parts.View(shown, buttons, [*extras, trouble.site_down(choose)])


def _understood(scene: Scene, choose: parts.Choose) -> Button:
    if scene.page.elsewhere:
        return trouble.go_back(choose)
    seen = translate("Guest", "Je vois le cadre jaune") if scene.pointed else translate("Guest", "J'ai compris")
    return parts.primary(seen, "check", "close-where", choose)


def _site(scene: Scene) -> list[QWidget]:
    """Which site, and whether it is the guide's."""
    if not scene.page.host:
        return []
    on = translate("Guest", "Site : **{host}**").format(host=isolate(scene.page.host))
    if not scene.page.elsewhere:
        return [Label(on)]
    return [Label(on), Label(translate("Guest", "Ce n'est pas la page du guide. Revenez à la bonne page."))]


def _steps_around(scene: Scene) -> Card:
    card = parts.flat_card(padding=14)
    first = max(1, min(scene.number - 1, scene.total - STEPS_SHOWN + 1))
    for number in range(first, min(first + STEPS_SHOWN, scene.total + 1)):
        step = scene.steps[number - 1]
        here = number == scene.number
        words = (step.short or step.do).get(scene.language)
        later = number > scene.number and number not in scene.done
        label = Label(words, 20, 600 if here else 400, "ink_2" if later else "ink")
        card.column.addWidget(row(StepMark(number, number in scene.done, here), label))
    return card


class StepMark(QWidget):
    """A disc before a step: ticked when done, numbered when present, empty when to come."""

    def __init__(self, number: int, done: bool, here: bool) -> None:
        super().__init__()
        self._number, self._done, self._here = number, done, here
        self.setFixedSize(self.sizeHint())
        todo = translate("Guest", "maintenant") if here else translate("Guest", "plus tard")
        self.setAccessibleName(translate("Guest", "fait") if done else todo)

    def sizeHint(self) -> QSize:
        side = theme.current().icon(30)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._here:
            painting.rounded(painter, disc, disc.width() / 2, look.blue)
            painter.setPen(look.surface)
            painter.setFont(look.font(18, 700))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        elif self._done:
            painting.rounded(painter, disc, disc.width() / 2, look.green)
            tick = icon_pixmap("check", round(disc.width() * 0.62), look.surface)
            side = tick.width() / tick.devicePixelRatio()
            painter.drawPixmap(
                QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side).topLeft(), tick
            )
        else:
            painting.rounded(painter, disc, disc.width() / 2, None, border=look.line_strong, border_width=look.px(3))
