"""What `kiosk doctor` says of printing: whether the server answers, which printer it has, and what it keeps.

Looks, then judges (pure). The history of jobs is no fault: it holds one fixed name, and it is what tells a sheet that
came out from one that did not.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyipp.enums import IppOperation

from kiosk.checks import Check, Verdict
from kiosk.config.model import PrintSection
from kiosk.documents.printer.base import PrinterInfo
from kiosk.documents.printer.cups import CupsPrinter
from kiosk.documents.printer.server import NoAnswerError, PrintServer, RefusedError, UnreadableAnswerError
from kiosk.documents.printer.spool import SETTINGS, Spool
from kiosk.documents.trouble import Trouble
from kiosk.errors import nearest_word
from kiosk.memory import in_memory

_NOBODY_PRINTS = "Personne ne peut imprimer sur ce poste."
_START = "Installez et démarrez CUPS : sudo apt install cups-daemon, puis sudo systemctl enable --now cups."
_REACH = "Vérifiez l'adresse dans [print] server, et que ce serveur est allumé."
_TROUBLES = {
    Trouble.PRINTER_OUT_OF_PAPER: "elle n'a plus de papier",
    Trouble.PRINTER_OUT_OF_INK: "elle n'a plus d'encre",
    Trouble.PRINTER_JAMMED: "une feuille est coincée",
    Trouble.PRINTER_COVER_OPEN: "elle est ouverte",
    Trouble.PRINTER_OFFLINE: "elle est éteinte ou débranchée",
}


@dataclass(frozen=True)
class Looked:
    """`readable`: it answers as a print server does. `spool`: None where the server is another machine. `keeps_papers`:
    None where its settings cannot be read."""

    answers: bool
    local: bool = True
    names: tuple[str, ...] = ()
    printer: PrinterInfo | None = None
    spool: Path | None = None
    spool_in_memory: bool = False
    keeps_papers: bool | None = None
    readable: bool = True


def examine(section: PrintSection) -> Iterator[Check]:
    yield from judge(section, asyncio.run(look(section)))


async def look(section: PrintSection, settings: Path = SETTINGS) -> Looked:
    server, printer = PrintServer(section.server, "kiosk"), CupsPrinter(section, settings)
    try:
        try:
            answer = await server.ask(IppOperation.CUPS_GET_PRINTERS, requested_attributes=["printer-name"])
        except NoAnswerError:
            return Looked(answers=False, local=server.local)
        except UnreadableAnswerError:
            return Looked(answers=True, local=server.local, readable=False)
        except RefusedError:  # so CUPS says that it has none
            answer = {"printers": []}
        names = tuple(str(one["printer-name"]) for one in answer["printers"] if one.get("printer-name"))
        info = await printer.find() if names else None
    finally:
        await server.close()
        await printer.close()
    if not server.local:
        return Looked(True, False, names, info)
    spool = Spool.of(settings).folder
    return Looked(True, True, names, info, spool, in_memory(spool), keeps_papers(settings.with_name("cupsd.conf")))


def keeps_papers(settings: Path) -> bool | None:
    """Where nothing is said, CUPS keeps the papers for a day."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        said = [line.split() for line in settings.read_text().casefold().splitlines()]
        chosen = [words[1] for words in said if len(words) > 1 and words[0] == "preservejobfiles"]
        return not chosen or chosen[-1] not in {"no", "off", "false", "0"}
    return None


def judge(section: PrintSection, looked: Looked) -> Iterator[Check]:
    """Stops at what makes the rest meaningless."""
    if not looked.answers:
        yield Check(
            "print",
            Verdict.WARNING,
            f"Imprimante : le serveur {section.server} ne répond pas.",
            _NOBODY_PRINTS,
            f"{_START if looked.local else _REACH} Sans imprimante : [print] enabled = false.",
        )
        return
    if not looked.readable:
        yield Check(
            "print",
            Verdict.FAILED,
            f"Imprimante : ce que répond {section.server} n'est pas d'un serveur d'impression.",
            f"{_NOBODY_PRINTS} Rien n'est perdu : aucun papier ne lui est envoyé.",
            "Vérifiez l'adresse dans [print] server : celle de CUPS, et de rien d'autre.",
        )
        return
    yield _printer(section, looked)
    if looked.spool is None:
        yield Check(
            "print-spool",
            Verdict.WARNING,
            f"Imprimante : les papiers passent par une autre machine, {section.server}.",
            "Le poste lui demande de les oublier, mais ne peut pas regarder ses dossiers.",
            "Donnez à ce poste son propre CUPS, avec son dossier d'attente en mémoire.",
        )
        return
    if looked.spool_in_memory:
        yield Check("print-spool", Verdict.OK, f"Imprimante : les papiers attendent en mémoire, dans {looked.spool}.")
    else:
        yield Check(
            "print-spool",
            Verdict.WARNING,
            f"Imprimante : les papiers attendent sur un disque, dans {looked.spool}.",
            "Ils sont effacés après chaque impression, mais un disque garde des traces.",
            f"Mettez ce dossier en mémoire : sudo systemctl enable --now var-spool-cups.mount. Ou, dans /etc/fstab :"
            f" tmpfs {looked.spool} tmpfs mode=0710,gid=lp 0 0",
        )
    if looked.keeps_papers:
        yield Check(
            "print-files",
            Verdict.WARNING,
            "Imprimante : CUPS garde les papiers déjà imprimés.",
            "Si le poste tombe pendant une impression, le papier reste jusqu'à ce qu'il redémarre.",
            "Dans /etc/cups/cupsd.conf, écrivez : PreserveJobFiles No. Puis : sudo systemctl restart cups",
        )


def _printer(section: PrintSection, looked: Looked) -> Check:
    if looked.printer is None:
        names = ", ".join(looked.names)
        if section.queue:
            nearest = nearest_word(section.queue, looked.names)
            what = f"Imprimante : CUPS n'en a pas qui s'appelle « {section.queue} »."
            what += f" Vouliez-vous dire « {nearest} » ?" if nearest else f" Il a : {names}." if names else ""
            return Check("print", Verdict.FAILED, what, _NOBODY_PRINTS, "Corrigez queue dans [print].")
        if names:
            return Check(
                "print",
                Verdict.FAILED,
                f"Imprimante : CUPS en a plusieurs et n'en choisit aucune : {names}.",
                _NOBODY_PRINTS,
                "Écrivez le nom de la bonne dans queue, dans [print].",
            )
        return Check(
            "print",
            Verdict.WARNING,
            "Imprimante : CUPS n'en a pas.",
            _NOBODY_PRINTS,
            "Ajoutez-la dans CUPS. Sans imprimante : [print] enabled = false.",
        )
    name, trouble = looked.printer.name, looked.printer.trouble
    if trouble is None:
        return Check("print", Verdict.OK, f"Imprimante : « {name} » répond.")
    cause = _TROUBLES.get(trouble, "elle est arrêtée ou refuse les feuilles")
    return Check(
        "print",
        Verdict.WARNING,
        f"Imprimante : « {name} » n'imprimera pas : {cause}.",
        "Les feuilles attendront qu'elle soit prête.",
        f"Regardez l'imprimante, puis : lpstat -p {name}",
    )
