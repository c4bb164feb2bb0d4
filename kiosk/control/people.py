"""The two people at the post, and the four ways in which they share the wheel."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Person(IntEnum):
    USER = 0
    MEDIATOR = 1

    @property
    def other(self) -> Person:
        return Person(1 - self)


class Mode(IntEnum):
    """The numbers are what the two processes share (see `line`)."""

    USER = 0  # the user drives, the mediator shows
    MEDIATOR = 1  # the mediator drives, the user looks
    BOTH = 2
    BRAKE = 3  # nobody touches the page

    def lets(self, person: Person) -> bool:
        """Whether this person may touch the page."""
        return self is Mode.BOTH or self == int(person)

    def narrowed(self, other: Mode) -> Mode:
        """The mode that lets whoever both let."""
        if self is Mode.BOTH or self is other:
            return other
        return self if other is Mode.BOTH else Mode.BRAKE

    @property
    def word(self) -> str:
        """For logs and messages."""
        return self.name.lower()


class Secrecy(IntEnum):
    """What is known of the field that has the keyboard. Unknown is treated as secret for the mediator's keyboard."""

    OPEN = 0
    UNKNOWN = 1
    SECRET = 2


class Action(StrEnum):
    """What a key, a bar or a button can ask of the wheel. Either person may give the hand to the user, or brake."""

    TAKE = "take"  # the mediator drives
    GIVE = "give"  # the user drives
    BOTH = "both"
    BRAKE = "brake"

    @property
    def mode(self) -> Mode:
        return _MODES[self]

    @property
    def for_mediator_only(self) -> bool:
        return self in (Action.TAKE, Action.BOTH)


_MODES = {Action.TAKE: Mode.MEDIATOR, Action.GIVE: Mode.USER, Action.BOTH: Mode.BOTH, Action.BRAKE: Mode.BRAKE}
