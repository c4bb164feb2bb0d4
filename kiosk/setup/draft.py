"""What has been answered on the screens so far, which questions there are, and what the answers come to. Pure.

What IT's own file says already is not asked: that file has the last word.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kiosk.config import Loaded, load_text
from kiosk.setup.answers import Answers, person_fault
from kiosk.setup.written import Setting, with_settings
from kiosk.staff import Given, Role

PLACE, LANGUAGE, HANDS, PRINTER, SCANNER = "place", "language", "hands", "printer", "scanner"
IT_CODE, CODES, NETWORK, SUMMARY = "it-code", "codes", "network", "summary"
QUESTIONS = (PLACE, LANGUAGE, HANDS, PRINTER, SCANNER, IT_CODE, CODES, NETWORK, SUMMARY)
ROLES = {IT_CODE: Role.IT, CODES: Role.MEDIATOR}

_SAID_BY: Mapping[str, tuple[Setting, ...]] = {
    PLACE: (("site", "name"),),
    LANGUAGE: (("display", "language"),),
    HANDS: (("control", "pair"), ("control", "mediator_devices")),
    PRINTER: (("print", "queue"), ("print", "enabled")),
    SCANNER: (("scan", "device"), ("scan", "enabled")),
}


@dataclass(frozen=True)
class Draft:
    """None: not said. `printer`, `scanner`: a name, or empty where the post has none. `known`: who has a code."""

    name: str | None = None
    post: str | None = None
    language: str | None = None
    pair: bool | None = None
    devices: tuple[frozenset[str], frozenset[str]] | None = None
    printer: str | None = None
    scanner: str | None = None
    people: tuple[Given, ...] = ()
    known: Mapping[str, Role] | None = None

    def of_role(self, role: Role) -> tuple[tuple[str, bool], ...]:
        """Names, and whether the code was given just now."""
        new = {one.name for one in self.people}
        before = [(name, False) for name, one in (self.known or {}).items() if one is role and name not in new]
        return (*before, *((one.name, True) for one in self.people if one.role is role))

    def without(self, name: str) -> Draft:
        return replace(self, people=tuple(one for one in self.people if one.name != name))


def questions(fixed: Collection[Setting]) -> tuple[str, ...]:
    """`fixed`: what IT's file says."""
    return tuple(one for one in QUESTIONS if not set(_SAID_BY.get(one, ())) & set(fixed))


def begun(loaded: Loaded, known: Mapping[str, Role]) -> Draft:
    """With what the post was told before."""
    config, lines = loaded.config, loaded.lines
    printing = ("print", "queue") in lines or ("print", "enabled") in lines
    scanning = ("scan", "device") in lines or ("scan", "enabled") in lines
    return Draft(
        name=config.site.name if ("site", "name") in lines else None,
        post=config.site.post,
        language=config.display.language,
        pair=config.control.pair if ("control", "pair") in lines else None,
        printer=(config.print.queue if config.print.enabled else "") if printing else None,
        scanner=(config.scan.device if config.scan.enabled else "") if scanning else None,
        known=known,
    )


def answers_of(draft: Draft, asked: Collection[str]) -> Answers:
    """`asked`: the questions that were put."""
    settings: dict[Setting, Any] = {}
    if PLACE in asked:
        settings |= {("site", "name"): draft.name, ("site", "post"): draft.post}
    if LANGUAGE in asked:
        settings["display", "language"] = draft.language
    if HANDS in asked:
        settings["control", "pair"] = draft.pair
    if PRINTER in asked and draft.printer is not None:
        settings["print", "enabled"] = bool(draft.printer)
        settings["print", "queue"] = draft.printer or None
    if SCANNER in asked and draft.scanner is not None:
        settings["scan", "enabled"] = bool(draft.scanner)
        settings["scan", "device"] = draft.scanner or None
    said = {setting: value for setting, value in settings.items() if value is not None}
    return Answers(said, draft.people, draft.devices)


def with_file(draft: Draft, answers: Answers) -> Draft:
    """What a file says goes before what was typed."""
    said = answers.settings
    names = {one.name for one in answers.people}
    people = (*(one for one in draft.people if one.name not in names), *answers.people)
    return replace(
        draft,
        name=said.get(("site", "name"), draft.name),
        post=said.get(("site", "post"), draft.post),
        language=said.get(("display", "language"), draft.language),
        pair=said.get(("control", "pair"), draft.pair),
        printer=_device(said, ("print", "enabled"), ("print", "queue"), draft.printer),
        scanner=_device(said, ("scan", "enabled"), ("scan", "device"), draft.scanner),
        people=people,
    )


def _device(said: Mapping[Setting, Any], enabled: Setting, name: Setting, before: str | None) -> str | None:
    """One that is switched off has no name; one whose name is left to the machine is not chosen here."""
    if not said.get(enabled, True):
        return ""
    return said.get(name) or (None if enabled in said or name in said else before)


def fits(setting: Setting, value: Any) -> bool:
    """Whether the post would take this value."""
    return not load_text("", with_settings("", {setting: value}).encode()).problems


def with_person(draft: Draft, given: Given, again: str) -> tuple[Draft, str]:
    """One more person, or the same draft and what is wrong. `again`: the code as it was typed the second time."""
    others = draft.without(given.name)
    if given.pin != again:
        return draft, "Les deux codes ne sont pas les mêmes."
    fault = person_fault(given.name, given.pin, set(), {one.pin for one in others.people})
    return (draft, fault) if fault else (replace(others, people=(*others.people, given)), "")
