"""The fines: one is paid, after a queue and in the bank's frame; one is contested, with a paper."""

from __future__ import annotations

from demonstration.rounds import Act, Round, StepTaken
from kiosk.practice.fines.notice import CARD, NOTICE

_BANK = "iframe.banque >>> "
_SEND = "form [type=submit]"
_GO = "form .gestes .bouton"
_PAPER = "Justificatif de domicile.pdf"


def _go_on(step: str) -> StepTaken:
    return StepTaken(step, (Act("click", _GO),), (Act("click", _SEND),))


def _write(step: str, at: str, value: str) -> StepTaken:
    acts = (Act("write", at, value),)
    return StepTaken(step, acts, acts)


_NUMBER = _write("numero", "#avis", NOTICE.number)
_KEY = _write("cle", "#cle", NOTICE.key)

_PAY = Round(
    "exercice-payer-amende",
    None,
    (
        StepTaken("payer", (Act("click", "a[href='/payer']"),), (Act("click", "form[action='/reglement'] button"),)),
        StepTaken("attendre", (Act("wait", "#avis"),), (Act("wait", "#avis"),)),
        _NUMBER,
        _KEY,
        _go_on("continuer"),
        StepTaken(
            "par-carte",
            (Act("click", "a[href='/payer/carte']"),),
            (Act("click", "form[action='/reglement/paiement'] button"),),
        ),
        _write("numero-de-carte", f"{_BANK}#carte", CARD.number),
        StepTaken(
            "fin-de-carte",
            (Act("write", f"{_BANK}#fin", CARD.expiry),),
            (
                Act("choose", f"{_BANK}[name=fin-mois]", CARD.month),
                Act("choose", f"{_BANK}[name=fin-annee]", CARD.year),
            ),
        ),
        _write("code-de-carte", f"{_BANK}#crypto", CARD.code),
        StepTaken(
            "payer-la-somme", (Act("click", f"{_BANK}form .bouton"),), (Act("click", f"{_BANK}form [type=submit]"),)
        ),
        StepTaken("revenir", (Act("click", f"{_BANK}a.bouton"),), (Act("click", f"{_BANK}a.retour"),)),
        StepTaken("telecharger", (Act("click", "a[href$='.pdf']"),), (Act("click", "form[action$='.pdf'] button"),)),
    ),
    redesigned_order=(
        *("payer", "attendre", "cle", "numero", "continuer", "par-carte", "numero-de-carte", "code-de-carte"),
        *("fin-de-carte", "payer-la-somme", "revenir", "telecharger"),
    ),
)

_CONTEST = Round(
    "exercice-contester-amende",
    None,
    (
        StepTaken(
            "contester", (Act("click", "a[href='/contester']"),), (Act("click", "form[action='/contestation'] button"),)
        ),
        StepTaken("raison", (Act("click", "#motif"),), (Act("click", "#motif"),)),
        # After the redesign, the reason stands on one page with what followed it.
        StepTaken("continuer-vers-avis", (Act("click", _GO),), ()),
        _NUMBER,
        _KEY,
        _go_on("continuer-vers-explication"),
        _write("explication", "#explication", "J'ai vendu la voiture en mars."),
        StepTaken("papier", (Act("pick-file", "#preuve", _PAPER),), (Act("pick-file", "#preuve", _PAPER),)),
        _go_on("continuer-vers-verification"),
        StepTaken("certifier", (Act("click", "#certifie"),), (Act("click", "#certifie"),)),
        _go_on("envoyer"),
        StepTaken("telecharger", (Act("click", "a[href$='.pdf']"),), (Act("click", "form[action$='.pdf'] button"),)),
    ),
    redesigned_order=(
        *("contester", "cle", "numero", "continuer-vers-explication", "raison", "continuer-vers-avis", "papier"),
        *("explication", "continuer-vers-verification", "certifier", "envoyer", "telecharger"),
    ),
)

ROUNDS: tuple[Round, ...] = (_PAY, _CONTEST)
