"""Where the procedures of this site lie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.procedures.recording import shelf


@dataclass(frozen=True)
class Site:
    """`folders`: where the site keeps its own procedures; `state`: the post's state folder. `sent`: the folders of
    what came between two versions of the program, as they are now."""

    packaged: Path
    folders: tuple[Path, ...]
    state: Path
    sent: Callable[[], Sequence[Path]] = tuple

    @property
    def every_folder(self) -> tuple[Path, ...]:
        return shelf.folders_to_load((self.packaged, *self.sent(), *self.folders), self.state)
