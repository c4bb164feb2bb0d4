"""How long it takes from the end of a session, however it ends, to the verified wipe, beside Chromium closing and
removing its profile. Each wipe that is counted was then searched from outside and found clean (see `proof.wipe`).
"""

from __future__ import annotations

import argparse
import importlib.metadata
import random
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import chromium
from benchmarks.chromium import Chromium
from benchmarks.peers import bare_browser
from benchmarks.site import practice_site
from benchmarks.table import Bench, Row, median, spread
from kiosk import __version__
from proof import asked
from proof.wipe.endings import ENDINGS
from proof.wipe.kinds import KINDS
from proof.wipe.round import Round
from proof.wipe.search import Search
from proof.wipe.session import draw_family
from proof.wipe.station import station

GOAL = 1.0
"""Of Chromium's time: who ends a session waits no longer than somebody who closes a browser."""

MEASURED = ("finished", "renderer", "browser", "guest", "proxy", "told", "shell", "x-server")
"""Where nobody waits for a person first, and no moment is drawn."""

PLANTED = ("local-storage", "indexed-db", "cookie-of-year", "http-cache")
PEER_ROUNDS = 5

NOTES = (
    "from the moment when the program begins to wipe until it has verified it; where the post has to be started again",
    "  (told to end, shell, X server), from the signal until it has wiped, verified and waits for the next person.",
    "peer: Chromium's window closed until its last process is gone and its profile removed. It verifies nothing.",
    "Each wipe counted was then searched from outside: disk and memory of what still runs, without a hit.",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument_group("wipe").add_argument(
        "--wipes", type=asked.count, default=5, help="how often each ending is measured (default: 5)"
    )


def run(options: argparse.Namespace) -> Bench:
    ours = _measure(options.wipes)
    peers = _measure_peer()
    rows = [
        Row(
            f"wipe, {ending.title}",
            median(ours[ending.name]),
            "s",
            median(peers),
            GOAL if ending.name == "finished" else None,
            spread(ours[ending.name], peers),
        )
        for ending in ENDINGS
        if ending.name in MEASURED
    ]
    return Bench(
        name="wipe",
        against="Côte à Côte beside chromium --kiosk --incognito closing and removing its profile (peer), same machine",
        rows=tuple(rows),
        notes=NOTES,
        versions={
            "Côte à Côte": __version__,
            "Qt WebEngine": importlib.metadata.version("PySide6-WebEngine"),
            "Chromium": chromium.version(),
        },
    )


def _measure(times_each: int) -> dict[str, list[float]]:
    """In seconds, by ending. A round that was not clean is no measure."""
    family = draw_family(random.Random("wipe"))
    search, times = Search(family), {name: list[float]() for name in MEASURED}
    kinds = [kind for kind in KINDS if kind.name in PLANTED]
    endings = [ending for ending in ENDINGS if ending.name in MEASURED] * times_each
    with station() as here:
        for number, ending in enumerate(endings, 1):
            print(f"wipe: round {number} of {len(endings)}, {ending.name}", file=sys.stderr, flush=True)
            outcome = Round(here, search, family, number, ending, kinds).play()
            if outcome.clean:
                times[ending.name].append(outcome.phases["ending" if ending.anew else "wipe"])
    return times


def _measure_peer() -> list[float]:
    ends = []
    with (
        tempfile.TemporaryDirectory(dir="/var/tmp") as disk,
        practice_site() as port,
        bare_browser(Path(disk, "bare"), port) as bare,
    ):
        for _ in range(PEER_ROUNDS + 1):
            with bare.start() as (browser, _seconds):
                began = time.monotonic()
                Chromium.close_window(browser)
                browser.remove_profile()
                ends.append(time.monotonic() - began)
    # The first start reads libraries that are in memory for all that come after it.
    return ends[1:]
