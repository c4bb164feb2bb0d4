"""The look's promises in figures: contrast, sizes, targets."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication

from kiosk.session.messages import Appearance
from kiosk.ui import theme

TEXT_PAIRS = [
    ("ink", "surface"),
    ("ink", "paper"),
    ("ink", "paper_2"),
    ("ink", "mark"),
    ("ink", "mark_tint"),
    ("ink", "orange"),
    ("ink", "orange_tint"),
    ("ink", "green_tint"),
    ("ink_2", "surface"),
    ("ink_2", "paper"),
    ("ink_2", "paper_2"),
    ("surface", "blue"),
    ("surface", "green"),
    ("surface", "ink"),
    ("surface", "red"),
    ("blue_deep", "blue_tint"),
    ("green_deep", "green_tint"),
    ("orange_deep", "surface"),
]
GRAPHIC_PAIRS = [("line_strong", "surface"), ("line_strong", "paper"), ("orange_line", "surface"), ("blue", "paper")]


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["normal", "high"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_words_can_be_read(mode: str, text: str, ground: str) -> None:
    look = theme.make_theme(1280, 800, Appearance(contrast=mode))
    assert contrast(look.colour(text), look.colour(ground)) >= 4.5


@pytest.mark.parametrize("mode", ["normal", "high"])
@pytest.mark.parametrize(("line", "ground"), GRAPHIC_PAIRS)
def test_lines_that_mean_something_can_be_seen(mode: str, line: str, ground: str) -> None:
    look = theme.make_theme(1280, 800, Appearance(contrast=mode))
    assert contrast(look.colour(line), look.colour(ground)) >= 3.0


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1024, 768, 1.0), (1280, 800, 1.0), (1366, 768, 1.0), (1920, 1080, 1.25), (3840, 2160, 2.5)],
)
def test_everything_scales_with_the_screen(width: int, height: int, scale: float) -> None:
    look = theme.make_theme(width, height, Appearance())
    assert look.scale == pytest.approx(scale)
    assert look.px(40) == round(40 * scale)


def test_text_grows_and_spacing_does_not() -> None:
    normal = theme.make_theme(1280, 800, Appearance())
    large = theme.make_theme(1280, 800, Appearance(text_percent=200))
    assert large.text(20) >= 1.8 * normal.text(20)
    assert 1.3 * normal.text(46) < large.text(46) < 1.7 * normal.text(46)
    assert large.px(40) == normal.px(40)
    assert large.page_zoom == pytest.approx(1.4)
    assert (normal.panel_width, large.panel_width) == (384, 590)


def test_a_larger_size_is_never_smaller_on_screen() -> None:
    for percent in theme.TEXT_PERCENTS:
        look = theme.make_theme(1280, 800, Appearance(text_percent=percent))
        sizes = [look.text(size) for size in range(16, 90)]
        assert sizes == sorted(sizes)


def test_arabic_turns_the_layout(qapp: QApplication) -> None:
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(language="ar")))
    assert qapp.isRightToLeft()
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(language="fr")))
    assert not qapp.isRightToLeft()


def test_the_fonts_are_ours(qapp: QApplication) -> None:
    families = {"Atkinson Hyperlegible Next", "IBM Plex Sans Arabic"}
    assert families <= set(QFontDatabase.families())
    weights = {QFontDatabase.weight("Atkinson Hyperlegible Next", style) for style in ("Regular", "SemiBold", "Bold")}
    assert weights == {400, 600, 700}


@pytest.mark.parametrize("style", ["Regular", "SemiBold", "Bold"])
def test_each_letter_is_drawn_with_the_glyph_that_bears_it(qapp: QApplication, style: str) -> None:
    """A PDF says a letter by the glyph that drew it: whoever copies, searches or listens gets no other."""
    theme.load_fonts()
    font = QFontDatabase.font(theme.FAMILY, style, 20)
    raw = QRawFont.fromFont(font)
    letters = [chr(code) for code in range(0x20, 0x180) if raw.supportsCharacter(code)]
    assert len(letters) > 250
    assert [letter for letter in letters if _drawn(font, letter) != raw.glyphIndexesForString(letter)] == []


def _drawn(font: QFont, text: str) -> list[int]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
