"""All techniques, each under a name of its own."""

from __future__ import annotations

from collections import Counter

from proof.escapes import hands, pages
from proof.escapes.technique import Technique


def all_techniques() -> tuple[Technique, ...]:
    """Raises ValueError when two have the same name."""
    found: tuple[Technique, ...] = (*hands.TECHNIQUES, *pages.TECHNIQUES)
    if twice := [name for name, times in Counter(one.id for one in found).items() if times > 1]:
        raise ValueError(f"more than one technique is called {twice[0]}")
    return found
