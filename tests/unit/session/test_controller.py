"""One person's time on the post, told as promises."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kiosk.session import commands, events
from kiosk.session.controller import MAX_BROWSER_RESTARTS
from kiosk.session.receipt import WIPE_TIMED_OUT, WipeReport
from kiosk.session.records import MAX_GESTURES
from kiosk.session.state import EndReason, GuestStage, Phase

Report = Callable[[str | None], WipeReport]
STEPS = ("numero", "code", "revenus")


def kinds(asked: Any) -> list[type]:
    return [type(command) for command in asked]


# --- start of the post --------------------------------------------------------------------------------------------


def test_the_post_wipes_before_anything_else(post: Any) -> None:
    assert post.starts() == ()
    assert kinds(post.happens(events.Boot)) == [commands.ShowWiping, commands.Wipe]
    assert post.state.phase is Phase.WIPING


def test_after_a_verified_first_wipe_comes_home_without_a_receipt_and_a_guest_ahead(post: Any, report: Report) -> None:
    post.happens(events.Boot)
    asked = post.happens(events.WipeFinished, report=report(None))
    assert kinds(asked) == [commands.Log, commands.KeepReceipt, commands.ShowHome, commands.StartGuest]
    assert post.state.phase is Phase.STANDBY


def test_a_first_wipe_that_fails_locks_the_post_and_starts_no_guest(post: Any, report: Report) -> None:
    post.happens(events.Boot)
    asked = post.happens(events.WipeFinished, report=report("clipboard"))
    assert post.last(commands.ShowLocked).code == "E-304"
    assert commands.StartGuest not in kinds(asked)


def test_every_wipe_has_its_receipt_the_failed_ones_too(post: Any, report: Report) -> None:
    post.happens(events.Boot)
    failed = report("clipboard")
    post.happens(events.WipeFinished, report=failed)
    assert post.last(commands.KeepReceipt) == commands.KeepReceipt(EndReason.BOOT, failed, "E-304")
    post.happens(events.Boot)
    post.passes(post.settings.wiping, beating=False)
    assert post.last(commands.KeepReceipt) == commands.KeepReceipt(EndReason.BOOT, None, "E-310")


# --- what becomes of people's data --------------------------------------------------------------------------------


def test_whoever_reads_the_notice_comes_back_to_the_page(post: Any) -> None:
    post.opens()
    assert kinds(post.happens(events.NoticeAsked)) == [commands.ShowNotice]
    assert post.state.phase is Phase.NOTICE
    assert kinds(post.happens(events.NoticeLeft)) == [commands.ShowSession]
    assert post.state.phase is Phase.ACTIVE


def test_the_notice_does_not_hold_the_post(post: Any) -> None:
    post.opens()
    post.happens(events.NoticeAsked)
    post.passes(post.settings.idle)
    assert post.state.phase is Phase.WARNING
    assert kinds(post.happens(events.ExtendAsked)) == [commands.ShowSession]


def test_whoever_wants_to_read_the_notice_has_answered_the_idle_question(post: Any) -> None:
    post.opens()
    post.passes(post.settings.idle)
    assert post.state.phase is Phase.WARNING
    assert kinds(post.happens(events.NoticeAsked)) == [commands.ShowSession, commands.ShowNotice]
    assert post.state.phase is Phase.NOTICE


def test_a_guest_that_dies_behind_the_notice_is_wiped(post: Any) -> None:
    post.opens()
    post.happens(events.NoticeAsked)
    assert kinds(post.happens(events.GuestExited))[-2:] == [commands.Wipe, commands.ShowWiping]


# --- opening ------------------------------------------------------------------------------------------------------


def test_a_ready_guest_is_given_the_procedure_at_once(post: Any) -> None:
    post.boots()
    post.starts()
    opened = post.last(commands.OpenGuest)
    assert (opened.procedure_id, opened.case, opened.resume_step) == ("prime-activite", "seul", None)
    assert kinds(post.happens(events.GuestPainted)) == [commands.ShowSession]
    assert post.state.phase is Phase.ACTIVE


def test_a_person_who_starts_early_waits_for_the_guest(post: Any, report: Report) -> None:
    post.happens(events.Boot)
    post.happens(events.WipeFinished, report=report(None))
    assert commands.OpenGuest not in kinds(post.starts())
    assert kinds(post.happens(events.GuestReady)) == [commands.OpenGuest]


def test_a_person_who_starts_while_there_is_no_guest_gets_one_without_delay(post: Any) -> None:
    post.boots()
    post.happens(events.GuestExited)
    assert commands.StartGuest in kinds(post.starts())


def test_a_page_that_never_comes_ends_in_a_wipe_that_says_so(post: Any) -> None:
    post.boots()
    post.starts()
    post.passes(post.settings.opening)
    assert post.last(commands.Wipe).reason is EndReason.OPENING_TIMEOUT


def test_a_guest_that_dies_before_it_was_given_anything_is_replaced_while_the_person_waits(
    post: Any, report: Report
) -> None:
    post.happens(events.Boot)
    post.happens(events.WipeFinished, report=report(None))
    post.starts()
    post.happens(events.GuestExited)
    assert kinds(post.passes(1, beating=False)) == [commands.StartGuest]
    post.happens(events.GuestReady)
    post.happens(events.GuestPainted)
    assert post.state.phase is Phase.ACTIVE


def test_a_standby_guest_cannot_open_a_session_by_itself(post: Any) -> None:
    post.boots()
    assert post.happens(events.GuestPainted) == ()
    assert post.state.phase is Phase.STANDBY


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


# --- the end ------------------------------------------------------------------------------------------------------


def test_finishing_asks_first_and_erases_on_the_persons_word(post: Any) -> None:
    post.opens()
    post.happens(events.DocumentStored)
    assert post.happens(events.FinishAsked) == (commands.ShowClosing(documents=1),)
    # The closing screen lies over the page: nothing to cover first.
    assert kinds(post.happens(events.EraseAsked)) == [commands.Log, commands.Wipe, commands.ShowWiping]
    assert post.last(commands.Wipe).reason is EndReason.FINISHED


def test_from_the_closing_screen_one_can_go_back_to_the_page(post: Any) -> None:
    post.opens()
    post.happens(events.FinishAsked)
    assert kinds(post.happens(events.BackToPage)) == [commands.ShowSession]
    assert post.state.phase is Phase.ACTIVE


def test_a_closing_screen_left_behind_erases_by_itself(post: Any) -> None:
    post.opens()
    post.happens(events.FinishAsked)
    post.passes(post.settings.closing)
    assert post.last(commands.Wipe).reason is EndReason.LEFT


def test_gathering_ones_papers_keeps_the_closing_screen(post: Any) -> None:
    post.opens()
    post.happens(events.FinishAsked)
    post.passes(post.settings.closing - 1)
    post.happens(events.Activity, at=post.now)
    post.passes(post.settings.closing - 1)
    assert post.state.phase is Phase.CLOSING


def test_the_wipe_shows_each_step_then_the_receipt_then_home(post: Any, report: Report) -> None:
    post.opens()
    post.happens(events.FinishAsked)
    post.happens(events.EraseAsked)
    post.happens(events.WipeStepDone, code="guest")
    post.happens(events.WipeStepDone, code="mounts")
    assert post.last(commands.ShowWiping).done == ("guest", "mounts")
    asked = post.happens(events.WipeFinished, report=report(None))
    assert kinds(asked) == [commands.Log, commands.KeepReceipt, commands.ShowWiped, commands.StartGuest]
    assert post.last(commands.ShowWiped).reason is EndReason.FINISHED
    assert kinds(post.passes(post.settings.receipt, beating=False)) == [commands.ShowHome]


def test_a_new_person_does_not_wait_for_the_receipt_to_end(post: Any, report: Report) -> None:
    post.opens()
    post.happens(events.FinishAsked)
    post.happens(events.EraseAsked)
    post.happens(events.WipeFinished, report=report(None))
    assert kinds(post.happens(events.NewPerson)) == [commands.ShowHome]
    assert post.passes(post.settings.receipt, beating=False) == []


def test_moving_the_mouse_does_not_keep_the_receipt_on_screen(post: Any, report: Report) -> None:
    post.opens()
    post.happens(events.GuestExited)
    post.happens(events.WipeFinished, report=report(None))
    post.passes(5, beating=False)
    post.happens(events.Activity, at=post.now)
    assert commands.ShowHome in kinds(post.passes(post.settings.receipt - 5, beating=False))


def test_nothing_can_be_started_during_a_wipe(post: Any) -> None:
    post.opens()
    post.happens(events.GuestExited)
    assert post.starts() == ()
    assert post.state.phase is Phase.WIPING


def test_the_log_of_a_session_holds_counts_only(post: Any) -> None:
    post.opens()
    post.happens(events.StepDone, step=STEPS[0], how="page")
    post.happens(events.Drifted, step=STEPS[1])
    post.passes(42)
    post.happens(events.GuestExited)
    assert dict(post.last(commands.Log).fields) == {
        "procedure": "prime-activite",
        "reason": "guest-died",
        "seconds": 42.0,
        "steps_done": 1,
        "steps_total": 3,
        "drifts": 1,
        "documents": 0,
        "documents_refused": 0,
        "browser_restarts": 0,
        "site_down": False,
        "user_gestures": 0,
        "mediator_gestures": 0,
        "user_seconds": 0,
        "mediator_seconds": 0,
    }


# --- the share of hands -------------------------------------------------------------------------------------------


def counted(post: Any, step: str, user: int, mediator: int) -> None:
    post.happens(
        events.HandsCounted, step=step, user=user, mediator=mediator, user_ms=user * 500, mediator_ms=mediator * 500
    )


def test_the_end_says_how_much_was_the_users_own_hand(post: Any) -> None:
    post.opens()
    post.happens(events.MediatorAnswered)
    counted(post, STEPS[0], 10, 0)
    counted(post, STEPS[0], 10, 2)
    counted(post, STEPS[1], 17, 11)
    post.happens(events.FinishAsked)
    assert post.last(commands.ShowClosing).share == 74


def test_hands_are_written_down_by_person_and_by_step(post: Any) -> None:
    post.opens()
    counted(post, STEPS[1], 3, 1)
    counted(post, STEPS[1], 1, 0)
    post.happens(events.GuestExited)
    logs = [one for one in post.asked if isinstance(one, commands.Log)]
    (hands,) = [dict(one.fields) for one in logs if one.code == "hands"]
    assert hands == {
        "step": STEPS[1],
        "user_gestures": 4,
        "mediator_gestures": 1,
        "user_seconds": 2.0,
        "mediator_seconds": 0.5,
    }
    ended = dict(post.last(commands.Log).fields)
    assert (ended["user_gestures"], ended["mediator_gestures"]) == (4, 1)


def test_alone_nobody_is_told_a_share(post: Any) -> None:
    post.opens()
    counted(post, STEPS[0], 10, 0)
    post.happens(events.FinishAsked)
    assert post.last(commands.ShowClosing).share is None


def test_hands_on_a_step_that_the_procedure_does_not_have_are_not_believed(post: Any) -> None:
    post.opens()
    counted(post, "invented", 10, 0)
    assert post.state.session.hands == ()


def test_however_much_a_guest_claims_the_counts_have_an_end(post: Any) -> None:
    post.opens()
    for _ in range(3):
        counted(post, STEPS[0], 1_000_000_000, 1_000_000_000)
    assert post.state.session.hands[0].user == MAX_GESTURES


def test_a_mediator_who_uses_their_own_keys_sits_there_though_nobody_called(post: Any) -> None:
    post.opens()
    asked = post.happens(events.MediatorAnswered)
    assert commands.ShowSession(with_mediator=True) in asked
    assert post.happens(events.MediatorAnswered) == ()


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


# --- the mediator, the panel --------------------------------------------------------------------------------------


def test_a_call_stays_raised_until_answered_at_the_post(post: Any) -> None:
    post.opens()
    assert kinds(post.happens(events.MediatorCalled)) == [commands.RaiseFlag]
    assert post.happens(events.MediatorCalled) == ()
    asked = post.happens(events.MediatorAnswered)
    assert kinds(asked) == [commands.LowerFlag, commands.SendSeat, commands.ShowSession]
    assert asked[-1].with_mediator
    assert post.happens(events.MediatorAnswered) == ()


def test_a_mediator_who_sits_down_during_the_countdown_does_not_uncover_the_page(post: Any) -> None:
    post.opens()
    post.happens(events.MediatorCalled)
    post.passes(post.settings.idle_with_mediator)
    assert post.state.phase is Phase.WARNING
    assert commands.ShowSession not in kinds(post.happens(events.MediatorAnswered))
    assert post.happens(events.ExtendAsked) == (commands.ShowSession(with_mediator=True),)


def test_a_call_survives_a_crash_but_not_a_departure(post: Any) -> None:
    post.opens()
    post.happens(events.MediatorCalled)
    assert commands.LowerFlag not in kinds(post.happens(events.GuestExited))
    assert post.state.mediator_called


def test_nobody_is_called_any_more_for_a_person_who_left(post: Any) -> None:
    post.opens()
    post.happens(events.MediatorCalled)
    assert commands.LowerFlag in kinds(post.passes(post.settings.idle_with_mediator + post.settings.warning))


def test_a_mediator_can_be_called_from_home_and_from_a_locked_post(post: Any, report: Report) -> None:
    post.boots()
    assert kinds(post.happens(events.MediatorCalled)) == [commands.RaiseFlag]
    assert kinds(post.happens(events.MediatorAnswered)) == [commands.LowerFlag]
    post.happens(events.GuestExited)
    post.starts()
    post.happens(events.EraseAsked)
    post.happens(events.WipeFinished, report=report("memory"))
    assert kinds(post.happens(events.MediatorCalled)) == [commands.RaiseFlag]


def test_the_bar_passes_on_being_lost_and_a_new_text_size(post: Any) -> None:
    post.opens()
    assert kinds(post.happens(events.LostAsked)) == [commands.SendLost]
    assert kinds(post.happens(events.AppearanceChanged)) == [commands.SendAppearance]


# --- what the guest says ------------------------------------------------------------------------------------------


def test_a_drift_is_counted_once_a_step(post: Any) -> None:
    post.opens()
    assert post.happens(events.Drifted, step="code") == (commands.CountDrift("prime-activite", "code"),)
    assert post.happens(events.Drifted, step="code") == ()


def test_a_site_that_is_down_is_counted_once_a_session(post: Any) -> None:
    post.opens()
    assert post.happens(events.SiteDown) == (commands.Log("site-down", (("procedure", "prime-activite"),)),)
    assert post.happens(events.SiteDown) == ()
    post.happens(events.GuestExited)
    assert dict(post.last(commands.Log).fields)["site_down"] is True


def test_a_guest_cannot_write_its_own_words_in_what_stays_on_disk(post: Any) -> None:
    post.opens()
    assert post.happens(events.Drifted, step="marie-dupont") == ()
    post.happens(events.StepShown, step="marie-dupont")
    post.happens(events.StepDone, step="marie-dupont", how="user")
    assert "marie-dupont" not in repr(post.state)


def test_the_place_in_the_walkthrough_follows_the_step_on_screen(post: Any) -> None:
    post.opens()
    post.happens(events.StepShown, step="code")
    assert (post.state.session.number, post.state.session.total) == (2, 3)


def test_documents_refused_are_counted_apart(post: Any) -> None:
    post.opens()
    post.happens(events.DocumentRefused)
    assert (post.state.session.documents, post.state.session.documents_refused) == (0, 1)


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
