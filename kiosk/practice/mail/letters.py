"""The rules of the practice mailbox: what lies in it, what a message to send must be, how a size is said.

Pure. An attachment is a name and a size: what a person joins is counted and forgotten, never kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.practice.person import TRAINING

LIMIT = 5_000_000
"""Largest attachment, in bytes: the "5 Mo" of most mailboxes and services, counted strictly."""

FIELDS: Mapping[str, int] = {"destinataire": 120, "sujet": 120, "texte": 2000}
"""What a person types, and how much of each is kept, in characters."""

CERTIFICATE = "attestation-de-paiement.pdf"
_LONGEST_NAME = 80
_ADDRESS = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


@dataclass(frozen=True)
class Letter:
    """One message received. `attachment`: the file's name; all letters with one carry the fund's certificate."""

    number: int
    sender: str
    address: str
    subject: str
    lines: tuple[str, ...]
    days_ago: int
    attachment: str = ""

    def day(self, today: date) -> date:
        return date.fromordinal(today.toordinal() - self.days_ago)


@dataclass(frozen=True)
class Attachment:
    name: str
    size: int

    @property
    def size_words(self) -> str:
        return in_words(self.size)


@dataclass(frozen=True)
class Sent:
    recipient: str
    subject: str
    attachment: Attachment | None


INBOX: tuple[Letter, ...] = (
    Letter(
        1,
        "École des Tilleuls (exercice)",
        TRAINING.school_address,
        "Il manque un papier",
        (
            "Bonjour,",
            "Il manque un papier pour l'inscription à la cantine : le justificatif de domicile.",
            f"Envoyez-le à cette adresse : {TRAINING.school_address}",
            "Un fichier PDF est bien. 5 Mo au maximum.",
            "Merci.",
        ),
        days_ago=1,
    ),
    Letter(
        2,
        "Caisse d'allocations d'exercice",
        "ne-pas-repondre@caisse.exercice",
        "Votre attestation de paiement",
        (
            "Bonjour,",
            "Voici votre attestation de paiement. Elle est dans la pièce jointe.",
            "Ce message est automatique. Ne répondez pas.",
        ),
        days_ago=2,
        attachment=CERTIFICATE,
    ),
)


def letter(number: str) -> Letter | None:
    return next((one for one in INBOX if str(one.number) == number), None)


def is_owner(address: str, password: str) -> bool:
    return address.strip().casefold() == TRAINING.mail_address and password == TRAINING.mail_password


def login_errors(address: str, password: str) -> dict[str, str]:
    errors: dict[str, str] = {}
    if not _ADDRESS.fullmatch(address.strip()):
        errors["adresse"] = f"Écrivez une adresse avec « @ ». Exemple : {TRAINING.mail_address}."
    if not password:
        errors |= {"secret": "Tapez votre mot de passe."}
    return errors


def check(typed: Mapping[str, str], attachment: Attachment | None) -> dict[str, str]:
    """What keeps a message from being sent, by field, in the order of the page. Empty: all is well."""
    errors: dict[str, str] = {}
    recipient = typed.get("destinataire", "").strip()
    if not recipient:
        errors["destinataire"] = "Écrivez l'adresse de la personne."
    elif not _ADDRESS.fullmatch(recipient):
        errors["destinataire"] = "Cette adresse n'est pas complète. Il faut un « @ », puis un nom de site."
    if not typed.get("sujet", "").strip():
        errors["sujet"] = "Écrivez le sujet, en deux ou trois mots."
    if attachment is not None and attachment.size == 0:
        errors["joint"] = "Ce fichier est vide. Choisissez un autre fichier."
    if attachment is not None and attachment.size > LIMIT:
        errors["joint"] = (
            f"La pièce jointe est trop lourde : {attachment.size_words}. La limite est de {in_words(LIMIT)}. "
            "Allégez le fichier, ou choisissez-en un autre."
        )
    return errors


def plain_name(untrusted: str) -> str:
    """A file's name as it can be shown: without its folder, and without signs that do not print."""
    name = untrusted.replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in name if sign.isprintable())[:_LONGEST_NAME] or "fichier"


def in_words(size: int) -> str:
    """« 340 Ko », « 1,2 Mo »: never less than what it is, so that a file just over a limit is not said to fit."""
    if size < 1_000_000:
        return f"{-(-size // 1000)} Ko"
    tenths = -(-size // 100_000)
    return f"{tenths // 10} Mo" if tenths % 10 == 0 else f"{tenths // 10},{tenths % 10} Mo"
