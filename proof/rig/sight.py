"""A part of the screen as a person saw it, to be recognised when it is there again."""

from __future__ import annotations

import time

from PIL import ImageChops

from demonstration.person import Box, Person

ALIKE = 0.01
"""Of the pixels: a caret, the edge of a field that has the keyboard."""

STILL_S = 1.5
_PLAINLY = 40


class Sight:
    """Made once that part of the screen stands still."""

    def __init__(self, person: Person, part: Box) -> None:
        self._person = person
        self._part = part
        self._before = person.look(part)
        self._since = time.monotonic()
        person.wait_to_see("a page that stands still", lambda: part if self._stands_still() else None)

    def is_again(self) -> bool:
        now = self._person.look(self._part)
        differing = ImageChops.difference(self._before, now).convert("L").histogram()[_PLAINLY:]
        return sum(differing) < ALIKE * now.width * now.height

    def wait_for_again(self) -> None:
        self._person.wait_to_see("the page as it was", lambda: self._part if self.is_again() else None)

    def _stands_still(self) -> bool:
        if not self.is_again():
            self._before, self._since = self._person.look(self._part), time.monotonic()
        return time.monotonic() - self._since > STILL_S
