"""What a person does with the catalogue: finds a procedure by their own words, pays a fine on the practice site, meets
a site that is closed.

Knows the answers of the practice services and nothing of their pages: where to click is where the guide points.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from demonstration.kiosk import Line
from demonstration.person import Box
from demonstration.play import Play
from demonstration.sentences import click_words, wait_to_read
from demonstration.terminal import Terminal
from kiosk.practice.fines.notice import CARD, NOTICE

_SAID = "J'ai reçu une amende"
_REAL, _PRACTICE = "Payer une amende", "S'entraîner à payer une amende"
_CAREER = "entrainement releve de carriere"  # without the accents, as people type
_PICTURED = {"step-attendre", "step-numero", "step-numero-de-carte"}
_QUEUE = "attendre"
_PAGE_MOVES_FOR = 0.3
_CLOSED = "S'entraîner à lire son relevé de carrière"


class FinePlay(Play):
    """Through the queue, to the bank's frame, and back with the paper."""

    answers: Mapping[str, str] = {
        "numero": NOTICE.number,
        "cle": NOTICE.key,
        "numero-de-carte": CARD.number.replace(" ", ""),
        "fin-de-carte": CARD.expiry.replace("/", ""),
        "code-de-carte": CARD.code,
    }

    def _new_ring(self) -> Box:
        """In the queue there is nothing to point at. Elsewhere the page may be on its way to the next place."""
        if self._shown["step"] == _QUEUE:
            return self.terminal.page
        ring = super()._new_ring()
        while True:
            time.sleep(_PAGE_MOVES_FOR)
            before, ring = ring, self.terminal.ring()
            if ring == before:
                self._ring = ring
                return ring

    def _act(self, step: str, ring: Box) -> None:
        if step != _QUEUE:
            super()._act(step, ring)

    def _wait_done(self, step: str) -> Line:
        return self.kiosk.wait_for("step-done", step=step) if step == _QUEUE else super()._wait_done(step)


class GuidedPlay:
    """`picture` is called with a name at each thing worth a picture."""

    def __init__(self, terminal: Terminal, picture: Callable[[str], None]) -> None:
        self.terminal = terminal
        self.person = terminal.person
        self.kiosk = terminal.kiosk
        self.fine = FinePlay(terminal, self._step)
        self._picture = picture

    def _step(self, name: str) -> None:
        if name in _PICTURED:
            self._picture(name.replace("step-", "fine-"))

    def find(self) -> None:
        """By what people say. The guide of the real service says what nobody has looked at yet."""
        self.terminal.search(_SAID)
        wait_to_read(self.person, _REAL)
        self._picture("found")
        click_words(self.person, _REAL)
        wait_to_read(self.person, "Guide pas encore vérifié")
        self._picture("not-verified")
        self.terminal.press_back()
        wait_to_read(self.person, _PRACTICE)

    def pay_fine(self) -> None:
        """What they searched for is still on the screen."""
        click_words(self.person, _PRACTICE)
        self.fine.start()
        self.fine.follow_guide()
        self.terminal.wait_for_no_ring()
        self.terminal.blue_answer("the end of the walkthrough", self.terminal.panel)
        self._end()

    def meet_closed_site(self) -> None:
        self.terminal.search(_CAREER)
        click_words(self.person, _CLOSED)
        self.terminal.start()
        wait_to_read(self.person, "Ce n'est pas votre faute", self.terminal.panel)
        self._picture("site-down")
        self.terminal.press_finish()
        self._leave()

    def _end(self) -> None:
        self.terminal.press_blue("Terminer", self.terminal.panel)
        self.kiosk.wait_for("phase", phase="closing")
        self._leave()

    def _leave(self) -> Line:
        self.terminal.blue_answer("the closing screen", self.terminal.footer)
        ended = self.terminal.erase()
        self.terminal.next_person()
        wait_to_read(self.person, "Que voulez-vous faire")
        return ended
