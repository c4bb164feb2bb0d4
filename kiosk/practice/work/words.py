"""What the job centre asks, in the words of each of its two versions, and the training data that it shows. Pure."""

from __future__ import annotations

from dataclasses import replace

from kiosk.practice.dates import parse_day
from kiosk.practice.questions import Answers, Errors, Question, Rows, Sheet

IDENTIFIER = "CE20468"
PASSWORD = "merle-bleu-56"  # noqa: S105  shown on the pages: it protects nothing
FULL_NAME = "Camille Exemple"
LOG_IN: Rows = (("Identifiant", IDENTIFIER), ("Mot de passe", PASSWORD))
EVERYTHING: Rows = (
    ("Nom", FULL_NAME), ("Née le", "12/03/1984"), *LOG_IN,
    ("Dernier métier", "Vendeuse"), ("Contrat", "du 03/02/2025 au 31/08/2025"),
)  # fmt: skip

_YES_NO = (("oui", "Oui"), ("non", "Non"))
_REASONS = (("fin", "Fin de contrat (CDD)"), ("licenciement", "Licenciement"), ("rupture", "Rupture conventionnelle"))

LAST_NAME = Question("nom", "Nom", "Écrivez votre nom.")
FIRST_NAME = Question("prenom", "Prénom", "Écrivez votre prénom.")
BIRTH = Question(
    "naissance", "Date de naissance", "Donnez votre date de naissance.", "day", hint="Exemple : 25/12/1980"
)
TRADE = Question("metier", "Dernier métier", "Écrivez votre dernier métier.", hint="Exemple : vendeur")
BEGAN = Question("debut", "Début du contrat", "Donnez le premier jour du contrat.", "day", hint="Exemple : 03/02/2025")
ENDED = Question("fin", "Fin du contrat", "Donnez le dernier jour du contrat.", "day", hint="Exemple : 31/08/2025")
REASON = Question("motif", "Pourquoi le contrat s'est arrêté", "Choisissez une raison.", "list", options=_REASONS)
CERTIFIED = Question("certifie", "Je certifie que mes réponses sont exactes", "Cochez la case pour certifier.", "tick")

WORKED = Question(
    "travail", "Avez-vous travaillé ce mois-ci ?", "Dites si vous avez travaillé.", "choice",
    options=(("oui", "Oui, j'ai travaillé"), ("non", "Non, je n'ai pas travaillé")),
)  # fmt: skip
HOURS = Question(
    "heures", "Heures travaillées", "Écrivez le nombre d'heures.", rule=r"\d{1,3}([.,]\d)?",
    wrong="Écrivez un nombre d'heures, comme 35.", optional=True, short=True,
)  # fmt: skip
PAY = Question(
    "salaire", "Salaire brut", "Écrivez le salaire brut.", rule=r"\d{1,5}([.,]\d{1,2})?€?",
    wrong="Écrivez une somme en euros, comme 480.", optional=True, short=True,
    hint="Il est en haut de la fiche de paie.",
)  # fmt: skip
COURSE = Question("formation", "Avez-vous suivi une formation ?", "Répondez oui ou non.", "choice", options=_YES_NO)
ILLNESS = Question("maladie", "Avez-vous été malade ?", "Répondez oui ou non.", "choice", options=_YES_NO)
LOOKING = Question("recherche", "Cherchez-vous encore un emploi ?", "Répondez oui ou non.", "choice", options=_YES_NO)

_RECAP = "Relisez vos réponses. Vous pouvez encore les changer."
_WHO: Rows = (("Nom", "Exemple"), ("Prénom", "Camille"), ("Née le", "12/03/1984"))
_CONTRACT: Rows = (
    ("Dernier métier", "Vendeuse"), ("Début", "03/02/2025"), ("Fin", "31/08/2025"), ("Raison", "Fin de contrat (CDD)"),
)  # fmt: skip
_WORK: Rows = (("Sans travail", "répondez non"), ("Avec travail", "30 heures, 480 €"))
_REST: Rows = (("Formation", "Non"), ("Maladie", "Non"), ("Je cherche encore", "Oui"))
_OATH = "Je déclare sur l'honneur que ces informations sont justes"


def registration(redesigned: bool) -> tuple[Sheet, ...]:
    if redesigned:
        native = (replace(BEGAN, kind="native-day", hint=""), replace(ENDED, kind="native-day", hint=""))
        return (
            Sheet("profil", "Votre profil", (
                replace(FIRST_NAME, label="Votre prénom"), replace(LAST_NAME, label="Votre nom de famille"),
                replace(BIRTH, label="Née ou né le", kind="native-day", hint=""),
            ), button="Suivant", beside=_WHO),
            Sheet("parcours", "Votre parcours", (
                replace(REASON, label="Motif de la fin du contrat"), replace(TRADE, label="Métier exercé"),
                replace(native[0], label="Date de début du contrat"),
                replace(native[1], label="Date de fin du contrat"),
            ), button="Suivant", beside=_CONTRACT),
            Sheet("synthese", "Synthèse", (replace(CERTIFIED, label=_OATH),),
                  intro=_RECAP, button="Valider et transmettre", recap=True),
        )  # fmt: skip
    return (
        Sheet("identite", "Vous", (LAST_NAME, FIRST_NAME, BIRTH), beside=_WHO),
        Sheet("contrat", "Votre dernier contrat", (TRADE, BEGAN, ENDED, REASON), beside=_CONTRACT),
        Sheet("verification", "Vérification", (CERTIFIED,), intro=_RECAP, button="Envoyer mon inscription", recap=True),
    )


def update(redesigned: bool) -> tuple[Sheet, ...]:
    """The monthly update. Whoever worked says how much; the others are not asked."""
    if redesigned:
        return (
            Sheet("situation", "Votre situation", (
                replace(LOOKING, label="Restez-vous à la recherche d'un emploi ?"),
                replace(COURSE, label="Étiez-vous en formation ?"),
                replace(ILLNESS, label="Étiez-vous en arrêt maladie ?"),
            ), button="Suivant", beside=_REST),
            Sheet("activite", "Votre activité", (
                replace(WORKED, label="Une activité ce mois-ci ?"),
                replace(PAY, label="Salaire brut reçu"), replace(HOURS, label="Nombre d'heures travaillées"),
            ), button="Suivant", beside=_WORK),
            Sheet("synthese", "Synthèse", (replace(CERTIFIED, label=_OATH),),
                  intro=_RECAP, button="Valider et transmettre", recap=True),
        )  # fmt: skip
    return (
        Sheet("travail", "Votre travail", (WORKED, HOURS, PAY), beside=_WORK),
        Sheet("situation", "Votre situation", (COURSE, ILLNESS, LOOKING), beside=_REST),
        Sheet(
            "verification", "Vérification", (CERTIFIED,), intro=_RECAP, button="Envoyer mon actualisation", recap=True
        ),
    )


def contract_errors(answers: Answers) -> Errors:
    """What two days show together, and neither alone."""
    began, ended = parse_day(answers.get("debut", "")), parse_day(answers.get("fin", ""))
    if began is not None and ended is not None and ended < began:
        return {"fin": "La fin du contrat est avant le début. Vérifiez l'année."}
    return {}


def work_errors(answers: Answers) -> Errors:
    if answers.get("travail") != "oui":
        return {}
    asked = {"heures": HOURS.missing, "salaire": PAY.missing}
    return {name: words for name, words in asked.items() if not answers.get(name, "").strip()}
