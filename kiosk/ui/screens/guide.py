"""The mediators' guide: how two people drive one page, what to do with procedures and papers, and what the staff area
is for. Reached from home, read before the first person comes.

Its parts are the files of `assets/guide`, in French only: they are for the post's staff. Their pictures come from the
demonstration; where one is missing, its words stand alone.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.screens.context import Context
from kiosk.ui.screens.guide_text import Item, Pictured, Said, Section, Words, read, typeset
from kiosk.ui.screens.page import Page
from kiosk.ui.widgets import Button, Card, Label, Note, Picture, painting

FOLDER = theme.ASSETS / "guide"
TEXTS = {
    "driving": FOLDER / "co-pilotage.fr.md",
    "procedures": FOLDER / "demarches.fr.md",
    "papers": FOLDER / "papiers.fr.md",
    "staff": FOLDER / "espace-mediateur.fr.md",
}
_ICONS = {"driving": "mouse", "procedures": "list-checks", "papers": "files", "staff": "lock"}
_PICTURE_WIDTH = 480
# About 60 letters: longer lines lose the reader.
_LINE_WIDTH = 640
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignTop


class GuidePage(Page):
    """One part at a time, the first one first. `devices_asked`: say again whose each mouse and keyboard is."""

    devices_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = theme.current()
        self.assemble_titled(translate("Guide", "Guide du médiateur"))
        self.body.setSpacing(look.px(16))
        written = {name: read(file.read_text(encoding="utf-8"), context.keys) for name, file in TEXTS.items()}
        self._parts = {name: self._part(name, sections) for name, sections in written.items()}
        self._buttons = {name: self._button(name, sections[0].title) for name, sections in written.items()}
        choices = QBoxLayout(QBoxLayout.Direction.TopToBottom if look.enlarged else QBoxLayout.Direction.LeftToRight)
        choices.setSpacing(look.px(16))
        for button in self._buttons.values():
            choices.addWidget(button)
        choices.addStretch()
        self.body.addLayout(choices)
        for part in self._parts.values():
            self.body.addWidget(part)
        self.body.addStretch()
        self._show("driving")

    def _button(self, name: str, title: str) -> Button:
        button = Button(isolate(title) if theme.current().rtl else title, _ICONS[name])
        button.setObjectName(f"part_{name}")
        button.setCheckable(True)
        button.clicked.connect(lambda: self._show(name))
        return button

    def _part(self, name: str, sections: tuple[Section, ...]) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().px(16))
        about_devices = self._about_devices() if name == "driving" else None
        if about_devices is not None:
            column.addWidget(about_devices)
        for block in sections[0].blocks:
            if isinstance(block, Words):
                column.addWidget(_french(block.text, 22, 2 * _LINE_WIDTH))
        for section in sections[1:]:
            column.addWidget(_card(section))
        return part

    def _show(self, name: str) -> None:
        for other, button in self._buttons.items():
            button.setChecked(other == name)
            button.set_kind("ink" if other == name else "secondary")
        for other, part in self._parts.items():
            part.setVisible(other == name)
        self.middle.verticalScrollBar().setValue(0)

    def _about_devices(self) -> QWidget | None:
        """What this post has for two people, and the way to change it."""
        if self.context.two_pairs:
            said = None
        elif self.context.devices_askable:
            said = Note(
                translate("Guide", "Deux souris et deux claviers sont branchés. Dites à qui est chacun."), "mouse"
            )
        else:
            text = translate("Guide", "Ce poste a une seule souris et un seul clavier.")
            more = translate("Guide", "Avec une deuxième paire, vous pourrez conduire à deux.")
            said = Note(f"{text} {more}", "mouse")
        if not self.context.devices_askable:
            return said
        area = QWidget()
        row = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if theme.current().enlarged else QBoxLayout.Direction.LeftToRight, area
        )
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.current().px(16))
        if said is not None:
            row.addWidget(said, 1)
        button = Button(translate("Guide", "Dire à qui est chaque souris"), "mouse")
        button.setObjectName("devices")
        button.clicked.connect(self.devices_asked)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        return area


class _Shot(QWidget):
    """A picture of the screen, as wide as the column it stands in gives it."""

    def __init__(self, pixmap: QPixmap, words: str) -> None:
        super().__init__()
        look = theme.current()
        ratio = self.devicePixelRatioF()
        width = look.px(_PICTURE_WIDTH)
        self._pixmap = pixmap.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
        self._pixmap.setDevicePixelRatio(ratio)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._pixmap.deviceIndependentSize().toSize()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        rect = QRectF(self.rect())
        radius = look.px(painting.RADIUS_FIELD)
        shape = QPainterPath()
        shape.addRoundedRect(rect, radius, radius)
        painter.setClipPath(shape)
        painter.drawPixmap(0, 0, self._pixmap)
        painter.setClipping(False)
        painting.rounded(painter, rect, radius, None, border=look.line, border_width=look.px(2))


def _card(section: Section) -> Card:
    """The words, and the picture beside them; in large letters, between them."""
    look = theme.current()
    card = Card()
    row = QHBoxLayout()
    row.setSpacing(look.px(32))
    column = QVBoxLayout()
    row.addLayout(column, 1)
    column.setSpacing(look.px(12))
    column.addWidget(_french(section.title, 28, _LINE_WIDTH, 700))
    for block in section.blocks:
        match block:
            case Words(text):
                column.addWidget(_french(text, 20, _LINE_WIDTH))
            case Item(text):
                column.addLayout(_item(text))
            case Said(text):
                column.addWidget(_said(text))
            case Pictured(file, words):
                pixmap = QPixmap(str(FOLDER / file)) if (FOLDER / file).is_file() else QPixmap()
                if not pixmap.isNull():
                    (column if look.enlarged else row).addWidget(_Shot(pixmap, words), 0, _TOP)
    column.addStretch()
    card.column.addLayout(row)
    return card


def _item(text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.current().px(10))
    row.addWidget(Label("•", 20, 700), 0, _TOP)
    row.addWidget(_french(text, 20, _LINE_WIDTH), 1)
    return row


def _said(text: str) -> Card:
    """What to say to the person, as they would hear it."""
    card = Card("paper", None, radius=painting.RADIUS_BUTTON, padding=14)
    row = QHBoxLayout()
    row.setSpacing(theme.current().px(12))
    row.addWidget(Picture("message-square", 26), 0, _MIDDLE)
    row.addWidget(_french(text, 20, _LINE_WIDTH, 600), 1)
    card.column.addLayout(row)
    return card


def _french(text: str, size: float, max_width: int, weight: int = 400) -> Label:
    """The guide's own words, whatever the screen's language."""
    text = typeset(text)
    return Label(isolate(text) if theme.current().rtl else text, size, weight, max_width=max_width)
