"""What a person does with papers: in the strip, in the viewer, at the desk's screens, by pixels and keys alone.

Each desk screen has one blue answer in its footer; what is waited for is that it is there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from demonstration.kiosk import Kiosk, KioskEndedError, Line
from demonstration.person import BLUE, INK, ORANGE, Box
from demonstration.phone import Phone
from demonstration.qr import read_square
from proof.rig.post import Post
from proof.rig.reading import can_read

GREEN = (0x1D, 0x75, 0x49)
GREEN_TINT = (0xE1, 0xF1, 0xE7)
TRIAL = "tout s'efface"

_PRINT, _TAKE, _MEND = range(3)
_BAND = 120  # pixels of ink in a row
_SAME = 3  # pixels between two widths of one button


class Hands:
    def __init__(self, post: Post) -> None:
        self.post = post
        self.person = post.person
        self._offered = (0, 0)

    @property
    def kiosk(self) -> Kiosk:
        return self.post.kiosk

    # --- where things are -------------------------------------------------------------------------------------------

    @property
    def footer(self) -> Box:
        return self.post.terminal.footer

    @property
    def _pill(self) -> Box:
        """ "Vous conduisez": the page is in sight."""
        px = self.post.terminal.px
        return Box(px(90), px(8), px(330), px(68))

    @property
    def _paper_place(self) -> Box:
        px = self.post.terminal.px
        return Box(px(80), px(120), px(430), self.person.height - px(140))

    def see(self, what: str, look: Callable[[], Box | None]) -> Box:
        """As a person waits, but not for a program that has ended."""

        def look_alive() -> Box | None:
            if self.kiosk.process.poll() is not None:
                raise KioskEndedError(f"the kiosk ended before {what}")
            return look()

        return self.person.wait_to_see(what, look_alive)

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        self.see(what, lambda: self.footer if holds() else None)

    def _see_change(self, what: str, region: Box, before: Image.Image) -> None:
        self.see(what, lambda: region if self.person.look(region).tobytes() != before.tobytes() else None)

    # --- the page ---------------------------------------------------------------------------------------------------

    def see_page(self) -> None:
        """The page again, after the desk."""
        self.kiosk.wait_for("phase", phase="active")
        self._see_pill()

    def _see_pill(self) -> None:
        """With the panel beside: the opening screen has the pill alone."""
        answers = self.post.terminal.answers
        self.see("the page", lambda: self.person.find(BLUE, answers) and self.person.find(BLUE, self._pill))

    def take_trial_paper(self, word: str) -> Path:
        """A session on the trial page, its paper in the tray: the word is in it and in its name. Where the guest has
        it."""
        post, person, kiosk = self.post, self.person, self.kiosk
        post.begin(TRIAL)
        ring = post.terminal.ring()
        person.click(*ring.centre)
        person.type(word)
        person.press("Tab")
        kiosk.wait_for("step-done", step="ecrire")
        ring = post.next_ring(ring)
        person.click(*ring.centre)
        kiosk.wait_for("step-done", step="garder")
        self._offered = post.next_ring(ring).centre
        self.take_trial_paper_again()
        (paper,) = (post.guest().home / "tray").iterdir()
        return paper

    def take_trial_paper_again(self) -> None:
        self.person.click(*self._offered)
        self.kiosk.wait_for("document-stored")

    def add(self) -> Line:
        """ "Ajouter un papier", at the end of the strip."""
        self._see_pill()
        px = self.post.terminal.px
        self.person.click(self.person.width - px(384 + 106), self.person.height - px(58))
        return self.kiosk.wait_for("service-opened", kind="add")

    def print_paper(self) -> Line:
        return self._ask(_PRINT, "print")

    def take_paper(self) -> Line:
        return self._ask(_TAKE, "take")

    def mend_paper(self) -> Line:
        return self._ask(_MEND, "mend")

    def open_paper(self) -> None:
        """The first one of the strip, once it is said to be ready."""
        px = self.post.terminal.px
        width, height = self.person.width, self.person.height
        item = Box(px(190), height - px(100), px(300), height - px(16))
        self.see("a paper in the strip", lambda: self.person.find(GREEN, item))
        self.person.click(px(150), self.person.height - px(58))
        close = Box(width - px(220), px(80), width, px(160))
        self.see("« Fermer », on the paper", lambda: self.person.find(BLUE, close))

    def _ask(self, place: int, service: str) -> Line:
        self.open_paper()
        width = self.person.width
        self.person.click(width * (2 * place + 1) // 6, self.person.height - self.post.terminal.px(52))
        return self.kiosk.wait_for("service-opened", kind=service)

    def join_papers(self) -> Line:
        """The first two, by the list of all."""
        px, height = self.post.terminal.px, self.person.height
        second = Box(px(395), height - px(100), px(520), height - px(16))
        self.see("two papers in the strip", lambda: self.person.find(GREEN, second))
        middle = Box(px(380), px(480), px(900), px(660))
        self.person.click(self.person.width - px(384 + 284), self.person.height - px(58))
        closing = self.see("« Fermer », on the list", lambda: self._wide(middle))
        self.person.click(closing.left - px(130), closing.centre[1])
        self.see("the list of those to join", lambda: None if self._wide(middle) else middle)
        for key in ("space", "Tab", "space"):
            self.person.press(key)
        self.person.click(*self.see("« Réunir »", lambda: self._wide(middle)).centre)
        return self.kiosk.wait_for("service-opened", kind="join")

    # --- the desk ---------------------------------------------------------------------------------------------------

    def choose(self, place: int, of: int) -> None:
        """One of the large tiles, from 0."""
        px = self.post.terminal.px
        icon = Box(px(60), px(290), px(130), px(380))
        self.see("large tiles", lambda: self.person.find(BLUE, icon))
        width = (self.person.width - 2 * px(40)) / of
        self.person.click(round(px(40) + width * (place + 0.5)), px(375))

    def answer(self, what: str) -> Box:
        """The blue button of the footer, standing still."""
        return self.see(what, lambda: self._wide(self.footer))

    def press(self, what: str) -> None:
        """Press it, and wait until it is no more the one that is there."""
        pressed = self.answer(what)
        self.person.click(*pressed.centre)

        def look() -> Box | None:
            now = self._wide(self.footer)
            return None if now is not None and abs(now.width - pressed.width) <= _SAME else now or self.footer

        self.see(f"what comes after {what}", look)

    def let_out(self) -> None:
        """ "Taper le code": the mediator's own, before the button that calls one."""
        footer = self.footer
        mine = Box(footer.centre[0], footer.top, footer.right - self.post.terminal.px(350), footer.bottom)
        self.see("« Taper le code »", lambda: self.person.find(ORANGE, mine) if not self._wide(footer) else None)
        before = self.person.look()
        self.person.press("space")
        self._see_change("the keys for the code", self.person.screen(), before)

    def see_sheets(self) -> None:
        """The second sheet of a pile, which is "Feuille 2 sur 2": a first one alone has no number."""
        px = self.post.terminal.px
        title = Box(px(450), px(90), self.person.width, px(250))
        self.wait_until(lambda: can_read("Feuille", self.person.look(title)), "the title of the second sheet")

    def read_code(self) -> str:
        """The QR code on the screen, as a phone sees it."""
        read = ""

        def look() -> Box | None:
            nonlocal read
            read = read_square(self.person.look())
            return self.person.screen() if read else None

        self.see("a QR code", look)
        return read

    def paper_seen(self) -> Image.Image:
        """The paper at the start of the screen, once it stands still and nothing is done to it any more."""
        self.answer("what to do with the paper")
        place = self._paper_place
        before = b""

        def look() -> Box | None:
            nonlocal before
            now = self.person.look(place)
            same, before = now.tobytes() == before, now.tobytes()
            return place if same and not _at_work(now) and now.getcolors(12) is None else None

        self.see("a paper", look)
        return self.person.look(place)

    def turn(self) -> None:
        """ "Tourner", the first of the tools: they stand under what is said of the paper, in one line or in more."""
        px = self.post.terminal.px
        before, place = self.paper_seen(), self._paper_place
        right = Box(px(500), px(90), self.person.width, self.footer.top)
        said = self.see("what is said of the paper", lambda: self.person.find(GREEN_TINT, right))
        self.person.click(said.left + px(100), said.bottom + px(46))
        self._see_change("the paper turned", place, before)

    def scan_one(self) -> Line:
        """One sheet, from the glass into the tray."""
        self.press("« Scanner une feuille »")
        self.paper_seen()
        self.press("« Garder ce papier »")
        return self.kiosk.wait_for("document-stored")

    def join(self, phone: Phone, page: str) -> None:
        """The phone reads the code off the screen, and shows this page."""
        phone.scan(self.read_code())
        phone.wait_for(page)

    def photograph(self, phone: Phone) -> None:
        """A letter on a table, from the question how a paper comes in."""
        self.choose(1, of=2)
        self.join(phone, "bring")
        phone.take(_letter_on_a_table(phone.folder / "letter.jpg"))
        phone.until(lambda: "1 photo reçue" in phone.text)

    def back(self) -> None:
        """ "Revenir à la page"."""
        self.person.click(self.post.terminal.px(107), self.post.terminal.px(46))

    def finish(self) -> None:
        """ "Terminer", once the page is there."""
        self._see_pill()
        self.post.terminal.press_finish()

    def end(self) -> Line:
        """All done, and home again. What the record says of the session."""
        self.finish()
        self.post.terminal.press_blue("Tout effacer et partir")
        ended = self.kiosk.wait_for("session-ended")
        self.kiosk.wait_for("wipe-verified", reason="finished")
        self.kiosk.wait_for("guest-ready")
        self.post.leave()
        return ended

    # --- the closing screen -----------------------------------------------------------------------------------------

    def open_receipt(self) -> Line:
        """ "Mon reçu"."""
        erase = self.answer("« Tout effacer et partir »")
        self.person.click(erase.left - self.post.terminal.px(100), erase.centre[1])
        return self.kiosk.wait_for("service-opened", kind="receipt")

    def write_number(self, number: str) -> None:
        px = self.post.terminal.px
        self.answer("« Imprimer »")
        receipt = Box(self.person.width // 2, px(90), self.person.width, self.footer.top)
        before = self.person.look(receipt)
        self.person.click(px(150), px(230))
        self.person.type(number)
        self.person.press("Return")
        self._see_change("the number on the receipt", receipt, before)

    def receipt_to_phone(self) -> None:
        """ "Sur mon téléphone", before the blue one."""
        printing = self.answer("« Imprimer »")
        self.person.click(printing.left - self.post.terminal.px(120), printing.centre[1])

    def _wide(self, within: Box) -> Box | None:
        px = self.post.terminal.px
        box = self.person.find(BLUE, within)
        return box if box and box.width > px(120) and box.height > px(40) else None


def _at_work(picture: Image.Image) -> bool:
    """Whether the band « Un instant… » lies over it: no paper has lines as dark and as long."""
    return bool(((np.asarray(picture) == INK).all(axis=2).sum(axis=1) > _BAND).any())


def _letter_on_a_table(to: Path, width: int = 1600, height: int = 1200) -> Path:
    table = np.full((height, width, 3), (70, 90, 120), np.uint8)
    cv2.rectangle(table, (width // 4, height // 10), (3 * width // 4, 9 * height // 10), (240, 245, 245), -1)
    for line, words in enumerate(("AVIS DE PASSAGE", "Exercice", "sans valeur")):
        place = (width // 4 + 60, height // 4 + 120 * line)
        cv2.putText(table, words, place, cv2.FONT_HERSHEY_SIMPLEX, 2.0, (20, 20, 20), 5)
    assert cv2.imwrite(str(to), table)
    return to
