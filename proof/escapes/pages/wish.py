"""What page is wanted next: one small file that the runner writes and the hostile web reads at each question.

Both sides load this; it knows nothing of either.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from proof.escapes import telling

_FILE = "wanted"
WAITING = ""
"""No page of a technique: the one at the session's start, which waits for a wish."""
RESTING = "REST"
"""A page without a trick, between two techniques."""


@dataclass(frozen=True)
class Wish:
    """`turn` grows with each wish: the same page may be wanted twice."""

    name: str = WAITING
    turn: int = 0


def read(folder: Path | None = None) -> Wish:
    place = folder or Path(os.environ.get(telling.FOLDER, "/nonexistent"))
    with contextlib.suppress(OSError, ValueError, KeyError):
        found = json.loads((place / _FILE).read_text())
        return Wish(found["name"], found["turn"])
    return Wish()


def write(folder: Path, wish: Wish) -> None:
    new = folder / f"{_FILE}.new"
    new.write_text(json.dumps({"name": wish.name, "turn": wish.turn}))
    new.replace(folder / _FILE)
