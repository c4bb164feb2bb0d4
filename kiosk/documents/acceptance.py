"""What a service takes, and what was done to a paper so that it is taken. Figures and codes; the words are the ui's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import msgspec

Format = Literal["pdf", "jpeg"]
MEGABYTE = 1_000_000
"""Sites that write "5 Mo" mean one of two sizes: the smaller one always passes."""


@dataclass(frozen=True)
class Rule:
    """What the service of a procedure takes. `formats` in the order it prefers. `max_bytes`: for one file."""

    formats: tuple[Format, ...] = ("pdf", "jpeg")
    max_bytes: int | None = None

    def takes(self, kind: Literal["pdf", "image"], size: int) -> bool:
        named: Format = "pdf" if kind == "pdf" else "jpeg"
        return named in self.formats and (self.max_bytes is None or size <= self.max_bytes)


class Did(StrEnum):
    """One thing that was done to a paper, for the one sentence that says it."""

    SHRUNK = "shrunk"
    TO_PDF = "to-pdf"
    TO_JPEG = "to-jpeg"
    MERGED = "merged"
    SPLIT = "split"
    TURNED = "turned"
    CROPPED = "cropped"
    STRAIGHTENED = "straightened"  # edges found, perspective taken out
    BRIGHTENED = "brightened"


class Reading(msgspec.Struct, frozen=True):
    """What text recognition found: a kind of document by its key (`ui.desk_words` names it), and how well it reads.

    `readable`: 0 (nothing can be read) to 100. Never a word of the document itself.
    """

    kind: str | None
    readable: int
