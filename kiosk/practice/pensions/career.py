"""Claude Exemple, who worked long enough, what their career was, and the sheets of the pension request.

Everything here is invented. Pure; knows no web.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.practice.dates import in_full, parse_day
from kiosk.practice.money import iban_problem, in_groups
from kiosk.practice.sheets import Question, Sheet, written

FULL_NAME = "Claude Exemple"
NUMBER = "2 66 09 99 123 456 41"
PASSWORD = "vent-calme-78"  # noqa: S105  shown on the pages: it protects nothing
IBAN = "FR76 9999 9999 9900 0000 0001 220"
START = "01/07/2030"
LAST_DAY = "30/06/2030"
NOTICE_MONTHS = 4


@dataclass(frozen=True)
class Year:
    year: int
    work: str
    quarters: int


YEARS = (
    Year(2012, "Atelier d'exercice", 4),
    Year(2011, "Atelier d'exercice", 4),
    Year(2010, "Rien d'écrit", 0),
    Year(2009, "Cantine d'exercice", 4),
    Year(2008, "Cantine d'exercice", 3),
)
TOTAL = 98


def _start_problem(typed: str, today: date) -> str:
    day = parse_day(typed)
    if day is None:
        return "Écrivez la date comme ceci : 01/07/2030."
    if day.day != 1:
        return "La retraite commence le premier jour d'un mois. Exemple : 01/07/2030."
    months = (day.year - today.year) * 12 + day.month - today.month
    return "" if months >= NOTICE_MONTHS else f"Choisissez une date dans {NOTICE_MONTHS} mois ou plus."


def _last_day_problem(typed: str, _today: date) -> str:
    return "" if parse_day(typed) else "Écrivez la date comme ceci : 30/06/2030."


def _day_in_full(typed: str) -> str:
    day = parse_day(typed)
    return in_full(day) if day else typed


_START = Question("depart", _start_problem, "Début de la retraite", _day_in_full)
_LAST = Question("dernier_jour", _last_day_problem, "Dernier jour de travail", _day_in_full)
_HOLDER = Question("titulaire", written("Écrivez le nom du titulaire du compte."), "Titulaire")
_IBAN = Question("iban", lambda typed, _today: iban_problem(typed), "IBAN", in_groups)
_SIGNED = Sheet(
    "signature", "Vérifier et envoyer", (Question("certifie", written("Cochez la case pour certifier vos réponses.")),)
)

# The account is asked for in a frame.
ACCOUNT = "compte"
SHEETS = (
    Sheet("depart", "Votre départ", (_START, _LAST)),
    Sheet(ACCOUNT, "Votre compte bancaire", (_HOLDER, _IBAN)),
    _SIGNED,
)
REDESIGNED = (
    Sheet(ACCOUNT, "Où vous payer", (_IBAN, _HOLDER)),
    Sheet("calendrier", "Votre calendrier", (_LAST, _START)),
    _SIGNED,
)
