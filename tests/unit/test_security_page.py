"""SECURITY.md promises nothing that nobody holds, and admits exactly what a taken-over guest is seen to do."""

from __future__ import annotations

import re
from pathlib import Path

from proof.__main__ import PROOFS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PROTECTS, DOES_NOT = PAGE.split("## Does not protect")
ADMITTED = re.findall(r'@attempt\("display: (.*)"\)', (ROOT / "tests/sandbox/compromised/ways/display.py").read_text())


def test_whatever_is_named_exists() -> None:
    named = re.findall(r"`((?:tests|packaging|kiosk|proof)/[^` ]+)`", PAGE)
    assert len(named) > 15
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_proof_that_is_named_can_be_run() -> None:
    named = set(re.findall(r"`\./dev prove (\w+)`", PAGE))
    assert named == set(PROOFS)


def test_every_promise_names_what_holds_it() -> None:
    rows = [line for line in PROTECTS.splitlines() if line.startswith("| ") and not line.startswith("| what |")]
    assert len(rows) > 10
    for row in rows:
        *_, held, _ = row.split("|")
        assert re.search(r"`(tests/|\./dev prove )", held), row


def test_what_a_taken_over_guest_can_do_on_the_screen_is_admitted() -> None:
    assert ADMITTED
    assert [one for one in ADMITTED if one not in DOES_NOT] == []
    # And no more than that.
    rows = DOES_NOT.split("| it can |")[1].split("\n\n")[0].splitlines()[2:]
    said = [row.split("|")[1] for row in rows]
    left = re.sub("|".join(map(re.escape, sorted(ADMITTED, key=len, reverse=True))), "", " ".join(said))
    assert left.strip(" ,;") == "" or set(left) <= set(" ,;"), left
