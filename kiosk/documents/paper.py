"""A person's paper outside of the guest's tray: on its way to a device, or from one.

Every paper that the shell holds is in the session's `Pouch`, so that the wipe can empty it and count what remains.
Nothing here parses a content: that is the workshop's work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from kiosk.sealed import Sealed

Kind = Literal["pdf", "image"]
ENDINGS: dict[Kind, str] = {"pdf": ".pdf", "image": ".jpg"}


@dataclass(frozen=True)
class Paper:
    """`title` is what the person reads, without an ending: from a site or the guest, so untrusted words."""

    title: str
    kind: Kind
    content: Sealed

    @property
    def size(self) -> int:
        """In bytes."""
        return self.content.size

    @property
    def file_name(self) -> str:
        return f"{self.title}{ENDINGS[self.kind]}"


@dataclass(frozen=True)
class Picture:
    """Pixels, ready to be shown: three bytes each (red, green, blue), row after row, nothing between rows.

    It has no format to be parsed, so a hostile document cannot reach who shows it. Raises ValueError when sizes lie.
    """

    width: int
    height: int
    rgb: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1 or len(self.rgb) != 3 * self.width * self.height:
            raise ValueError("a picture's bytes must match its size")


class Pouch:
    """All the contents that the shell holds of one person, at most a few and only while a service runs."""

    def __init__(self) -> None:
        self._held: list[Sealed] = []

    def hold(self, content: Sealed | bytes | Iterable[bytes]) -> Sealed:
        sealed = content if isinstance(content, Sealed) else Sealed.of(content)
        self._held.append(sealed)
        return sealed

    def drop(self, content: Sealed) -> None:
        """One is no longer needed."""
        content.close()
        self._held = [one for one in self._held if one is not content]

    def empty(self) -> None:
        for one in self._held:
            one.close()
        self._held.clear()

    def remains(self) -> int:
        return sum(not one.closed for one in self._held)
