"""One look for the shell and the guest: colours, sizes and fonts for one screen and one person's wishes.

Knows the screen's size and the `Appearance`; knows no widget and no word. Sizes are written at 100 % text on a
1280x800 screen: `px` scales them to the screen, `text` to the screen and to the person's text size. Spacing does not
grow with the text: a person who needs large letters has no use for large gaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from kiosk import languages
from kiosk.session.messages import Appearance
from kiosk.ui.palette import HIGH, NORMAL

ASSETS = Path(__file__).resolve().parents[2] / "assets"
FAMILY = "Atkinson Hyperlegible Next"
TEXT_PERCENTS = (100, 125, 150, 200)
MIN_TARGET = 48

# How much of the person's enlargement a size takes: small type takes nearly all, titles are large already.
_GROWTH: tuple[tuple[int, float], ...] = ((18, 0.9), (22, 0.8), (28, 0.65), (46, 0.4), (88, 0.2))
_COLUMNS = {100: 6, 125: 4, 150: 3, 200: 2}


@dataclass(frozen=True, eq=False)
class Theme:
    """Built by `make_theme`, read through `current()`. Pixels are logical (Qt multiplies by the screen's ratio)."""

    ink: QColor
    ink_2: QColor
    ink_off: QColor
    paper: QColor
    paper_2: QColor
    surface: QColor
    line: QColor
    edge: QColor
    line_strong: QColor
    blue: QColor
    blue_deep: QColor
    blue_tint: QColor
    orange: QColor
    orange_line: QColor
    orange_deep: QColor
    orange_tint: QColor
    green: QColor
    green_deep: QColor
    green_tint: QColor
    red: QColor
    mark: QColor
    mark_tint: QColor
    width: int
    height: int
    scale: float
    appearance: Appearance

    @property
    def rtl(self) -> bool:
        return languages.is_rtl(self.appearance.language)

    @property
    def enlarged(self) -> bool:
        """Text so large that labels shorten, drawings go and tools show their icon only."""
        return self.appearance.text_percent >= 150

    @property
    def compact(self) -> bool:
        """A low screen (1366x768, in tall Arabic letters 1280x800 too): bars and gaps give height to the content."""
        return self.height / self.scale < (810 if self.rtl else 790)

    @property
    def outline(self) -> QColor | None:
        """Around what its ground alone sets apart: in high contrast all grounds are white."""
        return self.line if self.appearance.contrast == "high" else None

    @property
    def columns(self) -> int:
        """Tiles beside each other on the home screen."""
        return _COLUMNS.get(self.appearance.text_percent, 2)

    @property
    def topbar_height(self) -> int:
        return self.px(76 + 20 * self._extra)

    @property
    def wheel_bar_height(self) -> int:
        """The mediator's bar under the top bar. The same in every mode: the page never moves under a hand."""
        return self.px(72 + 16 * self._extra)

    @property
    def panel_width(self) -> int:
        """The step panel beside the page."""
        return self.px(384 + 206 * self._extra)

    @property
    def page_zoom(self) -> float:
        """Zoom factor of the web page: it follows the screen, and part of the text size."""
        return round(self.scale * (1 + 0.4 * self._extra), 3)

    @property
    def motion_ms(self) -> int:
        return 0 if self.appearance.reduced_motion else 160

    def px(self, length: float) -> int:
        """A length or a gap, for this screen."""
        return round(length * self.scale)

    def text(self, size: float) -> int:
        """A type size in pixels, for this screen and this person."""
        return round(size * self.scale * (1 + self._extra * _growth(size)))

    def icon(self, size: float) -> int:
        """An icon's side: it grows with the words beside it, a little less."""
        return round(size * self.scale * (1 + self._extra * (0.6 if size < 40 else 0.2)))

    def font(self, size: float, weight: int = 400) -> QFont:
        font = QFont(families())
        font.setPixelSize(self.text(size))
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def colour(self, name: str) -> QColor:
        """The colour of a token by its name, as widgets take it in their constructors."""
        return getattr(self, name)

    @property
    def _extra(self) -> float:
        return self.appearance.text_percent / 100 - 1


class _Broadcast(QObject):
    """What is in force in this process, and the signal that it has changed."""

    theme_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme | None = None
        self.fonts_loaded = False


broadcast = _Broadcast()


def make_theme(screen_width: int, screen_height: int, appearance: Appearance) -> Theme:
    """The theme of a screen. 1280x800 and 1366x768 have scale 1, 1920x1080 has 1.25, 3840x2160 has 2.5."""
    scale = max(1.0, min(screen_width / 1536, screen_height / 864))
    values = HIGH if appearance.contrast == "high" else NORMAL
    colours = {field.name: QColor(values[field.name]) for field in fields(Theme) if field.name in values}
    return Theme(**colours, width=screen_width, height=screen_height, scale=scale, appearance=appearance)


def families() -> list[str]:
    """The common letters, then those of each language that has its own."""
    own = (family for language in languages.known().values() for family in language.fonts)
    return list(dict.fromkeys((FAMILY, *own)))


def current() -> Theme:
    """The theme in force. Before `apply`: the default look on the reference screen."""
    if broadcast.theme is None:
        broadcast.theme = make_theme(1280, 800, Appearance())
    return broadcast.theme


def apply(app: QApplication, theme: Theme) -> None:
    """Put `theme` in force and tell every widget through `broadcast.theme_changed`."""
    load_fonts()
    broadcast.theme = theme
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if theme.rtl else Qt.LayoutDirection.LeftToRight)
    app.setFont(theme.font(20))
    app.setPalette(_qt_palette(theme))
    broadcast.theme_changed.emit(theme)


def font_files() -> Sequence[Path]:
    return sorted((ASSETS / "fonts").glob("*.ttf"))


def _growth(size: float) -> float:
    below, above = _GROWTH[0], _GROWTH[-1]
    for point in _GROWTH:
        if point[0] <= size:
            below = point
        else:
            above = point
            break
    if size <= below[0] or above[0] <= below[0]:
        return below[1]
    share = (size - below[0]) / (above[0] - below[0])
    return below[1] + share * (above[1] - below[1])


def load_fonts() -> None:
    """The product's own fonts, for this process. Needs a QGuiApplication."""
    if broadcast.fonts_loaded:
        return
    for path in font_files():
        QFontDatabase.addApplicationFont(str(path))
    broadcast.fonts_loaded = True


def _qt_palette(theme: Theme) -> QPalette:
    """For the few parts that Qt paints itself: the text cursor, selections, the window's ground."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, theme.paper),
        (role.WindowText, theme.ink),
        (role.Base, theme.surface),
        (role.Text, theme.ink),
        (role.PlaceholderText, theme.ink_2),
        (role.Button, theme.surface),
        (role.ButtonText, theme.ink),
        (role.Highlight, theme.blue),
        (role.HighlightedText, theme.surface),
    ):
        palette.setColor(name, colour)
    return palette
