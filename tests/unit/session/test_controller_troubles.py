"""One person's time on the post, told as promises: what goes wrong, guests that wait, a system that stops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.session import commands, events
from kiosk.session.controller import MAX_BROWSER_RESTARTS
from kiosk.session.receipt import WIPE_TIMED_OUT, WipeReport
from kiosk.session.state import EndReason, GuestStage, Phase
from tests.unit.session.asked import kinds

Report = Callable[[str | None], WipeReport]


# --- what goes wrong ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("phase", ["active", "warning", "closing"])
def test_a_guest_that_dies_ends_the_session_and_says_so(post: Any, report: Report, phase: str) -> None:
    post.opens()
    if phase == "warning":
        post.passes(post.settings.idle)
    if phase == "closing":
        post.happens(events.FinishAsked)
    post.happens(events.GuestExited)
    post.happens(events.WipeFinished, report=report(None))
    assert post.last(commands.ShowWiped).reason is EndReason.GUEST_DIED


def test_a_frozen_guest_ends_the_session_and_says_so(post: Any) -> None:
    post.opens()
    post.passes(post.settings.heartbeat, beating=False)
    assert post.state.phase is Phase.ACTIVE
    post.passes(1, beating=False)
    assert post.last(commands.Wipe).reason is EndReason.FROZEN


def test_a_shell_that_stood_still_does_not_accuse_the_guest(post: Any) -> None:
    post.opens()
    post.passes(1)
    post.now += post.settings.heartbeat * 4
    post.happens(events.Tick)
    post.happens(events.Heartbeat)
    post.passes(5)
    assert post.state.phase is Phase.ACTIVE


@pytest.mark.parametrize("code", ["size", "form", "rate"])
def test_a_refused_message_ends_the_session_and_says_so(post: Any, code: str) -> None:
    post.opens()
    post.happens(events.UntrustedMessage, code=code)
    assert post.last(commands.Wipe).reason is EndReason.REFUSED_MESSAGE


def test_a_restarted_browser_resumes_at_the_step_on_screen(post: Any) -> None:
    post.opens()
    post.happens(events.StepShown, step="code")
    asked = post.happens(events.GuestReady)
    assert kinds(asked) == [commands.Log, commands.OpenGuest]
    assert post.last(commands.OpenGuest).resume_step == "code"
    assert post.state.phase is Phase.ACTIVE


def test_a_browser_that_keeps_crashing_is_given_up(post: Any) -> None:
    post.opens()
    for _ in range(MAX_BROWSER_RESTARTS):
        post.happens(events.GuestReady)
    assert post.state.phase is Phase.ACTIVE
    post.happens(events.GuestReady)
    assert post.last(commands.Wipe).reason is EndReason.GUEST_DIED


@pytest.mark.parametrize(("step", "code"), [("guest", "E-301"), ("files", "E-305")])
def test_a_wipe_that_is_not_verified_locks_the_post_for_good(post: Any, report: Report, step: str, code: str) -> None:
    post.opens()
    post.happens(events.GuestExited)
    post.happens(events.WipeFinished, report=report(step))
    assert post.last(commands.ShowLocked).code == code
    post.happens(events.WipeFinished, report=report(None))
    post.starts()
    post.happens(events.NewPerson)
    post.passes(3600, beating=False)
    assert post.state.phase is Phase.LOCKED


def test_a_wipe_that_never_ends_locks_the_post(post: Any) -> None:
    post.opens()
    post.happens(events.GuestExited)
    post.passes(post.settings.wiping, beating=False)
    assert post.last(commands.ShowLocked).code == WIPE_TIMED_OUT


def test_a_locked_post_opens_again_only_through_a_new_verified_wipe(post: Any, report: Report) -> None:
    post.happens(events.Boot)
    post.happens(events.WipeFinished, report=report("guest"))
    post.happens(events.Boot)
    assert post.state.phase is Phase.WIPING
    post.happens(events.WipeFinished, report=report(None))
    assert post.state.phase is Phase.STANDBY


# --- standby guests -----------------------------------------------------------------------------------------------


def test_a_guest_that_dies_unused_is_replaced_later_each_time(post: Any) -> None:
    post.boots()
    waits = []
    for _ in range(8):
        post.happens(events.GuestExited)
        died_at = post.now
        while post.state.guest.stage is GuestStage.ABSENT:
            post.passes(1, beating=False)
        waits.append(post.now - died_at)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


def test_a_painted_page_forgives_the_failures_before_it(post: Any) -> None:
    post.boots()
    for _ in range(3):
        post.happens(events.GuestExited)
        post.passes(4, beating=False)
    assert post.state.guest.failures == 3
    post.happens(events.GuestReady)
    post.starts()
    post.happens(events.GuestPainted)
    assert post.state.guest.failures == 0


def test_a_standby_guest_that_never_gets_ready_is_killed_and_replaced(post: Any, report: Report) -> None:
    post.happens(events.Boot)
    post.happens(events.WipeFinished, report=report(None))
    slow = post.state.guest.number
    asked = post.passes(post.settings.opening + 1, beating=False)
    assert kinds(asked) == [commands.StopGuest, commands.Log, commands.StartGuest]
    assert (asked[0].guest, asked[2].guest) == (slow, slow + 1)


def test_a_slow_machine_gets_more_time_after_each_guest_that_came_too_late(post: Any, report: Report) -> None:
    """Else one that needs longer than the first time allows would never come."""
    post.happens(events.Boot)
    post.happens(events.WipeFinished, report=report(None))
    post.passes(post.settings.opening + 1, beating=False)
    assert kinds(post.passes(2 * post.settings.opening - 2, beating=False)) == []
    assert kinds(post.passes(6, beating=False)) == [commands.StopGuest, commands.Log, commands.StartGuest]


def test_a_standby_guest_that_falls_silent_is_killed_and_replaced(post: Any) -> None:
    post.boots()
    asked = post.passes(post.settings.heartbeat + 2, beating=False)
    assert kinds(asked) == [commands.StopGuest, commands.Log, commands.StartGuest]


def test_a_standby_guest_that_says_nonsense_is_killed_and_nobody_is_disturbed(post: Any) -> None:
    post.boots()
    assert kinds(post.happens(events.UntrustedMessage, code="form")) == [commands.StopGuest, commands.Log]
    assert post.state.phase is Phase.STANDBY


def test_the_last_words_of_a_killed_guest_are_not_taken_for_the_next_ones(post: Any, report: Report) -> None:
    post.opens()
    old = post.state.guest.number
    post.happens(events.GuestExited)
    post.happens(events.WipeFinished, report=report(None))
    for kind in (events.GuestReady, events.GuestExited, events.Heartbeat):
        assert post.happens(kind, guest=old) == ()
    assert post.state.guest.stage is GuestStage.STARTING


# --- stopping -----------------------------------------------------------------------------------------------------


def test_a_system_that_stops_waits_for_the_wipe(post: Any, report: Report) -> None:
    post.opens()
    assert commands.Wipe in kinds(post.happens(events.ShutDown))
    assert kinds(post.happens(events.WipeFinished, report=report(None))) == [
        commands.Log,
        commands.KeepReceipt,
        commands.Exit,
    ]
    assert post.last(commands.Exit).verified
    assert post.state.phase is Phase.STOPPED


def test_a_stop_asked_during_a_wipe_comes_after_it(post: Any, report: Report) -> None:
    post.opens()
    post.happens(events.GuestExited)
    assert post.happens(events.ShutDown) == ()
    post.happens(events.WipeFinished, report=report("files"))
    assert not post.last(commands.Exit).verified
    assert post.state.phase is Phase.LOCKED


def test_a_locked_post_stops_without_calling_itself_clean(post: Any, report: Report) -> None:
    post.happens(events.Boot)
    post.happens(events.WipeFinished, report=report("guest"))
    assert post.happens(events.ShutDown) == (commands.Exit(verified=False),)
    assert post.happens(events.ShutDown) == ()
