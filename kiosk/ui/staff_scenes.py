"""What the staff area has to show, and what a mediator may wish there. Plain data: no widget, no rule."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.checks import Check
from kiosk.procedures.other_site import Fault
from kiosk.procedures.what_next import WhatNext
from kiosk.session.commands import BlockedHost


@dataclass(frozen=True)
class StaffScene:
    """`in_session`: the page of a person lies under it."""

    in_session: bool = False


@dataclass(frozen=True)
class StaffPinScene(StaffScene):
    """`nobody`: no one has a PIN yet. The rest as the staff's file says it."""

    nobody: bool = False
    wrong: bool = False
    wait_seconds: int = 0
    locked: bool = False


@dataclass(frozen=True)
class MenuScene(StaffScene):
    """`it`: with the rooms of IT."""

    it: bool = False


@dataclass(frozen=True)
class HealthScene(StaffScene):
    """What the doctor says of this post. `checks` None: it is looking. `fell`: it said nothing at all."""

    checks: tuple[Check, ...] | None = None
    fell: bool = False


@dataclass(frozen=True)
class SiteScene(StaffScene):
    """`fault`: what is wrong with the address that was typed."""

    fault: Fault | None = None


@dataclass(frozen=True)
class NextScene(StaffScene):
    found: WhatNext = field(default_factory=WhatNext)
    titles: tuple[tuple[str, str], ...] = ()
    """Procedures that have a title of their own, by id."""


@dataclass(frozen=True)
class BlockedScene(StaffScene):
    hosts: tuple[BlockedHost, ...] = ()


@dataclass(frozen=True)
class StaffWish:
    pass


@dataclass(frozen=True)
class Back(StaffWish):
    pass


@dataclass(frozen=True)
class TellPin(StaffWish):
    digits: str

    def __repr__(self) -> str:
        return "TellPin(…)"


@dataclass(frozen=True)
class Enter(StaffWish):
    """An entry of the menu."""

    room: str


@dataclass(frozen=True)
class OpenSite(StaffWish):
    typed: str


@dataclass(frozen=True)
class AllowHost(StaffWish):
    host: str


@dataclass(frozen=True)
class ReloadPage(StaffWish):
    pass


@dataclass(frozen=True)
class LookAgain(StaffWish):
    """The doctor is asked once more."""
