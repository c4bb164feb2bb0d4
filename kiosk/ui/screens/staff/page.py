"""A page of the staff area: an orange seat says whose it is, "Retour" locks it or leads to the menu.

Built for the first scene; the next one of the same class is shown in place. `forget` drops what was typed.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kiosk.ui import theme
from kiosk.ui.announcing import announce
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.footer import Footer
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.page import Page
from kiosk.ui.screens.settling import settle
from kiosk.ui.staff_scenes import Back, StaffScene, StaffWish
from kiosk.ui.widgets import Button, Label, Picture
from kiosk.ui.widgets.paragraph import plain

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class StaffPage(Page):
    """`wished` carries a `StaffWish`. Subclasses build in `__init__` and fill in `_tell`."""

    wished = Signal(object)

    leaves = False
    """Whether "Retour" locks the area. Elsewhere it leads to the menu."""

    def __init__(self, context: Context, scene: StaffScene, title: str) -> None:
        super().__init__(context)
        self.scene: StaffScene | None = scene
        self._said = ""
        look = theme.current()
        header = Header(context.site_name, context.visit.appearance, back=self._back_words(scene), tools=True)
        self.back_asked.connect(lambda: self.ask(Back()))
        fixed = QWidget()
        top = QHBoxLayout(fixed)
        top.setContentsMargins(look.px(40), look.px(14), look.px(40), look.px(16))
        top.setSpacing(look.px(20))
        if not look.enlarged:
            top.addWidget(Picture("seat", 40, "ink", plate=64, plate_colour="orange"), 0, _MIDDLE)
        self._title = Label(title, 46, 700)
        top.addWidget(self._title, 1)
        top.addWidget(self.middle.more, 0, Qt.AlignmentFlag.AlignBottom)
        self._foot = Footer()
        self._foot.row.addWidget(Picture("lock", 28), 0, _MIDDLE)
        locks = translate("Staff", "Cet espace se ferme tout seul après deux minutes.")
        self._foot.row.addWidget(Label(locks, 20), 1)
        self.assemble(header, self._foot, fixed=fixed)

    def can_show(self, scene: StaffScene) -> bool:
        """Whether this page is the one for such a scene, and was not left."""
        return self.scene is not None and type(scene) is type(self.scene)

    def show_scene(self, scene: StaffScene) -> None:
        """The same class of scene each time."""
        self.scene = scene
        self.setUpdatesEnabled(False)
        try:
            self._tell(scene)
            settle(self, self.middle)
        finally:
            self.setUpdatesEnabled(True)

    def ask(self, wish: StaffWish) -> None:
        """Nothing is asked of a page that was left."""
        if self.scene is not None:
            self.wished.emit(wish)

    def forget(self) -> None:
        self.scene = None
        for line in self.findChildren(QLineEdit):
            line.clear()

    def _tell(self, scene: StaffScene) -> None:
        """Put the scene's words in place."""
        raise NotImplementedError

    def _back_words(self, scene: StaffScene) -> str:
        if scene.in_session:
            return translate("Closing", "Revenir à la page")
        return translate("Staff", "Fermer l'espace") if self.leaves else translate("Page", "Retour")

    def _action(self, name: str, text: str, icon: str, *, main: bool = False) -> Button:
        """A button at the end of the footer. What a mediator does is orange."""
        button = Button(text, icon, "mediator" if main else "secondary", size=22 if main else 20, height=64)
        button.setObjectName(name)
        self._foot.row.addWidget(button, 0, _MIDDLE)
        return button

    def _say_aloud(self, words: str) -> None:
        """What changed by itself, once."""
        if words and words != self._said:
            announce(self, plain(words))
        self._said = words
