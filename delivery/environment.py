"""The Python environment of a post, one folder that serves Debian 12 and Debian 13.

It has the shape of a virtual environment whose interpreter is the system's own `python3`: that one looks under
`lib/pythonX.Y` by its own version, so both sets of compiled packages lie beside each other and the right one is taken,
also after Debian itself went from 12 to 13. What is the same for both (Qt, OpenCV, plain Python) is in `common`, once.
"""

from __future__ import annotations

import filecmp
import os
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

FOLDER = "environment"
# Files of wheels that a running program never opens: types, headers, sources of extensions, tests, notes of installers.
_NEVER_OPENED = (".pyi", ".pyx", ".pxd", ".pxi", ".h", ".hpp", ".c", ".cpp", ".cc", ".a", ".prl", ".cmake")
_NOTES = ("RECORD", "WHEEL", "INSTALLER", "REQUESTED", "direct_url.json")
_SAME_FROM = 64 << 10  # bytes: below, a link saves nothing


def unpack(wheels: Mapping[str, Sequence[Path]], program: Path) -> Path:
    """Make the environment for these wheels (by version of Python) beside the program; return its folder."""
    root = program / FOLDER
    (root / "bin").mkdir(parents=True)
    (root / "bin" / "python3").symlink_to("/usr/bin/python3")
    (root / "pyvenv.cfg").write_text("home = /usr/bin\ninclude-system-site-packages = false\n")
    common = root / "common"
    everywhere = set.intersection(*({wheel.name for wheel in each} for each in wheels.values()))
    for wheel in next(iter(wheels.values())):
        if wheel.name in everywhere:
            _extract(wheel, common)
    folders = {python: root / "lib" / f"python{python}" / "site-packages" for python in wheels}
    for python, each in wheels.items():
        for wheel in each:
            if wheel.name not in everywhere:
                _extract(wheel, folders[python])
        # Relative to this file: what is common, then the program itself.
        (folders[python] / "cote-a-cote.pth").write_text("../../../common\n../../../..\n")
    first, *others = folders.values()
    for other in others:
        _share(first, other)
    return root


def _extract(wheel: Path, target: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            path = PurePosixPath(entry.filename)
            if path.is_absolute() or ".." in path.parts:
                raise ValueError(f"{wheel.name}: {entry.filename}")
            if path.parts[0].endswith(".data"):
                if path.parts[1] not in ("purelib", "platlib"):
                    continue  # commands and manuals of a package: the post has its own
                path = PurePosixPath(*path.parts[2:])
            if entry.is_dir() or not wanted(path):
                continue
            to = target / path
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(archive.read(entry))
            to.chmod(0o755 if entry.external_attr >> 16 & 0o111 and path.parts[-2:-1] == ("libexec",) else 0o644)


def wanted(path: PurePosixPath) -> bool:
    """Whether a file of a wheel is any use to a running program."""
    if path.parts[0].endswith(".dist-info"):
        return path.name not in _NOTES
    if path.suffix in _NEVER_OPENED or path.name == "py.typed":
        return False
    return not {"tests", "testing_data"} & set(path.parts[:-1])


def _share(first: Path, other: Path) -> None:
    """Large files that both sets have alike (libraries that came with a wheel) become links in the second."""
    for file in sorted(other.rglob("*")):
        twin = first / file.relative_to(other)
        if file.is_symlink() or not file.is_file() or not twin.is_file() or file.stat().st_size < _SAME_FROM:
            continue
        if filecmp.cmp(file, twin, shallow=False):
            file.unlink()
            file.symlink_to(os.path.relpath(twin, file.parent))
