"""The Python packages of a post, as wheels with the hashes of requirements.txt, for each Python that Debian has.

Fetched once, when the package is built, and kept under `.cache/`: installing the package fetches nothing.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from delivery.checkout import CACHE, REQUIREMENTS

PYTHONS = ("3.11", "3.13")
"""Debian 12's and Debian 13's."""

SOURCE_ONLY = ("xcffib",)
"""Published without a wheel. It is Python alone, so that one wheel made here serves everywhere."""

# The newest C library that a wheel may want is Debian 12's, 2.36.
_GLIBC = range(5, 37)
_OLDER = ("any", "manylinux1_x86_64", "manylinux2010_x86_64", "manylinux2014_x86_64")
_PLATFORMS = (*_OLDER, *(f"manylinux_2_{minor}_x86_64" for minor in _GLIBC))


def fetched(python: str) -> list[Path]:
    """The wheels for one Python, from the cache or from the package index; every hash is checked by pip.

    Raises CalledProcessError when one cannot be had.
    """
    requirements = REQUIREMENTS.read_text()
    key = hashlib.sha256("\n".join((requirements, *_PLATFORMS)).encode()).hexdigest()[:16]
    folder = CACHE / "wheels" / key / python
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(dir=folder.parent, prefix="unfinished-"))
        try:
            _fetch(python, requirements, unfinished)
            unfinished.rename(folder)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    return sorted(folder.glob("*.whl"))


def _fetch(python: str, requirements: str, folder: Path) -> None:
    as_wheel, as_source = split(requirements)
    target = ["--only-binary", ":all:", "--implementation", "cp", "--python-version", python]
    for abi in ("cp" + python.replace(".", ""), "abi3", "none"):
        target += ["--abi", abi]
    for platform in _PLATFORMS:
        target += ["--platform", platform]
    with _file(as_wheel) as file:
        _pip("download", "--require-hashes", "--no-deps", "--dest", str(folder), *target, "-r", file)
    with _file(as_source) as file:
        _pip("wheel", "--require-hashes", "--no-deps", "--wheel-dir", str(folder), "-r", file)


def split(requirements: str) -> tuple[str, str]:
    """What there are wheels of, and what must be made from its source: two requirement files, hashes kept."""
    blocks = re.split(r"(?m)^(?=[A-Za-z0-9])", requirements)
    source = [block for block in blocks if block.split("==")[0] in SOURCE_ONLY]
    return "".join(block for block in blocks if block not in source), "".join(source)


@contextmanager
def _file(text: str) -> Iterator[str]:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(text)
        file.flush()
        yield file.name


def _pip(*words: str) -> None:
    command = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--quiet", *words)
    # A date before 1980 does not fit into a wheel, which is a zip: the environment's is not asked for.
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(command, check=True, env=environment, timeout=1200)
