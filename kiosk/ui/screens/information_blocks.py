"""What a sheet says, block by block, in large letters: questions that open one at a time, and of several situations
only the one that the reader has chosen. Addresses are words, never links.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.sheets.model import (
    AnyBlock,
    Bullets,
    Case,
    Cases,
    Chapter,
    Heading,
    Paragraph,
    Remark,
    Service,
    Where,
    text_of,
)
from kiosk.ui import theme
from kiosk.ui.announcing import announce
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.tile import Tile
from kiosk.ui.widgets import Button, Card, Label, Note, Picture

# About 60 letters: longer lines lose the reader.
_LINE_WIDTH = 720
# What a reader is told of a part that opens; the rest they find below it.
_MOST_SAID = 1500
_TOP = Qt.AlignmentFlag.AlignTop


class Reader:
    """What the blocks of one sheet share: what the person has opened (kept in their visit, so that another look finds
    it again), how a host is offered, and whom to tell when more stands on the page."""

    def __init__(
        self,
        sheet_id: str,
        opened: dict[str, str],
        offer: Callable[[str], QWidget | None],
        changed: Callable[[QWidget], None],
    ) -> None:
        self._sheet_id, self._opened = sheet_id, opened
        self.offer, self.changed = offer, changed

    def opened(self, place: str) -> int | None:
        kept = self._opened.get(f"{self._sheet_id}{place}")
        return int(kept) if kept else None

    def keep(self, place: str, which: int | None) -> None:
        self._opened[f"{self._sheet_id}{place}"] = "" if which is None else str(which)


class Blocks(QWidget):
    """`place`: where in the sheet these blocks stand, as a path of numbers."""

    def __init__(self, blocks: tuple[AnyBlock, ...], reader: Reader, place: str = "") -> None:
        super().__init__()
        self._reader = reader
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.current().px(14))
        chapters = [block for block in blocks if isinstance(block, Chapter)]
        if len(chapters) > 1:
            rows = _Questions(tuple(chapters), reader, place)
        for number, block in enumerate(blocks):
            if isinstance(block, Chapter) and len(chapters) > 1:
                if block is chapters[0]:
                    self._column.addWidget(rows)
                continue
            self._add(block, f"{place}/{number}")

    def _add(self, block: AnyBlock, place: str) -> None:
        match block:
            case Heading(text):
                self._column.addWidget(_words(text, 26, 700))
            case Paragraph(text):
                self._column.addWidget(_words(text))
            case Bullets(items):
                self._add_items(items)
            case Remark(title, text):
                self._column.addWidget(Note(french(f"{title} : {text}" if title else text), "info"))
            case Service():
                self._column.addWidget(self._service(block))
            case Where(title, text):
                self._column.addWidget(_where(title, text))
            case Chapter(title, inner):
                self._column.addWidget(_words(title, 28, 700))
                self._column.addWidget(Blocks(inner, self._reader, place))
            case Cases(cases):
                self._column.addWidget(_Situations(cases, self._reader, place))

    def _add_items(self, items: tuple[str, ...]) -> None:
        for item in items:
            row = QHBoxLayout()
            row.setSpacing(theme.current().px(12))
            row.addWidget(Label("•", 22, 700), 0, _TOP)
            row.addWidget(_words(item), 1)
            self._column.addLayout(row)

    def _service(self, service: Service) -> Card:
        look = theme.current()
        card = Card(padding=20)
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(Picture("globe-lock", 28), 0, _TOP)
        words = QVBoxLayout()
        words.setSpacing(look.px(6))
        words.addWidget(_words(service.title, 22, 600))
        if service.host:
            host = isolate(service.host) if look.rtl else service.host
            words.addWidget(Label(translate("Information", "Sur le site **%1**").replace("%1", host)))
        row.addLayout(words, 1)
        card.column.addLayout(row)
        offered = self._reader.offer(service.host) if service.host else None
        if offered is not None:
            card.column.addWidget(offered)
        return card


class _Choice(QWidget):
    """Parts of which one is open at most, made when it is opened: a sheet can be very long."""

    def __init__(self, parts: tuple[Case, ...] | tuple[Chapter, ...], reader: Reader, place: str) -> None:
        super().__init__()
        self._parts, self._reader, self._place = parts, reader, place
        self._shown: Blocks | None = None
        self.buttons: dict[int, Button | Tile] = {}

    def open_kept(self) -> None:
        which = self._reader.opened(self._place)
        if which is not None and which < len(self._parts):
            self._show(which)

    def pressed(self, which: int) -> None:
        """Open a part, or close it when it was open."""
        wanted = None if self._reader.opened(self._place) == which else which
        self._reader.keep(self._place, wanted)
        self._show(wanted)
        self._reader.changed(self.buttons[which])
        if wanted is not None:
            part = self._parts[wanted]
            announce(self, text_of(part.blocks)[:_MOST_SAID])

    def _show(self, which: int | None) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.setParent(None)
            self._shown.deleteLater()
            self._shown = None
        if which is not None:
            self._shown = Blocks(self._parts[which].blocks, self._reader, f"{self._place}.{which}")
            self.put(which, self._shown)
            self._shown.show()
        self.mark(which)

    def put(self, which: int, blocks: Blocks) -> None:
        raise NotImplementedError

    def mark(self, which: int | None) -> None:
        raise NotImplementedError


class _Row(Tile):
    """A question: its arrow says whether the answer is below."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "chevron-right", height=64, size=22)
        self.setCheckable(True)

    def set_open(self, on: bool) -> None:
        self.setChecked(on)
        self._icon = "chevron-down" if on else "chevron-right"
        self.update()


