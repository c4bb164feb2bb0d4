"""A clean Debian, as small as Debian makes one: what is installed in it leaves no trace on this machine.

A system is a few read-only layers (a fresh Debian; the packages that ours asks for, fetched) and one of its own above.
Commands in it have their own processes, mounts, names and network: none, unless they fetch a layer. They cannot write
what the kernel is told under /proc/sys. The layers are kept in .cache/clean and made anew when their recipe changes.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from delivery import deb
from delivery.checkout import CACHE

CLEAN = CACHE / "clean"
PACKAGE = "/srv/the.deb"
"""Where a system sees the package that is tried in it."""
_SOURCES = ("/etc/apt/sources.list.d/debian.sources", "/etc/apt/sources.list")
# Nothing here outlives a cut of power: no file needs to be on the disk before the next one.
_QUICK = ("--dpkgopt=force-unsafe-io", '--aptopt=Acquire::Languages "none"')
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_WITHIN = Path(__file__).with_name("within.sh")


class Release(NamedTuple):
    name: str
    number: str
    python: str


BOOKWORM = Release("bookworm", "12", "3.11")
TRIXIE = Release("trixie", "13", "3.13")


class Said(NamedTuple):
    status: int
    text: str


class System:
    """One clean system above `layers`, the newest first. `upper` holds what was written in it."""

    def __init__(self, layers: Sequence[Path], place: Path) -> None:
        self.layers = layers
        self.upper = place / "upper"
        for folder in (self.upper, place / "work", place / "root"):
            folder.mkdir(parents=True)
        self._place = place

    def run(self, *command: str, package: Path | None = None, network: bool = False, seconds: float = 600) -> Said:
        """What a command said, both streams as one, and its status."""
        own = ["--mount", "--pid", "--fork", "--kill-child", "--ipc", "--uts", *([] if network else ["--net"])]
        begin = ["unshare", *own, "sh", str(_WITHIN), str(self._place), ":".join(map(str, self.layers))]
        words = [*begin, str(package or ""), PACKAGE, *command]
        kept = {name: value for name, value in os.environ.items() if network and name.endswith(("_proxy", "_PROXY"))}
        done = subprocess.run(
            words,
            env={**kept, "PATH": _PATH, "HOME": "/root", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=seconds,
        )
        return Said(done.returncode, done.stdout.decode(errors="replace"))

    def must(self, *command: str, package: Path | None = None, network: bool = False, seconds: float = 600) -> str:
        """As `run`, for what cannot fail."""
        status, text = self.run(*command, package=package, network=network, seconds=seconds)
        assert status == 0, f"{' '.join(command)} ended with {status}:\n{text[-6000:]}"
        return text

    def as_post(self, *command: str) -> Said:
        """As the post's account, and with nothing of root's."""
        return self.run(
            *("setpriv", "--reuid=kiosk", "--regid=kiosk", "--init-groups", "--no-new-privs"),
            *("env", "-C", "/", "HOME=/run/kiosk-home", *command),
        )

    def write(self, path: str, text: str, mode: int = 0o644) -> None:
        """As root, before the next command."""
        self.must(
            "sh", "-c", 'mkdir -p "${1%/*}"; printf %s "$2" >"$1"; chmod "$3" "$1"', "sh", path, text, f"{mode:o}"
        )


@contextlib.contextmanager
def above(*layers: Path) -> Iterator[System]:
    """A system of one's own, gone afterwards."""
    CLEAN.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix="tried-", dir=_room()))
    try:
        yield System(layers, place)
    finally:
        shutil.rmtree(place)


def fresh(release: Release) -> Path:
    """Debian as it is before anything of ours: what every Debian has, and apt."""
    sources = _sources(release)
    more = ["--include=ca-certificates"] if "https:" in sources else []

    def make(folder: Path) -> None:
        folder.mkdir()
        with tempfile.NamedTemporaryFile("w", suffix=".sources" if "Types:" in sources else ".list") as file:
            file.write(sources)
            file.flush()
            words = ("mmdebstrap", "--quiet", "--mode=root", "--variant=minbase", "--skip=cleanup/apt/lists")
            _must(*words, *_QUICK, *more, release.name, str(folder), file.name)

    return _kept(f"{release.name}-fresh", sources, make)


