"""The files of the package, laid out as on a post's disk.

What goes where is said by packaging/debian/contents and, for what systemd, udev and their like read, by
packaging/system/places. Everything is made from the checkout and wheels alone; modes and dates are those of nobody.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from delivery import checkout, environment, qt, wheels
from delivery.checkout import ROOT

PROGRAM = Path("opt/cote-a-cote")
CONTENTS = Path("packaging/debian/contents")
PLACES = Path("packaging/system/places")


class Line(NamedTuple):
    source: Path
    target: Path
    mode: int | None


def table() -> list[Line]:
    """Both tables as one: path in the checkout, place on the post (without its first slash), mode if one is given."""
    lines = [Line(Path(words[0]), _place(words[1]), _mode(words[2:])) for words in _words(ROOT / CONTENTS)]
    folder = PLACES.parent
    return lines + [Line(folder / words[0], _place(words[1]), 0o644) for words in _words(ROOT / PLACES)]


def _words(file: Path) -> list[list[str]]:
    return [line.split() for line in file.read_text().splitlines() if line.strip() and not line.startswith("#")]


def _place(text: str) -> Path:
    return Path(text.lstrip("/"))


def _mode(words: list[str]) -> int | None:
    return int(words[0], 8) if words else None


def lay_out(root: Path) -> None:
    """Write every file of the package below `root`, which must be an empty folder."""
    for line in table():
        files = checkout.files(str(line.source))
        if not files:
            raise FileNotFoundError(f"{line.source}: no such file, see {CONTENTS} and {PLACES}")
        for file in files:
            _copy(ROOT / file, root / line.target / file.relative_to(line.source), line.mode)
    program = root / PROGRAM
    _compile_words(program / "assets" / "locale")
    folder = environment.unpack({python: wheels.fetched(python) for python in wheels.PYTHONS}, program)
    qt.prune(folder, program, {file.stem for file in (program / "assets" / "locale").glob("*.yaml")})
    _same_for_everybody(root)


def _copy(source: Path, target: Path, mode: int | None) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.suffix == ".gz" and source.suffix != ".gz":
        # No name and no date in it: the same bytes each time.
        target.write_bytes(gzip.compress(source.read_bytes(), 9, mtime=0))
    else:
        shutil.copyfile(source, target)
    target.chmod(mode if mode is not None else 0o755 if source.stat().st_mode & 0o100 else 0o644)


def _compile_words(folder: Path) -> None:
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    for file in sorted(folder.glob("*.ts")):
        command = (str(lrelease), "-silent", str(file), "-qm", str(file.with_suffix(".qm")))
        subprocess.run(command, check=True, timeout=60)


def _same_for_everybody(root: Path) -> None:
    """One date, and modes that depend on no umask."""
    date = checkout.date()
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        os.utime(path, (date, date), follow_symlinks=False)
