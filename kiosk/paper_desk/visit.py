"""One visit of a person to the paper desk: carries scenes to the screen, wishes to the service, papers to the tray."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Protocol

from kiosk.documents.desk.counter import Counter, Service
from kiosk.documents.desk.scenes import Scene
from kiosk.documents.desk.wishes import Wish
from kiosk.documents.paper import Paper, Pouch
from kiosk.sealed import Sealed
from kiosk.session import events, messages

DELIVERY_SECONDS = 10.0
_ALIVE_EVERY = 1.0


class Screens(Protocol):
    """The shell, as the desk sees it. Shows nothing while the desk is not what should be seen."""

    def show_desk(self, scene: Scene) -> None: ...


class Visit(Counter):
    """The counter of one service, from the first scene to the last."""

    def __init__(
        self,
        service: Service,
        pouch: Pouch,
        screens: Screens,
        *,
        send: Callable[[messages.ToGuest, Sequence[Sealed]], bool],
        tell: Callable[..., None],
        note_done: Callable[[Service], None],
    ) -> None:
        self.pouch = pouch
        self._service = service
        self._screens = screens
        self._send = send
        self._tell = tell
        self._note_done = note_done
        self._wishes: asyncio.Queue[Wish] = asyncio.Queue()
        self._answer: asyncio.Future[bool] | None = None
        self._scene: Scene | None = None
        self._alive_at = 0.0

    def show(self, scene: Scene) -> None:
        self._scene = scene
        self._screens.show_desk(scene)

    def show_again(self) -> None:
        if self._scene is not None:
            self._screens.show_desk(self._scene)

    async def wish(self) -> Wish:
        return await self._wishes.get()

    def wished(self, wish: Wish) -> None:
        self._wishes.put_nowait(wish)

    async def keep(self, paper: Paper) -> bool:
        self._answer = asyncio.get_running_loop().create_future()
        message = messages.Deliver(title=paper.title, kind=paper.kind, service=self._service)
        if not self._send(message, (paper.content,)):
            return False
        try:
            return await asyncio.wait_for(self._answer, DELIVERY_SECONDS)
        except TimeoutError:
            return False
        finally:
            self._answer = None

    def delivered(self, kept: bool) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(kept)

    def done(self, service: Service) -> None:
        self._note_done(service)

    def alive(self) -> None:
        now = time.monotonic()
        if now - self._alive_at >= _ALIVE_EVERY:
            self._alive_at = now
            self._tell(events.Activity, at=asyncio.get_running_loop().time())
