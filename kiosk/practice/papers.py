"""What the practice services' papers say: the payment certificate, the request's receipts.

Knows the page's lay-out and its words. Every paper says in large letters that it has no value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.practice.dates import in_full, month_name
from kiosk.practice.pdf import A4, Colour, Page
from kiosk.practice.person import TRAINING

_MARGIN = 56
_VALUE_COLUMN = 250
_PLUM: Colour = (0.36, 0.23, 0.39)
_PINE: Colour = (0.06, 0.36, 0.35)
_PALE: Colour = (0.95, 0.93, 0.90)
_WHITE: Colour = (1, 1, 1)
_WARNING = "DOCUMENT D'ENTRAÎNEMENT - SANS VALEUR"


@dataclass(frozen=True)
class House:
    """Whose paper it is: the name and the colour at its head."""

    name: str
    colour: Colour


_FUND = House("Caisse d'allocations d'exercice", _PLUM)
_TITLES = House("Agence des titres d'exercice", _PINE)

Rows = Sequence[tuple[str, str]]


def payment_certificate(today: date) -> bytes:
    rows = [("Nom", TRAINING.person.full_name), ("Numéro d'allocataire", TRAINING.number)]
    rows += payments(today)
    sentence = "La Caisse d'allocations d'exercice certifie avoir versé à cette personne :"
    return paper(_FUND, "Attestation de paiement", sentence, rows, today)


def payments(today: date) -> Rows:
    """What the fund paid in the last month: invented, the same on the page and on the certificate."""
    month = month_name(today, 1)
    return (("Mois", month), ("Aide au logement", "213,00 €"), ("Prime d'activité", "186,00 €"), ("Total", "399,00 €"))


def bonus_receipt(number: str, rows: Rows, sent: date) -> bytes:
    head = [("Numéro de la demande", number), ("Envoyée le", in_full(sent))]
    sentence = "Votre demande est bien arrivée. Gardez ce papier."
    return paper(_FUND, "Attestation de demande de prime d'activité", sentence, [*head, *rows], sent)


def prerequest_summary(number: str, rows: Rows, sent: date) -> bytes:
    head = [("Numéro de pré-demande", number), ("Faite le", in_full(sent))]
    sentence = "Apportez ce papier au rendez-vous à la mairie."
    return paper(_TITLES, "Récapitulatif de la pré-demande", sentence, [*head, *rows], sent)


def paper(house: House, title: str, sentence: str, rows: Rows, day: date) -> bytes:
    """One page: a sentence, then rows of a label and a value."""
    page = Page(f"{title} - {house.name} (exercice)")
    width, height = A4
    page.band(0, 0, width, 84, house.colour)
    page.text(_MARGIN, 40, house.name, size=19, bold=True, colour=_WHITE)
    page.text(_MARGIN, 62, "Site d'entraînement. Rien n'est envoyé.", size=11, colour=_WHITE)
    page.text(_MARGIN, 134, title, size=20, bold=True)
    page.text(_MARGIN, 160, sentence, size=12)
    for line, (label, value) in enumerate(rows):
        top = 184 + 28 * line
        if line % 2 == 0:
            page.band(_MARGIN - 10, top, width - 2 * _MARGIN + 20, 28, _PALE)
        page.text(_MARGIN, top + 18, label)
        page.text(_VALUE_COLUMN, top + 18, value, bold=True)
    page.text(_MARGIN, 184 + 28 * len(rows) + 36, f"Fait le {in_full(day)}.")
    page.band(0, height - 56, width, 56, _PALE)
    page.text(_MARGIN, height - 24, _WARNING, size=12, bold=True, colour=house.colour)
    return page.to_bytes()
