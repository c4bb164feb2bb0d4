"""How often a step was not found on the real page: procedure, step, count. What tells a mediator to repair a guide.

The only thing that a session leaves on purpose. It holds nothing of the person, not even when it happened.
"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path


class DriftCounts:
    """Counts in one JSON file: `{"procedure": {"step": 3}}`. A damaged file starts again from nothing."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> dict[str, dict[str, int]]:
        try:
            found = json.loads(self._file.read_bytes())
            return {
                str(procedure): {str(step): int(count) for step, count in steps.items()}
                for procedure, steps in found.items()
            }
        except (OSError, ValueError, AttributeError, TypeError):
            return {}

    def add(self, procedure: str, step: str) -> None:
        """Count one more. A state folder that cannot be written costs the count, never the session."""
        counts = self.read()
        steps = counts.setdefault(procedure, {})
        steps[step] = steps.get(step, 0) + 1
        self._write(counts)

    def clear(self, procedure: str, step: str) -> None:
        """The step was mended."""
        counts = self.read()
        if counts.get(procedure, {}).pop(step, None) is None:
            return
        if not counts[procedure]:
            del counts[procedure]
        self._write(counts)

    def _write(self, counts: dict[str, dict[str, int]]) -> None:
        partial = self._file.with_suffix(".partial")
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text(json.dumps(counts, indent=1, sort_keys=True) + "\n")
            # Whole or not at all: the power may go at any moment.
            os.replace(partial, self._file)
