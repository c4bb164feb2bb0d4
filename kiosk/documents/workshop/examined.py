"""What `kiosk doctor` says of workshops: whether one opens, how fast, and whether it can read. Opens a white square."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.checks import Check, Verdict
from kiosk.config.model import WorkshopSection
from kiosk.documents.trouble import PaperTroubleError
from kiosk.documents.workshop.bubblewrap import BubblewrapWorkshop
from kiosk.documents.workshop.jobs import Look
from kiosk.sealed import Sealed

_SQUARE = b"P6 8 8 255\n" + b"\xff" * 192
_WORDS = "tesseract-ocr/*/tessdata/fra.traineddata"
_NO_PAPER = "Personne ne peut scanner, photographier, préparer ni imprimer un papier."


@dataclass(frozen=True)
class Looked:
    """`seconds`: until the square was looked at, None when it was not. `missing`: packages that reading needs."""

    seconds: float | None = None
    missing: tuple[str, ...] = ()


def examine(section: WorkshopSection) -> Iterator[Check]:
    yield from judge(asyncio.run(look(section)))


async def look(section: WorkshopSection) -> Looked:
    square = Sealed.of(_SQUARE)
    workshop = BubblewrapWorkshop(f"doctor-{os.getpid()}", section.memory_mb << 20, section.seconds)
    began = time.monotonic()
    try:
        await workshop.do(Look(), [square])
        seconds = time.monotonic() - began
    except PaperTroubleError:
        return Looked(None, _missing())
    finally:
        await workshop.close()
        square.close()
    return Looked(seconds, _missing())


def _missing() -> tuple[str, ...]:
    """A workshop has the system's /usr, whatever this program finds elsewhere."""
    program = shutil.which("tesseract", path="/usr/bin")
    words = any(Path("/usr/share").glob(_WORDS))
    return (*(() if program else ("tesseract-ocr",)), *(() if words else ("tesseract-ocr-fra",)))


def judge(looked: Looked) -> Iterator[Check]:
    if looked.seconds is None:
        yield Check(
            "workshop",
            Verdict.FAILED,
            "Papiers : l'atelier où ils s'ouvrent ne démarre pas.",
            _NO_PAPER,
            "Installez bubblewrap. Vérifiez que le noyau permet les espaces de noms au compte du poste, et que"
            " [workshop] memory_mb et seconds suffisent.",
        )
    else:
        figure = f"{looked.seconds:.1f}".replace(".", ",")
        yield Check("workshop", Verdict.OK, f"Papiers : un atelier s'ouvre en {figure} s.")
    if looked.missing:
        yield Check(
            "reading",
            Verdict.WARNING,
            f"Papiers : il manque {', '.join(looked.missing)}.",
            "Le poste ne dit pas si un papier se lit bien, et ne reconnaît pas lequel c'est.",
            f"Installez : apt install {' '.join(looked.missing)}",
        )
    else:
        yield Check("reading", Verdict.OK, "Papiers : le poste sait lire le français pour les reconnaître.")
