"""What `record.js` may say, read as untrusted: a gesture on a named part of the page, or marks of typed words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from typing import Annotated, Literal
from urllib.parse import unquote

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


def without_typed(address: str, marks: Container[str], word: str) -> str:
    """The address with `*` for each part of its path that repeats a word that was typed: a search, a name."""
    parts = re.split(r"([/?#&=])", address)
    return "".join(part if place == 0 or not _was_typed(part, marks, word) else "*" for place, part in enumerate(parts))


def _was_typed(part: str, marks: Container[str], word: str) -> bool:
    decomposed = unicodedata.normalize("NFKD", unquote(part)).lower()
    plain = "".join(letter for letter in decomposed if not unicodedata.category(letter).startswith("M"))
    return any(_mark_of(one, word) in marks for one in re.split(r"[\W_]+", plain))


def _mark_of(typed: str, word: str) -> str:
    """As `record.js` makes them."""
    high, low = 0xDEADBEEF, 0x41C6CE57
    for letter in word + typed:
        high = (high ^ ord(letter)) * 2654435761 & 0xFFFFFFFF
        low = (low ^ ord(letter)) * 1597334677 & 0xFFFFFFFF
    return _base_36(low) + _base_36(high)


def _base_36(number: int) -> str:
    digits = ""
    while number:
        number, last = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[last] + digits
    return digits or "0"
