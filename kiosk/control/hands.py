"""Counting who did how much: gestures that passed the gate, and the time they took. Which key and where is never known.

The guest tells the shell (`messages.Hands`); the shell sums.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.control.people import Person


@dataclass(frozen=True)
class Share:
    """What each person did. Times in ms."""

    user: int = 0
    mediator: int = 0
    user_ms: int = 0
    mediator_ms: int = 0

    def __bool__(self) -> bool:
        return bool(self.user or self.mediator)


class Hands:
    """Gestures since the last `take`."""

    def __init__(self) -> None:
        self._share = Share()

    def add(self, person: Person, ms: int) -> None:
        """One gesture of `person`, that took `ms`. A clock that went back counts as no time."""
        done, ms = self._share, max(0, ms)
        if person is Person.USER:
            self._share = replace(done, user=done.user + 1, user_ms=done.user_ms + ms)
        else:
            self._share = replace(done, mediator=done.mediator + 1, mediator_ms=done.mediator_ms + ms)

    def take(self) -> Share:
        """What was done since the last time, which is then forgotten."""
        share, self._share = self._share, Share()
        return share
