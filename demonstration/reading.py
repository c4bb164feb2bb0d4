"""Reads the six digits on the practice phone off the screen.

A general reader (tesseract) finds the line; the digits themselves are compared with the product's own font, whose
slashed zero a general reader takes for another digit.
"""

from __future__ import annotations

import csv
import io
import re
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

_FONT = Path(__file__).resolve().parents[1] / "assets" / "fonts" / "AtkinsonHyperlegibleNext-Bold.ttf"
_GLYPH = (24, 36)
_ENLARGED = 2
_DARK = 110
_LEANING = 1.1


class UnreadableError(AssertionError):
    """No code could be read."""


def read_code(image: Image.Image) -> str:
    """The six digits of a line written "123 456" in the picture. Raises UnreadableError."""
    grey = image.convert("L").resize((image.width * _ENLARGED, image.height * _ENLARGED))
    for box in _lines_like_a_code(grey):
        glyphs = list(_glyphs(grey.crop(box)))
        if len(glyphs) == 6:
            return "".join(_digit(glyph) for glyph in glyphs)
    raise UnreadableError("the code on the practice phone could not be read")


def read_share(image: Image.Image) -> int:
    """The number before the sign of per cent: how much the user did. Raises UnreadableError."""
    grey = image.convert("L").resize((image.width * _ENLARGED, image.height * _ENLARGED))
    for one, two in pairwise(_words(grey)):
        if two["text"].startswith("%") and re.fullmatch(r"\w{1,3}", one["text"]):
            left, top, right, bottom = _box(one)
            glyphs = _glyphs(grey.crop((left - 6, top - 6, right + 6, bottom + 6)))
            return int("".join(_digit(glyph) for glyph in glyphs))
    raise UnreadableError("the share of hands could not be read")


def _lines_like_a_code(grey: Image.Image) -> Iterator[tuple[int, int, int, int]]:
    """The boxes of two neighbouring words of three characters, mostly digits. A slashed zero may be taken for two."""
    words = [word for word in _words(grey) if re.fullmatch(r"\w{3,5}", word["text"])]
    for one, two in pairwise(words):
        if sum(character.isdigit() for character in one["text"] + two["text"]) < 3:
            continue
        left, top, right, bottom = _box(one)
        other_left, other_top, other_right, other_bottom = _box(two)
        # A blank is narrower than the digits are high: what is further away belongs to something else.
        if abs(top - other_top) < bottom - top and 0 < other_left - right < bottom - top:
            yield left - 6, min(top, other_top) - 6, other_right + 6, max(bottom, other_bottom) + 6


def _words(grey: Image.Image) -> list[dict[str, str]]:
    with tempfile.NamedTemporaryFile(dir="/dev/shm", suffix=".png") as file:
        grey.save(file.name)
        command = ["tesseract", file.name, "-", "--psm", "11", "tsv"]
        text = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    return [row for row in csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE) if row["text"]]


def _box(word: dict[str, str]) -> tuple[int, int, int, int]:
    left, top, width, height = (int(word[key]) for key in ("left", "top", "width", "height"))
    return left, top, left + width, top + height


def _glyphs(line: Image.Image) -> Iterator[Image.Image]:
    """Each dark shape between two empty columns, cut close and brought to one size. No digit is as wide as
    high: such a shape is two that lean over each other, as 7 and 4 do."""
    dark = line.point(lambda value: 255 if value < _DARK else 0)
    columns = [dark.crop((x, 0, x + 1, dark.height)).getbbox() is not None for x in range(dark.width)]
    shapes: list[tuple[int, int]] = []
    start = None
    for x, filled in enumerate([*columns, False]):
        if filled and start is None:
            start = x
        elif not filled and start is not None:
            shapes.append((start, x))
            start = None
    ink = dark.getbbox()
    height = ink[3] - ink[1] if ink else 0
    for start, end in shapes:
        parts = 2 if end - start > _LEANING * height else 1
        for part in range(parts):
            left, right = (start + (end - start) * number // parts for number in (part, part + 1))
            yield _cut(dark.crop((left, 0, right, dark.height)))


def _cut(shape: Image.Image) -> Image.Image:
    return shape.crop(shape.getbbox()).resize(_GLYPH)


def _digit(glyph: Image.Image) -> str:
    font = ImageFont.truetype(str(_FONT), 80)

    def distance(digit: str) -> float:
        drawn = Image.new("L", (120, 120), 0)
        ImageDraw.Draw(drawn).text((20, 10), digit, 255, font=font)
        return float(ImageStat.Stat(ImageChops.difference(glyph, _cut(drawn))).mean[0])

    return min("0123456789", key=distance)
