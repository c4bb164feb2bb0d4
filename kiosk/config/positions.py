"""On which line of a TOML file each key is written: `tomllib` gives the values, not their places.

Works by cutting the file into statements, each being the fewest lines that `tomllib` accepts by themselves.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

# A longer statement is given up, with the lines after it: a file may be made of one endless list.
_LONGEST_STATEMENT = 200
_DEEPEST = 8
"""Deeper than any setting is written."""
_MOST_DOTS = 200
_BETWEEN_NAMES = re.compile(r"[^\w\s.\"'-]|\n")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")

Path = tuple[str, ...]


def is_endless(text: str) -> bool:
    """Whether a name has more parts than anything has, `a.a.a.a...`: the parser's memory grows with their square."""
    return any(run.count(".") > _MOST_DOTS for run in _BETWEEN_NAMES.split(text))


def key_lines(text: str) -> Mapping[Path, int]:
    """The line, from 1, of each table and key of a valid TOML text, by its path: `("session", "idle_seconds")`."""
    lines = text.split("\n")
    found: dict[Path, int] = {}
    table: Path = ()
    start = 0
    while start < len(lines):
        end, statement = _statement(lines, start)
        if statement is None:
            break
        paths = _paths(statement)
        if lines[start].lstrip().startswith("["):
            table = max(paths, key=len, default=())
            paths = [table[:depth] for depth in range(1, len(table) + 1)]
            prefix: Path = ()
        else:
            prefix = table
        for path in paths:
            found.setdefault((*prefix, *path), start + 1)
        start = end
    return found


def syntax_error_place(error: tomllib.TOMLDecodeError) -> tuple[int, int] | None:
    """Line and column, from 1, or None at the end of the file. Python says it in the message only, until 3.14."""
    place = _PLACE.search(str(error))
    return (int(place[1]), int(place[2])) if place else None


def _statement(lines: list[str], start: int) -> tuple[int, Mapping[str, Any] | None]:
    """The end of the statement that begins at `start`, and its content (None: no end was found)."""
    for end in range(start + 1, min(len(lines), start + _LONGEST_STATEMENT) + 1):
        try:
            return end, tomllib.loads("\n".join(lines[start:end]))
        except (ValueError, RecursionError):
            continue
    return start, None


def _paths(content: object, above: Path = ()) -> list[Path]:
    """Every path of the tables in `content`, parents first. Lists of tables count as one table."""
    if isinstance(content, list) and content and isinstance(content[0], dict):
        content = content[0]
    if not isinstance(content, dict) or len(above) >= _DEEPEST:
        return []
    paths: list[Path] = []
    for key, value in content.items():
        paths += [(*above, key), *_paths(value, (*above, key))]
    return paths
