"""Nothing of a person can be written down, even by mistake."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from kiosk import logs

SECRET = "Mme Dupont, 2 75 03 35 238 001"


class Journal(io.StringIO):
    """What was written, read back as JSON."""

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.getvalue().splitlines()]


@pytest.fixture
def journal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Journal]:
    root = logging.getLogger()
    for owner, name in (
        (sys, "excepthook"),
        (sys, "unraisablehook"),
        (threading, "excepthook"),
        (warnings, "showwarning"),
    ):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    handlers, level = list(root.handlers), root.level
    stream = Journal()
    logs.configure(stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def test_a_known_event_with_safe_fields_is_written_whole(journal: Journal) -> None:
    structlog.get_logger().info("session-ended", procedure="prime-activite", seconds=12.5, documents=2)
    (line,) = journal.lines
    assert line.pop("time")
    assert line == {
        "event": "session-ended",
        "level": "info",
        "procedure": "prime-activite",
        "seconds": 12.5,
        "documents": 2,
    }


def test_an_unknown_key_is_dropped_and_counted(journal: Journal) -> None:
    structlog.get_logger().info("step-done", name=SECRET, step="nom")
    (line,) = journal.lines
    assert line["refused_keys"] == 1
    assert "Dupont" not in journal.getvalue()


@pytest.mark.parametrize("value", [SECRET, [SECRET], {"name": SECRET}, b"Dupont", "a\nb", "dupont@exemple.fr"])
def test_a_known_key_holds_numbers_and_short_codes_only(journal: Journal, value: object) -> None:
    structlog.get_logger().info("step-done", step=value)
    assert "step" not in journal.lines[0]


@pytest.mark.parametrize("event", [SECRET, "Session ended", "two words", "", "x" * 61])
def test_an_event_is_a_fixed_code_or_is_refused(journal: Journal, event: str) -> None:
    structlog.get_logger().info(event)
    assert journal.lines[0]["event"] == logs.REFUSED


def test_an_exception_is_its_type_and_place_without_its_message(journal: Journal) -> None:
    try:
        int(SECRET)
    except ValueError:
        structlog.get_logger().exception("guest-failed")
    (line,) = journal.lines
    assert line["exception"] == "ValueError"
    assert line["where"].startswith("test_logs.py:")
    assert "Dupont" not in journal.getvalue()


def test_what_a_library_logs_is_reduced_to_who_and_where(journal: Journal) -> None:
    logging.getLogger("some.library").warning("no answer from %s", SECRET)
    (line,) = journal.lines
    assert (line["event"], line["logger"], line["level"]) == ("library-log", "some.library", "warning")
    assert "Dupont" not in journal.getvalue()


def test_the_place_of_a_librarys_log_is_kept_when_its_file_begins_with_an_underscore(journal: Journal) -> None:
    record = logging.LogRecord("lib", logging.ERROR, "/usr/lib/lib/__init__.py", 7, SECRET, None, None)
    logging.getLogger("lib").handle(record)
    assert journal.lines[0]["where"] == "__init__.py:7"


def test_a_warning_of_python_is_reduced_to_its_kind_and_place(journal: Journal) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = logs._warned
        warnings.warn(SECRET, ResourceWarning, stacklevel=1)
    (line,) = journal.lines
    assert (line["event"], line["kind"]) == ("python-warning", "ResourceWarning")
    assert "Dupont" not in journal.getvalue()


async def test_an_exception_lost_by_asyncio_is_written_without_its_message(journal: Journal) -> None:
    asyncio.get_running_loop().call_exception_handler({"message": SECRET, "exception": KeyError(SECRET)})
    (line,) = journal.lines
    assert (line["logger"], line["exception"]) == ("asyncio", "KeyError")
    assert "Dupont" not in journal.getvalue()


def test_an_uncaught_exception_shows_no_traceback_with_its_message(
    journal: Journal, capsys: pytest.CaptureFixture[str]
) -> None:
    error = RuntimeError(SECRET)
    sys.excepthook(RuntimeError, error, None)
    assert journal.lines[0]["event"] == "uncaught-exception"
    assert "Dupont" not in journal.getvalue() + capsys.readouterr().err


def test_being_interrupted_is_no_error(journal: Journal) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert journal.lines == []


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.lists(st.text()) | st.none()))
def test_whatever_is_logged_only_safe_keys_and_values_pass(record: dict[str, Any]) -> None:
    safe = logs.only_safe(None, "info", dict(record))
    assert set(safe) <= logs.SAFE_KEYS
    assert all(not isinstance(value, str) or " " not in value for value in safe.values())
    assert json.dumps(safe)
