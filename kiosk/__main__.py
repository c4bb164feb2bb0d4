"""The `kiosk` command: does what IT types, says problems in French, starts the program.

Knows the commands, which `command_line` reads, and nothing of the screens: those are loaded only when they are about to
be shown.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from kiosk import command_line, logs
from kiosk.config import SYSTEM_FILE, Loaded, load_post
from kiosk.errors import KioskError, Problem
from kiosk.forgetting import start_forgetful


class StrangerError(KioskError):
    code = "E-108"
    what = "Ce compte n'a pas le droit de lire ce que le poste garde."
    kept = "Rien n'a été regardé, et rien n'a changé."
    todo = "Refaites la même commande avec sudo."


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 1 something is wrong and was said, 2 the command was not understood."""
    asked = command_line.read(arguments)
    try:
        loaded = load_post(asked.config or _system_files(), asked.overrides)
        if command_line.asks_the_post(asked.command, asked.words):
            _refuse_strangers(loaded.config.state.directory)
        if asked.command == "setup":
            system = asked.config[-1] if asked.config else SYSTEM_FILE
            return _setup(loaded, system, asked.answers, dry_run=asked.dry_run)
        if asked.command == "open":
            return _open(loaded, asked.config or (), asked.overrides)
        if asked.command == "post":
            return _post(loaded, asked.config or (), asked.overrides)
        return _done(asked.command, asked.words, loaded, in_json=asked.json, it=asked.it)
    except KioskError as error:
        _say([error])
        return 1
    except KeyboardInterrupt:
        return 130


def _done(  # noqa: C901, PLR0911 - one command, one line
    command: str, words: Sequence[str], loaded: Loaded, *, in_json: bool, it: bool
) -> int:
    match command:
        case "check":
            return _check(loaded, *words)
        case "doctor":
            return _doctor(loaded, in_json=in_json)
        case "card" | "guide" | "poster":
            return _printed(loaded, command, *words)
        case "staff":
            return _staff(loaded, *words, it=it)
        case "procedures":
            return _procedures(loaded, *words, in_json=in_json)
        case "receipts":
            return _receipts(loaded, *words)
        case "sheets":
            return _sheets(loaded, *words)
        case "packs":
            return _packs(loaded, *words)
        case "config":
            return _reference()
        case "hours":
            return _hours(loaded, *words)
        case _:
            return _run(loaded)


def _refuse_strangers(state: Path) -> None:
    """Whoever may not enter sees a post without codes, sheets or receipts, and was told to mend what is right."""
    with contextlib.suppress(OSError):  # no folder yet: nothing is kept
        if os.stat(state).st_uid not in (0, os.geteuid()) and not os.access(state, os.R_OK | os.X_OK):
            raise StrangerError


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
    kiosk = (*post.command_of(section.session), sys.executable, "-m", "kiosk", "open", *_options(files, overrides))
    to_wipe = loaded.config.session.wiping_timeout_seconds + 10
    return post.Post(post.Commands(post.command_of(section.x_server), kiosk, to_wipe, section.keyboard)).run()


def _options(files: Iterable[Path], overrides: Iterable[str]) -> list[str]:
    """The same settings, for another command of ours."""
    words = [word for file in files for word in ("--config", str(file))]
    return words + [word for one in overrides for word in ("--set", one)]


def _open(loaded: Loaded, files: Sequence[Path], overrides: Sequence[str]) -> int:
    """As `run`, after the questions of the first time."""
    from kiosk.setup import first  # noqa: PLC0415

    if first.needed(loaded):
        _ask(loaded, files[-1] if files else SYSTEM_FILE)
        first.note_asked(loaded.config.state.directory)
        # What was answered is read by a program that knows nothing of the questions.
        command = [sys.executable, "-m", "kiosk", "run", *_options(files, overrides)]
        os.execv(sys.executable, command)  # noqa: S606 - this very program
    return _run(loaded)


def _ask(loaded: Loaded, system: Path) -> bool:
    start_forgetful()
    from kiosk.assistant import program  # noqa: PLC0415

    logs.configure()
    return program.run(loaded, system)


def _setup(loaded: Loaded, system: Path, answers: Path | None, *, dry_run: bool) -> int:
    from kiosk.setup import command, first  # noqa: PLC0415

    if answers is None and os.environ.get("DISPLAY"):
        _ask(loaded, system)
        return 0
    if answers is None:
        first.ask_again(loaded.config.state.directory)
        sys.stdout.write(f"Le poste posera ses questions en ouvrant. {command.RESTART_TO_ASK}\n")
        return 0
    done, said = command.from_file(answers, system, loaded.config, dry_run=dry_run, say=_say)
    (sys.stdout if done else sys.stderr).write(f"{said}\n")
    return 0 if done else 1


def _hours(loaded: Loaded, wish: str) -> int:
    from kiosk import hours  # noqa: PLC0415

    (hours.plan if wish == "plan" else hours.end_the_day)(loaded.config.post)
    return 0


