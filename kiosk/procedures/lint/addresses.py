"""Can the person get there? Every address of a walk against what the procedure allows. Pure, asks no network."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.errors import nearest_word
from kiosk.procedures import model
from kiosk.procedures.groups import allowed_hosts
from kiosk.procedures.lint.finding import Finding
from kiosk.procedures.model import Condition, Procedure
from kiosk.procedures.written import Path

_NO_HOST = "un site et une page, comme www.caf.fr/compte*"


def check(procedure: Procedure) -> Iterator[Finding]:
    allowed = allowed_hosts(procedure)
    for place, step in enumerate(procedure.steps):
        for path, pattern in _addresses(("steps", place, "done"), step.done):
            yield from _address(path, pattern, allowed)
    yield from _same_entry_twice(procedure)


def _addresses(path: Path, condition: Condition | None) -> Iterator[tuple[Path, str]]:
    match condition:
        case model.Address(address=pattern):
            yield (*path, "address"), pattern
        case model.All(all=parts):
            for number, part in enumerate(parts):
                yield from _addresses((*path, "all", number), part)
        case model.AnyOf(any=parts):
            for number, part in enumerate(parts):
                yield from _addresses((*path, "any", number), part)


def _address(path: Path, pattern: str, allowed: tuple[str, ...]) -> Iterator[Finding]:
    if "://" in pattern:
        what = f"« {pattern} » n'est jamais l'adresse d'une page : elle est comparée sans « https:// »."
        yield Finding("adresse", path, what, nearest=pattern.partition("://")[2])
        return
    if (odd := re.search(r"#|\s", pattern)) is not None:
        what = f"« {pattern} » n'est jamais l'adresse d'une page : elle est comparée sans « # » et sans espaces."
        yield Finding("adresse", path, what, nearest=pattern[: odd.start()] or None)
        return
    host = pattern.partition("/")[0].partition("?")[0].lower()
    if "." not in host:
        yield Finding("adresse", path, f"« {pattern} » ne nomme pas de site.", _NO_HOST)
    elif "*" in host.removeprefix("*."):
        what = f"« {pattern} » : l'étoile n'a pas sa place dans le nom du site."
        yield Finding("adresse", path, what, nearest=host.rstrip("*") + "/*")
    elif not any(_is_under(host, entry) for entry in allowed):
        near = nearest_word(host, (entry for entry in allowed if "*" not in entry))
        what = f"Le site « {host} » n'est pas dans « allow » : la page ne s'ouvrira pas."
        yield Finding("site-non-permis", path, what, f"« {host} » dans « allow »", near)


def _is_under(host: str, entry: str) -> bool:
    if entry.startswith("*."):
        return host.endswith(entry[1:])
    return host == entry


def _same_entry_twice(procedure: Procedure) -> Iterator[Finding]:
    seen = set()
    for number, entry in enumerate(procedure.allow):
        if entry in seen:
            yield Finding(
                "site-non-permis", ("allow", number), f"« {entry} » est écrit deux fois.", "chaque site une fois"
            )
        seen.add(entry)
