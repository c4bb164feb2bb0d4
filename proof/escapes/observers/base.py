"""What an observer is, and what it may look at."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import psutil

from proof.escapes.field import Field
from proof.escapes.glass import Glass
from proof.escapes.technique import Scene, Way
from proof.escapes.telling import Heard


@dataclass(frozen=True)
class Scenery:
    """The post while techniques are tried in one scene.

    `allowed`: whether the session may open this host; `allowed_by_any`: whether some procedure of the post may.
    `host`: what the address strip must say; empty where there is none. `home`: the folder that HOME, TMPDIR and the
    like of this kiosk point to."""

    field: Field
    scene: Scene
    glass: Glass
    heard: Heard
    home: Path
    host: str
    allowed: Callable[[str], bool]
    allowed_by_any: Callable[[str], bool]

    @property
    def shell(self) -> psutil.Process:
        return psutil.Process(self.field.post.shell)

    def said_since(self, line: int, event: str, **fields: object) -> bool:
        """Whether the kiosk has said so after its first `line` lines."""
        said = self.field.kiosk.lines[line:]
        return any(one["event"] == event and all(one.get(key) == fields[key] for key in fields) for one in said)

    def family(self) -> set[int]:
        """Every process of the kiosk."""
        try:
            return {self.shell.pid, *(one.pid for one in self.shell.children(recursive=True))}
        except psutil.NoSuchProcess:
            return set()


class Observer(ABC):
    """`note` before a technique, `look` after it: what shows that somebody got out, or None."""

    way: ClassVar[Way]

    def note(self, scenery: Scenery) -> None:
        del scenery

    @abstractmethod
    def look(self, scenery: Scenery) -> str | None: ...
