"""Two people at one post, by the real program on a real X server: what holds when something breaks, freezes or
vanishes in the middle of it."""

from __future__ import annotations

import signal
import time

import psutil
import pytest

from demonstration.play import ANSWERS
from demonstration.seats import MEDIATOR_KEYBOARD, MEDIATOR_MOUSE, USER_KEYBOARD, USER_MOUSE
from demonstration.sentences import wait_to_read
from proof.rig import machine
from proof.rig.chairs import (
    ALL_THE_USERS,
    CORE_KEYBOARD,
    CORE_POINTER,
    CUT,
    MEDIATOR_POINTER,
    WHOSE,
    SharedPost,
    field,
    wait_for_seat,
)

TAKE, GIVE, BOTH, BRAKE = "F9", "F10", "F11", "F12"
GIVEN_BACK_WITHIN = 1.0


def keep_word(post: SharedPost) -> None:
    """The trial's second step, which the page shows done only when there is a word in its field."""
    post.person.press("Tab")
    post.kiosk.hear(0, "step-done", step="ecrire")
    post.kiosk.hear(0, "step-shown", step="garder")
    since = len(post.kiosk.lines)
    post.person.press("Return")
    post.kiosk.hear(since, "step-done", step="garder")


# --- who drives -------------------------------------------------------------------------------------------------------


def test_the_mediator_takes_and_gives_by_keys_and_the_users_keys_only_give_and_brake(shared: SharedPost) -> None:
    shared.start(*WHOSE)
    shared.begin_together()
    shared.person.press(TAKE)
    shared.person.press(BOTH)
    shared.turn("brake", lambda: shared.person.press(BRAKE))
    shared.turn("user", lambda: shared.person.press(GIVE))
    shared.turn("mediator", lambda: shared.mediator.press(TAKE))
    shared.turn("both", lambda: shared.mediator.press(BOTH))
    shared.turn("user", lambda: shared.mediator.press(GIVE))
    assert shared.modes() == ["brake", "user", "mediator", "both", "user"]


def test_the_user_takes_the_wheel_back_in_the_middle_of_the_mediators_drag(shared: SharedPost) -> None:
    shared.start(*WHOSE)
    ring = shared.begin_together()
    shared.turn("mediator", lambda: shared.mediator.press(TAKE))
    back = shared.terminal.blue_answer("« Je reprends la main »", shared.terminal.answers).centre
    before = shared.still_page()
    words = ring.top + 12
    shared.mediator.move(ring.left + 2, words)
    shared.mediator.hold()
    shared.mediator.move(ring.left + 60, words)
    shared.terminal.wait_for_change_in(shared.terminal.page, before)
    shared.turn("user", lambda: shared.person.click(*back))
    given = shared.still_page()
    shared.mediator.move(*field(ring))
    shared.mediator.let_go()
    assert shared.page_is(given), "the rest of the mediator's drag reached the page"
    shared.write(ring, "lune")
    keep_word(shared)


def test_nothing_that_the_mediator_types_reaches_a_password(shared: SharedPost) -> None:
    shared.start(*WHOSE)
    ring = shared.begin_together("prime activite exercice")
    shared.person.click(*field(ring))
    shared.person.type(ANSWERS["numero"])
    shared.person.press("Tab")
    shared.kiosk.hear(0, "step-shown", step="mot-de-passe")
    ring = shared.next_ring(ring)
    shared.play.type_the_secret_alone(ring, ANSWERS["mot-de-passe"])
    shared.kiosk.hear(0, "step-shown", step="me-connecter")
    shared.person.click(*shared.next_ring(ring).centre)
    assert shared.kiosk.hear(0, "step-done", step="me-connecter")["how"] == "page"


# --- something freezes, dies, vanishes --------------------------------------------------------------------------------


def test_nothing_that_waited_for_a_frozen_page_arrives_after_the_brake(shared: SharedPost) -> None:
    shared.start(*WHOSE, "session.heartbeat_timeout_seconds=60")
    ring = shared.begin_together()
    shared.write(ring, "lune")
    shared.kiosk.hear(0, "step-done", step="ecrire")
    button = shared.next_ring(ring).centre
    # A field looks otherwise under a pointer.
    shared.person.move(*shared.terminal.panel.centre)
    before = shared.still_page()
    frozen = [shared.guest().browser, *shared.guest().renderers]
    for process in frozen:
        process.send_signal(signal.SIGSTOP)
    shared.person.type("soleil")
    shared.person.click(*button)
    shared.turn("brake", lambda: shared.person.press(BRAKE))
    shared.person.type("nuit")
    shared.person.click(*button)
    for process in frozen:
        process.send_signal(signal.SIGCONT)
    # Until it goes on, the panel shows the step's own answers.
    wait_to_read(shared.person, "Qui conduit maintenant", shared.terminal.panel)
    shared.turn("user", lambda: shared.terminal.press_blue("« Je conduis »", shared.terminal.answers))
    shared.person.move(*shared.terminal.panel.centre)
    assert shared.page_is(before)
    assert not any(line["event"] == "step-done" and line["step"] == "garder" for line in shared.kiosk.lines)
    keep_word(shared)


