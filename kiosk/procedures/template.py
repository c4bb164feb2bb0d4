"""The first draft of a procedure, as `kiosk procedures new` writes it: every word with what it is for, ready to change.

Passes the check as it is, so that whatever the check says afterwards was written by the mediator.
"""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.errors import KioskError

SCHEMA_FILE = Path(__file__).resolve().parents[2] / "assets" / "procedures" / "procedure.schema.json"

_TEMPLATE = """\
# yaml-language-server: $schema={schema}
# Une démarche. Les lignes qui commencent par « # » sont des notes : le poste ne les lit pas.
# Écrivez des phrases de 12 mots au plus, avec une seule idée. Mettez vous-même « … » autour des mots du site.
# Pour relire : kiosk procedures check {file}

# Le nom du fichier, sans .yaml.
id: {id}
# Le titre entier, puis le titre en quelques mots.
title: Faire une demande sur le site
short: Ma demande
# À quoi sert la démarche, en une ou deux phrases.
summary: Vous faites votre demande sur le site.
# Le thème : {themes}.
theme: courriel_internet
# Le nom du service, puis l'adresse de sa première page.
service: Le service
start: https://www.exemple.fr/
# Les sites permis, et rien d'autre. Des groupes existent : {groups}.
allow: [www.exemple.fr, "@franceconnect"]
# Un dessin de assets/icons.
icon: file-text
# Les mots que les gens disent.
keywords: [demande, papier, exemple]
# La durée en minutes. « ? » si vous ne la connaissez pas.
minutes: "?"
# Le numéro de la fiche de service-public.fr, comme F2882. « ? » si vous ne le connaissez pas.
sheet: "?"
# never, puis la date où vous avez tout essayé sur le vrai site, comme 2025-03-31.
verified: never
# Les papiers à avoir avec soi.
papers:
  - name: Une carte d'identité
    where: Dans vos papiers, chez vous.
    icon: id-card
# Ce qui arrive après.
after:
  - Le service vous répond par mail.
# Que faire quand le site est en panne. « ? » si vous ne connaissez pas le téléphone.
help:
  name: Le service
  phone: "?"
  later: Essayez encore demain matin.
steps:
  # « id » : un nom à elle seule. « do » : une phrase, une action. « why » : pourquoi.
  # « gesture » : write (écrire), click (cliquer), choose (choisir), send (envoyer) ou read (lire).
  - id: commencer
    do: Cliquez sur « Commencer ».
    why: La demande a plusieurs pages.
    # Ce que le guide montre : le rôle et les mots écrits dessus. « * » remplace un texte.
    target:
      role: button
      name: Commencer
      or:
        - {{ role: link, name: "Commencer*" }}
    # Ce qui prouve que c'est fait. Sans « done », la personne dit elle-même que c'est fait.
    done: {{ address: "www.exemple.fr/demande*" }}
  - id: nom
    do: Écrivez votre nom.
    gesture: write
    target: {{ role: textbox, name: Nom }}
    done: {{ filled: {{ role: textbox, name: Nom }} }}
  - id: envoyer
    do: Relisez la page. Cliquez ensuite sur « Envoyer ».
    why: Après, vous ne pouvez plus changer.
    # Un secret ou une signature : seule la personne peut le faire.
    who: user
    gesture: send
    target: {{ role: button, name: Envoyer }}
    done: {{ visible: {{ role: heading, name: "*demande*envoyée*" }} }}
"""


class TemplateError(KioskError):
    """The file of a new procedure cannot be made."""

    code = "E-201"
    what = "Le fichier ne peut pas être écrit."
    kept = "Aucun fichier n'a changé."
    todo = "Choisissez un autre nom ou un autre dossier."


def write(identity: str, folder: Path, themes: tuple[str, ...], groups: tuple[str, ...]) -> Path:
    """The new file. Raises TemplateError; a file that is there already is never written over."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", identity) or len(identity) > 60:
        raise TemplateError(
            what=f"« {identity[:60]} » n'est pas un nom de démarche.",
            todo="Écrivez des lettres sans accent, des chiffres et des tirets, comme prime-activite.",
        )
    file = folder / f"{identity}.yaml"
    content = _TEMPLATE.format(
        schema=SCHEMA_FILE, file=file, id=identity, themes=", ".join(themes), groups=", ".join(groups)
    )
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(content)
    except FileExistsError:
        raise TemplateError(what=f"Le fichier {file} existe déjà.") from None
    except OSError:
        raise TemplateError(what=f"Le fichier {file} ne peut pas être écrit.") from None
    return file
