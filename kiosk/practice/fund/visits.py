"""Who is logged in at the fund: the number and password, the code by phone, and the five idle minutes.

Pure rules on an injected clock. One server is one person, so there is one visit at most; a new one replaces it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from kiosk.practice.person import TRAINING
from kiosk.practice.phone import Phone

IDLE_SECONDS = 300.0
CODE_TRIES = 5


class Stage(Enum):
    NONE = "none"
    CODE = "code"
    OPEN = "open"
    EXPIRED = "expired"


class CodeCheck(Enum):
    RIGHT = "right"
    WRONG = "wrong"
    TOO_MANY = "too_many"


@dataclass
class _Visit:
    token: str
    stage: Stage
    seen: float
    code: str = ""
    tries: int = 0


class Visits:
    def __init__(self, phone: Phone, clock: Callable[[], float]) -> None:
        self._phone = phone
        self._clock = clock
        self._visit: _Visit | None = None

    def enter(self, number: str, password: str) -> str | None:
        """The token of a new visit waiting for its code, or None when number or password is wrong."""
        right = "".join(number.split()) == TRAINING.number and password == TRAINING.password
        if not right:
            return None
        self._visit = _Visit(secrets.token_urlsafe(24), Stage.CODE, self._clock())
        self.send_code(self._visit.token)
        return self._visit.token

    def stage(self, token: str | None) -> Stage:
        visit = self._known(token)
        if visit is None:
            return Stage.NONE
        if self._clock() - visit.seen > IDLE_SECONDS:
            visit.stage = Stage.EXPIRED
        return visit.stage

    def touch(self, token: str | None) -> None:
        """The person did something: the five minutes start again. An expired visit stays expired."""
        visit = self._known(token)
        if visit is not None and self.stage(token) is not Stage.EXPIRED:
            visit.seen = self._clock()

    def send_code(self, token: str | None) -> None:
        visit = self._known(token)
        if visit is None:
            return
        visit.code = f"{secrets.randbelow(1_000_000):06}"
        visit.tries = 0
        shown = f"{visit.code[:3]} {visit.code[3:]}"
        text = "Site d'entraînement. Voici votre code pour vous connecter à la Caisse d'allocations d'exercice."
        self._phone.receive("Caisse d'exercice", text, shown)

    def check_code(self, token: str | None, typed: str) -> CodeCheck:
        """Open the visit if the code is right. After `CODE_TRIES` wrong ones, only a new code can be."""
        visit = self._known(token)
        if visit is None or visit.tries >= CODE_TRIES:
            return CodeCheck.TOO_MANY
        visit.tries += 1
        if secrets.compare_digest("".join(typed.split()).encode(), visit.code.encode()):
            visit.stage = Stage.OPEN
            return CodeCheck.RIGHT
        return CodeCheck.TOO_MANY if visit.tries >= CODE_TRIES else CodeCheck.WRONG

    def expire(self, token: str | None) -> None:
        visit = self._known(token)
        if visit is not None:
            visit.stage = Stage.EXPIRED

    def leave(self, token: str | None) -> None:
        if self._known(token) is not None:
            self._visit = None

    def _known(self, token: str | None) -> _Visit | None:
        visit = self._visit
        if visit is None or token is None or not secrets.compare_digest(token.encode(), visit.token.encode()):
            return None
        return visit
