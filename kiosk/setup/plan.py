"""What answers would change on this post, before anything is changed: pure but for reading.

Settings go into the system's file where we may write it, else into the post's own below it; what is right already is
no change. Codes are counted, never shown.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.config import ONLY_IT, POST_FILE, Config, load
from kiosk.control.devices import Remembered
from kiosk.errors import KioskError, Problem
from kiosk.setup.answers import Answers, SetupError
from kiosk.setup.written import Setting, TooUnusualError, as_toml, as_toml_value, with_settings
from kiosk.staff import Given, Role, StaffFile

_STATE = ("state", "directory")
_ROLES = {Role.MEDIATOR: "médiateur", Role.IT: "informatique"}


class RefusedError(SetupError):
    """Answers that fit this post not: with a sentence for each reason."""

    def __init__(self, problems: tuple[Problem | KioskError, ...]) -> None:
        super().__init__(what="\n".join(map(str, problems)))


@dataclass(frozen=True)
class SettingChange:
    """`before`: as TOML writes it, None where nothing was written."""

    setting: Setting
    before: str | None
    after: str


@dataclass(frozen=True)
class Plan:
    """`text`: all that `file` will hold. `known`: names that have a code already. `devices`: as in `Answers`, None
    when they are right."""

    file: Path
    text: str
    settings: tuple[SettingChange, ...]
    people: tuple[Given, ...]
    known: frozenset[str]
    devices: tuple[frozenset[str], frozenset[str]] | None
    state: Path

    @property
    def empty(self) -> bool:
        return not (self.settings or self.people or self.devices)


def written_into(system: Path, state: Path) -> Path:
    """The file that settings go into: IT's, when whoever asks may write it."""
    first = system if system.exists() else system.parent
    return system if os.access(first, os.W_OK) else state / POST_FILE


def planned(answers: Answers, system: Path, config: Config) -> Plan:
    """`config`: the post's as it is. Raises SetupError, StaffError; takes a while where there are codes."""
    state = config.state.directory
    target = written_into(system, state)
    if target != system:
        answers = _below(answers, system)
    else:
        state = Path(answers.settings.get(_STATE, state))
    text = _text(target)
    try:
        new = with_settings(text, answers.settings)
    except TooUnusualError as error:
        raise SetupError(
            what=f"Le fichier « {target} » est écrit d'une façon que ce programme ne sait pas changer.",
            todo="Écrivez-y chaque partie comme [site], puis une ligne par réglage. Puis recommencez.",
        ) from error
    staff = StaffFile(state)
    roles = staff.roles() if answers.people else {}
    people = tuple(one for one in answers.people if not staff.has(one))
    if people:
        staff.give(people, only_try=True)
    devices = answers.devices
    if devices is not None:
        kept = Remembered.of(state)
        devices = None if (kept.user, kept.mediator) == devices else devices
    if (people or devices or target != system) and not state.is_dir():
        raise SetupError(
            what=f"Le dossier « {state} » n'existe pas.",
            todo="Installez d'abord le paquet, ou vérifiez [state] directory. Puis recommencez.",
        )
    return Plan(
        target,
        new,
        tuple(_changes(tomllib.loads(text), answers.settings)),
        people,
        frozenset(roles),
        devices,
        state,
    )


def _below(answers: Answers, system: Path) -> Answers:
    """What is still to say below the system's file: it has the last word, so nothing may contradict it."""
    if its := sorted({section for section, _ in answers.settings} & ONLY_IT):
        what = f"[{its[0]}] se règle seulement ici."
        raise RefusedError((Problem(str(system), what, expected="sudo kiosk setup --from FICHIER"),))
    if not system.exists():
        return answers
    above = load((system,))
    problems, settings = [], {}
    for (section, key), value in answers.settings.items():
        if (section, key) not in above.lines:
            settings[section, key] = value
        elif getattr(getattr(above.config, section), key) != value:
            what = f"« {key} » est écrit ici, et c'est cette ligne qui compte."
            problems.append(Problem(str(system), what, above.lines[section, key][1], expected="la même valeur"))
    if problems:
        raise RefusedError(tuple(problems))
    return Answers(settings, answers.people, answers.devices)


def _text(file: Path) -> str:
    """Raises SetupError when it is there and is no TOML: nothing is added to a file that is not taken into account."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        tomllib.loads(text)
    except FileNotFoundError:
        return ""
    except ValueError as error:
        problems = load((file,)).problems
        raise RefusedError(problems) from error
    except OSError as error:
        raise SetupError(what=f"Le fichier « {file} » ne peut pas être lu.") from error
    return text


def _changes(before: Mapping[str, Any], settings: Mapping[Setting, Any]) -> list[SettingChange]:
    changes = []
    for (section, key), value in settings.items():
        there = before.get(section, {})
        plain = as_toml_value(value)
        if key not in there or there[key] != plain:
            old = as_toml(there[key]) if key in there else None
            changes.append(SettingChange((section, key), old, as_toml(plain)))
    return changes


def as_text(plan: Plan) -> str:
    """For IT. No code is in it."""
    if plan.empty:
        return "Rien à changer : le poste est déjà comme cela."
    lines = []
    if plan.settings:
        lines.append(f"Réglages, dans {plan.file} :")
    for one in plan.settings:
        was = "" if one.before is None else f"   (avant : {one.before})"
        lines.append(f"  [{one.setting[0]}] {one.setting[1]} = {one.after}{was}")
    if plan.people:
        lines.append("Codes :")
    lines += [
        f"  {one.name} ({_ROLES[one.role]}) : {'changé' if one.name in plan.known else 'nouveau'}"
        for one in plan.people
    ]
    if plan.devices:
        lines.append("Souris et claviers : à qui est chaque prise.")
    return "\n".join(lines)
