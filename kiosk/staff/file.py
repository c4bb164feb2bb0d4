"""Who of the staff has a PIN: one small file of the post, and the count of wrong ones beside it, so that a restart
forgets neither. Knows names that IT gives and digests; never writes a digit, never logs a name."""

from __future__ import annotations

import asyncio
import os
import re
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import structlog

from kiosk.errors import KioskError, Problem, nearest_word
from kiosk.staff import pins, slowing
from kiosk.staff.slowing import Attempts

MOST = 40
"""Each check tries every digest: forty take a few seconds."""
_NAME = r"^[a-z][a-z0-9.-]{0,19}$"
_DIGEST = r"^\$argon2id\$v=19\$m=[1-9][0-9]{3,5},t=[1-9],p=[1-4]\$[A-Za-z0-9+/]{22,43}\$[A-Za-z0-9+/]{43}$"

_log = structlog.get_logger()


class StaffError(KioskError):
    """A wish about the staff that cannot be done, with the sentence for IT."""

    code = "E-104"
    what = "La liste du personnel n'a pas pu être changée."
    kept = "Rien n'a été changé."
    todo = "Recommencez."


class Role(StrEnum):
    """What a PIN opens. IT's opens all that a mediator's does."""

    MEDIATOR = "mediator"
    IT = "it"


@dataclass(frozen=True)
class Given:
    """A PIN that somebody is to have."""

    name: str
    pin: str = field(repr=False)
    role: Role = Role.MEDIATOR


@dataclass(frozen=True)
class Checked:
    """`name`: whose PIN it was, None when nobody's or not heard. `wait_seconds`: before another one is heard.
    `role`: what that PIN opens."""

    name: str | None = None
    wait_seconds: int = 0
    locked: bool = False
    role: Role = Role.MEDIATOR


class Staff(ABC):
    """Who may let a held sheet out."""

    @abstractmethod
    async def check(self, digits: str) -> Checked: ...

    @abstractmethod
    def waiting(self) -> Checked:
        """What `check` would answer before it even looks at the digits."""

    @abstractmethod
    def anybody(self) -> bool:
        """Whether anybody has a PIN that could be right."""


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    name: Annotated[str, msgspec.Meta(pattern=_NAME)]
    pin: Annotated[str, msgspec.Meta(pattern=_DIGEST)]
    role: Role = Role.MEDIATOR


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    staff: Annotated[tuple[_Entry, ...], msgspec.Meta(max_length=MOST)] = ()


