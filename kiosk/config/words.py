"""What a setting may be, and what was written instead, in words fit for one line of a screen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Literal, get_args, get_origin

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo

from kiosk import languages
from kiosk.config.model import LANGUAGE


def choices_of(kind: FieldInfo) -> Sequence[str]:
    """The words that a setting may be, where they are counted."""
    if LANGUAGE in kind.metadata:
        return languages.codes()
    return [str(word) for word in get_args(kind.annotation)] if get_origin(kind.annotation) is Literal else []


def accepted_by(kind: FieldInfo) -> str:
    """What a setting may be, in words."""
    if kind.description:
        return kind.description
    if words := choices_of(kind):
        return one_of(words)
    if kind.annotation is bool:
        return "true ou false"
    low = next(limit.ge for limit in kind.metadata if isinstance(limit, Ge))
    high = next(limit.le for limit in kind.metadata if isinstance(limit, Le))
    return f"un nombre entier, de {low} à {high}"


def one_of(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} ou {last}" if first else last


def as_written(value: object) -> str:
    """A value as TOML writes it, or nearly: `"60"` and `60` are not the same mistake."""
    return short(json.dumps(value, ensure_ascii=False, default=str))


def short(text: str) -> str:
    """What was written, fit for one line of a screen."""
    text = "".join(character if character.isprintable() else "?" for character in text[:200])
    return text if len(text) <= 60 else text[:59] + "…"
