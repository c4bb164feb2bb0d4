"""What a technique gets: the person in front of the post, the post, the screen's server, and the trap.

The person's hands are those of `demonstration.person` and more fingers (`keys.Fingers`). Holds no rule of the proof.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demonstration.person import Box
from proof.escapes.keys import Fingers
from proof.escapes.telling import News
from proof.rig.at_post import AtPost
from proof.rig.post import Post

if TYPE_CHECKING:
    from proof.escapes.pages import Trap
    from proof.escapes.screen import Screen


@dataclass(frozen=True)
class Field(AtPost):
    """`seed`: of every choice made by chance. `trap` is only there in `Scene.TRAP`."""

    post: Post
    fingers: Fingers
    screen: Screen
    seed: int
    trap: Trap | None = None
    start_session: Callable[[], None] = lambda: None
    """What the session of a post does before the kiosk starts, once more."""
    next_person: Callable[[], None] = lambda: None
    """Leave as people do, and begin the same procedure as somebody else."""

    @property
    def page(self) -> Box:
        return self.post.terminal.page

    @staticmethod
    def wait(seconds: float) -> None:
        """For what takes its time by design: a key held down, a long press."""
        time.sleep(seconds)


def wait_until(holds: Callable[[], bool], what: str, patience: float = 30.0) -> None:
    """For what must come before a technique was tried at all."""
    deadline = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < deadline, f"not tried: {what} did not come within {patience} s"
        time.sleep(0.02)


def news_of(news: list[News], kind: str) -> list[News]:
    return [one for one in news if one["kind"] == kind]
