"""What the shell shows in pictures and tests: six procedures with long and short names, in three languages, and a
library of eight sheets. Nothing of it is a real service's.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from demonstration.sheets import sheet_xml, write_zip
from kiosk.procedures.model import Procedure
from kiosk.sheets.importing import import_archive
from kiosk.sheets.library import Library, opened
from kiosk.sheets.limits import Limits

NOON = datetime(2026, 3, 2, 14, 32, tzinfo=UTC)

PAPERS: list[dict[str, Any]] = [
    {
        "name": {"fr": "Pièce d'identité", "en": "Identity document", "ar": "وثيقة هوية"},
        "detail": {
            "fr": "Carte, passeport ou titre de séjour",
            "en": "Card, passport or residence permit",
            "ar": "بطاقة أو جواز سفر أو تصريح إقامة",
        },
        "icon": "id-card",
    },
    {
        "name": {"fr": "Numéro d'allocataire", "en": "Allowance number", "ar": "رقم المستفيد"},
        "detail": {
            "fr": "Il est sur vos courriers de la CAF",
            "en": "It is on your letters from the CAF",
            "ar": "تجده في رسائل الكاف",
        },
        "where": {
            "fr": "Regardez en haut de vos lettres de la CAF.",
            "en": "Look at the top of your letters from the CAF.",
            "ar": "انظر في أعلى رسائل الكاف.",
        },
        "icon": "hash",
    },
    {
        "name": {"fr": "3 bulletins de salaire", "en": "3 payslips", "ar": "3 كشوف راتب"},
        "detail": {"fr": "Les 3 derniers mois", "en": "The last 3 months", "ar": "آخر 3 أشهر"},
        "where": {
            "fr": "Votre employeur vous les donne chaque mois.",
            "en": "Your employer gives them to you every month.",
            "ar": "يعطيك إياها صاحب العمل كل شهر.",
        },
        "icon": "receipt-euro",
    },
    {
        "name": {"fr": "RIB", "en": "Bank details (RIB)", "ar": "بيانات الحساب البنكي"},
        "detail": {
            "fr": "Le papier avec le numéro de votre compte",
            "en": "The paper with your account number",
            "ar": "الورقة التي فيها رقم حسابك",
        },
        "icon": "landmark",
    },
    {
        "name": {"fr": "Avis d'impôt", "en": "Tax notice", "ar": "إشعار الضريبة"},
        "detail": {"fr": "Le dernier reçu", "en": "The latest one", "ar": "آخر إشعار وصلك"},
        "icon": "file-text",
    },
]

NAMES = (
    (
        "piece-identite",
        "id-card",
        "papiers_elections_citoyennete",
        ("Passeport ou carte d'identité", "Passport or identity card", "جواز السفر أو بطاقة الهوية"),
    ),
    ("prime-activite", "hand-coins", "social_sante", ("Prime d'activité", "Activity bonus", "منحة النشاط")),
    ("attestation-caf", "file-check", "social_sante", ("Attestation CAF", "CAF certificate", "شهادة الكاف")),
    ("payer-amende", "receipt-euro", "argent_impots", ("Payer une amende", "Pay a fine", "دفع غرامة")),
    (
        "actualisation",
        "calendar-check",
        "travail_formation",
        ("Actualisation France\u00a0Travail", "France\u00a0Travail update", "تحديث وضعي كل شهر"),
    ),
    (
        "envoyer-mail",
        "mail",
        "courriel_internet",
        ("Envoyer un papier par mail", "Send a paper by email", "إرسال ورقة بالبريد الإلكتروني"),
    ),
)


def _texts(texts: tuple[str, str, str]) -> dict[str, str]:
    return dict(zip(("fr", "en", "ar"), texts, strict=True))


def procedure(index: int) -> Procedure:
    name, icon, life_theme, texts = NAMES[index]
    rich = name == "prime-activite"
    steps: list[dict[str, Any]] = [{"id": f"step-{number}", "do": "Regardez l'écran."} for number in range(1, 10)]
    if name == "attestation-caf":
        steps[3] |= {"cases": ["seul"]}
    return Procedure.model_validate(
        {
            "id": name,
            "title": _texts(("Demander la prime d'activité", "Ask for the activity bonus", "طلب منحة النشاط"))
            if rich
            else _texts(texts),
            "short": _texts(texts),
            "summary": {
                "fr": "C'est de l'argent en plus de votre salaire. La CAF le verse chaque mois si vous gagnez peu.",
                "en": "It is money on top of your wages. The CAF pays it every month if you earn little.",
                "ar": "هي مال إضافي فوق راتبك. تدفعه الكاف كل شهر إذا كان دخلك قليلا.",
            },
            "theme": life_theme,
            "service": "CAF",
            "start": "https://caf.fr/",
            "icon": icon,
            "papers": PAPERS if rich else [],
            "minutes": 30,
            "practice": name == "attestation-caf",
            "frequent": index + 1,
            "sheet": "F2" if rich else None,
            "cases": [
                {"id": "seul", "label": _texts(("Je vis seul", "I live alone", "أعيش وحدي"))},
                {"id": "couple", "label": _texts(("Je vis en couple", "I live as a couple", "أعيش مع شريك"))},
            ]
            if name == "attestation-caf"
            else [],
            "steps": steps,
        }
    )


class Catalogue:
    """The part of the real catalogue that the screens use, in memory."""

    def __init__(self) -> None:
        self.procedures = [procedure(index) for index in range(len(NAMES))]

    def frequent(self) -> Sequence[Procedure]:
        return self.procedures

    def by_theme(self, theme_key: str) -> Sequence[Procedure]:
        return [each for each in self.procedures if each.theme == theme_key]

    def search(self, query: str) -> Sequence[Procedure]:
        return [each for each in self.procedures if query.lower() in each.title.fr.lower()]

    def for_sheet(self, sheet_id: str) -> Sequence[Procedure]:
        return [each for each in self.procedures if each.sheet == sheet_id]

    def at_host(self, host: str) -> Sequence[Procedure]:
        return [each for each in self.procedures if each.host == host and not each.practice]

    def get(self, procedure_id: str) -> Procedure | None:
        return next((each for each in self.procedures if each.id == procedure_id), None)


def make_sheets(folder: Path) -> Library:
    """A library of eight sheets: F1 has no guide on this post, F2 is the activity bonus's."""
    titles = ("Perdre la lettre bleue", "Recevoir la prime bleue", *(f"Renouveler la lettre {n}" for n in range(3, 9)))
    files = [
        (f"F{number}.xml", sheet_xml(number, title, url="https://caf.fr/lettre"))
        for number, title in enumerate(titles, 1)
    ]
    import_archive(write_zip(folder / "a.zip", files), folder, NOON.date(), Limits(fewest=1))
    return opened(folder).library
