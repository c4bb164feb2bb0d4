"""What may be typed after `kiosk`: the words, their options and the help, in French.

Does nothing of it: see `kiosk.__main__`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from kiosk import __version__
from kiosk.config import SYSTEM_FILE
from kiosk.errors import nearest_word

COMMANDS = (
    "run",
    "open",
    "post",
    "hours",
    "setup",
    "check",
    "doctor",
    "card",
    "guide",
    "poster",
    "staff",
    "procedures",
    "receipts",
    "sheets",
    "packs",
    "config",
)

_HELP = f"""\
Côte à Côte : les démarches en ligne, accompagnées, sur un poste qui oublie tout.

Commandes :
  kiosk run        ouvrir le poste
  kiosk open       l'ouvrir comme le fait le système : d'abord les questions du premier
                   démarrage, si personne n'y a répondu
  kiosk post       démarrer l'écran, ouvrir le poste, et relancer ce qui s'arrête
  kiosk setup      installer le poste, sur son écran : le lieu, les appareils, les codes
                   (sans écran : au prochain démarrage ; le premier le fait seul)
  kiosk setup --from FICHIER
                   la même chose d'après un fichier, sans écran
                   (--dry-run : dire seulement ce qui changerait)
  kiosk hours plan, kiosk hours end
                   prévoir l'heure du soir, finir la journée (le système les appelle)
  kiosk check [settings]
                   relire les réglages et les démarches, et dire ce qui ne va pas
                   (settings : les réglages seulement)
  kiosk doctor     regarder tout le poste, dire ce qui manque, ce que cela fait et quoi
                   faire (--json : pour un programme)
  kiosk config reference
                   écrire la liste de tous les réglages, expliqués
  kiosk card FICHIER.pdf
                   écrire la carte des touches du médiateur, à imprimer
  kiosk guide FICHIER.pdf
                   écrire le guide du médiateur, à imprimer
  kiosk poster FICHIER.pdf [A3]
                   écrire l'affiche pour le mur, au nom du lieu
  kiosk staff add NOM
                   donner un code secret à une personne du lieu, pour l'espace
                   médiateur et les feuilles retenues (le code est demandé, jamais
                   écrit ici)
                   (--it : une personne de l'informatique ; son code ouvre aussi
                   « Santé du poste »)
  kiosk staff remove NOM
                   retirer son code
  kiosk staff list
                   dire qui a un code
  kiosk procedures check [FICHIERS]
                   relire les démarches de près : pages, sites, cibles, français facile
                   (--json : pour un programme)
  kiosk procedures new NOM
                   commencer une démarche : un fichier NOM.yaml, dans ce dossier
  kiosk procedures list
                   dire quelles démarches il y a, et ce qu'on en sait (--json aussi)
  kiosk procedures schema
                   écrire le schéma d'une démarche, pour les éditeurs de texte
  kiosk receipts verify
                   relire les reçus d'effacement : dire lequel manque, ou a été changé
  kiosk receipts list
                   les montrer
  kiosk packs install FICHIER
                   mettre sur le poste un lot de démarches signé : la personne
                   suivante le trouve, sans redémarrer
  kiosk packs rollback NOM
                   revenir à la version d'avant de ce lot
  kiosk packs list
                   dire quels lots et quelles clés le poste accepte
  kiosk packs remove NOM
                   retirer un lot
  kiosk packs key FICHIER
                   faire une clé, pour signer des lots (pas sur un poste)
  kiosk packs make DOSSIER CLÉ FICHIER
                   faire un lot signé des démarches de ce dossier
  kiosk sheets import ARCHIVE
                   mettre sur le poste les fiches d'information de l'État (archive
                   « vosdroits », zip ou tar.gz) : on les lit sans Internet
  kiosk sheets list
                   dire combien il y en a, et de quand elles sont
  kiosk sheets remove
                   les retirer

