"""What can happen to the post: everything that the controller reacts to.

Every event carries `now`, in monotonic seconds. What comes from a guest also carries the number that the controller
gave to that guest, so that the last words of a killed one are never taken for those of the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.session.receipt import WipeReport
from kiosk.session.state import Mode


@dataclass(frozen=True)
class Event:
    now: float


# --- the post itself ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Boot(Event):
    """The kiosk starts, or IT starts it again after it was locked."""


@dataclass(frozen=True)
class Tick(Event):
    """Time passes. At least once a second."""


@dataclass(frozen=True)
class Activity(Event):
    """A hand moved: the X server's idle counter says that the last input was at `at`."""

    at: float


@dataclass(frozen=True)
class Sending(Event):
    """The session sends something large to a site: a paper, most likely."""


@dataclass(frozen=True)
class WipeStepDone(Event):
    """One step of the wipe is over, verified or not."""

    code: str


@dataclass(frozen=True)
class WipeFinished(Event):
    report: WipeReport


@dataclass(frozen=True)
class ShutDown(Event):
    """The system asks the kiosk to stop."""


# --- the person, on the shell's own screens -----------------------------------------------------------------------


@dataclass(frozen=True)
class StartAsked(Event):
    """`steps`: the ids of the procedure's steps. What the guest says of any other step is dropped."""

    procedure_id: str
    case: str | None
    with_mediator: bool
    steps: tuple[str, ...]


@dataclass(frozen=True)
class ExtendAsked(Event):
    """The button "Je suis toujours là"."""


@dataclass(frozen=True)
class FinishAsked(Event):
    """The button "Terminer", on the shell's bar or at the end of the walkthrough."""


@dataclass(frozen=True)
class BackToPage(Event):
    """The button "Revenir à la page" of the closing screen."""


@dataclass(frozen=True)
class EraseAsked(Event):
    """The button "Tout effacer"."""


@dataclass(frozen=True)
class NewPerson(Event):
    """The button "Nouvelle personne" on the receipt."""


@dataclass(frozen=True)
class ReceiptAsked(Event):
    """The button "Mon reçu" of the closing screen."""


@dataclass(frozen=True)
class DeskEvent(Event):
    """Said by the paper desk itself."""


@dataclass(frozen=True)
class DeskClosed(DeskEvent):
    """The person left the paper desk, or its service ended."""


@dataclass(frozen=True)
class ServiceDone(DeskEvent):
    """A service of the paper desk was done. `service` is a word of ours."""

    service: str


@dataclass(frozen=True)
class LostAsked(Event):
    """The button "Je suis perdu"."""


@dataclass(frozen=True)
class NoticeAsked(Event):
    """The button "Vos données" of the bar over the page, or of the idle question."""


@dataclass(frozen=True)
class NoticeLeft(Event):
    """The person has read it."""


@dataclass(frozen=True)
class AppearanceChanged(Event):
    """Language, text size or contrast. What it became is kept outside: the controller only passes it on."""


@dataclass(frozen=True)
class MediatorCalled(Event):
    pass


@dataclass(frozen=True)
class MediatorAnswered(Event):
    """A mediator came and said so at the post."""


# --- the staff area -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class StaffAsked(Event):
    """The button "Espace médiateur" of home, or "Sites bloqués" on the bar of a session."""


@dataclass(frozen=True)
class StaffAdmitted(Event):
    """A PIN was right. Whose, the rules do not know. `it`: it opens IT's rooms too."""

    it: bool = False


@dataclass(frozen=True)
class StaffRoomAsked(Event):
    """An entry of the menu."""

    room: str


@dataclass(frozen=True)
class StaffLeft(Event):
    """Back: from a room to the menu, from there out."""


@dataclass(frozen=True)
class SiteAsked(Event):
    """A mediator wants a session on a site, to go there freely or to write a procedure."""

    procedure_id: str
    host: str
    address: str
    mode: Mode


@dataclass(frozen=True)
class TrialAsked(Event):
    """A mediator wants to go through the procedure that they have just written or mended, as a person would."""

    procedure_id: str
    case: str | None
    steps: tuple[str, ...]


@dataclass(frozen=True)
class HostsRefused(Event):
    """What the session's proxy has refused up to now: hosts, and how often."""

    hosts: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class HostAllowed(Event):
    """A mediator wants the way to one of the refused hosts open, for this session."""

    host: str


@dataclass(frozen=True)
class ReloadAsked(Event):
    """A mediator wants the page again, now that it may reach more."""


# --- the guest ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class GuestEvent(Event):
    guest: int


@dataclass(frozen=True)
class GuestReady(GuestEvent):
    """The browser waits for a procedure. Said again when the browser was restarted inside the same guest."""


@dataclass(frozen=True)
class GuestPainted(GuestEvent):
    """The first step and the person's page are on screen."""


@dataclass(frozen=True)
class Heartbeat(GuestEvent):
    pass


@dataclass(frozen=True)
class GuestExited(GuestEvent):
    """The guest's process tree ended without being asked to, or could not be started."""


@dataclass(frozen=True)
class UntrustedMessage(GuestEvent):
    """The guest said something that is not a message, or spoke too much."""

    code: Literal["size", "form", "rate"]


@dataclass(frozen=True)
class StepShown(GuestEvent):
    step: str


@dataclass(frozen=True)
class StepDone(GuestEvent):
    step: str
    how: Literal["page", "user"]


@dataclass(frozen=True)
class HandsCounted(GuestEvent):
    """Gestures on a step that passed the gate, and how long they took, since the last such event."""

    step: str
    user: int
    mediator: int
    user_ms: int
    mediator_ms: int


@dataclass(frozen=True)
class Drifted(GuestEvent):
    """The page has changed: the step's target was not found."""

    step: str


@dataclass(frozen=True)
class SiteDown(GuestEvent):
    """The site did not answer, or the person said that it does not work."""


@dataclass(frozen=True)
class GestureRecorded(GuestEvent):
    """While a procedure is being made. Untrusted words, without anything that was typed."""

    gesture: str
    role: str
    name: str
    address: str


@dataclass(frozen=True)
class GestureTakenBack(GuestEvent):
    pass


@dataclass(frozen=True)
class ServiceAsked(GuestEvent):
    """The person asked for a service of the paper desk from the page, the panel or the tray."""

    service: str


@dataclass(frozen=True)
class DocumentStored(GuestEvent):
    pass


@dataclass(frozen=True)
class DocumentRefused(GuestEvent):
    pass
