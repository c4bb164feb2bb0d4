"""What a page's probe says is read as the word of a stranger."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.guest.probe.frames import Frames
from kiosk.guest.probe.kept import Kept, read_kept
from kiosk.guest.probe.untrusted import FocusAnswer, Report, read_focus_answer, read_numbers, read_report
from kiosk.procedures.engine import Sight
from kiosk.procedures.model import Target

WORD = "w" * 32
GOOD = {"f": "abcdefgh", "k": "facts", "top": True, "v": 1, "ready": True, "s": [[0, True, False, False]]}
NUMBER = Target(role="textbox", name="Numéro")
CODE = Target(role="textbox", name="Code")


def test_a_report_is_read() -> None:
    assert read_report(WORD + json.dumps(GOOD), WORD) == Report(
        "abcdefgh", "facts", True, 1, True, [(0, True, False, False)]
    )


@pytest.mark.parametrize(
    "change",
    [
        {"f": "../x"},
        {"f": "a"},
        {"k": "cookies"},
        {"v": -1},
        {"s": [[0, True, False]]},
        {"s": [[-1, True, False, False]]},
        {"s": [[0, "oui", False, False]]},
        {"s": [[0, True, False, False]] * 500},
        {"value": "secret"},
    ],
)
def test_anything_else_is_nothing(change: dict[str, object]) -> None:
    assert read_report(WORD + json.dumps(GOOD | change), WORD) is None


def test_a_line_without_the_word_or_without_end_is_nothing() -> None:
    assert read_report(json.dumps(GOOD), WORD) is None
    assert read_report(WORD + " " * 20_000 + json.dumps(GOOD), WORD) is None


@given(st.text(max_size=200))
def test_no_line_raises(line: str) -> None:
    read_report(WORD + line, WORD)
    read_focus_answer(line)
    read_numbers(line)


def test_numbers_of_a_page_are_read() -> None:
    assert read_numbers('["2026-1234", "123 456 789"]') == ("2026-1234", "123 456 789")


@pytest.mark.parametrize(
    "answer",
    [
        None,
        7,
        "",
        "{}",
        '["1234"]',
        '["<b>12345"]',
        '["12345\u202e"]',
        json.dumps(["9" * 41]),
        json.dumps(["12345"] * 7),
    ],
)
def test_what_is_no_short_number_of_plain_signs_is_nothing(answer: object) -> None:
    assert read_numbers(answer) == ()


FOCUS = {"f": "abcdefgh", "r": 4, "s": "open", "h": False, "m": ["a1b2"]}


def test_an_answer_about_the_focus_is_read() -> None:
    assert read_focus_answer(json.dumps(FOCUS)) == FocusAnswer("abcdefgh", 4, "open", False, ["a1b2"])


@pytest.mark.parametrize(
    "change",
    [{"s": "fine"}, {"h": 1}, {"m": ["Mot de passe"]}, {"m": ["a"] * 30}, {"r": -1}, {"value": "secret"}],
)
def test_an_answer_of_another_form_is_none(change: dict[str, object]) -> None:
    assert read_focus_answer(json.dumps(FOCUS | change)) is None


@pytest.mark.parametrize("answer", [None, "", 7, {"s": "open"}, "[" * 20_000])
def test_no_answer_is_none(answer: object) -> None:
    assert read_focus_answer(answer) is None


def report(
    frame: str, *rows: tuple[int, bool, bool, bool], top: bool = False, version: int = 1, ready: bool = True
) -> Report:
    return Report(frame, "facts", top, version, ready, list(rows))


@pytest.fixture
def frames() -> Frames:
    frames = Frames()
    frames.watch([NUMBER, CODE])
    frames.hear(report("main", top=True))
    return frames


def test_sights_of_all_frames_are_one(frames: Frames) -> None:
    frames.hear(report("left", (0, True, False, False)))
    frames.hear(report("right", (1, False, True, False)))
    assert frames.sights() == {NUMBER: Sight(True, False), CODE: Sight(False, True)}


def test_seen_in_two_frames_is_seen_twice(frames: Frames) -> None:
    frames.hear(report("left", (0, True, False, False)))
    frames.hear(report("right", (0, True, False, False)))
    assert frames.sights()[NUMBER].many


def test_a_new_main_document_forgets_the_old_page(frames: Frames) -> None:
    frames.hear(report("left", (0, True, True, False)))
    frames.hear(report("next", top=True))
    assert frames.sights() == {}
    assert frames.count == 1


def test_old_reports_do_not_count_for_other_targets(frames: Frames) -> None:
    frames.hear(report("main", (0, True, True, False), top=True))
    frames.watch([CODE])
    assert frames.sights() == {}
    assert not frames.everyone_knows


def test_an_index_beyond_the_targets_is_nothing(frames: Frames) -> None:
    frames.hear(report("left", (9, True, True, False)))
    assert frames.sights() == {}


def test_the_page_loads_while_one_frame_does(frames: Frames) -> None:
    assert not frames.loading
    frames.hear(report("left", ready=False))
    assert frames.loading


def test_frames_without_end_are_not_all_kept(frames: Frames) -> None:
    for number in range(500):
        frames.hear(report(f"frame{number}"))
    assert frames.count <= 60


def test_the_ring_goes_to_the_first_alternative_that_is_seen(frames: Frames) -> None:
    wanted = Target.model_validate({"role": "textbox", "name": "Numéro", "or": [{"role": "textbox", "name": "Code"}]})
    assert frames.where(wanted) is None
    frames.hear(report("left", (1, True, False, False)))
    assert frames.where(wanted) == ("left", 1)
    frames.hear(report("right", (0, True, False, False)))
    assert frames.where(wanted) == ("right", 0)


# --- what was written in a page -----------------------------------------------------------------------------------


def kept_line(**fields: object) -> str:
    return WORD + json.dumps({"k": "kept", "a": "https://caisse.exercice/", "n": "#nom:0", "v": "Dupont"} | fields)


def test_what_was_written_is_read_and_nothing_else_is() -> None:
    assert read_kept(kept_line(), WORD) == Kept(a="https://caisse.exercice/", n="#nom:0", v="Dupont")
    assert read_kept(kept_line(v=None), WORD) is not None
    for line in (
        kept_line(v=7),
        kept_line(v="x" * 4001),
        kept_line(more=1),
        kept_line(k="facts"),
        kept_line()[1:],
        WORD,
    ):
        assert read_kept(line, WORD) is None
