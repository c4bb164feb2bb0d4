"""Why a pack was refused, in words for IT."""

from __future__ import annotations

from kiosk.errors import KioskError


class PackError(KioskError):
    """Nothing was changed: the packs that were there still are."""

    code = "E-220"
    what = "Le lot de démarches ne peut pas être lu."
    kept = "Les démarches du poste n'ont pas changé."
    todo = "Demandez de nouveau ce fichier à qui l'a fait."


class BadlyFormedError(PackError):
    what = "Ce fichier n'est pas un lot de démarches, ou il est coupé."


class AlteredError(PackError):
    what = "Ce lot a été changé après sa signature."


class UnknownSignerError(PackError):
    what = "Ce lot est signé par une clé que le poste ne connaît pas."
    todo = "N'installez pas ce fichier. Si la clé est la vôtre, mettez-la dans le dossier des clés ([packs] signers)."


class OlderError(PackError):
    what = "Ce lot est plus ancien que celui du poste."
    todo = "Prenez le dernier lot. Pour revenir au lot d'avant : sudo kiosk packs rollback NOM"


class TooLargeError(PackError):
    what = "Ce lot est trop gros."
    todo = "Faites-en deux lots."


class NotWrittenError(PackError):
    what = "Le lot ne peut pas être écrit sur le poste."
    todo = "Lancez la commande avec sudo, et regardez la place sur le disque : df -h"
