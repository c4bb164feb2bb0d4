"""From what is right to what is nearly right: bytes cut, doubled, spliced and sown with words that break readers.

Knows bytes and chance only: the same chance makes the same case.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence

CANARY = "kanarinchenzoe"
"""A person's word: it may be quoted to whoever wrote it, and never in a log."""

_NUMBERS = (
    *("0", "-1", "1e999", "-1e999", "nan", "1.5", "2147483648", "-9223372036854775809", "18446744073709551616"),
    *("9" * 400, "9" * 5000, "0x" + "f" * 4000, "1_000", "1e-400", "0o7", "0b1", "1:59:59", "٣"),
)
_SIGNS = (
    "\0",
    "\x1b[31m",
    "\r",
    "\n",
    "\t",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\u2028",
    "é",
    "e\u0301",
    "🙂",
    "ﷺ",
)
_BYTES = (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xff\xfe", b"\0" * 64)
_PLACES = ("../../etc/passwd", "/dev/zero", "C:\\con", "%2e%2e%2f", "file:///etc/shadow", "*", "~", "-", ".")
_DEEP = ("[", "{", '{"a":', "[[", "(", "<a>", "- ", "a: {", "a = [", "&a [*a", "x.", '"')
DICTIONARY: tuple[bytes, ...] = (
    *(word.encode() for word in (*_NUMBERS, *_SIGNS, *_PLACES, CANARY, "null", "true", "yes", "~", "never")),
    *_BYTES,
    *(b'"\\ud800"', b'"\\udfff\\ud800"', b"\\u0000", b"&a [*a, *a]", b"<!ENTITY a 'aa'>", b"!!python/name:os.system"),
)
_LARGEST_CASE = 300 * 1024


class Mutator:
    """`samples`: right ones. `words`: of the field, as they are written there."""

    def __init__(self, samples: Sequence[bytes], words: Sequence[bytes] = ()) -> None:
        self._samples = samples
        self._words = (*words, *DICTIONARY)

    def case(self, chance: random.Random) -> bytes:
        case = chance.choice(self._samples)
        for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5, 8))):
            case = self._changed(case, chance)
        return case[:_LARGEST_CASE]

    def _changed(self, case: bytes, chance: random.Random) -> bytes:
        return chance.choice((self._piece_changed, self._piece_changed, self._piece_changed, *self._whole))(
            case, chance
        )

    @property
    def _whole(self) -> tuple[Callable[[bytes, random.Random], bytes], ...]:
        return (_lines_moved, self._token_replaced)

    def _piece_changed(self, case: bytes, chance: random.Random) -> bytes:
        """Another piece instead of one of the case's own."""
        start, end = _span(case, chance)
        piece = case[start:end]
        other: tuple[bytes, ...] = (
            bytes(one ^ 1 << chance.randrange(8) for one in piece[:4]) + piece[4:],
            b"",
            piece * chance.choice((2, 3, 50)),
            chance.choice(self._words) + piece,
            chance.choice(self._words),
            _token(chance.choice(self._samples), chance),
            chance.choice(_DEEP).encode() * chance.choice((3, 30, 300, 3000, 30_000)),
            chance.randbytes(chance.randint(1, 8)),
            bytes([chance.choice(piece or b"\0")]) * chance.choice((80, 1000, 70_000)),
        )
        after = case[end:] if chance.random() < 0.95 else b""
        return case[:start] + chance.choice(other) + after

    def _token_replaced(self, case: bytes, chance: random.Random) -> bytes:
        token = _token(case, chance)
        other = chance.choice((chance.choice(self._words), _token(chance.choice(self._samples), chance)))
        return case.replace(token, other, chance.choice((1, -1))) if token else case


def changed_value(value: object, chance: random.Random) -> object:
    """A value as JSON has them with one part of it made another, at any depth: the form stays right around it."""
    if isinstance(value, dict) and value and chance.random() < 0.8:
        return _changed_dict(value, chance)
    if isinstance(value, list) and value and chance.random() < 0.8:
        return _changed_list(value, chance)
    if isinstance(value, str) and chance.random() < 0.5:
        place = chance.randint(0, len(value))
        return value[:place] + _odd_text(chance) + value[place:]
    return _odd(chance)


def _changed_dict(value: dict[str, object], chance: random.Random) -> dict[str, object]:
    key = chance.choice(sorted(value))
    match chance.randrange(8):
        case 0:
            return {one: what for one, what in value.items() if one != key}
        case 1:
            return {**value, key + chance.choice("sx\n é"): value[key]}
        case 2:
            return {**value, _odd_text(chance): _odd(chance)}
        case _:
            return {**value, key: changed_value(value[key], chance)}


def _changed_list(value: list[object], chance: random.Random) -> list[object]:
    place = chance.randrange(len(value))
    match chance.randrange(6):
        case 0:
            return value[:place] + value[place + 1 :]
        case 1:
            return value * chance.choice((2, 40))
        case _:
            return [*value[:place], changed_value(value[place], chance), *value[place + 1 :]]


def as_json(value: object, chance: random.Random) -> bytes:
    """Sometimes with a key twice, or with halves of letters: `json` writes what no reader should believe."""
    text = json.dumps(value, ensure_ascii=chance.random() < 0.5, separators=(",", ":"))
    if text.startswith("{") and len(text) > 2 and chance.random() < 0.1:
        text = text[:-1] + "," + text[1:]
    return text.encode("utf-8", "surrogatepass")


def _odd(chance: random.Random) -> object:
    deep: object = CANARY
    for _ in range(chance.choice((1, 20, 300))):
        deep = [deep] if chance.random() < 0.5 else {"a": deep}
    return chance.choice(
        (None, True, False, 0, -1, 1.5, 10**18, 2**63, -(2**64), 10**400, 1e308, "", [], {}, deep, _odd_text(chance))
    )


def _odd_text(chance: random.Random) -> str:
    one = chance.choice((*_SIGNS, *_PLACES, CANARY, "\ud800", "a", "fr", "1"))
    return one * chance.choice((1, 1, 1, 2, 100, 5000))


def _span(case: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(case))
    return start, min(len(case), start + chance.choice((0, 1, 1, 2, 4, 8, 40, 400)))


def _token(case: bytes, chance: random.Random) -> bytes:
    """A piece between two signs that separate."""
    tokens = [token for token in case[:20_000].split() if token] or [b""]
    return chance.choice(tokens).strip(b'",:=[]{}<>')


def _lines_moved(case: bytes, chance: random.Random) -> bytes:
    lines = case.split(b"\n")
    line = chance.choice(lines)
    place = chance.randrange(len(lines) + 1)
    if chance.random() < 0.3:
        line = b" " * chance.choice((1, 2, 4)) + line
    return b"\n".join([*lines[:place], line, *lines[place:]])
