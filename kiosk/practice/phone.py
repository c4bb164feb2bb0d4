"""`telephone.exercice`: the practice phone, on which the codes arrive.

It is drawn in a frame of the fund's page, from another origin, as a real bank's or operator's frame would be.
Knows messages only: who sends them and why is the sender's business.
"""

from __future__ import annotations

from collections import deque
from dataclasses import asdict, dataclass

from aiohttp import web

from kiosk.practice.pages import add_static, page

_KEPT = 5


@dataclass(frozen=True)
class Message:
    number: int
    sender: str
    text: str
    code: str


class Phone:
    """The last few messages, oldest first."""

    def __init__(self) -> None:
        self._messages: deque[Message] = deque(maxlen=_KEPT)
        self._received = 0

    def receive(self, sender: str, text: str, code: str) -> None:
        self._received += 1
        self._messages.append(Message(self._received, sender, text, code))

    @property
    def messages(self) -> tuple[Message, ...]:
        return tuple(self._messages)


def phone_app(phone: Phone) -> web.Application:
    async def screen(_request: web.Request) -> web.Response:
        return page("telephone/telephone.html")

    async def messages(_request: web.Request) -> web.Response:
        return web.json_response([asdict(message) for message in phone.messages])

    app = web.Application()
    app.router.add_get("/", screen)
    app.router.add_get("/messages", messages)
    add_static(app, "commun", "telephone")
    return app
