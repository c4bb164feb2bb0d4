"""The state of the post: one phase, one guest, and at most one person's session.

Plain frozen data. All that concerns a person is in `Session`, which exists from the start to the wipe and never
after it: forgetting the person is dropping one object.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from kiosk.session.receipt import Receipt

if TYPE_CHECKING:
    from kiosk.config import SessionSection


class Phase(StrEnum):
    BOOT = "boot"
    WIPING = "wiping"
    STANDBY = "standby"
    OPENING = "opening"
    ACTIVE = "active"
    PAPERS = "papers"  # a service of the paper desk lies over the page
    NOTICE = "notice"  # what the post does with people's data lies over the page
    STAFF = "staff"  # the staff area lies over home, or over the page
    WARNING = "warning"
    CLOSING = "closing"
    LOCKED = "locked"
    STOPPED = "stopped"


class EndReason(StrEnum):
    """Why everything is being erased."""

    BOOT = "boot"
    FINISHED = "finished"
    IDLE = "idle"
    LEFT = "left"  # the closing screen was not answered
    OPENING_TIMEOUT = "opening-timeout"
    FROZEN = "frozen"
    GUEST_DIED = "guest-died"
    REFUSED_MESSAGE = "refused-message"
    SHUTDOWN = "shutdown"


# The person went away: nobody waits for the mediator any more.
NOBODY_LEFT = frozenset({EndReason.FINISHED, EndReason.IDLE, EndReason.LEFT})


Mode = Literal["guide", "free", "record"]
"""Follow a procedure; go freely on a site that has none; note what a mediator does there, to write one."""


@dataclass(frozen=True)
class Settings:
    """The waits, in seconds. `idle_with_mediator`: while somebody sits beside, or was called. `upload`: for how long a
    page that sends something large counts as a person at work.
    `trackers`: domains that measure or advertise; nobody may open the way to them."""

    idle: float = 300.0
    idle_with_mediator: float = 900.0
    upload: float = 1800.0
    warning: float = 120.0
    opening: float = 30.0
    heartbeat: float = 15.0
    closing: float = 120.0
    receipt: float = 20.0
    wiping: float = 60.0
    staff: float = 120.0
    trackers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, section: SessionSection, trackers: frozenset[str] = frozenset()) -> Settings:
        """The site's own waits."""
        return cls(
            idle=section.idle_seconds,
            idle_with_mediator=section.idle_with_mediator_seconds,
            upload=section.upload_seconds,
            warning=section.warning_seconds,
            opening=section.opening_timeout_seconds,
            heartbeat=section.heartbeat_timeout_seconds,
            closing=section.closing_seconds,
            receipt=section.receipt_seconds,
            wiping=section.wiping_timeout_seconds,
            trackers=trackers,
        )


class GuestStage(StrEnum):
    ABSENT = "absent"
    STARTING = "starting"
    READY = "ready"
    USED = "used"


@dataclass(frozen=True)
class Guest:
    """The only guest there is. `number` grows by one at each start and is never used twice.

    `deadline`: for an absent guest, when to start the next one (None: not before the wipe is verified); for one that
    is starting, when to give it up. `heard_at`: its last sign of life since it is ready.
    """

    number: int = 0
    stage: GuestStage = GuestStage.ABSENT
    deadline: float | None = None
    heard_at: float | None = None
    failures: int = 0


@dataclass(frozen=True)
class StepHands:
    """Who did how much on one step: gestures, and the milliseconds they took."""

    step: str
    user: int = 0
    mediator: int = 0
    user_ms: int = 0
    mediator_ms: int = 0


@dataclass(frozen=True)
class DeskVisit:
    """A service of the paper desk is open. `back`: where the person returns to: the page, or the closing screen."""

    service: str
    back: Literal[Phase.ACTIVE, Phase.CLOSING] = Phase.ACTIVE


@dataclass(frozen=True)
class Site:
    """A site that a mediator opens by its address. `host` names it; `address` is where the session begins."""

    host: str
    address: str


@dataclass(frozen=True)
class StaffVisit:
    """Somebody stands before the staff area, or in it. `room`: what of it is on screen. `admitted`: after a PIN.
    `it`: by one of IT. `then`: the room behind the door. `hosts`: the refused hosts in the order in which they are on
    screen."""

    room: str
    admitted: bool = False
    it: bool = False
    then: str = ""
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Session:
    """One person's time. `drifted`, `done` and the counters are bounded, whatever the guest says.

    `refused`: the hosts that the page asked for in vain, and how often. `allowed`: those of them that a mediator has
    opened the way to. `staff_until`: until when the sites may be looked at without another PIN.
    """

    procedure_id: str
    case: str | None
    with_mediator: bool
    steps: tuple[str, ...]
    started_at: float
    step: str | None = None
    done: tuple[tuple[str, Literal["page", "user"]], ...] = ()
    drifted: frozenset[str] = frozenset()
    documents: int = 0
    documents_refused: int = 0
    browser_restarts: int = 0
    site_down: bool = False
    hands: tuple[StepHands, ...] = ()
    desk: DeskVisit | None = None
    served: tuple[tuple[str, int], ...] = ()
    """How often each service of the paper desk was done."""
    mode: Mode = "guide"
    site: Site | None = None
    refused: tuple[tuple[str, int], ...] = ()
    allowed: tuple[str, ...] = ()
    staff_until: float = 0.0
    trial: bool = False
    """A mediator tries a procedure that they are writing."""
    gestures: int = 0
    """How many were recorded."""
    taken_back: int = 0

    @property
    def writes(self) -> bool:
        """Whether it belongs to the making of a procedure."""
        return self.trial or self.mode == "record"

    @property
    def share(self) -> int | None:
        """Percent of the gestures that were the user's. None without a mediator, or before the first gesture."""
        user, mediator = sum(one.user for one in self.hands), sum(one.mediator for one in self.hands)
        if not self.with_mediator or not user + mediator:
            return None
        return round(100 * user / (user + mediator))

    @property
    def number(self) -> int:
        """The place of the step on screen among the procedure's steps, from 1. 0 before the first is shown."""
        return self.steps.index(self.step) + 1 if self.step is not None else 0

    @property
    def total(self) -> int:
        return len(self.steps)


@dataclass(frozen=True)
class State:
    """`deadline`: when the current phase ends by itself, if it does. `ticked_at`: the last time that time passed.
    `touched_at`: the last time that a hand moved on the page or at the desk."""

    phase: Phase = Phase.BOOT
    since: float = 0.0
    deadline: float | None = None
    ticked_at: float = 0.0
    touched_at: float = 0.0
    guest: Guest = Guest()
    session: Session | None = None
    staff: StaffVisit | None = None
    ending: EndReason | None = None
    wiped: tuple[str, ...] = ()
    receipt: Receipt | None = None
    seconds_left: int = 0
    mediator_called: bool = False
    stopping: bool = False
    work: bool = False
    """A mediator ended a session that belongs to the making of a procedure: after the wipe they go on with it."""

    def enter(self, phase: Phase, now: float, seconds: float | None = None) -> State:
        """This state in another phase, that ends by itself after `seconds` (None: it does not)."""
        deadline = None if seconds is None else now + seconds
        return replace(self, phase=phase, since=now, deadline=deadline)
