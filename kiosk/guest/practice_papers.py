"""The fictitious papers that lie in the tray when people practise: nobody brings their own to an exercise."""

from __future__ import annotations

from pathlib import Path

from kiosk.procedures.model import Procedure, Step
from kiosk.ui.theme import ASSETS

FOLDER = ASSETS / "practice" / "documents"
HEAVY = FOLDER / "lourd"


def practice_papers(procedure: Procedure) -> list[Path]:
    """Files to lay out in the tray: none for a real procedure, nor where nothing is sent or made lighter."""
    if not procedure.practice:
        return []
    papers: list[Path] = []
    if any(_sends_a_file(step) for step in procedure.steps):
        papers += sorted(FOLDER.glob("*.jpg")) + sorted(FOLDER.glob("*.pdf"))
    if any(step.papers == "mend" for step in procedure.steps):
        papers += sorted(HEAVY.glob("*.pdf"))
    return papers


def _sends_a_file(step: Step) -> bool:
    return step.target is not None and any(target.role == "file" for target in step.target.alternatives)
