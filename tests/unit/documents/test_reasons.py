"""What a print server says becomes the one trouble that a person can mend first, or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.documents.printer.reasons import still_prints, trouble_of
from kiosk.documents.trouble import Trouble


@pytest.mark.parametrize(
    ("said", "trouble"),
    [
        (["media-empty-error"], Trouble.PRINTER_OUT_OF_PAPER),
        (["media-needed"], Trouble.PRINTER_OUT_OF_PAPER),
        (["media-jam"], Trouble.PRINTER_JAMMED),
        (["door-open-report"], Trouble.PRINTER_COVER_OPEN),
        (["cover-open"], Trouble.PRINTER_COVER_OPEN),
        (["toner-empty-warning"], Trouble.PRINTER_OUT_OF_INK),
        (["marker-supply-empty-error"], Trouble.PRINTER_OUT_OF_INK),
        (["offline-report"], Trouble.PRINTER_OFFLINE),
        (["paused"], Trouble.PRINTER_FAILED),
        (["media-empty", "media-jam", "offline-report"], Trouble.PRINTER_JAMMED),
        (["media-low-report", "toner-low-warning", "other", "cups-waiting-for-job-completed"], None),
        ([], None),
    ],
)
def test_a_keyword_is_understood_however_it_is_graded(said: list[str], trouble: Trouble | None) -> None:
    assert trouble_of(said) is trouble


@pytest.mark.parametrize(
    "sentence",
    [
        "The printer may not exist or is unavailable at this time.",
        "The printer is not responding.",
        "Waiting for printer to become available.",
        'Unable to locate printer "imprimante".',
    ],
)
def test_a_printer_that_is_switched_off_is_known_by_the_sentence_of_cups(sentence: str) -> None:
    assert trouble_of([], sentence) is Trouble.PRINTER_OFFLINE
    assert trouble_of(["media-empty"], sentence) is Trouble.PRINTER_OUT_OF_PAPER


def test_a_sentence_of_work_is_no_trouble() -> None:
    assert trouble_of([], "Spooling job, 40% complete.") is None


@pytest.mark.parametrize(
    ("said", "prints"),
    [
        ([], True),
        (["toner-empty-warning"], True),
        (["toner-empty-warning", "marker-supply-empty-error"], False),
        (["marker-supply-empty"], False),
        (["media-empty-warning"], False),
    ],
)
def test_only_a_warning_of_ink_lets_sheets_come_out(said: list[str], prints: bool) -> None:
    assert still_prints(trouble_of(said), said) is prints


@given(st.lists(st.text(max_size=30), max_size=5), st.text(max_size=80))
def test_whatever_a_server_says_is_no_crash(said: list[str], sentence: str) -> None:
    still_prints(trouble_of(said, sentence), said)
