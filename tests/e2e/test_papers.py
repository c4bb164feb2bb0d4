"""Papers in and papers out, on the real program with real devices: scanner, phone, printer, stick and receipt."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import psutil
import pypdfium2
import pytest

from demonstration import stick_images
from demonstration.person import Box
from demonstration.phone import Phone, phones
from demonstration.play import Play
from demonstration.print_server import listens
from tests.e2e import machine
from tests.e2e.paper_hands import Hands
from tests.e2e.paper_rig import PaperRig, paper_rig
from tests.e2e.post import Post
from tests.e2e.reading import text_of, wait_to_read
from tests.e2e.test_walkthrough import MailPlay

TRIAL = "tout s'efface"
RECEIPT_STAYS = "session.receipt_seconds=3600"
PIN = "483920"
FEW_BYTES = 1_000_000


@pytest.fixture(scope="module")
def shared_rig() -> Iterator[PaperRig]:
    with paper_rig() as rig:
        yield rig


@pytest.fixture
def rig(shared_rig: PaperRig) -> Iterator[PaperRig]:
    """The same devices in every test, each time idle: nothing on the glass, no stick, a printer that waits."""
    shared_rig.rest()
    yield shared_rig
    shared_rig.rest()


@pytest.fixture
def post(rig: PaperRig) -> Post:
    """At home, with its devices."""
    rig.post.have(*rig.settings, RECEIPT_STAYS)
    return rig.post


@pytest.fixture
def hands(rig: PaperRig) -> Hands:
    return Hands(rig.post)


@pytest.fixture(scope="module")
def only_phone() -> Iterator[Phone]:
    with phones() as make:
        yield make()


@pytest.fixture
def phone(only_phone: Phone) -> Phone:
    """With nothing in it."""
    only_phone.driver.get("about:blank")
    only_phone.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    for file in only_phone.downloads.iterdir():
        file.unlink()
    return only_phone


def letter_on_a_table(to: Path, width: int = 1600, height: int = 1200) -> Path:
    table = np.full((height, width, 3), (70, 90, 120), np.uint8)
    cv2.rectangle(table, (width // 4, height // 10), (3 * width // 4, 9 * height // 10), (240, 245, 245), -1)
    for line, words in enumerate(("AVIS DE PASSAGE", "Exercice", "sans valeur")):
        place = (width // 4 + 60, height // 4 + 120 * line)
        cv2.putText(table, words, place, cv2.FONT_HERSHEY_SIMPLEX, 2.0, (20, 20, 20), 5)
    assert cv2.imwrite(str(to), table)
    return to


def take_trial_paper(post: Post) -> Path:
    """A paper of the trial site in the tray. Where the guest has it."""
    post.begin(TRIAL)
    ring = post.terminal.ring()
    post.person.click(*ring.centre)
    post.person.type("lune")
    post.person.press("Tab")
    post.kiosk.wait_for("step-done", step="ecrire")
    ring = post.next_ring(ring)
    post.person.click(*ring.centre)
    post.kiosk.wait_for("step-done", step="garder")
    post.person.click(*post.next_ring(ring).centre)
    post.kiosk.wait_for("document-stored")
    (paper,) = (post.guest().home / "tray").iterdir()
    return paper


def end(hands: Hands) -> dict[str, Any]:
    """All done: home again. What the record says of the session."""
    post = hands.post
    hands.finish()
    post.terminal.press_blue("Tout effacer et partir")
    ended = post.kiosk.wait_for("session-ended")
    post.kiosk.wait_for("wipe-verified", reason="finished")
    post.kiosk.wait_for("guest-ready")
    post.leave()
    return ended


def scan_one(hands: Hands) -> dict[str, Any]:
    hands.press("« Scanner une feuille »")
    hands.paper_seen()
    hands.press("« Garder ce papier »")
    return hands.kiosk.wait_for("document-stored")


# --- in -----------------------------------------------------------------------------------------------------------


def test_what_lies_in_the_scanner_comes_into_the_tray(post: Post, hands: Hands) -> None:
    post.begin(TRIAL)
    hands.add()
    hands.choose(0, of=2)
    assert scan_one(hands)["kind"] == "pdf"
    hands.see_page()
    (paper,) = (post.guest().home / "tray").iterdir()
    assert len(pypdfium2.PdfDocument(paper.read_bytes())) == 1
    ended = end(hands)
    assert (ended["documents"], ended["served_scan"]) == (1, 1)


class ScannerPlay(MailPlay):
    """The practice mailbox, with a paper that was really scanned, given in two gestures."""

    def __init__(self, post: Post, hands: Hands) -> None:
        super().__init__(post.terminal, lambda _: None)
        self._hands = hands

    def _act(self, step: str, ring: Box) -> None:
        if step == "ajouter":
            self.terminal.press_blue("Ajouter un papier", self.terminal.answers)
            self.kiosk.wait_for("service-opened", kind="add")
            self._hands.choose(0, of=2)
            scan_one(self._hands)
            return
        if step == "joindre":
            self.person.click(*ring.centre)
            buttons = Box(self.terminal.px(500), self.terminal.px(560), self.terminal.px(1090), self.terminal.px(680))
            self.terminal.press_blue("Donner ce papier", buttons)
            return
        super()._act(step, ring)


def test_a_paper_is_scanned_and_sent_by_mail_in_two_gestures(post: Post, hands: Hands) -> None:
    post.open_sheet("ecole scanner")
    play = ScannerPlay(post, hands)
    play.start()
    play.follow_guide()
    assert {step["how"] for step in play.steps} == {"page"}
    assert [play.steps[0]["step"], play.steps[-1]["step"]] == ["ajouter", "envoyer"]
    wait_to_read(post.person, "Papier scanné", post.terminal.page)
    end(hands)


def join_phone(hands: Hands, phone: Phone, page: str) -> None:
    phone.scan(hands.read_code())
    phone.wait_for(page)


def photograph(hands: Hands, phone: Phone) -> None:
    hands.choose(1, of=2)
    join_phone(hands, phone, "bring")
    phone.take(letter_on_a_table(phone.folder / "letter.jpg"))
    phone.until(lambda: "1 photo reçue" in phone.text)


def test_a_letter_photographed_with_a_phone_comes_into_the_tray(post: Post, hands: Hands, phone: Phone) -> None:
    post.begin(TRIAL)
    hands.add()
    photograph(hands, phone)
    phone.press("J'ai fini")
    phone.wait_for("finished-bring")
    seen = np.asarray(hands.paper_seen().convert("L"))
    assert (seen > 200).mean() > 0.6, "the letter alone, without the table"
    hands.press("« Garder ce papier »")
    assert post.kiosk.wait_for("document-stored")["kind"] == "pdf"
    hands.see_page()
    assert end(hands)["served_photo"] == 1


# --- out ----------------------------------------------------------------------------------------------------------


def test_a_paper_goes_home_in_the_phone_byte_for_byte(post: Post, hands: Hands, phone: Phone) -> None:
    paper = take_trial_paper(post).read_bytes()
    hands.take_paper()
    hands.choose(0, of=3)
    join_phone(hands, phone, "take")
    phone.press("Enregistrer")
    phone.until(lambda: [one.read_bytes() for one in phone.downloads.iterdir()] == [paper])
    hands.press("« C'est fini »")
    hands.back()
    hands.see_page()
    assert end(hands)["served_take"] == 1


def test_a_paper_comes_out_of_the_printer_and_is_forgotten_there(rig: PaperRig, post: Post, hands: Hands) -> None:
    take_trial_paper(post)
    hands.print_paper()
    hands.press("« Imprimer »")
    machine.wait_until(lambda: rig.cups.came_out != b"", "the printer has the paper")
    rig.cups.goes()
    post.kiosk.wait_for("service-done", kind="print")
    wait_to_read(post.person, "C'est imprimé")
    hands.press("« C'est fini »")
    hands.see_page()
    printed = pypdfium2.PdfDocument(rig.cups.came_out)
    assert len(printed) == 1
    assert printed[0].get_textpage().get_text_range() == "", "pixels only"
    hands.finish()
    wait_to_read(post.person, "Reprenez vos feuilles dans l'imprimante")
    post.terminal.erase()
    assert_queue_is_empty(rig)
    post.kiosk.wait_for("guest-ready")
    post.leave()


def test_a_printer_without_paper_is_said_and_goes_on_by_itself(rig: PaperRig, post: Post, hands: Hands) -> None:
    rig.cups.says("media-empty-error")
    take_trial_paper(post)
    hands.print_paper()
    hands.press("« Imprimer »")
    wait_to_read(post.person, "L'imprimante n'a plus de papier")
    rig.cups.says("")
    rig.cups.goes()
    post.kiosk.wait_for("service-done", kind="print")
    hands.press("« C'est fini »")
    hands.see_page()
    end(hands)
    assert_queue_is_empty(rig)


def test_a_held_sheet_comes_out_by_a_mediators_code(rig: PaperRig, hands: Hands) -> None:
    rig.add_staff("awa", PIN)
    rig.cups.goes()
    rig.post.have(*rig.settings, RECEIPT_STAYS, 'print.release="mediator"')
    take_trial_paper(rig.post)
    hands.print_paper()
    hands.press("« Imprimer »")
    assert rig.cups.papers() == []
    hands.let_out()
    rig.post.person.type(PIN)
    rig.post.person.press("Return")
    rig.post.kiosk.wait_for("service-done", kind="print")
    hands.press("« C'est fini »")
    hands.see_page()
    end(hands)
    assert_queue_is_empty(rig)
    assert all(PIN not in str(line) for line in rig.post.kiosk.lines)


def assert_queue_is_empty(rig: PaperRig) -> None:
    assert rig.cups.papers() == []
    assert rig.jobs() == ""
    assert not (rig.post.folder / "state" / "printed").exists()


def test_a_paper_goes_home_on_a_stick_that_is_not_forgotten(rig: PaperRig, post: Post, hands: Hands) -> None:
    paper = take_trial_paper(post)
    hands.take_paper()
    hands.choose(2, of=3)
    wait_to_read(post.person, "Branchez votre clé USB")
    rig.plug_in()
    post.kiosk.wait_for("service-done", kind="take")
    wait_to_read(post.person, "Vous pouvez retirer la clé")
    assert stick_images.content(rig.stick, f"Mes papiers/{paper.name}") == paper.read_bytes()
    assert stick_images.is_sound(rig.stick)
    hands.press("« C'est fini »")
    hands.see_page()
    hands.finish()
    wait_to_read(post.person, "Votre clé USB est encore branchée")
    rig.pull_out()
    machine.wait_until(lambda: "branch" not in text_of(post.person.look()).lower(), "the stick is not missed any more")
    post.terminal.erase()
    post.kiosk.wait_for("guest-ready")
    post.leave()


# --- between ------------------------------------------------------------------------------------------------------


class LighterPlay(Play):
    """The heavy practice paper, and the stick to take it home."""

    def __init__(self, rig: PaperRig, hands: Hands) -> None:
        super().__init__(rig.post.terminal, lambda _: None)
        self._rig = rig
        self._hands = hands

    def _act(self, step: str, ring: Box) -> None:
        del ring
        self.terminal.press_blue(step, self.terminal.answers)
        if step == "alleger":
            self._hands.paper_seen()
            self._hands.press("« Rendre plus léger »")
            self._hands.paper_seen()
            self._hands.press("« Garder »")
        elif step == "emporter":
            self._hands.choose(2, of=3)
            self._rig.plug_in()

    def _new_ring(self) -> Box:
        return self.person.screen()


def test_the_heavy_practice_paper_becomes_light_and_goes_home(rig: PaperRig, post: Post, hands: Hands) -> None:
    post.open_sheet("exercice leger")
    play = LighterPlay(rig, hands)
    play.start()
    play.follow_guide()
    assert [(step["step"], step["how"]) for step in play.steps] == [
        ("alleger", "page"),
        ("relire", "user"),
        ("emporter", "page"),
    ]
    light = [line for line in post.kiosk.lines if line["event"] == "document-stored"][-1]
    assert light["bytes"] < FEW_BYTES
    (taken,) = stick_images.names(rig.stick)
    content = stick_images.content(rig.stick, f"Mes papiers/{taken}")
    assert len(content) == light["bytes"]
    assert len(pypdfium2.PdfDocument(content)) > 0
    hands.press("« C'est fini »")
    hands.see_page()
    end(hands)


def test_the_receipt_is_printed_and_read_by_a_phone(rig: PaperRig, post: Post, hands: Hands) -> None:
    number = "2026-AB-417"
    rig.cups.goes()
    post.begin(TRIAL)
    hands.finish()
    hands.open_receipt()
    hands.write_number(number)
    hands.receipt_to_phone()
    assert f"N° {number}" in hands.read_code()
    hands.press("« Imprimer », on the receipt")
    hands.press("« Imprimer », on the sheet")
    post.kiosk.wait_for("service-done", kind="print")
    hands.press("« C'est fini »")
    assert rig.cups.came_out.startswith(b"%PDF-")
    hands.back()
    post.kiosk.wait_for("phase", phase="closing")
    wait_to_read(post.person, "Avant de partir")
    post.terminal.erase()
    assert_queue_is_empty(rig)
    post.kiosk.wait_for("guest-ready")
    post.leave()


# --- when something comes between -----------------------------------------------------------------------------------


def test_the_question_lies_over_the_desk_and_an_answer_gives_it_back(rig: PaperRig, hands: Hands) -> None:
    post = rig.post
    post.have(*rig.settings, RECEIPT_STAYS, "session.idle_seconds=4", "session.warning_seconds=60")
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
    assert scan_one(hands)["kind"] == "pdf"
    hands.see_page()
    end(hands)


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


def killed(post: Post) -> list[psutil.Process]:
    """The shell dies at once, with no time for anything. All that ran then."""
    shell = psutil.Process(post.shell)
    shell.send_signal(signal.SIGSTOP)
    family = machine.living(shell)
    shell.send_signal(signal.SIGKILL)
    return family


def assert_all_gone(rig: PaperRig, family: list[psutil.Process]) -> None:
    machine.wait_until(lambda: not machine.still_running(family), "what ran has ended")
    rig.post.start_again()
    assert any(line["event"] == "wipe-verified" and line["reason"] == "boot" for line in rig.post.kiosk.lines)
    assert not machine.strays(rig.post.folder, rig.post.shell)
    assert not listens(rig.port)
    assert_queue_is_empty(rig)


def test_a_shell_that_dies_while_scanning_leaves_nothing(rig: PaperRig, post: Post, hands: Hands) -> None:
    rig.scans_slowly()
    post.begin(TRIAL)
    hands.add()
    hands.choose(0, of=2)
    hands.press("« Scanner une feuille »")
    machine.wait_until(lambda: runs(post, "scanimage", "--format=pnm"), "the scanner scans")
    assert_all_gone(rig, killed(post))


def runs(post: Post, *words: str) -> bool:
    running = [" ".join(machine.words(one)) for one in machine.living(psutil.Process(post.shell))]
    return any(all(word in line for word in words) for line in running)


def test_a_shell_that_dies_while_a_phone_is_joined_leaves_no_door(
    rig: PaperRig, post: Post, hands: Hands, phone: Phone
) -> None:
    post.begin(TRIAL)
    hands.add()
    photograph(hands, phone)
    assert listens(rig.port)
    assert_all_gone(rig, killed(post))


def test_a_shell_that_dies_while_printing_is_made_good_by_the_next(rig: PaperRig, post: Post, hands: Hands) -> None:
    take_trial_paper(post)
    hands.print_paper()
    hands.press("« Imprimer »")
    machine.wait_until(lambda: rig.cups.came_out != b"", "the printer has the paper")
    family = killed(post)
    assert rig.cups.papers() != []
    assert (post.folder / "state" / "printed").exists()
    assert_all_gone(rig, family)


def test_a_post_whose_print_server_died_after_a_print_is_locked(rig: PaperRig, post: Post, hands: Hands) -> None:
    rig.cups.goes()
    take_trial_paper(post)
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
    assert_queue_is_empty(rig)


def test_without_a_print_a_dead_print_server_locks_nothing(rig: PaperRig, post: Post, hands: Hands) -> None:
    rig.cups.stop()
    try:
        post.begin(TRIAL)
        end(hands)
    finally:
        rig.cups.start()
