"""What a print server answers, as RFC 8010 writes it: groups of attributes. Whatever comes is read once, forwards.

pyipp writes our questions but does not read the answers: it follows a length below nothing backwards, for ever, and
thirty bytes from the network would then stop the whole post. Knows no rule of printing.
"""

from __future__ import annotations

import struct
from typing import Any

from pyipp.enums import IppTag

Attributes = dict[str, Any]
"""Of one printer or one job: numbers, truths and words fit to be shown; several values of one name as a list."""

MOST_BYTES = 1 << 20
"""A server that remembers ten thousand jobs says less of them."""
_MOST_WORD = 1023  # RFC 8011: the largest text and address
_HEAD = struct.Struct(">2xH4x")
_GROUPS = {IppTag.JOB: "jobs", IppTag.PRINTER: "printers"}
_WORDS = frozenset(range(IppTag.TEXT, IppTag.MIME_TYPE + 1))
_FIRST_VALUE = IppTag.UNSUPPORTED_VALUE


class UnreadableError(ValueError):
    """It is no answer of IPP's."""


def read(body: bytes) -> tuple[int, Attributes]:
    """The status, and the "jobs" and "printers" of which something is said. Raises UnreadableError."""
    groups: dict[str, list[Attributes]] = {"jobs": [], "printers": []}
    try:
        (status,) = _HEAD.unpack_from(body)
        at, name, into = _HEAD.size, "", Attributes()
        while (tag := body[at]) != IppTag.END:
            at += 1
            if tag < _FIRST_VALUE:
                name, into = "", Attributes()
                if tag in _GROUPS:
                    groups[_GROUPS[IppTag(tag)]].append(into)
                continue
            written, at = _piece(body, at)
            value, at = _piece(body, at)
            # Without a name, it is one more value of the last one.
            name, more = (_word(written), False) if written else (name, True)
            _keep(into, name, _meant(tag, value), more=more)
    except (IndexError, struct.error) as error:
        raise UnreadableError from error
    return status, {group: [one for one in found if one] for group, found in groups.items()}


def _piece(body: bytes, at: int) -> tuple[bytes, int]:
    """What follows its own length, which is never below nothing, and where it ends."""
    (length,) = struct.unpack_from(">H", body, at)
    end = at + 2 + length
    if end > len(body):
        raise UnreadableError
    return body[at + 2 : end], end


def _keep(into: Attributes, name: str, value: int | bool | str | None, *, more: bool) -> None:
    if value is None or (more and name not in into):
        return
    if not more:
        into[name] = value
    elif isinstance(into[name], list):
        into[name].append(value)
    else:
        into[name] = [into[name], value]


def _meant(tag: int, value: bytes) -> int | bool | str | None:
    """None for what nothing here asks about, and for what the server itself does not know."""
    match tag:
        case IppTag.INTEGER | IppTag.ENUM:
            return int(struct.unpack(">i", value)[0])
        case IppTag.BOOLEAN:
            return bool(struct.unpack(">?", value)[0])
        case IppTag.TEXT_LANG | IppTag.NAME_LANG:
            return _word(_piece(value, _piece(value, 0)[1])[0])
        case _:
            return _word(value) if tag in _WORDS else None


def _word(written: bytes) -> str:
    """It may be shown, and told to IT on a terminal."""
    said = written[:_MOST_WORD].decode("utf-8", "ignore")
    return said if said.isprintable() else "".join(sign if sign.isprintable() else " " for sign in said)
