"""The README's page of how a tap becomes a session names files that are there, and every room of the house."""

from __future__ import annotations

import re
from pathlib import Path

import kiosk

_HOUSE = Path(kiosk.__file__).parent
_PAGE = (_HOUSE.parent / "README.md").read_text(encoding="utf-8")
_DRAWN = _PAGE.partition("## How it is made")[2].partition("\n## ")[0]
_TOLD = _DRAWN.partition("### How a tap")[2]


def test_every_file_that_the_page_names_is_there() -> None:
    named = {one.removeprefix("kiosk/") for one in re.findall(r"`((?:\w+/)*\w+(?:\.py|/\w+))`", _TOLD)}
    assert len(named) > 40
    outside = (_HOUSE, _HOUSE.parent)
    assert [one for one in sorted(named) if not any((place / one).exists() for place in outside)] == []


def test_every_room_of_the_house_is_drawn() -> None:
    rooms = {one.stem for one in _HOUSE.iterdir() if one.suffix == ".py" or (one / "__init__.py").exists()}
    assert {one for one in rooms - {"__init__"} if not re.search(rf"\b{one}\b", _DRAWN)} == set()
