"""The person's papers of this session: one folder in memory, with limits, and nothing that outlives the sandbox.

Knows files and limits; knows neither pages nor widgets. Names come from sites, so they are untrusted.
"""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from kiosk.sealed import Sealed

Kind = Literal["pdf", "image", "other"]
Refusal = Literal["too-large", "tray-full", "too-many"]
PaperKind = Literal["pdf", "image"]
"""What the paper desk can print, change and hand out."""

MEGABYTE = 1024 * 1024
LONGEST_NAME = 80
UNDER_WAY = ".download"
"""Ends the name of a file that is not whole yet, as Chromium does: a browser that dies leaves no half paper."""
_CHUNK = 1 << 20
_ENDINGS: Mapping[PaperKind, str] = {"pdf": ".pdf", "image": ".jpg"}
_IMAGES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp")


@dataclass(frozen=True)
class TrayLimits:
    """In bytes, and a number of files."""

    file_bytes: int = 20 * MEGABYTE
    total_bytes: int = 60 * MEGABYTE
    files: int = 30

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> TrayLimits:
        """KIOSK_TRAY_MAX_FILE_MB, KIOSK_TRAY_MAX_TOTAL_MB and KIOSK_TRAY_MAX_FILES, set by the shell."""

        def number(name: str, default: int) -> int:
            value = environment.get(name, "")
            return int(value) if value.isdecimal() and int(value) > 0 else default

        return cls(
            file_bytes=number("KIOSK_TRAY_MAX_FILE_MB", 20) * MEGABYTE,
            total_bytes=number("KIOSK_TRAY_MAX_TOTAL_MB", 60) * MEGABYTE,
            files=number("KIOSK_TRAY_MAX_FILES", 30),
        )


@dataclass(frozen=True)
class Document:
    """A paper of the tray. `laid_out`: it lay there from the start, the person has not added it."""

    path: Path
    kind: Kind
    size: int
    laid_out: bool = False

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def title(self) -> str:
        """The name as people read it: the ending says nothing to them."""
        return self.path.stem

    @property
    def paper_kind(self) -> PaperKind | None:
        """None for what the paper desk does not know."""
        return None if self.kind == "other" else self.kind

    @property
    def is_there(self) -> bool:
        return self.path.is_file()

    def sealed(self) -> Sealed:
        """A copy that cannot change any more, to be handed out and closed. Raises OSError when it cannot be made."""
        with open(self.path, "rb") as file:
            return Sealed.of(iter(lambda: file.read(_CHUNK), b""))


def latest_paper(documents: Sequence[Document]) -> Document | None:
    """The one that came last, among those that the paper desk knows."""
    return next((document for document in reversed(documents) if document.paper_kind is not None), None)


class Tray(QObject):
    """`stored` and `refused` are said once for each file; `changed` whenever the list differs."""

    changed = Signal()
    stored = Signal(str, int)
    refused = Signal(str)

    def __init__(self, folder: Path, limits: TrayLimits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.limits = limits
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # What a browser that died had already kept is still here.
        kept = sorted(
            (path for path in folder.iterdir() if is_finished(path)), key=lambda path: path.stat().st_mtime_ns
        )
        self._documents = [_document(path) for path in kept]

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple(self._documents)

    @property
    def size(self) -> int:
        return sum(document.size for document in self._documents)

    def refusal(self, size: int) -> Refusal | None:
        """Why a file of `size` bytes cannot come in, or None when it can."""
        if size > self.limits.file_bytes:
            return "too-large"
        if len(self._documents) >= self.limits.files:
            return "too-many"
        return "tray-full" if self.size + size > self.limits.total_bytes else None

    def refuse(self, reason: Refusal) -> None:
        self.refused.emit(reason)

    def free_name(self, untrusted_name: str) -> str:
        """A safe name that no other file of the tray has, downloads under way included."""
        name = safe_name(untrusted_name)
        stem, suffix = os.path.splitext(name)
        taken = {path.name.lower().removesuffix(UNDER_WAY) for path in self.folder.iterdir()}
        number = 2
        while name.lower() in taken:
            name = f"{stem} ({number}){suffix}"
            number += 1
        return name

    def keep(self, path: Path) -> None:
        """A file that has fully arrived in the folder."""
        document = _document(path)
        self._documents.append(document)
        self.changed.emit()
        self.stored.emit(document.kind, document.size)

    def deliver(self, title: str, kind: PaperKind, content: Sealed) -> bool:
        """A paper of the paper desk: scanned, photographed or changed. False when there is no room for it."""
        refusal = self.refusal(content.size)
        if refusal is not None:
            self.refuse(refusal)
            return False
        # A title is one name, whatever marks it has.
        name = title.replace("/", "-").replace("\\", "-")
        path = self.folder / self.free_name(f"{name}{_ENDINGS[kind]}")
        partial = path.with_name(f"{path.name}{UNDER_WAY}")
        try:
            with open(partial, "xb") as file:
                file.writelines(content.chunks())
            partial.rename(path)
        except OSError:
            # The folder is in memory, and memory ends too.
            partial.unlink(missing_ok=True)
            self.refuse("tray-full")
            return False
        self.keep(path)
        return True

    def lay_out(self, originals: list[Path]) -> None:
        """Papers that lie in the tray from the start. They are not news: nothing is said to the shell."""
        for original in originals:
            target = self.folder / safe_name(original.name)
            if not target.exists():
                shutil.copyfile(original, target)
                self._documents.append(replace(_document(target), laid_out=True))
        self.changed.emit()


def safe_name(untrusted_name: str) -> str:
    """A file name without path, control characters, direction marks or leading dots, short enough to read."""
    name = unicodedata.normalize("NFC", untrusted_name).replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(char for char in name if unicodedata.category(char)[0] not in "CZ" or char == " ")
    name = re.sub(r'[<>:"|?*]+', " ", name)
    name = re.sub(r"\s+", " ", name).strip(" .")
    stem, suffix = os.path.splitext(name)
    suffix = suffix[:10]
    return f"{stem[: LONGEST_NAME - len(suffix)].rstrip(' .') or 'document'}{suffix}"


def kind_of(path: Path) -> Kind:
    """What the file is by its first bytes: a name proves nothing."""
    with open(path, "rb") as file:
        start = file.read(16)
    if start.startswith(b"%PDF-"):
        return "pdf"
    image = start.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM")) or start[8:12] == b"WEBP"
    return "image" if image and path.suffix.lower() in _IMAGES else "other"


def is_finished(path: Path) -> bool:
    return path.is_file() and path.suffix != UNDER_WAY


def _document(path: Path) -> Document:
    return Document(path, kind_of(path), path.stat().st_size)
