"""What the panel has to show: the walkthrough at one moment, who drives, and what the person may choose there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.control.people import Mode
from kiosk.procedures.engine import Phase
from kiosk.procedures.model import Doubt, Help, Language, Share, Step, Word
from kiosk.procedures.recording.noted import Noted
from kiosk.session.messages import Service

__all__ = ["About", "Answer", "Choice", "Driving", "Page", "Phase", "Scene", "Voice"]

Answer = Literal[
    "done",
    "not-found",
    "back",
    "restart",
    "close-where",
    "without-guide",
    "return",
    "site-down",
    "try-again",
    "listen",
    "stop-listening",
    "site-start",
    "take-back",
    "mediator",
    "finish",
    "user-drives",
    "mediator-drives",
    "brake",
]
Choice = Answer | Service
"""What a button of the panel says. A service: the paper desk is wanted. No word may be both."""


@dataclass(frozen=True)
class Driving:
    """Who drives. `paired`: two people have their own mouse. `secret`: the field that has the keyboard hides what is
    typed."""

    mode: Mode = Mode.USER
    paired: bool = False
    secret: bool = False

    @property
    def looks_away(self) -> bool:
        """The mediator sees and touches nothing while the person types a secret."""
        return self.paired and self.secret


Voice = Literal["none", "silent", "reading"]
"""Whether the post can read aloud, and does it now."""


@dataclass(frozen=True)
class About:
    """What holds for the whole walkthrough. `unverified`: nobody has tried it on the real site yet.

    `minutes`: how long it still takes, None where nobody knows. `in_french`: how much of it nobody has translated.
    """

    unverified: bool = False
    doubts: tuple[Doubt, ...] = ()
    minutes: int | None = None
    help: Help | None = None
    in_french: Share = "none"


@dataclass(frozen=True)
class Page:
    """Where the person is. `home`: the site where the step was last seen; empty when it never was.

    `elsewhere`: in another window or on another site than that. `several`: the step's target is there more than once.
    `down`: the site does not answer, as far as the post sees. `covered`: our own words lie over it, and say how to
    open it again.
    """

    host: str = ""
    home: str = ""
    elsewhere: bool = False
    several: bool = False
    down: bool = False
    covered: bool = False


@dataclass(frozen=True)
class Scene:
    """`number` counts from 1. `done` holds the numbers of the steps already done. `pointed`: the ring shows.

    `documents`: how many lie in the tray; `has_paper`: one of them can be printed, taken away or changed. `words`: the
    difficult ones of this step. `resumed`: the browser had died, and this step was under way.
    """

    phase: Phase
    steps: tuple[Step, ...]
    number: int
    done: frozenset[int]
    language: Language
    pointed: bool
    mediator: bool
    mediator_called: bool = False
    documents: int = 0
    has_paper: bool = False
    driving: Driving = Driving()
    words: tuple[Word, ...] = ()
    about: About = About()
    page: Page = Page()
    voice: Voice = "none"
    resumed: bool = False
    site: str = ""
    """The host of a site that has no guide: nothing is to be guided, whatever the phase."""
    recorded: tuple[Noted, ...] | None = None
    """What was noted up to now, oldest first, while a walkthrough is made. The step: the one to repair."""

    @property
    def step(self) -> Step:
        return self.steps[self.number - 1]

    @property
    def total(self) -> int:
        return len(self.steps)

    @property
    def secret(self) -> bool:
        """What the person alone may type, and no one may see."""
        return self.step.who == "user" and self.step.gesture == "write"
