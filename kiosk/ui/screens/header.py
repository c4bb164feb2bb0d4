"""The top of a page: whose post this is, the language, text size and contrast, or the way back."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk import languages
from kiosk.procedures.model import Language
from kiosk.session.messages import Appearance
from kiosk.ui import theme
from kiosk.ui.i18n import isolate, translate
from kiosk.ui.widgets import Button, Label, Picture, PressedByEnter, focus, painting
from kiosk.ui.widgets.paragraph import Paragraph

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Brand(QWidget):
    """Logo, the site's name and the product's."""

    def __init__(self, site_name: str) -> None:
        super().__init__()
        look = theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        row.addWidget(Picture("logo", 40, drawing=True), 0, Qt.AlignmentFlag.AlignVCenter)
        if look.enlarged:
            row.addStretch()
            return
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch()
        names.addWidget(Label(isolate(site_name) if look.rtl else site_name, 22, 600))
        names.addWidget(Label("Côte à Côte", 18, 400, "ink_2"))
        names.addStretch()
        row.addLayout(names)
        row.addStretch()


class _Segment(focus.Ringed, PressedByEnter):
    """One language of the choice, in its own letters."""

    ring_radius = painting.RADIUS_FIELD

    def __init__(self, language: Language, chosen: bool) -> None:
        name = languages.described(language).name
        super().__init__(name)
        self.language = language
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = Paragraph(name, 20, 600, "centre")

    def sizeHint(self) -> QSize:
        look = theme.current()
        width = self._words.natural_width()
        return QSize(width + 2 * look.px(16), max(look.px(theme.MIN_TARGET), self._words.height(width) + look.px(12)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        colour = look.ink
        if self.isChecked():
            painting.rounded(painter, QRectF(self.rect()), look.px(painting.RADIUS_FIELD), look.blue)
            colour = look.surface
        elif self.underMouse():
            painting.rounded(painter, QRectF(self.rect()), look.px(painting.RADIUS_FIELD), look.paper)
        height = self._words.height(self.width())
        self._words.paint(painter, 0, (self.height() - height) / 2, self.width(), colour)


class LanguageChoice(QFrame):
    """The languages, always in the same order, each in its own letters; no flags."""

    chosen = Signal(str)

    def __init__(self, current: Language) -> None:
        super().__init__()
        self.setAccessibleName(translate("Header", "Langue"))
        look = theme.current()
        row = QHBoxLayout(self)
        edge = look.px(5)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(look.px(3))
        for language in languages.codes():
            segment = _Segment(language, language == current)
            segment.clicked.connect(lambda _=False, chosen=language: self._choose(chosen, current))
            row.addWidget(segment)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painting.smooth(painter)
        radius = look.px(painting.RADIUS_BUTTON)
        painting.rounded(painter, QRectF(self.rect()), radius, look.surface, border=look.line, border_width=look.px(2))

    def _choose(self, chosen: Language, current: Language) -> None:
        if chosen == current:
            for segment in self.findChildren(_Segment):
                segment.setChecked(segment.language == current)
        else:
            self.chosen.emit(chosen)


class Header(QWidget):
    """`appearance_asked(Appearance)`, `back_asked()`, `notice_asked()`. `back` is the word on the way back, or None.
    `notice`: whether « Vos données » is there; where nothing is said, it comes with the tools.
    `crowded`: the page puts something of its own there."""

    appearance_asked = Signal(object)
    back_asked = Signal()
    notice_asked = Signal()

    def __init__(
        self,
        site_name: str,
        appearance: Appearance,
        *,
        back: str | None = None,
        language: bool = False,
        tools: bool = False,
        notice: bool | None = None,
        crowded: bool = False,
    ) -> None:
        super().__init__()
        look = theme.current()
        self._appearance = appearance
        self._row = QHBoxLayout(self)
        gutter = look.px(40)
        self._row.setContentsMargins(gutter, look.px(13 if look.compact else 17), gutter, 0)
        self._row.setSpacing(look.px(16))
        self.setMinimumHeight(look.px(76 if look.compact else 80))
        if back is not None:
            button = Button(back, "arrow-left", size=20)
            button.clicked.connect(self.back_asked)
            self._row.addWidget(button, 0, _MIDDLE)
            self._row.addSpacing(look.px(8 if crowded else 28))
        self._row.addWidget(Brand(site_name), 1)
        self._own_at = self._row.count()
        if tools if notice is None else notice:
            self._row.addWidget(self._notice(short=crowded), 0, _MIDDLE)
        if language:
            choice = LanguageChoice(appearance.language)
            choice.chosen.connect(lambda chosen: self._ask(language=chosen))
            self._row.addWidget(choice, 0, _MIDDLE)
        if tools:
            self._add_tools()

    def add(self, widget: QWidget) -> None:
        """Something of the page's own, before what every page has: that stays together."""
        self._row.insertWidget(self._own_at, widget, 0, _MIDDLE)

    def _notice(self, *, short: bool) -> Button:
        short |= self._appearance.text_percent > 100
        button = Button(translate("Header", "Vos données"), "info", icon_only=short)
        button.setObjectName("notice")
        button.clicked.connect(self.notice_asked)
        return button

    def _add_tools(self) -> None:
        short = self._appearance.text_percent > 100
        percent = self._appearance.text_percent
        size = Button(translate("Header", "Taille du texte"), "text-size", icon_only=short)
        size.setObjectName("text_size")
        size.setAccessibleDescription(f"{percent} %")
        size.clicked.connect(lambda: self._ask(text_percent=_next_percent(percent)))
        high = self._appearance.contrast == "high"
        contrast = Button(translate("Header", "Contraste"), "contrast", icon_only=short)
        contrast.setObjectName("contrast")
        state = translate("Header", "Contraste fort") if high else translate("Header", "Contraste normal")
        contrast.setAccessibleDescription(state)
        contrast.clicked.connect(lambda: self._ask(contrast="normal" if high else "high"))
        self._row.addWidget(size, 0, _MIDDLE)
        self._row.addWidget(contrast, 0, _MIDDLE)

    def _ask(self, **change: str | int) -> None:
        self.appearance_asked.emit(msgspec.structs.replace(self._appearance, **change))


def _next_percent(percent: int) -> int:
    """The next larger size; after the largest, the first again."""
    return next((size for size in theme.TEXT_PERCENTS if size > percent), theme.TEXT_PERCENTS[0])