class StaffFile(Staff):
    """`directory`: the post's state folder. `clock`: seconds of the wall clock, which a restart does not lose."""

    def __init__(self, directory: Path, clock: Callable[[], float] = time.time) -> None:
        self.file = directory / "staff.json"
        self._attempts_file = directory / "staff-attempts.json"
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()
        self._attempts = self._read_attempts()

    # --- at the post ----------------------------------------------------------------------------------------------

    def waiting(self) -> Checked:
        left = slowing.seconds_left(self._attempts, self._clock())
        return Checked(wait_seconds=left, locked=left > 0 and self._attempts.too_many)

    def anybody(self) -> bool:
        return bool(self._entries_or_none())

    async def check(self, digits: str) -> Checked:
        """Every digest is tried, so that the time says nothing of who it was. A damaged file admits nobody."""
        async with self._one_at_a_time:
            if (waiting := self.waiting()).wait_seconds:
                return waiting
            entries = self._entries_or_none()
            # Counted before it is looked at: leaving in the middle is no way around the count.
            self._remember(slowing.one_more_wrong(self._attempts, self._clock()))
            found = await asyncio.to_thread(_whose, digits, entries)
            if found is None:
                return self.waiting()
            self._remember(Attempts())
            return Checked(found.name, role=found.role)

    def problem(self) -> Problem | None:
        """What is wrong with the file, for IT."""
        try:
            self._read()
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            return Problem(
                str(self.file),
                "La liste du personnel est abîmée ou ne peut pas être lue. Aucun code n'est accepté.",
                expected="la liste écrite par « sudo kiosk staff add ». Effacez ce fichier, puis redonnez les codes",
            )
        return None

    # --- for IT ---------------------------------------------------------------------------------------------------

    def names(self) -> tuple[str, ...]:
        """Raises StaffError when the file is damaged."""
        return tuple(sorted(one.name for one in self._entries()))

    def roles(self) -> dict[str, Role]:
        """Of each person who has a PIN. Raises StaffError when the file is damaged."""
        return {one.name: one.role for one in self._entries()}

    def has(self, given: Given) -> bool:
        """Whether this person has just this PIN and role already. Raises StaffError. Takes a while."""
        there = next((one for one in self._entries() if one.name == given.name), None)
        return there is not None and there.role == given.role and pins.matches(given.pin, there.pin)

    def refuse_early(self, name: str) -> None:
        """Raises StaffError for all that keeps this name from having a PIN and can be seen before one is chosen."""
        entries = self._entries()
        _refuse_taken(name, entries)
        _refuse_name(name, entries)
        if not _can_be_written(self.file.parent):
            raise self._not_written()

    def add(self, name: str, pin: str, role: Role = Role.MEDIATOR) -> None:
        """Raises StaffError. Takes a while: every digest is tried, so that a PIN names one person."""
        _refuse_taken(name, self._entries())
        self.give([Given(name, pin, role)])

    def give(self, people: Iterable[Given], *, only_try: bool = False) -> None:
        """PINs to people, new ones or not: each then has this one. All of them or, with StaffError, none. Takes a
        while. `only_try`: nothing is written."""
        given = tuple(people)
        named = {one.name for one in given}
        entries = tuple(one for one in self._entries() if one.name not in named)
        for one in given:
            entries = (*entries, _entry(one, entries))
        if not only_try:
            self._write(entries)

    def remove(self, name: str) -> None:
        """Raises StaffError."""
        entries = self._entries()
        others = tuple(one for one in entries if one.name != name)
        if len(others) == len(entries):
            nearest = nearest_word(name, [one.name for one in entries])
            asked = f"Vouliez-vous dire « {nearest} » ?" if nearest else "Pour voir les noms : sudo kiosk staff list"
            raise StaffError(what=f"« {name[:40]} » n'est pas dans la liste.", todo=asked)
        self._write(others)

    # --- the files ------------------------------------------------------------------------------------------------

    def _entries(self) -> tuple[_Entry, ...]:
        if problem := self.problem():
            raise StaffError(what=str(problem), todo="Ensuite, recommencez.")
        try:
            return self._read()
        except FileNotFoundError:
            return ()

    def _entries_or_none(self) -> tuple[_Entry, ...]:
        try:
            return self._read()
        except FileNotFoundError:
            return ()
        except (OSError, ValueError):
            _log.warning("staff-file-damaged")
            return ()

    def _read(self) -> tuple[_Entry, ...]:
        return msgspec.json.decode(self.file.read_bytes(), type=_Content).staff

    def _write(self, entries: tuple[_Entry, ...]) -> None:
        try:
            _replace(self.file, msgspec.json.encode(_Content(entries)))
        except OSError as error:
            raise self._not_written() from error

    def _not_written(self) -> StaffError:
        return StaffError(
            what=f"Le fichier {self.file} ne peut pas être écrit.",
            todo="Lancez la commande avec les droits de l'informatique (sudo), et regardez la place sur le disque.",
        )

    def _read_attempts(self) -> Attempts:
        try:
            return msgspec.json.decode(self._attempts_file.read_bytes(), type=Attempts)
        except FileNotFoundError:
            return Attempts()
        except (OSError, ValueError):
            # A count that cannot be read may have been full.
            return Attempts(slowing.LOCK_AFTER, self._clock())

    def _remember(self, attempts: Attempts) -> None:
        self._attempts = attempts
        try:
            _replace(self._attempts_file, msgspec.json.encode(attempts))
        except OSError:
            _log.warning("staff-attempts-not-written")


def name_fits(name: str) -> bool:
    return re.fullmatch(_NAME, name) is not None


def _entry(given: Given, others: tuple[_Entry, ...]) -> _Entry:
    """Raises StaffError."""
    _refuse_name(given.name, others)
    if fault := pins.fault_of(given.pin):
        raise StaffError(what=fault, todo="Choisissez un autre code.")
    if _whose(given.pin, others) is not None:
        raise StaffError(what="Ce code est déjà pris.", todo="Choisissez un autre code.")
    return _Entry(given.name, pins.digest(given.pin), given.role)


def _refuse_taken(name: str, entries: tuple[_Entry, ...]) -> None:
    if any(one.name == name for one in entries):
        raise StaffError(
            what=f"« {name} » a déjà un code.",
            todo=f"Pour le changer : sudo kiosk staff remove {name}, puis sudo kiosk staff add {name}.",
        )


def _refuse_name(name: str, others: tuple[_Entry, ...]) -> None:
    if not name_fits(name):
        raise StaffError(
            what=f"« {name[:40]} » ne convient pas comme nom.",
            todo="Prenez un mot court : des petites lettres sans accent, des chiffres, un point ou un tiret.",
        )
    if len(others) == MOST:
        raise StaffError(what=f"La liste est pleine : {MOST} personnes.", todo="Retirez une personne d'abord.")


def _can_be_written(folder: Path) -> bool:
    """Also where it has yet to be made."""
    there = next(one for one in (folder, *folder.parents) if one.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _whose(digits: str, entries: tuple[_Entry, ...]) -> _Entry | None:
    found = [one for one in entries if pins.matches(digits[: pins.LONGEST + 1], one.pin)]
    return found[0] if found else None


def _replace(file: Path, content: bytes) -> None:
    """Whole or not at all, for its owner's eyes only. Written by root, it still belongs to whoever owns the folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(".new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as written:
        os.fchmod(descriptor, 0o600)
        if os.geteuid() == 0:
            folder = os.stat(file.parent)
            os.fchown(descriptor, folder.st_uid, folder.st_gid)
        written.write(content)
        written.flush()
        os.fsync(descriptor)
    os.replace(new, file)
