"""Papers under way when something comes between: a question, an end, a death, a print server that is gone. The next
person finds a post that knows nothing, or one that is closed."""

from __future__ import annotations

import psutil
import pytest

from demonstration.person import Box
from demonstration.phone import Phone
from demonstration.print_server import listens
from proof.rig import machine
from proof.rig.paper_hands import TRIAL, Hands
from proof.rig.paper_rig import PaperRig
from proof.rig.post import Post
from proof.rig.reading import wait_to_read

RECEIPT_STAYS = "session.receipt_seconds=3600"


@pytest.fixture
def post(rig: PaperRig) -> Post:
    """At home, with its devices."""
    rig.post.have(*rig.settings, RECEIPT_STAYS)
    return rig.post


def test_the_question_lies_over_the_desk_and_an_answer_gives_it_back(rig: PaperRig, hands: Hands) -> None:
    post = rig.post
    post.have(*rig.settings, RECEIPT_STAYS, "session.idle_seconds=5", "session.warning_seconds=60")
    post.begin(TRIAL)
    hands.add()
    hands.choose(0, of=2)
    scanning = hands.answer("« Scanner une feuille »")
    post.kiosk.wait_for("phase", phase="warning")
    wait_to_read(post.person, "Je suis toujours là")
    beside = Box(0, 0, post.terminal.px(100), post.person.height)
    assert post.person.look(beside).getcolors(1), "what stands behind the question can be seen"
    post.terminal.press_blue("Je suis toujours là", post.person.screen())
    post.kiosk.wait_for("phase", phase="papers")
    assert hands.answer("« Scanner une feuille », as before") == scanning
    assert hands.scan_one()["kind"] == "pdf"
    hands.see_page()
    hands.end()


def test_a_session_that_ends_under_a_service_is_wiped_whole(rig: PaperRig, post: Post, hands: Hands) -> None:
    rig.scans_slowly()
    post.begin(TRIAL)
    guest = post.guest()
    hands.add()
    hands.choose(0, of=2)
    hands.press("« Scanner une feuille »")
    machine.wait_until(lambda: runs(post, "scanimage", "--format=pnm"), "the scanner scans")
    machine.kill(guest.monitor)
    steps = {post.kiosk.wait_for("wipe-step")["step"] for _ in range(8)}
    assert {"papers", "printer"} <= steps
    post.kiosk.wait_for("wipe-verified", reason="guest-died")
    post.kiosk.wait_for("guest-ready")
    assert not runs(post, "scanimage")
    post.leave()


def assert_all_gone(rig: PaperRig, family: list[psutil.Process]) -> None:
    machine.wait_until(lambda: not machine.still_running(family), "what ran has ended")
    rig.post.start_again()
    assert any(line["event"] == "wipe-verified" and line["reason"] == "boot" for line in rig.post.kiosk.lines)
    assert not machine.strays(rig.post.folder, rig.post.shell)
    assert not listens(rig.port)
    rig.assert_nothing_queued()


def test_a_shell_that_dies_while_scanning_leaves_nothing(rig: PaperRig, post: Post, hands: Hands) -> None:
    rig.scans_slowly()
    post.begin(TRIAL)
    hands.add()
    hands.choose(0, of=2)
    hands.press("« Scanner une feuille »")
    machine.wait_until(lambda: runs(post, "scanimage", "--format=pnm"), "the scanner scans")
    assert_all_gone(rig, machine.end_at_once(post.shell))


def runs(post: Post, *words: str) -> bool:
    running = [" ".join(machine.words(one)) for one in machine.living(psutil.Process(post.shell))]
    return any(all(word in line for word in words) for line in running)


def test_a_shell_that_dies_while_a_phone_is_joined_leaves_no_door(
    rig: PaperRig, post: Post, hands: Hands, phone: Phone
) -> None:
    post.begin(TRIAL)
    hands.add()
    hands.photograph(phone)
    assert listens(rig.port)
    assert_all_gone(rig, machine.end_at_once(post.shell))


def test_a_shell_that_dies_while_printing_is_made_good_by_the_next(rig: PaperRig, post: Post, hands: Hands) -> None:
    hands.take_trial_paper("lune")
    hands.print_paper()
    hands.press("« Imprimer »")
    machine.wait_until(lambda: rig.cups.came_out != b"", "the printer has the paper")
    family = machine.end_at_once(post.shell)
    assert rig.cups.papers() != []
    assert rig.mark.exists()
    assert_all_gone(rig, family)


def test_a_post_whose_print_server_died_after_a_print_is_locked(rig: PaperRig, post: Post, hands: Hands) -> None:
    rig.cups.goes()
    hands.take_trial_paper("lune")
    hands.print_paper()
    hands.press("« Imprimer »")
    post.kiosk.wait_for("service-done", kind="print")
    hands.press("« C'est fini »")
    hands.see_page()
    rig.cups.stop()
    try:
        hands.finish()
        post.terminal.press_blue("Tout effacer et partir")
        assert post.kiosk.wait_for("wipe-failed")["code"] == "E-308"
        wait_to_read(post.person, "en pause")
        wait_to_read(post.person, "Code E-308")
        assert post.stop() == 1
    finally:
        rig.cups.start()
    rig.post.have(*rig.settings, RECEIPT_STAYS)
    rig.assert_nothing_queued()


def test_without_a_print_a_dead_print_server_locks_nothing(rig: PaperRig, post: Post, hands: Hands) -> None:
    rig.cups.stop()
    try:
        post.begin(TRIAL)
        hands.end()
    finally:
        rig.cups.start()
