"""SANE's own test device, with the settings that a test asks for, and no other device."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from demonstration import scanner
from demonstration.scanner import DEVICE
from kiosk.config import packaged
from kiosk.config.model import ScanSection
from kiosk.documents.scanner.sane import SaneScanner

Configure = Callable[..., None]


def section(device: str = DEVICE, dots_per_inch: int = 150) -> ScanSection:
    return packaged().scan.model_copy(update={"device": device, "dots_per_inch": dots_per_inch})


@pytest.fixture
def configure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Configure:
    """Write the test device's settings. See `demonstration.scanner`."""
    folder = tmp_path / "sane.d"
    monkeypatch.setenv("SANE_CONFIG_DIR", str(folder))
    write = partial(scanner.configure, folder)
    write()
    return write


@pytest.fixture
def sane(configure: Configure) -> SaneScanner:
    return SaneScanner(section())
