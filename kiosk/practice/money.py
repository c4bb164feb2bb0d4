"""Amounts and account numbers as people type them and as the practice services write them back. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

_AMOUNT = re.compile(r"\d{1,6}([.,]\d{1,2})?")


def is_amount(typed: str) -> bool:
    """« 1250 », « 1 250,50 » and « 1 250 € » are all amounts."""
    return _AMOUNT.fullmatch(_bare(typed)) is not None


def amount(typed: str) -> Decimal:
    """In euros. Call it with what `is_amount` finds right."""
    return Decimal(_bare(typed).replace(",", "."))


def in_euros(typed: str) -> str:
    """« 1 250,00 € », with spaces that do not break."""
    return f"{amount(typed):,.2f}".replace(",", "\u00a0").replace(".", ",") + "\u00a0€"


def in_groups(iban: str) -> str:
    plain = without_blanks(iban).upper()
    return " ".join(plain[start : start + 4] for start in range(0, len(plain), 4))


def iban_problem(typed: str) -> str:
    """Why this cannot be a French account number, as a sentence; empty when it can."""
    plain = without_blanks(typed).upper()
    if not plain:
        return "Écrivez votre IBAN. Il commence par FR."
    if not plain.startswith("FR"):
        return "L'IBAN d'un compte français commence par FR."
    if len(plain) != 27:
        return f"L'IBAN a 27 lettres et chiffres. Vous en avez écrit {len(plain)}."
    return "" if _iban_adds_up(plain) else "Cet IBAN contient une erreur. Comparez-le avec votre RIB."


def without_blanks(typed: str) -> str:
    return "".join(typed.split())


def _iban_adds_up(plain: str) -> bool:
    """ISO 13616: moved four places and read as a number, it leaves 1 when divided by 97."""
    if not (plain.isascii() and plain.isalnum()):
        return False
    digits = "".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])
    return int(digits) % 97 == 1


def _bare(typed: str) -> str:
    return without_blanks(typed).removesuffix("€")
