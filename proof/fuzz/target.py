"""One reader of ours, and what must hold when anything at all is handed to it.

A target says how right things look there, and hands a case over. Whatever it raises is a defect, the refusals of the
field are its own to catch: `TAKEN` or `REFUSED` is all that may come back.
"""

from __future__ import annotations

import random
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, Literal

from kiosk.errors import KioskError, Problem

Outcome = Literal["taken", "refused"]
TAKEN: Outcome = "taken"
REFUSED: Outcome = "refused"
_LONGEST_TOLD = 4000


class BrokenError(Exception):
    """A promise of the reader's does not hold. The words are of ours, without anything of the case."""


class Target(ABC):
    """`folder`: its own, in memory."""

    name: ClassVar[str]
    seconds: ClassVar[float] = 4.0
    """Of the processor, that one case may take: many times what a right one takes."""
    memory_bytes: ClassVar[int] = 1 << 30
    """More than at the start, that one case may take."""
    life: ClassVar[int | None] = None
    """How many cases one process takes; None: all of them. Fewer where the post itself takes a new one for each."""

    @classmethod  # noqa: B027 - most keep no threads
    def before_life(cls) -> None:
        """In the process that forks. Threads do not come along into a fork: a library that keeps some would wait there
        for threads that do not exist."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def case(self, chance: random.Random) -> bytes: ...

    @abstractmethod
    def put(self, case: bytes) -> Outcome: ...

    def close(self) -> None:  # noqa: B027 - most start nothing
        """Whatever it started."""


def expect(holds: bool, promise: str) -> None:
    if not holds:
        raise BrokenError(promise)


def told(problems: Iterable[Problem], lines: int | None = None) -> None:
    """Each is a sentence for a person, fit for a terminal and a screen. `lines`: of what was read."""
    for problem in problems:
        expect(bool(problem.what.strip()), "a problem without words")
        expect(problem.expected is not None or problem.nearest is not None or "«" in problem.what, "nothing expected")
        if lines is not None and problem.line is not None:
            expect(1 <= problem.line <= lines + 1, "a line that the file does not have")
        _fit_to_read(str(problem))


def told_error(error: KioskError) -> None:
    for sentence in (error.what, error.kept, error.todo):
        expect(bool(sentence.strip()), "an error without words")
        _fit_to_read(sentence)


def _fit_to_read(text: str) -> None:
    # French puts narrow spaces before some signs; no other invisible sign is meant.
    odd = [sign for sign in text if not (sign.isprintable() or sign in "\u00a0\u202f")]
    expect(not odd, "words that move the cursor")
    expect(len(text) <= _LONGEST_TOLD, "words without end")
    expect(re.search(r"Traceback|Error\(|object at 0x|ValidationError|pydantic", text) is None, "words of a program")
