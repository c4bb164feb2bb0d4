"""What `record.js` may say, read as untrusted: a gesture on a named part of the page, or marks of typed words."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from kiosk.guest.probe.untrusted import MOST_BYTES, Mark


class Did(msgspec.Struct, frozen=True, tag="did", tag_field="k", forbid_unknown_fields=True):
    """`a`: host/path of the document; `top`: it is the page's own, and not a frame's."""

    g: Literal["write", "click", "choose", "send"]
    r: Annotated[str, msgspec.Meta(pattern=r"^[a-z]{1,20}$")]
    n: Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
    a: Annotated[str, msgspec.Meta(max_length=2000)]
    top: bool


class Typed(msgspec.Struct, frozen=True, tag="typed", tag_field="k", forbid_unknown_fields=True):
    """Words that were typed, as numbers that mean nothing outside of this session."""

    m: Annotated[list[Mark], msgspec.Meta(max_length=100)]


_decoder = msgspec.json.Decoder(Did | Typed)


def read_recorded(untrusted_line: str, word: str) -> Did | Typed | None:
    if not untrusted_line.startswith(word) or len(untrusted_line) > MOST_BYTES:
        return None
    try:
        said: Did | Typed = _decoder.decode(untrusted_line[len(word) :])
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError):
        return None
    return said
