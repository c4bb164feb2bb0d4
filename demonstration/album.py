"""The pictures of a demonstration, numbered in the order in which they are taken."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path


class Album:
    """`shoot` writes what is seen now to a file."""

    def __init__(self, folder: Path, shoot: Callable[[Path], None]) -> None:
        self._folder = folder
        self._shoot = shoot
        self._count = 0

    def picture(self, name: str) -> None:
        self._shoot(self.place(name))

    def place(self, name: str) -> Path:
        """For a picture that is taken elsewhere than on the screen."""
        self._count += 1
        place = self._folder / f"{self._count:02}-{name}.png"
        # It takes minutes: whoever waits sees how far it is, and where it stopped.
        print(f"  {place.name}", file=sys.stderr, flush=True)
        return place
