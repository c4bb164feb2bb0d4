"""The package as a file: the judge of Debian's packages has nothing to say, and a second build has the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from delivery.checkout import ROOT

pytestmark = [pytest.mark.install, pytest.mark.timeout(1200)]


def test_lintian_finds_no_error_and_nothing_to_warn_of(package: Path) -> None:
    # Not its informations: nearly all are of how the authors of the wheels build.
    words = ("lintian", "--allow-root", "--tag-display-limit", "0", "--fail-on", "error,warning")
    done = subprocess.run((*words, str(package)), capture_output=True, text=True, check=False, timeout=900)
    assert (done.stdout, done.returncode) == ("", 0)


def test_a_second_build_elsewhere_has_the_same_bytes(package: Path, tmp_path: Path) -> None:
    # Another hour of the world, other rights for new files, another language.
    begin = "import sys; from pathlib import Path; from delivery import deb; deb.build(Path(sys.argv[1]), level=1)"
    subprocess.run(
        (str(ROOT / ".venv/bin/python"), "-c", begin, str(tmp_path)),
        check=True,
        cwd=ROOT,
        env={**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
        umask=0o077,
        timeout=900,
    )
    assert _sum(package) == _sum(tmp_path / package.name)


def _sum(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
