"""Techniques that are tried, and were never seen to get out of any weakened kiosk: they prove less than the others.

Counted apart everywhere, each with what was measured. A technique without a weakness belongs to them as well.
"""

from __future__ import annotations

from collections.abc import Mapping

from proof.escapes.technique import Technique

_NEVER_OUT: Mapping[str, str] = {}
"""Under the weakness that they name, nothing showed: why not, by their id."""


def why_not(technique: Technique) -> str:
    """What was measured instead; empty for one that is proven."""
    return _NEVER_OUT.get(technique.id, "")


def is_proven(technique: Technique) -> bool:
    """Whether it has a weakened twin, under which it must get out."""
    return bool(technique.weakness) and technique.id not in _NEVER_OUT
