"""The `kiosk` command: what IT types. Reads the arguments, says problems in French, starts the program.

Knows the command line and nothing of the screens: those are loaded only when they are about to be shown.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from kiosk import __version__, logs
from kiosk.config import SYSTEM_FILE, Loaded, load
from kiosk.errors import KioskError, Problem
from kiosk.forgetting import start_forgetful

_HELP = f"""\
Côte à Côte : les démarches en ligne, accompagnées, sur un poste qui oublie tout.

Commandes :
  kiosk run        ouvrir le poste
  kiosk post       démarrer l'écran, ouvrir le poste, et relancer ce qui s'arrête
  kiosk check      relire les réglages et les démarches, et dire ce qui ne va pas
  kiosk doctor     regarder l'écran, les souris, les claviers et ce qu'il faut pour
                   les papiers, et dire ce qui manque (--json : pour un programme)
  kiosk card FICHIER.pdf
                   écrire la carte des touches du médiateur, à imprimer
  kiosk staff add NOM
                   donner un code secret à une personne du lieu, pour l'espace
                   médiateur et les feuilles retenues (le code est demandé, jamais
                   écrit ici)
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
        del message
        self.exit(2, "kiosk : la commande n'est pas comprise. Tapez « kiosk --help » pour voir les commandes.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 1 something is wrong and was said, 2 the command was not understood."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if not _understood(asked.command, asked.words) or (asked.json and not _speaks_json(asked.command, asked.words)):
        parser.error("")
    try:
        loaded = load(asked.config or _system_files(), asked.overrides)
        if asked.command == "post":
            return _post(loaded, asked.config or (), asked.overrides)
        return _done(asked.command, asked.words, loaded, in_json=asked.json)
    except KioskError as error:
        _say([error])
        return 1
    except KeyboardInterrupt:
        return 130


def _done(  # noqa: PLR0911 - one command, one line
    command: str, words: Sequence[str], loaded: Loaded, *, in_json: bool
) -> int:
    match command:
        case "check":
            return _check(loaded)
        case "doctor":
            return _doctor(loaded, in_json=in_json)
        case "card":
            return _card(loaded, Path(*words))
        case "staff":
            return _staff(loaded, *words)
        case "procedures":
            return _procedures(loaded, *words, in_json=in_json)
        case "receipts":
            return _receipts(loaded, *words)
        case "sheets":
            return _sheets(loaded, *words)
        case _:
            return _run(loaded)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="kiosk", allow_abbrev=False)
    parser.add_argument(
        "command", choices=("run", "post", "check", "doctor", "card", "staff", "procedures", "receipts", "sheets")
    )
    parser.add_argument("words", nargs="*")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--config", type=Path, action="append")
    parser.add_argument("--set", dest="overrides", action="append", default=[])
    parser.add_argument("--version", action="version", version=f"kiosk {__version__}")
    return parser


def _understood(command: str, words: Sequence[str]) -> bool:
    match command, *words:
        case ["card", _] | ["staff", "list"] | ["staff", "add" | "remove", _] | ["run" | "post" | "check" | "doctor"]:
            return True
        case ["procedures", "check", *_] | ["procedures", "new", _] | ["procedures", "list" | "schema"]:
            return True
        case ["receipts", "verify" | "list"]:
            return True
        case ["sheets", "import", _] | ["sheets", "list" | "remove"]:
            return True
        case _:
            return False


def _speaks_json(command: str, words: Sequence[str]) -> bool:
    return command == "doctor" or (command == "procedures" and words[0] in ("check", "list"))


def _system_files() -> tuple[Path, ...]:
    """A post without its own settings is a normal post."""
    return (SYSTEM_FILE,) if SYSTEM_FILE.exists() else ()


def _run(loaded: Loaded) -> int:
    start_forgetful()
    from kiosk import app  # noqa: PLC0415 - Qt takes a second to load, and `check` must work without a display

    logs.configure()
    return app.run(loaded)


def _post(loaded: Loaded, files: Iterable[Path], overrides: Iterable[str]) -> int:
    from kiosk import post  # noqa: PLC0415

    logs.configure()
    section = loaded.config.post
    options = [word for file in files for word in ("--config", str(file))]
    options += [word for one in overrides for word in ("--set", one)]
    kiosk = (*post.command_of(section.session), sys.executable, "-m", "kiosk", "run", *options)
    to_wipe = loaded.config.session.wiping_timeout_seconds + 10
    return post.Post(post.Commands(post.command_of(section.x_server), kiosk, to_wipe)).run()


