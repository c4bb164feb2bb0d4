"""Whether an answer can be what was asked for. A workshop that has opened a hostile paper may answer anything.

Pure: bytes and descriptors in, a checked `Done` out. Whatever a caller does with sizes, it can rely on them.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kiosk import packets
from kiosk.documents.kinds import KINDS
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.base import Done
from kiosk.documents.workshop.jobs import (
    AnyAnswer,
    AnyJob,
    Bind,
    Drawn,
    Failed,
    Look,
    Looked,
    Made,
    Make,
    Preview,
    Wash,
    Washed,
)
from kiosk.documents.workshop.line import answer_of
from kiosk.sealed import NotSealedError, Sealed

_OF_A_PAPER = frozenset(
    {
        Trouble.TOO_LARGE,
        Trouble.TOO_MANY_PAGES,
        Trouble.NOT_A_PAPER,
        Trouble.DAMAGED,
        Trouble.LOCKED,
        Trouble.TOO_SLOW,
        Trouble.UNREADABLE,
        Trouble.WORKSHOP_FAILED,
    }
)
_STARTS = {"pdf": b"%PDF-", "image": b"\xff\xd8\xff"}


class LyingError(ValueError):
    """The answer is none to this job."""


def checked(job: AnyJob, untrusted_packet: bytes, untrusted_descriptors: Sequence[int], most_bytes: int) -> Done:
    """Takes the descriptors over. `most_bytes`: of all outputs together.

    Raises PaperTroubleError when the workshop says that it failed, LyingError when it lies. Nothing stays open then.
    """
    outputs: list[Sealed] = []
    left = list(untrusted_descriptors)
    try:
        while left:
            outputs.append(Sealed(left.pop(0)))
        answer = answer_of(untrusted_packet)
        if sum(one.size for one in outputs) > most_bytes:
            raise LyingError("larger than its memory")
        _check(job, answer, outputs)
    except BaseException as error:
        packets.close(left)
        for one in outputs:
            one.close()
        if isinstance(error, msgspec.MsgspecError | NotSealedError | UnicodeDecodeError | RecursionError):
            raise LyingError(type(error).__name__) from None  # its message may quote the paper
        raise
    return Done(answer, tuple(outputs))


def _check(job: AnyJob, answer: AnyAnswer, outputs: Sequence[Sealed]) -> None:
    sizes = [one.size for one in outputs]
    match job, answer:
        case _, Failed(trouble):
            _expect(not sizes and trouble in _OF_A_PAPER)
            raise PaperTroubleError(trouble)
        case Look(), Looked():
            _expect(not sizes)
        case Preview(side=side), Drawn(width, height):
            _expect(max(width, height) <= side and sizes == [width * height * 3])
        case Wash(pages=most, colour=colour), Washed(sheets):
            expected = [sheet.width * sheet.height * (3 if colour else 1) for sheet in sheets]
            _expect(len(sheets) <= most and sizes == expected)
        case Make(), Made():
            kind = "pdf" if job.format == "pdf" else "image"
            _expect(answer.kind == kind and answer.pages == len(job.pages))
            _expect(len(sizes) == 1 and outputs[0].start().startswith(_STARTS[kind]))
            _expect(job.max_bytes is None or sizes[0] <= job.max_bytes)
            _expect((answer.reading is not None) <= job.read and _is_honest(answer))
        case Bind(sheets=sheets), Made(kind="pdf", pages=pages, did=(), reading=None):
            _expect(pages == len(sheets) and len(sizes) == 1 and outputs[0].start().startswith(_STARTS["pdf"]))
        case _:
            raise LyingError("another answer")


def _is_honest(made: Made) -> bool:
    reading = made.reading
    known = reading is None or reading.kind is None or reading.kind in KINDS
    return known and (reading is None or 0 <= reading.readable <= 100) and len(set(made.did)) == len(made.did)


def _expect(honest: bool) -> None:
    if not honest:
        raise LyingError("sizes or number")
