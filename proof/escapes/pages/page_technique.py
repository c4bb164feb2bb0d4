"""A technique that is a hostile page: it is opened in the session, set going by a person's hand where it needs one, and
has come to its end when it says so.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from proof.escapes.pages.script import By, Script
from proof.escapes.technique import Scene, Technique, Way

if TYPE_CHECKING:
    from proof.escapes.field import Field

_COMES_WITHIN = 0.8
"""Seconds for a frame or a window that the page has made, before a hand presses on it."""


@dataclass(frozen=True, kw_only=True)
class PageTechnique(Technique):
    """`says_so`: whether the page lives to say that it has tried. `asks`: whether the kiosk may ask the person something.
    `needs`: what the page must have said of the kiosk, or it was not tried.
    `then`: what the hand does once the page has tried. `lasts`: seconds that the effect may take after it.

    `shows`: seen first of all. `weakness`: see `weaknesses`."""

    id: str
    title: str
    tries: str
    family: str
    js: str
    shows: tuple[Way, ...]
    weakness: str
    by: By = "load"
    head: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    says_so: bool = True
    then: Literal["", "click", "drag"] = ""
    asks: bool = False
    needs: str = ""
    lasts: float = 0.0
    short: bool = False
    scene: Scene = Scene.TRAP

    @property
    def script(self) -> Script:
        return Script(self.title, self.js, self.by, self.head, self.headers)

    def attempt(self, field: Field) -> None:
        assert field.trap is not None, "not tried: no hostile page is there"
        field.trap.open(self.id)
        if self.by == "click":
            field.person.click(*field.page.centre)
        elif self.by == "keydown":
            field.person.click(*field.page.centre)
            field.person.press("x")
        if self.says_so:
            field.trap.wait_for("tried")
        if self.needs:
            field.trap.wait_for(self.needs, 1.0)
        if self.then:
            time.sleep(_COMES_WITHIN)
            self._go_on(field)
        time.sleep(self.lasts)
        if self.asks:
            # A person who was asked for a paper goes back without giving one.
            field.person.press("Escape")

    def _go_on(self, field: Field) -> None:
        if self.then == "click":
            field.person.click(*field.page.centre)
        else:
            _drag(field, field.page.centre, (field.person.width // 2, field.terminal.px(38)))


def _drag(field: Field, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Slowly: what is dragged from a page is dragged only once its browser has said so."""
    field.fingers.move(*start)
    field.fingers.press(1, True)
    for step in range(10):
        field.fingers.move(start[0] + 4 * step, start[1])
        time.sleep(0.05)
    time.sleep(1.0)
    for share in range(1, 11):
        field.fingers.move(*(round(a + (b - a) * share / 10) for a, b in zip(start, end, strict=True)))
        time.sleep(0.08)
    time.sleep(0.4)
    field.fingers.press(1, False)
