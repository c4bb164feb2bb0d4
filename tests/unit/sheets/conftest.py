from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from demonstration.sheets import sheet_xml, write_zip
from kiosk.sheets.importing import import_archive
from kiosk.sheets.limits import Limits

TODAY = date(2026, 6, 1)
FEW = Limits(fewest=3)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    folder = tmp_path / "state"
    folder.mkdir()
    return folder


@pytest.fixture
def filled(state: Path, tmp_path: Path) -> Path:
    """A state folder with a library of four sheets."""
    titles = ("Demander la lettre bleue", "Perdre la lettre bleue", "Payer la redevance verte", "Déménager")
    files = [(f"F{number}.xml", sheet_xml(number, title)) for number, title in enumerate(titles, 1)]
    import_archive(write_zip(tmp_path / "before.zip", files), state, TODAY, FEW)
    return state
