"""Mending a step whose place on the page has changed: the new target first, the old one after it. Pure."""

from __future__ import annotations

from kiosk.procedures.model import All, AnyOf, Condition, Filled, Gone, Procedure, Step, Target, Visible
from kiosk.procedures.recording.draft import changed, with_hosts
from kiosk.procedures.recording.noted import Noted
from kiosk.procedures.recording.steps import target_of

_MOST_OTHERS = 6


def repaired(procedure: Procedure, step_id: str, shown: Noted) -> Procedure:
    """The procedure whose step points at what was shown. Unchanged where what was shown has no name to look for."""
    new = target_of(shown)
    step = next((one for one in procedure.steps if one.id == step_id), None)
    if new is None or step is None:
        return procedure
    target = _joined(new, step.target)
    steps = tuple(_with(one, step.target, target, this=one.id == step_id) for one in procedure.steps)
    return changed(procedure, steps=steps, allow=with_hosts(procedure, [shown.host]))


def _joined(new: Target, old: Target | None) -> Target:
    others: list[Target] = []
    for leaf in (*(old.alternatives if old is not None else ()), *new.or_):
        plain = Target(role=leaf.role, name=leaf.name)
        if plain not in others and (plain.role, plain.name) != (new.role, new.name):
            others.append(plain)
    return Target(role=new.role, name=new.name, or_=tuple(others[:_MOST_OTHERS]))


def _with(step: Step, old: Target | None, new: Target, *, this: bool) -> Step:
    """Wherever a proof speaks of the old place, the new one counts too."""
    fields: dict[str, object] = {"target": new} if this else {}
    if old is not None and step.done is not None:
        fields["done"] = _proof(step.done, old, new)
    return step.model_copy(update=fields)


def _proof(condition: Condition, old: Target, new: Target) -> Condition:
    match condition:
        case Filled(filled=target) if target == old:
            return Filled(filled=new)
        case Visible(visible=target) if target == old:
            return Visible(visible=new)
        case Gone(gone=target) if target == old:
            return Gone(gone=new)
        case All(all=parts):
            return All(all=tuple(_proof(part, old, new) for part in parts))
        case AnyOf(any=parts):
            return AnyOf(any=tuple(_proof(part, old, new) for part in parts))
    return condition
