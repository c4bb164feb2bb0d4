"""Ties the packs of the post to its settings and its procedures: where they are, whose are believed, how one is judged.

Between the program's own procedures and the site's: what a site has written itself counts before what was sent to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from kiosk.config import Config
from kiosk.errors import Problem
from kiosk.packs import command, keys, store
from kiosk.procedures import command as procedures
from kiosk.procedures import loader

LOOK_EVERY_MS = 5000
"""A look reads a few links, and nothing more."""


class Packs:
    """Those of one post. Reads the disk when asked, and only then."""

    def __init__(self, config: Config) -> None:
        self._state = config.state.directory
        self._keys = config.packs.signers
        self._marks = store.marks(self._state)

    def opened(self) -> store.Opened:
        return store.opened(self._state, keys.accepted(self._keys))

    def folders(self) -> tuple[Path, ...]:
        return self.opened().folders

    def changed(self) -> bool:
        """Whether IT has put, changed or taken back one since this was asked last."""
        before, self._marks = self._marks, store.marks(self._state)
        return self._marks != before


class Home(Protocol):
    """The screen where a person begins."""

    @property
    def waits_for_somebody(self) -> bool: ...

    def show_home(self) -> None: ...


class Renewal:
    """Procedures that IT sends to the post are found by the next person: the one who is there is never disturbed."""

    def __init__(self, packs: Packs, reload: Callable[[], None], record: Callable[..., None]) -> None:
        self._packs = packs
        self._reload = reload
        self._record = record

    def before_somebody(self) -> bool:
        """Called when home is about to be shown. Whether there was something new."""
        if not self._packs.changed():
            return False
        self._reload()
        self._record("packs-renewed")
        return True

    def while_nobody_comes(self, home: Home) -> None:
        """A post may stand at home for hours."""
        if home.waits_for_somebody and self.before_somebody():
            home.show_home()


def every_folder(config: Config) -> tuple[Path, ...]:
    """The program's procedures, those of the packs, then the site's."""
    packaged, *own = config.procedures.every_folder
    return (packaged, *Packs(config).folders(), *own)


def judged(folder: Path) -> Sequence[Problem]:
    """What keeps a folder's procedures from being loaded."""
    return loader.load([folder]).problems


def judged_closely(folder: Path) -> Sequence[Problem]:
    """All that `kiosk procedures check` says: whoever makes a pack can still mend it."""
    done, beside = procedures.check([folder], (), date.today())  # noqa: DTZ011 - the maker's own day
    return [*procedures.said_of(done), *beside]


def obeyed(config: Config, wish: str, words: Sequence[str]) -> tuple[str, Sequence[object]]:
    """What to say, and what is wrong. Raises PackError."""
    state, believed = config.state.directory, keys.accepted(config.packs.signers)
    match wish, words:
        case "install", [file]:
            return command.installed(Path(file), state, believed, judged), believed.problems
        case "rollback", [name]:
            return command.rolled_back(name, state, believed), believed.problems
        case "remove", [name]:
            return command.removed(name, state), ()
        case "make", [folder, key, file]:
            return command.make(Path(folder), Path(key), Path(file), judged_closely), ()
        case "key", [file]:
            return command.key(Path(file)), ()
        case _:
            return command.listed(state, believed)
