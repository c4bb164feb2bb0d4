"""Every scene of the staff area, in every state that a mediator or IT can meet."""

from __future__ import annotations

from kiosk.checks import Check, Verdict
from kiosk.procedures.what_next import WhatNext
from kiosk.session.commands import BlockedHost
from kiosk.ui import staff_scenes as scenes
from kiosk.ui.screens.staff.site import FAULTS

NEEDED = BlockedHost("ressources.mesdemarches-en-ligne.exemple.fr", 12, tracker=False, allowed=False)
ALLOWED = BlockedHost("polices.exemple.net", 1, tracker=False, allowed=True)
TRACKER = BlockedHost("www.google-analytics.com", 40, tracker=True, allowed=False)
FOUND = WhatNext(
    to_write=(("mesdemarches-en-ligne.exemple.fr", 12), ("xn--prfecture-c4a.fr", 1)),
    to_repair=(("prime-activite", "step-3", 7), ("parti", "ouvrir", 1)),
)
CHECKS = (
    Check(
        "site",
        Verdict.WARNING,
        "Le site www.prefectures-en-ligne.exemple.fr ne s'ouvre pas : son certificat n'est pas reconnu.",
        "Les démarches de ce site ne marchent pas sur ce poste.",
        "Regardez l'heure du poste. Un pare-feu du réseau ouvre peut-être les pages : demandez une exception.",
    ),
    Check(
        "core-dumps",
        Verdict.FAILED,
        "Un programme qui tombe donne sa mémoire à garder : |/usr/lib/systemd/systemd-coredump",
        "Un papier peut rester sur le disque.",
        "Écrivez kernel.core_pattern=|/bin/false dans /etc/sysctl.d/60-cote-a-cote.conf. Puis : sudo sysctl --system",
    ),
    Check("disk", Verdict.OK, "Place libre pour /var/lib/kiosk : 62,8 Go."),
)
SCENES: dict[str, scenes.StaffScene] = {
    "pin": scenes.StaffPinScene(),
    "pin, wrong": scenes.StaffPinScene(wrong=True, wait_seconds=900, locked=True),
    "nobody has a PIN": scenes.StaffPinScene(nobody=True),
    "menu": scenes.MenuScene(),
    "menu of IT": scenes.MenuScene(it=True),
    "the doctor looks": scenes.HealthScene(),
    "the doctor has looked": scenes.HealthScene(checks=CHECKS),
    "all is well": scenes.HealthScene(checks=CHECKS[2:]),
    "the doctor fell": scenes.HealthScene(fell=True),
    **{f"site, {fault}": scenes.SiteScene(fault=fault) for fault in FAULTS},
    "next": scenes.NextScene(found=FOUND, titles=(("prime-activite", "Demander la prime d'activité"),)),
    "nothing next": scenes.NextScene(),
    "blocked": scenes.BlockedScene(True, (NEEDED, ALLOWED, TRACKER)),
    "nothing blocked": scenes.BlockedScene(True),
}
