"""A procedure before it starts: what it is, how long, what to have in hand, alone or with the mediator."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.procedures.model import Procedure
from kiosk.ui import theme, words
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.cases import Cases
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.footer import AnswerCard, Footer
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.page import Page
from kiosk.ui.screens.papers import Papers
from kiosk.ui.widgets import Button, Label, Note, Picture

_LEFT_WIDTH = 472


class SheetPage(Page):
    """`start_asked(procedure id, case or "", with the mediator)`, `listen_asked(procedure id)`,
    `reading_asked(information sheet's id)`."""

    start_asked = Signal(str, str, bool)
    listen_asked = Signal(str)
    reading_asked = Signal(str)

    def __init__(self, context: Context, procedure: Procedure) -> None:
        super().__init__(context)
        self._procedure = procedure
        self._cases = Cases(procedure, context.visit, context.language) if procedure.cases else None
        header = Header(context.site_name, context.visit.appearance, back=translate("Page", "Retour"), tools=True)
        header.add(self.middle.more)
        self.assemble(header, self._build_footer())
        self._add_columns()
        self.set_mediator_called(context.mediator_called)

    def set_mediator_called(self, on: bool) -> None:
        self._ready.setVisible(not on and not theme.current().enlarged)
        self._answer.setVisible(on)

    def _add_columns(self) -> None:
        look = theme.current()
        stacked = look.appearance.text_percent > 125
        columns = QBoxLayout(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        columns.setSpacing(look.px(24 if stacked else 56))
        about = QWidget()
        self._fill_about(QVBoxLayout(about))
        if not stacked:
            about.setFixedWidth(look.px(_LEFT_WIDTH))
        columns.addWidget(about)
        prepare = QVBoxLayout()
        prepare.setSpacing(look.px(8))
        if self._cases is not None:
            self._cases.changed.connect(self._say_steps)
            prepare.addWidget(self._cases)
        prepare.addWidget(Papers(self._procedure, self.context.visit, self.context.language))
        prepare.addStretch()
        columns.addLayout(prepare, 1)
        self.body.addSpacing(look.px(8 if look.compact else 16))
        self.body.addLayout(columns, 1)

    def _fill_about(self, column: QVBoxLayout) -> None:
        look = theme.current()
        language = self.context.language
        procedure = self._procedure
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        if not look.enlarged:
            drawing = Picture(procedure.icon, 56, "blue")
            drawing.setObjectName("drawing")
            self.middle.gives_way = drawing
            column.addWidget(drawing)
        column.addWidget(Label(procedure.title.get(language), 46, 700))
        if self.context.is_rtl and procedure.title.has(language):
            column.addWidget(Label(isolate(procedure.title.fr), 20, 400, "ink_2"))
        column.addSpacing(look.px(6))
        column.addWidget(Label(procedure.summary.get(language), 22, max_width=640))
        column.addLayout(self._more_words())
        column.addSpacing(look.px(8))
        self._fact(column, "clock", f"**{words.minutes(procedure.known_minutes)}**")
        self._steps = self._fact(column, "list-checks", "")
        self._say_steps()
        self._fact(column, *self._place())
        if (left := words.in_french(procedure.in_french(language))) is not None:
            self._fact(column, "languages", left)
        note = self._note()
        if note is not None:
            column.addSpacing(look.px(10))
            column.addWidget(note)
        column.addStretch()

    def _more_words(self) -> QBoxLayout:
        """To hear it, and to read what the State says of it."""
        stacked = theme.current().appearance.text_percent > 125
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.current().px(8))
        if self.context.can_listen:
            listen = Button(translate("Sheet", "Écouter"), "volume-2", height=48)
            listen.setObjectName("listen")
            listen.clicked.connect(lambda: self.listen_asked.emit(self._procedure.id))
            row.addWidget(listen, 0, Qt.AlignmentFlag.AlignLeading)
        sheet_id = self._procedure.sheet
        if sheet_id is not None and self.context.sheets.has(sheet_id):
            read = Button(translate("Sheet", "Lire la fiche officielle"), "book-open", "quiet", height=48)
            read.setObjectName("read_sheet")
            read.clicked.connect(lambda: self.reading_asked.emit(sheet_id))
            row.addWidget(read, 0, Qt.AlignmentFlag.AlignLeading)
        row.addStretch()
        return row

    def _place(self) -> tuple[str, str]:
        """Icon and words of where it is done."""
        procedure = self._procedure
        if procedure.stays_here:
            return "monitor", translate("Sheet", "**Sur ce poste**, sans site Internet")
        if procedure.starts_here:
            return "globe-lock", translate("Sheet", "Sur le site **que vous choisissez**")
        host = isolate(procedure.host) if self.context.is_rtl else procedure.host
        return "globe-lock", translate("Sheet", "Sur le site **%1**").replace("%1", host)

    def _fact(self, column: QVBoxLayout, icon: str, text: str) -> Label:
        look = theme.current()
        row = QHBoxLayout()
        row.setSpacing(look.px(14))
        row.addWidget(Picture(icon, 28), 0, Qt.AlignmentFlag.AlignVCenter)
        label = Label(text, 22)
        row.addWidget(label, 1)
        column.addLayout(row)
        return label

    def _say_steps(self) -> None:
        case = self._cases.chosen if self._cases else None
        self._steps.say(words.steps(len(self._procedure.steps_for(case))))

    def _note(self) -> Note | None:
        if self._procedure.practice:
            return Note(translate("Sheet", "**Site d'entraînement.** Rien n'est envoyé."), "graduation-cap")
        if self._procedure.verified == "never" and not self._procedure.stays_here:
            return Note(
                translate(
                    "Sheet",
                    "**Guide pas encore vérifié sur le vrai site.** Une page peut être différente. Lisez bien l'écran.",
                )
            )
        return None

    def _build_footer(self) -> Footer:
        look = theme.current()
        footer = Footer(124)
        self._ready = Label(
            translate("Sheet", "**On commence ?** Vous pouvez vous arrêter quand vous voulez."), 20, max_width=400
        )
        self._answer = AnswerCard()
        self._answer.answered.connect(self.answered)
        short = look.enlarged
        if short:
            footer.row.setDirection(QBoxLayout.Direction.TopToBottom)
        footer.row.addWidget(self._ready, 1, Qt.AlignmentFlag.AlignVCenter)
        footer.row.addWidget(self._answer, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(16))
        alone = Button(
            translate("Sheet", "Je commence"),
            "seat",
            "primary",
            None if short else translate("Sheet", "Le guide vous montre"),
            size=22,
            height=84,
            icon_size=34,
        )
        alone.setObjectName("start_alone")
        together = Button(
            translate("Sheet", "Avec le médiateur"),
            "seats",
            "mediator",
            None if short else translate("Sheet", "Il vient à côté de vous"),
            size=22,
            height=84,
            icon_size=34,
        )
        together.setObjectName("start_together")
        alone.clicked.connect(lambda: self._start(with_mediator=False))
        together.clicked.connect(lambda: self._start(with_mediator=True))
        buttons.addWidget(alone, int(short))
        buttons.addWidget(together, int(short))
        footer.row.addLayout(buttons)
        return footer

    def _start(self, *, with_mediator: bool) -> None:
        case = self._cases.chosen if self._cases else ""
        self.start_asked.emit(self._procedure.id, case, with_mediator)
