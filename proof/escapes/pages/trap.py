"""The runner's side of the hostile web: which page is wanted, and what pages said since."""

from __future__ import annotations

import time

from proof.escapes.pages import wish
from proof.escapes.pages.wish import Wish
from proof.escapes.telling import Heard, News

PATIENCE = 20.0
_LOOK_EVERY = 0.02


class Trap:
    """`open` brings the page in front to a hostile page. It follows by itself as long as a page of ours is alive."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._wish = wish.read(heard.folder)
        self._since = len(heard.news)

    def open(self, name: str, patience: float = PATIENCE) -> None:
        self._since = len(self._heard.news)
        self._wish = Wish(name, self._wish.turn + 1)
        wish.write(self._heard.folder, self._wish)
        self.wait_for("loaded", patience)

    def rest(self) -> None:
        """A page that waits. Raises AssertionError when no page of ours is alive to go there."""
        self.open(wish.RESTING, 4.0)

    def facts(self) -> list[News]:
        """What pages said since the last `open`, and of this turn alone."""
        return [one for one in self._heard.news[self._since :] if one.get("turn") == self._wish.turn]

    def wait_for(self, kind: str, patience: float = PATIENCE) -> None:
        deadline = time.monotonic() + patience
        while not any(one["kind"] == kind for one in self.facts()):
            assert time.monotonic() < deadline, f"not tried: {self._wish.name} was not {kind} within {patience} s"
            time.sleep(_LOOK_EVERY)
