"""French text recognition: how well a page can be read, and which kind of paper it is.

Tesseract runs as a process of the same sandbox and within its limits; pixels go in and words come out by pipes. The
words stay in this module's hands: what leaves is a kind's key and a figure from 0 to 100.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
import unicodedata
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.documents.acceptance import Reading
from kiosk.documents.kinds import SIGNS

Pixels = NDArray[np.uint8]

MOST_PAGES = 2
SECONDS = 20.0
_LONGEST = 2000  # pixels on the longer side: small print is still read, at two thirds of the time of 200 dots per inch
_FEWEST_LETTERS = 20  # with less, there is no text to speak of
_ENOUGH_SIGNS = 2.0
_TSV_CONFIDENCE, _TSV_TEXT = 10, 11


class Text(NamedTuple):
    """What was recognized on a page. `sure`: letters of words that recognition is sure of."""

    words: tuple[str, ...]
    letters: int
    sure: int
    readable: int


NOTHING = Text((), 0, 0, 0)


def read(images: Sequence[Pixels]) -> Reading:
    """The first pages are enough: papers say what they are at their top."""
    return reading_of(recognize(images[:MOST_PAGES]))


def reading_of(texts: Sequence[Text]) -> Reading:
    letters = sum(text.letters for text in texts)
    readable = round(sum(text.readable * text.letters for text in texts) / letters) if letters else 0
    return Reading(kind=kind_of([word for text in texts for word in text.words]), readable=readable)


def recognize(images: Sequence[Pixels], seconds: float = SECONDS) -> list[Text]:
    """NOTHING for a page that took too long. Pages are read side by side, one processor each."""
    end = time.monotonic() + seconds
    with ThreadPoolExecutor(max_workers=MOST_PAGES) as pool:
        return list(pool.map(lambda image: _recognize(image, end), images))


def kind_of(words: Sequence[str]) -> str | None:
    """The kind whose signs are found most, if they are found enough; None rather than a wrong name."""
    text = f" {_plain(' '.join(words))} "
    found = {
        kind: sum(weight for sign, weight in signs.items() if f" {_plain(sign)} " in text)
        for kind, signs in SIGNS.items()
    }
    kind = max(found, key=lambda one: found[one])
    return kind if found[kind] >= _ENOUGH_SIGNS else None


def text_of(table: str) -> Text:
    """From tesseract's table of words, one a line."""
    words: list[str] = []
    letters = sure = 0
    weighed = 0.0
    for line in table.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) <= _TSV_TEXT or not _is_word(cells[_TSV_TEXT]):
            continue
        word, confidence = cells[_TSV_TEXT], max(0.0, min(100.0, float(cells[_TSV_CONFIDENCE])))
        size = sum(letter.isalnum() for letter in word)
        words.append(word)
        letters += size
        weighed += size * confidence
        sure += size if confidence >= 60 else 0
    return Text(tuple(words), letters, sure, round(weighed / letters) if letters >= _FEWEST_LETTERS else 0)


def _recognize(image: Pixels, end: float) -> Text:
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    scale = _LONGEST / max(grey.shape)
    if scale < 1:
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    height, width = grey.shape
    try:
        done = subprocess.run(
            # One page of text in one language, read upright: what a paper of a service is.
            ("tesseract", "stdin", "stdout", "-l", "fra", "--psm", "3", "--dpi", "170", "tsv"),
            input=b"P5 %d %d 255\n" % (width, height) + grey.tobytes(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads wait for one another more than they work
            timeout=max(0.1, end - time.monotonic()),
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        return NOTHING
    text = text_of(done.stdout.decode("utf-8", "replace"))
    return text._replace(readable=round(text.readable * _part_read(text, grey)))


def _part_read(text: Text, grey: NDArray[np.generic]) -> float:
    """1.0 when about as many letters were recognized as there are signs of ink of their size: recognition is sure of
    the few words that it found on a dim photograph, and silent about all others."""
    ink = cv2.adaptiveThreshold(
        np.asarray(grey, np.uint8), 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 41, 18
    )
    _, _, signs, _ = cv2.connectedComponentsWithStats(ink)
    heights, widths = signs[1:, cv2.CC_STAT_HEIGHT], signs[1:, cv2.CC_STAT_WIDTH]
    letter_like = int(((heights > 9) & (heights < 60) & (widths > 2) & (widths < 60)).sum())
    return min(1.0, text.letters / max(1.0, 0.4 * letter_like))


def _is_word(cell: str) -> bool:
    """Stains and lines are recognized as single signs."""
    return sum(letter.isalnum() for letter in cell) >= 2


def _plain(text: str) -> str:
    """Small letters without accents, one space between words: recognition is often wrong about the rest."""
    apart = unicodedata.normalize("NFKD", text.lower())
    return " ".join(re.findall(r"[a-z0-9]+", "".join(letter for letter in apart if not unicodedata.combining(letter))))
