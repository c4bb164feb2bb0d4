"""A hostile page as data: its words, its script, what sets it going. Found by name; knows nothing of who tries it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from proof.escapes.pages.wish import RESTING

By = Literal["load", "click", "keydown"]
"""A page may do some things only in answer to a person: to their click, or to a key."""


@dataclass(frozen=True)
class Script:
    """`head` goes into the document's head, `headers` beside it."""

    title: str
    js: str
    by: By = "load"
    head: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@cache
def _all() -> dict[str, Script]:
    from proof.escapes.pages.techniques import TECHNIQUES  # noqa: PLC0415 - they are made of scripts

    return {RESTING: Script("Une page tranquille.", "")} | {one.id: one.script for one in TECHNIQUES}


def script_of(name: str) -> Script | None:
    return _all().get(name)
