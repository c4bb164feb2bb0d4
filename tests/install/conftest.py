"""The package is built once, with little compression; system.py makes the systems that it is tried in."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from delivery import deb
from tests.install import asked, system
from tests.install.system import BOOKWORM, PACKAGE, TRIXIE, Release, System

BOTH = (pytest.param(BOOKWORM, id="debian-12"), pytest.param(TRIXIE, id="debian-13"))
OLDER = "0.0.1"


@pytest.fixture(scope="session", autouse=True)
def _as_root() -> None:
    if os.geteuid() != 0:
        pytest.skip("a clean system is made and mounted by root: sudo ./dev test --install")


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of this checkout. Debian is fetched beside."""
    with ThreadPoolExecutor(1) as beside:
        fetching = beside.submit(system.fetched, BOOKWORM)
        built = deb.build(tmp_path_factory.mktemp("package"), level=1)
        fetching.result()
    return built


@pytest.fixture(scope="session")
def older(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a lower number, with a file more and one that was another."""
    folder = tmp_path_factory.mktemp("older")
    root = folder / "root"
    subprocess.run(("dpkg-deb", "-R", package, root), check=True, timeout=300)
    control = root / "DEBIAN" / "control"
    control.write_text(re.sub(r"(?m)^Version: .*$", f"Version: {OLDER}", control.read_text()))
    (root / "opt/cote-a-cote/kiosk/only_before.py").write_text("")
    (root / "opt/cote-a-cote/kiosk/__init__.py").write_text(f'"""Of before."""\n\n__version__ = "{OLDER}"\n')
    built = folder / "older.deb"
    deb.pack(root, built, 1)
    shutil.rmtree(root)
    return built


Layers = Callable[[Release, Path, bool], list[Path]]


@pytest.fixture(scope="session")
def with_it() -> Iterator[Layers]:
    """The layers of a system in which a package is installed already, once for all tests; with systemd, or without."""
    made: dict[tuple[Release, Path, bool], list[Path]] = {}
    with ExitStack() as stack:

        def layers(release: Release, package: Path, systemd: bool) -> list[Path]:
            key = (release, package, systemd)
            if key not in made:
                below = system.ready(release)
                first = stack.enter_context(system.above(*below))
                if systemd:
                    asked.put(first)
                first.must("apt", "install", "-y", PACKAGE, package=package)
                made[key] = [first.upper, *below]
            return made[key]

        yield layers


@pytest.fixture(params=BOTH)
def release(request: pytest.FixtureRequest) -> Release:
    found: Release = request.param
    return found


@pytest.fixture
def clean(release: Release) -> Iterator[System]:
    """A system of its own, in which all that ours asks of Debian is installed already."""
    with system.above(*system.ready(release)) as found:
        yield found


@pytest.fixture
def installed(release: Release, package: Path, with_it: Layers) -> Iterator[System]:
    """A system with the package, without a systemd that runs."""
    with system.above(*with_it(release, package, False)) as found:
        yield found


@pytest.fixture
def out_of_date(release: Release, older: Path, with_it: Layers) -> Iterator[System]:
    """A post that runs an older version."""
    with system.above(*with_it(release, older, True)) as found:
        yield found
