"""A person and a kiosk together: what people do on the shell's own screens, from home to the receipt.

Screens are known by what they show (each has one blue answer, in one place), never by asking the program.
"""

from __future__ import annotations

from PIL import Image, ImageChops

from demonstration.kiosk import Kiosk, Line
from demonstration.person import BLUE, MARK, ORANGE, Box, Person


class Terminal:
    def __init__(self, person: Person, kiosk: Kiosk) -> None:
        self.person = person
        self.kiosk = kiosk
        self.scale: float = max(1.0, min(person.width / 1536, person.height / 864))
        self.beside = False
        """Whether the mediator's bar is under the top bar."""

    def px(self, length: float) -> int:
        """A length of the look's specification, on this screen."""
        return round(length * self.scale)

    # --- where things are -------------------------------------------------------------------------------------

    @property
    def footer(self) -> Box:
        """The band at the bottom of the shell's screens, where the blue answer is."""
        return Box(0, self.person.height - self.px(128), self.person.width, self.person.height)

    @property
    def bar(self) -> Box:
        """The mediator's, under the top bar."""
        return Box(0, self.px(76), self.person.width, self.px(76 + 72))

    @property
    def panel(self) -> Box:
        """The step panel, beside the page."""
        top = self.bar.bottom if self.beside else self.bar.top
        return Box(self.person.width - self.px(384), top, self.person.width, self.person.height)

    @property
    def answers(self) -> Box:
        """The panel's buttons, without the progress above them."""
        return Box(self.panel.left, self.panel.centre[1], self.panel.right, self.panel.bottom)

    @property
    def page(self) -> Box:
        """Between the address and the tray."""
        right, bottom = self.person.width - self.px(384), self.person.height - self.px(116)
        return Box(0, self.panel.top + self.px(74), right, bottom)

    @property
    def brake(self) -> tuple[int, int]:
        """Where the panel has the user's brake: at its bottom, at the outer side."""
        return self.person.width - self.px(64), self.person.height - self.px(44)

    @property
    def quiet_answer(self) -> tuple[int, int]:
        """What stands beside the brake: "Retour", or "Je conduis" while both drive."""
        return self.panel.left + self.px(90), self.person.height - self.px(44)

    def blue_answer(self, what: str, within: Box) -> Box:
        """The one blue button of a region. It stands still before it is given."""

        def look() -> Box | None:
            box = self.person.find(BLUE, within)
            return box if box and box.width > self.px(120) and box.height > self.px(40) else None

        return self.person.wait_to_see(what, look)

    def orange_answer(self, what: str, within: Box) -> Box:
        """The one orange button of a region: what the mediator answers for."""

        def look() -> Box | None:
            box = self.person.find(ORANGE, within)
            return box if box and box.width > self.px(120) and box.height > self.px(40) else None

        return self.person.wait_to_see(what, look)

    def ring(self) -> Box:
        """What the guide points at: inside of the yellow ring on the page."""

        def look() -> Box | None:
            box = self.person.find_frame(MARK, self.page)
            return box if box and box.width > self.px(30) and box.height > self.px(30) else None

        seen = self.person.wait_to_see("the guide's ring", look)
        edge = self.px(18)
        return Box(seen.left + edge, seen.top + edge, seen.right - edge, seen.bottom - edge)

    def wait_for_no_orange(self, within: Box) -> None:
        """Until nobody offers the mediator the wheel there."""
        self.person.wait_to_see("no orange", lambda: None if self.person.find(ORANGE, within) else within)

    def wait_for_no_ring(self) -> None:
        """Until the guide points at nothing any more."""
        page = self.page
        self.person.wait_to_see("a page without a ring", lambda: None if self.person.find_frame(MARK, page) else page)

    def wait_for_change(self, before: Image.Image) -> None:
        """Until the screen is no more as it was, and stands still."""

        def look() -> Box | None:
            box = ImageChops.difference(self.person.look(), before).getbbox()
            return Box(*box) if box else None

        self.person.wait_to_see("a change", look)

    def wait_for_change_in(self, region: Box, before: Image.Image) -> None:
        """Until this part of the screen is no more as it was."""

        def look() -> Box | None:
            return region if self.person.look(region).tobytes() != before.tobytes() else None

        self.person.wait_to_see("a change", look)

    def wait_for_the_languages(self) -> None:
        """Home, by what it alone has: its languages in the header, the one that is spoken in blue."""
        self.person.wait_to_see("home", lambda: self.person.find(BLUE, self._languages))

    @property
    def _languages(self) -> Box:
        return Box(self.px(300), 0, self.person.width, self.px(76))

    # --- what people do ---------------------------------------------------------------------------------------

    def wait_for_home(self) -> None:
        self.kiosk.wait_for("phase", phase="standby")
        self.kiosk.wait_for("guest-ready")

    def press_tile(self, number: int) -> None:
        """One of home's six large tiles, from 1."""
        gutter = self.px(40)
        width = (self.person.width - 2 * gutter) / 6
        self.person.click(round(gutter + width * (number - 0.5)), self.px(373))

    def search(self, words: str) -> None:
        """Home's field has the focus."""
        self.person.type(words)
        self.person.press("Return")

    def open_sheet(self, words: str) -> None:
        """Look for a procedure by words that lead to it first, and open its page."""
        self.wait_for_the_languages()
        self.search(words)
        first = Box(0, self.px(250), self.person.width // 2, self.px(345))

        def look() -> Box | None:
            return None if self.person.find(BLUE, self._languages) else self.person.find(BLUE, first)

        self.person.click(*self.person.wait_to_see(f"a procedure found by « {words} »", look).centre)

    def press_blue(self, what: str, within: Box | None = None) -> None:
        self.person.click(*self.blue_answer(what, within or self.footer).centre)

    def start(self) -> Line:
        """From the procedure's page to its first step."""
        self.press_blue("Je commence")
        return self.kiosk.wait_for("phase", phase="active")

    def start_together(self) -> Line:
        """The same, with the mediator beside."""
        self.person.click(*self.orange_answer("« Avec le médiateur »", self.footer).centre)
        self.beside = True
        return self.kiosk.wait_for("phase", phase="active")

    def press_finish(self) -> Line:
        """ "Terminer", at the end of the bar."""
        self.person.click(self.person.width - self.px(90), self.px(38))
        return self.kiosk.wait_for("phase", phase="closing")

    def press_back(self) -> None:
        """At the start of a screen's header: "Retour", or "Fermer l'espace"."""
        self.person.click(self.px(110), self.px(44))

    def erase(self) -> Line:
        self.press_blue("Tout effacer et partir")
        return self.kiosk.wait_for("wipe-verified")

    def next_person(self) -> None:
        self.press_blue("Nouvelle personne")
