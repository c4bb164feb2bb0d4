"""What the panel has to show: the walkthrough at one moment, and what the person may choose there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.procedures.model import Language, Step

Phase = Literal["guiding", "not_found", "page_changed", "lost", "without_guide", "finished"]

Choice = Literal["done", "not-found", "back", "restart", "close-where", "without-guide", "mediator", "finish"]


@dataclass(frozen=True)
class Scene:
    """`number` counts from 1. `done` holds the numbers of the steps already done. `pointed`: the ring shows."""

    phase: Phase
    steps: tuple[Step, ...]
    number: int
    done: frozenset[int]
    language: Language
    pointed: bool
    mediator: bool
    mediator_called: bool = False
    documents: int = 0

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
