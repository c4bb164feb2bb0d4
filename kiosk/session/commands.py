"""What the controller asks for. The composition root carries each command out, in order; none of them decides.

`Show...` commands are whole screens: the last one asked for is what the screen must show.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.session.receipt import Receipt, WipeReport
from kiosk.session.state import EndReason, Mode, Site


@dataclass(frozen=True)
class Command:
    pass


# --- the guest ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class StartGuest(Command):
    """Start a standby guest. Its events must carry this number."""

    guest: int


@dataclass(frozen=True)
class StopGuest(Command):
    """Kill a standby guest that nobody has used: it hangs, or it said something that is not a message."""

    guest: int


@dataclass(frozen=True)
class OpenGuest(Command):
    """Give the procedure to the guest. `resume_step` is set when its browser was restarted in mid-session.

    `site`: where to go when there is no procedure. `allowed`: hosts that a mediator has opened the way to.
    `trial`: the procedure is the one that a mediator is writing."""

    guest: int
    procedure_id: str
    case: str | None
    with_mediator: bool
    resume_step: str | None = None
    mode: Mode = "guide"
    site: Site | None = None
    allowed: tuple[str, ...] = ()
    trial: bool = False


@dataclass(frozen=True)
class SendLost(Command):
    pass


@dataclass(frozen=True)
class SendAppearance(Command):
    pass


@dataclass(frozen=True)
class SendReceiptWanted(Command):
    """The guest answers by asking for the receipt, with the numbers that its page shows."""


@dataclass(frozen=True)
class SendServiceDone(Command):
    service: str


@dataclass(frozen=True)
class AllowHosts(Command):
    """Open the way to these hosts too, for this session."""

    hosts: tuple[str, ...]


@dataclass(frozen=True)
class SendReload(Command):
    pass


@dataclass(frozen=True)
class SendSeat(Command):
    """A mediator sits down beside the person."""

    mediator: bool


# --- the wipe -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Wipe(Command):
    """Kill the guest, whatever its state, erase and verify, then report with `WipeStepDone` and `WipeFinished`."""

    reason: EndReason


@dataclass(frozen=True)
class KeepReceipt(Command):
    """Write the wipe into the book of receipts. `report` None: it never came to its end. `error`: why it failed."""

    reason: EndReason
    report: WipeReport | None
    error: str | None = None


@dataclass(frozen=True)
class Exit(Command):
    """End the program. `verified`: the last wipe was; if not, the exit status says so. The next start wipes first."""

    verified: bool


# --- the screen ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ShowHome(Command):
    """Home as a new person finds it: nothing typed, the post's own language, text size and contrast."""


@dataclass(frozen=True)
class ShowOpening(Command):
    """`host`: the site that is opened without a procedure."""

    host: str = ""


@dataclass(frozen=True)
class ShowSession(Command):
    """Hide the shell's screen, show its bar: the guest is revealed. Repeated when a mediator sits down."""

    with_mediator: bool


@dataclass(frozen=True)
class ShowWarning(Command):
    """Repeated each time the number of whole seconds changes."""

    seconds_left: int
    total: int


@dataclass(frozen=True)
class ShowClosing(Command):
    """`share`: percent of the gestures that were the user's, when a mediator sat beside."""

    documents: int
    share: int | None = None


@dataclass(frozen=True)
class ShowNotice(Command):
    """What the post does with people's data, over the page."""


@dataclass(frozen=True)
class OpenDesk(Command):
    """Begin the service that the guest's last message asked for, over the page."""


@dataclass(frozen=True)
class ShowDesk(Command):
    """Show the service again as it is: something lay over it."""


@dataclass(frozen=True)
class BlockedHost:
    """A host that the proxy refused. `tracker`: it measures or advertises, and stays refused."""

    host: str
    count: int
    tracker: bool
    allowed: bool


@dataclass(frozen=True)
class ShowStaff(Command):
    """A room of the staff area. `blocked`: for the room of the refused hosts, most asked for first. `it`: IT's rooms
    are open too."""

    room: str
    in_session: bool
    blocked: tuple[BlockedHost, ...] = ()
    it: bool = False


@dataclass(frozen=True)
class ShowBlocked(Command):
    """How many refused hosts a mediator could open the way to, for the bar of the session."""

    count: int


@dataclass(frozen=True)
class ShowWiping(Command):
    """Repeated after each step."""

    reason: EndReason
    done: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShowWiped(Command):
    """The receipt, and why the session ended when the person did not end it."""

    receipt: Receipt
    reason: EndReason


@dataclass(frozen=True)
class ShowLocked(Command):
    """`code` is for IT."""

    code: str


@dataclass(frozen=True)
class RaiseFlag(Command):
    """A mediator is called: the room sees and hears it, until answered."""


@dataclass(frozen=True)
class LowerFlag(Command):
    pass


# --- what is written down -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CountDrift(Command):
    """Procedure and step, nothing else. At most once a step in one session."""

    procedure_id: str
    step: str


@dataclass(frozen=True)
class CountOpening(Command):
    """A site that has no procedure was opened. Its host, nothing else."""

    host: str


@dataclass(frozen=True)
class NoteHost(Command):
    """A host was opened the way to. `subject`: the procedure, or the site that has none."""

    subject: str
    host: str


@dataclass(frozen=True)
class KeepGesture(Command):
    """Of a procedure in the making. Untrusted words, without anything that was typed."""

    gesture: str
    role: str
    name: str
    address: str


@dataclass(frozen=True)
class DropGesture(Command):
    """The last that was kept."""


@dataclass(frozen=True)
class Log(Command):
    """One line for IT: a fixed code and safe fields."""

    code: str
    fields: tuple[tuple[str, str | int | float], ...] = ()
