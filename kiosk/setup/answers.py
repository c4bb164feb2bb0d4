"""What a post is told at its setup: settings as `kiosk.toml` has them, and the codes of the people who work there.

From one TOML file: the sections of `kiosk.toml`, and `[mediators]` and `[it]`, a name and its code on each line. A file
with anything wrong in it is refused whole, with lines: half a setup is worse than none. Codes are never shown again.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.config import Config, Loaded, load_text
from kiosk.errors import KioskError, Problem
from kiosk.setup.written import Setting
from kiosk.staff import Given, Role, pins
from kiosk.staff.file import name_fits

MEDIATORS, IT = "mediators", "it"
SECTIONS = {MEDIATORS: Role.MEDIATOR, IT: Role.IT}
LARGEST_FILE = 256 * 1024


class SetupError(KioskError):
    code = "E-107"
    what = "L'installation du poste n'a pas pu être faite."
    kept = "Rien n'a été changé."
    todo = "Corrigez, puis recommencez."


@dataclass(frozen=True)
class Answers:
    """`settings`: what was said, and nothing else; the rest stays as it is. `devices`: the places of the user's and of
    the mediator's, as they were told by using them."""

    settings: Mapping[Setting, Any] = field(default_factory=dict)
    people: tuple[Given, ...] = ()
    devices: tuple[frozenset[str], frozenset[str]] | None = None


@dataclass(frozen=True)
class Read:
    """`answers`: only when there are no problems."""

    answers: Answers
    problems: tuple[Problem, ...] = ()


def read_file(path: Path) -> Read:
    """Raises SetupError when there is no such file."""
    try:
        with path.open("rb") as file:
            return read(path.name, file.read(LARGEST_FILE + 1))
    except (OSError, ValueError) as error:
        raise SetupError(what=f"Le fichier « {path} » ne peut pas être lu.", todo="Vérifiez son nom.") from error


def read(name: str, raw: bytes) -> Read:
    loaded = load_text(name, raw, tuple(SECTIONS))
    if not loaded.lines:
        nothing = Problem(name, "Ce fichier ne dit rien.", expected='des réglages, comme [site], puis name = "…"')
        return Read(Answers(), loaded.problems or (nothing,))
    people = tuple(_people(name, raw, loaded))
    problems = (*loaded.problems, *(one for one in people if isinstance(one, Problem)))
    if problems:
        return Read(Answers(), tuple(sorted(problems, key=lambda one: one.line or 0)))
    settings = {
        (section, key): getattr(getattr(loaded.config, section), key)
        for section, key in loaded.lines
        if section in Config.model_fields
    }
    return Read(Answers(settings, tuple(one for one in people if isinstance(one, Given))))


def _people(file: str, raw: bytes, loaded: Loaded) -> Iterator[Given | Problem]:
    """No problem of these quotes a code."""
    content = tomllib.loads(raw.decode("utf-8-sig").replace("\r\n", "\n"))
    names: set[str] = set()
    codes: set[str] = set()
    for section, role in SECTIONS.items():
        people = content.get(section, {})
        if not isinstance(people, dict):
            yield Problem(file, f"« {section} » est une partie, pas un réglage.", expected=f"[{section}]")
            continue
        for name, pin in people.items():
            _, line = loaded.lines.get((section, name), ("", None))
            if fault := person_fault(name, pin, names, codes):
                yield Problem(file, fault, line=line)
                continue
            names.add(name)
            codes.add(pin)
            yield Given(name, pin, role)


def person_fault(name: str, pin: object, names: set[str], codes: set[str]) -> str | None:
    """What is wrong with this person, in French, or None. `names`, `codes`: of those before."""
    if not name_fits(name):
        return f"« {name[:40]} » ne convient pas comme nom : 20 lettres au plus, sans majuscule, accent ni espace."
    if not isinstance(pin, str):
        return f"Le code de « {name} » doit être entre guillemets."
    if fault := pins.fault_of(pin):
        return f"Code de « {name} » : {fault}"
    if name in names:
        return f"« {name} » est là deux fois."
    if pin in codes:
        return f"Le code de « {name} » est aussi celui d'une autre personne."
    return None
