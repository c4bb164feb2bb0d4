"""A post to drive: the controller's state, a clock that only moves when told, and what was asked of the outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from kiosk.session import commands, events
from kiosk.session.controller import react
from kiosk.session.receipt import WIPE_STEPS, WipeReport, WipeStep
from kiosk.session.state import Settings, State
from tests.unit.session.asked import STEPS

C = TypeVar("C", bound=commands.Command)


def wipe_report(failed: str | None = None) -> WipeReport:
    """A report of every step, all clean but `failed`."""
    steps = tuple(WipeStep(code, 0.01, verified=code != failed, remains=int(code == failed)) for code in WIPE_STEPS)
    return WipeReport(steps, 0.06, datetime(2026, 3, 2, 15, 4, tzinfo=UTC))


@dataclass
class Post:
    settings: Settings = field(default_factory=Settings)
    state: State = field(default_factory=State)
    now: float = 1000.0
    asked: list[commands.Command] = field(default_factory=list)

    def send(self, event: events.Event) -> tuple[commands.Command, ...]:
        self.state, todo = react(self.state, event, self.settings)
        self.asked.extend(todo)
        return todo

    def happens(self, kind: Callable[..., events.Event], **details: object) -> tuple[commands.Command, ...]:
        """An event now. A guest's event comes from the current guest, unless told."""
        if isinstance(kind, type) and issubclass(kind, events.GuestEvent):
            details.setdefault("guest", self.state.guest.number)
        return self.send(kind(now=self.now, **details))

    def passes(self, seconds: float, *, beating: bool = True) -> list[commands.Command]:
        """Time goes by, a tick a second, with the guest's heartbeat unless told."""
        asked: list[commands.Command] = []
        end = self.now + seconds
        while self.now < end:
            self.now = min(self.now + 1.0, end)
            if beating:
                asked += self.happens(events.Heartbeat)
            asked += self.happens(events.Tick)
        return asked

    def boots(self) -> None:
        """Up to the home screen, with a guest ready behind it."""
        self.happens(events.Boot)
        self.happens(events.WipeFinished, report=wipe_report())
        self.happens(events.GuestReady)

    def starts(self) -> tuple[commands.Command, ...]:
        return self.happens(
            events.StartAsked, procedure_id="prime-activite", case="seul", with_mediator=False, steps=STEPS
        )

    def opens(self) -> None:
        """Up to a person in front of the first step."""
        self.boots()
        self.starts()
        self.happens(events.StepShown, step=STEPS[0])
        self.happens(events.GuestPainted)

    def last(self, kind: type[C]) -> C:
        """The last command of this kind. Fails the test when there is none."""
        found = [command for command in self.asked if isinstance(command, kind)]
        assert found, f"no {kind.__name__} among {self.asked}"
        return found[-1]


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def report() -> Callable[[str | None], WipeReport]:
    return wipe_report
