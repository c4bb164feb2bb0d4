"""When the post asks whether somebody is still there: later beside a mediator, not while a paper is on its way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.session import commands, events, idleness
from kiosk.session.network.upload import LEAST, WINDOW, UploadMeter
from kiosk.session.state import DeskVisit, EndReason, Phase, Session, Settings, State

SETTINGS = Settings(idle=300, idle_with_mediator=900, upload=1800)


def test_two_people_who_talk_are_not_asked_as_early_as_one(post: Any) -> None:
    post.opens()
    post.happens(events.MediatorAnswered)
    post.passes(post.settings.idle_with_mediator - 1)
    assert post.state.phase is Phase.ACTIVE
    post.passes(1)
    assert post.state.phase is Phase.WARNING


def test_who_waits_for_the_mediator_is_not_asked_as_early(post: Any) -> None:
    post.opens()
    post.passes(post.settings.idle - 1)
    post.happens(events.MediatorCalled)
    post.passes(post.settings.idle_with_mediator - 1)
    assert post.state.phase is Phase.ACTIVE


def test_beside_a_mediator_the_desk_waits_as_long_as_the_page(post: Any) -> None:
    post.opens()
    post.happens(events.MediatorAnswered)
    post.happens(events.ServiceAsked, service="scan")
    post.passes(post.settings.idle_with_mediator - 1)
    assert post.state.phase is Phase.PAPERS


def test_reading_the_notice_at_the_desk_leaves_the_desk_under_it(post: Any) -> None:
    post.opens()
    post.happens(events.ServiceAsked, service="scan")
    post.passes(post.settings.idle)
    assert post.state.phase is Phase.WARNING
    assert [type(one) for one in post.happens(events.NoticeAsked)][-2:] == [commands.ShowDesk, commands.ShowNotice]
    assert post.state.phase is Phase.PAPERS


@pytest.mark.parametrize("called", [False, True])
def test_a_question_that_is_asked_stays_whoever_comes(post: Any, called: bool) -> None:
    post.opens()
    post.passes(post.settings.idle)
    post.happens(events.MediatorCalled if called else events.MediatorAnswered)
    post.passes(post.settings.warning)
    assert post.state.ending is EndReason.IDLE


def test_the_question_is_put_off_as_often_as_it_is_asked(post: Any) -> None:
    post.opens()
    for _ in range(12):
        post.passes(post.settings.idle)
        assert post.state.phase is Phase.WARNING
        post.passes(post.settings.warning - 1)
        post.happens(events.ExtendAsked)
        assert post.state.phase is Phase.ACTIVE


def test_a_long_upload_is_no_absence(post: Any) -> None:
    post.opens()
    for _ in range(int(post.settings.upload // 20)):
        post.passes(20)
        post.happens(events.Sending)
    assert post.state.phase is Phase.ACTIVE


def test_a_page_that_sends_for_ever_does_not_hold_the_post(post: Any) -> None:
    post.opens()
    end = post.now + post.settings.upload + post.settings.idle + post.settings.warning + 60
    while post.now < end and post.state.session is not None:
        post.passes(20)
        post.happens(events.Sending)
    assert post.state.ending is EndReason.IDLE


def test_what_is_sent_under_the_question_does_not_answer_it(post: Any) -> None:
    post.opens()
    post.passes(post.settings.idle)
    post.happens(events.Sending)
    assert post.state.phase is Phase.WARNING


@given(
    beside=st.booleans(),
    called=st.booleans(),
    at_desk=st.booleans(),
    moments=st.lists(st.tuples(st.sampled_from(["touch", "send"]), st.floats(0, 4000)), max_size=12),
)
def test_nobody_is_asked_earlier_than_after_their_last_gesture_nor_much_later(
    beside: bool, called: bool, at_desk: bool, moments: list[tuple[str, float]]
) -> None:
    desk = DeskVisit("scan") if at_desk else None
    session = Session("x", None, beside, ("a",), started_at=0.0, desk=desk)
    state = replace(State(session=session, mediator_called=called), phase=Phase.ACTIVE)
    state = state.enter(Phase.ACTIVE, 0.0, idleness.allowed(state, SETTINGS))
    longest = SETTINGS.idle_with_mediator if beside or called else SETTINGS.idle
    touched = 0.0
    for kind, at in sorted(moments, key=lambda one: one[1]):
        if kind == "touch":
            state = idleness.touched(state, at, at, SETTINGS)
            touched = max(touched, at)
        else:
            state = idleness.sending(state, at, SETTINGS)
    assert state.deadline is not None
    assert touched + longest <= state.deadline <= touched + SETTINGS.upload + longest


# --- what counts as something large -------------------------------------------------------------------------------


class _Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


def test_a_paper_on_its_way_is_told_once_a_window(clock: _Clock) -> None:
    told: list[float] = []
    meter = UploadMeter(lambda: told.append(clock.now), clock)
    for _ in range(int(4 * WINDOW)):
        for _ in range(10):
            meter.note(LEAST)
        clock.now += 1
    assert told == [100.0 + WINDOW * number for number in range(4)]


def test_what_a_page_says_of_itself_is_no_upload(clock: _Clock) -> None:
    told: list[bool] = []
    meter = UploadMeter(lambda: told.append(True), clock)
    for _ in range(600):
        meter.note(2 << 10)
        clock.now += 1
    assert not told
