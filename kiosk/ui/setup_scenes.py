"""What the screens of the first setup show, and what is wished on them. Plain words and numbers, no widget, no rule."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SetupScene:
    """`at`: which question, from 1, and of how many. `fault`: what is wrong with the last answer, in words. `saved`: it
    is all written down, and there is no way back."""

    at: tuple[int, int] = (1, 1)
    fault: str = ""
    saved: bool = False


@dataclass(frozen=True)
class PlaceScene(SetupScene):
    """`wrong`: which of the two lines is ("post")."""

    name: str = ""
    post: str = ""
    wrong: str = ""


@dataclass(frozen=True)
class Choice:
    """`key`: what is told when it is chosen."""

    key: str
    text: str
    detail: str = ""


@dataclass(frozen=True)
class ChoiceScene(SetupScene):
    """`question`: which of the titles. `looking`: the machine is still being asked."""

    question: str = ""
    choices: tuple[Choice, ...] = ()
    chosen: str | None = None
    looking: bool = False


@dataclass(frozen=True)
class CodesScene(SetupScene):
    """`people`: names, and whether their code was given just now. `name`: as it was typed."""

    it: bool = False
    people: tuple[tuple[str, bool], ...] = ()
    name: str = ""


@dataclass(frozen=True)
class NetworkScene(SetupScene):
    """`hosts`: each with how far it was reached (`Reach`'s words), empty while nothing is known."""

    hosts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SummaryScene(SetupScene):
    """`lines`: what would be written, or was."""

    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class SetupWish:
    """Something that was pressed."""


@dataclass(frozen=True)
class Back(SetupWish):
    pass


@dataclass(frozen=True)
class Later(SetupWish):
    """The post is to be opened as it is."""


@dataclass(frozen=True)
class Next(SetupWish):
    """`chosen`: of a choice, None when nothing was."""

    chosen: str | None = None


@dataclass(frozen=True)
class Placed(SetupWish):
    name: str
    post: str


@dataclass(frozen=True)
class LookAgain(SetupWish):
    """At the printers, the scanners or the network."""


@dataclass(frozen=True)
class FromStick(SetupWish):
    pass


@dataclass(frozen=True)
class GiveCode(SetupWish):
    name: str
    pin: str = field(repr=False)
    again: str = field(repr=False)


@dataclass(frozen=True)
class TakeBackCode(SetupWish):
    name: str


@dataclass(frozen=True)
class Save(SetupWish):
    pass
