"""What stands around the rules of a session: the screens, the rooms and the machine, as they are seen from here.

Promises only, and what does nothing where a post has no such room. The composition root gives the real ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kiosk.sandbox.base import GuestSpec, Sandbox
from kiosk.sealed import Sealed
from kiosk.session import commands, messages
from kiosk.session.idle import IdleCounter
from kiosk.session.place import NetworkSettings
from kiosk.session.receipt import Receipt, WipeReport
from kiosk.session.selections import Selections
from kiosk.session.state import EndReason, Settings
from kiosk.session.wipe import Erasure


class Stage(Protocol):
    """The shell's screens, as the rules see them."""

    def guest_came(self) -> None: ...
    def show_home(self) -> None: ...
    def show_opening(self, host: str) -> None: ...
    def show_session(self, with_mediator: bool) -> None: ...
    def show_warning(self, seconds_left: int, seconds_total: int) -> None: ...
    def show_closing(self, documents: int, share: int | None) -> None: ...
    def show_notice(self) -> None: ...
    def show_wiping(self, reason: EndReason, done: tuple[str, ...]) -> None: ...
    def show_wiped(self, receipt: Receipt, reason: EndReason) -> None: ...
    def show_locked(self, code: str) -> None: ...
    def show_blocked(self, count: int) -> None: ...
    def take_keyboard(self) -> None:
        """To the bar over the guest."""

    def set_mediator_called(self, on: bool) -> None: ...
    def forget_person(self) -> None: ...
    def known_of_person(self) -> int:
        """How many things the screens still know of the person. 0 after `forget_person`."""


class Desk(Protocol):
    """The paper desk, as the rules see it."""

    def open(self, asked: messages.ServiceAsked, contents: tuple[Sealed, ...]) -> None:
        """Begin a service. The contents are the desk's from now on."""

    def show(self) -> None: ...
    def delivered(self, kept: bool) -> None: ...
    def end(self) -> None:
        """Stop whatever is going on, without waiting. Idempotent."""

    def erasures(self) -> tuple[Erasure, ...]: ...


class StaffRooms(Protocol):
    """The staff area, as the rules see it."""

    def show(
        self, room: str, in_session: bool, blocked: tuple[commands.BlockedHost, ...], *, it: bool = False
    ) -> None: ...
    def end(self) -> None:
        """Whoever was there has left: forget what was typed, and take no PIN any more. Idempotent."""


class Recorder(Protocol):
    """Where the gestures of a procedure in the making go."""

    def keep(self, gesture: str, role: str, untrusted_name: str, untrusted_address: str) -> None: ...
    def drop(self) -> None:
        """The last one was a mistake."""


class NoRecorder:
    """A post where nobody makes procedures."""

    def keep(self, gesture: str, role: str, untrusted_name: str, untrusted_address: str) -> None: ...
    def drop(self) -> None: ...


class NoStaff:
    """A post without a staff area."""

    def show(
        self, room: str, in_session: bool, blocked: tuple[commands.BlockedHost, ...], *, it: bool = False
    ) -> None: ...
    def end(self) -> None: ...


class NoDesk:
    """A post without paper services."""

    def open(self, _asked: messages.ServiceAsked, contents: tuple[Sealed, ...]) -> None:
        for one in contents:
            one.close()

    def show(self) -> None: ...
    def delivered(self, kept: bool) -> None: ...
    def end(self) -> None: ...
    def erasures(self) -> tuple[Erasure, ...]:
        return ()


@dataclass(frozen=True)
class Post:
    """What the runner needs of the machine and of the other rooms, given by the composition root.

    `opening` turns a procedure's id, case and seat into the guest's first message and the hosts it may reach.
    `count_opening`: a site without a procedure was opened; `note_host`: a mediator opened the way to a host, for a
    procedure or such a site.
    `on_drive` and `on_secrecy`: what the guest says of who should drive and of the field that has the keyboard.
    `on_read`: the step that the person wants to hear; None: silence.
    `last_erasures`: what every wipe does when all else is gone.
    `papers_bytes`: what a tray holds at the most.
    `reader_bus`: the address of the accessibility bus while a screen reader is on, else nothing. Asked for each guest.
    `keep_receipt`: a wipe is over; why it was done, its report, its error.
    `record` is told each thing worth counting (a fixed code and safe fields).
    """

    sandbox: Sandbox
    spec: GuestSpec
    selections: Selections
    idle: IdleCounter
    runtime: Path
    settings: Settings
    network: NetworkSettings
    opening: Callable[[commands.OpenGuest], tuple[messages.Open, tuple[str, ...]]]
    appearance: Callable[[], messages.Appearance]
    record: Callable[..., None]
    count_drift: Callable[[str, str], None]
    wall_clock: Callable[[], datetime]
    on_drive: Callable[[str], None] = lambda _action: None
    on_secrecy: Callable[[str], None] = lambda _secrecy: None
    on_read: Callable[[messages.ReadAloud | None], None] = lambda _asked: None
    desk: Desk = field(default_factory=NoDesk)
    staff: StaffRooms = field(default_factory=NoStaff)
    recorder: Recorder = field(default_factory=NoRecorder)
    count_opening: Callable[[str], None] = lambda _host: None
    note_host: Callable[[str, str], None] = lambda _subject, _host: None
    keep_receipt: Callable[[str, WipeReport | None, str | None], None] = lambda _reason, _report, _error: None
    last_erasures: tuple[Erasure, ...] = ()
    papers_bytes: int = 100 << 20
    reader_bus: Callable[[], str] = lambda: ""
