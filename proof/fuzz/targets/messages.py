"""What travels on the post's own lines: packets with descriptors between the shell and those that it does not trust."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import re
import socket
from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import ClassVar

import msgspec

from kiosk import packets
from kiosk.documents.phone import talk
from kiosk.documents.trouble import PaperTroubleError
from kiosk.documents.workshop import checks, jobs
from kiosk.sealed import NotSealedError, Sealed
from kiosk.session import messages
from kiosk.session.channel import Channel
from kiosk.session.limits import RateLimit
from proof.fuzz.mutation import CANARY, Mutator, as_json, changed_value
from proof.fuzz.target import REFUSED, TAKEN, Outcome, Target, expect

_END = b"\x1e"
"""Between two packets of a case. The first byte of each says what travels beside."""
_MOST_BYTES = 50 << 20

_FROM_GUEST: tuple[dict[str, object], ...] = (
    {"type": "Ready"},
    {"type": "Painted"},
    {"type": "Heartbeat"},
    {"type": "StepShown", "step": "connexion", "number": 1, "total": 9},
    {"type": "StepDone", "step": "connexion", "how": "page"},
    {"type": "Drift", "step": "connexion"},
    {"type": "DocumentStored", "kind": "pdf", "size": 1000},
    {"type": "DocumentRefused", "reason": "too-large"},
    {"type": "ServiceAsked", "service": "scan"},
    {"type": "ServiceAsked", "service": "print", "papers": [{"title": CANARY, "kind": "pdf"}]},
    {"type": "ServiceAsked", "service": "receipt", "numbers": [CANARY, "12"]},
    {"type": "Delivered", "kept": True},
    {"type": "PageProblem", "kind": "offline"},
    {"type": "DriveAsked", "action": "take"},
    {"type": "FocusSecrecy", "secrecy": "secret"},
    {"type": "Hands", "step": "connexion", "user": 1, "mediator": 2, "user_ms": 3, "mediator_ms": 4},
    {"type": "ReadAloud", "step": "connexion", "part": "help"},
    {"type": "Recorded", "gesture": "click", "role": "button", "name": CANARY, "address": "a.fr/b"},
    {"type": "FinishAsked"},
)


class _Packets(Target):
    """Packets with what travels beside them. A case is packets, each after one byte that says what."""

    samples: ClassVar[Sequence[dict[str, object]]]

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._written = [json.dumps(one).encode() for one in self.samples]
        self._mutator = Mutator(self._written)

    def case(self, chance: random.Random) -> bytes:
        made = [self._packet(chance) for _ in range(chance.choice((1, 1, 2, 4)))]
        if chance.random() < 0.02:
            made *= 400
        return _END.join(made)

    def _packet(self, chance: random.Random) -> bytes:
        beside = bytes([chance.choice((0, 0, 1, 1, 9, chance.randrange(256)))])
        what = chance.random()
        if what < 0.2:
            return beside + chance.choice(self._written)
        if what < 0.8:
            value: object = chance.choice(self.samples)
            for _ in range(chance.choice((1, 1, 2, 3))):
                value = changed_value(value, chance)
            return beside + as_json(value, chance)
        return beside + self._mutator.case(chance).replace(_END, b"")

    def put(self, case: bytes) -> Outcome:
        before = _open_descriptors()
        outcome = self._put([(one[:1] or b"\0", one[1:]) for one in case.split(_END)])
        expect(_open_descriptors() == before, "a descriptor stays open")
        return outcome

    @abstractmethod
    def _put(self, sent: Sequence[tuple[bytes, bytes]]) -> Outcome: ...


class FromGuest(_Packets):
    """A browser that was taken over, at the shell's end of the line."""

    name = "from-guest"
    samples = _FROM_GUEST

    def _put(self, sent: Sequence[tuple[bytes, bytes]]) -> Outcome:
        codes = asyncio.run(_said_to_a_channel(sent))
        expect(
            len(codes) <= 1 and set(codes) <= {"size", "form", "rate", "closed"}, "the line breaks once, with a code"
        )
        return REFUSED if codes else TAKEN


async def _said_to_a_channel(sent: Sequence[tuple[bytes, bytes]]) -> list[str]:
    faults, codes = list[object](), list[str]()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: faults.append(context.get("exception") or context))
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.setblocking(False)
    theirs.setblocking(False)
    channel = Channel(ours, _hear, codes.append, RateLimit(), _MOST_BYTES)
    for beside, packet in sent:
        with _held(beside[0]) as held, contextlib.suppress(OSError):
            packets.send(theirs, packet, held)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    channel.close()
    ours.close()
    theirs.close()
    for fault in faults:
        if isinstance(fault, Exception):
            raise fault
    return codes


def _hear(message: messages.AnyFromGuest, contents: tuple[Sealed, ...]) -> None:
    for one in contents:
        expect(0 <= one.size <= _MOST_BYTES, "a content that is too large")
        one.close()
    for name in ("step", "role"):
        word = getattr(message, name, "a")
        expect(re.fullmatch(r"[a-z0-9-]{1,60}", word) is not None, "a word that is none")
    json.dumps(msgspec.to_builtins(message), ensure_ascii=False).encode()  # no half letters


