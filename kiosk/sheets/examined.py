"""What `kiosk doctor` says of the information sheets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from kiosk.checks import Check, Verdict
from kiosk.sheets.days import said
from kiosk.sheets.library import opened

OLD = timedelta(days=183)
_IMPORT = "Prenez l'archive du jour, puis : sudo kiosk sheets import ARCHIVE"


def examine(directory: Path, today: date) -> Iterator[Check]:
    """`directory`: the post's state folder. Old is what the State has had half a year to change."""
    found = opened(directory)
    about = found.library.about
    if found.problem is not None:
        yield Check("sheets", Verdict.WARNING, str(found.problem), "Le poste ne montre aucune fiche.", _IMPORT)
    elif about is None:
        yield Check(
            "sheets", Verdict.WARNING, "Fiches d'information : aucune.", "Les démarches marchent sans.", _IMPORT
        )
    elif today - (about.newest or about.imported) > OLD:
        yield Check(
            "sheets",
            Verdict.WARNING,
            f"Fiches d'information : la plus récente est du {said(about.newest or about.imported)}.",
            "Des règles et des montants ont pu changer.",
            _IMPORT,
        )
    else:
        yield Check(
            "sheets",
            Verdict.OK,
            f"Fiches d'information : {about.count}, la plus récente du {said(about.newest or about.imported)}.",
        )
