"""Somebody at a post: their hands, and the program in front of them."""

from __future__ import annotations

from demonstration.kiosk import Kiosk
from demonstration.person import Person
from demonstration.terminal import Terminal
from proof.rig.post import Post


class AtPost:
    post: Post

    @property
    def person(self) -> Person:
        return self.post.person

    @property
    def kiosk(self) -> Kiosk:
        return self.post.kiosk

    @property
    def terminal(self) -> Terminal:
        return self.post.terminal
