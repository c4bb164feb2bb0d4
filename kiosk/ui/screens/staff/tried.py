"""After a trial: did it all work, which sites does it need, where does it belong, and where it is kept."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kiosk.procedures.model import Theme
from kiosk.procedures.other_site import shown
from kiosk.ui import theme, words
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.staff.page import StaffPage
from kiosk.ui.screens.tile import Tile
from kiosk.ui.staff_scenes import StaffScene
from kiosk.ui.widgets import Button, Card, Label, Picture
from kiosk.ui.writing_scenes import (
    AddHost,
    AnswerTried,
    ChooseTheme,
    GoOn,
    HostsScene,
    KeptScene,
    TriedScene,
    TryIt,
)

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TriedPage(StaffPage):
    def __init__(self, context: Context, scene: StaffScene) -> None:
        super().__init__(context, scene, translate("Staff", "Est-ce que tout a marché ?"))
        assert isinstance(scene, TriedScene)
        look = theme.current()
        self.body.setSpacing(look.px(14))
        self._tiles: list[Tile] = []
        self.body.addWidget(Label(isolate(scene.title), 28, 700))
        self.body.addWidget(Label(translate("Staff", "Le guide a-t-il montré chaque étape au bon endroit ?"), 22))
        for name, text, icon, worked in (
            ("worked", translate("Staff", "Oui, tout a marché"), "circle-check", True),
            ("failed", translate("Staff", "Non, je corrige"), "pencil", False),
        ):
            tile = Tile(text, icon, icon_size=40, height=96, size=24)
            tile.setObjectName(name)
            tile.clicked.connect(lambda _=False, worked=worked: self.ask(AnswerTried(worked)))
            self.body.addWidget(tile)
            self._tiles.append(tile)
        again = self._action("try", translate("Staff", "Réessayer"), "rotate-cw")
        again.clicked.connect(lambda: self.ask(TryIt()))
        self.body.addStretch()

    def can_show(self, scene: StaffScene) -> bool:
        return self.scene == scene

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return self._tiles[0], Qt.FocusReason.OtherFocusReason

    def _tell(self, scene: StaffScene) -> None:
        """It never changes."""


class HostsPage(StaffPage):
    """The sites that were opened by hand on the way."""

    def __init__(self, context: Context, scene: StaffScene) -> None:
        super().__init__(context, scene, translate("Staff", "Sites à ajouter"))
        assert isinstance(scene, HostsScene)
        look = theme.current()
        self.body.setSpacing(look.px(10))
        lead = translate("Staff", "Vous avez autorisé ces sites. La démarche en a-t-elle besoin ?")
        self.body.addWidget(Label(lead, 22))
        self._rows: dict[str, tuple[Button, QWidget]] = {}
        for host, _ in scene.hosts:
            self.body.addWidget(self._row(host))
        self.body.addStretch()
        self._action("go_on", translate("Staff", "Continuer"), "arrow-right", main=True).clicked.connect(
            lambda: self.ask(GoOn())
        )
        self._tell(scene)

    def _tell(self, scene: StaffScene) -> None:
        assert isinstance(scene, HostsScene)
        for host, added in scene.hosts:
            add, done = self._rows[host]
            add.setVisible(not added)
            done.setVisible(added)

    def _row(self, host: str) -> QWidget:
        look = theme.current()
        card = Card(padding=14)
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(Picture("globe", 28), 0, _MIDDLE)
        row.addWidget(Label(isolate(shown(host)), 20, 700), 1)
        add = Button(translate("Staff", "Ajouter"), "check", size=20, height=56)
        add.setObjectName("add_host")
        add.setAccessibleDescription(shown(host))
        add.clicked.connect(lambda: self.ask(AddHost(host)))
        done = QWidget()
        said = QHBoxLayout(done)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(look.px(16))
        said.addWidget(Picture("circle-check", 26, "green"), 0, _MIDDLE)
        said.addWidget(Label(translate("Staff", "Ajouté"), 18, 600, "green_deep"), 0, _MIDDLE)
        row.addWidget(add, 0, _MIDDLE)
        row.addWidget(done, 0, _MIDDLE)
        card.column.addLayout(row)
        self._rows[host] = (add, done)
        return card


class ThemePage(StaffPage):
    """Where the procedure is found on the home screen."""

    def __init__(self, context: Context, scene: StaffScene) -> None:
        super().__init__(context, scene, translate("Staff", "Où ranger cette démarche ?"))
        look = theme.current()
        grid = QGridLayout()
        grid.setSpacing(look.px(12))
        columns = 1 if look.enlarged else 3
        for place, key in enumerate(get_args(Theme)):
            tile = Tile(words.theme_name(key), words.theme_icon(key), height=72)
            tile.setObjectName(f"theme_{key}")
            tile.clicked.connect(lambda _=False, key=key: self.ask(ChooseTheme(key)))
            grid.addWidget(tile, place // columns, place % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addStretch()

    def _tell(self, scene: StaffScene) -> None:
        """It never changes."""


class KeptPage(StaffPage):
    def __init__(self, context: Context, scene: StaffScene) -> None:
        assert isinstance(scene, KeptScene)
        saved, not_saved = translate("Staff", "C'est enregistré."), translate("Staff", "Ce n'est pas enregistré.")
        super().__init__(context, scene, saved if scene.kept else not_saved)
        look = theme.current()
        self.body.setSpacing(look.px(14))
        self.body.addWidget(Label(isolate(scene.title), 28, 700))
        sentences: tuple[str, ...]
        if scene.kept:
            sentences = (
                translate("Staff", "La démarche est dans la liste. Tout le monde peut la suivre."),
                translate("Staff", "Pour la partager, l'informatique copie son fichier."),
            )
        else:
            sentences = (
                translate("Staff", "Le poste ne peut pas écrire dans le dossier des démarches."),
                translate("Staff", "Rien n'est perdu : la démarche reste dans « Écrire une démarche »."),
                translate("Staff", "Appelez l'informatique. Elle tape : sudo kiosk doctor"),
            )
        for sentence in sentences:
            self.body.addWidget(Label(sentence, 22))
        self.body.addStretch()

    def can_show(self, scene: StaffScene) -> bool:
        return self.scene == scene

    def _tell(self, scene: StaffScene) -> None:
        """It never changes."""