@pytest.mark.parametrize("mode_key", [TAKE, BRAKE], ids=["mediator", "brake"])
def test_the_users_devices_work_within_a_second_of_the_shells_death(shared: SharedPost, mode_key: str) -> None:
    shared.start(*WHOSE)
    shared.begin_together()
    shared.turn("mediator" if mode_key == TAKE else "brake", lambda: shared.mediator.press(mode_key))
    wait_for_seat(shared, USER_KEYBOARD, CUT)
    started = {one.pid for one in psutil.Process(shared.shell).children(recursive=True)}
    died = time.monotonic()
    shared.kiosk.process.kill()
    machine.wait_until(lambda: shared.seats() == ALL_THE_USERS, "every device with the user")
    assert time.monotonic() - died < GIVEN_BACK_WITHIN
    # The second pointer goes once no program is left that could fall over its end.
    machine.wait_until(lambda: shared.chairs.pointers.masters() == [CORE_POINTER], "one pointer again")
    machine.wait_until(lambda: not any(psutil.pid_exists(pid) for pid in started), "the end of all that was started")
    shared.start_again()
    shared.begin_together()
    shared.turn("mediator", lambda: shared.mediator.press(TAKE))


def test_the_users_devices_work_within_a_second_of_the_guests_death(shared: SharedPost) -> None:
    shared.start(*WHOSE)
    shared.begin_together()
    shared.turn("mediator", lambda: shared.mediator.press(TAKE))
    wait_for_seat(shared, USER_KEYBOARD, CUT)
    guest = shared.guest()
    died = time.monotonic()
    machine.kill(guest.first)
    wait_for_seat(shared, USER_KEYBOARD, CORE_KEYBOARD)
    assert time.monotonic() - died < GIVEN_BACK_WITHIN
    assert shared.seats()[USER_MOUSE] == CORE_POINTER
    shared.kiosk.wait_for("wipe-verified")
    assert not guest.left()


def test_a_mouse_that_vanishes_in_the_middle_gives_the_wheel_back_and_returns(shared: SharedPost) -> None:
    shared.start(*WHOSE)
    ring = shared.begin_together()
    shared.turn("mediator", lambda: shared.mediator.press(TAKE))
    shared.mediator.move(ring.left + 2, ring.top + 12)
    shared.mediator.hold()
    since = len(shared.kiosk.lines)
    shared.turn("user", shared.mediator.mouse.unplug)
    shared.kiosk.hear(since, "device-gone", person="mediator", kind="mouse")
    shared.write(ring, "lune")
    since = len(shared.kiosk.lines)
    shared.mediator.mouse.replug()
    shared.kiosk.hear(since, "device-back", person="mediator", kind="mouse")
    wait_for_seat(shared, MEDIATOR_MOUSE, MEDIATOR_POINTER)
    keep_word(shared)
    shared.turn("mediator", lambda: shared.mediator.press(TAKE))
    answer = shared.mediators.blue_answer("« Rendre la main »", shared.terminal.bar).centre
    shared.turn("user", lambda: shared.mediator.click(*answer))


# --- with and without -------------------------------------------------------------------------------------------------


def test_with_one_pair_the_post_is_as_before(shared: SharedPost) -> None:
    shared.mediator.mouse.unplug()
    shared.mediator.keyboard.unplug()
    shared.start()
    shared.begin_together(two_pairs=False)
    shared.terminal.beside = False
    ring = shared.terminal.ring()
    assert shared.chairs.pointers.masters() == [CORE_POINTER]
    shared.person.press(TAKE)
    shared.person.press(BRAKE)
    shared.write(ring, "lune")
    keep_word(shared)
    assert not shared.modes()


def test_nothing_of_it_stays_on_the_x_server_when_the_kiosk_ends(shared: SharedPost) -> None:
    shared.start(*WHOSE)
    shared.begin_together()
    shared.turn("mediator", lambda: shared.mediator.press(TAKE))
    assert shared.seats()[MEDIATOR_MOUSE] == MEDIATOR_POINTER
    assert shared.seats()[MEDIATOR_KEYBOARD] in (CORE_KEYBOARD, CUT)
    assert shared.stop() == 0
    assert shared.seats() == ALL_THE_USERS
    assert shared.chairs.pointers.masters() == [CORE_POINTER]
