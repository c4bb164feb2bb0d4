"""What other rooms say of themselves: papers, aids, sheets, receipts, and what could stay of a session.

Each looks at itself. Here is whom to ask, and what the site has switched off.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from shutil import which

from kiosk import what_stays
from kiosk.checks import Check, Verdict
from kiosk.config import Config
from kiosk.documents import examined
from kiosk.kept_receipts import safe_of
from kiosk.receipts import examined as receipts
from kiosk.session import reader_door
from kiosk.sheets import examined as sheets
from kiosk.staff import StaffFile
from kiosk.voice import examined as voice
from kiosk.voice.espeak import voice_of


def papers(config: Config) -> Iterator[Check]:
    yield from examined.examine(config)
    if config.print.enabled and config.print.release == "mediator":
        yield staffed(StaffFile(config.state.directory))


def aids(config: Config) -> Iterator[Check]:
    if config.voice.reading == "on":
        yield voice.examine(voice_of(config.voice))
    if config.accessibility.screen_reader == "off":
        return
    yield from judge_reader(there=which(reader_door.PROGRAM) is not None)


def judge_reader(*, there: bool) -> Iterator[Check]:
    if there:
        yield Check("reader", Verdict.OK, "Un lecteur d'écran peut lire aussi les démarches.")
    else:
        yield Check(
            "reader",
            Verdict.WARNING,
            f"Le programme « {reader_door.PROGRAM} » manque.",
            "Un lecteur d'écran lit l'accueil, mais pas les démarches.",
            f"Installez-le : sudo apt install {reader_door.PROGRAM}",
        )


def information(config: Config) -> Iterator[Check]:
    yield from sheets.examine(config.state.directory, datetime.now().astimezone().date())


def traces(config: Config) -> Iterator[Check]:
    yield from receipts.examine(config.state.directory, safe_of(config))
    yield from what_stays.examine(config)


def staffed(staff: StaffFile) -> Check:
    """Whether somebody can let a held sheet out."""
    problem = staff.problem()
    if problem is None and staff.names():
        return Check("staff", Verdict.OK, f"Imprimante : personnes qui ont un code : {len(staff.names())}.")
    return Check(
        "staff",
        Verdict.FAILED,
        str(problem or "Imprimante : personne n'a de code pour faire sortir les feuilles retenues."),
        "Aucune feuille ne sort de l'imprimante.",
        "Donnez un code à chaque médiateur : sudo kiosk staff add NOM",
    )
