"""What is kept, during a session, of what the guest says about it: steps, drifts and counts.

The guest is not trusted: only ids of the procedure's own steps are kept, each once, and every counter has an end.
Otherwise a page that took the browser over could write what it likes in the counts of drifts, which stay on disk.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.session import events
from kiosk.session.commands import Command, CountDrift, Log
from kiosk.session.state import EndReason, Session, StepHands

MAX_COUNT = 1000

MAX_GESTURES = 100_000
MAX_MILLISECONDS = 24 * 3_600_000

StepEvent = events.StepShown | events.StepDone | events.Drifted | events.HandsCounted
RecordEvent = StepEvent | events.DocumentStored | events.DocumentRefused | events.SiteDown


def recorded(session: Session, event: RecordEvent) -> tuple[Session, tuple[Command, ...]]:
    """The session with the event noted, and what it causes."""
    match event:
        case events.DocumentStored():
            return replace(session, documents=min(session.documents + 1, MAX_COUNT)), ()
        case events.DocumentRefused():
            return replace(session, documents_refused=min(session.documents_refused + 1, MAX_COUNT)), ()
        case events.SiteDown():
            said = () if session.site_down else (Log("site-down", (("procedure", session.procedure_id),)),)
            return replace(session, site_down=True), said
    return _step(session, event) if event.step in session.steps else (session, ())


def _step(session: Session, event: StepEvent) -> tuple[Session, tuple[Command, ...]]:
    match event:
        case events.StepShown(step=step):
            return replace(session, step=step), ()
        case events.StepDone(step=step, how=how):
            others = tuple(done for done in session.done if done[0] != step)
            return replace(session, done=(*others, (step, how))), ()
        case events.HandsCounted():
            return replace(session, hands=_summed(session.hands, event)), ()
        case events.Drifted() if session.trial:
            # Whoever tries it sees it.
            return session, ()
        case events.Drifted(step=step) if step not in session.drifted:
            return replace(session, drifted=session.drifted | {step}), (CountDrift(session.procedure_id, step),)
    return session, ()


def _summed(hands: tuple[StepHands, ...], more: events.HandsCounted) -> tuple[StepHands, ...]:
    before = next((one for one in hands if one.step == more.step), StepHands(more.step))
    summed = StepHands(
        more.step,
        user=min(before.user + more.user, MAX_GESTURES),
        mediator=min(before.mediator + more.mediator, MAX_GESTURES),
        user_ms=min(before.user_ms + more.user_ms, MAX_MILLISECONDS),
        mediator_ms=min(before.mediator_ms + more.mediator_ms, MAX_MILLISECONDS),
    )
    return (*(one for one in hands if one.step != more.step), summed)


def summary(session: Session, now: float, reason: EndReason) -> Command:
    """The line that a session leaves: counts, durations and codes."""
    fields = (
        ("procedure", session.procedure_id),
        ("reason", reason.value),
        ("seconds", round(now - session.started_at, 1)),
        ("steps_done", len(session.done)),
        ("steps_total", session.total),
        ("drifts", len(session.drifted)),
        ("documents", session.documents),
        ("documents_refused", session.documents_refused),
        ("browser_restarts", session.browser_restarts),
        ("site_down", session.site_down),
        *((f"served_{service}", count) for service, count in session.served),
        ("user_gestures", sum(one.user for one in session.hands)),
        ("mediator_gestures", sum(one.mediator for one in session.hands)),
        ("user_seconds", round(sum(one.user_ms for one in session.hands) / 1000)),
        ("mediator_seconds", round(sum(one.mediator_ms for one in session.hands) / 1000)),
    )
    return Log("session-ended", fields)


def hands(one: StepHands) -> Command:
    """Who did how much on one step."""
    fields = (
        ("step", one.step),
        ("user_gestures", one.user),
        ("mediator_gestures", one.mediator),
        ("user_seconds", round(one.user_ms / 1000, 1)),
        ("mediator_seconds", round(one.mediator_ms / 1000, 1)),
    )
    return Log("hands", fields)
