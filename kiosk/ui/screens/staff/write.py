"""A new procedure: its title, the address where it begins, and what will be noted, said before anything is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from kiosk.procedures.other_site import LONGEST
from kiosk.ui import theme
from kiosk.ui.i18n import QT_TRANSLATE_NOOP, isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.staff.page import StaffPage
from kiosk.ui.screens.staff.site import FAULTS
from kiosk.ui.screens.tile import Tile
from kiosk.ui.screens.written_field import WrittenField
from kiosk.ui.staff_scenes import StaffScene
from kiosk.ui.widgets import Label, Note
from kiosk.ui.writing_scenes import Resume, TellDraft, WriteScene

_LONGEST_TITLE = 100
_MOST_DRAFTS = 12

_NO_TITLE = QT_TRANSLATE_NOOP("Staff", "**Écrivez un titre.** Exemple : Demander une carte de transport")
_NOTHING = QT_TRANSLATE_NOOP("Staff", "**Aucun geste n'a été noté.** Recommencez quand vous voulez.")


class WritePage(StaffPage):
    def __init__(self, context: Context, scene: StaffScene) -> None:
        super().__init__(context, scene, translate("Staff", "Écrire une démarche"))
        assert isinstance(scene, WriteScene)
        look = theme.current()
        self.body.setSpacing(look.px(8))
        title, address = translate("Staff", "Titre de la démarche"), translate("Staff", "Adresse du début")
        hint = translate("Staff", "Demander une carte de transport")
        self._title_line = WrittenField(title, hint, _LONGEST_TITLE, "orange_line")
        self._title_line.line.setObjectName("title")
        self._title_line.line.setText(scene.title)
        self._address = WrittenField(address, "www.exemple.fr", LONGEST + 200, "orange_line", address=True)
        self._address.line.setObjectName("start")
        self._address.line.setText(scene.address)
        self._note = Note("", "info")
        self._note.setObjectName("fault")
        self.body.addWidget(Note(_what_is_noted(), "shield"))
        self.body.addWidget(Label(title, 20, 700))
        self.body.addWidget(self._title_line)
        self.body.addWidget(Label(address, 20, 700))
        self.body.addWidget(self._address)
        self.body.addWidget(self._note)
        self._add_drafts(scene)
        self.body.addStretch()
        for field in (self._title_line, self._address):
            field.line.textChanged.connect(lambda _: self._tell_typed())
        self._title_line.entered.connect(lambda: self._address.line.setFocus(Qt.FocusReason.TabFocusReason))
        self._address.entered.connect(lambda: self._tell_typed(go=True))
        begin = self._action("record", translate("Staff", "Commencer"), "arrow-right", main=True)
        begin.clicked.connect(lambda: self._tell_typed(go=True))
        self._tell(scene)

    def can_show(self, scene: StaffScene) -> bool:
        """With the same drafts below. What is typed stays typed."""
        before = self.scene
        same = isinstance(before, WriteScene) and isinstance(scene, WriteScene) and before.drafts == scene.drafts
        return same and super().can_show(scene)

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return self._title_line.line, Qt.FocusReason.OtherFocusReason

    def _tell(self, scene: StaffScene) -> None:
        assert isinstance(scene, WriteScene)
        text = _fault_words(scene)
        self._note.setVisible(bool(text))
        self._note.words.say(text)
        self._said = ""
        self._say_aloud(text)
        if scene.fault is not None:
            field = self._title_line if scene.fault == "title" else self._address
            field.line.setFocus(Qt.FocusReason.OtherFocusReason)
            # Large text leaves it below the edge.
            QTimer.singleShot(0, self, lambda: self.middle.reveal(self._note))

    def _tell_typed(self, *, go: bool = False) -> None:
        self.ask(TellDraft(self._title_line.line.text(), self._address.line.text(), go))

    def _add_drafts(self, scene: WriteScene) -> None:
        if not scene.drafts:
            return
        self.body.addWidget(Label(translate("Staff", "Ou continuez une démarche commencée :"), 20, 700))
        for name, title in scene.drafts[:_MOST_DRAFTS]:
            tile = Tile(isolate(title), "pencil", height=64)
            tile.setObjectName(f"draft_{name}")
            tile.clicked.connect(lambda _=False, name=name: self.ask(Resume(name)))
            self.body.addWidget(tile)


def _what_is_noted() -> str:
    return translate(
        "Staff",
        "**Utilisez seulement des données inventées ou une démarche d'entraînement.** "
        "Le poste garde les noms des boutons et des champs, et les adresses. Jamais ce que vous écrivez.",
    )


def _fault_words(scene: WriteScene) -> str:
    match scene.fault:
        case None:
            return ""
        case "title":
            return translate("Staff", _NO_TITLE)
        case "nothing":
            return translate("Staff", _NOTHING)
    return translate("Staff", FAULTS[scene.fault])
