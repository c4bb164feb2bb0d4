"""Home: what do you want to do? The most asked first, then the themes, the mediator below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.procedures.model import Procedure
from kiosk.ui import theme, words
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.footer import HelpFooter
from kiosk.ui.screens.header import Header
from kiosk.ui.screens.page import Page
from kiosk.ui.screens.search_field import SearchField
from kiosk.ui.screens.tile import Tile
from kiosk.ui.widgets import Button, Label, Picture, painting

FREQUENT = 6


class _Dot(QWidget):
    """The colour of one of the two people."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        side = theme.current().px(16)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.smooth(painter)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painting.rounded(painter, rect, rect.width() / 2, theme.current().colour(self._colour))


class HomePage(Page):
    procedure_chosen = Signal(str)
    theme_chosen = Signal(str)
    searched = Signal(str)
    unsure = Signal()
    problems_asked = Signal()
    guide_asked = Signal()
    staff_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        header = Header(context.site_name, context.visit.appearance, language=True, tools=True)
        footer = HelpFooter(mediator_called=context.mediator_called)
        footer.add_notice(self._guide())
        footer.add_notice(self._staff())
        if context.problems:
            footer.add_notice(self._problems_notice())
        self._search = SearchField(context.visit.query)
        self._search.searched.connect(self.searched)
        self._search.line.textChanged.connect(self._remember_query)
        self.body.addSpacing(look.px(2))
        self.assemble(header, footer, fixed=self._greeting())
        gap = look.px(14 if look.compact else 12)
        self.body.addStretch(2)
        self._add_section(translate("Home", "Le plus demandé"), self._frequent(), gap, with_more=True)
        self.body.addStretch(3)
        self.body.addSpacing(look.px(12))
        self._add_section(translate("Home", "Par thème"), self._themes(), gap, with_more=False)
        self.body.addStretch(2)

    def first_focus(self) -> tuple[QWidget, Qt.FocusReason] | None:
        return self._search.line, Qt.FocusReason.OtherFocusReason

    def _greeting(self) -> QWidget:
        """The question, the field, and the drawing that says "two people, one screen"."""
        look = theme.current()
        area = QWidget()
        row = QHBoxLayout(area)
        row.setContentsMargins(look.px(40), look.px(8 if look.compact else 14), look.px(40), look.px(12))
        row.setSpacing(look.px(48))
        ask = QVBoxLayout()
        ask.setSpacing(look.px(14 if look.compact else 18))
        ask.addWidget(Label(translate("Home", "Que voulez-vous faire ?"), 46, 700))
        ask.addWidget(self._search)
        row.addLayout(ask, 1)
        if not look.enlarged:
            row.addLayout(self._drawing())
        return area

    def _drawing(self) -> QHBoxLayout:
        look = theme.current()
        row = QHBoxLayout()
        row.setSpacing(look.px(28))
        row.addWidget(Picture("side-by-side", 132, drawing=True), 0, Qt.AlignmentFlag.AlignVCenter)
        legend = QVBoxLayout()
        legend.setSpacing(look.px(5))
        legend.addStretch()
        for colour, name in (
            ("blue", translate("Home", "Vous")),
            ("orange", translate("Home", "Le médiateur")),
        ):
            line = QHBoxLayout()
            line.setSpacing(look.px(7))
            line.addWidget(_Dot(colour), 0, Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(Label(name, 20, 600), 1)
            legend.addLayout(line)
        legend.addSpacing(look.px(4))
        legend.addWidget(Label(translate("Home", "Seul, ou à deux."), 18, 400, "ink_2"))
        legend.addWidget(Label(translate("Home", "Vous choisissez."), 18, 400, "ink_2"))
        legend.addStretch()
        row.addLayout(legend)
        row.addSpacing(look.px(40))
        return row

    def _add_section(self, title: str, tiles: list[Tile], gap: int, *, with_more: bool) -> None:
        look = theme.current()
        heading = QHBoxLayout()
        heading.addWidget(Label(title, 22, 700), 1)
        if with_more:
            heading.addWidget(self.middle.more)
        self.body.addLayout(heading)
        self.body.addSpacing(look.px(10))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(14))
        grid.setVerticalSpacing(gap)
        for column in range(look.columns):
            grid.setColumnStretch(column, 1)
        for index, tile in enumerate(tiles):
            grid.addWidget(tile, index // look.columns, index % look.columns)
        self.body.addLayout(grid)

    def _frequent(self) -> list[Tile]:
        look = theme.current()
        above = not look.enlarged
        tiles = []
        for procedure in self.context.shelf.frequent()[:FREQUENT]:
            tile = Tile(
                procedure.short.get(self.context.language),
                procedure.icon,
                detail=self._official_name(procedure),
                above=above,
                # The second name takes the room of a large drawing: all themes stay in sight.
                icon_size=28 if self.context.is_rtl and above else 40,
                icon_colour="blue",
                height=(125 if look.compact else 136) if above else 108,
            )
            tile.clicked.connect(lambda _=False, chosen=procedure.id: self.procedure_chosen.emit(chosen))
            tiles.append(tile)
        return tiles

    def _official_name(self, procedure: Procedure) -> str | None:
        """The French name under the Arabic one: it is what the papers and the counters say."""
        if not self.context.is_rtl or not procedure.short.has(self.context.language):
            return None
        return isolate(procedure.short.fr)

    def _themes(self) -> list[Tile]:
        height = 65 if theme.current().compact else 72
        shelf = self.context.shelf
        keys = (*words.HOME_THEMES, *(key for key in words.RARE_THEMES if shelf.by_theme(key)))
        tiles = []
        for key in keys:
            tile = Tile(words.theme_name(key), words.theme_icon(key), height=height)
            tile.clicked.connect(lambda _=False, chosen=key: self.theme_chosen.emit(chosen))
            tiles.append(tile)
        unsure = Tile(translate("Home", "Je ne sais pas"), "circle-question-mark", height=height, dashed=True)
        unsure.clicked.connect(self.unsure)
        return [*tiles, unsure]

    def _guide(self) -> Button:
        whole, short = translate("Guide", "Guide du médiateur"), translate("Home", "Guide")
        guide = self._notice(whole, "book-open", short)
        guide.setObjectName("guide")
        guide.clicked.connect(self.guide_asked)
        return guide

    def _staff(self) -> Button:
        staff = self._notice(translate("Home", "Espace médiateur"), "lock", translate("Home", "Espace"))
        staff.setObjectName("staff")
        staff.clicked.connect(self.staff_asked)
        return staff

    def _problems_notice(self) -> Button:
        count = len(self.context.problems)
        text = translate("Home", "Pour l'informatique : %n erreur(s)", None, count)
        notice = self._notice(text, "wrench", translate("Home", "%n erreur(s)", None, count))
        notice.setObjectName("problems")
        notice.clicked.connect(self.problems_asked)
        return notice

    def _notice(self, whole: str, icon: str, short: str) -> Button:
        """For the post's staff: people who need large letters need the room more. `short` while there are three."""
        text = short if self.context.problems else whole
        button = Button(text, icon, "quiet", size=18, height=48, icon_size=22, icon_only=theme.current().enlarged)
        button.setAccessibleName(whole)
        return button

    def _remember_query(self, text: str) -> None:
        self.context.visit.query = text
