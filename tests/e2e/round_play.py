"""A person who does a whole round by what the guide shows: each gesture where the ring is, by pointer and keys.

Knows what is written, chosen or given at each step (`demonstration.rounds`), never where: their selectors are not read.
The page alone says that a step is done; the person says it only of what no page can show.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from demonstration.kiosk import KioskEndedError, Line
from demonstration.person import MARK, PATIENCE, Box
from demonstration.play import Play
from demonstration.rounds import Act, Round
from demonstration.terminal import Terminal
from kiosk.procedures.model import Step

Seen = TypeVar("Seen")

# Two rings in the same place one after the other: before that, it may be the old one.
_SAME_PLACE = 5.0
# A page that comes moves what it shows.
_STILL = 0.3
# The slowest page of the practice sites takes less. Whoever sees nothing come looks at the guide and does it again.
_SEEN_DONE = 15.0
_TRIES = 3


class RoundPlay(Play):
    """`steps`: all of the procedure, those too that no gesture of the round is for."""

    def __init__(self, terminal: Terminal, taken: Round, steps: Mapping[str, Step]) -> None:
        super().__init__(terminal, lambda _: None)
        # Before the last one stands what the panel's own button did: to try a closed site again.
        self._acts = {step.step: step.acts[-1] for step in taken.steps}
        self._steps = steps

    def follow_guide(self, until: str | None = None) -> None:
        while self._shown["step"] != until:
            self._follow(self._steps[self._shown["step"]])
            if self._shown["number"] == self._shown["total"]:
                return
            self._shown = self.kiosk.wait_for("step-shown")

    def _follow(self, step: Step) -> None:
        """Until it is done."""
        for left in reversed(range(_TRIES)):
            if step.done is None:
                self._say_done()
            elif (act := self._acts[step.id]).gesture != "wait":
                self._do(step, act, self._new_ring())
            try:
                self.kiosk.wait_for("step-done", _SEEN_DONE, step=step.id)
            except KioskEndedError:
                if not left:
                    raise
                self._ring = None
            else:
                return

    def _say_done(self) -> None:
        """Once the panel shows this step, and not still the one before."""
        panel = self.terminal.panel
        self._standing_still(lambda: self.person.look(panel).tobytes())
        self.terminal.press_blue("C'est fait", self.terminal.answers)

    def _do(self, step: Step, act: Act, ring: Box) -> None:
        # The ring goes round the words and the field under them, which may be narrower.
        field = ring.left + self.terminal.px(40), ring.bottom - self.terminal.px(14)
        match act.gesture:
            case "write":
                self._fill(field, act.value)
                if not _looks_up(step):
                    self.person.press("Tab")
            case "read-code":
                self._fill(field, self._read_code())
                self.person.press("Tab")
            case "choose":
                self.person.click(*field)
                self._choose(act.value)
            case "pick-file":
                self.person.click(*field)
                self._give_first_paper()
            case _:
                self.person.click(*ring.centre)

    def _fill(self, field: tuple[int, int], text: str) -> None:
        self.person.click(*field)
        self.person.press("a", control=True)
        self.person.type(text)

    def _choose(self, words: str) -> None:
        """In the list that opened, by its first letters, or by arrows."""
        for key in words:
            self.person.press({"↓": "Down", "↑": "Up"}.get(key, key))
        self.person.press("Return")

    def _give_first_paper(self) -> None:
        """The first paper of the question has the focus. While it is there, the page is veiled."""
        deadline = time.monotonic() + _SAME_PLACE
        while self.person.find_frame(MARK, self.terminal.page) is not None:
            if time.monotonic() > deadline:
                return
        self.person.press("space")
        px = self.terminal.px
        self.terminal.press_blue("Donner ce papier", Box(px(500), px(450), px(1090), px(700)))

    def _new_ring(self) -> Box:
        """Where the guide points now, standing still: not where it pointed before, unless it stays there."""
        deadline = time.monotonic() + _SAME_PLACE
        while (ring := self._standing_still(self.terminal.ring)) == self._ring and time.monotonic() < deadline:
            pass
        self._ring = ring
        return ring

    def _standing_still(self, look: Callable[[], Seen]) -> Seen:
        """What is seen, once it has been the same for a while."""
        deadline = time.monotonic() + PATIENCE
        seen, since = look(), time.monotonic()
        while time.monotonic() - since < _STILL:
            assert time.monotonic() < deadline, "the screen does not stand still"
            if (now := look()) != seen:
                seen, since = now, time.monotonic()
        return seen


def said_done(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """Each step that was called done, and by whom, in order."""
    return [(line["step"], line["how"]) for line in lines if line["event"] == "step-done"]


def _looks_up(step: Step) -> bool:
    """A field whose answers go when it is left."""
    return step.target is not None and step.target.role == "combobox"
