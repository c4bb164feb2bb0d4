"""A wipe could not be verified, or could not be sure: the post is paused, in plain words, with what IT needs below."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.ui import theme, words
from kiosk.ui.i18n import translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.footer import Footer
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets import Label, Picture


class LockedPage(Page):
    """`code` is the failure's code for IT; `step` of `steps` is where the wipe stopped (0: not in a step)."""

    def __init__(self, context: Context, code: str, step: int, steps: int, at: datetime) -> None:
        super().__init__(context)
        look = theme.current()
        header = Header(context.site_name, context.visit.appearance, notice=True)
        self.assemble(header, self._build_footer(code, step, steps, at))
        row = QHBoxLayout()
        row.setSpacing(look.px(88))
        row.addStretch()
        if not look.enlarged:
            row.addWidget(Picture("paused", 224, drawing=True), 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(look.px(18))
        texts.addStretch()
        texts.addWidget(Label(translate("Locked", "Ce poste est\nen pause"), 60, 700))
        texts.addWidget(Label(translate("Locked", "Prenez un autre poste.\nOu demandez à l'accueil."), 26))
        texts.addWidget(Label(translate("Locked", "Ce n'est pas votre faute."), 22, 400, "ink_2"))
        texts.addStretch()
        row.addLayout(texts)
        row.addStretch()
        self.body.addLayout(row, 1)

    def _build_footer(self, code: str, step: int, steps: int, at: datetime) -> Footer:
        footer = Footer()
        where = words.why_closed(code) or translate("Locked", "Effacement non vérifié")
        if step:
            text = translate("Locked", "Effacement non vérifié, étape %1 sur %2")
            where = text.replace("%1", str(step)).replace("%2", str(steps))
        parts = (
            translate("Locked", "**Pour l'informatique**"),
            where,
            translate("Locked", "Code %1").replace("%1", code),
            words.time_of_day(at),
        )
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch()
        texts.addWidget(Label(" · ".join(parts), 18))
        stays = translate("Locked", "Le poste reste fermé jusqu'à une vérification sur place.")
        texts.addWidget(Label(stays, 18))
        texts.addStretch()
        footer.row.addWidget(Picture("wrench", 28), 0, Qt.AlignmentFlag.AlignVCenter)
        footer.row.addLayout(texts, 1)
        return footer
