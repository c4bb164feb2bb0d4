"""A bench never says that a goal is reached when it is not, or when nobody measured."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from benchmarks.__main__ import BENCHES, main
from benchmarks.table import Bench, Row, machine, median, spread

KEYS = ["measure", "value", "unit", "peer", "ratio", "goal", "holds"]


@pytest.mark.parametrize(
    ("row", "ratio", "holds"),
    [
        (Row("beside a peer, under the goal", 0.2, "s", peer=1.0, goal=0.2), 0.2, True),
        (Row("beside a peer, over the goal", 0.3, "s", peer=1.0, goal=0.2), 0.3, False),
        (Row("alone, at the goal", 0, "", goal=0), None, True),
        (Row("alone, over the goal", 1, "", goal=0), None, False),
        (Row("beside a peer, no goal", 3.0, "s", peer=2.0), 1.5, None),
        (Row("alone, no goal", 3.0, "s"), None, None),
        (Row("not measured", None, "s", peer=1.0, goal=0.2), None, False),
        (Row("peer of nothing", 1.0, "s", peer=0.0, goal=0.2), None, False),
    ],
    ids=lambda value: value.measure if isinstance(value, Row) else "",
)
def test_the_goal_is_of_the_ratio_beside_a_peer_and_of_the_value_alone(
    row: Row, ratio: float | None, holds: bool | None
) -> None:
    assert row.ratio == pytest.approx(ratio) if ratio is not None else row.ratio is None
    assert row.holds is holds


def test_json_is_one_object_with_the_same_keys_in_every_row() -> None:
    bench = Bench("session", "beside a peer", (Row("start", 0.21, "s", 1.0, 0.25), Row("growth", None, "MB", goal=0.1)))
    found = json.loads(bench.as_json())
    assert list(found) == ["bench", "rows"]
    assert found["bench"] == "session"
    assert [list(row) for row in found["rows"]] == [KEYS, KEYS]
    assert found["rows"][0] == dict(zip(KEYS, ["start", 0.21, "s", 1.0, 0.21, 0.25, True], strict=True))
    assert found["rows"][1] == dict(zip(KEYS, ["growth", None, "MB", None, None, 0.1, False], strict=True))
    assert not bench.holds


def test_the_table_says_what_when_where_and_which_goal_is_missed() -> None:
    rows = (Row("start", 0.3, "s", 1.0, 0.2, "0.2-0.4 / 0.9-1.1"), Row("end", 0.1, "s", 1.0, 0.4))
    text = Bench("session", "beside a peer", rows, ("How.",), {"Chromium": "1.2"}).as_text(
        datetime(2026, 3, 2, 12, 0, tzinfo=UTC), 0.06
    )
    assert "load 0.1" in text
    assert "2026-03-02 12:00" in text
    assert "Chromium 1.2" in text
    start, end = (next(line for line in text.splitlines() if line.startswith(name)) for name in ("start", "end"))
    assert "NO" in start
    assert "0.2-0.4 / 0.9-1.1" in start
    assert "yes" in end
    assert text.endswith("How.")


def test_the_page_gets_the_same_figures_with_their_units_the_day_and_the_machine() -> None:
    rows = (Row("start", 0.3, "s", 1.0, 0.2), Row("growth", 0.05, "MB", goal=0.1), Row("lost", None, "", goal=0))
    page = Bench("session", "beside a peer", rows, versions={"Chromium": "1.2"}).as_markdown(
        datetime(2026, 3, 2, 12, 0, tzinfo=UTC), 1.5
    )
    about, _, *table = page.splitlines()
    assert about.startswith("`./dev bench session`: beside a peer (2026-03-02, ")
    assert machine() in about
    assert "load 1.5" in about
    assert "Chromium 1.2" in about
    assert table == [
        "| measure | Côte à Côte | peer | ratio | goal |",
        "| --- | --- | --- | --- | --- |",
        "| start | 0.3 s | 1 s | 0.3 | 0.2, missed |",
        "| growth | 0.05 MB | | | 0.1 MB |",
        "| lost | not measured | | | 0, missed |",
    ]


def test_a_bench_that_breaks_off_does_not_keep_the_others_from_being_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: object) -> Bench:
        raise RuntimeError("no screen")

    whole = Bench("search", "beside nobody", (Row("a key", 1.0, "ms", goal=10.0),))
    for name in BENCHES:
        monkeypatch.setitem(BENCHES, name, broken if name == "session" else lambda _: whole)
    assert main(["--json"]) == 1
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == len(BENCHES) - 1
    assert "session: broke off" in said.err
    assert "no screen" in said.err


def test_spread_is_lowest_to_highest_of_each_side() -> None:
    assert spread([0.3, 0.1, 0.2], [2.0, 1.0]) == "0.1-0.3 / 1-2"
    assert spread([]) == ""
    assert median([3.0, 1.0, 2.0]) == 2.0
    assert median([]) is None


def test_an_unknown_bench_is_refused_with_the_known_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sesion"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "« session »" in said.err
    assert "Known benches: session" in said.err
