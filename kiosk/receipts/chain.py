"""Whether a book is whole: nothing changed, taken away, moved or cut off. Pure; says the line, in French.

Knows the post's public key and how far the book went, where the keyring could be asked. Without them it can still see
what breaks the chain in the middle, and says what it cannot see.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.errors import Problem
from kiosk.receipts.book import Row
from kiosk.receipts.line import NOTHING_BEFORE, name_of
from kiosk.receipts.safe import Head


@dataclass(frozen=True)
class Judgement:
    """`problems`: what is wrong. `notes`: what is right and still worth saying."""

    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    receipts: int
    failed: int

    @property
    def whole(self) -> bool:
        return not self.problems


def judge(
    file: str, rows: Sequence[Row], key: Ed25519PublicKey | None, head: Head | None, *, signs: bool = True
) -> Judgement:
    """`file` is named in each problem. `signs`: whether this post is one that signs."""
    lines = [row.line for row in rows if row.line is not None]
    problems = [
        *_unreadable(file, rows),
        *_moved(file, rows),
        *_missing(file, rows, head),
        *_untied(file, rows, key, head),
        *(_forged(file, rows, key) if key is not None else ()),
        *_cut(file, rows, head),
    ]
    unsigned, notes = _unsigned(file, rows) if signs else ([], [])
    problems += unsigned
    problems.sort(key=lambda one: one.line or len(rows) + 1)
    return Judgement(tuple(problems), tuple(notes), len(lines), sum(not line.verified for line in lines))


def _unreadable(file: str, rows: Sequence[Row]) -> Iterator[Problem]:
    for row in rows:
        if row.line is None:
            yield Problem(file, "ce n'est pas un reçu. La ligne a été changée, ou coupée.", row.place)


def _moved(file: str, rows: Sequence[Row]) -> Iterator[Problem]:
    highest = 0
    for row in rows:
        if row.line is None:
            continue
        if row.line.n <= highest:
            yield Problem(file, f"le reçu n° {row.line.n} n'est pas à sa place.", row.place)
        highest = max(highest, row.line.n)


def _missing(file: str, rows: Sequence[Row], head: Head | None) -> Iterator[Problem]:
    there = sorted({row.line.n for row in rows if row.line is not None})
    if not there:
        return
    expected = min(there[0], head.first) if head is not None else there[0]
    for row in rows:
        if row.line is None or row.line.n < expected:
            continue
        if gone := _numbers(expected, row.line.n, there):
            yield Problem(file, f"avant cette ligne, il manque {gone}.", row.place)
        expected = row.line.n + 1


def _untied(file: str, rows: Sequence[Row], key: Ed25519PublicKey | None, head: Head | None) -> Iterator[Problem]:
    """A line that follows another text than the one that stands there. A bad signature has said so already."""
    prints = {row.line.n: row.line for row in rows if row.line is not None}
    places = {row.line.n: row.place for row in rows if row.line is not None}
    for row in rows:
        line = row.line
        if line is None:
            continue
        before = prints.get(line.n - 1)
        if before is None:
            if line.n == 1 and line.prev != NOTHING_BEFORE:
                yield Problem(file, "le premier reçu a été changé.", row.place)
            if head is not None and line.n == head.first and line.prev != head.before:
                yield Problem(file, "le premier reçu gardé a été changé.", row.place)
        elif before.fingerprint != line.prev and not (key is not None and before.signed and not before.is_by(key)):
            what = f"ce reçu a été changé : le reçu n° {line.n}, ligne {row.place}, en suivait un autre."
            yield Problem(file, what, places[line.n - 1])


def _forged(file: str, rows: Sequence[Row], key: Ed25519PublicKey) -> Iterator[Problem]:
    for row in rows:
        line = row.line
        if line is None or not line.signed or line.is_by(key):
            continue
        if line.key != name_of(key):
            yield Problem(file, f"ce reçu est signé avec une autre clé ({line.key}).", row.place)
        else:
            yield Problem(file, "ce reçu a été changé : sa signature n'est pas bonne.", row.place)


def _cut(file: str, rows: Sequence[Row], head: Head | None) -> Iterator[Problem]:
    if head is None:
        return
    by_number = {row.line.n: row for row in rows if row.line is not None}
    last = max(by_number, default=0)
    if last < head.count:
        if gone := _numbers(max(last + 1, head.first), head.count + 1, ()):
            yield Problem(file, f"la fin du fichier manque : {gone}.", len(rows) or None)
        return
    row = by_number.get(head.count)
    if row is not None and row.line is not None and row.line.fingerprint != head.fingerprint:
        yield Problem(file, f"le reçu n° {head.count} n'est pas celui que le poste avait noté.", row.place)


def _unsigned(file: str, rows: Sequence[Row]) -> tuple[list[Problem], list[Problem]]:
    """A line that the post could not sign is held by the next signed one. Those after the last are held by none."""
    last_signed = max((row.place for row in rows if row.line is not None and row.line.signed), default=0)
    problems, notes = [], []
    for row in rows:
        if row.line is None or row.line.signed:
            continue
        if row.place > last_signed:
            problems.append(Problem(file, "ce reçu n'est pas signé : rien ne le protège.", row.place))
        else:
            what = "ce reçu n'était pas signé. Les reçus signés qui suivent le protègent depuis."
            notes.append(Problem(file, what, row.place))
    return problems, notes


def _numbers(first: int, end: int, there: Sequence[int]) -> str:
    """Those from `first` to before `end` that are not among `there`, in order; empty when there are none. They are
    counted, not listed: whoever writes a false number may write a large one."""
    between = set(there[bisect_left(there, first) : bisect_left(there, end)])
    count = end - first - len(between)
    if count < 1:
        return ""
    low, high = first, end - 1
    while low in between:
        low += 1
    while high in between:
        high -= 1
    return f"le reçu n° {low}" if count == 1 else f"{count} reçus, du n° {low} au n° {high}"