def _check(loaded: Loaded) -> int:
    from kiosk.procedures import loader  # noqa: PLC0415

    problems: list[Problem] = [*loaded.problems, *loader.load(loaded.config.procedures.every_folder).problems]
    if not problems:
        sys.stdout.write("Tout va bien : les réglages et les démarches sont bons.\n")
        return 0
    _say(problems)
    return 1


def _doctor(loaded: Loaded, *, in_json: bool) -> int:
    from kiosk import doctor  # noqa: PLC0415

    logs.configure()
    checks = doctor.run(loaded)
    if in_json:
        sys.stdout.write(json.dumps([asdict(one) for one in checks], ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(doctor.as_text(checks))
    return 0 if doctor.succeeded(checks) else 1


def _card(loaded: Loaded, file: Path) -> int:
    from kiosk.ui import key_card  # noqa: PLC0415

    control = loaded.config.control
    key_card.write(file, control.take_key, control.give_key, control.both_key, control.brake_key)
    sys.stdout.write(f"La carte est écrite : {file}\n")
    return 0


def _staff(loaded: Loaded, wish: str, name: str = "") -> int:
    from kiosk.staff import StaffFile, command  # noqa: PLC0415

    _say(loaded.problems)  # a folder that was badly written would be another folder
    staff = StaffFile(loaded.config.state.directory)
    match wish:
        case "add":
            said = command.add(staff, name)
        case "remove":
            said = command.remove(staff, name)
        case _:
            said = command.listed(staff)
    sys.stdout.write(f"{said}\n")
    return 0


def _procedures(loaded: Loaded, wish: str, *words: str, in_json: bool) -> int:
    from kiosk.procedures import command, drifts, loader, schema, what_next  # noqa: PLC0415

    folders = loaded.config.procedures.every_folder
    if wish == "check":
        return _check_procedures(loaded, [Path(word) for word in words], in_json=in_json)
    match wish:
        case "new":
            said = command.new(words[0], Path())
        case "schema":
            said = schema.text().rstrip()
        case _:
            counts = drifts.DriftCounts(loaded.config.state.directory / "drifts.json")
            said = command.listed(loader.load(folders).procedures, counts.read(), in_json=in_json)
            if not in_json:
                said += "\n\n" + what_next.as_text(what_next.what_next(loaded.config.state.directory))
    sys.stdout.write(f"{said}\n")
    return 0


def _check_procedures(loaded: Loaded, files: Sequence[Path], *, in_json: bool) -> int:
    from kiosk.procedures import command  # noqa: PLC0415

    _say(loaded.problems)  # a folder that was badly written is not looked at
    today = datetime.now().astimezone().date()
    done, beside = command.check(files, loaded.config.procedures.every_folder, today)
    wrong = bool(beside) or any(one.said for one in done)
    if in_json:
        sys.stdout.write(command.as_json(done, beside))
    else:
        _say([*command.said_of(done), *beside])
        (sys.stderr if wrong else sys.stdout).write(command.summary(done, beside) + "\n")
    return 1 if wrong else 0


def _receipts(loaded: Loaded, wish: str) -> int:
    from kiosk.kept_receipts import safe_of  # noqa: PLC0415
    from kiosk.receipts import command  # noqa: PLC0415

    _say(loaded.problems)  # a folder that was badly written would be another folder
    directory = loaded.config.state.directory
    if wish == "list":
        sys.stdout.write(f"{command.listed(directory)}\n")
        return 0
    answer = command.verify(directory, safe_of(loaded.config))
    (sys.stdout if answer.right else sys.stderr).write(f"{answer.said}\n")
    return 0 if answer.right else 1


def _sheets(loaded: Loaded, wish: str, archive: str = "") -> int:
    from kiosk.sheets import command  # noqa: PLC0415

    _say(loaded.problems)  # a folder that was badly written would be another folder
    directory = loaded.config.state.directory
    match wish:
        case "import":
            said = command.imported(Path(archive), directory, datetime.now().astimezone().date())
        case "remove":
            said = command.removed(directory)
        case _:
            said = command.listed(directory)
    sys.stdout.write(f"{said}\n")
    return 0


def _say(problems: Iterable[Problem | KioskError]) -> None:
    for problem in problems:
        sys.stderr.write(f"{problem}\n")


if __name__ == "__main__":
    sys.exit(main())
