"""The flag that calls a mediator, and the mediator who answers it: what changes in the session when one sits down.

Pure, like the `controller` it belongs to.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.session import commands, events, idleness
from kiosk.session.commands import Command
from kiosk.session.passages import Reaction
from kiosk.session.state import GuestStage, Phase, Settings, State


def _longer(state: State, now: float, settings: Settings) -> State:
    """Somebody sits beside, or will: what is waited for on the page and at the desk is longer from now on."""
    if state.phase not in (Phase.ACTIVE, Phase.PAPERS, Phase.NOTICE):
        return state
    return idleness.touched(state, now, now, settings)


def changed(state: State, event: events.MediatorCalled | events.MediatorAnswered, settings: Settings) -> Reaction:
    called = isinstance(event, events.MediatorCalled)
    # Whoever uses the mediator's own keys sits there, called or not.
    sits_down = not called and state.session is not None and not state.session.with_mediator
    news = called != state.mediator_called or sits_down
    if not news or state.phase in (Phase.BOOT, Phase.WIPING, Phase.STOPPED):
        return state, ()
    lowered: tuple[Command, ...] = (commands.LowerFlag(),) if state.mediator_called else ()
    state = replace(state, mediator_called=called)
    if called:
        return _longer(state, event.now, settings), (commands.RaiseFlag(),)
    if state.session is None:
        return state, lowered
    # The mediator is at the post: the panel's words change with who sits there.
    state = _longer(replace(state, session=replace(state.session, with_mediator=True)), event.now, settings)
    todo = lowered
    if state.guest.stage is GuestStage.USED:
        todo = (*todo, commands.SendSeat(mediator=True))
    if state.phase is Phase.ACTIVE:
        todo = (*todo, commands.ShowSession(with_mediator=True))
    return state, todo
