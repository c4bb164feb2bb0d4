"""Techniques that are tried, and were never seen to get out of any weakened kiosk: they prove less than the others.

Counted apart everywhere. A technique without a weakness belongs to them as well.
"""

from __future__ import annotations

from proof.escapes.technique import Technique

_NEVER_OUT: frozenset[str] = frozenset()
"""Under the weakness that they name, nothing showed."""


def is_proven(technique: Technique) -> bool:
    """Whether it has a weakened twin, under which it must get out."""
    return bool(technique.weakness) and technique.id not in _NEVER_OUT
