"""What a run says: a line for each technique as it goes, a table by family at the end, or one JSON object."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from proof.escapes.runner import Outcome
from proof.escapes.unproven import is_proven, why_not


def line(outcome: Outcome) -> str:
    how = f"OUT {_ways(outcome)}" if outcome.out else f"NOT TRIED {outcome.untried}" if outcome.untried else "stays"
    return f"{outcome.technique.id:<32} {outcome.seconds:>6.1f} s  {how}"


def table(outcomes: Iterable[Outcome]) -> str:
    """By family: how many were tried, how many got out, how many have no weakened twin that they get out of."""
    families: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        families[one.technique.family].append(one)
    rows = [f"{'family':<28} {'tried':>6} {'out':>4} {'not tried':>10} {'unproven':>9}"]
    for family, ones in sorted(families.items()):
        rows.append(_row(family, ones))
    rows.append(_row("all", [one for ones in families.values() for one in ones]))
    return "\n".join(rows)


def _row(name: str, ones: Sequence[Outcome]) -> str:
    out, untried = sum(bool(one.out) for one in ones), sum(bool(one.untried) for one in ones)
    unproven = sum(not is_proven(one.technique) for one in ones)
    return f"{name:<28} {len(ones) - untried:>6} {out:>4} {untried:>10} {unproven:>9}"


def as_json(outcomes: Iterable[Outcome], **about: object) -> str:
    techniques = [
        {
            "id": one.technique.id,
            "family": one.technique.family,
            "title": one.technique.title,
            "tries": one.technique.tries,
            "scene": one.technique.scene.value,
            "would_show": [way.value for way in one.technique.shows],
            "out": {way.value: seen for way, seen in one.out.items()},
            "not_tried": one.untried,
            "proven": is_proven(one.technique),
            "why_unproven": why_not(one.technique),
            "seconds": one.seconds,
        }
        for one in outcomes
    ]
    summary = {
        "techniques": len(techniques),
        "out": sum(bool(one["out"]) for one in techniques),
        "not_tried": sum(bool(one["not_tried"]) for one in techniques),
        "proven_by_a_twin": sum(bool(one["proven"]) for one in techniques),
        "unproven": sum(not one["proven"] for one in techniques),
    }
    return json.dumps({**about, **summary, "results": techniques}, ensure_ascii=False, indent=2)


def _ways(outcome: Outcome) -> str:
    return "; ".join(f"{way.value}: {seen}" for way, seen in outcome.out.items())
