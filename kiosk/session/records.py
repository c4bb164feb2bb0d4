"""What is kept, during a session, of what the guest says about it: steps, drifts and counts.

The guest is not trusted: only ids of the procedure's own steps are kept, each once, and every counter has an end.
Otherwise a page that took the browser over could write what it likes in the counts of drifts, which stay on disk.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.session import events
from kiosk.session.commands import Command, CountDrift
from kiosk.session.state import Session, StepHands

MAX_COUNT = 1000

MAX_GESTURES = 100_000
MAX_MILLISECONDS = 24 * 3_600_000

StepEvent = events.StepShown | events.StepDone | events.Drifted | events.HandsCounted
RecordEvent = StepEvent | events.DocumentStored | events.DocumentRefused


def recorded(session: Session, event: RecordEvent) -> tuple[Session, tuple[Command, ...]]:
    """The session with the event noted, and what it causes."""
    match event:
        case events.DocumentStored():
            return replace(session, documents=min(session.documents + 1, MAX_COUNT)), ()
        case events.DocumentRefused():
            return replace(session, documents_refused=min(session.documents_refused + 1, MAX_COUNT)), ()
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
