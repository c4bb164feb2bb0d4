"""What the guest says, told to the rules, to the rooms and to the log: the one place where its words are weighed.

They come typed and bounded (`messages`), from a program that shows strangers' pages: what a person cannot have pressed
is passed over, and only words of ours reach the log.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.sealed import Sealed
from kiosk.session import events, messages
from kiosk.session.around import Post, Stage
from kiosk.session.limits import WISHES_BURST, WISHES_PER_SECOND, RateLimit
from kiosk.session.state import Phase, State


class Hearing:
    """`tell`: an event for the rules; `state`: where they are now; `clock`: seconds."""

    def __init__(
        self,
        post: Post,
        stage: Stage,
        tell: Callable[..., None],
        state: Callable[[], State],
        clock: Callable[[], float],
    ) -> None:
        self._post = post
        self._stage = stage
        self._tell = tell
        self._state = state
        self._clock = clock
        self._asked: tuple[messages.ServiceAsked, tuple[Sealed, ...]] | None = None
        self._wishes = {
            one: RateLimit(WISHES_PER_SECOND, WISHES_BURST) for one in (messages.BarWanted, messages.ReadAloud)
        }

    def hear(  # noqa: C901, PLR0912, PLR0915 - a table: each message, and what it is to the rules
        self, guest: int, message: messages.AnyFromGuest, contents: tuple[Sealed, ...] = ()
    ) -> None:
        match message:
            case messages.Ready():
                self._post.record("guest-ready", guest=guest)
                self._stage.guest_came()
                self._tell(events.GuestReady, guest=guest)
            case messages.Painted():
                self._tell(events.GuestPainted, guest=guest)
            case messages.Heartbeat():
                self._tell(events.Heartbeat, guest=guest)
            case messages.StepShown(step=step, number=number, total=total):
                self._record_step("step-shown", step, number=number, total=total)
                self._tell(events.StepShown, guest=guest, step=step)
            case messages.StepDone(step=step, how=how):
                self._record_step("step-done", step, how=how)
                self._tell(events.StepDone, guest=guest, step=step, how=how)
            case messages.Drift(step=step):
                self._tell(events.Drifted, guest=guest, step=step)
            case messages.SiteDown():
                self._tell(events.SiteDown, guest=guest)
            case messages.Recorded(gesture=gesture, role=role, name=name, address=address):
                said = {"gesture": gesture, "role": role, "name": name, "address": address}
                self._tell(events.GestureRecorded, guest=guest, **said)
            case messages.TakenBack():
                self._tell(events.GestureTakenBack, guest=guest)
            case messages.DocumentStored(kind=kind, size=size):
                self._post.record("document-stored", kind=kind, bytes=size)
                self._tell(events.DocumentStored, guest=guest)
            case messages.DocumentRefused(reason=reason):
                self._post.record("document-refused", reason=reason)
                self._tell(events.DocumentRefused, guest=guest)
            case messages.ServiceAsked(service=service):
                self._asked = (message, contents)
                self._tell(events.ServiceAsked, guest=guest, service=service)
                self._drop_asked()
            case messages.Delivered(kept=kept):
                self._post.desk.delivered(kept)
            case messages.PageProblem(kind=kind):
                self._post.record("page-problem", kind=kind)
            case messages.FinishAsked():
                self._tell(events.FinishAsked)
            case messages.MediatorCalled():
                self._tell(events.MediatorCalled)
            case messages.DriveAsked(action=action):
                self._post.on_drive(action)
            case messages.BarWanted():
                if self._heeds(message):
                    self._stage.take_keyboard()
            case messages.ReadAloud():
                if self._heeds(message):
                    self._post.on_read(message)
            case messages.StopReading():
                self._post.on_read(None)
            case messages.FocusSecrecy(secrecy=secrecy):
                self._post.on_secrecy(secrecy)
            case messages.Hands(step=step, user=user, mediator=mediator, user_ms=user_ms, mediator_ms=mediator_ms):
                counted = {"user": user, "mediator": mediator, "user_ms": user_ms, "mediator_ms": mediator_ms}
                self._tell(events.HandsCounted, guest=guest, step=step, **counted)

    def open_desk(self) -> None:
        """The rules took up the service that was asked for just now."""
        if self._asked is not None:
            asked, contents = self._asked
            self._asked = None
            self._post.desk.open(asked, contents)

    def _heeds(self, wish: messages.BarWanted | messages.ReadAloud) -> bool:
        """Only what a person can have pressed: in a page that is in sight, and not fifty times a second."""
        return self._state().phase is Phase.ACTIVE and self._wishes[type(wish)].allows(self._clock())

    def _drop_asked(self) -> None:
        """What the rules did not take up, the desk being busy or the session over, is nobody's."""
        if self._asked is not None:
            for one in self._asked[1]:
                one.close()
            self._asked = None

    def _record_step(self, code: str, step: str, **fields: object) -> None:
        # Only words of ours reach the log: a guest could make its "step" say anything.
        session = self._state().session
        if session is not None and step in session.steps:
            self._post.record(code, step=step, **fields)
