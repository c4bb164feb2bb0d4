"""What people say when they arrive leads to the right procedure, among the first three."""

from __future__ import annotations

from pathlib import Path

import yaml

from kiosk.config.model import PACKAGED_PROCEDURES
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.loader import load

_PHRASES = yaml.safe_load(Path(__file__).with_name("everyday_phrases.yaml").read_text(encoding="utf-8"))
_FIRST = 3
_GOAL = 0.95
_FEWEST = 120

PACKAGED = Catalogue(load([PACKAGED_PROCEDURES]).procedures)


def test_nineteen_in_twenty_everyday_phrases_find_their_procedure_among_the_first_three() -> None:
    missed = [phrase for phrase, *right in _PHRASES if not _found(phrase) & set(right)]
    assert len(_PHRASES) >= _FEWEST
    assert 1 - len(missed) / len(_PHRASES) >= _GOAL, f"not found: {missed}"


def test_each_phrase_is_written_once_and_leads_to_what_exists() -> None:
    phrases = [phrase for phrase, *_ in _PHRASES]
    assert len(phrases) == len(set(phrases))
    assert not [one for _, *right in _PHRASES for one in right if PACKAGED.get(one) is None]


def test_every_real_procedure_is_found_by_some_phrase() -> None:
    real = {one.id for one in load([PACKAGED_PROCEDURES]).procedures if not one.practice}
    assert not real - {one for phrase, *_ in _PHRASES for one in _found(phrase)}


def _found(phrase: str) -> set[str]:
    return {one.id for one in PACKAGED.search(phrase)[:_FIRST]}
