"""The rules of the activity-bonus request: its pages, what each answer must be, the words of each error, the recap.

Pure: answers are plain texts as typed, keyed by field. Knows no web. The household branch adds the partner's fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.practice.dates import birth_problem, last_months
from kiosk.practice.money import iban_problem, in_euros, in_groups, is_amount

Answers = Mapping[str, str]
Errors = dict[str, str]

PAGES: tuple[str, ...] = ("situation", "ressources", "coordonnees-bancaires", "recapitulatif")
REDESIGNED_PAGES: tuple[str, ...] = ("coordonnees-bancaires", "situation", "ressources", "recapitulatif")
TITLES: dict[str, str] = {
    "situation": "Votre situation",
    "ressources": "Vos revenus",
    "coordonnees-bancaires": "Votre compte bancaire",
    "recapitulatif": "Vérifiez votre demande",
}

_SALARIES = ("salaire_1", "salaire_2", "salaire_3")
_PARTNER_SALARIES = ("salaire_partenaire_1", "salaire_partenaire_2", "salaire_partenaire_3")
FIELDS: dict[str, tuple[str, ...]] = {
    "situation": ("situation", "enfants", "prenom_partenaire", "naissance_partenaire"),
    "ressources": (*_SALARIES, *_PARTNER_SALARIES),
    "coordonnees-bancaires": ("titulaire", "iban"),
    "recapitulatif": ("certifie",),
}


@dataclass(frozen=True)
class Part:
    """One block of the recap, with the page where it can be changed."""

    title: str
    page: str
    rows: tuple[tuple[str, str], ...]


def is_couple(answers: Answers) -> bool:
    return answers.get("situation") == "couple"


def check(page: str, answers: Answers, today: date) -> Errors:
    """What is wrong on one page, by field, in the order of the page. Empty: all is well."""
    errors: Errors = {}
    for field in FIELDS[page]:
        if "partenaire" in field and not is_couple(answers):
            continue
        problem = _problem(field, answers.get(field, "").strip(), today)
        if problem:
            errors[field] = problem
    return errors


def first_unfinished(answers: Answers, today: date, pages: tuple[str, ...] = PAGES) -> str | None:
    """The first page before the recap that still has an error."""
    return next((page for page in pages[:-1] if check(page, answers, today)), None)


def recap(answers: Answers, today: date) -> tuple[Part, ...]:
    """What was answered, in words. Call it with answers that `check` finds right."""
    couple = is_couple(answers)
    situation = [("Vous vivez", "En couple" if couple else "Seul ou seule")]
    if couple:
        situation.append(("Prénom du partenaire", answers["prenom_partenaire"].strip()))
        situation.append(("Né ou née le", answers["naissance_partenaire"].strip()))
    children = int(answers["enfants"])
    situation.append(("Enfants à votre charge", str(children or "Aucun")))
    months = last_months(today)
    incomes = [(month, in_euros(answers[field])) for month, field in zip(months, _SALARIES, strict=True)]
    if couple:
        partner = zip(months, _PARTNER_SALARIES, strict=True)
        incomes += [(f"{month}, partenaire", in_euros(answers[field])) for month, field in partner]
    account = (("Titulaire", answers["titulaire"].strip()), ("IBAN", in_groups(answers["iban"])))
    return (
        Part("Votre situation", "situation", tuple(situation)),
        Part("Vos revenus", "ressources", tuple(incomes)),
        Part("Votre compte bancaire", "coordonnees-bancaires", account),
    )


def _problem(field: str, typed: str, today: date) -> str:
    if field.startswith("salaire"):
        return _amount_problem(field, typed)
    if field == "naissance_partenaire":
        return birth_problem(typed, today)
    if field == "iban":
        return iban_problem(typed)
    if field == "enfants":
        return "" if typed.isdecimal() and int(typed) <= 9 else "Choisissez le nombre d'enfants."
    if field == "situation":
        return "" if typed in ("seul", "couple") else "Choisissez une réponse : seul ou en couple."
    missing = {
        "prenom_partenaire": "Écrivez le prénom de votre partenaire.",
        "titulaire": "Écrivez le nom du titulaire du compte.",
        "certifie": "Cochez la case pour certifier vos réponses.",
    }
    return "" if typed else missing[field]


def _amount_problem(field: str, typed: str) -> str:
    where = f"{'Partenaire' if 'partenaire' in field else 'Mois'} {field[-1]}"
    if not typed:
        return f"{where} : écrivez un montant. Si rien n'a été reçu, écrivez 0."
    return "" if is_amount(typed) else f"{where} : écrivez le montant en chiffres. Exemple : 1250."
