"""Whole procedures by real input: the guide leads, the page shows each step done, nothing stays."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from demonstration.__main__ import Demonstration
from demonstration.person import Box
from demonstration.play import ANSWERS, Play
from tests.e2e.post import Post


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
