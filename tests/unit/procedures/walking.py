"""A walkthrough under way, for the tests: its state, what was commanded last, and a clock moved by hand."""

from __future__ import annotations

from typing import Any

from kiosk.procedures.conditions import Facts
from kiosk.procedures.engine import Command, Done, Event, Saw, State, Tick, begin, react

from .conftest import procedure


class Walk:
    def __init__(self, steps: list[dict[str, Any]], resume: str | None = None) -> None:
        self.now = 0.0
        self.state: State
        self.commands: tuple[Command, ...]
        self.state, self.commands = begin(procedure(steps=steps), resume_step=resume)

    def tell(self, event: Event) -> tuple[Command, ...]:
        self.state, self.commands = react(self.state, event)
        return self.commands

    def see(self, facts: Facts, after: float = 0.1) -> tuple[Command, ...]:
        self.now += after
        return self.tell(Saw(facts, self.now))

    def wait(self, seconds: float) -> tuple[Command, ...]:
        self.now += seconds
        return self.tell(Tick(self.now))

    @property
    def step(self) -> str | None:
        return self.state.step.id if self.state.step else None

    @property
    def done(self) -> list[str]:
        """The steps that the last reaction said done."""
        return [command.step_id for command in self.commands if isinstance(command, Done)]
