"""Settings written into a TOML text that people wrote too: their comments, order and other keys stay as they are.

Changes the fewest lines, then reads its own work again: a text that would say anything else than what was meant is
never given back.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kiosk.config.positions import key_lines

Setting = tuple[str, str]
"""A section and its key."""


class TooUnusualError(ValueError):
    """The text is right, but written in a way that cannot be changed line by line (`site.name = …`, `[[site]]`)."""


def with_settings(text: str, settings: Mapping[Setting, Any]) -> str:
    """The same text with these settings. Raises TooUnusualError; ValueError when the text is no TOML."""
    meant = tomllib.loads(text)
    changed = text
    for (section, key), value in settings.items():
        plain = as_toml_value(value)
        there = meant.setdefault(section, {})
        if not isinstance(there, dict):
            raise TooUnusualError
        if key not in there or there[key] != plain:
            there[key] = plain
            changed = _with_one(changed, section, key, f"{key} = {as_toml(plain)}")
    if tomllib.loads(changed) != meant:
        raise TooUnusualError
    return changed


def as_toml_value(value: Any) -> Any:
    """What TOML can say of a setting's value."""
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, tuple | list):
        return [as_toml_value(one) for one in value]
    if isinstance(value, dict):
        return {name: as_toml_value(one) for name, one in value.items()}
    return value


def as_toml(value: Any) -> str:
    if isinstance(value, dict):
        inside = ", ".join(f"{_quoted(name)} = {as_toml(one)}" for name, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(as_toml, value))}]"
    # Of these, JSON's way is TOML's way.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def _with_one(text: str, section: str, key: str, statement: str) -> str:
    places = key_lines(text)
    lines = text.split("\n")
    if (place := places.get((section, key))) is not None:
        start = place - 1
        end = _end_of_statement(lines, start)
        lines[start:end] = [statement + _comment_after(lines[start:end])]
    elif (section,) in places:
        start = _last_line_of(lines, section, places)
        lines[start:start] = [statement]
    else:
        while lines and not lines[-1].strip():
            lines.pop()
        lines += [*([""] if lines else []), f"[{section}]", statement, ""]
    return "\n".join(lines)


def _last_line_of(lines: Sequence[str], section: str, places: Mapping[tuple[str, ...], int]) -> int:
    """Where one more key of this section goes: after its last one."""
    starts = [place - 1 for path, place in places.items() if path[0] == section and len(path) <= 2]
    return _end_of_statement(lines, max(starts))


def _end_of_statement(lines: Sequence[str], start: int) -> int:
    for end in range(start + 1, len(lines) + 1):
        try:
            tomllib.loads("\n".join(lines[start:end]))
        except ValueError:
            continue
        return end
    raise TooUnusualError


def _comment_after(lines: Sequence[str]) -> str:
    """What somebody noted behind a value of one line."""
    if len(lines) != 1:
        return ""
    line = lines[0]
    for place, letter in enumerate(line):
        if letter == "#":
            try:
                tomllib.loads(line[:place])
            except ValueError:
                continue
            return "  " + line[place:]
    return ""
