"""`kiosk setup --from FILE`: a post set up without a screen, for IT's own tools and for a USB stick."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.config import Config
from kiosk.errors import Problem
from kiosk.setup.answers import read_file
from kiosk.setup.apply import apply
from kiosk.setup.plan import as_text, planned

RESTART = "Pour que le poste les prenne : sudo systemctl restart cote-a-cote"
RESTART_TO_ASK = "Pour l'ouvrir de nouveau : sudo systemctl restart cote-a-cote"
SECRETS = "Ce fichier contient des codes : effacez-le, ou gardez-le en lieu sûr."


def from_file(
    file: Path, system: Path, config: Config, *, dry_run: bool, say: Callable[[tuple[Problem, ...]], None]
) -> tuple[bool, str]:
    """Whether it was done, and what IT is told. Raises SetupError, StaffError. `say`: what is wrong in the file."""
    read = read_file(file)
    if read.problems:
        say(read.problems)
        return False, "Rien n'a été changé. Corrigez le fichier, puis recommencez."
    plan = planned(read.answers, system, config)
    said = [as_text(plan)]
    if dry_run and not plan.empty:
        said.append("C'était un essai : rien n'a été changé.")
    elif not plan.empty:
        apply(plan)
        said.append(f"C'est fait. {RESTART}")
    if read.answers.people and not dry_run:
        said.append(SECRETS)
    return True, "\n".join(said)
