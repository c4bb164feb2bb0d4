"""The page of all settings leaves none out, and is the one that the program would write now."""

from __future__ import annotations

from pathlib import Path

from kiosk.config import packaged, reference
from kiosk.config.loader import SECTIONS

_PAGE = Path(__file__).resolve().parents[3] / "packaging" / "reglages.fr.md"


def test_every_setting_is_there_and_explained() -> None:
    rows = reference.rows()
    assert {name: sorted(key for row in section for key in row.keys) for name, section in rows.items()} == {
        name: sorted(section.model_fields) for name, section in SECTIONS.items()
    }
    assert all(len(row.meaning) > 10 for section in rows.values() for row in section)
    assert set(rows) == set(type(packaged()).model_fields)


def test_the_page_in_the_repository_is_fresh() -> None:
    written = _PAGE.read_text(encoding="utf-8")
    assert written == reference.as_markdown(), "run: ./dev kiosk config reference > packaging/reglages.fr.md"


def test_no_row_is_broken_by_what_it_says() -> None:
    rows = [line for line in reference.as_markdown().splitlines() if line.startswith("|")]
    assert {line.replace("\\|", "").count("|") for line in rows} == {5}
