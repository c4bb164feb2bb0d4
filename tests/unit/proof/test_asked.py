"""Whoever mistypes what is to be proven is told so: a proof of nothing must never look like one that holds."""

from __future__ import annotations

import pytest

from proof import __main__ as prove


@pytest.mark.parametrize(
    "words",
    [
        "wipe --rounds 0",
        "wipe --rounds many",
        "wipe --seed today",
        "escapes --seed x",
        "escapes --only [",
        "escapes --only no-such-technique",
        "fuzz --minutes nan",
        "fuzz --minutes -1",
        "wip",
        "",
    ],
)
def test_what_cannot_be_proven_is_refused_before_anything_starts(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _status(words.split()) == 2
    said = capsys.readouterr().err
    assert said.strip()
    assert "Traceback" not in said


def test_the_nearest_proof_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert _status(["escape"]) == 2
    assert 'Did you mean "escapes"?' in capsys.readouterr().err


def _status(words: list[str]) -> object:
    try:
        return prove.main(words)
    except SystemExit as ended:
        return ended.code
