"""The fuzzer itself: what is planted is found, told by a number, made again from it, and made small. And everything
that reads is handed a few cases, always the same."""

from __future__ import annotations

import json
import os
import random
import signal
from pathlib import Path

import cv2
import numpy as np
import pytest
import structlog

from kiosk.errors import Problem
from proof.fuzz import command
from proof.fuzz.mutation import CANARY, Mutator, as_json, changed_value
from proof.fuzz.nearly import nearly
from proof.fuzz.report import Report
from proof.fuzz.smaller import smallest
from proof.fuzz.target import TAKEN, Outcome, Target, told
from proof.fuzz.targets import TARGETS
from proof.fuzz.targets.configuration import Setup
from proof.fuzz.targets.outside import Packs
from proof.fuzz.targets.papers import Papers
from proof.fuzz.worker import case_of, fuzz, sign_of

PATIENCE = 60.0
SEED = "20261123"
CASES = 15
SLOW = {"sticks": 1, "phone-door": 4, "staff": 5, "receipts": 5}


class _Planted(Target):
    """It falls over each way once its word comes."""

    name = "planted"
    seconds = 0.3

    def case(self, chance: random.Random) -> bytes:
        case = Mutator((b"a right line\nand another one\n",)).case(chance)[:300]
        return case + chance.choice((b"",) * 25 + (b"crash", b"hang", b"die", b"tell", b"fill"))

    def put(self, case: bytes) -> Outcome:
        if b"crash" in case:
            raise KeyError(CANARY)
        if b"hang" in case:
            while True:
                pass
        if b"die" in case:
            os.kill(os.getpid(), signal.SIGSEGV)
        if b"tell" in case:
            structlog.get_logger().error("it-fell", kind=f"of {CANARY}")
        if b"fill" in case:
            bytearray(1 << 31)
        return TAKEN


def test_each_way_to_fall_is_found_told_and_made_again_from_its_number() -> None:
    run = fuzz(_Planted, SEED, PATIENCE, 0, 120)
    signs = sorted(sign.split(" ")[0] for sign in run.defects)
    assert signs == ["KeyError", "MemoryError", "broken:", "killed", "too"]
    assert CANARY not in "".join(run.defects)
    assert run.cases == 120
    for defect in run.defects.values():
        # Another process, and only this number: the same case, and the same fall.
        again = fuzz(_Planted, SEED, PATIENCE, defect.number, 1)
        assert {sign: one.case for sign, one in again.defects.items()} == {defect.sign: defect.case}


def test_another_seed_makes_other_cases_and_the_same_the_same(tmp_path: Path) -> None:
    target = _Planted(tmp_path)
    first = [case_of(target, SEED, number) for number in range(20)]
    assert first == [case_of(target, SEED, number) for number in range(20)]
    assert first != [case_of(target, "7", number) for number in range(20)]


def test_the_smallest_case_still_falls_alike() -> None:
    sign = sign_of(_Planted, b"before crash after")
    assert sign is not None
    assert sign.startswith("KeyError ")
    assert smallest(b"before crash after", lambda case: sign_of(_Planted, case) == sign) == b"crash"
    assert sign_of(_Planted, b"a right line") is None


def test_the_report_tells_the_command_that_plays_a_case_again() -> None:
    run = fuzz(_Planted, SEED, PATIENCE, 0, 40)
    report = Report(SEED, (run,), tuple(run.defects.values()))
    number = report.defects[0].number
    assert not report.holds
    assert f"--seed {SEED} --only planted --case {number}" in report.as_text()
    assert json.loads(report.as_json())["targets"]["planted"]["cases"] == 40
    assert Report(SEED, (), ()).holds


def test_an_unknown_target_is_told_with_the_nearest_one() -> None:
    with pytest.raises(SystemExit, match="Did you mean 'receipts'"):
        command.chosen("reciepts")
    assert command.chosen("") == list(TARGETS)


def test_a_sentence_that_moves_the_cursor_or_says_nothing_is_no_sentence() -> None:
    told([Problem("a.toml", "« b » n'est pas connu.", 1)], 1)
    for bad in (Problem("a.toml", " "), Problem("a.toml", "Non."), Problem("a.toml", "« b »", 9, expected="c")):
        with pytest.raises(Exception, match=r"."):
            told([bad], 1)


def test_a_value_is_changed_inside_of_its_form() -> None:
    chance = random.Random(3)
    written = [as_json(changed_value({"type": "StepDone", "how": "page"}, chance), chance) for _ in range(200)]
    assert sum(b"StepDone" in one for one in written) > 100
    assert len(set(written)) > 100


@pytest.mark.parametrize("kind", [Packs, Setup], ids=lambda kind: kind.name)
def test_a_third_of_what_is_nearly_right_gets_past_the_door(kind: type[Target]) -> None:
    run = fuzz(kind, SEED, PATIENCE, 0, 90)
    assert run.outcomes["taken"] >= 30
    assert run.outcomes["refused"] >= 20


def test_what_is_changed_nearly_keeps_its_form() -> None:
    chance = random.Random(5)
    right: dict[str, object] = {"a": {"b": [1, "deux"], "c": True}}
    written = [json.dumps(nearly(right, chance)) for _ in range(200)]
    assert right == {"a": {"b": [1, "deux"], "c": True}}
    assert len(set(written)) > 30
    assert sum('{"a": {"b": [' in one for one in written) > 100


@pytest.mark.parametrize("kind", TARGETS, ids=lambda kind: kind.name)
def test_what_is_badly_written_is_taken_or_refused_in_words(kind: type[Target]) -> None:
    run = fuzz(kind, SEED, PATIENCE, 0, SLOW.get(kind.name, CASES))
    assert sorted(run.defects) == []
    assert run.cases == SLOW.get(kind.name, CASES)


def test_papers_are_opened_in_a_fork_of_a_process_whose_library_of_pictures_has_threads() -> None:
    cv2.setNumThreads(2)
    cv2.GaussianBlur(np.zeros((2000, 2000, 3), np.uint8), (31, 31), 0)
    run = fuzz(Papers, SEED, PATIENCE, 0, 1)
    assert sorted(run.defects) == []


@pytest.mark.parametrize("kind", TARGETS, ids=lambda kind: kind.name)
def test_a_number_makes_the_same_case_in_another_life(kind: type[Target], tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    made = []
    for folder in (first, second):
        folder.mkdir()
        target = kind(folder)
        made.append([case_of(target, SEED, number) for number in range(3)])
        target.close()
    assert made[0] == made[1]
    assert len(set(made[0])) > 1
