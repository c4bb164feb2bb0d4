"""The energy service: the energy cheque, with an address to look up; a bill to find in a long list and to contest."""

from __future__ import annotations

from demonstration.rounds import Act, Round, StepTaken
from kiosk.practice.energy.words import METER

_GO = "form .gestes .bouton"
_SEND = "form [data-envoyer]"
_STREET = "[role=option]"


def _go_on(step: str) -> StepTaken:
    return StepTaken(step, (Act("click", _GO),), (Act("click", _SEND),))


def _write(step: str, at: str, value: str) -> StepTaken:
    acts = (Act("write", at, value),)
    return StepTaken(step, acts, acts)


_CERTIFY = StepTaken("certifier", (Act("click", "#certifie"),), (Act("click", "#certifie"),))
_TAKE = StepTaken(
    "telecharger", (Act("click", "a[href^='/papier/']"),), (Act("click", "form[action^='/papier/'] button"),)
)

_CHEQUE = Round(
    "exercice-cheque-energie",
    None,
    (
        StepTaken(
            "demander", (Act("click", "main a[href^='/cheque/']"),), (Act("click", "[data-vers^='/aides/cheque/']"),)
        ),
        # Whoever leaves the field closes the list: it is written and looked at in one go.
        _write("adresse", "#adresse", "12 rue des til"),
        StepTaken("choisir-adresse", (Act("click", _STREET),), (Act("click", _STREET),)),
        _write("compteur", "#pdl", METER),
        _go_on("continuer-vers-foyer"),
        StepTaken(
            "fournisseur",
            (Act("choose", "#fournisseur", "Mistral (exercice)"),),
            (Act("choose", "#fournisseur", "Mistral (exercice)"),),
        ),
        _write("personnes", "#personnes", "3"),
        _go_on("continuer-vers-verification"),
        _CERTIFY,
        _go_on("envoyer"),
        _TAKE,
    ),
    redesigned_order=(
        *("demander", "fournisseur", "compteur", "adresse", "choisir-adresse", "continuer-vers-foyer", "personnes"),
        *("continuer-vers-verification", "certifier", "envoyer", "telecharger"),
    ),
)

_BILL = Round(
    "exercice-facture-energie",
    None,
    (
        StepTaken(
            "factures", (Act("click", "main a[href='/factures']"),), (Act("click", "[data-vers='/consommation']"),)
        ),
        StepTaken("lire", (Act("click", "a[href$='F-001']"),), (Act("click", "a[href$='F-001']"),)),
        StepTaken(
            "contester",
            (Act("click", "main a[href^='/factures/contester/']"),),
            (Act("click", "[data-vers^='/reclamation/']"),),
        ),
        StepTaken("probleme", (Act("click", "#raison"),), (Act("choose", "#raison", "Le montant est trop élevé"),)),
        _write("releve", "#releve", "12480"),
        _write("expliquer", "#message", "La facture est trop élevée."),
        _go_on("continuer"),
        _CERTIFY,
        _go_on("envoyer"),
        _TAKE,
    ),
    redesigned_order=(
        *("factures", "lire", "contester", "releve", "probleme", "expliquer", "continuer", "certifier", "envoyer"),
        "telecharger",
    ),
)

ROUNDS: tuple[Round, ...] = (_CHEQUE, _BILL)
