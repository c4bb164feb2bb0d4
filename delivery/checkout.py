"""The checkout as what is delivered sees it: the files that git does not ignore, the version, one date for all of them.

In a clean checkout everything here is the same for the same commit.
"""

from __future__ import annotations

import os
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".cache"
REQUIREMENTS = ROOT / "requirements.txt"


def version() -> str:
    with (ROOT / "pyproject.toml").open("rb") as file:
        found: str = tomllib.load(file)["project"]["version"]
    return found


def date() -> int:
    """Seconds since 1970 that every delivered file bears: SOURCE_DATE_EPOCH, or else that of the last commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return int(given or _git("log", "-1", "--format=%ct").strip())


def files(folder: str) -> list[Path]:
    """The files under `folder` (or that file) that git tracks or would, but for its own; relative to the checkout."""
    names = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", folder).split("\0")
    paths = [Path(name) for name in sorted(filter(None, names))]
    return [path for path in paths if (ROOT / path).exists() and not path.name.startswith(".git")]


def _git(*words: str) -> str:
    # The checkout may belong to another account than the one that builds.
    command = ("git", "-c", f"safe.directory={ROOT}", "-C", str(ROOT), *words)
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
