"""What the fines ask of whoever contests one, in the words of each of their two versions. Pure."""

from __future__ import annotations

from dataclasses import replace

from kiosk.practice.fines.notice import BESIDE
from kiosk.practice.questions import Question, Rows, Sheet

NUMBER = Question(
    "avis", "Numéro de l'avis", "Écrivez le numéro de l'avis.", rule=r"\d{10}", wrong="Ce numéro a 10 chiffres.",
    hint="10 chiffres, en haut à gauche de la lettre.",
)  # fmt: skip
KEY = Question(
    "cle", "Clé", "Écrivez la clé.", rule=r"\d{2}", wrong="La clé a 2 chiffres.", hint="2 chiffres, à côté du numéro.",
    short=True,
)  # fmt: skip
REASON = Question(
    "motif", "Pourquoi contestez-vous ?", "Choisissez une raison.", "choice",
    options=(
        ("vendu", "J'avais vendu le véhicule"),
        ("vole", "Le véhicule était volé"),
        ("autre-conducteur", "Une autre personne conduisait"),
        ("autre", "Une autre raison"),
    ),
)  # fmt: skip
STORY = Question(
    "explication", "Votre explication", "Expliquez ce qui s'est passé.", "long", hint="Deux ou trois phrases suffisent."
)
PROOF = Question(
    "preuve", "Papier qui le prouve", "Choisissez un papier.", "paper", hint="Certificat de vente, plainte…"
)
CERTIFIED = Question("certifie", "Je certifie que c'est vrai", "Cochez la case pour certifier.", "tick")

_RECAP = "Relisez votre contestation. Vous pouvez encore la changer."
_STORY_BESIDE: Rows = (
    ("Explication", "J'ai vendu la voiture en mars."),
    ("À prendre dans « Vos papiers »", "Justificatif de domicile"),
)

NUMBER_AGAIN = replace(NUMBER, label="N° de l'avis de contravention")
KEY_AGAIN = replace(KEY, label="Clé (2 chiffres)", hint="")


def contest(redesigned: bool) -> tuple[Sheet, ...]:
    """The contestation, page by page."""
    if redesigned:
        return (
            Sheet("reference", "Votre avis", (KEY_AGAIN, NUMBER_AGAIN), button="Suivant", beside=BESIDE),
            Sheet("motif", "Votre contestation", (
                replace(REASON, label="Motif de la contestation"),
                replace(PROOF, label="Pièce justificative (papier qui prouve)"),
                replace(STORY, label="Expliquez votre situation", hint=""),
            ), button="Suivant", beside=(("Motif", "J'avais vendu le véhicule"), *_STORY_BESIDE)),
            Sheet("fin", "Récapitulatif", (replace(CERTIFIED, label="J'atteste l'exactitude de ces informations"),),
                  intro=_RECAP, button="Transmettre ma contestation", recap=True),
        )  # fmt: skip
    return (
        Sheet("motif", "La raison", (REASON,), beside=(("Raison", "J'avais vendu le véhicule"),)),
        Sheet("avis", "L'avis de contravention", (NUMBER, KEY), beside=BESIDE),
        Sheet("explication", "L'explication", (STORY, PROOF), beside=_STORY_BESIDE),
        Sheet("verification", "Vérification", (CERTIFIED,), intro=_RECAP, button="Envoyer ma contestation", recap=True),
    )
