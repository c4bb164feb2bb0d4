"""How long nobody may move before the post asks whether somebody is still there. Pure: knows no clock and no device.

Who waits for a mediator, or talks with one, does not touch the mouse and has not gone: they are given longer. A paper
on its way to a site is no idleness either, but a page may send for ever: that counts for so long and no longer.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.session.state import Settings, State


def allowed(state: State, settings: Settings) -> float:
    """Seconds without a gesture."""
    beside = state.mediator_called or (state.session is not None and state.session.with_mediator)
    return max(settings.idle, settings.idle_with_mediator) if beside else settings.idle


def touched(state: State, at: float, now: float, settings: Settings) -> State:
    """A hand moved at that time."""
    at = min(at, now)
    return postponed(replace(state, touched_at=max(at, state.touched_at)), at + allowed(state, settings))


def sending(state: State, now: float, settings: Settings) -> State:
    """Something large is on its way to a site."""
    if now - max(state.touched_at, state.since) >= settings.upload:
        return state
    return postponed(state, now + allowed(state, settings))


def postponed(state: State, deadline: float) -> State:
    return replace(state, deadline=max(deadline, state.deadline or deadline))
