"""Whether the post's letters are there, and whether Arabic ones are joined, as Qt itself does it.

Asks another program (`kiosk.ui.lettering`), since nothing here knows Qt; then judges (`judge`, pure). Where Qt does not
even start, the libraries that it lacks are named.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.checks import Check, Verdict
from kiosk.doctor.programs import answer_of
from kiosk.doctor.system import REINSTALL

_PARTS = ("lib/libQt6WebEngineCore.so.6", "libexec/QtWebEngineProcess", "plugins/platforms/libqxcb.so")


@dataclass(frozen=True)
class Letters:
    """`libraries`: that Qt, its browser or its way to the screen look for in vain. `measured`: Qt answered. `missing`:
    letters without a picture. `joined`: Arabic letters take the form of their place."""

    libraries: tuple[str, ...]
    measured: bool
    missing: tuple[str, ...] = ()
    joined: bool = False


def look() -> Letters:
    libraries = _lacking()
    said = answer_of(sys.executable, "-m", "kiosk.ui.lettering", seconds=60)
    if said is None:
        return Letters(libraries, measured=False)
    found = json.loads(said)
    return Letters(libraries, True, tuple(found["missing"]), bool(found["joined"]))


def _lacking() -> tuple[str, ...]:
    package = importlib.util.find_spec("PySide6")
    if package is None or package.origin is None:
        return ("PySide6",)
    folder = Path(package.origin).parent / "Qt"
    said = [answer_of("ldd", str(folder / part), any_status=True) or f"{part} => not found" for part in _PARTS]
    lines = (line.strip() for one in said for line in one.splitlines())
    return tuple(dict.fromkeys(line.split(" =>")[0] for line in lines if line.endswith("not found")))


def judge(found: Letters) -> Iterator[Check]:
    if found.libraries:
        yield Check(
            "libraries",
            Verdict.FAILED,
            f"Il manque des bibliothèques : {', '.join(found.libraries)}.",
            "Le poste ou son navigateur ne s'ouvre pas.",
            f"sudo apt --fix-broken install, puis : {REINSTALL}",
        )
    else:
        yield Check("libraries", Verdict.OK, "Les bibliothèques de l'écran et du navigateur sont là.")
    if not found.measured:
        yield Check(
            "letters",
            Verdict.FAILED,
            "Les lettres n'ont pas pu être mesurées : Qt ne démarre pas.",
            "Le poste ne s'ouvre pas.",
            f"Installez de nouveau le paquet : {REINSTALL}",
        )
        return
    if found.missing:
        yield Check(
            "letters",
            Verdict.FAILED,
            f"Des lettres n'ont pas de dessin : {' '.join(found.missing)}",
            "Des mots s'affichent avec des carrés vides.",
            f"Remettez les lettres du programme : {REINSTALL}",
        )
    else:
        yield Check("letters", Verdict.OK, "Les lettres du français et de l'arabe sont là.")
    if found.joined:
        yield Check("arabic", Verdict.OK, "Les lettres arabes se lient comme il faut.")
    else:
        yield Check(
            "arabic",
            Verdict.FAILED,
            "Les lettres arabes ne se lient pas.",
            "Personne ne peut lire l'arabe à l'écran.",
            f"Remettez les lettres du programme : {REINSTALL}",
        )
