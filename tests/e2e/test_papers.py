"""Papers in and papers out, on the real program with real devices: scanner, phone, printer, stick and receipt."""

from __future__ import annotations

import numpy as np
import pypdfium2
import pytest

from demonstration import stick_images
from demonstration.person import Box
from demonstration.phone import Phone
from demonstration.play import Play
from proof.rig import machine
from proof.rig.paper_hands import TRIAL, Hands
from proof.rig.paper_rig import PaperRig
from proof.rig.post import Post
from proof.rig.reading import text_of, wait_to_read
from tests.e2e.test_walkthrough import MailPlay

RECEIPT_STAYS = "session.receipt_seconds=3600"
PIN = "483920"
FEW_BYTES = 1_000_000


@pytest.fixture
def post(rig: PaperRig) -> Post:
    """At home, with its devices."""
    rig.post.have(*rig.settings, RECEIPT_STAYS)
    return rig.post


# --- in -----------------------------------------------------------------------------------------------------------


def test_what_lies_in_the_scanner_comes_into_the_tray(post: Post, hands: Hands) -> None:
    post.begin(TRIAL)
    hands.add()
    hands.choose(0, of=2)
    assert hands.scan_one()["kind"] == "pdf"
    hands.see_page()
    (paper,) = (post.guest().home / "tray").iterdir()
    assert len(pypdfium2.PdfDocument(paper.read_bytes())) == 1
    ended = hands.end()
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
            self._hands.scan_one()
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
    hands.end()


def test_a_letter_photographed_with_a_phone_comes_into_the_tray(post: Post, hands: Hands, phone: Phone) -> None:
    post.begin(TRIAL)
    hands.add()
    hands.photograph(phone)
    phone.press("J'ai fini")
    phone.wait_for("finished-bring")
    # The phone has finished before the screen knows of it.
    hands.wait_until(
        lambda: bool((np.asarray(hands.paper_seen().convert("L")) > 200).mean() > 0.6),
        "the letter alone, without the table",
    )
    hands.press("« Garder ce papier »")
    assert post.kiosk.wait_for("document-stored")["kind"] == "pdf"
    hands.see_page()
    assert hands.end()["served_photo"] == 1


# --- out ----------------------------------------------------------------------------------------------------------


def test_a_paper_goes_home_in_the_phone_byte_for_byte(post: Post, hands: Hands, phone: Phone) -> None:
    paper = hands.take_trial_paper("lune").read_bytes()
    hands.take_paper()
    hands.choose(0, of=3)
    hands.join(phone, "take")
    phone.press("Enregistrer")
    phone.until(lambda: [one.read_bytes() for one in phone.downloads.iterdir()] == [paper])
    hands.press("« C'est fini »")
    hands.see_page()
    assert hands.end()["served_take"] == 1


def test_a_paper_comes_out_of_the_printer_and_is_forgotten_there(rig: PaperRig, post: Post, hands: Hands) -> None:
    hands.take_trial_paper("lune")
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
    rig.assert_nothing_queued()
    post.kiosk.wait_for("guest-ready")
    post.leave()


def test_a_printer_without_paper_is_said_and_goes_on_by_itself(rig: PaperRig, post: Post, hands: Hands) -> None:
    rig.cups.says("media-empty-error")
    hands.take_trial_paper("lune")
    hands.print_paper()
    hands.press("« Imprimer »")
    wait_to_read(post.person, "L'imprimante n'a plus de papier")
    rig.cups.says("")
    rig.cups.goes()
    post.kiosk.wait_for("service-done", kind="print")
    hands.press("« C'est fini »")
    hands.see_page()
    hands.end()
    rig.assert_nothing_queued()


def test_a_held_sheet_comes_out_by_a_mediators_code(rig: PaperRig, hands: Hands) -> None:
    rig.add_staff("awa", PIN)
    rig.cups.goes()
    rig.post.have(*rig.settings, RECEIPT_STAYS, 'print.release="mediator"')
    hands.take_trial_paper("lune")
    hands.print_paper()
    hands.press("« Imprimer »")
    assert rig.cups.papers() == []
    hands.let_out()
    rig.post.person.type(PIN)
    rig.post.person.press("Return")
    rig.post.kiosk.wait_for("service-done", kind="print")
    hands.press("« C'est fini »")
    hands.see_page()
    hands.end()
    rig.assert_nothing_queued()
    assert all(PIN not in str(line) for line in rig.post.kiosk.lines)


def test_a_paper_goes_home_on_a_stick_that_is_not_forgotten(rig: PaperRig, post: Post, hands: Hands) -> None:
    paper = hands.take_trial_paper("lune")
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
    hands.end()


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
    rig.assert_nothing_queued()
    post.kiosk.wait_for("guest-ready")
    post.leave()
