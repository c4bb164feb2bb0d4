"""The page probe on heavy pages, beside the general queries of @testing-library/dom; and typing in a page with the
probe at work beside typing in the bare page.

Chromium with its sandbox on, keys by a real X server. This module says what is done and compared; see `probe_page`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import PySide6
import xcffib
import xcffib.xproto
import xcffib.xtest

from benchmarks import testing_library
from benchmarks.latency import percentile
from benchmarks.table import Bench, Row, median, spread
from benchmarks.wheel_rig import Program, as_ordinary_user
from demonstration.display import memory_folder, virtual_screen
from kiosk import __version__

SIZES = (1000, 6300, 20000)
JUDGED = 6300
LOOK_GOAL_MS = 8.0
TYPING_GOAL = 1.1
WORST = 0.99
LOOKS, PEER_LOOKS, CHANGES = 15, 3, 15
TURNS, KEYS_A_TURN = 40, 30
_SEED = 5
_KEY_EVERY = 0.045  # a fast typist
_KEYS = range(24, 34)  # the letters of the upper row, by their place on the keyboard
_FIELD = "Numéro d'allocataire"

# What one step and the next ones make the guide look for.
TARGETS = [
    ["textbox", _FIELD],
    ["button", "Continuer"],
    ["link", "Mon compte"],
    ["radio", "En couple"],
    ["heading", "Votre situation"],
    ["combobox", "Département"],
    ["checkbox", "J'accepte*"],
    ["alert", "Erreur*"],
]

NOTES = (
    "one look: all 8 targets of a step and the next two, from nothing, in a page that it has not looked at before;",
    "  peer: one query for one role and name, or for one label, of @testing-library/dom in the same page.",
    "after a change: a button of the page is renamed; the look that follows, all of it.",
    "key to paint: from the key's event until after the frame that shows it (requestAnimationFrame, then a message).",
    "  30 keys a turn, bare page and watched page in turn; ring drawn at the field; each key changes the page.",
)


def run(_options: argparse.Namespace) -> Bench:
    rows: list[Row] = []
    versions = {"côte à côte": __version__, "PySide6": PySide6.__version__}
    try:
        peer: str | None = testing_library.script()
        versions[testing_library.NAME] = testing_library.VERSION
    except testing_library.NoPeerError as error:
        peer = None
        _say(str(error))
    with _page_program(peer) as asked:
        for size in SIZES:
            _say(f"a page of {size} nodes")
            rows += _looks(asked, size, peer is not None)
        _say("typing")
        rows += _typing(asked)
    return Bench(
        "probe", "general queries of @testing-library/dom, and the page without a probe", tuple(rows), NOTES, versions
    )


# --- looking ------------------------------------------------------------------------------------------------------


def _looks(asked: Asked, size: int, peer: bool) -> list[Row]:
    asked.load("watched", size)
    looks = [asked.ask("look", targets=TARGETS)["cost"] for _ in range(LOOKS)]
    changes = []
    asked.ask("look", targets=TARGETS[1:2])
    for number in range(CHANGES):
        seen = bool(number % 2)
        words = "Continuer" if seen else "Attendez"
        code = f"document.getElementById('continuer').textContent = '{words}'"
        changes.append(asked.ask("change", code=code, seen=seen)["cost"])
    goal = LOOK_GOAL_MS if size == JUDGED else None
    rows = [
        Row(f"one look, {size} nodes", median(looks), "ms", goal=goal, spread=spread(looks)),
        Row(f"look after a change, {size} nodes", median(changes), "ms", goal=goal, spread=spread(changes)),
    ]
    for query, call in _PEER_QUERIES.items():
        times = [asked.ask("run", page="watched", code=_timed(call))["said"] for _ in range(PEER_LOOKS)] if peer else []
        both = spread(looks, times)
        rows.append(
            Row(f"one look beside one {query} query, {size} nodes", median(looks), "ms", median(times), spread=both)
        )
    return rows


_PEER_QUERIES = {
    "role": "TestingLibraryDom.queryAllByRole(document.body, 'button', { name: 'Continuer' })",
    "label": f'TestingLibraryDom.queryAllByLabelText(document.body, "{_FIELD}")',
}


def _timed(call: str) -> str:
    return f"(() => {{ const begun = performance.now(); {call}; return performance.now() - begun; }})()"


# --- typing -------------------------------------------------------------------------------------------------------


@dataclass
class Typing:
    delays: dict[str, list[float]] = field(default_factory=lambda: {"bare": [], "watched": []})
    sent: dict[str, int] = field(default_factory=lambda: {"bare": 0, "watched": 0})


def _typing(asked: Asked) -> list[Row]:
    typing, chance = Typing(), random.Random(_SEED)
    for page in ("bare", "watched"):
        asked.load(page, JUDGED)
        asked.ask("run", page=page, code="document.getElementById('champ').focus() ?? 0")
    asked.ask("guide", targets=TARGETS, pointed=0)
    for turn in range(TURNS):
        for page in ("bare", "watched") if turn % 2 else ("watched", "bare"):
            asked.ask("show", page=page)
            asked.type(KEYS_A_TURN, chance)
            heard = asked.ask("run", page=page, code="take()")["said"]
            # The first key after a view came to front waits for the first frame of that view.
            typing.delays[page] += heard[1:]
            typing.sent[page] += KEYS_A_TURN
    bare, watched = typing.delays["bare"], typing.delays["watched"]
    return [
        Row("key to paint, median", median(watched), "ms", median(bare), spread=spread(watched, bare)),
        Row("key to paint, p99", percentile(watched, WORST), "ms", percentile(bare, WORST), TYPING_GOAL),
        Row("keys lost", float(typing.sent["watched"] - TURNS - len(watched)), "", goal=0),
    ]


# --- the program --------------------------------------------------------------------------------------------------


@dataclass
class Asked:
    program: Program
    folder: Path
    peer: str
    keys: Any

    def ask(self, do: str, **more: Any) -> dict[str, Any]:
        return self.program.ask(json.dumps({"do": do, **more}))

    def load(self, page: str, size: int) -> None:
        file = self.folder / f"{size}.html"
        if not file.exists():
            file.write_text(heavy_page(size, self.peer), encoding="utf-8")
            file.chmod(0o644)
        self.ask("load", page=page, file=file.name)

    def type(self, count: int, chance: random.Random) -> None:
        for _ in range(count):
            key = chance.choice(_KEYS)
            for kind in (xcffib.xproto.KeyPressEvent, xcffib.xproto.KeyReleaseEvent):
                self.keys.FakeInput(_KIND[kind], key, 0, 0, 0, 0, 0)
            self.keys.conn.flush()
            # A person's pace: never in step with the frames.
            time.sleep(_KEY_EVERY * chance.uniform(0.7, 1.3))


_KIND = {xcffib.xproto.KeyPressEvent: 2, xcffib.xproto.KeyReleaseEvent: 3}


@contextmanager
def _page_program(peer: str | None) -> Iterator[Asked]:
    with memory_folder() as folder, virtual_screen(1280, 800) as display:
        home, pages = folder / "home", folder / "pages"
        for made in (folder, home, pages):
            made.mkdir(exist_ok=True)
            made.chmod(0o755)
        home.chmod(0o777)
        environment = {
            "DISPLAY": display,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "QT_LOGGING_RULES": "*=false",
        }
        command = [*as_ordinary_user(), sys.executable, "-m", "benchmarks.probe_page", str(pages)]
        program = Program(command, environment, folder / "page.log")
        connection: Any = xcffib.connect(display=display)  # type: ignore[no-untyped-call]
        try:
            yield Asked(program, pages, peer or "", connection(xcffib.xtest.key))
        finally:
            connection.disconnect()
            program.close()


def heavy_page(nodes: int, script: str) -> str:
    """A form among long tables, as the pages of accounts and lists are: about `nodes` elements."""
    rows = "".join(
        f"<tr><td><a href='/dossier/{n}'>Dossier {n}</a></td><td>Reçu le {1 + n % 28} mars</td>"
        f"<td><label>Choisir le dossier {n} <input type=checkbox name=d{n}></label></td>"
        f"<td><button type=button>Voir le détail {n}</button></td></tr>"
        for n in range((nodes - 40) // 9)
    )
    return f"""<!doctype html><html lang=fr><meta charset=utf-8><title>Mesure</title>
<style>body {{ font: 18px sans-serif }} .plein {{ color: green }}</style>
<h1>Votre situation</h1><nav><a href=/compte>Mon compte</a> <a href=/aide>Aide</a></nav>
<form><label for=champ>{_FIELD}</label> <input id=champ autocomplete=off> <p id=reste role=status></p>
<fieldset><legend>Vous vivez</legend><label><input type=radio name=s> Seul ou seule</label>
<label><input type=radio name=s> En couple</label></fieldset>
<label>Département <select><option>Choisir<option>35</select></label>
<label><input type=checkbox> J'accepte les conditions</label><button id=continuer>Continuer</button></form>
<table>{rows}</table>
<script>{script}</script><script>
let heard = [];
const take = () => {{ const taken = heard; heard = []; return taken; }};
addEventListener("keydown", (event) => {{
  const stamp = event.timeStamp;
  requestAnimationFrame(() => {{
    const after = new MessageChannel();
    after.port1.onmessage = () => heard.push(performance.now() - stamp);
    after.port2.postMessage(0);
  }});
}});
champ.addEventListener("input", () => {{
  reste.textContent = `${{champ.value.length}} signes`;
  reste.className = champ.value.length % 2 ? "plein" : "";
}});
</script></html>"""


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
