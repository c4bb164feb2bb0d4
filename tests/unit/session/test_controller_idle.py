"""One person's time on the post, told as promises: still hands, and the paper desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.session import commands, events
from kiosk.session.receipt import WipeReport
from kiosk.session.state import EndReason, Phase
from tests.unit.session.asked import kinds

Report = Callable[[str | None], WipeReport]


# --- idleness -----------------------------------------------------------------------------------------------------


def test_hands_that_move_keep_the_session(post: Any) -> None:
    post.opens()
    for _ in range(5):
        post.passes(post.settings.idle - 1)
        post.happens(events.Activity, at=post.now)
    assert post.state.phase is Phase.ACTIVE


def test_still_hands_bring_the_question_with_every_second_of_the_countdown(post: Any) -> None:
    post.opens()
    post.passes(post.settings.idle)
    assert post.state.phase is Phase.WARNING
    asked = post.passes(post.settings.warning - 1)
    assert [command.seconds_left for command in asked] == list(range(119, 0, -1))
    assert {command.total for command in asked} == {120}


def test_a_question_without_answer_erases_everything(post: Any) -> None:
    post.opens()
    post.passes(post.settings.idle + post.settings.warning)
    assert post.last(commands.Wipe).reason is EndReason.IDLE


def test_a_moved_mouse_does_not_answer_the_question_for_the_person(post: Any) -> None:
    post.opens()
    post.passes(post.settings.idle)
    assert post.happens(events.Activity, at=post.now) == ()
    assert post.state.phase is Phase.WARNING


def test_the_person_who_is_still_there_finds_the_page_and_a_full_delay_again(post: Any) -> None:
    post.opens()
    post.passes(post.settings.idle + 30)
    assert kinds(post.happens(events.ExtendAsked)) == [commands.ShowSession]
    post.passes(post.settings.idle - 1)
    assert post.state.phase is Phase.ACTIVE


def test_a_second_question_counts_down_from_the_top(post: Any) -> None:
    post.opens()
    post.passes(post.settings.idle)
    post.happens(events.ExtendAsked)
    post.passes(post.settings.idle)
    assert post.last(commands.ShowWarning).seconds_left == 120


def test_an_unattended_home_screen_becomes_new_again(post: Any) -> None:
    post.boots()
    post.passes(10)
    post.happens(events.Activity, at=post.now)
    assert kinds(post.passes(post.settings.idle)) == [commands.ShowHome]
    assert post.passes(post.settings.idle * 3) == []


# --- the paper desk -----------------------------------------------------------------------------------------------


def at_desk(post: Any, service: str = "print") -> Any:
    post.opens()
    return post.happens(events.ServiceAsked, service=service)


def test_a_service_opens_over_the_page_and_closes_back_to_it(post: Any) -> None:
    assert kinds(at_desk(post)) == [commands.OpenDesk]
    assert post.state.phase is Phase.PAPERS
    assert kinds(post.happens(events.DeskClosed)) == [commands.ShowSession]
    assert post.state.phase is Phase.ACTIVE


def test_one_service_at_a_time(post: Any) -> None:
    at_desk(post)
    assert post.happens(events.ServiceAsked, service="scan") == ()


def test_a_person_who_leaves_the_desk_alone_is_asked_and_comes_back_to_the_desk(post: Any) -> None:
    at_desk(post)
    post.passes(post.settings.idle + 1)
    assert post.state.phase is Phase.WARNING
    assert kinds(post.happens(events.ExtendAsked)) == [commands.ShowDesk]
    assert post.state.phase is Phase.PAPERS


def test_a_service_that_ends_under_the_idle_question_waits_for_the_answer(post: Any) -> None:
    at_desk(post)
    post.passes(post.settings.idle + 1)
    assert post.happens(events.DeskClosed) == ()
    assert post.state.phase is Phase.WARNING
    assert kinds(post.happens(events.ExtendAsked)) == [commands.ShowSession]


def test_nobody_answers_at_the_desk_and_everything_is_erased(post: Any) -> None:
    at_desk(post)
    post.passes(post.settings.idle + post.settings.warning + 2)
    assert post.state.ending is EndReason.IDLE
    assert post.last(commands.Wipe).reason is EndReason.IDLE


def test_a_device_at_work_is_no_idleness(post: Any) -> None:
    at_desk(post)
    post.passes(post.settings.idle - 1)
    post.happens(events.Activity, at=post.now)
    post.passes(2)
    assert post.state.phase is Phase.PAPERS


def test_a_guest_that_freezes_behind_the_desk_ends_the_session(post: Any) -> None:
    at_desk(post)
    post.passes(post.settings.heartbeat + 2, beating=False)
    assert post.state.ending is EndReason.FROZEN


def test_a_service_that_was_done_is_told_to_the_walkthrough_and_counted(post: Any) -> None:
    at_desk(post)
    assert post.happens(events.ServiceDone, service="print") == (commands.SendServiceDone("print"),)
    post.happens(events.DeskClosed)
    post.happens(events.FinishAsked)
    post.happens(events.EraseAsked)
    summary = next(one for one in post.asked if isinstance(one, commands.Log) and one.code == "session-ended")
    assert dict(summary.fields)["served_print"] == 1


def test_the_receipt_of_the_closing_screen_returns_to_it(post: Any) -> None:
    post.opens()
    post.happens(events.FinishAsked)
    assert post.happens(events.ReceiptAsked) == (commands.SendReceiptWanted(),)
    assert kinds(post.happens(events.ServiceAsked, service="receipt")) == [commands.OpenDesk]
    assert kinds(post.happens(events.DeskClosed)) == [commands.ShowClosing]
    assert post.state.phase is Phase.CLOSING


@pytest.mark.parametrize("service", ["scan", "print", "take"])
def test_only_the_receipt_can_be_asked_from_the_closing_screen(post: Any, service: str) -> None:
    post.opens()
    post.happens(events.FinishAsked)
    assert post.happens(events.ServiceAsked, service=service) == ()
    assert post.state.phase is Phase.CLOSING


def test_a_guest_that_nobody_uses_opens_no_desk(post: Any) -> None:
    post.boots()
    assert post.happens(events.ServiceAsked, service="scan") == ()
    assert post.state.phase is Phase.STANDBY
