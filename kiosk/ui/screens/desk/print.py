"""Print a paper: seen first, then let out, then in the hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.documents.desk.scenes import PrintScene, Scene
from kiosk.documents.desk.wishes import Cancel, Copies, Leave, Print, Release, ShowPage
from kiosk.ui import desk_stages, theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk.page import PicturePage, TroubleNote
from kiosk.ui.screens.desk.pager import Pager
from kiosk.ui.screens.desk.paper_view import PaperView
from kiosk.ui.screens.marks import Mark
from kiosk.ui.widgets import Button, Label, Note

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PrintPage(PicturePage):
    within_another = True

    def __init__(self, context: Context) -> None:
        super().__init__(context, PaperView())
        look = theme.current()
        self._scene = PrintScene("preparing")
        self._pager = Pager()
        self._pager.turned.connect(lambda page: self._ask(ShowPage(page)))
        self.start.addWidget(self._pager)
        self._mark = Mark(84 if look.enlarged else 112, done=True)
        self._title = Label("", 46, 700)
        self._name = Label("", 22, 400, "ink_2")
        self._sentence = Label("", 24)
        self._note = TroubleNote()
        self._out = Label("", 24, 600)
        self._staff = Note(translate("Desk", "Un médiateur tapera son code. Ensuite, le papier sort."), "seat")
        self._staff.setObjectName("staff")
        self._copies = self._build_copies()
        self.side.setSpacing(look.px(18))
        self.side.addStretch(1)
        for part in (self._mark, self._title, self._name, self._sentence, self._out, self._note, self._copies):
            self.side.addWidget(part)
        self.side.addWidget(self._staff)
        self.side.addStretch(2)
        self._build_actions()

    def _build_copies(self) -> QWidget:
        look = theme.current()
        area = QWidget()
        row = QHBoxLayout(area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(14))
        row.addWidget(Label(translate("Desk", "Combien ?"), 24, 600), 0, _MIDDLE)
        fewer = Button(translate("Desk", "Une de moins"), "minus", icon_only=True, height=64)
        fewer.setObjectName("fewer")
        fewer.clicked.connect(lambda: self._copy(-1))
        more = Button(translate("Desk", "Une de plus"), "plus", icon_only=True, height=64)
        more.setObjectName("more_copies")
        more.clicked.connect(lambda: self._copy(1))
        self._number = Label("1", 36, 700, align="centre")
        self._number.setMinimumWidth(look.px(64))
        row.addWidget(fewer)
        row.addWidget(self._number, 0, _MIDDLE)
        row.addWidget(more)
        row.addStretch(1)
        return area

    def _build_actions(self) -> None:
        self._cancel = self._action("cancel", translate("Desk", "Arrêter"), "x")
        self._cancel.clicked.connect(lambda: self._ask(Cancel()))
        self._release = Button(translate("Desk", "Taper le code"), "key-round", "mediator", size=22, height=64)
        self._release.setObjectName("release")
        self._release.clicked.connect(lambda: self._ask(Release()))
        self.desk_footer.add(self._release)
        self._print = self._action("print", translate("Desk", "Imprimer"), "printer", primary=True)
        self._print.clicked.connect(lambda: self._ask(Print()))
        self._leave = self._action("leave", translate("Desk", "C'est fini"), "check", primary=True)
        self._leave.clicked.connect(lambda: self._ask(Leave()))

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        for one in (self._print, self._release, self._leave, self._cancel):
            if one.isVisibleTo(self):
                return one, Qt.FocusReason.OtherFocusReason
        return None

    def _tell(self, scene: Scene) -> None:
        assert isinstance(scene, PrintScene)
        self._scene = scene
        stage = scene.stage
        self.view.show_picture(scene.preview)
        self.view.set_working(stage == "preparing")
        self._pager.show_page(scene.page, scene.pages)
        if stage not in ("choose", "preparing"):
            self._pager.hide()
        title, sentence = desk_stages.printing(stage)
        self._mark.setVisible(stage == "done")
        self._title.say(title)
        self._name.say(isolate(scene.title))
        self._name.setVisible(bool(scene.title) and stage in ("preparing", "choose"))
        self._sentence.say(sentence)
        self._sentence.setVisible(bool(sentence))
        note = self._note.say(scene.trouble)
        out = scene.sheets_out if stage in ("printing", "stopped") else None
        self._out.setVisible(out is not None)
        self._out.say(translate("Desk", "%n feuille(s) sortie(s)", None, out) if out is not None else "")
        self._copies.setVisible(stage == "choose" and scene.most_copies > 1)
        self._number.say(str(scene.copies))
        self._number.setAccessibleName(translate("Desk", "%n copie(s)", None, scene.copies))
        self._staff.setVisible(stage == "choose" and scene.staff_needed)
        self._print.setVisible(stage in ("choose", "failed"))
        again = translate("Desk", "Réessayer") if stage == "failed" else translate("Desk", "Imprimer")
        self._print.say(again)
        self._release.setVisible(stage == "held")
        self.desk_footer.give_way(stage == "held")
        self._cancel.setVisible(stage in ("printing", "stopped"))
        self._leave.setVisible(stage == "done")
        self._say_aloud(f"{title}. {note or self._sentence.text()}" if stage != "choose" else "")

    def _copy(self, by: int) -> None:
        number = self._scene.copies + by
        if 1 <= number <= self._scene.most_copies:
            self._ask(Copies(number))

    def forget(self) -> None:
        super().forget()
        self._scene = PrintScene("preparing")
