"""Camille Exemple's health account, and the sheets of the request for the complementary cover. Invented; pure."""

from __future__ import annotations

from datetime import date

from kiosk.practice.money import in_euros, is_amount
from kiosk.practice.person import TRAINING
from kiosk.practice.sheets import Question, Sheet, one_of, written

FULL_NAME = TRAINING.person.full_name
NUMBER = "1 84 03 99 123 456 12"
PASSWORD = "lune-calme-90"  # noqa: S105  shown on the pages: it protects nothing
PEOPLE = "3"
INCOME = "14 200"

MANAGERS = {"caisse": "La caisse de santé d'exercice", "mutuelle": "La mutuelle d'exercice"}
_MOST_PEOPLE = 8


def _people_problem(typed: str, _today: date) -> str:
    right = typed.isdecimal() and 1 <= int(typed) <= _MOST_PEOPLE
    return "" if right else f"Dites combien de personnes vivent chez vous : de 1 à {_MOST_PEOPLE}."


def _income_problem(typed: str, _today: date) -> str:
    if not typed:
        return "Écrivez un montant. Si vous n'avez rien reçu, écrivez 0."
    return "" if is_amount(typed) else "Écrivez le montant en chiffres. Exemple : 14 200."


_PEOPLE = Question("personnes", _people_problem, "Personnes dans le foyer")
_INCOME = Question("ressources", _income_problem, "Ressources des 12 derniers mois", in_euros)
_MANAGER = Question(
    "organisme", one_of(MANAGERS, "Choisissez un organisme."), "Organisme", lambda chosen: MANAGERS[chosen]
)
_SIGNED = Sheet(
    "signature", "Vérifier et envoyer", (Question("atteste", written("Cochez la case pour attester vos réponses.")),)
)

SHEETS = (
    Sheet("foyer", "Votre foyer", (_PEOPLE,)),
    Sheet("ressources", "Vos ressources", (_INCOME,)),
    Sheet("organisme", "Votre organisme", (_MANAGER,)),
    _SIGNED,
)
REDESIGNED = (
    Sheet("menage", "Vous et votre foyer", (_INCOME, _PEOPLE)),
    Sheet("gestion", "Qui s'occupe de vous ?", (_MANAGER,)),
    _SIGNED,
)
