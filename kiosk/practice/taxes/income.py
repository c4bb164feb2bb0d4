"""The income declaration: its sheets in each version, what each answer must be. Pure; knows no web."""

from __future__ import annotations

from datetime import date

from kiosk.practice.money import in_euros, is_amount
from kiosk.practice.sheets import Check, Question, Sheet, one_of, written

SITUATIONS = {"seul": "Célibataire, divorcé ou veuf", "couple": "Marié ou pacsé"}
CHILDREN = {str(number): "Aucun" if number == 0 else str(number) for number in range(7)}


def _amount(what: str) -> Check:
    def check(typed: str, _today: date) -> str:
        if not typed:
            return f"{what} : écrivez un montant. S'il n'y a rien, écrivez 0."
        return "" if is_amount(typed) else f"{what} : écrivez le montant en chiffres. Exemple : 18 450."

    return check


_SITUATION = Question(
    "situation", one_of(SITUATIONS, "Choisissez votre situation."), "Situation", lambda chosen: SITUATIONS[chosen]
)
_CHILDREN = Question(
    "enfants", one_of(CHILDREN, "Choisissez le nombre d'enfants."), "Enfants à charge", lambda chosen: CHILDREN[chosen]
)
_WAGES = Question("salaires", _amount("Salaires"), "Salaires", in_euros)
_OTHERS = Question("autres", _amount("Autres revenus"), "Autres revenus", in_euros)
_GIFTS = Question("dons", _amount("Dons"), "Dons à des associations", in_euros)
_SIGNED = Sheet(
    "signature",
    "Vérifier et signer",
    (Question("certifie", written("Cochez la case pour certifier votre déclaration.")),),
)

SHEETS = (
    Sheet("situation", "Votre situation", (_SITUATION, _CHILDREN)),
    Sheet("revenus", "Vos revenus", (_WAGES, _OTHERS)),
    Sheet("charges", "Vos dépenses", (_GIFTS,)),
    _SIGNED,
)
# One page fewer, and every page asks in another order.
REDESIGNED = (
    Sheet("foyer", "Votre foyer", (_CHILDREN, _SITUATION)),
    Sheet("montants", "Vos montants", (_GIFTS, _OTHERS, _WAGES)),
    _SIGNED,
)
