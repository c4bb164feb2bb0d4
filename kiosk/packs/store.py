"""The packs of this post: each edition in a folder of its own, a link to the one that counts, and the one before kept.

    <state>/packs/<name>/<version>/.signed    the head of the pack: its manifest and signature
    <state>/packs/<name>/<version>/*.yaml     its procedures
    <state>/packs/<name>/current              a link to <version>

A link is changed in one step, so whoever reads sees one whole edition or the other. What lies on the disk is believed
for its signature, each time it is opened, as a file that comes from outside is.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import Problem
from kiosk.packs import container
from kiosk.packs.container import Pack, Signed
from kiosk.packs.errors import AlteredError, NotWrittenError, OlderError, PackError, UnknownSignerError
from kiosk.packs.keys import Keyring
from kiosk.packs.manifest import LARGEST_FILE, NAME, match

FOLDER = "packs"
_CURRENT = "current"
_SIGNED = ".signed"
_NEW = ".new"
_LOCK = ".lock"

Judge = Callable[[Path], Sequence[Problem]]
"""Says what is wrong with a folder of procedures."""


class NotAcceptableError(PackError):
    what = "Ce lot a une démarche qui ne peut pas être lue."
    todo = "Demandez un lot corrigé à qui l'a fait."


class NotThereError(PackError):
    what = "Ce lot n'est pas sur le poste."
    todo = "Pour voir les lots : sudo kiosk packs list"


@dataclass(frozen=True)
class Installed:
    """One pack that counts, whole and signed. `before`: the version that a rollback leads to."""

    signed: Signed
    folder: Path
    before: int | None = None


@dataclass(frozen=True)
class Opened:
    packs: tuple[Installed, ...]
    problems: tuple[Problem, ...]

    @property
    def folders(self) -> tuple[Path, ...]:
        return tuple(pack.folder for pack in self.packs)


def opened(state: Path, keyring: Keyring) -> Opened:
    """What counts now, by name. A pack that is not whole is left out, and that is said."""
    found: list[Installed] = []
    problems = list(keyring.problems)
    try:
        places = _places(state)
    except OSError:
        places = []
        what = "Le dossier des lots ne peut pas être lu."
        problems.append(Problem(str(state / FOLDER), what, expected="la même commande, avec sudo"))
    for place in places:
        version = _current(place)
        if version is None:
            continue
        try:
            signed = _seen(place, version, keyring)
        except PackError as error:
            what = f"{error.what} Le lot « {place.name} » n'est pas pris en compte."
            problems.append(Problem(str(place / str(version)), what, expected="sudo kiosk packs install FICHIER"))
        else:
            found.append(Installed(signed, place / str(version), _before(place, version)))
    return Opened(tuple(found), tuple(problems))


def marks(state: Path) -> tuple[tuple[str, int | None], ...]:
    """What counts now, without a look inside: another answer says that packs have changed."""
    try:
        return tuple((place.name, _current(place)) for place in _places(state))
    except OSError:
        return ()


def install(pack: Pack, state: Path, keyring: Keyring, judge: Judge) -> bool:
    """Make this edition count. False: it did already. Raises PackError; then what counted before still does."""
    manifest = pack.signed.manifest
    with tempfile.TemporaryDirectory() as beside:
        _write(pack, Path(beside) / _NEW)
        problems = judge(Path(beside) / _NEW)
    place = state / FOLDER / manifest.name
    with _writing(state):
        _same_line(place, pack.signed, keyring)
        if _current(place) == manifest.version:
            return False
        if problems:
            raise NotAcceptableError(what=f"{NotAcceptableError.what} {problems[0]}")
        new = place / _NEW
        _write(pack, new)
        before, edition = _current(place), place / str(manifest.version)
        shutil.rmtree(edition, ignore_errors=True)
        os.rename(new, edition)
        _switch(place, manifest.version)
        _keep_only(place, {manifest.version, before})
    return True


def rollback(name: str, state: Path, keyring: Keyring) -> tuple[int, int]:
    """Make the edition before count again: from which to which. Raises PackError."""
    place = _place(state, name)
    with _writing(state):
        version = _current(place)
        if version is None:
            raise NotThereError
        before = _before(place, version)
        if before is None:
            what = f"Il n'y a pas de version avant la {version} sur le poste."
            raise NotThereError(what=what, todo=f"Pour retirer tout le lot : sudo kiosk packs remove {name}")
        _seen(place, before, keyring)
        _switch(place, before)
    return version, before


def remove(name: str, state: Path) -> None:
    """Raises NotThereError, NotWrittenError."""
    place = _place(state, name)
    with _writing(state):
        if not place.is_dir():
            raise NotThereError
        (place / _CURRENT).unlink(missing_ok=True)
        shutil.rmtree(place)


# --- looking ------------------------------------------------------------------------------------------------------


def _places(state: Path) -> list[Path]:
    try:
        return sorted(one for one in (state / FOLDER).iterdir() if re.fullmatch(NAME, one.name) and one.is_dir())
    except FileNotFoundError:
        return []


def _place(state: Path, name: str) -> Path:
    if not re.fullmatch(NAME, name):
        raise NotThereError
    return state / FOLDER / name


def _current(place: Path) -> int | None:
    try:
        return _number(os.readlink(place / _CURRENT))
    except OSError:
        return None


def _number(name: str) -> int | None:
    return int(name) if re.fullmatch(r"[1-9][0-9]{0,8}", name) else None


def _before(place: Path, version: int) -> int | None:
    numbers = (_number(one.name) for one in place.iterdir() if one.is_dir() and not one.is_symlink())
    return max((number for number in numbers if number is not None and number < version), default=None)


def _seen(place: Path, version: int, keyring: Keyring) -> Signed:
    """The edition as it was signed, and nothing besides. Raises PackError."""
    folder = place / str(version)
    try:
        signed, rest = container.read_head(_content(folder / _SIGNED, container.LARGEST), keyring)
        names = sorted(file.name for file in folder.iterdir() if file.name != _SIGNED)
        manifest = signed.manifest
        if rest or (manifest.name, manifest.version) != (place.name, version):
            raise AlteredError
        if names != [item.name for item in manifest.files]:
            raise AlteredError
        for item in manifest.files:
            match(item, _content(folder / item.name, LARGEST_FILE))
    except OSError as error:
        raise AlteredError from error
    return signed


def _content(file: Path, largest: int) -> bytes:
    if not file.is_file() or file.is_symlink():
        raise AlteredError
    with file.open("rb") as opened_file:
        return opened_file.read(largest + 1)


# --- changing -----------------------------------------------------------------------------------------------------


def _same_line(place: Path, signed: Signed, keyring: Keyring) -> None:
    """A pack is followed by a later one of the same signer; by itself when it is the same to the last byte."""
    version = _current(place)
    if version is None:
        return
    manifest = signed.manifest
    if manifest.version < version:
        what = f"Ce lot est la version {manifest.version} ; le poste a déjà la version {version}."
        raise OlderError(what=what)
    try:
        there = _seen(place, version, keyring)
    except PackError:
        # Damaged, or of a key that is believed no more: the only way to mend it is another edition of it.
        shutil.rmtree(place)
        return
    if there.signer != signed.signer:
        what = f"Le lot « {manifest.name} » du poste est signé par une autre clé."
        todo = f"N'installez pas ce fichier. Si la clé a changé exprès : sudo kiosk packs remove {manifest.name}"
        raise UnknownSignerError(what=what, todo=todo)
    if manifest.version == version and there.head != signed.head:
        what = f"Le poste a déjà une version {version} de ce lot, avec un autre contenu."
        raise OlderError(what=what, todo="Demandez un lot avec un numéro plus grand à qui l'a fait.")


def _write(pack: Pack, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in {**pack.contents, _SIGNED: pack.signed.head}.items():
        with (folder / name).open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    _sync(folder)


def _switch(place: Path, version: int) -> None:
    link = place / f".{_CURRENT}"
    link.unlink(missing_ok=True)
    link.symlink_to(str(version))
    os.replace(link, place / _CURRENT)
    _sync(place)


def _keep_only(place: Path, versions: set[int | None]) -> None:
    for one in place.iterdir():
        number = _number(one.name)
        if number is not None and number not in versions:
            shutil.rmtree(one, ignore_errors=True)


def _sync(place: Path) -> None:
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _writing(state: Path) -> Iterator[None]:
    """One at a time, and with the rights of whom the folder belongs to: root follows no link that the post's account
    has laid. Raises NotWrittenError."""
    user, group, mask = os.geteuid(), os.getegid(), os.umask(0o022)
    try:
        state.mkdir(parents=True, exist_ok=True)
        owner = state.stat()
        if user == 0 and owner.st_uid != 0:
            os.setegid(owner.st_gid)
            os.seteuid(owner.st_uid)
        folder = state / FOLDER
        folder.mkdir(exist_ok=True)
        with (folder / _LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
    except OSError as error:
        raise NotWrittenError(what=f"Le lot ne peut pas être écrit dans {state / FOLDER}.") from error
    finally:
        if user == 0:
            os.seteuid(user)
            os.setegid(group)
        os.umask(mask)
