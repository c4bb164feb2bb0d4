"""What a pack says of itself, and the limits it must keep. The manifest is signed, and names each file's content.

Pure. A name of a file is a bare name in small letters, so no pack can name a place outside of its own folder.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.packs.errors import AlteredError, BadlyFormedError

MOST_FILES = 500
LARGEST_FILE = 256 * 1024
LARGEST_PACK = 8 * 1024 * 1024
LARGEST_MANIFEST = 256 * 1024
LARGEST_VERSION = 999_999_999

NAME = r"^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$"
FILE_NAME = r"^[a-z0-9][a-z0-9-]{0,79}\.yaml$"
TITLE = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]{1,120}$"

_Name = Annotated[str, Meta(pattern=NAME, max_length=40)]


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One procedure: its file's name, its length in bytes, the SHA-256 of its content in hexadecimal."""

    name: Annotated[str, Meta(pattern=FILE_NAME, max_length=85)]
    size: Annotated[int, Meta(ge=1, le=LARGEST_FILE)]
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$", max_length=64)]


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`version` grows with each edition of the pack of this `name`; `day`: when it was made, as its maker says."""

    name: _Name
    version: Annotated[int, Meta(ge=1, le=LARGEST_VERSION)]
    day: date
    title: Annotated[str, Meta(pattern=TITLE, max_length=120)]
    files: Annotated[tuple[Item, ...], Meta(min_length=1, max_length=MOST_FILES)]

    @property
    def size(self) -> int:
        return sum(item.size for item in self.files)


def encoded(manifest: Manifest) -> bytes:
    """The same bytes each time."""
    return msgspec.json.encode(manifest)


def decoded(content: bytes) -> Manifest:
    """Raises BadlyFormedError."""
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise BadlyFormedError from error
    names = [item.name for item in manifest.files]
    texts = [manifest.name, manifest.title, *names, *(item.sha256 for item in manifest.files)]
    if names != sorted(set(names)) or any("\n" in text for text in texts) or manifest.size > LARGEST_PACK:
        raise BadlyFormedError
    return manifest


def described(name: str, version: int, day: date, title: str, contents: Mapping[str, bytes]) -> Manifest:
    """The manifest of these files. Raises BadlyFormedError when one of them can be in no pack."""
    items = tuple(
        Item(file, len(content), hashlib.sha256(content).hexdigest()) for file, content in sorted(contents.items())
    )
    return decoded(encoded(Manifest(name, version, day, title, items)))


def match(item: Item, content: bytes) -> None:
    """Raises AlteredError when this is not what was signed."""
    if len(content) != item.size or hashlib.sha256(content).hexdigest() != item.sha256:
        raise AlteredError
