"""How often a step was not found on the real page: procedure, step, count. What tells a mediator to repair a guide.

The only thing that a session leaves on purpose. It holds nothing of the person, not even when it happened.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.procedures.small_files import read_json, write_json

FILE = "drifts.json"
_LARGEST_COUNT = 1_000_000


class DriftCounts:
    """Counts in one JSON file: `{"procedure": {"step": 3}}`. A damaged file starts again from nothing."""

    def __init__(self, directory: Path) -> None:
        """`directory`: the post's state folder."""
        self._file = directory / FILE

    def read(self) -> dict[str, dict[str, int]]:
        try:
            return {
                str(procedure): {str(step): min(max(0, int(count)), _LARGEST_COUNT) for step, count in steps.items()}
                for procedure, steps in read_json(self._file).items()
            }
        except (ValueError, AttributeError, TypeError, OverflowError):
            return {}

    def add(self, procedure: str, step: str) -> None:
        """Count one more. A state folder that cannot be written costs the count, never the session."""
        counts = self.read()
        steps = counts.setdefault(procedure, {})
        steps[step] = steps.get(step, 0) + 1
        write_json(self._file, counts)

    def clear(self, procedure: str, step: str) -> None:
        """The step was mended."""
        counts = self.read()
        if counts.get(procedure, {}).pop(step, None) is None:
            return
        if not counts[procedure]:
            del counts[procedure]
        write_json(self._file, counts)
