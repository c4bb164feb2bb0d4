"""The fictitious papers that lie in the tray when people practise: nobody brings their own to an exercise."""

from __future__ import annotations

from pathlib import Path

from kiosk.procedures.model import Procedure, Step
from kiosk.ui.theme import ASSETS

FOLDER = ASSETS / "practice" / "documents"
HEAVY = FOLDER / "lourd"


def practice_papers(procedure: Procedure) -> list[Path]:
    """Files to lay out in the tray: none for a real procedure, nor where nothing is sent or made lighter.

    The heaviest first: the last is on top when a page asks for one, and whoever takes it is not refused.
    """
    if not procedure.practice:
        return []
    papers: list[Path] = []
    if any(_sends_a_file(step) for step in procedure.steps):
        papers += [file for file in FOLDER.iterdir() if file.suffix in (".jpg", ".pdf")]
    if any(step.papers == "mend" for step in procedure.steps):
        papers += HEAVY.glob("*.pdf")
    return sorted(papers, key=lambda file: file.stat().st_size, reverse=True)


def _sends_a_file(step: Step) -> bool:
    return step.target is not None and any(target.role == "file" for target in step.target.alternatives)
