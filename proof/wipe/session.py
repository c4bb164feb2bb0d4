"""One person's session under proof, as a kind gets it: hands and eyes on the real program, and its own canaries.

All canaries of a session begin with one word, its mark, which is the only thing that is ever typed; each kind's follows
from it: `mark + sha256(mark + " " + name) in hex, first 12`. So the page's script can make the same ones by itself, and
one search for the mark finds all of them, wherever they are and however much of them is left.
"""

from __future__ import annotations

import hashlib
import random
import string
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from demonstration.phone import Phone
from proof.rig import machine
from proof.rig.at_post import AtPost
from proof.rig.canary import Canary, Sought, files_with, memory_with
from proof.rig.paper_hands import Hands
from proof.rig.paper_rig import PaperRig
from proof.wipe.disk import HOME

MARK_LENGTH = 12
FAMILY_LENGTH = 7
PROPER_LENGTH = 12


def draw_family(chance: random.Random) -> str:
    """How all marks of a run begin."""
    return _letters(chance, FAMILY_LENGTH)


def draw_mark(chance: random.Random, family: str = "") -> str:
    return family + _letters(chance, MARK_LENGTH - len(family))


def canary_of(mark: str, name: str) -> Canary:
    return Canary(mark + hashlib.sha256(f"{mark} {name}".encode()).hexdigest()[:PROPER_LENGTH])


def _letters(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(string.ascii_lowercase + string.digits, k=length))


class Session(AtPost):
    """`sought` grows while kinds are planted: what is neither the mark nor begins with it."""

    def __init__(self, rig: PaperRig, phone: Callable[[], Phone], mark: str, chance: random.Random) -> None:
        self.rig = rig
        self.post = rig.post
        self.mark = mark
        self.chance = chance
        self.sought: list[tuple[str, Sought]] = []
        self._phone = phone

    # --- what is planted ----------------------------------------------------------------------------------------

    def canary(self, name: str) -> Canary:
        return canary_of(self.mark, name)

    def seek(self, name: str, sought: Sought) -> None:
        """This too is of the person: it must be nowhere in the end."""
        self.sought.append((name, sought))

    # --- hands and eyes -----------------------------------------------------------------------------------------

    @property
    def state(self) -> Path:
        """What the post keeps on its disk, as the post sees it."""
        return Path(f"/proc/{self.post.shell}/root{self.post.folder}/state")

    @property
    def kiosk_home(self) -> Path:
        """The home of the post's account, as the post sees it. Only where the post has a disk of its own."""
        return Path(f"/proc/{self.post.shell}/root{HOME}")

    @property
    def display(self) -> str:
        return self.post.display

    @cached_property
    def hands(self) -> Hands:
        """On papers, in the tray and at the desk."""
        return Hands(self.post)

    @cached_property
    def phone(self) -> Phone:
        """A real browser, started when the first kind asks for it."""
        return self._phone()

    @cached_property
    def guest(self) -> machine.Guest:
        """The session's guest. To be asked for once the page is there."""
        return self.post.guest()

    # --- searching while it lives -------------------------------------------------------------------------------

    def in_guest_files(self, sought: Sought) -> bool:
        """In a file of the guest's own folder, in name or content."""
        return bool(files_with([sought], [self.guest.home]))

    def in_shell_memory(self, sought: Sought) -> bool:
        return bool(memory_with([sought], [self.post.shell], streams=False))
