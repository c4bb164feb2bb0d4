"""Small files of the post's state folder: read whole, written whole, never trusted, never in the way of a session."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any

LARGEST = 256 * 1024


def read_json(file: Path) -> Any:
    """What is in it; None when there is nothing that can be read."""
    try:
        with file.open("rb") as opened:
            return json.loads(opened.read(LARGEST))
    except (OSError, ValueError, RecursionError):
        return None


def write_json(file: Path, content: object) -> None:
    """Whole or not at all: the power may go at any moment. A folder that cannot be written costs the content."""
    partial = file.with_suffix(".partial")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n")
        os.replace(partial, file)
