"""Words from outside (a site's, a guest's) as one line of plain signs, before anybody reads them. Pure."""

from __future__ import annotations

import re
import unicodedata

_MOST_MARKS = 2  # a letter may need them; a heap of them is painted over the lines around
_BOLD = re.compile(r"\*{2,}")


def plain(untrusted: str, longest: int) -> str:
    """At most `longest` signs; nothing that is not seen, that turns the writing round, or that our labels take for
    bold. May be empty."""
    signs: list[str] = []
    marks = 0
    for sign in unicodedata.normalize("NFC", untrusted[: 8 * longest]):
        kind = unicodedata.category(sign)[0]
        marks = marks + 1 if kind == "M" else 0
        if sign.isspace():
            signs.append(" ")
        elif kind != "C" and marks <= _MOST_MARKS:
            signs.append(sign)
    line = _BOLD.sub("*", "".join(signs))
    return " ".join(line.split())[:longest].strip()
