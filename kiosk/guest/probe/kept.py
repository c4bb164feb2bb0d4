"""What `keeping.js` may say, read as untrusted: a document began, or what stands in one of its fields."""

from __future__ import annotations

from typing import Annotated

import msgspec

from kiosk.guest.probe.untrusted import MOST_BYTES

_Address = Annotated[str, msgspec.Meta(max_length=4000)]


class Began(msgspec.Struct, frozen=True, tag="began", tag_field="k", forbid_unknown_fields=True):
    """`a`: the document's address; `top`: it is the page's own, and not a frame's."""

    a: _Address
    top: bool


class Kept(msgspec.Struct, frozen=True, tag="kept", tag_field="k", forbid_unknown_fields=True):
    """`v` of None: nothing of this field may be kept any more."""

    a: _Address
    n: Annotated[str, msgspec.Meta(max_length=200)]
    v: Annotated[str, msgspec.Meta(max_length=4000)] | None


_decoder = msgspec.json.Decoder(Began | Kept)


def read_kept(untrusted_line: str, word: str) -> Began | Kept | None:
    if not untrusted_line.startswith(word) or len(untrusted_line) > MOST_BYTES:
        return None
    try:
        said: Began | Kept = _decoder.decode(untrusted_line[len(word) :])
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError):
        return None
    return said
