"""One person's time on the post, told as promises."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.session import commands, events
from kiosk.session.receipt import WipeReport
from kiosk.session.records import MAX_GESTURES
from kiosk.session.state import EndReason, Phase
from tests.unit.session.asked import STEPS, kinds

Report = Callable[[str | None], WipeReport]


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
