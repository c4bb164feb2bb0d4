"""What `kiosk doctor` says of the scanner: whether one answers, which, and where a sheet can lie. Scans nothing."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.checks import Check, Verdict
from kiosk.config.model import ScanSection
from kiosk.documents.scanner.base import ScannerInfo, Source
from kiosk.documents.scanner.sane import SaneScanner

PROGRAMS = {"scanimage": "sane-utils", "bwrap": "bubblewrap", "prlimit": "util-linux"}

_NOBODY_SCANS = "Personne ne peut scanner un papier sur ce poste."
_PLACES = {
    frozenset({Source.GLASS}): "la vitre",
    frozenset({Source.FEEDER}): "le chargeur",
    frozenset(Source): "la vitre et le chargeur",
}


@dataclass(frozen=True)
class Looked:
    """`missing`: packages. `others`: how many scanners answer besides the one that the post takes."""

    missing: tuple[str, ...] = ()
    scanner: ScannerInfo | None = None
    device: str = ""
    others: int = 0


def examine(section: ScanSection) -> Iterator[Check]:
    yield judge(section, asyncio.run(look(section)))


async def look(section: ScanSection) -> Looked:
    missing = tuple(package for program, package in PROGRAMS.items() if shutil.which(program) is None)
    if missing:
        return Looked(missing)
    scanner = SaneScanner(section)
    try:
        found = await scanner.find()
        others = 0 if section.device else len(await scanner.listed()) - 1
        return Looked(scanner=found, device=scanner.device, others=max(0, others))
    finally:
        await scanner.close()


def judge(section: ScanSection, looked: Looked) -> Check:
    if looked.missing:
        return Check(
            "scanner",
            Verdict.FAILED,
            f"Scanner : il manque {', '.join(looked.missing)}.",
            _NOBODY_SCANS,
            f"Installez : apt install {' '.join(looked.missing)}",
        )
    if looked.scanner is None and section.device:
        return Check(
            "scanner",
            Verdict.FAILED,
            f"Scanner : « {section.device} » ne répond pas.",
            _NOBODY_SCANS,
            "Branchez-le et allumez-le. Comparez [scan] device avec ce qu'écrit : scanimage -L",
        )
    if looked.scanner is None:
        return Check(
            "scanner",
            Verdict.WARNING,
            "Scanner : aucun ne répond.",
            _NOBODY_SCANS,
            "Branchez-le et allumez-le, puis recommencez. S'il n'y en a pas : [scan] enabled = false.",
        )
    places = _PLACES[frozenset(looked.scanner.sources)]
    what = f"Scanner : « {looked.scanner.name} », par « {looked.device} », avec {places}."
    if looked.others:
        return Check(
            "scanner",
            Verdict.WARNING,
            f"{what} {looked.others} autre(s) répond(ent) aussi.",
            "Un scanner du réseau peut être dans une autre pièce.",
            "Écrivez le scanner de ce poste dans [scan] device, comme scanimage -L le nomme.",
        )
    return Check("scanner", Verdict.OK, what)
