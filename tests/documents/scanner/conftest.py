"""SANE's own test device, with the settings that a test asks for, and no other device."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.config import packaged
from kiosk.config.model import ScanSection
from kiosk.documents.scanner.sane import SaneScanner

DEVICE = "test:1"
"""The second one: with a single device it is gone."""
Configure = Callable[..., None]


def section(device: str = DEVICE, dots_per_inch: int = 150) -> ScanSection:
    return packaged().scan.model_copy(update={"device": device, "dots_per_inch": dots_per_inch})


@pytest.fixture
def configure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Configure:
    """Write the test device's settings: `read_delay="true"` is the line "read-delay true". See sane-test(5).

    Without `plugged`, it is gone."""
    folder = tmp_path / "sane.d"
    folder.mkdir()
    (folder / "dll.conf").write_text("test\n")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(folder))

    def write(plugged: bool = True, **settings: str) -> None:
        lines = {"number_of_devices": "2" if plugged else "1", "geometry_max": "300.0", **settings}
        # Two of its settings are written with an underscore, the rest with hyphens.
        text = "".join(
            f"{name if name.startswith(('number', 'geometry')) else name.replace('_', '-')} {value}\n"
            for name, value in lines.items()
        )
        (folder / "test.conf").write_text(text)

    write()
    return write


@pytest.fixture
def sane(configure: Configure) -> SaneScanner:
    return SaneScanner(section())
