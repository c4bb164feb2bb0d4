"""What the panel has to show: the walkthrough at one moment, who drives, and what the person may choose there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.control.people import Mode
from kiosk.procedures.model import Language, Step
from kiosk.session.messages import Service

Phase = Literal["guiding", "not_found", "page_changed", "lost", "without_guide", "finished"]

Answer = Literal[
    "done",
    "not-found",
    "back",
    "restart",
    "close-where",
    "without-guide",
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


@dataclass(frozen=True)
class Scene:
    """`number` counts from 1. `done` holds the numbers of the steps already done. `pointed`: the ring shows.

    `documents`: how many lie in the tray; `has_paper`: one of them can be printed, taken away or changed.
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