Options :
  --config FICHIER              lire ce fichier au lieu de {SYSTEM_FILE}
                                (répétée : le dernier fichier l'emporte)
  --set SECTION.CLÉ=VALEUR      changer un réglage pour cette fois
                                (exemple : --set session.idle_seconds=600)
  --version                     dire la version
  -h, --help                    montrer cette aide
"""


class _Parser(argparse.ArgumentParser):
    """argparse speaks English; IT reads French."""

    def format_help(self) -> str:
        return _HELP

    def error(self, message: str) -> NoReturn:
        raise argparse.ArgumentError(None, message)


def read(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Ends the program with exit status 2 when it is not a command of ours, after the nearest one, or all that this
    command can do; with 0 when only help was asked for."""
    given = sys.argv[1:] if arguments is None else arguments
    typed = parser()
    command = next((word for word in given if not word.startswith("-")), None)
    if command in COMMANDS and {"-h", "--help"} & set(given):
        sys.stdout.write(about(command))
        sys.exit(0)
    try:
        asked = typed.parse_args(given)
    except argparse.ArgumentError:
        asked = None
    if asked is None or not understood(asked.command, asked.words) or not options_fit(asked):
        typed.exit(2, f"kiosk : la commande n'est pas comprise. {_instead(command, given)}")
    return asked


def about(command: str) -> str:
    """The lines of the help that tell of one command."""
    told = re.findall(rf"^  kiosk {command}\b.*\n(?:^ {{4,}}.*\n)*", _HELP, re.MULTILINE)
    return "".join(told)


def _instead(command: str | None, given: Sequence[str]) -> str:
    if command in COMMANDS:
        mistyped = _mistyped(command, given[given.index(command) + 1 :])
        return f"{mistyped}Voici ce que « kiosk {command} » sait faire :\n{about(command)}"
    near = nearest_word(command, COMMANDS) if command else None
    meant = f"Vouliez-vous dire « kiosk {near} » ? " if near else ""
    return f"{meant}Tapez « kiosk --help » pour voir les commandes.\n"


def _mistyped(command: str, words: Sequence[str]) -> str:
    """Which word behind the command is not one that its help shows."""
    told = about(command)
    second = re.findall(rf"kiosk {command} \[?([a-z]+)", told)
    known = {*second, *_options(told), "--config", "--set"}
    for word in (one.partition("=")[0] for one in words):
        if word.startswith("--") and word not in known and word in _options(_HELP):
            return f"« {word} » ne va pas avec « kiosk {command} ». "
        if word not in known and (near := nearest_word(word, known)):
            return f"Vouliez-vous dire « {near if near.startswith('-') else f'kiosk {command} {near}'} » ? "
    return ""


def _options(told: str) -> list[str]:
    return re.findall(r"--[a-z-]+", told)


def parser() -> argparse.ArgumentParser:
    typed = _Parser(prog="kiosk", allow_abbrev=False)
    typed.add_argument("command", choices=COMMANDS)
    typed.add_argument("words", nargs="*")
    typed.add_argument("--json", action="store_true")
    typed.add_argument("--from", dest="answers", type=Path)
    typed.add_argument("--dry-run", action="store_true")
    typed.add_argument("--it", action="store_true")
    typed.add_argument("--config", type=Path, action="append")
    typed.add_argument("--set", dest="overrides", action="append", default=[])
    typed.add_argument("--version", action="version", version=f"kiosk {__version__}")
    return typed


def understood(command: str, words: Sequence[str]) -> bool:
    match command, *words:
        case (
            ["card" | "guide" | "poster", _]
            | ["poster", _, "A4" | "A3"]
            | ["staff", "list"]
            | ["staff", "add" | "remove", _]
            | ["run" | "post" | "check" | "doctor"]
            | ["check", "settings"]
        ):
            return True
        case ["procedures", "check", *_] | ["procedures", "new", _] | ["procedures", "list" | "schema"]:
            return True
        case ["receipts", "verify" | "list"] | ["setup" | "open"] | ["config", "reference"]:
            return True
        case ["sheets", "import", _] | ["sheets", "list" | "remove"] | ["hours", "plan" | "end"]:
            return True
        case ["packs", "install" | "rollback" | "remove" | "key", _] | ["packs", "list"] | ["packs", "make", _, _, _]:
            return True
        case _:
            return False


def asks_the_post(command: str, words: Sequence[str]) -> bool:
    """Whether what this post keeps is looked at, or changed. What opens the post has its own words for that."""
    match command, *words:
        case ["run" | "open" | "post" | "config", *_]:
            return False
        case ["procedures", "new" | "schema", *_] | ["procedures", "check", _, *_] | ["packs", "key" | "make", *_]:
            return False
        case _:
            return True


def options_fit(asked: argparse.Namespace) -> bool:
    if asked.json and not _speaks_json(asked.command, asked.words):
        return False
    if asked.it and (asked.command, *asked.words[:1]) != ("staff", "add"):
        return False
    return asked.command == "setup" if asked.answers is not None else not asked.dry_run


def _speaks_json(command: str, words: Sequence[str]) -> bool:
    return command == "doctor" or (command == "procedures" and words[0] in ("check", "list"))
