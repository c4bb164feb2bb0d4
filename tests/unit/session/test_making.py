"""Making a procedure, by the rules: only after a PIN, only where nobody's session is, and wiped as any session."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.session import commands, events
from kiosk.session.staff import MAX_GESTURES
from kiosk.session.state import EndReason, Phase

SITE = {"procedure_id": "ma-demande", "host": "exemple.fr", "address": "https://exemple.fr/", "mode": "record"}
TRIAL = {"procedure_id": "ma-demande", "case": None, "steps": ("un", "deux")}
GESTURE = {"gesture": "click", "role": "button", "name": "Suite", "address": "exemple.fr/"}
KEPT = commands.KeepGesture(**GESTURE)


def signs_in(post: Any) -> None:
    post.boots()
    post.happens(events.StaffAsked)
    post.happens(events.StaffAdmitted)


def begins(post: Any, kind: type[events.Event], **details: object) -> None:
    signs_in(post)
    post.happens(kind, **details)
    post.happens(events.GuestPainted)
    assert post.state.phase is Phase.ACTIVE


def ends(post: Any, report: Any) -> None:
    post.happens(events.FinishAsked)
    post.happens(events.EraseAsked)
    assert post.state.phase is Phase.WIPING
    assert post.state.session is None
    post.happens(events.WipeFinished, report=report(None))


def test_without_a_pin_nothing_is_recorded_or_tried(post: Any) -> None:
    post.boots()
    post.happens(events.StaffAsked)
    assert post.happens(events.SiteAsked, **SITE) == ()
    assert post.happens(events.TrialAsked, **TRIAL) == ()


def test_gestures_are_kept_while_a_procedure_is_recorded_and_never_else(post: Any) -> None:
    begins(post, events.SiteAsked, **SITE)
    assert post.happens(events.GestureRecorded, **GESTURE) == (KEPT,)
    assert post.happens(events.GestureTakenBack) == (commands.DropGesture(),)
    assert post.happens(events.GestureTakenBack) == ()


@pytest.mark.parametrize("mode", ["free", "guide"])
def test_a_persons_session_records_nothing(post: Any, mode: str) -> None:
    if mode == "free":
        begins(post, events.SiteAsked, **{**SITE, "mode": "free"})
    else:
        post.opens()
    assert post.happens(events.GestureRecorded, **GESTURE) == ()
    assert post.happens(events.GestureTakenBack) == ()


def test_gestures_have_an_end(post: Any) -> None:
    begins(post, events.SiteAsked, **SITE)
    kept = [post.happens(events.GestureRecorded, **GESTURE) for _ in range(MAX_GESTURES + 5)]
    assert [len(todo) for todo in kept] == [1] * MAX_GESTURES + [0] * 5


def test_so_have_those_that_are_taken_back(post: Any) -> None:
    begins(post, events.SiteAsked, **SITE)
    for _ in range(MAX_GESTURES):
        post.happens(events.GestureRecorded, **GESTURE)
        assert post.happens(events.GestureTakenBack) == (commands.DropGesture(),)
    post.happens(events.GestureRecorded, **GESTURE)
    assert post.happens(events.GestureTakenBack) == ()


def test_a_session_that_was_ended_leads_back_through_the_wipe_and_the_door(post: Any, report: Any) -> None:
    for kind, details in ((events.SiteAsked, SITE), (events.TrialAsked, TRIAL)):
        if post.state.phase is not Phase.STAFF:
            signs_in(post)
        post.happens(kind, **details)
        post.happens(events.GuestReady)
        post.happens(events.GuestPainted)
        ends(post, report)
        assert post.state.phase is Phase.STAFF
        assert post.last(commands.ShowStaff).room == "pin"
        assert post.happens(events.StaffRoomAsked, room="draft") == ()
        post.happens(events.StaffAdmitted)
        assert post.last(commands.ShowStaff).room == "draft"


def test_one_that_ended_otherwise_leads_home(post: Any, report: Any) -> None:
    begins(post, events.SiteAsked, **SITE)
    post.happens(events.GuestExited)
    post.happens(events.WipeFinished, report=report(None))
    assert post.state.phase is Phase.STANDBY
    assert post.last(commands.ShowWiped).reason is EndReason.GUEST_DIED


def test_a_wipe_that_is_not_verified_locks_as_ever(post: Any, report: Any) -> None:
    begins(post, events.TrialAsked, **TRIAL)
    post.happens(events.FinishAsked)
    post.happens(events.EraseAsked)
    post.happens(events.WipeFinished, report=report("guest"))
    assert post.state.phase is Phase.LOCKED
    post.happens(events.Boot)
    post.happens(events.WipeFinished, report=report(None))
    assert post.state.phase is Phase.STANDBY


def test_nobody_at_the_door_and_home_comes_back(post: Any, report: Any) -> None:
    begins(post, events.TrialAsked, **TRIAL)
    ends(post, report)
    post.happens(events.GuestReady)
    assert commands.ShowHome() in post.passes(121)
    assert post.state.phase is Phase.STANDBY


def test_a_trial_follows_its_steps_and_counts_no_drift(post: Any) -> None:
    begins(post, events.TrialAsked, **TRIAL)
    opened = post.last(commands.OpenGuest)
    assert (opened.trial, opened.mode, opened.procedure_id) == (True, "guide", "ma-demande")
    post.happens(events.StepShown, step="deux")
    assert post.state.session.step == "deux"
    assert post.happens(events.Drifted, step="deux") == ()


def test_hosts_that_are_allowed_on_the_way_are_noted_for_the_procedure(post: Any) -> None:
    begins(post, events.SiteAsked, **SITE)
    post.happens(events.HostsRefused, hosts=(("cdn.exemple.net", 1),))
    post.happens(events.StaffAsked)
    todo = post.happens(events.HostAllowed, host="cdn.exemple.net")
    assert commands.NoteHost("ma-demande", "cdn.exemple.net") in todo
