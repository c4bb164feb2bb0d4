"""What a post counts for whoever writes procedures: hosts and steps, bounded, and nothing of a person."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.procedures.drifts import DriftCounts
from kiosk.procedures.noted_hosts import MOST as MOST_NOTED
from kiosk.procedures.noted_hosts import NotedHosts
from kiosk.procedures.openings import FILE, MOST, OpeningCounts
from kiosk.procedures.what_next import as_text, what_next


def test_openings_are_counted_by_host_and_by_nothing_else(tmp_path: Path) -> None:
    counts = OpeningCounts(tmp_path)
    for host in ("exemple.fr", "autre.fr", "exemple.fr"):
        counts.add(host)
    assert json.loads((tmp_path / FILE).read_bytes()) == {"exemple.fr": 2, "autre.fr": 1}
    assert OpeningCounts(tmp_path).most_opened() == (("exemple.fr", 2), ("autre.fr", 1))


def test_the_rarest_host_gives_way_to_a_new_one(tmp_path: Path) -> None:
    full = {f"h{number}.fr": 5 for number in range(MOST - 1)} | {"rare.fr": 1}
    (tmp_path / FILE).write_text(json.dumps(full))
    OpeningCounts(tmp_path).add("nouveau.fr")
    found = OpeningCounts(tmp_path).read()
    assert len(found) == MOST
    assert "nouveau.fr" in found
    assert "rare.fr" not in found


@pytest.mark.parametrize("host", ["", "caf", "../../etc.fr", "marie dupont.fr", "a/b.fr", "é.fr", "a." * 140 + "fr"])
def test_what_is_no_host_is_not_written(tmp_path: Path, host: str) -> None:
    OpeningCounts(tmp_path).add(host)
    NotedHosts(tmp_path).add("prime-activite", host)
    NotedHosts(tmp_path).add(host, "cdn.exemple.fr")
    assert [file for file in tmp_path.rglob("*.json") if file.stem != "caf"] == []


@pytest.mark.parametrize(
    "content", ["", "{", "[1]", '{"exemple.fr": "x", "a/b": 2, "b.fr": true, "c.fr": -1}', "[" * 5000]
)
def test_a_damaged_file_starts_again_from_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    counts = OpeningCounts(tmp_path)
    assert counts.read() == {}
    counts.add("exemple.fr")
    assert counts.read() == {"exemple.fr": 1}


def test_a_folder_that_cannot_be_written_costs_the_count_and_nothing_more(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    OpeningCounts(blocked).add("exemple.fr")
    NotedHosts(blocked).add("prime-activite", "cdn.exemple.fr")
    assert blocked.read_text() == ""


def test_hosts_are_noted_once_for_each_procedure_and_forgotten_when_it_has_them(tmp_path: Path) -> None:
    noted = NotedHosts(tmp_path)
    for host in ("cdn.exemple.fr", "api.exemple.fr", "cdn.exemple.fr"):
        noted.add("prime-activite", host)
    noted.add("exemple.fr", "cdn.exemple.fr")
    assert NotedHosts(tmp_path).read("prime-activite") == ("api.exemple.fr", "cdn.exemple.fr")
    assert noted.read("exemple.fr") == ("cdn.exemple.fr",)
    noted.forget("prime-activite")
    noted.forget("prime-activite")
    assert noted.read("prime-activite") == ()
    for number in range(2 * MOST_NOTED):
        noted.add("longue", f"h{number}.fr")
    assert len(noted.read("longue")) == MOST_NOTED


def test_the_most_opened_and_the_most_drifted_come_first(tmp_path: Path) -> None:
    for host in ("rare.fr", "souvent.fr", "souvent.fr"):
        OpeningCounts(tmp_path).add(host)
    drifts = DriftCounts(tmp_path)
    for step in ("numero", "code", "code"):
        drifts.add("prime-activite", step)
    found = what_next(tmp_path)
    assert found.to_write == (("souvent.fr", 2), ("rare.fr", 1))
    assert found.to_repair == (("prime-activite", "code", 2), ("prime-activite", "numero", 1))
    text = as_text(found)
    assert text.index("souvent.fr") < text.index("rare.fr") < text.index("prime-activite : code")
    assert "aucun" in as_text(what_next(tmp_path / "nothing"))
