"""What the kiosk writes down for IT: JSON lines on the standard error, without any personal data.

Not by care but by construction: only known keys with numbers and short codes pass, events are fixed codes, and an
exception is its type and place, never its message. Whatever a library says is reduced to where it said it.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
import warnings
from collections.abc import MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import structlog

# Counts, durations, codes, ids of procedures and steps, versions, and what the processors below add.
SAFE_KEYS = frozenset(
    {
        "browser_restarts",
        "bytes",
        "code",
        "count",
        "documents",
        "documents_refused",
        "drifts",
        "site_down",
        "event",
        "exception",
        "exit",
        "guest",
        "how",
        "kind",
        "level",
        "logger",
        "mediator_gestures",
        "mediator_seconds",
        "mode",
        "number",
        "phase",
        "person",
        "pid",
        "problems",
        "procedure",
        "reason",
        "refused_keys",
        "remains",
        "seconds",
        "served_join",
        "served_mend",
        "served_photo",
        "served_print",
        "served_receipt",
        "served_scan",
        "served_take",
        "signal",
        "step",
        "steps_done",
        "steps_total",
        "time",
        "total",
        "user_gestures",
        "user_seconds",
        "verified",
        "version",
        "where",
    }
)
REFUSED = "log-refused"
_EVENT = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._:/+-]{0,119}")
_ROOT = Path(__file__).resolve().parent.parent

_Record = MutableMapping[str, Any]


def configure(stream: TextIO | None = None) -> None:
    """Send every log of the process to `stream` (the standard error), structlog's, the standard library's, warnings
    and uncaught exceptions alike. Once, at start."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
            described_exception,
            only_safe,
            structlog.processors.JSONRenderer(ensure_ascii=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        # A line and its end in one go: guests write to the same place, and would cut in between.
        logger_factory=structlog.WriteLoggerFactory(stream or sys.stderr),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers[:] = [_StandardHandler()]
    root.setLevel(logging.WARNING)
    warnings.showwarning = _warned
    sys.excepthook = _uncaught
    threading.excepthook = lambda caught: _uncaught(caught.exc_type, caught.exc_value, caught.exc_traceback)
    sys.unraisablehook = lambda caught: _uncaught(caught.exc_type, caught.exc_value, caught.exc_traceback)


def only_safe(_logger: Any, _method: str, record: _Record) -> _Record:
    """Drops every key that is not known and every value that is no number nor short code, and says how many."""
    safe = {key: value for key, value in record.items() if key in SAFE_KEYS and _is_safe(value)}
    refused = len(record) - len(safe)
    event = record.get("event")
    if not (isinstance(event, str) and len(event) <= 60 and _EVENT.fullmatch(event)):
        refused -= "event" not in safe
        safe["event"] = REFUSED
    if refused:
        safe["refused_keys"] = refused
    return safe


def described_exception(_logger: Any, _method: str, record: _Record) -> _Record:
    """Replaces `exc_info` by the exception's type and place. Its message may quote what a person typed."""
    caught = record.pop("exc_info", None)
    if caught is True:
        caught = sys.exc_info()
    error = caught[1] if isinstance(caught, tuple) else caught
    if isinstance(error, BaseException):
        record["exception"] = type(error).__name__
        record["where"] = _place(error.__traceback__) or record.get("where")
    return record


def _is_safe(value: object) -> bool:
    if isinstance(value, str):
        return _CODE.fullmatch(value) is not None
    return value is None or isinstance(value, bool | int | float)


def _place(trace: TracebackType | None) -> str | None:
    """`kiosk/session/wipe.py:41`: the innermost frame of the product, or the innermost of all."""
    frames = traceback.extract_tb(trace)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_ROOT / "kiosk")]
    if not frames:
        return None
    last = (ours or frames)[-1]
    return _file_and_line(last.filename, last.lineno)


def _file_and_line(file: str, line: int | None) -> str:
    path = Path(file)
    name = path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT / "kiosk") else path.name
    return f"{name}:{line or 0}"


def _uncaught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    # Being asked to stop is no error.
    if issubclass(kind, Exception):
        structlog.get_logger().error("uncaught-exception", exc_info=error or kind(), where=_place(trace))


def _warned(  # noqa: PLR0917 - the standard library calls it so
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    del message, file, line  # the words of a warning may quote a value
    structlog.get_logger().warning("python-warning", kind=category.__name__, where=_file_and_line(filename, lineno))


class _StandardHandler(logging.Handler):
    """What libraries log, reduced to who and where: their sentences were not written with people's data in mind."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger().log(
            record.levelno,
            "library-log",
            logger=record.name,
            where=_file_and_line(record.pathname, record.lineno),
            exc_info=record.exc_info,
        )
