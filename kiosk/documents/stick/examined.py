"""What `kiosk doctor` says of USB sticks: whether the post has what it takes to copy papers. Writes nothing."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.checks import Check, Verdict
from kiosk.documents.stick.ports import UsbPorts

PROGRAMS = {
    **dict.fromkeys(("mcopy", "mdeltree", "mdir", "mmd", "mmove", "mrd", "mtype"), "mtools"),
    **dict.fromkeys(("lsblk", "prlimit"), "util-linux"),
    **dict.fromkeys(("dd", "sync"), "coreutils"),
    "bwrap": "bubblewrap",
}
_NOBODY_COPIES = "Personne ne peut emporter ses papiers sur une clé USB."


@dataclass(frozen=True)
class Looked:
    """`missing`: packages. `refused`: sticks that are plugged in and that this account may not write."""

    missing: tuple[str, ...] = ()
    plugged: int = 0
    refused: tuple[str, ...] = ()


def examine() -> Iterator[Check]:
    yield judge(asyncio.run(look()))


async def look() -> Looked:
    missing = {package: None for program, package in PROGRAMS.items() if shutil.which(program) is None}
    if missing:
        return Looked(tuple(missing))
    sticks = await UsbPorts().plugged()
    refused = [str(one.device) for one in sticks if not os.access(one.device, os.R_OK | os.W_OK)]
    return Looked(plugged=len(sticks), refused=tuple(refused))


def judge(looked: Looked) -> Check:
    if looked.missing:
        return Check(
            "stick",
            Verdict.FAILED,
            f"Clé USB : il manque {', '.join(looked.missing)}.",
            _NOBODY_COPIES,
            f"Installez : apt install {' '.join(looked.missing)}. Sinon : [stick] enabled = false.",
        )
    if looked.refused:
        return Check(
            "stick",
            Verdict.FAILED,
            f"Clé USB : ce compte n'a pas le droit d'écrire sur {', '.join(looked.refused)}.",
            _NOBODY_COPIES,
            "Donnez-lui les clés USB : sudo usermod -aG kiosk-cles kiosk. Puis : sudo udevadm trigger -s block",
        )
    if not looked.plugged:
        return Check("stick", Verdict.OK, "Clé USB : les programmes sont là. Aucune clé n'est branchée pour essayer.")
    return Check("stick", Verdict.OK, "Clé USB : le poste peut y copier des papiers.")
