"""What the energy service asks, in the words of each of its two versions, and the bills it shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kiosk.practice.dates import month_name
from kiosk.practice.questions import Question, Rows, Sheet

METER = "00 000 123 456 789"
ADDRESS = "12 rue des Tilleuls, 00100 Exempleville"
_BILLS = 24

_SUPPLIERS = tuple(
    (f"f{place}", f"{name} (exercice)")
    for place, name in enumerate(
        (
            *("Alizé Énergie", "Arc Électrique", "Aurore Gaz", "Borée", "Braise", "Calor", "Cascade Énergie", "Clarté"),
            *("Courant Libre", "Dynamo", "Éclair", "Écume", "Étincelle", "Feu Doux", "Flamme Bleue", "Foyer Énergie"),
            *("Galerne", "Houle", "Iris Électricité", "Jour Clair", "Kilo Watt", "Lampe", "Lumière du Nord", "Marée"),
            *("Mistral", "Ondine", "Phare", "Photon", "Prisme", "Pulsar", "Rayon", "Rivière", "Sirocco", "Soleil"),
            *("Solstice", "Tison", "Tramontane", "Turbine", "Vent d'Ouest", "Zénith"),
        )
    )
)
_REASONS = (
    ("montant", "Le montant est trop élevé"),
    ("releve", "Le relevé du compteur est faux"),
    ("deja", "J'ai déjà payé"),
    ("autre", "Une autre raison"),
)

PLACE = Question(
    "adresse",
    "Adresse du logement",
    "Choisissez votre adresse dans la liste.",
    hint="Écrivez le début. Puis choisissez dans la liste.",
)
PDL = Question(
    "pdl",
    "Numéro du compteur (PDL)",
    "Écrivez le numéro du compteur.",
    rule=r"\d{14}",
    wrong="Ce numéro a 14 chiffres. Il est sur votre facture.",
    hint="14 chiffres. Il est sur votre facture.",
)
SUPPLIER = Question("fournisseur", "Fournisseur", "Choisissez votre fournisseur.", "list", options=_SUPPLIERS)
PEOPLE = Question(
    "personnes",
    "Nombre de personnes dans le logement",
    "Écrivez combien de personnes vivent dans le logement.",
    rule=r"\d{1,2}",
    wrong="Écrivez un nombre, comme 3.",
    short=True,
)
CERTIFIED = Question("certifie", "Je certifie que mes réponses sont exactes", "Cochez la case pour certifier.", "tick")
REASON = Question("raison", "Quel est le problème ?", "Choisissez un problème.", "choice", options=_REASONS)
READING = Question(
    "releve",
    "Chiffres du compteur",
    "Écrivez les chiffres du compteur.",
    rule=r"\d{4,6}",
    wrong="Écrivez 4 à 6 chiffres, comme 12480.",
    hint="Les chiffres que vous lisez sur le compteur.",
    short=True,
)
STORY = Question("message", "Votre message", "Expliquez le problème.", "long", hint="Deux ou trois phrases suffisent.")

_RECAP = "Relisez vos réponses. Vous pouvez encore les changer."
_MESSAGE_BESIDE: Rows = (("Chiffres du compteur", "12480"), ("Message", "La facture est trop élevée."))


@dataclass(frozen=True)
class Bill:
    """One month's bill. `number` is its name in addresses."""

    number: str
    month: str
    amount: str
    used: str

    @property
    def rows(self) -> Rows:
        return (("Mois", self.month), ("Énergie utilisée", self.used), ("Montant", self.amount))


def bills(today: date) -> tuple[Bill, ...]:
    """Two years of bills, last month's first: far too high, as the procedure needs it."""
    made = []
    for back in range(1, _BILLS + 1):
        used = 980 if back == 1 else 210 + 37 * (back % 6)
        amount = f"{used * 0.2:.2f} €".replace(".", ",")
        made.append(Bill(f"F-{back:03}", month_name(today, back), amount, f"{used} kWh"))
    return tuple(made)


def cheque(redesigned: bool) -> tuple[Sheet, ...]:
    """The request for the energy cheque, page by page."""
    if redesigned:
        return (
            Sheet(
                "compteur",
                "Votre contrat",
                (
                    replace(SUPPLIER, label="Votre fournisseur d'énergie"),
                    replace(PDL, label="N° de point de livraison (PDL)"),
                    replace(PLACE, label="Adresse de consommation", hint="Tapez puis sélectionnez votre adresse."),
                ),
                button="Poursuivre",
                beside=(("Fournisseur", "Mistral (exercice)"), ("PDL", METER), ("Adresse", ADDRESS)),
            ),
            Sheet(
                "foyer",
                "Votre foyer",
                (replace(PEOPLE, label="Combien de personnes vivent chez vous ?"),),
                button="Poursuivre",
                beside=(("Personnes", "3"),),
            ),
            Sheet(
                "fin",
                "Dernière étape",
                (replace(CERTIFIED, label="Je déclare que ces informations sont exactes"),),
                intro=_RECAP,
                button="Valider ma demande",
                recap=True,
            ),
        )
    return (
        Sheet("logement", "Votre logement", (PLACE, PDL), beside=(("Adresse", ADDRESS), ("Numéro du compteur", METER))),
        Sheet(
            "foyer",
            "Votre foyer",
            (SUPPLIER, PEOPLE),
            beside=(("Fournisseur", "Mistral (exercice)"), ("Personnes", "3")),
        ),
        Sheet("verification", "Vérification", (CERTIFIED,), intro=_RECAP, button="Envoyer ma demande", recap=True),
    )


def contest(redesigned: bool) -> tuple[Sheet, ...]:
    """What is asked of whoever contests a bill, once they chose it."""
    if redesigned:
        return (
            Sheet(
                "details",
                "Votre réclamation",
                (
                    replace(READING, label="Index relevé sur le compteur", hint=""),
                    replace(REASON, label="Objet de la réclamation", kind="list"),
                    replace(STORY, label="Décrivez le problème", hint=""),
                ),
                button="Poursuivre",
                beside=(*_MESSAGE_BESIDE, ("Objet", "Le montant est trop élevé")),
            ),
            Sheet(
                "fin",
                "Dernière étape",
                (replace(CERTIFIED, label="Je déclare que ces informations sont exactes"),),
                intro=_RECAP,
                button="Valider ma réclamation",
                recap=True,
            ),
        )
    return (
        Sheet(
            "probleme",
            "Le problème",
            (REASON, READING, STORY),
            beside=(("Problème", "Le montant est trop élevé"), *_MESSAGE_BESIDE),
        ),
        Sheet("verification", "Vérification", (CERTIFIED,), intro=_RECAP, button="Envoyer ma contestation", recap=True),
    )
