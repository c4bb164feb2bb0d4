"""A technique that is a hostile page: it is opened in the session, set going by a person's hand where it needs one, and
has come to its end when it says so.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from proof.escapes.pages.script import By, Script
from proof.escapes.technique import Scene, Technique, Way

if TYPE_CHECKING:
    from proof.escapes.field import Field


@dataclass(frozen=True, kw_only=True)
class PageTechnique(Technique):
    """`says_so`: whether the page lives to say that it has tried. `asks`: whether the kiosk may ask
    the person something. `lasts`: seconds that the effect may take after it.

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
    asks: bool = False
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
        time.sleep(self.lasts)
        if self.asks:
            # A person who was asked for a paper goes back without giving one.
            field.person.press("Escape")
