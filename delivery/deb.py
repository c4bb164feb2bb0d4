"""The Debian package: the tree, what dpkg wants to know of it, and the scripts of packaging/debian, in one file.

Two builds of one commit give the same bytes: one date, one order, one thread of compression.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from delivery import checkout, tree
from delivery.checkout import ROOT

NAME = "cote-a-cote"
ARCHITECTURE = "amd64"
DEBIAN = ROOT / "packaging" / "debian"
PACKAGES = ROOT / "packaging" / "debian-packages.txt"
SCRIPTS = ("preinst", "postinst", "prerm", "postrm")
# Debian 13 gave these a new name, and only some of them still answer to the old one.
RENAMED = ("libasound2", "libglib2.0-0")
# Of compression. 1 is for packages that are tried and thrown away.
LEVEL = 6
# The system's Python, of a version that the environment has packages for.
PYTHON = "python3 (>= 3.11), python3 (<< 3.12) | python3 (>= 3.13), python3 (<< 3.14)"
# Installed where the product is developed, of no use on a post.
_ELSEWHERE = ("python3", "python3-venv")


def build(folder: Path, level: int = LEVEL) -> Path:
    """Build the package into `folder` and return its file. Takes minutes and 1.5 GB beside it while it works."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{NAME}_{checkout.version()}_{ARCHITECTURE}.deb"
    with tempfile.TemporaryDirectory(dir=folder, prefix="unfinished-") as place:
        root = Path(place) / "root"
        root.mkdir()
        tree.lay_out(root)
        _describe(root)
        unfinished = Path(place) / target.name
        pack(root, unfinished, level)
        os.replace(unfinished, target)
    return target


def depends(packages: str) -> str:
    """The field of that name, from the list of packages, one a line."""
    names = [line for line in packages.splitlines() if line and not line.startswith("#") and line not in _ELSEWHERE]
    alternatives = [f"{name}t64 | {name}" if name in RENAMED else name for name in names]
    return ", ".join((PYTHON, *sorted(alternatives)))


def fields(version: str, size: int) -> str:
    """The control file: `size` is in KiB."""
    return _filled((DEBIAN / "control").read_text(), version, size)


def _filled(text: str, version: str, size: int) -> str:
    values = {"VERSION": version, "SIZE": str(size), "DEPENDS": depends(PACKAGES.read_text())}
    return re.sub(r"@([A-Z]+)@", lambda found: values[found[1]], text)


def _describe(root: Path) -> None:
    control = root / "DEBIAN"
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    settings = [path for path in files if path.is_relative_to(root / "etc")]
    sums = "".join(f"{_md5(path)}  {path.relative_to(root)}\n" for path in files if path not in settings)
    # In KiB, each file rounded up and 1 for each folder and link, as Debian counts.
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    size += sum(1 for path in root.rglob("*") if path.is_symlink() or path.is_dir())
    kept = [f"/{path.relative_to(root)}\n" for path in settings]
    control.mkdir()
    (control / "control").write_text(fields(checkout.version(), size))
    (control / "md5sums").write_text(sums)
    if kept:
        (control / "conffiles").write_text("".join(kept))
    shutil.copyfile(DEBIAN / "triggers", control / "triggers")
    for script in SCRIPTS:
        if (DEBIAN / script).exists():
            (control / script).write_text(_filled((DEBIAN / script).read_text(), checkout.version(), size))
    for path in (*control.iterdir(), control, root):
        path.chmod(0o755 if path.is_dir() or path.name in SCRIPTS else 0o644)
        os.utime(path, (checkout.date(), checkout.date()))


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def pack(root: Path, target: Path, level: int = LEVEL) -> None:
    """One file of a tree that has its DEBIAN folder."""
    # zstd: an old computer unpacks it several times faster than xz, and it is made in seconds instead of minutes.
    how = ("--root-owner-group", "--no-uniform-compression", "--threads-max=1", "-Zzstd", f"-z{level}")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(checkout.date())}
    subprocess.run(
        ("dpkg-deb", *how, "--build", str(root), str(target)),
        check=True,
        env=environment,
        stdout=subprocess.DEVNULL,
        timeout=1800,
    )
