"""What two people do side by side: the user drives, the mediator shows, takes over, gives back; the user brakes; a
secret is the user's alone.

What reached the page is judged by the page itself: by its pixels, and by the fund's own check of number and password.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from typing import Any

from PIL import Image, ImageChops

from demonstration.kiosk import Line
from demonstration.person import PATIENCE, Box, UnseenError
from demonstration.play import Play
from demonstration.reading import UnreadableError
from demonstration.seated import Chairs
from demonstration.terminal import Terminal

_TAKE, _BOTH = "F9", "F11"
_MOST_TURNS = 4
_CARET = 4  # pixels: the text cursor blinks
_STILL_LOOKS = 10
_SHOWN_WITHIN = 1.0
_LOOK_EVERY = 0.03


class CopilotedPlay(Play):
    """`tried`: what each person did that could have reached the page, and whether it did."""

    def __init__(self, terminal: Terminal, chairs: Chairs, photograph: Callable[[str], None]) -> None:
        super().__init__(terminal, photograph)
        self.chairs = chairs
        self.mediator = Terminal(chairs.mediator, terminal.kiosk)
        self.tried: list[dict[str, Any]] = []

    def start(self) -> None:
        """From the procedure's page to its first step, with the mediator beside."""
        answer = self.terminal.orange_answer("« Avec le médiateur »", self.terminal.footer)
        tapped = time.monotonic()
        self.person.click(*answer.centre)
        self.terminal.beside = self.mediator.beside = True
        self._shown = self.kiosk.wait_for("step-shown")
        self.opening_seconds = self.kiosk.wait_for("phase", phase="active")["heard"] - tapped
        # Called, the mediator comes; who uses their keyboard is there.
        self.chairs.mediator.tap()
        self.kiosk.wait_for("mediator-seated")

    def _act(self, step: str, ring: Box) -> None:
        if step == "numero":
            self._show(ring)
            self._take_over_in_a_drag(ring)
            self._fill_for_the_user(ring, self.answers[step])
            self._give_back()
            self._brake(ring)
        elif step == "mot-de-passe":
            self.type_the_secret_alone(ring, self.answers[step])
        elif step == "code":
            code = self._read_code_below()
            # The page was scrolled under the ring.
            self._ring = self.terminal.ring()
            self._write(self._ring, code)
        elif step == "salaire-mois-1":
            self._drive_together(ring, self.answers[step])
        else:
            super()._act(step, ring)

    # --- the mediator shows -----------------------------------------------------------------------------------

    def _show(self, ring: Box) -> None:
        """The mediator's click says "ici", and touches nothing: the field it points at does not get the keyboard."""
        self.person.move(*self.terminal.panel.centre)
        before = self.still_page()
        self.chairs.mediator.click(*self.field(ring))
        self.terminal.wait_for_change_in(self.terminal.page, before)
        self._photograph("mediator-shows")
        self._wait_for_page(before, "the page as it was before the mark")
        self._note("mediator", "a click while showing", reached=not self.page_is(before))
        self.person.click(*self.field(ring))
        self.person.move(*self.terminal.panel.centre)
        self.wait_for_other_page(before, "the field that has the keyboard")
        self._note("user", "a click while driving", reached=True, may=True)
        opened = self.still_page()
        self.chairs.mediator.type("99")
        self._note("mediator", "two keys while showing", reached=not self.page_is(opened))

    # --- the mediator drives ----------------------------------------------------------------------------------

    def _take_over_in_a_drag(self, ring: Box) -> None:
        """The user is selecting words when the mediator takes over: their hand goes on, and nothing follows."""
        px = self.terminal.px
        words = ring.top + px(12)
        before = self.still_page()
        self.person.move(ring.left + px(2), words)
        self.person.hold()
        self.person.move(ring.left + px(90), words)
        self.terminal.wait_for_change_in(self.terminal.page, before)
        self._note("user", "dragging over words while driving", reached=True, may=True)
        self._photograph("user-drags")
        self.turn("mediator", lambda: self.chairs.mediator.press(_TAKE))
        taken = self.still_page()
        self.person.move(ring.left + px(200), words)
        self.person.let_go()
        self._note("user", "the rest of the drag, and letting go", reached=not self.page_is(taken))

    def _fill_for_the_user(self, ring: Box, number: str) -> None:
        # The user's hand leaves the page.
        self.person.move(*self.terminal.panel.centre)
        mediator = self.chairs.mediator
        mediator.click(*self.field(ring))
        self._type_until_seen(number[0])
        mediator.type(number[1:4])
        self.person.type("55")
        self.person.click(*self.field(ring))
        mediator.type(number[4:])
        self.person.move(*self.terminal.panel.centre)
        self.still_page()
        self._photograph("mediator-drives")

    def _give_back(self) -> None:
        answer = self.mediator.blue_answer("« Rendre la main »", self.terminal.bar)
        self.turn("user", lambda: self.chairs.mediator.click(*answer.centre))

    # --- the user brakes --------------------------------------------------------------------------------------

    def _brake(self, ring: Box) -> None:
        """Neither reaches the page, until the user says that they drive."""
        self.turn("brake", lambda: self.person.click(*self.terminal.brake))
        self.terminal.blue_answer("« Je conduis »", self.terminal.answers)
        before = self.still_page()
        for one in (self.person, self.chairs.mediator):
            one.click(*self.field(ring))
            one.type("77")
        self.person.move(*self.terminal.panel.centre)
        self._photograph("brake")
        self._note("both", "click and two keys at the brake", reached=not self.page_is(before))
        self.turn("user", lambda: self.terminal.press_blue("« Je conduis »", self.terminal.answers))

    # --- a secret ---------------------------------------------------------------------------------------------

    def type_the_secret_alone(self, ring: Box, password: str) -> None:
        """Both type, letter by letter. The fund lets in who typed the password and nothing else."""
        self.person.click(*self.field(ring))
        for number, letter in enumerate(password):
            self.person.press(letter)
            self.chairs.mediator.press("x")
            if number == len(password) // 2:
                self.mediator.wait_for_no_orange(self.terminal.bar)
                self._photograph("secret")
        self.person.press("Tab")

    def _read_code_below(self) -> str:
        """The bar takes room from the page: the person turns the wheel until they see the code."""
        for _ in range(_MOST_TURNS):
            with contextlib.suppress(UnreadableError):
                return self._read_code()
            before = self.still_page()
            self.chairs.user.mouse.wheel(1)
            self.terminal.wait_for_change_in(self.terminal.page, before)
            self.still_page()
        return self._read_code()

    # --- both -------------------------------------------------------------------------------------------------

    def _drive_together(self, ring: Box, salary: str) -> None:
        """The mediator opens the field, the user fills it; the user says that it is enough."""
        self.turn("both", lambda: self.chairs.mediator.press(_BOTH))
        self.chairs.mediator.click(*self.field(ring))
        self.chairs.mediator.move(self.field(ring)[0] + self.terminal.px(160), ring.bottom + self.terminal.px(40))
        self.person.move(*self.field(ring))
        self.person.type(salary)
        self.still_page()
        self._photograph("together")
        since = len(self.kiosk.lines)
        self.person.press("Tab")
        # The next step comes, and its buttons: a hand in between presses one that goes.
        self.kiosk.hear(since, "step-shown")
        self.still_page()
        self.turn("user", lambda: self.person.click(*self.terminal.quiet_answer))

    # --- looking ----------------------------------------------------------------------------------------------

    def turn(self, mode: str, act: Callable[[], None]) -> Line:
        """Do what changes the mode, until the program says that it has and the bar shows it."""
        since = len(self.kiosk.lines)
        bar = self.person.look(self.terminal.bar)
        act()
        line = self.kiosk.hear(since, "wheel", mode=mode)
        self.terminal.wait_for_change_in(self.terminal.bar, bar)
        return line

    def field(self, ring: Box) -> tuple[int, int]:
        return ring.right - self.terminal.px(30), ring.bottom - self.terminal.px(14)

    def _type_until_seen(self, letter: str) -> None:
        """The mediator's keys pass once the program knows that the field is no secret: who sees nothing types again."""
        before = self.still_page()
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            self.chairs.mediator.press(letter)
            again = time.monotonic() + _SHOWN_WITHIN
            while time.monotonic() < again:
                if not _same(before, self.person.look(self.terminal.page)):
                    return
                time.sleep(_LOOK_EVERY)
        raise UnseenError("what the mediator types does not come on the page")

    def still_page(self) -> Image.Image:
        """The page once nothing has moved on it for a moment: what is on its way to it has come."""
        seen = [self.person.look(self.terminal.page)]

        def look() -> Box | None:
            if not _same(seen[0], now := self.person.look(self.terminal.page)):
                seen.clear()
            seen.append(now)
            return self.terminal.page if len(seen) >= _STILL_LOOKS else None

        self.person.wait_to_see("a page that stands still", look)
        return seen[-1]

    def page_is(self, before: Image.Image) -> bool:
        return _same(before, self.still_page())

    def wait_for_other_page(self, before: Image.Image, what: str) -> None:
        page = self.terminal.page
        self.person.wait_to_see(what, lambda: None if _same(before, self.person.look(page)) else page)

    def _wait_for_page(self, before: Image.Image, what: str) -> None:
        page = self.terminal.page
        self.person.wait_to_see(what, lambda: page if _same(before, self.person.look(page)) else None)

    def _note(self, who: str, what: str, *, reached: bool, may: bool = False) -> None:
        """`may`: whether it was allowed to reach the page."""
        self.tried.append({"who": who, "what": what, "reached": reached, "may": may})


def _same(one: Image.Image, other: Image.Image) -> bool:
    """The same picture, but for a blinking text cursor."""
    box = ImageChops.difference(one, other).getbbox()
    return box is None or box[2] - box[0] <= _CARET
