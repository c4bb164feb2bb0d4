"""`python -m demonstration.following [--service NAME] [--procedure ID]`: every round on both versions, one JSON object
a line on standard output. Chromium refuses root: `benchmarks.procedures` starts this as an ordinary user.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from kiosk.guest import chromium

# Chromium reads this when it starts. No screen is needed: the window is drawn in memory.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
chromium.prepare()
# ruff: noqa: E402

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from demonstration.display import memory_folder
from demonstration.following.follower import follow
from demonstration.following.hands import NotThereError
from demonstration.following.town import Town
from demonstration.rounds import Round, rounds_by_service
from kiosk.procedures import loader
from kiosk.procedures.model import Procedure
from kiosk.ui.lost_references import protect_singletons
from kiosk.ui.theme import ASSETS


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m demonstration.following")
    parser.add_argument("--service", help="one module of demonstration/rounds; without it, all of them")
    parser.add_argument("--procedure", help="one procedure's id; without it, all of them")
    parser.add_argument("--pictures", type=Path, help="a folder for pictures of the pages where a person got stuck")
    options = parser.parse_args(arguments)
    protect_singletons()
    # As in a session: the browser's own fields are in French.
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    app = QApplication(sys.argv[:1])
    well = True
    with memory_folder() as folder, Town(folder) as town:
        for number, (service, taken, redesigned) in enumerate(_chosen(options.service, options.procedure)):
            picture = options.pictures / f"{taken.procedure}-{1 + redesigned}.png" if options.pictures else None
            home = folder / str(number)
            try:
                procedure = _procedures().get(taken.procedure)
                if procedure is None:
                    raise NotThereError(f"{taken.procedure}: there is no such procedure")
                told = asdict(follow(town, home, procedure, taken, redesigned=redesigned, picture=picture))
            except NotThereError as problem:
                told, well = {"problem": str(problem)}, False
            print(json.dumps({"service": service, **told}, ensure_ascii=False), flush=True)
    del app
    return 0 if well else 1


def _chosen(service: str | None, procedure: str | None) -> Iterator[tuple[str, Round, bool]]:
    for name, rounds in rounds_by_service().items():
        for taken in rounds:
            if service in (None, name) and procedure in (None, taken.procedure):
                yield name, taken, False
                yield name, taken, True


@functools.cache
def _procedures() -> dict[str, Procedure]:
    return {one.id: one for one in loader.load([ASSETS / "procedures"]).procedures}


if __name__ == "__main__":
    sys.exit(main())
