"""The request numbers that the page in front shows, asked of each of its documents when the person wants a receipt.

They come from a site: a few, short, and of plain signs, and still nobody's words but the site's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from shiboken6 import isValid

from kiosk.guest.probe.probe import Probe
from kiosk.guest.probe.source import WORLD
from kiosk.guest.probe.untrusted import MOST_NUMBERS, read_numbers

PATIENCE_MS = 500


def ask_numbers(probe: Probe, tell: Callable[[tuple[str, ...]], None]) -> None:
    """`tell` is called once, with what has been found by then: a page that does not answer holds nobody up."""
    frames = list(probe.living_frames())
    answers: dict[int, tuple[str, ...]] = {}
    told: list[bool] = []

    def finish() -> None:
        if not told:
            told.append(True)
            found = [number for _, numbers in sorted(answers.items()) for number in numbers]
            tell(tuple(dict.fromkeys(found))[:MOST_NUMBERS])

    def hear(index: int, untrusted_answer: object) -> None:
        if not isValid(probe):  # Chromium answers with nothing when all of it ends.
            return
        answers[index] = read_numbers(untrusted_answer)
        if len(answers) == len(frames):
            finish()

    QTimer.singleShot(PATIENCE_MS, probe, finish)
    for index, frame in enumerate(frames):
        frame.runJavaScript("globalThis.pageProbe?.numbers() ?? ''", WORLD, partial(hear, index))
    if not frames:
        finish()
