"""Whether the post asks its questions when it opens: the first time, and when IT wants them asked again."""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.config import Loaded
from kiosk.setup.answers import SetupError
from kiosk.staff import StaffFile

AGAIN = "setup-again"
"""In the state folder: an empty file, gone once the questions were put."""


def needed(loaded: Loaded) -> bool:
    """Nobody has said yet where this post is, nor who works there; or IT asked for it."""
    state = loaded.config.state.directory
    if os.path.exists(state / AGAIN):
        return True
    return ("site", "name") not in loaded.lines and not StaffFile(state).anybody()


def ask_again(state: Path) -> None:
    """At the next start. Raises SetupError."""
    try:
        (state / AGAIN).touch()
    except OSError as error:
        raise SetupError(
            what=f"Le dossier « {state} » ne peut pas être changé.",
            todo="Lancez la commande avec les droits de l'informatique (sudo). Puis recommencez.",
        ) from error


def note_asked(state: Path) -> None:
    """Put off is asked too."""
    (state / AGAIN).unlink(missing_ok=True)
