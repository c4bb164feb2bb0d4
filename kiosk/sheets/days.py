"""Days as IT reads them, in French whatever the machine's language."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def said(day: date) -> str:
    """Example: 3 mai 2025."""
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"
