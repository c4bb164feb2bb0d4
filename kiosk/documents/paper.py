"""A person's paper outside of the guest's tray: on its way to a device, or from one.

Every paper that the shell holds is in the session's `Pouch`, so that the wipe can empty it and count what remains.
Nothing here parses a content: that is the workshop's work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from kiosk.documents.plain import plain
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed

Kind = Literal["pdf", "image"]
ENDINGS: dict[Kind, str] = {"pdf": ".pdf", "image": ".jpg"}
LONGEST_TITLE = 80
MOST_BYTES = 768 << 20
"""Of all contents together that the shell may hold: a full tray, a feeder of forty sheets, and what is made of them."""

_NO_TITLE = "Papier"


@dataclass(frozen=True)
class Paper:
    """`title` is what the person reads, without an ending. It may come from a site or the guest: it is made plain
    here, so that no screen, file name or message has to."""

    title: str
    kind: Kind
    content: Sealed

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", plain(self.title, LONGEST_TITLE) or _NO_TITLE)

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

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._held: list[Sealed] = []
        self._most_bytes = most_bytes

    def hold(self, content: Sealed | bytes) -> Sealed:
        """Takes it over. Raises PaperTroubleError, and closes it, when the post would hold too much."""
        sealed = content if isinstance(content, Sealed) else Sealed.of(content)
        if any(one is sealed for one in self._held):
            return sealed
        if sealed.size + sum(one.size for one in self._held) > self._most_bytes:
            sealed.close()
            raise PaperTroubleError(Trouble.TOO_LARGE)
        self._held.append(sealed)
        return sealed

    def hold_all(self, contents: Sequence[Sealed]) -> list[Sealed]:
        """Takes all of them over, or none: then it raises, and they are closed."""
        try:
            return [self.hold(one) for one in contents]
        except PaperTroubleError:
            for one in contents:
                self.drop(one)
            raise

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
