"""Before leaving: take back what is yours. Then everything is erased, and the person says so themselves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui import theme, words
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.footer import Footer
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets import Button, CheckRow, Label, Picture, painting


class _Chip(QFrame):
    """A short fact in the guide's highlighter."""

    def __init__(self, text: str, icon: str) -> None:
        super().__init__()
        look = theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(8), look.px(18), look.px(8))
        row.setSpacing(look.px(10))
        row.addWidget(Picture(icon, 24), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(text, 20, 600), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        rect = QRectF(self.rect())
        painting.rounded(painter, rect, rect.height() / 2, look.mark_tint, border=look.mark, border_width=look.px(2))


class ClosingPage(Page):
    erase_asked = Signal()

    """`share`: the user's part of the gestures, in percent, when a mediator sat beside with their own pair."""

    def __init__(self, context: Context, documents: int, share: int | None = None) -> None:
        super().__init__(context)
        look = theme.current()
        header = Header(context.site_name, context.visit.appearance, back=translate("Closing", "Retour à la page"))
        fixed = QWidget()
        top = QVBoxLayout(fixed)
        top.setContentsMargins(look.px(40), look.px(10), look.px(40), look.px(16))
        line = QHBoxLayout()
        line.setSpacing(look.px(20))
        # At 100 % it stands beside the title; larger letters give it its own line.
        shared = self._shared(share) if share is not None else None
        beside = shared is not None and look.appearance.text_percent == 100
        line.addWidget(Label(translate("Closing", "Avant de partir"), 46, 700), 0 if beside else 1)
        if shared is not None and beside:
            line.addSpacing(look.px(12))
            line.addLayout(shared, 1)
        chip = _Chip(words.documents(documents), "files") if documents else None
        if chip is not None and not look.enlarged:
            line.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.middle.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self._count = Label("", 22, 400, "ink_2")
        line.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(line)
        if shared is not None and not beside:
            top.addLayout(shared)
        self.assemble(header, self._build_footer(), fixed=fixed)
        self._rows = self._build_rows()
        self.body.setSpacing(look.px(12))
        if chip is not None and look.enlarged:
            self.body.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        for row in self._rows:
            self.body.addWidget(row)
        self.body.addStretch()
        self._count_again()

    @staticmethod
    def _shared(share: int) -> QHBoxLayout:
        look = theme.current()
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(Picture("logo", 26, drawing=True), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(words.share(share), 22), 1)
        return row

    def _build_rows(self) -> list[CheckRow]:
        things = (
            ("papers", translate("Closing", "Reprenez vos papiers."), translate("Closing", "Et vos lettres."), "files"),
            (
                "cards",
                translate("Closing", "Reprenez vos cartes."),
                translate("Closing", "Carte d'identité, carte Vitale, carte bancaire."),
                "id-card",
            ),
            (
                "stick",
                translate("Closing", "Reprenez votre clé USB."),
                translate("Closing", "Et vos clés."),
                "usb-stick",
            ),
            (
                "phone",
                translate("Closing", "Reprenez votre téléphone."),
                translate("Closing", "Et son câble."),
                "smartphone",
            ),
        )
        rows = []
        for name, title, detail, icon in things:
            row = CheckRow(title, detail, icon, big=True)
            row.setObjectName(f"take_{name}")
            row.setChecked(name in self.context.visit.taken_back)
            row.toggled.connect(lambda done, name=name: self._remember(name, done=done))
            rows.append(row)
        return rows

    def _build_footer(self) -> Footer:
        footer = Footer(128)
        footer.row.addWidget(Picture("eraser", 36), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(theme.current().px(2))
        texts.addStretch()
        texts.addWidget(Label(translate("Closing", "**Ensuite, tout est effacé.**"), 22))
        texts.addWidget(Label(translate("Closing", "Pages, papiers, mots de passe."), 22))
        texts.addStretch()
        footer.row.addLayout(texts, 1)
        erase = Button(translate("Closing", "Tout effacer et partir"), None, "primary", size=26, height=88)
        erase.setObjectName("erase")
        erase.clicked.connect(self.erase_asked)
        footer.row.addWidget(erase)
        return footer

    def _remember(self, name: str, *, done: bool) -> None:
        (self.context.visit.taken_back.add if done else self.context.visit.taken_back.discard)(name)
        self._count_again()

    def _count_again(self) -> None:
        done = sum(row.isChecked() for row in self._rows)
        text = translate("Sheet", "%1 sur %2").replace("%1", str(done)).replace("%2", str(len(self._rows)))
        self._count.say(text)
