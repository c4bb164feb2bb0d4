"""A counter whose person wishes things in turn: a wish, or a condition to wait for before the next one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

from kiosk.documents.desk.counter import Counter, Service
from kiosk.documents.desk.scenes import Scene
from kiosk.documents.desk.wishes import Wish
from kiosk.documents.paper import Paper, Pouch

S = TypeVar("S", bound=Scene)
Step = Wish | Callable[[Scene], bool]


class ScriptedCounter(Counter):
    """`room`: how many papers the tray still takes. Once the script is over, the person wishes nothing any more."""

    def __init__(self, *script: Step, room: int = 30) -> None:
        self.pouch = Pouch()
        self.scenes: list[Scene] = []
        self.kept: list[tuple[str, str, bytes]] = []
        self.served: list[Service] = []
        self.lives = 0
        self.room = room
        self._script: Sequence[Step] = script
        self._at = 0
        self._shown = asyncio.Event()

    def show(self, scene: Scene) -> None:
        self.scenes.append(scene)
        self._shown.set()

    async def wish(self) -> Wish:
        while self._at < len(self._script):
            step = self._script[self._at]
            if isinstance(step, Wish):
                self._at += 1
                return step
            self._shown.clear()
            if self.scenes and step(self.scenes[-1]):
                self._at += 1
            else:
                await self._shown.wait()
        await asyncio.Event().wait()
        raise AssertionError("never")

    async def keep(self, paper: Paper) -> bool:
        if not self.room:
            return False
        self.room -= 1
        self.kept.append((paper.title, paper.kind, paper.content.read()))
        return True

    def done(self, service: Service) -> None:
        self.served.append(service)

    def alive(self) -> None:
        self.lives += 1

    def last(self, kind: type[S]) -> S:
        return next(one for one in reversed(self.scenes) if isinstance(one, kind))
