"""Can a target be two things? And is it a proof of anything? Pure: knows the model and how names are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from kiosk.procedures import model
from kiosk.procedures.conditions import leaves
from kiosk.procedures.engine import LOOK_AHEAD
from kiosk.procedures.lint.finding import Finding, Walk, walks
from kiosk.procedures.model import Condition, Procedure, Step, Target
from kiosk.procedures.written import Path

_FEWEST_LETTERS = 3


def check(procedure: Procedure) -> Iterator[Finding]:
    for place, step in enumerate(procedure.steps):
        path: Path = ("steps", place)
        if step.target is not None:
            yield from _vague((*path, "target"), step.target)
        for where, target in _in_condition((*path, "done"), step.done):
            yield from _vague(where, target)
        yield from _by_chance(path, step)
    for walk in walks(procedure):
        yield from _same_twice(walk)
        yield from _one_in_another(walk)


def _vague(path: Path, target: Target) -> Iterator[Finding]:
    """A name of stars, or of so few letters that anything has them."""
    letters = target.name.replace("*", "").strip()
    if "*" in target.name and len(letters) < _FEWEST_LETTERS:
        what = f"« {target.name} » désigne trop de choses sur une page."
        yield Finding("cible-double", (*path, "name"), what, "les mots écrits sur le bouton, le lien ou le champ")
    seen: set[tuple[str, str]] = {(target.role, target.name)}
    for number, other in enumerate(target.or_):
        yield from _vague((*path, "or", number), other)
        if (other.role, other.name) in seen:
            what = f"« {other.name} » est déjà dans cette liste."
            yield Finding("cible-double", (*path, "or", number), what, "un autre nom, ou une ligne de moins")
        seen.add((other.role, other.name))


def _in_condition(path: Path, condition: Condition | None) -> Iterator[tuple[Path, Target]]:
    match condition:
        case model.Visible(visible=target):
            yield (*path, "visible"), target
        case model.Filled(filled=target):
            yield (*path, "filled"), target
        case model.Gone(gone=target):
            yield (*path, "gone"), target
        case model.All(all=parts):
            for number, part in enumerate(parts):
                yield from _in_condition((*path, "all", number), part)
        case model.AnyOf(any=parts):
            for number, part in enumerate(parts):
                yield from _in_condition((*path, "any", number), part)


def _by_chance(path: Path, step: Step) -> Iterator[Finding]:
    """What a step points at is there from its beginning: that it is visible proves nothing."""
    if step.target is None:
        return
    if any(_comes_true_with(step.done, leaf) for leaf in leaves(step.target)):
        what = f"L'étape « {step.id} » est faite dès que sa cible est visible, sans que personne n'ait rien fait."
        yield Finding("preuve-par-hasard", (*path, "done"), what, "ce qui apparaît, disparaît ou se remplit ensuite")


def _comes_true_with(condition: Condition | None, leaf: Target) -> bool:
    match condition:
        case model.Visible(visible=target):
            return leaf in leaves(target)
        case model.AnyOf(any=parts):
            return any(_comes_true_with(part, leaf) for part in parts)
        case model.All(all=parts):
            return all(_comes_true_with(part, leaf) for part in parts)
        case _:
            return False


def _same_twice(walk: Walk) -> Iterator[Finding]:
    for (_, step), (place, later) in pairwise(walk):
        if step.target is None or step.target != later.target:
            continue
        if step.gesture == later.gesture and step.done is not None:
            # "Continue", and "Continue" again on the next page.
            continue
        what = f"Les étapes « {step.id} » et « {later.id} » montrent la même chose."
        expected = "« done » à la première" if step.gesture == later.gesture else "une autre cible, ou une seule étape"
        yield Finding("cible-double", ("steps", place, "target"), what, expected)


def _one_in_another(walk: Walk) -> Iterator[Finding]:
    """On one page, a name with stars that is the name of another step's target: which one is meant?"""
    for number, (place, step) in enumerate(walk):
        if step.target is None:
            continue
        for _, other in _on_the_same_page(walk, number):
            if other.target is None or other.target == step.target:
                continue
            for leaf in leaves(step.target):
                if leaf.role == other.target.role and _means_more(leaf.name, other.target.name):
                    what = f"« {leaf.name} » désigne aussi la cible de l'étape « {other.id} »."
                    yield Finding("cible-double", ("steps", place, "target"), what, "un nom plus précis")


def _on_the_same_page(walk: Walk, number: int) -> Iterator[tuple[int, Step]]:
    """The steps near this one, as far as no address, download or disappearance says that the page is another."""
    for near in range(number + 1, min(number + LOOK_AHEAD, len(walk) - 1) + 1):
        if _changes_page(walk[near - 1][1]):
            break
        yield walk[near]
    for near in range(number - 1, max(number - LOOK_AHEAD, 0) - 1, -1):
        if _changes_page(walk[near][1]):
            break
        yield walk[near]


def _changes_page(step: Step) -> bool:
    """A field that is filled leaves the page as it is; whatever else may lead to another."""
    return step.gesture in ("click", "send")


def _means_more(pattern: str, name: str) -> bool:
    """Whether a name with stars is also the name of something else: "*code*" of "Code postal", not of "*code*"."""
    wanted, other = _compared(pattern), _compared(name)
    if "*" not in wanted or wanted.strip("* ") == other.strip("* "):
        return False
    return re.fullmatch(".*".join(re.escape(part) for part in wanted.split("*")), other, re.DOTALL) is not None


def _compared(name: str) -> str:
    """As the page's names are compared: without accents, case or repeated blanks."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    return " ".join("".join(letter for letter in folded if not unicodedata.combining(letter)).split())
