"""The rules of the identity pre-request: its pages, what each answer must be, the words of each error, the recap.

Pure: answers are plain texts as typed, keyed by field. Knows no web. Also what following a request shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.practice.dates import birth_problem, in_full
from kiosk.practice.person import TRAINING

Answers = Mapping[str, str]

DOCUMENTS = {"carte": "Carte d'identité", "passeport": "Passeport"}
REASONS = {"premiere": "Première demande", "renouvellement": "Renouvellement", "perte": "Perte ou vol"}
FIELDS: dict[str, tuple[str, ...]] = {
    "titre": ("document", "motif"),
    "identite": ("nom", "prenoms", "naissance"),
}
_OFFERED = {"document": DOCUMENTS, "motif": REASONS}
_MISSING = {
    "document": "Choisissez une carte d'identité ou un passeport.",
    "motif": "Choisissez pourquoi vous faites cette demande.",
    "nom": "Écrivez le nom de naissance.",
    "prenoms": "Écrivez les prénoms.",
    "naissance": "Écrivez la date de naissance.",
}
_PRINTED_DAYS_AGO = 9


@dataclass(frozen=True)
class Progress:
    """Where a request stands: its milestones, and how many of them are behind."""

    number: str
    state: str
    milestones: tuple[str, ...]
    reached: int


def check(page: str, answers: Answers, today: date) -> dict[str, str]:
    """What is wrong on one page, by field, in the order of the page. Empty: all is well."""
    found = ((field, _problem(field, answers.get(field, "").strip(), today)) for field in FIELDS[page])
    return {field: words for field, words in found if words}


def recap(answers: Answers) -> tuple[tuple[str, str], ...]:
    """What was answered, in words. Call it with answers that `check` finds right."""
    return (
        ("Document demandé", DOCUMENTS[answers["document"]]),
        ("Motif", REASONS[answers["motif"]]),
        ("Nom de naissance", answers["nom"].strip()),
        ("Prénoms", answers["prenoms"].strip()),
        ("Date de naissance", answers["naissance"].strip()),
        ("Photo", "Reçue"),
    )


def progress(number: str, sent: Mapping[str, date], today: date) -> Progress | None:
    """Where the request `number` stands, or None when nobody knows it."""
    milestones = ("Pré-demande reçue", "Rendez-vous à la mairie", "Fabrication", "Document disponible")
    asked = _as_printed(number)
    if asked in sent:
        words = f"Pré-demande reçue le {in_full(sent[asked])}. Prenez maintenant rendez-vous à la mairie."
        return Progress(asked, words, milestones, 1)
    if asked == TRAINING.followed_request:
        since = in_full(date.fromordinal(today.toordinal() - _PRINTED_DAYS_AGO))
        return Progress(asked, f"En cours de fabrication depuis le {since}.", milestones, 3)
    return None


def _as_printed(number: str) -> str:
    """« te 204816 » is « TE-204-816 »: dashes, blanks and capitals are not worth a refusal."""
    signs = "".join(sign for sign in number.upper() if sign.isalnum())
    return f"{signs[:2]}-{signs[2:5]}-{signs[5:]}"


def _problem(field: str, typed: str, today: date) -> str:
    if not typed:
        return _MISSING[field]
    if field in _OFFERED and typed not in _OFFERED[field]:
        return _MISSING[field]
    return birth_problem(typed, today) if field == "naissance" else ""
