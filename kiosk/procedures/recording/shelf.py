"""Where drafts and the site's own procedures are kept. A draft is the post's; what was tried goes to the site's folder.

Neither holds anything of a person: roles, names of parts of pages, addresses, and sentences of a mediator.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from kiosk.errors import Problem
from kiosk.procedures import loader
from kiosk.procedures.checked import check
from kiosk.procedures.model import Procedure
from kiosk.procedures.recording.writer import to_yaml

DRAFTS = "drafts"
PROCEDURES = "procedures"
MOST_DRAFTS = 60


def folders_to_load(given: Sequence[Path], state: Path) -> tuple[Path, ...]:
    """Those of the configuration, then the post's own where it has one."""
    own = state / PROCEDURES
    return (*given, own) if own.is_dir() else tuple(given)


class Drafts:
    """One file each, by the name of its procedure."""

    def __init__(self, state: Path) -> None:
        self._folder = state / DRAFTS

    def all(self) -> tuple[Procedure, ...]:
        """What was worked on last comes first. What cannot be read is left where it is."""
        if not self._folder.is_dir():
            return ()
        files = sorted(loader.files_of(self._folder, []), key=_changed, reverse=True)
        found = (_read(file) for file in files[:MOST_DRAFTS])
        return tuple(procedure for procedure in found if procedure is not None)

    def get(self, identity: str) -> Procedure | None:
        return next((one for one in self.all() if one.id == identity), None)

    def names(self) -> tuple[str, ...]:
        return tuple(file.stem for file in self._folder.glob("*.yaml"))

    def keep(self, procedure: Procedure) -> bool:
        return _write(self._folder / f"{procedure.id}.yaml", procedure)

    def drop(self, identity: str) -> None:
        with contextlib.suppress(OSError):
            (self._folder / f"{identity}.yaml").unlink(missing_ok=True)


def put(procedure: Procedure, site_folders: Iterable[Path], state: Path) -> Path | None:
    """The file that takes it: the one of the site that counts, whatever it is called, else a new one in the site's
    first folder. The post's own, which is read last, takes what goes nowhere else. None when nothing can be written."""
    own = state / PROCEDURES
    folders = tuple(site_folders)
    its = [file for folder in (own, *reversed(folders)) if (file := _file_of(folder, procedure.id)) is not None]
    # In a folder that is read before the one that has it, it would not count.
    files = its[:1] or [_free(folder, procedure.id) for folder in folders if folder.is_dir()]
    for file in (*files, own / f"{procedure.id}.yaml"):
        if _write(file, procedure):
            return file
    return None


def _file_of(folder: Path, identity: str) -> Path | None:
    """The first is the one that counts."""
    files = loader.files_of(folder, []) if folder.is_dir() else []
    for file in files:
        held = _read(file)
        if held is not None and held.id == identity:
            return file
    return None


def _free(folder: Path, identity: str) -> Path:
    """A file of that name that holds something else, or what cannot be read, is not ours to write over."""
    names = (f"{identity}{more}.yaml" for more in ("", *(f"-{number}" for number in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())


def _changed(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def _read(file: Path) -> Procedure | None:
    problems: list[Problem] = []
    written = loader.written_in(file, problems)
    return check(file.name, written)[0] if written is not None else None


def _write(file: Path, procedure: Procedure) -> bool:
    """Whole or not at all: the power may go at any moment."""
    partial = file.with_suffix(".partial")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(to_yaml(procedure), encoding="utf-8")
        os.replace(partial, file)
    except OSError:
        return False
    return True
