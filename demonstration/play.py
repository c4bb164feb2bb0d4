"""What the person of the demonstration does: follows the guide, step by step, on the practice fund.

Knows the practice person's answers and nothing of the pages: where to click is where the guide points.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from demonstration.kiosk import KioskEndedError, Line
from demonstration.person import Box
from demonstration.reading import read_code
from demonstration.terminal import Terminal

# A step that the page does not show done after this is said done by the person.
PAGE_SHOWS_WITHIN = 6.0
_RING_MOVES_WITHIN = 1.5

ANSWERS: Mapping[str, str] = {
    "numero": "1234567",
    "mot-de-passe": "soleil-rouge-12",
    "salaire-mois-1": "1250",
    "salaire-mois-2": "1250",
    "salaire-mois-3": "1310",
    "iban": "FR7699999999990000000001220",
}
"""What is typed at each step. The practice person does not exist; the pages show the same values."""


class Play:
    """One person doing a whole procedure. `photograph` is called with a name at each thing worth a picture."""

    answers: Mapping[str, str] = ANSWERS

    def __init__(self, terminal: Terminal, photograph: Callable[[str], None]) -> None:
        self.terminal = terminal
        self.person = terminal.person
        self.kiosk = terminal.kiosk
        self.steps: list[dict[str, Any]] = []
        self.opening_seconds = 0.0
        self._shown: Line = {}
        self._photograph = photograph
        self._ring: Box | None = None

    def start(self) -> None:
        """From the procedure's page to its first step."""
        button = self.terminal.blue_answer("Je commence", self.terminal.footer)
        tapped = time.monotonic()
        self.person.click(*button.centre)
        self._shown = self.kiosk.wait_for("step-shown")
        self.opening_seconds = self.kiosk.wait_for("phase", phase="active")["heard"] - tapped

    def follow_guide(self, until: str | None = None) -> None:
        """From the step shown to the last one done, or until a step is shown."""
        while self._shown["step"] != until:
            step = self._shown["step"]
            began = time.monotonic()
            ring = self._new_ring()
            self._photograph(f"step-{step}")
            self._act(step, ring)
            done = self._wait_done(step)
            self.steps.append({"step": step, "how": done["how"], "seconds": round(time.monotonic() - began, 2)})
            if self._shown["number"] == self._shown["total"]:
                return
            self._shown = self.kiosk.wait_for("step-shown")

    def _act(self, step: str, ring: Box) -> None:
        """Do what the step says, where the guide points."""
        if step == "code":
            self._write(ring, self._read_code())
        elif step in self.answers:
            self._write(ring, self.answers[step])
        else:
            self.person.click(*ring.centre)

    def _write(self, ring: Box, text: str) -> None:
        # The ring goes round the words and the field, which is under them or after them.
        self.person.click(ring.right - self.terminal.px(30), ring.bottom - self.terminal.px(14))
        self.person.type(text)
        self.person.press("Tab")

    def _new_ring(self) -> Box:
        """Where the guide points now: not where it pointed before, unless it stays there."""
        deadline = time.monotonic() + _RING_MOVES_WITHIN
        while (ring := self.terminal.ring()) == self._ring and time.monotonic() < deadline:
            pass
        self._ring = ring
        return ring

    def _wait_done(self, step: str) -> Line:
        try:
            return self.kiosk.wait_for("step-done", PAGE_SHOWS_WITHIN, step=step)
        except KioskEndedError:
            self._photograph(f"not-seen-done-{step}")
            self.terminal.press_blue("C'est fait", self.terminal.answers)
            return self.kiosk.wait_for("step-done", step=step)

    def _read_code(self) -> str:
        page = self.terminal.page
        return read_code(self.person.look().crop((page.left, page.top, page.right, page.bottom)))
