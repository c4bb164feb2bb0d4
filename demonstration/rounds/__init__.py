"""What a person does at each step of the practice procedures, on both versions of their services.

A round is the truth that the walkthrough is measured against: it knows the pages by their markup, which the walkthrough
never does. One module a service; each has `ROUNDS`. Knows no browser: `demonstration.following` has one.

A step that needs no gesture on the page may be left out: one that only the person can call done, or one of the paper
desk. To try the rounds of a service, in seconds, with what was seen of each step:

    ./dev bench procedures --service fund
    .venv/bin/python -m pytest -q tests/gui/guest/browser/test_rounds.py -k fund     (as root: see tests/gui/guest)
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Gesture = Literal["click", "write", "choose", "pick-file", "read-code", "wait"]


@dataclass(frozen=True)
class Act:
    """One gesture. `at`: a CSS selector; " >>> " goes into a shadow root or a frame's document.

    `value`: the keys to press, the label of the choice, or the name of a file of `assets/practice/documents`.
    In keys, "\\t" is Tab, "\\n" Enter, "↓" and "↑" the arrows; a day is written 03/06/1982. A list that opens is
    chosen from by its option's words, or by arrows; any other choice is clicked: `at` itself, or what has these words
    within it.
    A gesture "read-code" writes the code that the practice phone shows; "wait" does nothing until `at` can be seen.
    """

    gesture: Gesture
    at: str
    value: str = ""


@dataclass(frozen=True)
class StepTaken:
    """`acts` in order on the first version, `redesigned` on the second.

    After the last one the step is truly done; before it the step is truly not.
    """

    step: str
    acts: tuple[Act, ...]
    redesigned: tuple[Act, ...]


@dataclass(frozen=True)
class Round:
    """A whole procedure, in the order in which a person does it on each version."""

    procedure: str
    case: str | None
    steps: tuple[StepTaken, ...]
    redesigned_order: tuple[str, ...] = ()
    """The steps' ids in the order of the second version; empty: the same."""


def rounds_by_service() -> Mapping[str, tuple[Round, ...]]:
    """Every module of this folder and its rounds."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        rounds: tuple[Round, ...] = importlib.import_module(f"{__name__}.{module.name}").ROUNDS
        found[module.name] = rounds
    return found
