"""Every picture of the README is one that the demonstration takes of the real program, and none lies about unseen."""

from __future__ import annotations

import re

from demonstration.pictures import PLACES, README

FOLDER = README.relative_to(README.parents[1])


def test_the_pictures_of_the_readme_come_from_the_demonstration() -> None:
    page = (README.parents[1] / "README.md").read_text(encoding="utf-8")
    shown = set(re.findall(rf"{FOLDER}/([\w-]+\.png)", page))
    assert shown == {place.name for places in PLACES.values() for place in places if place.parent == README}
    assert shown == {file.name for file in README.iterdir()}
