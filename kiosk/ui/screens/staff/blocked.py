"""The sites that the page asked for and the post refused: each with its count, and one gesture to open the way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.procedures.other_site import shown
from kiosk.session.commands import BlockedHost
from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.staff.page import StaffPage
from kiosk.ui.staff_scenes import AllowHost, BlockedScene, ReloadPage, StaffScene
from kiosk.ui.widgets import Button, Card, Label, Picture, focus

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _Row(Card):
    """One host. Which it is never changes; how often it was asked for does."""

    def __init__(self, one: BlockedHost) -> None:
        super().__init__(padding=14)
        look = theme.current()
        self.host = one.host
        self.allow: Button | None = None
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(Picture("globe", 28), 0, _MIDDLE)
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(Label(isolate(shown(one.host)), 20, 700))
        self._count = Label("", 18, 400, "ink_2")
        words.addWidget(self._count)
        row.addLayout(words, 1)
        self._add_answer(row, one)
        self.column.addLayout(row)
        self.say(one)

    def say(self, one: BlockedHost) -> None:
        self._count.say(translate("Staff", "Demandé %n fois", None, one.count))

    def _add_answer(self, row: QHBoxLayout, one: BlockedHost) -> None:
        if one.tracker:
            row.addWidget(Picture("shield", 26), 0, _MIDDLE)
            row.addWidget(Label(translate("Staff", "Suivi publicitaire"), 18, 600), 0, _MIDDLE)
        elif one.allowed:
            row.addWidget(Picture("circle-check", 26, "green"), 0, _MIDDLE)
            row.addWidget(Label(translate("Staff", "Autorisé"), 18, 600, "green_deep"), 0, _MIDDLE)
        else:
            self.allow = Button(translate("Staff", "Autoriser"), "check", size=20, height=56)
            self.allow.setObjectName("allow")
            self.allow.setAccessibleDescription(shown(one.host))
            row.addWidget(self.allow, 0, _MIDDLE)


class BlockedPage(StaffPage):
    leaves = True

    def __init__(self, context: Context, scene: StaffScene) -> None:
        super().__init__(context, scene, translate("Staff", "Sites bloqués"))
        look = theme.current()
        self._rows: list[_Row] = []
        self._shape: list[tuple[str, bool, bool]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(10))
        self._lead = Label("", 20)
        self.body.addWidget(self._lead)
        self.body.addSpacing(look.px(12))
        self.body.addLayout(self._list)
        self.body.addStretch()
        self._reload = self._action("reload", translate("Staff", "Recharger la page"), "rotate-cw")
        self._reload.setAccessibleDescription(translate("Staff", "Ce qui est écrit dans la page sera perdu."))
        self._reload.clicked.connect(lambda: self.ask(ReloadPage()))
        self._tell(scene)

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        first = next((row.allow for row in self._rows if row.allow is not None), None)
        return (first, Qt.FocusReason.OtherFocusReason) if first is not None else None

    def _tell(self, scene: StaffScene) -> None:
        assert isinstance(scene, BlockedScene)
        self._reload.setVisible(any(one.allowed for one in scene.hosts))
        self._lead.say(self._lead_words(scene))
        shape = [(one.host, one.tracker, one.allowed) for one in scene.hosts]
        if shape == self._shape:
            for row, one in zip(self._rows, scene.hosts, strict=True):
                row.say(one)
            return
        self._shape = shape
        self._fill(scene)

    def _fill(self, scene: BlockedScene) -> None:
        held = self.focusWidget()
        had_keyboard = held is not None and any(row.isAncestorOf(held) for row in self._rows)
        for row in self._rows:
            row.hide()
            self._list.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        self._rows = []
        for one in scene.hosts:
            row = _Row(one)
            if row.allow is not None:
                row.allow.clicked.connect(lambda _=False, host=one.host: self.ask(AllowHost(host)))
            self._list.addWidget(row)
            self._rows.append(row)
        if self.isVisible():
            self.order_keyboard()
        if had_keyboard:
            start = self.first_focus() or (self._reload, Qt.FocusReason.OtherFocusReason)
            focus.give(*start)

    @staticmethod
    def _lead_words(scene: BlockedScene) -> str:
        if not scene.hosts:
            return translate("Staff", "La page n'a demandé aucun autre site.")
        if any(one.allowed for one in scene.hosts):
            return translate(
                "Staff", "C'est autorisé pour cette fois. Rechargez la page : ce qui y est écrit sera perdu."
            )
        return translate("Staff", "La page a demandé ces sites. Autorisez seulement ceux que vous connaissez.")
