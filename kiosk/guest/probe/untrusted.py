"""What a page's probe may say, read as untrusted: typed, bounded, and silent about everything else.

The random word in front keeps a page from speaking in the probe's name; the bounds hold even if one should learn it.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

MOST_BYTES = 16_384
MOST_TARGETS = 200

Index = Annotated[int, msgspec.Meta(ge=0, lt=MOST_TARGETS)]
FrameId = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]{4,16}$")]


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One word of one document. `s` holds rows of (target's index, visible, filled, many)."""

    f: FrameId
    k: Literal["facts", "painted", "bye"]
    top: bool
    v: Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)] = 0
    ready: bool = False
    s: Annotated[list[tuple[Index, bool, bool, bool]], msgspec.Meta(max_length=MOST_TARGETS)] = []


_reports = msgspec.json.Decoder(Report)


def read_report(untrusted_line: str, word: str) -> Report | None:
    """The report in a line of a page's console, or None: the page's own console is nobody's business."""
    if not untrusted_line.startswith(word) or len(untrusted_line) > MOST_BYTES:
        return None
    try:
        return _reports.decode(untrusted_line[len(word) :])
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError):
        return None
