"""`kiosk procedures`: what mediators and IT type to check, begin and list the walkthroughs they write as files.

Returns what to print; the exit status is `kiosk.__main__`'s.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import get_args

from kiosk import languages
from kiosk.errors import Problem
from kiosk.procedures import glossary, loader, template
from kiosk.procedures.groups import GROUPS
from kiosk.procedures.inspection import Inspected, Said, inspect
from kiosk.procedures.lint import translated
from kiosk.procedures.lint.sentences import ease_of
from kiosk.procedures.model import Procedure, Theme

_SEVERAL = 2


def check(given: Sequence[Path], folders: Sequence[Path], today: date) -> tuple[tuple[Inspected, ...], list[Problem]]:
    """Each file that was named, or else every file of every folder and the glossary; then what is wrong besides."""
    beside: list[Problem] = []
    words = glossary.load()
    if not given:
        beside += words.problems
    done: list[Inspected] = []
    if given:
        files = [file for each in given for file in (loader.files_of(each, beside) if each.is_dir() else [each])]
        done += inspect(files, words, today)
    else:
        # A site's own procedure takes the place of the program's of the same name: a folder stands alone.
        for folder in folders:
            done += inspect(loader.files_of(folder, beside), words, today)
        whole = [one.procedure for one in done if one.procedure is not None]
        beside += translated.check([*whole, *words.entries])
    return tuple(done), beside


def as_json(done: Iterable[Inspected], beside: Iterable[Problem]) -> str:
    said = [asdict(one) for each in done for one in each.said] + [{**asdict(one), "code": "fichier"} for one in beside]
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def summary(done: Sequence[Inspected], beside: Sequence[Problem]) -> str:
    """The last line: how much was looked at, how much is wrong."""
    count = sum(len(one.said) for one in done) + len(beside)
    files = f"{len(done)} démarche{'s' if len(done) >= _SEVERAL else ''}"
    if not count:
        return f"Tout va bien : {files}, rien à corriger."
    return f"{files}, {count} chose{'s' if count >= _SEVERAL else ''} à corriger."


def said_of(done: Iterable[Inspected]) -> Iterable[Said]:
    return (said for one in done for said in one.said)


def new(identity: str, folder: Path) -> str:
    """The sentence to say. Raises TemplateError."""
    file = template.write(identity, folder, get_args(Theme), tuple(GROUPS))
    return f"Le fichier est écrit : {file}\nPour le relire : kiosk procedures check {file}"


def listed(procedures: Iterable[Procedure], drifts: Mapping[str, Mapping[str, int]], *, in_json: bool = False) -> str:
    rows = [_row(one, drifts.get(one.id, {})) for one in sorted(procedures, key=lambda one: (one.practice, one.id))]
    if in_json:
        return json.dumps(rows, ensure_ascii=False, indent=2)
    if not rows:
        return "Il n'y a aucune démarche."
    table = [[*rows[0]], *([str(value) for value in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in table)
    return "\n".join(line.rstrip() for line in lines)


def _row(procedure: Procedure, drifts: Mapping[str, int]) -> dict[str, str | int]:
    verified = "exercice" if procedure.practice else "jamais"
    if isinstance(procedure.verified, date):
        verified = procedure.verified.isoformat()
    return {
        "id": procedure.id,
        "thème": procedure.theme,
        "titre": procedure.short.fr,
        "vérifiée": verified,
        "étapes": len(procedure.steps),
        "langues": _languages(procedure),
        "lisibilité": round(ease_of(procedure)),
        "changements": sum(drifts.values()),
    }


def _languages(procedure: Procedure) -> str:
    """French, and what else is whole; a percentage where a translation has begun."""
    every = procedure.every_text
    said = ["fr"]
    for language in languages.codes()[1:]:
        there = sum(1 for text in every if text.has(language))
        if there:
            said.append(language if there == len(every) else f"{language} {100 * there // len(every)} %")
    return ", ".join(said)
