"""Every wipe leaves a receipt, the failed ones too; what the book lacks is told to IT, once."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.config import load
from kiosk.errors import Problem
from kiosk.kept_receipts import KeptReceipts
from kiosk.receipts.book import NAME
from kiosk.session.receipt import WipeReport, WipeStep

PATIENCE = 60.0
AT = datetime(2026, 3, 2, 14, 38, 51, tzinfo=UTC)
REPORT = WipeReport((WipeStep("guest", 0.2, True),), 0.3, AT)


class Heard:
    def __init__(self) -> None:
        self.lines: list[tuple[str, dict[str, object]]] = []
        self.problems: list[tuple[Problem, ...]] = []
        self._news = threading.Semaphore(0)

    def call(self, told: Callable[[], None]) -> None:
        told()
        self._news.release()

    def record(self, code: str, **fields: object) -> None:
        self.lines.append((code, fields))

    def wait(self, count: int) -> None:
        for _ in range(count):
            assert self._news.acquire(timeout=PATIENCE)


def kept(folder: Path, heard: Heard, *settings: str) -> KeptReceipts:
    config = load((), (f'state.directory="{folder}"', *settings)).config
    return KeptReceipts(config, heard.call, heard.record, heard.problems.append, lambda: AT)


def written(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / NAME).read_text().splitlines()]


def test_each_wipe_has_its_line_the_failed_ones_too(tmp_path: Path) -> None:
    heard = Heard()
    receipts = kept(tmp_path, heard, "receipts.signed=false")
    receipts.keep("boot", REPORT, None)
    receipts.keep("idle", WipeReport((WipeStep("clipboard", 5.0, False, 2),), 5.2, AT), "E-304")
    receipts.keep("left", None, "E-310")
    receipts.end()
    assert [(one["reason"], one["verified"], one["error"]) for one in written(tmp_path)] == [
        ("boot", True, None),
        ("idle", False, "E-304"),
        ("left", False, "E-310"),
    ]
    assert heard.problems == []
    assert heard.lines == []


def test_a_keyring_that_is_not_there_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    heard = Heard()
    receipts = kept(tmp_path, heard)
    for _ in range(2):
        receipts.keep("finished", REPORT, None)
    heard.wait(2)
    receipts.end()
    assert [code for code, _ in heard.lines] == ["receipt-unsigned"] * 2
    assert [len(one) for one in heard.problems] == [1]
    assert "sans signature" in str(heard.problems[0][0])
    assert len(written(tmp_path)) == 2


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    heard = Heard()
    receipts = kept(tmp_path, heard, "receipts.signed=false")
    receipts.keep("finished", REPORT, None)
    heard.wait(1)
    receipts.end()
    assert [code for code, _ in heard.lines] == ["receipt-not-written"]
    assert len(heard.problems) == 1