def fetched(release: Release) -> list[Path]:
    """A fresh Debian in which apt has every package that ours asks for in its cache, and none is installed."""
    below = fresh(release)

    def make(folder: Path) -> None:
        with above(below) as system, _needs() as package:
            system.must("apt-get", "update", "-qq", network=True)
            words = ("apt-get", "install", "-qq", "-y", "--download-only", PACKAGE)
            system.must(*words, package=package, network=True, seconds=900)
            _keep(system, folder)

    return [_kept(f"{release.name}-fetched", below.name + _fields(), make), below]


def ready(release: Release) -> list[Path]:
    """The same, with these packages installed."""
    below = fetched(release)

    def make(folder: Path) -> None:
        with above(*below) as system, _needs() as package:
            system.must("apt-get", "install", "-qq", "-y", PACKAGE, package=package)
            system.must("dpkg", "--purge", "cote-a-cote-needs")
            _keep(system, folder)

    return [_kept(f"{release.name}-ready", below[0].name, make), *below]


def _room() -> Path:
    """Where the uppermost layer can lie. In a container the disk may itself be made of layers, which cannot carry one:
    memory can."""
    kind = subprocess.run(
        ("stat", "--file-system", "--format=%T", CLEAN), stdout=subprocess.PIPE, text=True, check=True
    )
    return Path("/dev/shm") if kind.stdout.strip() == "overlayfs" else CLEAN


def _keep(system: System, folder: Path) -> None:
    """What was written in a system, as a layer for others."""
    if _room() == CLEAN:
        system.upper.rename(folder)
    else:
        _must("cp", "--archive", str(system.upper), str(folder))


def _kept(name: str, recipe: str, make: object) -> Path:
    """The layer of that name and recipe, made if it is not there; older ones of its name go."""
    assert callable(make)
    folder = CLEAN / f"{name}-{hashlib.sha256(recipe.encode()).hexdigest()[:12]}"
    if not folder.is_dir():
        CLEAN.mkdir(parents=True, exist_ok=True)
        for old in CLEAN.glob(f"{name}-*"):
            shutil.rmtree(old)
        with tempfile.TemporaryDirectory(prefix="unfinished-", dir=CLEAN) as place:
            make(Path(place) / "layer")
            (Path(place) / "layer").rename(folder)
    return folder


def _sources(release: Release) -> str:
    """Where this machine gets Debian from, for another release of it."""
    named = os.environ.get("COTE_A_COTE_SOURCES")
    files = [Path(name) for name in ((named,) if named else _SOURCES) if Path(name).exists()]
    assert files, "no file of apt says where Debian comes from: COTE_A_COTE_SOURCES=FILE ./dev test --install"
    ours = re.search(r"^VERSION_CODENAME=(\w+)", Path("/etc/os-release").read_text(), re.MULTILINE)
    assert ours
    return re.sub(rf"\b{ours[1]}\b", release.name, files[0].read_text())


def _fields() -> str:
    """What ours asks of Debian, as its control file says it."""
    said = deb.fields("0", 0)
    return "".join(re.findall(r"^(?:Pre-Depends|Depends|Recommends):.*\n(?: .*\n)*", said, re.MULTILINE))


@contextlib.contextmanager
def _needs() -> Iterator[Path]:
    """A package of nothing that asks for the same."""
    with tempfile.TemporaryDirectory() as folder:
        control = Path(folder) / "root" / "DEBIAN" / "control"
        control.parent.mkdir(parents=True)
        said = (
            "Package: cote-a-cote-needs\nVersion: 1\nArchitecture: amd64\nMaintainer: nobody <nobody@example.invalid>\n"
        )
        control.write_text(f"{said}{_fields()}Description: what ours asks for\n")
        package = Path(folder) / "needs.deb"
        _must("dpkg-deb", "--root-owner-group", "--build", str(control.parents[1]), str(package))
        yield package


def _must(*words: str) -> None:
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=900)
    assert done.returncode == 0, f"{words[0]}: {done.stdout.decode(errors='replace')[-4000:]}"
