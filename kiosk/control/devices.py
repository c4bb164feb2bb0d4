"""Whose each device is: by what the site wrote or the post remembers, on the devices that are there now. Pure, but for
the one small file of what the post remembers."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.config import ControlSection, Lines
from kiosk.config.model import CONTROL_DEVICES
from kiosk.control.backend import Device, DeviceKind
from kiosk.errors import Problem, nearest_word


@dataclass(frozen=True)
class Assignment:
    """X numbers of the devices of each. paired: the mediator has a mouse and a keyboard here, and so has the user."""

    user: tuple[int, ...] = ()
    mediator: tuple[int, ...] = ()
    paired: bool = False


def assign(devices: tuple[Device, ...], mediator: Collection[str]) -> Assignment:
    """`mediator`: the places of the mediator's devices. All else is the user's, and a touch screen always is: the user
    must never be without a hand."""
    theirs = [one for one in devices if one.identity in mediator and one.kind is not DeviceKind.TOUCH]
    others = [one for one in devices if one not in theirs]
    return Assignment(
        user=tuple(one.number for one in others),
        mediator=tuple(one.number for one in theirs),
        paired=_is_pair(theirs) and _is_pair(others),
    )


def _is_pair(devices: Collection[Device]) -> bool:
    kinds = {one.kind for one in devices}
    return DeviceKind.KEYBOARD in kinds and bool(kinds & {DeviceKind.MOUSE, DeviceKind.TOUCH})


def absent_problems(control: ControlSection, devices: Iterable[Device], lines: Lines) -> tuple[Problem, ...]:
    """Each place that the site gave to somebody and where nothing is plugged in, with the places to choose from."""
    here = _places_of(devices)
    problems = []
    for key in CONTROL_DEVICES:
        file, line = lines.get(("control", key), ("", None))
        problems += [_absent(file, line, place, here) for place in getattr(control, key) if place not in here]
    return tuple(problems)


def _places_of(devices: Iterable[Device]) -> list[str]:
    return sorted({one.identity for one in devices})


def _absent(file: str, line: int | None, place: str, here: Collection[str]) -> Problem:
    expected = f"une des prises : {', '.join(here)}" if here else "une prise où il y a une souris ou un clavier"
    what = f"Rien n'est branché à la prise « {place} »."
    return Problem(file, what, line=line, expected=expected, nearest=nearest_word(place, here))


class Remembered:
    """What the first-time screen learned: identities of two people's devices, in one file of the post's state folder.

    A file that cannot be read is a problem for IT and nobody's devices: people are asked again.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
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

    @classmethod
    def of(cls, state: Path) -> Remembered:
        """`state`: the folder of what outlives a restart."""
        return cls(state / "devices.json")

    def absent_problems(self, devices: Iterable[Device]) -> tuple[Problem, ...]:
        """Each place of this file where nothing is plugged in now, with the places to choose from."""
        here = _places_of(devices)
        absent = sorted((self.user | self.mediator).difference(here))
        return tuple(_absent(str(self.file), None, place, here) for place in absent)

    def save(self, user: Collection[str], mediator: Collection[str]) -> None:
        """Whole or not at all. Raises OSError when the folder cannot be written."""
        self.user, self.mediator = frozenset(user), frozenset(mediator)
        self.file.parent.mkdir(parents=True, exist_ok=True)
        new = self.file.with_suffix(".new")
        new.write_text(json.dumps({"user": sorted(user), "mediator": sorted(mediator)}, indent=2) + "\n")
        os.replace(new, self.file)


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


def mediators_places(control: ControlSection, remembered: Remembered) -> frozenset[str]:
    """What the site has written goes before what people said by using them."""
    return frozenset(control.mediator_devices) or remembered.mediator
