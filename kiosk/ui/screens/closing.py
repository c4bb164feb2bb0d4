"""Before leaving: take back what is yours. Then everything is erased, and the person says so themselves."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class _Thing:
    """To be taken back. `plugged`: seen by the post, not only supposed."""

    name: str
    title: str
    detail: str
    icon: str
    plugged: bool = False


class ClosingPage(Page):
    """`share`: the user's part of the gestures, in percent, when a mediator sat beside with their own pair.

    `left_behind`: where something may still lie: "scanner" (a paper), "printer" (sheets), "stick" (still plugged in).
    """

    erase_asked = Signal()
    receipt_asked = Signal()

    def __init__(
        self, context: Context, documents: int, share: int | None = None, left_behind: tuple[str, ...] = ()
    ) -> None:
        super().__init__(context)
        look = theme.current()
        header = Header(
            context.site_name, context.visit.appearance, back=translate("Closing", "Revenir à la page"), notice=True
        )
        receipt = Button(translate("Closing", "Mon reçu"), "clipboard-check", size=22, height=64)
        receipt.setObjectName("receipt")
        receipt.clicked.connect(self.receipt_asked)
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
        footer = self._build_footer()
        if look.enlarged:
            header.add(receipt)
        else:
            footer.row.insertWidget(footer.row.count() - 1, receipt, 0, Qt.AlignmentFlag.AlignVCenter)
        self.assemble(header, footer, fixed=fixed)
        self._rows = self._build_rows(left_behind)
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

    def _build_rows(self, left_behind: tuple[str, ...]) -> list[CheckRow]:
        """What lies somewhere comes first. Five rows at most, so that all are seen at once."""
        things: list[_Thing] = []
        if "scanner" in left_behind:
            things.append(
                _Thing(
                    "scanner",
                    translate("Closing", "Reprenez votre papier dans le scanner."),
                    translate("Closing", "Soulevez le couvercle."),
                    "scanner",
                )
            )
        if "printer" in left_behind:
            things.append(
                _Thing(
                    "printer",
                    translate("Closing", "Reprenez vos feuilles dans l'imprimante."),
                    translate("Closing", "Prenez toutes les feuilles."),
                    "printer",
                )
            )
        stick = self._stick(plugged="stick" in left_behind)
        things += [stick] if "stick" in left_behind else []
        things += self._always(both=len(left_behind) < 2 or ("stick" in left_behind and len(left_behind) < 3))
        things += [] if stick in things else [stick]
        things.append(
            _Thing(
                "phone",
                translate("Closing", "Reprenez votre téléphone."),
                translate("Closing", "Et son câble."),
                "smartphone",
            )
        )
        return [self._row(thing, big=len(things) < 5) for thing in things]

    @staticmethod
    def _stick(*, plugged: bool) -> _Thing:
        said = (
            translate("Closing", "Votre clé USB est encore branchée.")
            if plugged
            else translate("Closing", "Et vos clés.")
        )
        return _Thing("stick", translate("Closing", "Reprenez votre clé USB."), said, "usb-stick", plugged=plugged)

    @staticmethod
    def _always(*, both: bool) -> list[_Thing]:
        """Papers and cards, in one row where room is short."""
        if not both:
            title = translate("Closing", "Reprenez vos papiers et vos cartes.")
            return [
                _Thing("papers", title, translate("Closing", "Carte d'identité, carte Vitale, lettres."), "id-card")
            ]
        return [
            _Thing(
                "papers",
                translate("Closing", "Reprenez vos papiers."),
                translate("Closing", "Et vos lettres."),
                "files",
            ),
            _Thing(
                "cards",
                translate("Closing", "Reprenez vos cartes."),
                translate("Closing", "Carte d'identité, carte Vitale, carte bancaire."),
                "id-card",
            ),
        ]

    def _row(self, thing: _Thing, *, big: bool) -> CheckRow:
        row = CheckRow(thing.title, thing.detail, thing.icon, big=big)
        row.setObjectName(f"take_{thing.name}")
        if thing.plugged and not theme.current().enlarged:
            row.set_trailing(_Chip(translate("Closing", "Branchée"), "plug"))
        row.setChecked(thing.name in self.context.visit.taken_back)
        row.toggled.connect(lambda done: self._remember(thing.name, done=done))
        return row

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
