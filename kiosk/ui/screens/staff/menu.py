"""The menu of the staff area: one tile for each room. A room more is a line more in `ENTRIES`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.staff.page import StaffPage
from kiosk.ui.screens.tile import Tile
from kiosk.ui.staff_scenes import Enter, MenuScene, StaffScene


@dataclass(frozen=True)
class Entry:
    """`words`: the tile's title and what it is for, in the language in force."""

    room: str
    icon: str
    words: Callable[[], tuple[str, str]]


ENTRIES = (
    Entry(
        "site",
        "globe",
        lambda: (
            translate("Staff", "Ouvrir un autre site"),
            translate("Staff", "Pour une démarche sans guide."),
        ),
    ),
    Entry(
        "write",
        "pencil",
        lambda: (
            translate("Staff", "Écrire une démarche"),
            translate("Staff", "Vous la faites une fois. Le poste note les gestes."),
        ),
    ),
    Entry(
        "repair",
        "wrench",
        lambda: (
            translate("Staff", "Réparer une démarche"),
            translate("Staff", "Quand la page a changé."),
        ),
    ),
    Entry(
        "next",
        "list-checks",
        lambda: (
            translate("Staff", "À écrire ensuite"),
            translate("Staff", "Ce que les usagers demandent, et les guides à réparer."),
        ),
    ),
)

FOR_IT = (
    Entry(
        "health",
        "stethoscope",
        lambda: (
            translate("Staff", "Santé du poste"),
            translate("Staff", "Pour l'informatique : ce qui marche, ce qui manque."),
        ),
    ),
)


class MenuPage(StaffPage):
    leaves = True

    def __init__(self, context: Context, scene: StaffScene) -> None:
        super().__init__(context, scene, translate("Staff", "Espace médiateur"))
        assert isinstance(scene, MenuScene)
        look = theme.current()
        grid = QGridLayout()
        grid.setSpacing(look.px(14))
        columns = 1 if look.enlarged else 2
        self._tiles = []
        for place, entry in enumerate((*ENTRIES, *(FOR_IT if scene.it else ()))):
            title, detail = entry.words()
            tile = Tile(title, entry.icon, detail=detail, icon_size=40, icon_colour="orange_deep", height=108, size=24)
            tile.setObjectName(f"room_{entry.room}")
            tile.clicked.connect(lambda _=False, room=entry.room: self.ask(Enter(room)))
            grid.addWidget(tile, place // columns, place % columns)
            self._tiles.append(tile)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addStretch()

    def can_show(self, scene: StaffScene) -> bool:
        return super().can_show(scene) and scene == self.scene

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return self._tiles[0], Qt.FocusReason.OtherFocusReason

    def _tell(self, scene: StaffScene) -> None:
        """It never changes."""
