"""The sheets of an archive, one file after another, in memory: nothing is ever unpacked onto a disk.

Knows zip and tar.gz, names and sizes; see `reading` for what is inside of a file. What an archive says of its sizes is
not believed: what is read is counted.
"""

from __future__ import annotations

import gzip
import io
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from kiosk.sheets.errors import SheetsError, refused
from kiosk.sheets.limits import Limits
from kiosk.sheets.model import SHEET_ID

_EXPECTED = "l'archive « vosdroits » de l'État, en zip ou en tar.gz"
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    tarfile.TarError,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def sheet_files(archive: Path, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file that is called as a sheet is (F123.xml). Raises SheetsError."""
    name = archive.name
    try:
        with archive.open("rb") as opened:
            size = opened.seek(0, io.SEEK_END)
            if size > limits.archive_bytes:
                raise _too_much(name, "L'archive est trop grosse", limits.archive_bytes)
            opened.seek(0)
            beginning = opened.read(4)
            opened.seek(0)
            if beginning[:2] == b"PK":
                yield from _of_zip(name, opened, limits)
            elif beginning[:2] == b"\x1f\x8b":
                yield from _of_tar(name, opened, limits)
            else:
                raise refused(name, "Ce n'est pas une archive.", expected=_EXPECTED)
    except SheetsError:
        raise
    except FileNotFoundError as error:
        raise refused(str(archive), "Ce fichier n'existe pas.", expected=_EXPECTED) from error
    except _BROKEN as error:
        raise refused(name, "L'archive est incomplète ou abîmée.", expected=_EXPECTED) from error
    except OSError as error:  # gzip calls its own damage so, too
        raise refused(name, "L'archive ne peut pas être lue jusqu'au bout.", expected=_EXPECTED) from error


def _of_zip(name: str, opened: io.BufferedIOBase, limits: Limits) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(opened) as zipped:
        members = zipped.infolist()
        if len(members) > limits.files:
            raise _too_many(name, limits)
        count = _Count(name, limits)
        for member in members:
            if member.is_dir():
                continue
            if member.flag_bits & 1 or member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise refused(f"{name}, {_shown(member.filename)}", "Ce fichier est chiffré, ou emballé autrement.")
            if count.is_sheet(member.filename):
                with zipped.open(member) as file:
                    yield member.filename, count.read(member.filename, file)


def _of_tar(name: str, opened: io.BufferedIOBase, limits: Limits) -> Iterator[tuple[str, bytes]]:
    with gzip.open(opened) as unzipped, tarfile.open(fileobj=_Bounded(name, unzipped, limits), mode="r:") as tar:
        count = _Count(name, limits)
        for place, member in enumerate(tar, 1):
            if place > limits.files:
                raise _too_many(name, limits)
            if member.isdir():
                continue
            if not member.isreg():
                raise refused(f"{name}, {_shown(member.name)}", "Ce n'est pas un simple fichier.")
            if count.is_sheet(member.name):
                file = tar.extractfile(member)
                assert file is not None  # a plain file
                yield member.name, count.read(member.name, file)
        # The end of a tar is two empty blocks: without them, it may stop between two files.
        if not _ended(tar):
            raise refused(name, "L'archive est incomplète.", expected=_EXPECTED)


def _ended(tar: tarfile.TarFile) -> bool:
    assert tar.fileobj is not None
    tar.fileobj.seek(tar.offset)
    return tar.fileobj.read(tarfile.BLOCKSIZE) == bytes(tarfile.BLOCKSIZE)


class _Count:
    """What was read so far, whatever the archive says of it."""

    def __init__(self, archive: str, limits: Limits) -> None:
        self._archive, self._limits = archive, limits
        self._bytes = 0
        self._sheets: set[str] = set()

    def is_sheet(self, path: str) -> bool:
        """Raises SheetsError for a path that would leave the folder of the archive, and for a second same name."""
        where = f"{self._archive}, {_shown(path)}"
        parts = PurePosixPath(path.replace("\\", "/"))
        if parts.is_absolute() or ".." in parts.parts or "\0" in path or re.match(r"[A-Za-z]:", path):
            raise refused(where, "Ce nom sort du dossier de l'archive. Elle n'est pas de l'État.", expected="F123.xml")
        if not re.fullmatch(SHEET_ID + r"\.xml", parts.name):
            return False
        if parts.name in self._sheets:
            raise refused(where, "Cette fiche est deux fois dans l'archive.")
        self._sheets.add(parts.name)
        if len(self._sheets) > self._limits.sheets:
            raise refused(self._archive, f"Il y a plus de {self._limits.sheets} fiches.", expected=_EXPECTED)
        return True

    def read(self, path: str, file: IO[bytes]) -> bytes:
        most = self._limits.file_bytes
        content = file.read(most + 1)
        if len(content) > most:
            raise _too_much(f"{self._archive}, {_shown(path)}", "Ce fichier est trop gros", most)
        self._bytes += len(content)
        if self._bytes > self._limits.unpacked_bytes:
            raise _too_much(self._archive, "L'archive est trop grosse une fois dépliée", self._limits.unpacked_bytes)
        return content


class _Bounded(io.RawIOBase):
    """A file that unpacks itself as it is read: no more of it than the limits, in one go or in all."""

    def __init__(self, name: str, file: gzip.GzipFile, limits: Limits) -> None:
        self._name, self._file, self._limits = name, file, limits

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._file.tell()

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET or place > self._limits.unpacked_bytes:
            raise self._beyond()
        return self._file.seek(place)

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= self._limits.file_bytes + tarfile.BLOCKSIZE:
            raise self._beyond()
        if self._file.tell() + size > self._limits.unpacked_bytes:
            raise self._beyond()
        return self._file.read(size)

    def _beyond(self) -> SheetsError:
        return _too_much(self._name, "L'archive est trop grosse une fois dépliée", self._limits.unpacked_bytes)


def _too_much(where: str, what: str, most: int) -> SheetsError:
    return refused(where, f"{what}.", expected=f"au plus {most / (1 << 20):.3g} Mo")


def _too_many(name: str, limits: Limits) -> SheetsError:
    return refused(name, "Il y a trop de fichiers.", expected=f"au plus {limits.files}")


def _shown(path: str) -> str:
    """A name that a stranger chose, short and without signs that move the cursor."""
    return "".join(sign if sign.isprintable() else "?" for sign in path[:80])
