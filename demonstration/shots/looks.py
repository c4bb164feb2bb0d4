"""The ways in which a screen can look: language, contrast, size of the screen, size of the letters."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Literal

from kiosk import languages
from kiosk.session.messages import Appearance

SIZES = ((1280, 800), (1366, 768), (1920, 1080))
PERCENTS = (100, 200)
CONTRASTS: tuple[Literal["normal", "high"], ...] = ("normal", "high")


@dataclass(frozen=True)
class Look:
    language: str
    contrast: Literal["normal", "high"]
    width: int
    height: int
    percent: int

    @property
    def appearance(self) -> Appearance:
        return Appearance(language=self.language, text_percent=self.percent, contrast=self.contrast)

    def __str__(self) -> str:
        return f"{self.language} {self.width}x{self.height} {self.percent} % {self.contrast}"


REFERENCE = Look("fr", "normal", 1280, 800, 100)


def every() -> list[Look]:
    """In the order of a sheet: a line for each language and contrast."""
    return [
        Look(language, contrast, width, height, percent)
        for language, contrast, percent, (width, height) in product(languages.codes(), CONTRASTS, PERCENTS, SIZES)
    ]


A_LINE = len(PERCENTS) * len(SIZES)
