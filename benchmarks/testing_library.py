"""The peer of the page probe: @testing-library/dom, whose queries by role and by label any page can be asked.

Fetched by npm into a cache outside the sources, in one version, and used only if it is, byte for byte, what was read
when this was written. Without npm or a network there is no peer, and the bench says so.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
import subprocess
import tarfile
from pathlib import Path

NAME = "@testing-library/dom"
VERSION = "10.4.0"
SHA512 = "pemlzrSESWbdAloYml3bAJMEfNh1Z7EduzqPKprCH5S341frlpYnUEW0H72dLxa6IsYr+mPno20GiSm+h9dEdQ=="
_SCRIPT = "package/dist/@testing-library/dom.umd.min.js"
_WITHIN = 120


class NoPeerError(RuntimeError):
    """The library could not be had, or is not the one that was meant."""


def script() -> str:
    """The library, for a page's own script: it defines `TestingLibraryDom`. Raises NoPeerError."""
    package = _cache() / f"testing-library-dom-{VERSION}.tgz"
    if not package.is_file():
        _fetch(package.parent)
    written = package.read_bytes()
    if base64.b64encode(hashlib.sha512(written).digest()).decode() != SHA512:
        package.unlink()
        raise NoPeerError(f"{NAME} {VERSION} is not the package that was expected")
    with tarfile.open(fileobj=io.BytesIO(written)) as archive:
        member = archive.extractfile(_SCRIPT)
        assert member is not None
        return member.read().decode()


def _cache() -> Path:
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cote-a-cote-bench"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _fetch(folder: Path) -> None:
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{NAME}@{VERSION}"]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_WITHIN)
    except (OSError, subprocess.SubprocessError) as error:
        raise NoPeerError(f"npm does not give {NAME} {VERSION}: {type(error).__name__}") from error
