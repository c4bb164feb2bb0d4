"""Everything that can be said of the files that a mediator writes: what the loader says, then every deeper check.

Reads files, never raises. `kiosk procedures check` prints what comes out; a recorded walkthrough passes here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.errors import Problem
from kiosk.procedures import checked, loader
from kiosk.procedures.glossary import Glossary
from kiosk.procedures.lint import addresses, facts, pages, sentences, targets
from kiosk.procedures.lint.finding import Finding
from kiosk.procedures.model import Procedure
from kiosk.procedures.written import Path as Where
from kiosk.procedures.written import Place, Written

PACKAGED_ICONS = Path(__file__).resolve().parents[2] / "assets" / "icons"


@dataclass(frozen=True)
class Said(Problem):
    """A problem with the name of the rule that found it, for whoever looks it up or filters by it."""

    code: str = "fichier"

    def __str__(self) -> str:
        return f"{super().__str__()} [{self.code}]"


@dataclass(frozen=True)
class Inspected:
    """One file. `procedure` is None where the loader could not make one of it."""

    file: Path
    procedure: Procedure | None
    said: tuple[Said, ...]


def inspect(files: Iterable[Path], glossary: Glossary, today: date) -> tuple[Inspected, ...]:
    """Each file on its own, then the names that two of them share."""
    against = _Against(glossary, frozenset(icon.stem for icon in PACKAGED_ICONS.glob("*.svg")), today)
    done: list[Inspected] = []
    owners: dict[str, Path] = {}
    for file in files:
        one, places = _one(file, against)
        if one.procedure is not None and (owner := owners.setdefault(one.procedure.id, file)) != file:
            what = f"« {one.procedure.id} » est déjà la démarche de {owner}."
            twice = _said(file, places, Finding("nom", ("id",), what, "un autre « id »"))
            one = Inspected(file, one.procedure, (*one.said, twice))
        done.append(one)
    return tuple(done)


@dataclass(frozen=True)
class _Against:
    """What a procedure is compared with."""

    glossary: Glossary
    icons: frozenset[str]
    today: date


def _one(file: Path, against: _Against) -> tuple[Inspected, Mapping[Where, Place]]:
    problems: list[Problem] = []
    written = loader.written_in(file, problems)
    if written is None:
        return Inspected(file, None, _named(file, problems)), {}
    procedure, wrong = checked.check(file.name, written)
    if procedure is None:
        return Inspected(file, None, _named(file, wrong)), written.places
    # What two cases share is found in both, and said once.
    found = dict.fromkeys(_findings(file, procedure, written, against))
    said = (_said(file, written.places, finding) for finding in found)
    return Inspected(file, procedure, tuple(sorted(said, key=lambda one: one.line or 0))), written.places


def _findings(file: Path, procedure: Procedure, written: Written, against: _Against) -> Iterator[Finding]:
    yield from _file_name(file, procedure)
    yield from facts.check(procedure, written=written.places.keys(), today=against.today)
    yield from facts.check_icons(procedure, against.icons)
    yield from pages.check(procedure)
    yield from addresses.check(procedure)
    yield from targets.check(procedure)
    yield from sentences.check(procedure, against.glossary)


def _file_name(file: Path, procedure: Procedure) -> Iterator[Finding]:
    if file.stem != procedure.id:
        what = f"Le fichier s'appelle « {file.name} », et la démarche « {procedure.id} »."
        yield Finding("nom", ("id",), what, f"le même nom : {procedure.id}.yaml")


def _said(file: Path, places: Mapping[Where, Place], finding: Finding) -> Said:
    path = finding.path
    # A text in several languages: the French one is meant.
    path = (*path, "fr") if (*path, "fr") in places else path
    while path and path not in places:
        path = path[:-1]
    place = places.get(path, Place(1))
    return Said(str(file), finding.what, place.line, place.column, finding.expected, finding.nearest, code=finding.code)


def _named(file: Path, problems: Iterable[Problem]) -> tuple[Said, ...]:
    return tuple(Said(str(file), one.what, one.line, one.column, one.expected, one.nearest) for one in problems)
