"""What may be typed behind `--`: a word that is not one of them is refused before anything is started."""

from __future__ import annotations

import argparse
import re

_MOST_MINUTES = 10_000


def seed(word: str) -> str:
    """As it was printed: the noughts before it count."""
    if not re.fullmatch(r"[0-9]{1,18}", word):
        raise argparse.ArgumentTypeError(f"{word!r} is not a whole number, as a run prints it")
    return word


def count(word: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", word) or int(word) == 0:
        raise argparse.ArgumentTypeError(f"{word!r} is not a whole number from 1")
    return int(word)


def minutes(word: str) -> float:
    wrong = argparse.ArgumentTypeError(f"{word!r} is not a number of minutes")
    try:
        number = float(word)
    except ValueError:
        raise wrong from None
    if not 0 < number < _MOST_MINUTES:
        raise wrong
    return number


def pattern(word: str) -> re.Pattern[str]:
    try:
        return re.compile(word)
    except re.error as error:
        raise argparse.ArgumentTypeError(f"{word!r} is not a pattern: {error}") from None
