"""One job, then the end: `python -m kiosk.documents.workshop.inside MEMORY_BYTES SECONDS`, in a sandbox only.

Started ahead of need, it imports the slow libraries until a job arrives. Whatever happens to a paper becomes an answer;
what cannot (the kernel ends us) is read from how we ended.
"""

from __future__ import annotations

import errno
import importlib
import os
import select
import socket
import sys
import traceback
from collections.abc import Sequence

from kiosk import packets
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.inside.headers import MAX_JPEG_PIXELS
from kiosk.documents.workshop.inside.limits import keep_within
from kiosk.documents.workshop.jobs import (
    MAX_INPUTS,
    AnyAnswer,
    AnyJob,
    Bind,
    Failed,
    Look,
    Make,
    Preview,
    Wash,
)
from kiosk.documents.workshop.line import MAX_PACKET, encode, job_of
from kiosk.sealed import Sealed

# In the order in which most jobs need them.
_SLOW = (
    "numpy",
    "cv2",
    "pypdfium2",
    "kiosk.documents.workshop.inside.previewing",
    "kiosk.documents.workshop.inside.sheet",
    "kiosk.documents.workshop.inside.washing",
    "pikepdf",
    "kiosk.documents.workshop.inside.making",
)
_OUT_OF_MEMORY = frozenset({errno.ENOMEM, errno.ENOSPC, errno.EFBIG})


def main() -> None:
    memory_bytes, seconds = map(int, sys.argv[1:])
    keep_within(memory_bytes, seconds)
    os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = str(MAX_JPEG_PIXELS)  # read when it is imported
    with socket.socket(fileno=int(os.environ.pop("KIOSK_CHANNEL"))) as channel:
        channel.set_inheritable(False)
        channel.setblocking(True)
        _warm_up(channel)
        packet, inputs = packets.receive(channel, MAX_PACKET, MAX_INPUTS)
        if packet:
            answer, outputs = _answer(job_of(packet), inputs)
            packets.send(channel, encode(answer), outputs)


def _warm_up(channel: socket.socket) -> None:
    """Each library, as long as nobody waits."""
    for module in _SLOW:
        if select.select([channel], [], [], 0)[0]:
            return
        importlib.import_module(module)


def _answer(job: AnyJob, inputs: Sequence[int]) -> tuple[AnyAnswer, Sequence[Sealed]]:
    try:
        return _done(job, inputs)
    except PaperTroubleError as trouble:
        return Failed(trouble.trouble), ()
    except MemoryError:
        return Failed(Trouble.TOO_SLOW), ()
    except Exception as error:
        traceback.print_exc()  # heard by a developer's terminal only: a sandbox drops it
        return Failed(Trouble.TOO_SLOW if _is_out_of_memory(error) else Trouble.WORKSHOP_FAILED), ()


def _is_out_of_memory(error: Exception) -> bool:
    cv2 = sys.modules.get("cv2")
    if cv2 is not None and isinstance(error, cv2.error):
        return bool(error.code == cv2.Error.StsNoMem)
    return isinstance(error, OSError) and error.errno in _OUT_OF_MEMORY


def _done(job: AnyJob, inputs: Sequence[int]) -> tuple[AnyAnswer, Sequence[Sealed]]:
    if not inputs:
        raise PaperTroubleError(Trouble.WORKSHOP_FAILED)
    # Imported here, not above: each brings libraries that the other jobs do without.
    match job:
        case Look():
            from kiosk.documents.workshop.inside.pages import look  # noqa: PLC0415

            return look(inputs[0]), ()
        case Preview():
            from kiosk.documents.workshop.inside.previewing import preview  # noqa: PLC0415

            return preview(job, inputs)
        case Wash():
            from kiosk.documents.workshop.inside.washing import wash  # noqa: PLC0415

            return wash(job, inputs)
        case Bind():
            from kiosk.documents.workshop.inside.washing import bind  # noqa: PLC0415

            return bind(job, inputs)
        case Make():
            from kiosk.documents.workshop.inside.making import make  # noqa: PLC0415

            answer, contents = make(job, list(inputs))
            return answer, [Sealed.of(content) for content in contents]


if __name__ == "__main__":
    main()
