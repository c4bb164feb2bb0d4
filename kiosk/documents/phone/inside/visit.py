"""One code's life: who it belongs to, what it still allows. No sockets, no clock: the shell keeps the time."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from kiosk.documents.phone import talk
from kiosk.documents.trouble import Trouble

_MOST_WORDS = 400  # the shell ends a door that says more than a visit can need


class Standing(Enum):
    """What a request's cookie makes of its phone."""

    FREE = auto()  # nobody has used the code yet
    OURS = auto()
    SECOND = auto()


@dataclass
class Visit:
    """`tell` passes a message to the shell, with a content."""

    begin: talk.Begin
    tell: Callable[[talk.FromInside], None]
    expired: bool = False
    received: int = 0
    fetched: set[int] = field(default_factory=set)
    _secret: str = ""
    _words_left: int = _MOST_WORDS

    def standing(self, cookie: str) -> Standing:
        if not self._secret:
            return Standing.FREE
        same = hmac.compare_digest(cookie.encode(errors="replace"), self._secret.encode())
        return Standing.OURS if same else Standing.SECOND

    def fits(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(errors="replace"), self.begin.token.encode())

    def bind(self) -> str:
        """The code belongs to this phone from now on. The secret is its cookie."""
        self._secret = secrets.token_urlsafe(24)
        self.say(talk.PhoneJoined())
        return self._secret

    def refuse(self, trouble: Trouble) -> Trouble:
        self.say(talk.PhoneRefused(trouble))
        return trouble

    def fetch(self, index: int) -> None:
        if index not in self.fetched:
            self.fetched.add(index)
            self.say(talk.PaperFetched(index))

    def say(self, message: talk.FromInside) -> None:
        if self._words_left:
            self._words_left -= 1
            self.tell(message)
