"""What a run says: a line for each technique as it goes, a table by family at the end, or one JSON object."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from proof.escapes.runner import Outcome


def line(outcome: Outcome) -> str:
    how = f"OUT {_ways(outcome)}" if outcome.out else f"NOT TRIED {outcome.untried}" if outcome.untried else "stays"
    return f"{outcome.technique.id:<32} {outcome.seconds:>6.1f} s  {how}"


def table(outcomes: Iterable[Outcome]) -> str:
    """By family: how many were tried, how many got out."""
    families: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        families[one.technique.family].append(one)
    rows = [f"{'family':<28} {'tried':>6} {'out':>4} {'not tried':>10}"]
    for family, ones in sorted(families.items()):
        out, untried = sum(bool(one.out) for one in ones), sum(bool(one.untried) for one in ones)
        rows.append(f"{family:<28} {len(ones) - untried:>6} {out:>4} {untried:>10}")
    every = [one for ones in families.values() for one in ones]
    untried = sum(bool(one.untried) for one in every)
    rows.append(f"{'all':<28} {len(every) - untried:>6} {sum(bool(one.out) for one in every):>4} {untried:>10}")
    return "\n".join(rows)


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
            "seconds": one.seconds,
        }
        for one in outcomes
    ]
    summary = {
        "techniques": len(techniques),
        "out": sum(bool(one["out"]) for one in techniques),
        "not_tried": sum(bool(one["not_tried"]) for one in techniques),
    }
    return json.dumps({**about, **summary, "results": techniques}, ensure_ascii=False, indent=2)


def _ways(outcome: Outcome) -> str:
    return "; ".join(f"{way.value}: {seen}" for way, seen in outcome.out.items())
