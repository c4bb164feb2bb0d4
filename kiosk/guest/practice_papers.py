"""The fictitious papers that lie in the tray when people practise: nobody brings their own to an exercise."""

from __future__ import annotations

from pathlib import Path

from kiosk.procedures.model import Procedure
from kiosk.ui.theme import ASSETS

FOLDER = ASSETS / "practice" / "documents"


def practice_papers(procedure: Procedure) -> list[Path]:
    """Files to lay out in the tray: none for a real procedure."""
    return sorted(FOLDER.glob("*.jpg")) + sorted(FOLDER.glob("*.pdf")) if procedure.practice else []
