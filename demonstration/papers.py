"""What a person does with papers at the post: makes one lighter, scans, photographs with their phone, prints, takes
away on a stick, takes the receipt. A mediator lets the sheet out with their PIN.

Each service is done by its screens, and counted when the program says that it is done.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from demonstration.album import Album
from demonstration.devices import Devices
from demonstration.kiosk import Line
from demonstration.person import BLUE, INK, Box, Person
from demonstration.phone import Phone
from demonstration.photographed import write_photograph
from demonstration.qr import read_square
from demonstration.terminal import Terminal

PIN = "735184"
_GREEN, _GREEN_TINT, _ORANGE_LINE = (0x1D, 0x75, 0x49), (0xE1, 0xF1, 0xE7), (0xD2, 0x64, 0x00)
_STILL_SECONDS = 0.4
_LOOK_EVERY = 0.05


class PapersPlay:
    """`phone` makes a real one, or is None: then its square is shown and read, and nobody comes."""

    def __init__(
        self,
        terminal: Terminal,
        mediator: Person,
        devices: Devices,
        phone: Callable[[], Phone] | None,
        album: Album,
    ) -> None:
        self.terminal = terminal
        self.person = terminal.person
        self.kiosk = terminal.kiosk
        self.mediator = mediator
        self.devices = devices
        self.services: list[dict[str, Any]] = []
        self._make_phone = phone
        self._album = album
        self._heard = 0
        self._began = 0.0
        self.squares_read = 0

    def begin(self) -> None:
        terminal = self.terminal
        terminal.open_sheet("exercice pdf lourd")
        terminal.press_blue("Je commence")
        self.kiosk.wait_for("step-shown", number=1)
        self.kiosk.wait_for("phase", phase="active")

    # --- papers come in -------------------------------------------------------------------------------------------

    def make_lighter(self) -> None:
        """The practice paper is too heavy for what the site takes."""
        self._open("mend", self._press_panel)
        self._wait_until(self._shows_paper, "the paper itself")
        self._picture("too-heavy")
        self.terminal.press_blue("« Rendre plus léger »")
        self._see("a paper that the site takes", _GREEN_TINT)
        self._picture("lighter")
        self.terminal.press_blue("« Garder »")
        self._done("mend")
        self._press_panel()

    def scan(self) -> None:
        self._open("add", self._press_add)
        self._tiles()
        self._picture("add")
        self._press_tile(1, 2)
        self.terminal.blue_answer("« Scanner une feuille »", self.terminal.footer)
        self._picture("lay-sheet")
        self.terminal.press_blue("« Scanner une feuille »")
        # The progress has no blue answer, the sheet has.
        self._wait_until(lambda: self.person.find(BLUE, self.terminal.footer) is None, "the scanner at work")
        self.terminal.blue_answer("« Garder ce papier »", self.terminal.footer)
        self._picture("scanned")
        self.terminal.press_blue("« Garder ce papier »")
        self._done("scan")

    def photograph(self) -> None:
        """The phone reads the square off the screen, and takes the picture."""
        phone = self._make_phone() if self._make_phone is not None else None
        self._open("add", self._press_add)
        if "scanner" not in self.devices.missing:
            self._tiles()
            self._press_tile(2, 2)
        address = self._read_square()
        self._picture("phone-square")
        if phone is None:
            self._go_back()
            return
        phone.scan(address)
        phone.wait_for("bring")
        self._picture("phone-joined")
        phone.take(write_photograph(phone.folder / "photo.jpg"))
        phone.until(lambda: "Reçue" in phone.text)
        phone.picture(self._album.place("papers-on-the-phone"))
        phone.press("J'ai fini")
        self.terminal.blue_answer("« Garder ce papier »", self.terminal.footer)
        self._picture("photographed")
        self.terminal.press_blue("« Garder ce papier »")
        self._done("photo")

    # --- papers go home -------------------------------------------------------------------------------------------

    def print_latest(self) -> None:
        """The sheet waits until the mediator lets it out."""
        terminal = self.terminal
        self._still()
        self.person.click(self._latest(), self.person.height - terminal.px(58))
        terminal.blue_answer("« Fermer »", terminal.bar)
        self._picture("paper")
        self._open("print", lambda: self.person.click(terminal.px(200), self.person.height - terminal.px(80)))
        terminal.blue_answer("« Imprimer »", terminal.footer)
        self._picture("print")
        terminal.press_blue("« Imprimer »")
        self.person.click(*terminal.orange_answer("« Taper le code »", self._actions()).centre)
        self._see("the mediator's keys", _ORANGE_LINE)
        self.mediator.type(PIN)
        self._picture("pin")
        self.mediator.press("Return")
        self._wait_until(lambda: self.devices.cups is not None and bool(self.devices.cups.came_out), "the printer")
        self._picture("printing")
        assert self.devices.cups is not None
        self.devices.cups.goes()
        self._see("a sheet that came out", _GREEN)
        self._picture("printed")
        terminal.press_blue("« C'est fini »")
        self._done("print")

    def take_on_stick(self) -> None:
        self._open("take", self._press_panel)
        self._tiles()
        self._picture("take")
        ways = 2 + ("printer" not in self.devices.missing)
        self._press_tile(ways, ways)
        self._still()
        self._picture("stick-insert")
        self.devices.plug_in()
        self._see("a stick with the paper", _GREEN)
        self._picture("stick-copied")
        self._done("take", again=False)
        before = self.person.look(self._middle())
        self.devices.pull_out()
        self.terminal.wait_for_change_in(self._middle(), before)
        self.terminal.press_blue("« C'est fini »")
        self.kiosk.wait_for("phase", phase="active")

    def take_receipt(self) -> None:
        terminal = self.terminal
        terminal.blue_answer("« Terminer »", terminal.answers)
        self._open("receipt", lambda: self.person.click(*self._below_blue()))
        self._still()
        self._picture("receipt")
        # « Sur mon téléphone » is beside « Imprimer », or alone.
        blue = terminal.blue_answer("the receipt's answer", terminal.footer)
        x = blue.centre[0] if "printer" in self.devices.missing else blue.left - terminal.px(120)
        self.person.click(x, blue.centre[1])
        self._done("receipt", again=False)
        self._read_square()
        self._picture("receipt-square")
        self._go_back()

    def leave(self) -> Line:
        """What lies somewhere is named; then everything is erased."""
        terminal = self.terminal
        terminal.press_blue("« Terminer »", terminal.answers)
        self.kiosk.wait_for("phase", phase="closing")
        terminal.blue_answer("the closing screen", terminal.footer)
        self._picture("closing")
        ended = terminal.erase()
        terminal.blue_answer("the end", terminal.footer)
        self._picture("erased")
        return ended

    # --- hands ----------------------------------------------------------------------------------------------------

    def _press_panel(self) -> None:
        self._still()
        self.terminal.press_blue("the step's answer", self.terminal.answers)

    def say_done(self) -> None:
        self._still()
        self.person.click(*self._below_blue())

    def _go_back(self) -> None:
        """« Revenir à la page »."""
        self.person.click(self.terminal.px(150), self.terminal.px(46))
        self.kiosk.wait_for("phase", phase="active")

    def _press_add(self) -> None:
        """« Ajouter un papier », at the end of the tray."""
        self._still()
        terminal = self.terminal
        self.person.click(terminal.panel.left - terminal.px(110), self.person.height - terminal.px(58))

    def _press_tile(self, number: int, of: int) -> None:
        gutter = self.terminal.px(40)
        width = (self.person.width - 2 * gutter) / of
        self.person.click(round(gutter + width * (number - 0.5)), self._tiles().centre[1])

    def _below_blue(self) -> tuple[int, int]:
        """The secondary answer of the panel."""
        blue = self.terminal.blue_answer("the panel's answer", self.terminal.answers)
        return blue.centre[0], blue.bottom + self.terminal.px(44)

    def _latest(self) -> int:
        """The last paper of the tray ends where the buttons begin."""
        terminal = self.terminal
        return terminal.panel.left - terminal.px(200 + 164 + 90)

    # --- eyes -----------------------------------------------------------------------------------------------------

    def _middle(self) -> Box:
        """The desk's screen without its header and footer."""
        return Box(0, self.terminal.px(92), self.person.width, self.terminal.footer.top)

    def _sheet(self) -> Box:
        """Where the desk shows a paper."""
        middle = self._middle()
        return Box(middle.left, middle.top, middle.right * 2 // 5, middle.bottom)

    def _shows_paper(self) -> bool:
        """And not its icon, nor the band « Un instant… » over it: until then the buttons do nothing."""
        band = self.person.much(INK, self._sheet()) > self.terminal.px(30) ** 2
        return not band and self.person.find(BLUE, self._sheet()) is None

    def _actions(self) -> Box:
        """The end of the footer, without the last of it: there the mediator is called, in orange too."""
        footer = self.terminal.footer
        return Box(footer.right // 2, footer.top, footer.right - self.terminal.px(350), footer.bottom)

    def _tiles(self) -> Box:
        return self.person.wait_to_see("the ways to choose from", lambda: self.person.find(BLUE, self._middle()))

    def _see(self, what: str, colour: tuple[int, int, int]) -> Box:
        return self.person.wait_to_see(what, lambda: self.person.find(colour, self._middle()))

    def _read_square(self) -> str:
        read: list[str] = []

        def look() -> Box | None:
            text = read_square(self.person.look(self._middle()))
            read[:] = [text] if text else []
            return self._middle() if text else None

        self.person.wait_to_see("a square that a phone can read", look)
        self.squares_read += 1
        return read[0]

    def _still(self) -> None:
        """Until nothing has moved on the screen for a moment."""
        seen, since = self.person.look().tobytes(), time.monotonic()

        def look() -> bool:
            nonlocal seen, since
            now = self.person.look().tobytes()
            if now != seen:
                seen, since = now, time.monotonic()
            return time.monotonic() - since > _STILL_SECONDS

        self._wait_until(look, "a screen that stands still")

    def _picture(self, name: str) -> None:
        self._still()
        self._album.picture(f"papers-{name}")

    def _wait_until(self, true: Callable[[], bool], what: str) -> None:
        self.person.wait_to_see(what, lambda: self.person.screen() if true() else None)

    # --- what the program says ------------------------------------------------------------------------------------

    def _open(self, service: str, act: Callable[[], None]) -> None:
        self._heard = len(self.kiosk.lines)
        self._began = time.monotonic()
        act()
        self.kiosk.wait_for("service-opened", kind=service)

    def _done(self, service: str, *, again: bool = True) -> None:
        """`again`: the desk closes by itself, and the page is there again."""
        self.kiosk.hear(self._heard, "service-done", kind=service)
        self.services.append({"service": service, "seconds": round(time.monotonic() - self._began, 2)})
        if again:
            self.kiosk.wait_for("phase", phase="active")
