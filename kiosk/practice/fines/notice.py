"""The one notice of the practice fines, the card that pays it, and the words that refuse what is typed. Pure.

Everything is invented. No network of cards gives numbers that begin with 0: this one can pay nothing anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.practice.questions import Errors, Rows


@dataclass(frozen=True)
class Notice:
    number: str
    key: str
    amount: str
    reason: str
    plate: str


@dataclass(frozen=True)
class Card:
    number: str
    month: str
    year: str
    code: str

    @property
    def expiry(self) -> str:
        return f"{self.month}/{self.year}"


NOTICE = Notice("9900112233", "07", "35,00 €", "Stationnement gênant", "ZZ-000-ZZ")
CARD = Card("0000 1111 2222 3333", "12", "30", "123")

BESIDE: Rows = (("Numéro de l'avis", NOTICE.number), ("Clé", NOTICE.key))
"""What the card of training data says of the notice."""


def unknown(number: str, key: str) -> Errors:
    """Why nobody knows this notice, by field; empty when it is the training one."""
    if "".join(number.split()) != NOTICE.number:
        return {"avis": "Ce numéro d'avis n'est pas connu. Vérifiez chaque chiffre."}
    if "".join(key.split()) != NOTICE.key:
        return {"cle": "Cette clé ne va pas avec ce numéro. Vérifiez les deux chiffres."}
    return {}


def card_problems(typed: Mapping[str, str]) -> Errors:
    """What is wrong with a card, by field, in the order of the page. Only the training card pays."""
    number = "".join(typed.get("carte", "").split())
    expiry = "".join(typed.get("fin", "").split())
    code = typed.get("crypto", "").strip()
    errors: Errors = {}
    if not number:
        errors["carte"] = "Écrivez le numéro de la carte."
    elif number != "".join(CARD.number.split()):
        errors["carte"] = "Utilisez la carte d'entraînement. N'écrivez pas votre vraie carte ici."
    if not re.fullmatch(r"(0[1-9]|1[0-2])/?\d\d", expiry):
        errors["fin"] = f"Écrivez le mois et l'année, comme {CARD.expiry}."
    elif expiry.replace("/", "") != CARD.month + CARD.year:
        errors["fin"] = f"La carte d'entraînement finit en {CARD.expiry}."
    if code != CARD.code:
        errors["crypto"] = f"Le code de la carte d'entraînement est {CARD.code}."
    return errors