class _Questions(_Choice):
    def __init__(self, chapters: tuple[Chapter, ...], reader: Reader, place: str) -> None:
        super().__init__(chapters, reader, f"{place}/q")
        look = theme.current()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(12))
        self._rows: list[_Row] = []
        for number, chapter in enumerate(chapters):
            row = _Row(french(chapter.title))
            row.setObjectName(f"question_{number}")
            row.clicked.connect(lambda _=False, which=number: self.pressed(which))
            self.buttons[number] = row
            self._rows.append(row)
            self._column.addWidget(row)
        self.open_kept()

    def put(self, which: int, blocks: Blocks) -> None:
        look = theme.current()
        blocks.setContentsMargins(look.px(20), look.px(4), look.px(20), look.px(16))
        self._column.insertWidget(self._column.indexOf(self._rows[which]) + 1, blocks)

    def mark(self, which: int | None) -> None:
        for number, row in enumerate(self._rows):
            row.set_open(number == which)


class _Situations(_Choice):
    """None is chosen to begin with: nobody reads what is true for others only."""

    def __init__(self, cases: tuple[Case, ...], reader: Reader, place: str) -> None:
        super().__init__(cases, reader, place)
        look = theme.current()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(12))
        self._column.addWidget(Label(translate("Information", "Choisissez votre situation"), 24, 700))
        grid = QGridLayout()
        grid.setSpacing(look.px(12))
        columns = 1 if look.enlarged else 2
        self._cases: list[Button] = []
        for number, case in enumerate(cases):
            button = Button(french(case.title))
            button.setCheckable(True)
            button.setObjectName(f"situation_{number}")
            button.clicked.connect(lambda _=False, which=number: self.pressed(which))
            self.buttons[number] = button
            self._cases.append(button)
            grid.addWidget(button, number // columns, number % columns)
        self._column.addLayout(grid)
        self.open_kept()

    def put(self, which: int, blocks: Blocks) -> None:
        del which
        self._column.addWidget(blocks)

    def mark(self, which: int | None) -> None:
        for number, button in enumerate(self._cases):
            chosen = number == which
            button.setChecked(chosen)
            button.set_kind("ink" if chosen else "secondary")
            button.set_icon("check" if chosen else None)


def _where(title: str, text: str) -> QWidget:
    area = QWidget()
    row = QHBoxLayout(area)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.current().px(16))
    row.addWidget(Picture("map-pin", 28), 0, _TOP)
    said = translate("Information", "Où aller : %1").replace("%1", french(title))
    row.addWidget(Label(f"{said}. {french(text)}" if text else said, 22, max_width=_LINE_WIDTH), 1)
    return area


def _words(text: str, size: float = 22, weight: int = 400) -> Label:
    return Label(french(text), size, weight, max_width=_LINE_WIDTH)


def french(text: str) -> str:
    """Words of a sheet, whatever the screen's language; none of their signs is ours. Arabic text stands around."""
    plain = text.replace("**", "")
    return isolate(plain) if theme.current().rtl else plain