class ToGuest(Target):
    """What the shell can write, the guest can read: the same, and within its bound."""

    name = "to-guest"

    def case(self, chance: random.Random) -> bytes:
        return chance.randbytes(8)

    def put(self, case: bytes) -> Outcome:
        chance = random.Random(case)
        text = "".join(chance.choice('aé"\\/\u202e\u2028🙂\x00\n') for _ in range(chance.choice((1, 80, 2000, 70_000))))
        try:
            procedure = msgspec.Raw(msgspec.json.encode({"title": text, "steps": [text[:40]] * chance.randrange(60)}))
            message = chance.choice(
                (
                    messages.Open(procedure, text[:60], True, messages.Appearance(), text[:60] or None),
                    messages.Deliver(text[:80], "pdf", "scan"),
                    messages.Look(messages.Appearance("fr", chance.choice((100, 150, 200)))),
                    messages.Drive("both", True),
                )
            )
            packet = messages.encode(message)
        except ValueError:
            return REFUSED
        heard = messages.decode_from_shell(packet)
        expect(messages.encode(heard) == packet, "the guest hears something else")
        expect(len(packet) <= messages.MAX_OPEN_BYTES, "a message over its bound")
        return TAKEN


class Workshop(_Packets):
    """A workshop that a paper has taken over answers anything to any job."""

    name = "workshop"
    samples = (
        {"type": "Looked", "kind": "pdf", "pages": 3},
        {"type": "Drawn", "width": 4, "height": 2, "found_edges": True},
        {"type": "Made", "kind": "pdf", "pages": 1, "did": [], "reading": {"kind": "tax-notice", "readable": 90}},
        {"type": "Made", "kind": "image", "pages": 1},
        {"type": "Washed", "sheets": [{"width": 4, "height": 2, "width_mm": 210.0, "height_mm": 297.0}]},
        {"type": "Failed", "trouble": "locked"},
    )
    _JOBS: ClassVar[tuple[jobs.AnyJob, ...]] = (
        jobs.Look(),
        jobs.Preview(jobs.PageOf(0)),
        jobs.Make((jobs.PageOf(0),), read=True, max_bytes=20_000),
        jobs.Make((jobs.PageOf(0),), format="jpeg"),
        jobs.Wash(),
        jobs.Bind((jobs.Sheet(4, 2, 210.0, 297.0),)),
    )

    def _put(self, sent: Sequence[tuple[bytes, bytes]]) -> Outcome:
        outcome = REFUSED
        for beside, packet in sent[:8]:
            for job in self._JOBS:
                with _held(beside[0]) as held:
                    given = [os.dup(one.fileno()) for one in held]
                try:
                    done = checks.checked(job, packet, given, _MOST_BYTES)
                except (PaperTroubleError, checks.LyingError) as error:
                    expect(CANARY not in str(error), "an error quotes the paper")
                    continue
                outcome = TAKEN
                expect(sum(one.size for one in done.outputs) <= _MOST_BYTES, "more than a workshop's memory")
                for one in done.outputs:
                    one.close()
        return outcome


class DoorTalk(_Packets):
    """The process at the phone's door, taken over by a stranger's phone."""

    name = "door-talk"
    samples = (
        {"type": "Ready"},
        {"type": "PhoneJoined"},
        {"type": "PhotoCame"},
        {"type": "PaperFetched", "index": 0},
        {"type": "PhoneFinished"},
        {"type": "PhoneRefused", "trouble": "second-phone"},
    )

    def _put(self, sent: Sequence[tuple[bytes, bytes]]) -> Outcome:
        outcome = TAKEN
        for _, packet in sent[:50]:
            message = talk.heard(packet)
            outcome = REFUSED if message is None else outcome
            expect(not isinstance(message, talk.PaperFetched) or 0 <= message.index < talk.MAX_PAPERS, "an index")
        return outcome


# --- what travels beside ------------------------------------------------------------------------------------------


class _Descriptor:
    def __init__(self, number: int) -> None:
        self._number = number

    def fileno(self) -> int:
        return self._number

    def close(self) -> None:
        os.close(self._number)


def _sealed(content: bytes) -> _Descriptor:
    with contextlib.closing(Sealed.of(content)) as sealed:
        return _Descriptor(os.dup(sealed.fileno()))


def _sparse() -> _Descriptor:
    """It claims a terabyte, and holds nothing."""
    descriptor = os.memfd_create("kiosk", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.truncate(descriptor, 1 << 40)
    with contextlib.suppress(NotSealedError), contextlib.closing(Sealed.sealing(descriptor)) as sealed:
        return _Descriptor(os.dup(sealed.fileno()))
    raise AssertionError


def _pipe() -> _Descriptor:
    reading, writing = os.pipe()
    os.close(writing)
    return _Descriptor(reading)


_KINDS: tuple[Callable[[], _Descriptor], ...] = (
    lambda: _sealed(b"%PDF-1.7 " + CANARY.encode()),
    lambda: _sealed(b"x" * 24),
    lambda: _sealed(b"\xff\xd8\xff"),
    lambda: _Descriptor(os.memfd_create("open", os.MFD_CLOEXEC)),
    lambda: _Descriptor(os.open("/dev/zero", os.O_RDWR | os.O_CLOEXEC)),
    lambda: _Descriptor(os.open("/", os.O_RDONLY | os.O_CLOEXEC)),
    _sparse,
    _pipe,
)
_COUNTS = (0, 1, 2, 3, 30, 31, 40, 100)


@contextlib.contextmanager
def _held(byte: int) -> Iterator[list[_Descriptor]]:
    """`byte`: how many, and of which kind."""
    held = [_KINDS[byte >> 3 & 7]() for _ in range(_COUNTS[byte & 7])]
    try:
        yield held
    finally:
        for one in held:
            one.close()


def _open_descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))
