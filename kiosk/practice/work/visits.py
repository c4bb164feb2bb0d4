"""Who is inside the job centre, and for how long: ten idle minutes end a visit, or one gesture where that is practised.

Pure rules on an injected clock. One server is one person: a new visit replaces the one before.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

from kiosk.practice.work.words import IDENTIFIER, PASSWORD

IDLE_SECONDS = 600.0


class Visits:
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._token = ""
        self._seen = 0.0
        self._ended = True
        self._ends_once = False

    def enter(self, identifier: str, password: str) -> str | None:
        """The token of a new visit, or None when one of the two is wrong."""
        if "".join(identifier.split()).upper() != IDENTIFIER or password != PASSWORD:
            return None
        self._token, self._seen, self._ended = secrets.token_urlsafe(24), self._clock(), False
        return self._token

    def is_known(self, token: str | None) -> bool:
        return bool(self._token) and token is not None and secrets.compare_digest(token.encode(), self._token.encode())

    def is_inside(self, token: str | None) -> bool:
        return self.is_known(token) and not self._ended and self._clock() - self._seen <= IDLE_SECONDS

    def touch(self) -> None:
        """The person did something: the idle minutes start again. Call it for somebody inside."""
        self._seen = self._clock()

    def end_at_next_answer(self) -> None:
        """For practice: the visit will end once, while a form is being filled."""
        self._ends_once = True

    def note_answer(self) -> None:
        """A page of a form was sent."""
        if self._ends_once:
            self._ends_once, self._ended = False, True

    def leave(self, token: str | None) -> None:
        if self.is_known(token):
            self._token, self._ended = "", True
