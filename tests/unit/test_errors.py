"""What people read when something is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import DamagedInstallationError, KioskError, Problem, nearest_word


def test_an_error_says_what_happened_what_was_kept_and_what_to_do() -> None:
    error = DamagedInstallationError(todo="Installez le paquet 0.2.")
    assert str(error) == f"E-101 : {DamagedInstallationError.what} {error.kept} Installez le paquet 0.2."


def test_what_is_said_once_does_not_change_the_next_error() -> None:
    KioskError(what="Autre chose.")
    assert KioskError().what == "Le poste a rencontré une erreur."


def test_a_problem_reads_as_one_french_line() -> None:
    problem = Problem("kiosk.toml", "« idle_second » n'est pas connu.", line=7, nearest="idle_seconds")
    assert str(problem) == (
        "kiosk.toml, ligne 7 : « idle_second » n'est pas connu. Vouliez-vous dire « idle_seconds » ?"
    )


def test_a_problem_may_say_the_column_and_what_was_expected() -> None:
    problem = Problem("a.toml", "Mal écrit.", line=2, column=5, expected="« clé = valeur »")
    assert str(problem) == "a.toml, ligne 2, colonne 5 : Mal écrit. Attendu : « clé = valeur »."


@pytest.mark.parametrize(
    ("written", "nearest"),
    [("idle_second", "idle_seconds"), ("IDLE_SECONDS", "idle_seconds"), ("langue", "language"), ("zzz", None)],
)
def test_the_nearest_word_is_found_or_nothing_is_suggested(written: str, nearest: str | None) -> None:
    assert nearest_word(written, ["idle_seconds", "warning_seconds", "language"]) == nearest


@given(st.text(), st.lists(st.text(max_size=20), max_size=10))
def test_only_a_known_word_is_ever_suggested(written: str, known: list[str]) -> None:
    nearest = nearest_word(written, known)
    assert nearest is None or nearest in known


def test_signs_that_move_a_cursor_are_shown_as_a_question_mark() -> None:
    problem = Problem("a.toml", "« b\x1b[2J\u202ec\u200b » n'est pas\u00a0connu.", expected="un\u202fmot\n")
    assert str(problem) == "a.toml : « b?[2J?c? » n'est pas\u00a0connu. Attendu : un\u202fmot?."
