"""Which step is to be mended, and what it points at once somebody has shown the right place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.staff.page import StaffPage
from kiosk.ui.screens.tile import Tile
from kiosk.ui.staff_scenes import Enter, StaffScene
from kiosk.ui.widgets import Card, Label, Note
from kiosk.ui.writing_scenes import Repair, RepairedScene, RepairRow, RepairScene, TryIt


class RepairPage(StaffPage):
    def __init__(self, context: Context, scene: StaffScene) -> None:
        super().__init__(context, scene, translate("Staff", "Réparer une démarche"))
        assert isinstance(scene, RepairScene)
        look = theme.current()
        self.body.setSpacing(look.px(10))
        self._tiles: list[Tile] = []
        if scene.of:
            self.body.addWidget(Label(isolate(scene.of), 24, 700))
        self.body.addWidget(Label(self._lead(scene), 20))
        for row in scene.rows:
            tile = self._row(row)
            self.body.addWidget(tile)
            self._tiles.append(tile)
        self.body.addStretch()

    def can_show(self, scene: StaffScene) -> bool:
        """The list of all, or the steps of one."""
        return self.scene == scene

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return (self._tiles[0], Qt.FocusReason.OtherFocusReason) if self._tiles else None

    def _row(self, row: RepairRow) -> Tile:
        detail = isolate(row.detail) if row.detail else ""
        if row.count:
            detail = translate("Staff", "%1 (pas trouvée %n fois)", None, row.count).replace("%1", detail)
        tile = Tile(isolate(row.title), "wrench" if row.count else "file-text", detail=detail or None, height=72)
        tile.setObjectName(f"repair_{row.procedure}_{row.step}")
        tile.clicked.connect(lambda: self.ask(Repair(row.procedure, row.step)))
        return tile

    @staticmethod
    def _lead(scene: RepairScene) -> str:
        if scene.of:
            return translate("Staff", "Quelle étape n'est plus au bon endroit ? Vous la montrerez sur la page.")
        if any(row.count for row in scene.rows):
            return translate("Staff", "D'abord les étapes que le guide ne trouve plus. Puis toutes les démarches.")
        return translate("Staff", "Aucune étape ne manque. Choisissez une démarche à revoir.")

    def _tell(self, scene: StaffScene) -> None:
        """Another list is another page."""


class RepairedPage(StaffPage):
    def __init__(self, context: Context, scene: StaffScene) -> None:
        super().__init__(context, scene, translate("Staff", "Réparer une démarche"))
        assert isinstance(scene, RepairedScene)
        look = theme.current()
        self.body.setSpacing(look.px(14))
        self.body.addWidget(Label(isolate(scene.sentence), 28, 700))
        if scene.after:
            card = Card(padding=24)
            card.column.setSpacing(look.px(8))
            before = isolate(f"« {scene.before} »") if scene.before else "–"
            after = isolate(f"« {scene.after} »")
            card.column.addWidget(Label(translate("Staff", "Avant : %1").replace("%1", before), 22))
            new = Label(translate("Staff", "Maintenant : %1").replace("%1", after), 22, 700)
            new.setObjectName("after")
            card.column.addWidget(new)
            self.body.addWidget(card)
            self.body.addWidget(Label(translate("Staff", "L'ancien nom reste aussi, au cas où il revient."), 20))
            trial = self._action("try", translate("Staff", "Essayer maintenant"), "check", main=True)
            trial.clicked.connect(lambda: self.ask(TryIt()))
        else:
            nothing = translate("Staff", "**Rien n'a été montré.** Le dernier geste n'a pas de nom sur la page.")
            self.body.addWidget(Note(nothing, "info"))
            again = self._action("again", translate("Staff", "Recommencer"), "rotate-cw", main=True)
            again.clicked.connect(lambda: self.ask(Enter("repair")))
        self.body.addStretch()

    def can_show(self, scene: StaffScene) -> bool:
        return self.scene == scene

    def _tell(self, scene: StaffScene) -> None:
        """It never changes."""
