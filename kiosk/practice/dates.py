"""Days and months as the practice services write, ask and refuse them. Pure."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
    *("août", "septembre", "octobre", "novembre", "décembre"),
)
_OLDEST = 1900


def month_name(today: date, back: int) -> str:
    """The month `back` months before `today`'s: « août 2025 »."""
    month = today.year * 12 + today.month - 1 - back
    return f"{_MONTHS[month % 12]} {month // 12}"


def last_months(today: date) -> tuple[str, str, str]:
    """The three months before this one, oldest first."""
    return (month_name(today, 3), month_name(today, 2), month_name(today, 1))


def in_full(day: date) -> str:
    """« 3 juin 2025 »."""
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"


def parse_day(typed: str) -> date | None:
    """A day written jj/mm/aaaa (also with dots, dashes or blanks), or None."""
    parts = re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", typed.strip())
    if parts is None:
        return None
    day, month, year = (int(part) for part in parts.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def birth_problem(typed: str, today: date) -> str:
    """Why this cannot be a birth date, as a sentence; empty when it can."""
    day = parse_day(typed)
    if day is None:
        return "Écrivez la date comme ceci : 03/06/1982."
    if day > today:
        return "Cette date n'est pas encore passée. Vérifiez l'année."
    return "Vérifiez l'année de naissance." if day.year < _OLDEST else ""
