"""`kiosk doctor` before the real sandbox: a workshop opens, or does not, and nothing of it remains."""

from __future__ import annotations

import os

import pytest

from kiosk.checks import Verdict
from kiosk.config import load
from kiosk.documents.workshop.examined import examine
from kiosk.sandbox import processes
from kiosk.sandbox.bubblewrap import MARK


def test_a_workshop_opens_reads_and_is_gone() -> None:
    said = {one.code: one.verdict for one in examine(load([]).config.workshop)}
    assert said == {"workshop": Verdict.OK, "reading": Verdict.OK}
    assert not processes.marked(MARK, f"doctor-{os.getpid()}")


def test_a_post_without_a_sandbox_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    said = {one.code: one.verdict for one in examine(load([]).config.workshop)}
    assert said["workshop"] is Verdict.FAILED
