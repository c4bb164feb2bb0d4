"""The names of the hostile web. All are answered inside of the network process; only the allow-list keeps them apart."""

from __future__ import annotations

TRAP = "piege.exercice"
"""Where the procedure under proof begins."""
FRIEND = "complice.exercice"
"""Another origin that the procedure allows: what the page cannot do to itself, it has done from there."""
OUTSIDE = "dehors.exercice"
"""Not allowed. That it is asked for anything at all is an escape."""

ALLOWED = (TRAP, FRIEND)
CERTIFIED = (TRAP, FRIEND, OUTSIDE, f"*.{OUTSIDE}", f"x{TRAP}", f"*.{TRAP}")
SUFFIXES = (TRAP, FRIEND, OUTSIDE)
"""Endings that lead to the hostile web rather than to the practice administration."""
