"""A counter with a person behind it whose wishes a test writes. `scenes` holds all that was shown.

A test tells a wish and waits for the scene that answers it: `await counter.seen(PrintScene, stage="done")`.
"""

from __future__ import annotations

import asyncio
from typing import TypeVar

from kiosk.documents.desk.counter import Counter, Service
from kiosk.documents.desk.scenes import Scene
from kiosk.documents.desk.wishes import Wish
from kiosk.documents.paper import Paper, Pouch

S = TypeVar("S", bound=Scene)


class FakeCounter(Counter):
    def __init__(self) -> None:
        self.pouch = Pouch()
        self.scenes: list[Scene] = []
        self.kept: list[Paper] = []
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

    async def keep(self, paper: Paper) -> bool:
        self.kept.append(paper)
        return True

    def done(self, service: Service) -> None:
        self.services.append(service)

    def alive(self) -> None:
        self.lives += 1
