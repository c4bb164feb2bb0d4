"""Whole procedures by real input: the guide leads, the page shows each step done, nothing stays."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from demonstration.__main__ import Demonstration
from demonstration.person import MARK, Box
from demonstration.play import ANSWERS, Play
from kiosk.practice.person import TRAINING
from proof.rig.post import Post


class AgencyPlay(Play):
    """The titles agency: its form, and the photo taken from the tray."""

    answers: ClassVar = {**ANSWERS, "nom": "Exemple", "prenoms": "Camille", "naissance": "12/03/1984"}

    def _act(self, step: str, ring: Box) -> None:
        super()._act(step, ring)
        if step == "choisir-la-photo":
            # The first paper of the tray has the focus.
            self.terminal.blue_answer("the papers to choose from", self.person.screen())
            self.person.press("space")
            self.terminal.press_blue("Prendre ce papier", self.person.screen())


class MailPlay(Play):
    """The practice mailbox: a message to the school, with a paper of the tray."""

    answers: ClassVar = {
        "adresse": TRAINING.mail_address,
        "mot-de-passe": TRAINING.mail_password,
        "destinataire": TRAINING.school_address,
        "sujet": "Justificatif",
    }

    def _act(self, step: str, ring: Box) -> None:
        if step == "ajouter":
            # Nothing to point at on the page, and no scanner here: the paper of the exercise will do.
            self.terminal.blue_answer("Ajouter un papier", self.terminal.panel)
            self.person.click(self.terminal.px(1088), self.terminal.px(619))
            return
        super()._act(step, ring)
        if step == "joindre":
            self.person.click(*self.person.wait_to_see("the papers to choose from", self._veiled).centre)
            buttons = Box(self.terminal.px(500), self.terminal.px(560), self.terminal.px(1090), self.terminal.px(650))
            self.terminal.press_blue("Donner ce papier", buttons)

    def _new_ring(self) -> Box:
        return self.person.screen() if self._shown["step"] == "ajouter" else super()._new_ring()

    def _veiled(self) -> Box | None:
        """The first row of the question, once the page behind it is veiled."""
        ring = self.person.find(MARK, self.terminal.page)
        px = self.terminal.px
        return None if ring else Box(px(260), px(280), px(1020), px(360))


def test_the_demonstration_holds(post: Post, tmp_path: Path) -> None:
    post.have("session.idle_seconds=15")
    demonstration = Demonstration(post.terminal, tmp_path)
    demonstration.run()
    assert demonstration.report["ok"], demonstration.report
    assert {step["how"] for step in demonstration.report["steps"]} == {"page"}
    assert len(list(tmp_path.glob("*.png"))) >= 20


def test_a_photo_goes_from_the_tray_to_the_agency(post: Post) -> None:
    post.have()
    post.open_sheet("photo mairie")
    play = AgencyPlay(post.terminal, lambda _: None)
    play.start()
    play.follow_guide()
    assert {step["how"] for step in play.steps} == {"page"}
    assert play.steps[-1]["step"] == "garder-le-numero"


def test_a_paper_goes_from_the_tray_to_the_practice_mailbox(post: Post) -> None:
    post.have()
    post.open_sheet("ecole scanner")
    play = MailPlay(post.terminal, lambda _: None)
    play.start()
    play.follow_guide()
    assert [step["step"] for step in play.steps if step["how"] == "user"] == ["ajouter"]
    assert play.steps[-1]["step"] == "envoyer"


def test_a_browser_that_dies_comes_back_at_the_same_step_still_logged_in(post: Post) -> None:
    post.have()
    post.terminal.press_tile(1)
    play = Play(post.terminal, lambda _: None)
    play.start()
    play.follow_guide(until="salaire-mois-2")
    post.guest().browser.kill()
    post.kiosk.wait_for("browser-restarted")
    post.kiosk.wait_for("step-shown", step="salaire-mois-2")
    # The page asks again for what had not been sent; the person is still who they were.
    play.follow_guide(until="continuer-vers-compte")
    assert {step["how"] for step in play.steps} == {"page"}
