"""What a key costs in the search field: everyday phrases typed letter by letter into the packaged procedures and 3,000
information sheets, beside SQLite FTS5 alone and beside rapidfuzz over the titles.

Run by `./dev bench search`; `python -m benchmarks.search` measures in this process, whatever its memory is, and prints
the times as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import rapidfuzz
import yaml
from rapidfuzz import fuzz, process, utils

from benchmarks.latency import percentile
from benchmarks.table import Bench, Row, median, spread
from demonstration.display import memory_folder
from demonstration.sheets import many, write_zip
from kiosk import __version__
from kiosk.config.model import PACKAGED_PROCEDURES
from kiosk.forgetting import ENVIRONMENT
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.loader import load
from kiosk.sheets.importing import import_archive
from kiosk.sheets.library import Library, opened
from kiosk.sheets.model import text_of

SHEETS = 3000
GOAL_MS = 10.0
MISSED_GOAL = 0.05
WORST = 0.99
_SHOWN = 5
_FIRST = 3
_TIMES = 3
_ROOT = Path(__file__).resolve().parent.parent
_PHRASES = _ROOT / "tests" / "unit" / "procedures" / "everyday_phrases.yaml"

NOTES = (
    "a key: what the results page asks, of the procedures and of the sheets; nothing is kept from one to the next.",
    "each key three times, the middle one counts.",
    "in the memory that forgets, as the kiosk runs (freed memory overwritten); the peers in the same process.",
    "fts5: titles and texts, all words, the last one by its beginning, best five by bm25; it knows no slips.",
    "rapidfuzz: partial_ratio over the titles, best five, one thread.",
)


def run(_options: argparse.Namespace) -> Bench:
    print(f"{SHEETS} sheets", file=sys.stderr, flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.search"],
        env={**os.environ, **ENVIRONMENT},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        timeout=900,
        cwd=_ROOT,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    ours = found["ours"]
    rows = [
        Row("a key, median", median(ours), "ms", goal=GOAL_MS, spread=spread(ours)),
        Row("a key, p99", percentile(ours, WORST), "ms", goal=GOAL_MS),
    ]
    for peer in ("fts5", "rapidfuzz"):
        times = found[peer]
        rows += [
            Row(f"a key beside {peer}, median", median(ours), "ms", median(times), spread=spread(ours, times)),
            Row(f"a key beside {peer}, p99", percentile(ours, WORST), "ms", percentile(times, WORST)),
        ]
    rows.append(Row("phrases that miss their procedure", found["missed"], "", goal=MISSED_GOAL))
    versions = {"côte à côte": __version__, "SQLite": sqlite3.sqlite_version, "rapidfuzz": rapidfuzz.__version__}
    notes = (f"{found['phrases']} phrases, {len(ours)} keys.", *NOTES)
    return Bench("search", "SQLite FTS5 alone, and rapidfuzz over the titles", tuple(rows), notes, versions)


# --- measuring ----------------------------------------------------------------------------------------------------


def measured() -> dict[str, Any]:
    phrases = yaml.safe_load(_PHRASES.read_text(encoding="utf-8"))
    catalogue = Catalogue(load([PACKAGED_PROCEDURES]).procedures)
    with memory_folder() as folder:
        import_archive(write_zip(folder / "sheets.zip", many(SHEETS)), folder, date(2026, 11, 1))
        library = opened(folder).library
        titles = [entry.title for entry in _every(library)]

        def ours(query: str) -> None:
            catalogue.search(query)
            library.search(query)

        searches = {"ours": ours, "fts5": _fts5(library, folder / "peer.sqlite"), "rapidfuzz": _fuzzy(titles)}
        typed = [phrase[:end] for phrase, *_ in phrases for end in range(1, len(phrase) + 1)]
        times = _in_turn(searches, typed)
    missed = [1 for phrase, *right in phrases if not {one.id for one in catalogue.search(phrase)[:_FIRST]} & {*right}]
    return {**times, "missed": len(missed) / len(phrases), "phrases": len(phrases)}


def _in_turn(searches: dict[str, Callable[[str], object]], typed: Iterable[str]) -> dict[str, list[float]]:
    """Each side at each key, three times: the middle one, so that what else the machine does counts for little."""
    times: dict[str, list[float]] = {name: [] for name in searches}
    for query in typed:
        for name, search in searches.items():
            times[name].append(statistics.median(_once(search, query) for _ in range(_TIMES)))
    return times


def _once(search: Callable[[str], object], query: str) -> float:
    begun = time.perf_counter()
    search(query)
    return 1000 * (time.perf_counter() - begun)


def _fts5(library: Library, file: Path) -> Callable[[str], object]:
    peer = sqlite3.connect(file)
    peer.execute("CREATE VIRTUAL TABLE sheet USING fts5 (title, text, prefix = '2 3', tokenize = 'unicode61')")
    for entry in _every(library):
        sheet = library.get(entry.id)
        assert sheet is not None
        peer.execute("INSERT INTO sheet VALUES (?, ?)", (sheet.title, text_of(sheet.blocks)))
    peer.commit()

    def search(query: str) -> object:
        words = utils.default_process(query).split()
        if not words:
            return []
        asked = " ".join(f'"{word}"' for word in words) + "*"
        return peer.execute(
            "SELECT title FROM sheet WHERE sheet MATCH ? ORDER BY rank LIMIT ?", (asked, _SHOWN)
        ).fetchall()

    return search


def _fuzzy(titles: list[str]) -> Callable[[str], object]:
    ready = [utils.default_process(title) for title in titles]
    return lambda query: process.extract(query, ready, scorer=fuzz.partial_ratio, limit=_SHOWN)


def _every(library: Library) -> list[Any]:
    return [entry for number in range(1, SHEETS + 1) if (entry := library.get(f"F{number}")) is not None]


if __name__ == "__main__":
    print(json.dumps(measured()))
