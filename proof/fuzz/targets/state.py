"""The post's own small files, after a bad disk, a cut of power or another hand."""

from __future__ import annotations

import asyncio
import json
import random
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kiosk.procedures.drifts import DriftCounts
from kiosk.procedures.noted_hosts import NotedHosts
from kiosk.procedures.openings import OpeningCounts
from kiosk.receipts import command
from kiosk.receipts.book import Book
from kiosk.receipts.line import NOTHING_BEFORE, Line, Verdict, made
from kiosk.receipts.notary import Notary
from kiosk.receipts.safe import Head, Safe
from kiosk.session.known_clean import KnownClean
from kiosk.staff import StaffFile
from kiosk.staff.file import StaffError
from proof.fuzz.mutation import Mutator, as_json, changed_value
from proof.fuzz.target import REFUSED, TAKEN, Outcome, Target, expect, told, told_error

_KEY = Ed25519PrivateKey.from_private_bytes(b"a key of nobody, for tries only."[:32])
_AT = datetime(2026, 11, 22, 14, 30)  # noqa: DTZ001 - as the post's own clock says it


class _Memory(Safe):
    def __init__(self, head: Head | None) -> None:
        self._head = head

    def key(self) -> Ed25519PrivateKey | None:
        return _KEY

    def put_key(self, key: Ed25519PrivateKey) -> None:
        del key
        raise AssertionError("it has one")

    def head(self) -> Head | None:
        return self._head

    def put_head(self, head: Head) -> None:
        self._head = head


class Receipts(Target):
    name = "receipts"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        lines: list[Line] = []
        for number in range(1, 5):
            verdict = Verdict(
                _AT, "finished", number != 3, "E-301" if number == 3 else None, 1.5, (("browser", 0.5, True, 0),)
            )
            line = made(number, lines[-1].fingerprint if lines else NOTHING_BEFORE, verdict)
            lines.append(line if number == 2 else line.signed_with(_KEY))
        self._lines = lines
        self._book = b"".join(line.written + b"\n" for line in lines)
        self._head = Head(4, lines[-1].fingerprint, 1, NOTHING_BEFORE)
        self._mutator = Mutator((self._book,), (b'"n":', b'"sig":null', b'"key":null', b'"steps":[]', b"\n", b"{}"))

    def case(self, chance: random.Random) -> bytes:
        if chance.random() < 0.4:
            return self._mutator.case(chance)
        # Well written, to the letter, and false.
        value: object = json.loads(chance.choice(self._lines).written)
        for _ in range(chance.choice((1, 1, 2))):
            value = changed_value(value, chance)
        if isinstance(value, dict) and chance.random() < 0.3:
            value["n"] = chance.choice((2**31, 10**15, 10**300, 5))
        line = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True).encode()
        return self._book + line + b"\n" if chance.random() < 0.5 else line + b"\n" + self._book

    def put(self, case: bytes) -> Outcome:
        book = Book(self.folder)
        book.file.write_bytes(case)
        whole = False
        for safe in (None, _Memory(self._head)):
            answer = command.verify(self.folder, safe)
            whole = answer.whole
            expect(
                answer.said.replace("\n", "").isprintable() and len(answer.said) < 100_000, "words that move the cursor"
            )
        expect(command.listed(self.folder).replace("\n", "").isprintable(), "a list that moves the cursor")
        told_of: list[tuple[int, str | None]] = []
        notary = Notary(book, _Memory(self._head), 365, lambda number, reason: told_of.append((number, reason)))
        notary.keep(Verdict(_AT, "finished", True, None, 1.0))
        expect(notary.end(20.0) and len(told_of) == 1 and told_of[0][1] is None, "no receipt of the next wipe")
        return TAKEN if whole else REFUSED


def _digest(pin: str) -> str:
    """With a salt that is always the same: a case must be made again from its number."""
    return Argon2id(salt=b"salt of no post.", length=32, iterations=2, lanes=1, memory_cost=8192).derive_phc_encoded(
        pin.encode()
    )


class Staff(Target):
    """The list and the count of wrong tries, in this order, with a line between."""

    name = "staff"
    seconds = 12.0
    _BETWEEN = b"\x1e"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._list = {"staff": [{"name": "anne", "pin": _digest("739152")}, {"name": "luc", "pin": _digest("480261")}]}
        self._mutator = Mutator(
            (json.dumps(self._list).encode(),), (b'"role":"it"', b'"staff":', b"$argon2id$v=19$m=999999,t=9,p=4$")
        )

    def case(self, chance: random.Random) -> bytes:
        attempts = as_json(changed_value({"wrong": 3, "last": 1.7e9}, chance), chance)
        if chance.random() < 0.4:
            return self._mutator.case(chance) + self._BETWEEN + attempts
        return as_json(changed_value(self._list, chance), chance) + self._BETWEEN + attempts

    def put(self, case: bytes) -> Outcome:
        people, _, attempts = case.partition(self._BETWEEN)
        (self.folder / "staff.json").write_bytes(people)
        (self.folder / "staff-attempts.json").write_bytes(attempts)
        file = StaffFile(self.folder, lambda: 1.7e9 + 5000)
        waits = file.waiting()
        expect(0 <= waits.wait_seconds <= 3600, "a wait without end")
        problem = file.problem()
        told([problem] if problem else [])
        try:
            file.names()
        except StaffError as error:
            told_error(error)
            expect(not file.anybody(), "a damaged list admits")
            return REFUSED
        expect(asyncio.run(file.check("000000")).name is None, "a wrong code is right")
        return TAKEN


class NotedFiles(Target):
    """Counts, notes and lists that a session reads: what is damaged is nothing, never in the way."""

    name = "noted-files"

    _SAMPLES = (
        {"caf": {"connexion": 3}},
        {"www.exemple.fr": 3},
        ["www.exemple.fr", "a.fr"],
        {"places": ["/nowhere"], "files": {"/nowhere/a": [1, 2, 3]}},
    )

    def case(self, chance: random.Random) -> bytes:
        sample = chance.choice(self._SAMPLES)
        if chance.random() < 0.4:
            return Mutator((json.dumps(sample).encode(),), (b"Infinity", b"NaN", b"-Infinity")).case(chance)
        return as_json(changed_value(sample, chance), chance)

    def put(self, case: bytes) -> Outcome:
        for name in ("drifts.json", "openings.json", "noted-hosts/caf.json", "clean.json"):
            file = self.folder / name
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(case)
        drifts, openings, hosts = DriftCounts(self.folder), OpeningCounts(self.folder), NotedHosts(self.folder)
        read = (drifts.read(), openings.most_opened(), hosts.read("caf"))
        drifts.add("caf", "connexion")
        openings.add("www.exemple.fr")
        hosts.add("caf", "www.exemple.fr")
        expect(drifts.read()["caf"]["connexion"] >= 1, "a count is lost")
        place = self.folder / "place"
        place.mkdir(exist_ok=True)
        asyncio.run(KnownClean([place], [], self.folder / "clean.json").erase())
        return TAKEN if any(read) else REFUSED
