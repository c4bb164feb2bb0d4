"""The JSON Schema for editors says what the model says, in French, and refuses what it refuses."""

from __future__ import annotations

from typing import Any

from kiosk.procedures import schema
from kiosk.procedures.template import SCHEMA_FILE


def test_the_committed_schema_is_the_model_s() -> None:
    assert SCHEMA_FILE.read_text() == schema.text(), "kiosk procedures schema > assets/procedures/procedure.schema.json"


def _objects(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, dict):
        here = [part] if "properties" in part and part.get("type") == "object" else []
        return here + [each for value in part.values() for each in _objects(value)]
    return [each for value in part for each in _objects(value)] if isinstance(part, list) else []


def test_every_part_is_closed_and_every_word_is_described() -> None:
    every = _objects(schema.schema())
    assert len(every) > 10
    for part in every:
        assert part["additionalProperties"] is False
        assert part["description"]
        assert all(field["description"] for field in part["properties"].values())


def test_a_text_is_plain_french_or_several_languages() -> None:
    plain, several = schema.schema()["$defs"]["Text"]["anyOf"]
    assert plain["type"] == "string" and set(several["properties"]) == {"fr", "en", "ar"}


def test_the_groups_of_sites_are_offered() -> None:
    groups, _ = schema.schema()["properties"]["allow"]["items"]["anyOf"]
    assert "@franceconnect" in groups["enum"]
