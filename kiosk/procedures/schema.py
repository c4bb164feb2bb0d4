"""The JSON Schema of a procedure, for editors that complete and underline while one writes.

Made from the model, so that it never says something else; descriptions are French, for the people who write. What is
checked beyond the shape (loops, sites, easy French) is `kiosk procedures check`'s.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from kiosk import languages
from kiosk.procedures.groups import GROUPS
from kiosk.procedures.model import Procedure

# What each word is for, by the part that it stands in.
DESCRIPTIONS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Procedure": {
            "": "Une démarche : un fichier, une démarche.",
            "id": "Le nom du fichier, sans .yaml : lettres sans accent, chiffres et tirets.",
            "title": "Le titre entier, comme une action : « Demander la prime d'activité ».",
            "short": "Le titre en quelques mots.",
            "summary": "À quoi sert la démarche, en une ou deux phrases.",
            "theme": "Le thème de vie où la démarche est rangée.",
            "service": "Le nom du service.",
            "start": "L'adresse complète de la première page, avec https://.",
            "allow": "Les sites permis pendant la démarche, et les groupes de sites (@…). Rien d'autre ne s'ouvre.",
            "icon": "Le nom d'un dessin de assets/icons.",
            "keywords": "Les mots que les gens disent pour trouver la démarche.",
            "papers": "Les papiers à avoir avec soi.",
            "minutes": "La durée en minutes, ou « ? » si personne ne la connaît.",
            "sheet": "Le numéro de la fiche de service-public.fr, ou « ? ».",
            "doubts": "Ce qui est écrit ici et que personne n'a vérifié à sa source.",
            "verified": "La date de l'essai sur le vrai site, ou never.",
            "practice": "true : un exercice, sur un faux site.",
            "frequent": "Le rang sur l'accueil : 1 est le premier, 0 n'y est pas.",
            "cases": "Les situations possibles, quand les étapes ne sont pas les mêmes.",
            "accepts": "Les papiers que le site prend.",
            "after": "Ce qui arrive après, et quand.",
            "help": "Que faire quand le site est en panne.",
            "steps": "Les étapes, dans l'ordre.",
        },
        "Text": {
            "": "Un texte : en français, ou en plusieurs langues.",
            "fr": "En français facile.",
        },
        "Step": {
            "": "Une petite chose à faire.",
            "id": "Le nom de l'étape, à elle seule dans ce fichier.",
            "do": "Ce qu'il faut faire : une phrase.",
            "short": "La même chose en quelques mots.",
            "why": "Pourquoi.",
            "who": "user : seule la personne peut le faire (secrets, signatures). anyone : le médiateur peut aider.",
            "gesture": "Le geste : écrire, cliquer, choisir, envoyer ou lire.",
            "words": "Les mots difficiles de cette étape. Ceux du glossaire y sont déjà.",
            "pitfalls": "Les erreurs que les gens font souvent.",
            "cases": "Les cas qui ont cette étape. Sans ce mot : tous.",
            "target": "La chose à montrer sur la page.",
            "papers": "Le service des papiers que le bouton de l'étape ouvre.",
            "done": "Ce qui prouve que l'étape est faite. Sans ce mot : la personne le dit.",
        },
        "Target": {
            "": "Une chose de la page : son rôle et son nom.",
            "role": "Son rôle : bouton, lien, champ…",
            "name": "Les mots écrits dessus. * remplace n'importe quel texte.",
            "or": "D'autres noms possibles, essayés dans l'ordre.",
        },
        "Word": {
            "": "Un mot difficile.",
            "word": "Le mot.",
            "meaning": "Ce qu'il veut dire : une phrase.",
            "icon": "Le nom d'un dessin de assets/icons.",
        },
        "Paper": {
            "": "Un papier à avoir avec soi.",
            "name": "Son nom.",
            "detail": "Ce qui compte : son âge, son format.",
            "where": "Où les gens le trouvent d'habitude.",
            "icon": "Le nom d'un dessin de assets/icons.",
        },
        "Case": {"": "Une situation.", "id": "Son nom, pour les étapes.", "label": "Ce que la personne lit."},
        "Help": {
            "": "Que faire quand le site est en panne.",
            "name": "Qui peut aider.",
            "phone": "Son téléphone, ou « ? ».",
            "counter": "Le guichet où aller.",
            "later": "Quand réessayer, ou jusqu'à quand attendre.",
        },
        "Accepts": {
            "": "Les papiers que le site prend.",
            "formats": "Les formats, le préféré d'abord.",
            "megabytes": "Le poids d'un fichier, en Mo au plus.",
        },
        "Address": {"": "La page a cette adresse.", "address": "site/page, sans https://. * remplace un texte."},
        "Visible": {"": "Cette chose est visible.", "visible": "La chose."},
        "Filled": {"": "Ce champ est rempli, cette case est cochée.", "filled": "Le champ ou la case."},
        "Gone": {"": "Cette chose n'est plus là.", "gone": "La chose."},
        "Downloaded": {"": "Un papier est arrivé.", "downloaded": "Le nom du fichier. * remplace un texte."},
        "Served": {"": "Un service des papiers a été rendu.", "served": "Le service."},
        "All": {"": "Toutes ces conditions sont vraies.", "all": "Les conditions."},
        "AnyOf": {"": "Une de ces conditions est vraie.", "any": "Les conditions."},
    }
)


def schema() -> dict[str, Any]:
    made = Procedure.model_json_schema(by_alias=True)
    parts: dict[str, Any] = made.pop("$defs")
    parts["Procedure"] = made
    for name, part in parts.items():
        _say(part, DESCRIPTIONS[name])
    parts["Text"] = {"anyOf": [{"type": "string", "minLength": 1, "maxLength": 400}, parts["Text"]]}
    del parts["Procedure"]
    groups = [{"enum": sorted(GROUPS)}, {"pattern": r"^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$"}]
    made["properties"]["allow"]["items"] = {"type": "string", "anyOf": groups}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "$defs": dict(sorted(parts.items()))}


def text() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _say(part: dict[str, Any], words: Mapping[str, str]) -> None:
    part["description"] = words[""]
    part.pop("title", None)
    for word, field in part["properties"].items():
        field["description"] = words.get(word) or f"La traduction : {languages.described(word).french}."
        field.pop("title", None)
