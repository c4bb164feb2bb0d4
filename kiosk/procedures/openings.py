"""How often each site without a procedure was opened: host and count. What tells a site which procedure to write next.

Nothing of the person, and no time. Bounded: the rarest host gives way to a new one.
"""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.procedures.small_files import read_json, write_json

FILE = "openings.json"
MOST = 200
_HOST = re.compile(r"[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,20}")
_LARGEST_COUNT = 1_000_000


def is_host(text: object) -> bool:
    return isinstance(text, str) and len(text) <= 253 and _HOST.fullmatch(text) is not None


class OpeningCounts:
    """Counts in one JSON file: `{"www.exemple.fr": 3}`. What is damaged in it is dropped."""

    def __init__(self, directory: Path) -> None:
        self._file = directory / FILE

    def read(self) -> dict[str, int]:
        found = read_json(self._file)
        if not isinstance(found, dict):
            return {}
        counts = {host: count for host, count in found.items() if is_host(host) and _is_count(count)}
        return dict(sorted(counts.items(), key=_most_first)[:MOST])

    def most_opened(self) -> tuple[tuple[str, int], ...]:
        """The sites to write a procedure for, most opened first."""
        return tuple(sorted(self.read().items(), key=_most_first))

    def add(self, host: str) -> None:
        if not is_host(host):
            return
        counts = self.read()
        if host not in counts and len(counts) >= MOST:
            # Read most opened first: the last is the rarest.
            counts.pop(next(reversed(counts)))
        counts[host] = min(counts.get(host, 0) + 1, _LARGEST_COUNT)
        write_json(self._file, counts)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _LARGEST_COUNT


def _most_first(entry: tuple[str, int]) -> tuple[int, str]:
    return -entry[1], entry[0]
