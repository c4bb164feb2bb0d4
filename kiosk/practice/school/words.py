"""What the school service asks, in the words of each of its two versions. Pure."""

from __future__ import annotations

from dataclasses import replace

from kiosk.practice.questions import Question, Rows, Sheet

CHILD: Rows = (("Nom", "Exemple"), ("Prénom", "Noa"), ("Né le", "09/05/2015"))
"""The training child: invented, as is everybody here."""

_CLASSES = tuple((str(level), f"{level}e") for level in (6, 5, 4, 3))
_DAYS = (("lundi", "Lundi"), ("mardi", "Mardi"), ("jeudi", "Jeudi"), ("vendredi", "Vendredi"))
_MENUS = (("tout", "Tous les plats"), ("viande", "Sans viande"), ("porc", "Sans porc"))
_MONEY = r"\d{1,6}([.,]\d{1,2})?\s*(€|euros?)?"

LAST_NAME = Question("nom", "Nom de l'enfant", "Écrivez le nom de l'enfant.")
FIRST_NAME = Question("prenom", "Prénom de l'enfant", "Écrivez le prénom de l'enfant.")
BIRTH = Question(
    "naissance", "Date de naissance de l'enfant", "Donnez la date de naissance.", "day", hint="Exemple : 25/12/2015"
)
CLASS = Question("classe", "Classe", "Choisissez la classe.", "list", options=_CLASSES)
CHILDREN = Question(
    "enfants", "Nombre d'enfants à charge", "Écrivez combien d'enfants vivent avec vous.", rule=r"\d{1,2}",
    wrong="Écrivez un nombre, comme 2.", short=True,
)  # fmt: skip
INCOME = Question(
    "revenu", "Revenu fiscal de référence", "Écrivez le revenu fiscal de référence.", rule=_MONEY,
    wrong="Écrivez une somme en euros, comme 14200.", short=True, hint="Il est sur votre avis d'impôt.",
)  # fmt: skip
TAX_NOTICE = Question("avis", "Avis d'impôt", "Choisissez votre avis d'impôt.", "paper", hint="Toutes les pages.")
CERTIFIED = Question("certifie", "Je certifie que mes réponses sont exactes", "Cochez la case pour certifier.", "tick")
DAYS = Question("jours", "Jours de cantine", "Choisissez un jour au moins.", "several", options=_DAYS)
MENU = Question("repas", "Repas", "Choisissez un repas.", "choice", options=_MENUS)
START = Question(
    "debut", "Premier jour de cantine", "Choisissez le premier jour.", "day", hint="Exemple : 05/01/2027", from_now=True
)
ADDRESS_PROOF = Question(
    "domicile", "Justificatif de domicile", "Choisissez un justificatif de domicile.", "paper",
    hint="Une facture de moins de 3 mois.",
)  # fmt: skip

_RECAP = "Relisez vos réponses. Vous pouvez encore les changer."
_PAPER_BESIDE: Rows = (("À prendre dans « Vos papiers »", "Justificatif de domicile"),)
_HOME_BESIDE: Rows = (("Enfants à charge", "2"), ("Revenu fiscal", "14200"))


def grant(redesigned: bool) -> tuple[Sheet, ...]:
    """The request for the school grant, page by page."""
    if redesigned:
        return (
            Sheet("enfant", "L'élève", (
                replace(FIRST_NAME, label="Prénom"), replace(LAST_NAME, label="Nom de famille"),
                replace(CLASS, label="Classe à la rentrée"),
                replace(BIRTH, label="Date de naissance", kind="three-days", hint=""),
            ), button="Étape suivante", beside=(*CHILD, ("Classe", "6e"))),
            Sheet("ressources", "Les ressources du foyer", (
                replace(INCOME, label="Revenu fiscal de référence du foyer"),
                replace(CHILDREN, label="Combien d'enfants avez-vous à charge ?"),
                replace(TAX_NOTICE, label="Votre dernier avis d'imposition"),
            ), button="Étape suivante", beside=(*_HOME_BESIDE, *_PAPER_BESIDE)),
            Sheet("fin", "Vérification", (
                replace(CERTIFIED, label="J'atteste sur l'honneur l'exactitude de ces informations"),
            ), intro=_RECAP, button="Transmettre ma demande", recap=True),
        )  # fmt: skip
    return (
        Sheet("enfant", "Votre enfant", (LAST_NAME, FIRST_NAME, BIRTH, CLASS), beside=(*CHILD, ("Classe", "6e"))),
        Sheet("foyer", "Votre foyer", (CHILDREN, INCOME), beside=_HOME_BESIDE),
        Sheet("papier", "Votre avis d'impôt", (TAX_NOTICE,), beside=_PAPER_BESIDE),
        Sheet("verification", "Vérification", (CERTIFIED,), intro=_RECAP, button="Envoyer ma demande", recap=True),
    )


def canteen(redesigned: bool) -> tuple[Sheet, ...]:
    """The registration for the canteen, page by page."""
    if redesigned:
        return (
            Sheet("eleve", "L'élève", (
                replace(FIRST_NAME, label="Prénom"), replace(LAST_NAME, label="Nom de famille"),
            ), button="Étape suivante", beside=CHILD[:2]),
            Sheet("jours", "Les repas", (
                replace(START, label="Date du premier repas", kind="native-day", hint=""),
                replace(MENU, label="Type de repas"), replace(DAYS, label="Jours de présence à la cantine"),
            ), button="Étape suivante", beside=(
                ("Jours", "Lundi et jeudi"), ("Premier jour", "Un jour à venir"), ("Repas", "Tous les plats"),
            )),
            Sheet("documents", "Les documents", (
                replace(ADDRESS_PROOF, label="Preuve de votre adresse (justificatif de domicile)"),
            ), button="Étape suivante", beside=_PAPER_BESIDE),
            Sheet("fin", "Vérification", (
                replace(CERTIFIED, label="J'atteste sur l'honneur l'exactitude de ces informations"),
            ), intro=_RECAP, button="Confirmer l'inscription", recap=True),
        )  # fmt: skip
    return (
        Sheet("enfant", "Votre enfant", (LAST_NAME, FIRST_NAME), beside=CHILD[:2]),
        Sheet("jours", "Jours et repas", (DAYS, START, MENU),
              beside=(("Jours", "Lundi et jeudi"), ("Premier jour", "Un jour à venir"), ("Repas", "Tous les plats"))),
        Sheet("papier", "Votre adresse", (ADDRESS_PROOF,), beside=_PAPER_BESIDE),
        Sheet("verification", "Vérification", (CERTIFIED,), intro=_RECAP, button="Envoyer l'inscription", recap=True),
    )  # fmt: skip
