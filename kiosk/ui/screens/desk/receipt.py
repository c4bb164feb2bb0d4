"""What the person takes home in words: the numbers that they choose, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.documents.desk.scenes import ReceiptScene, Scene
from kiosk.documents.desk.wishes import ToggleNumber, Use, WriteNumber
from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.desk.number_field import NumberField
from kiosk.ui.screens.desk.page import DeskPage, TroubleNote
from kiosk.ui.screens.desk.qr_code import QrCode
from kiosk.ui.widgets import Card, CheckRow, Label


class ReceiptPage(DeskPage):
    within_another = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        self._rows: list[CheckRow] = []
        self._numbers: tuple[tuple[str, bool], ...] = ()
        columns = QHBoxLayout()
        columns.setSpacing(look.px(40 if not look.enlarged else 24))
        columns.addLayout(self._choosing(), 5)
        columns.addLayout(self._receipt(), 5)
        self.body.addLayout(columns, 1)
        self._phone = self._action("use_phone", "", "smartphone")
        self._phone.clicked.connect(lambda: self._ask(Use("phone")))
        self._print = self._action("use_print", translate("Desk", "Imprimer"), "printer", primary=True)
        self._print.clicked.connect(lambda: self._ask(Use("print")))

    def _choosing(self) -> QVBoxLayout:
        look = theme.current()
        column = QVBoxLayout()
        column.setSpacing(look.px(12))
        column.addWidget(Label(translate("Desk", "Votre reçu"), 46, 700))
        self._ask_numbers = Label("", 22)
        column.addWidget(self._ask_numbers)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(10))
        column.addLayout(self._list)
        self._field = NumberField()
        self._field.written.connect(lambda text: self._ask(WriteNumber(text)))
        column.addWidget(self._field)
        self._note = TroubleNote()
        column.addWidget(self._note)
        column.addStretch(1)
        column.addWidget(Label(translate("Desk", "Le poste ne garde pas ce reçu."), 20, 400, "ink_2"))
        return column

    def _receipt(self) -> QVBoxLayout:
        look = theme.current()
        column = QVBoxLayout()
        column.setSpacing(look.px(12))
        self._paper = Card(padding=28)
        self._lines = self._paper.column
        self._lines.setSpacing(look.px(8))
        self._service = Label("", 20, 400, "ink_2")
        self._title = Label("", 26, 700)
        self._done = Label("", 20)
        self._kept = Label("", 24, 700)
        self._after_title = Label(translate("Desk", "Et après ?"), 20, 700)
        self._after = Label("", 20)
        self._call = Label("", 20)
        for one in (self._title, self._service, self._done, self._kept, self._after_title, self._after, self._call):
            self._lines.addWidget(one)
        self._code = QWidget()
        code = QVBoxLayout(self._code)
        code.setContentsMargins(0, 0, 0, 0)
        code.setSpacing(look.px(12))
        self._qr = QrCode()
        code.addWidget(self._qr, 0, Qt.AlignmentFlag.AlignHCenter)
        code.addWidget(
            Label(translate("Desk", "Visez ce carré avec votre téléphone. Le reçu s'affiche."), 22, align="centre")
        )
        column.addStretch(1)
        column.addWidget(self._paper)
        column.addWidget(self._code)
        column.addStretch(1)
        return column

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        for one in (*self._rows, self._print, self._phone):
            if one.isVisibleTo(self):
                return one, Qt.FocusReason.OtherFocusReason
        return None

    def _tell(self, scene: Scene) -> None:
        assert isinstance(scene, ReceiptScene)
        self._show_numbers(scene.numbers)
        asked = translate("Desk", "Cochez les numéros à garder.")
        none = translate("Desk", "Vous avez un numéro de dossier ? Écrivez-le.")
        self._ask_numbers.say(asked if scene.numbers else none)
        self._say(self._title, isolate(scene.title))
        self._say(self._service, isolate(scene.service))
        self._say(self._done, "\n".join(f"• {one}" for one in scene.done))
        self._say(self._kept, "\n".join(isolate(number) for number, chosen in scene.numbers if chosen))
        self._say(self._after, "\n".join(scene.after))
        self._after_title.setVisible(bool(scene.after))
        self._say(self._call, scene.call)
        note = self._note.say(scene.trouble)
        self._qr.show_modules(scene.qr)
        self._code.setVisible(bool(scene.qr))
        self._paper.setVisible(not scene.qr)
        self._phone.say(translate("Desk", "Revoir le texte") if scene.qr else translate("Desk", "Sur mon téléphone"))
        self._phone.set_icon("file-text" if scene.qr else "smartphone")
        self._print.setVisible(scene.printer)
        self._phone.set_kind("secondary" if scene.printer else "primary")
        self._say_aloud(note)

    def _show_numbers(self, numbers: tuple[tuple[str, bool], ...]) -> None:
        """New rows come below; a row that only changed its tick keeps the keyboard."""
        if [text for text, _ in numbers[: len(self._rows)]] != [row.accessibleName() for row in self._rows]:
            self._drop_rows()
        for index, (text, chosen) in enumerate(numbers):
            if index == len(self._rows):
                row = CheckRow(text, None, "hash")
                row.setObjectName(f"number_{index}")
                row.clicked.connect(lambda _=False, index=index: self._ask(ToggleNumber(index)))
                self._rows.append(row)
                self._list.addWidget(row)
                row.show()
            self._rows[index].setChecked(chosen)
        self._numbers = numbers

    def _drop_rows(self) -> None:
        for row in self._rows:
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self._rows.clear()

    @staticmethod
    def _say(label: Label, text: str) -> None:
        label.say(text)
        label.setVisible(bool(text))

    def forget(self) -> None:
        super().forget()
        self._numbers = ()
        self._drop_rows()
        self._qr.show_modules(())
