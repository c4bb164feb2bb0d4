"""Counters with a person behind them whose wishes a test writes. `scenes` holds all that was shown.

At a FakeCounter a test tells a wish and waits for the scene that answers it: `await counter.seen(PrintScene,
stage="done")`. At a ScriptedCounter the wishes are known beforehand, and conditions to wait for between them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from kiosk.documents.desk.counter import Counter, Service
from kiosk.documents.desk.scenes import Scene
from kiosk.documents.desk.wishes import Wish
from kiosk.documents.paper import Paper, Pouch

S = TypeVar("S", bound=Scene)
Step = Wish | Callable[[Scene], bool]


class FakeCounter(Counter):
    """`room`: how many papers the tray still takes."""

    def __init__(self, room: int = 30) -> None:
        self.pouch = Pouch()
        self.room = room
        self.scenes: list[Scene] = []
        self.kept: list[Paper] = []
        self.contents: list[bytes] = []
        self.services: list[Service] = []
        self.lives = 0
        self._wishes: asyncio.Queue[Wish] = asyncio.Queue()
        self._shown = asyncio.Condition()
        self._telling: set[asyncio.Task[None]] = set()

    def tell(self, *wishes: Wish) -> None:
        for one in wishes:
            self._wishes.put_nowait(one)

    async def seen(self, kind: type[S], **fields: object) -> S:
        """The scene that is shown now, as soon as it is of this kind and holds these."""

        def fits() -> bool:
            last = self.scenes[-1] if self.scenes else None
            return isinstance(last, kind) and all(getattr(last, name) == value for name, value in fields.items())

        try:
            async with asyncio.timeout(20), self._shown:
                await self._shown.wait_for(fits)
        except TimeoutError:
            raise AssertionError(f"never {kind.__name__} {fields}: {self.scenes[-1:]}") from None
        last = self.scenes[-1]
        assert isinstance(last, kind)
        return last

    def show(self, scene: Scene) -> None:
        self.scenes.append(scene)
        telling = asyncio.get_running_loop().create_task(self._tell_shown())
        self._telling.add(telling)
        telling.add_done_callback(self._telling.discard)

    async def _tell_shown(self) -> None:
        async with self._shown:
            self._shown.notify_all()

    async def wish(self) -> Wish:
        return await self._wishes.get()

    def last(self, kind: type[S]) -> S:
        return next(one for one in reversed(self.scenes) if isinstance(one, kind))

    async def keep(self, paper: Paper) -> bool:
        if not self.room:
            return False
        self.room -= 1
        self.kept.append(paper)
        self.contents.append(paper.content.read())  # the paper's own is soon closed
        return True

    def done(self, service: Service) -> None:
        self.services.append(service)

    def alive(self) -> None:
        self.lives += 1


class ScriptedCounter(FakeCounter):
    """Once the script is over, the person wishes nothing any more."""

    def __init__(self, *script: Step, room: int = 30) -> None:
        super().__init__(room)
        self._script = script
        self._at = 0
        self._new = asyncio.Event()

    def show(self, scene: Scene) -> None:
        super().show(scene)
        self._new.set()

    async def wish(self) -> Wish:
        while self._at < len(self._script):
            step = self._script[self._at]
            if isinstance(step, Wish):
                self._at += 1
                return step
            self._new.clear()
            if self.scenes and step(self.scenes[-1]):
                self._at += 1
            else:
                await self._new.wait()
        await asyncio.Event().wait()
        raise AssertionError("never")
