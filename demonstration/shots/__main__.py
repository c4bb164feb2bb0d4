"""`./dev shots [--only WORD ...] [--pictures] [FOLDER]`: contact sheets of every screen, and a table of what is wrong.

Ends with 1 when anything is. Nothing is played: the screens are built, without a person, a page or a network.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from fnmatch import fnmatch
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from demonstration.shots import contact, looks, registry
from demonstration.shots.looks import Look
from demonstration.shots.registry import Shot
from demonstration.shots.round import Taken, Wrong, qt_warnings, take
from demonstration.shots.shelf import make_sheets
from kiosk.ui import i18n, touch

AT_ONCE = 12
"""Screens whose pictures are held in memory together."""


def main() -> int:
    asked = _arguments()
    began = time.monotonic()
    shots = _wanted(registry.typed_on_screen() if touch.is_on() else registry.every(), asked.only)
    folder: Path = asked.folder
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    i18n.compile_locales()
    wrong: list[Wrong] = []
    sheets: list[tuple[str, str]] = []
    count = 0
    with qt_warnings() as between, tempfile.TemporaryDirectory() as own:
        library = make_sheets(_made(Path(own) / "sheets"))
        for at in range(0, len(shots), AT_ONCE):
            some = shots[at : at + AT_ONCE]
            pictures: dict[str, dict[Look, QImage]] = defaultdict(dict)

            def keep(taken: Taken, pictures: dict[str, dict[Look, QImage]] = pictures) -> None:
                pictures[taken.shot.name][taken.look] = contact.thumbnail(taken.picture)
                wrong.extend(taken.wrong)
                if asked.pictures:
                    name = contact.file_name(f"{taken.shot.name} {taken.look}")
                    taken.picture.save(str(_made(folder / "pictures") / f"{name}.png"))

            take(app, some, looks.every(), library, Path(own) / "papers", told=keep)
            for name, of_it in pictures.items():
                file = f"{contact.file_name(name)}.png"
                contact.sheet(name, of_it, looks.A_LINE).save(str(folder / file))
                sheets.append((name, file))
                count += len(of_it)
    print(f"{len(sheets)} screens, {count} pictures, {time.monotonic() - began:.0f} s: {folder}")
    _tell(wrong)
    print("".join(f"between two screens: Qt: {message}\n" for message in dict.fromkeys(between)), end="")
    found = int(bool(wrong or between))
    if not touch.is_on():
        contact.write_index(folder, sheets, _by_shot(wrong))
        if _wanted(registry.typed_on_screen(), asked.only):
            found |= _with_touch_keyboard()
    return found


def _arguments() -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="./dev shots", description=__doc__)
    asked.add_argument("--only", action="append", metavar="PATTERN", help='screens by name: "desk/*", "closing"')
    asked.add_argument("--pictures", action="store_true", help="each picture too, in its own size (500 MB)")
    asked.add_argument("folder", nargs="?", type=Path, default=Path("dist/shots"), metavar="FOLDER")
    return asked.parse_args()


def _wanted(shots: list[Shot], patterns: list[str] | None) -> list[Shot]:
    """A pattern without a star is a part of a name."""
    if patterns is None:
        return shots
    return [one for one in shots if any(fnmatch(one.name, each if "*" in each else f"*{each}*") for each in patterns)]


def _with_touch_keyboard() -> int:
    """Once more, for the screens that only a Qt started with the keyboard on the screen can show."""
    with tempfile.TemporaryDirectory() as settings:
        environment = dict(os.environ)
        touch.prepare(Path(settings), environment)
        command = [sys.executable, "-m", "demonstration.shots", *sys.argv[1:]]
        return subprocess.run(command, env=environment, check=False).returncode


def _tell(wrong: list[Wrong]) -> None:
    """One line for each thing that is wrong, and in how many looks it is."""
    seen = Counter((one.shot, one.what, one.sentence.partition(": ")[0]) for one in wrong)
    first = {(one.shot, one.what, one.sentence.partition(": ")[0]): one for one in reversed(wrong)}
    for key, times in sorted(seen.items()):
        one = first[key]
        print(f"{one.shot:32} {one.what:12} x{times:<3} {one.sentence}   [{one.look}]")


def _by_shot(wrong: list[Wrong]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for one in wrong:
        found[one.shot].append(f"{one.what}: {one.sentence} ({one.look})")
    return found


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    sys.exit(main())
