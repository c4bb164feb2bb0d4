"""Does a walk go forward? Finds loops, steps that nobody reaches, and conditions that can never come true.

A loop, here: the page that ends one step already ends another one, near enough for the engine to see both (its
LOOK_AHEAD). A step would then be called done before anybody did it, and those between would never be shown.
Pure. Knows the engine's reach and the conditions, judges no page.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.procedures import model
from kiosk.procedures.conditions import Before, Facts, holds, leaves, match_address
from kiosk.procedures.engine import LOOK_AHEAD
from kiosk.procedures.lint.finding import Finding, Walk, walks
from kiosk.procedures.model import Condition, Procedure

_OTHER_PAGE = "une autre page, ou une autre preuve que l'étape est faite"


def check(procedure: Procedure) -> Iterator[Finding]:
    yield from _cases(procedure)
    for walk in walks(procedure):
        yield from _loops(walk, procedure.start.removeprefix("https://"))
    for place, step in enumerate(procedure.steps):
        yield from _impossible(("steps", place, "done"), step.done)
        if step.papers is not None:
            yield from _other_service(place, step)


# --- loops --------------------------------------------------------------------------------------------------------


def _loops(walk: Walk, start: str) -> Iterator[Finding]:
    if "/" not in start:
        start += "/"
    for place, step in walk[: LOOK_AHEAD + 1]:
        if _is_met(step.done, start, at_once=step is walk[0][1]):
            what = f"L'étape « {step.id} » est déjà faite à l'adresse du début : le guide ne la montre pas."
            yield Finding("boucle", ("steps", place, "done"), what, _OTHER_PAGE)
    for number, (_, step) in enumerate(walk):
        for reach, (place, later) in enumerate(walk[number + 1 : number + 1 + LOOK_AHEAD]):
            if any(_is_met(later.done, page, at_once=reach == 0) for page in _pages(step.done)):
                what = f"La page qui termine l'étape « {step.id} » termine aussi l'étape « {later.id} »"
                what += " : le guide ne la montre pas." if reach == 0 else " : le guide saute celles du milieu."
                yield Finding("boucle", ("steps", place, "done"), what, _OTHER_PAGE)
            elif reach == 0 and _is_still_true(step.done, later.done):
                what = f"Ce qui termine l'étape « {step.id} » termine aussi l'étape « {later.id} »."
                yield Finding("boucle", ("steps", place, "done"), what, _OTHER_PAGE)


def _is_met(condition: Condition | None, page: str, *, at_once: bool) -> bool:
    """Whether a page's address alone ends a step. The engine looks ahead at plain addresses only."""
    match condition:
        case model.Address(address=pattern):
            return match_address(pattern, page)
        case model.AnyOf(any=parts) if at_once:
            return any(_is_met(part, page, at_once=True) for part in parts)
        case model.All(all=parts) if at_once:
            return all(_is_met(part, page, at_once=True) for part in parts)
        case _:
            return False


def _pages(condition: Condition | None) -> Iterator[str]:
    """The addresses where the page must be once a condition holds, each as short as its pattern allows."""
    match condition:
        case model.Address(address=pattern):
            yield pattern.replace("*", "")
        case model.All(all=parts):
            for part in parts:
                yield from _pages(part)


def _is_still_true(before: Condition | None, after: Condition | None) -> bool:
    """Whether a condition that just came true is the next one too. What arrives or goes must do so again."""
    match before, after:
        case (model.Visible(visible=one), model.Visible(visible=other)) | (
            model.Filled(filled=one),
            model.Filled(filled=other),
        ):
            return set(leaves(one)) <= set(leaves(other))
        case (model.AnyOf(), model.AnyOf()) | (model.All(), model.All()):
            return before == after and _is_lasting(before)
        case _:
            return False


def _is_lasting(condition: Condition | None) -> bool:
    match condition:
        case model.AnyOf(any=parts) | model.All(all=parts):
            return all(_is_lasting(part) for part in parts)
        case model.Visible() | model.Filled() | model.Address():
            return True
        case _:
            return False


# --- what nobody reaches ------------------------------------------------------------------------------------------


def _cases(procedure: Procedure) -> Iterator[Finding]:
    met: dict[str, int] = {}
    ways: dict[tuple[str, ...], str] = {}
    for number, case in enumerate(procedure.cases):
        path = ("cases", number)
        if case.id in met:
            what = f"Le cas « {case.id} » est écrit deux fois : personne n'arrive au deuxième."
            yield Finding("inaccessible", path, what, "un autre « id »")
            continue
        met[case.id] = number
        way = tuple(step.id for step in procedure.steps_for(case.id))
        if not way:
            what = f"Le cas « {case.id} » n'a aucune étape."
            yield Finding("inaccessible", path, what, f"une étape avec « cases: [{case.id}] »")
        elif way in ways:
            what = f"Les cas « {ways[way]} » et « {case.id} » ont les mêmes étapes : la question ne sert à rien."
            yield Finding("inaccessible", path, what, f"une étape avec « cases: [{case.id}] », ou un cas de moins")
        ways.setdefault(way, case.id)


def _impossible(path: tuple[str | int, ...], condition: Condition | None) -> Iterator[Finding]:
    match condition:
        case model.AnyOf(any=parts):
            for number, part in enumerate(parts):
                yield from _impossible((*path, "any", number), part)
        case model.All(all=parts):
            for number, part in enumerate(parts):
                yield from _impossible((*path, "all", number), part)
                if any(_excludes(part, other) for other in parts[number + 1 :]):
                    what = "Cette condition ne peut pas être vraie : une partie empêche l'autre."
                    yield Finding("impossible", (*path, "all", number), what, "« any » au lieu de « all »")


def _excludes(one: Condition, other: Condition) -> bool:
    match one, other:
        case model.Address(address=first), model.Address(address=second):
            return not (_may_be(first, second) or _may_be(second, first))
        case (model.Visible(visible=seen), model.Gone(gone=gone)) | (
            model.Gone(gone=gone),
            model.Visible(visible=seen),
        ):
            return set(leaves(seen)) <= set(leaves(gone))
        case _:
            return False


def _may_be(pattern: str, other: str) -> bool:
    """Two patterns with stars inside may always meet; one without a star is an address."""
    return match_address(pattern, other) if "*" not in other else _host(pattern) == _host(other) and "*" in pattern


def _host(pattern: str) -> str:
    return pattern.partition("/")[0].lower()


def _other_service(place: int, step: model.Step) -> Iterator[Finding]:
    opened = Facts(served=(step.papers or "",))
    if isinstance(step.done, model.Served) and not holds(step.done, opened, Before()):
        what = f"Le bouton de l'étape « {step.id} » ouvre « {step.papers} », et l'étape attend « {step.done.served} »."
        yield Finding("impossible", ("steps", place, "done"), what, nearest=f"served: {step.papers}")
