"""Whose each device is: by what the site wrote or the post remembers, on the devices that are there now. Pure, but for
the one small file of what the post remembers."""

from __future__ import annotations

import json
import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from kiosk.control.backend import Device, DeviceKind
from kiosk.errors import Problem


@dataclass(frozen=True)
class Assignment:
    """X numbers of the devices of each. paired: the mediator has a mouse and a keyboard here, and so has the user.
    absent: identities that were named and are not plugged in."""

    user: tuple[int, ...] = ()
    mediator: tuple[int, ...] = ()
    paired: bool = False
    absent: tuple[str, ...] = ()


def assign(devices: tuple[Device, ...], user: Collection[str], mediator: Collection[str]) -> Assignment:
    """What is nobody's is the user's, and a touch screen always is: the user must never be without a hand."""
    theirs = [one for one in devices if one.identity in mediator and one.kind is not DeviceKind.TOUCH]
    others = [one for one in devices if one not in theirs]
    here = {one.identity for one in devices}
    return Assignment(
        user=tuple(one.number for one in others),
        mediator=tuple(one.number for one in theirs),
        paired=_is_pair(theirs) and _is_pair(others),
        absent=tuple(sorted({*user, *mediator} - here)),
    )


def _is_pair(devices: Collection[Device]) -> bool:
    kinds = {one.kind for one in devices}
    return DeviceKind.KEYBOARD in kinds and bool(kinds & {DeviceKind.MOUSE, DeviceKind.TOUCH})


class Remembered:
    """What the first-time screen learned: identities of two people's devices, in one file of the post's state folder.

    A file that cannot be read is a problem for IT and nobody's devices: people are asked again.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.user: frozenset[str] = frozenset()
        self.mediator: frozenset[str] = frozenset()
        self.problems: tuple[Problem, ...] = ()
        try:
            self.user, self.mediator = _read(file)
        except FileNotFoundError:
            pass
        except (OSError, ValueError) as error:
            line = error.lineno if isinstance(error, json.JSONDecodeError) else None
            self.problems = (
                Problem(
                    str(file),
                    "Le poste ne sait plus à qui sont les souris et les claviers. Il le redemandera.",
                    line=line,
                    expected="deux listes de places, « user » et « mediator », sans place commune",
                ),
            )

    def save(self, user: Collection[str], mediator: Collection[str]) -> None:
        """Whole or not at all. Raises OSError when the folder cannot be written."""
        self.user, self.mediator = frozenset(user), frozenset(mediator)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps({"user": sorted(user), "mediator": sorted(mediator)}, indent=2) + "\n")
        os.replace(new, self._file)


def _read(file: Path) -> tuple[frozenset[str], frozenset[str]]:
    content = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(content, dict) or set(content) != {"user", "mediator"}:
        raise ValueError("not two lists")
    for places in content.values():
        if not isinstance(places, list) or not all(isinstance(one, str) and one for one in places):
            raise ValueError("not a list of places")
    user, mediator = frozenset(content["user"]), frozenset(content["mediator"])
    if user & mediator:
        raise ValueError("one device for both")
    return user, mediator