def _check(loaded: Loaded, only: str = "") -> int:
    if only and not loaded.problems:
        sys.stdout.write("Tout va bien : les réglages sont bons.\n")
        return 0
    if only:
        _say(loaded.problems)
        return 1
    from kiosk import kept_packs  # noqa: PLC0415
    from kiosk.procedures import loader  # noqa: PLC0415

    folders = kept_packs.every_folder(loaded.config)
    beside = kept_packs.Packs(loaded.config).opened().problems
    problems: list[Problem] = [*loaded.problems, *beside, *loader.load(folders).problems]
    if not problems:
        sys.stdout.write("Tout va bien : les réglages et les démarches sont bons.\n")
        return 0
    _say(problems)
    return 1


def _doctor(loaded: Loaded, *, in_json: bool) -> int:
    from kiosk import doctor  # noqa: PLC0415
    from kiosk.doctor.as_post import ask_again_as_post  # noqa: PLC0415

    ask_again_as_post(loaded.config.state.directory)
    logs.configure()
    checks = doctor.run(loaded)
    if in_json:
        sys.stdout.write(json.dumps([asdict(one) for one in checks], ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(doctor.as_text(checks, coloured=sys.stdout.isatty() and "NO_COLOR" not in os.environ))
    return 0 if doctor.succeeded(checks) else 1


def _printed(loaded: Loaded, sheet: str, file: str, paper: str = "A4") -> int:
    from kiosk.ui import guide_book, key_card, poster  # noqa: PLC0415

    control = loaded.config.control
    keys = (control.take_key, control.give_key, control.both_key, control.brake_key)
    match sheet:
        case "card":
            key_card.write(Path(file), *keys)
        case "guide":
            guide_book.write(Path(file), *keys)
        case _:
            poster.write(Path(file), loaded.config.site.name, paper)
    sys.stdout.write(f"La feuille est écrite : {file}\n")
    return 0


def _staff(loaded: Loaded, wish: str, name: str = "", *, it: bool = False) -> int:
    from kiosk.staff import Role, StaffFile, command  # noqa: PLC0415

    _say(loaded.problems)  # a folder that was badly written would be another folder
    staff = StaffFile(loaded.config.state.directory)
    match wish:
        case "add":
            said = command.add(staff, name, Role.IT if it else Role.MEDIATOR)
        case "remove":
            said = command.remove(staff, name)
        case _:
            said = command.listed(staff)
    sys.stdout.write(f"{said}\n")
    return 0


def _procedures(loaded: Loaded, wish: str, *words: str, in_json: bool) -> int:
    from kiosk import kept_packs  # noqa: PLC0415
    from kiosk.procedures import command, drifts, loader, schema, what_next  # noqa: PLC0415

    folders = kept_packs.every_folder(loaded.config)
    if wish == "check":
        return _check_procedures(loaded, [Path(word) for word in words], in_json=in_json)
    match wish:
        case "new":
            said = command.new(words[0], Path())
        case "schema":
            said = schema.text().rstrip()
        case _:
            counts = drifts.DriftCounts(loaded.config.state.directory)
            said = command.listed(loader.load(folders).procedures, counts.read(), in_json=in_json)
            if not in_json:
                said += "\n\n" + what_next.as_text(what_next.what_next(loaded.config.state.directory))
    sys.stdout.write(f"{said}\n")
    return 0


def _check_procedures(loaded: Loaded, files: Sequence[Path], *, in_json: bool) -> int:
    from kiosk import kept_packs  # noqa: PLC0415
    from kiosk.procedures import command  # noqa: PLC0415

    _say(loaded.problems)  # a folder that was badly written is not looked at
    today = datetime.now().astimezone().date()
    done, beside = command.check(files, kept_packs.every_folder(loaded.config), today)
    wrong = bool(beside) or any(one.said for one in done)
    if in_json:
        sys.stdout.write(command.as_json(done, beside))
    else:
        _say([*command.said_of(done), *beside])
        (sys.stderr if wrong else sys.stdout).write(command.summary(done, beside) + "\n")
    return 1 if wrong else 0


def _receipts(loaded: Loaded, wish: str) -> int:
    from kiosk.doctor.as_post import ask_again_as_post  # noqa: PLC0415
    from kiosk.kept_receipts import safe_of  # noqa: PLC0415
    from kiosk.receipts import command  # noqa: PLC0415

    _say(loaded.problems)  # a folder that was badly written would be another folder
    directory = loaded.config.state.directory
    if wish == "list":
        sys.stdout.write(f"{command.listed(directory)}\n")
        return 0
    # The key is in the keyring of the post's session.
    ask_again_as_post(directory)
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


def _reference() -> int:
    from kiosk.config import reference  # noqa: PLC0415

    sys.stdout.write(reference.as_markdown())
    return 0


def _packs(loaded: Loaded, wish: str, *words: str) -> int:
    from kiosk import kept_packs  # noqa: PLC0415

    _say(loaded.problems)  # a folder that was badly written would be another folder
    said, wrong = kept_packs.obeyed(loaded.config, wish, words)
    sys.stdout.write(f"{said}\n")
    _say(wrong)
    return 1 if wrong else 0


def _say(problems: Iterable[object]) -> None:
    for problem in problems:
        sys.stderr.write(f"{problem}\n")


if __name__ == "__main__":
    sys.exit(main())
