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
        """What cannot be read is left where it is."""
        if not self._folder.is_dir():
            return ()
        found = (_read(file) for file in loader.files_of(self._folder, [])[:MOST_DRAFTS])
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
    """The file that takes it: where the site has it already, else in its first folder, else in the post's own. None
    when none of them can be written."""
    name = f"{procedure.id}.yaml"
    own = state / PROCEDURES
    folders = tuple(site_folders)
    has_it = [folder for folder in (own, *reversed(folders)) if (folder / name).is_file()]
    for folder in dict.fromkeys((*has_it, *folders, own)):
        if (folder == own or folder.is_dir()) and _write(folder / name, procedure):
            return folder / name
    return None


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
