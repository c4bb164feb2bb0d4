"""The README names files that are there, commands that are understood, and counts that are the code's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kiosk
from kiosk import command_line
from proof.escapes.catalogue import all_techniques
from proof.wipe.endings import ENDINGS
from proof.wipe.kinds import KINDS
from tests.documents.workshop.corpus import CORPUS
from tests.unit.doctor.worlds import FAILING

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


@pytest.mark.parametrize("page", ["README.md", "SECURITY.md"])
def test_every_file_that_is_named_by_its_path_is_there(page: str) -> None:
    text = (_HOUSE.parent / page).read_text(encoding="utf-8")
    named = re.findall(r"\]\(([^)#:]+)\)", text)
    named += re.findall(r"(?<=[` ])((?:tests|packaging|assets|kiosk/config|proof|demonstration)/[\w./-]+\w)", text)
    assert len(named) > 15
    assert [one for one in named if not any((place / one).exists() for place in (_HOUSE.parent, _HOUSE))] == []


def test_the_counts_are_those_of_the_code() -> None:
    procedures = [one.stem for one in (_HOUSE.parent / "assets" / "procedures").glob("*.yaml")]
    practice = sum(one.startswith("exercice-") for one in procedures)
    techniques = all_techniques()
    counts = {
        f"{len(procedures) - practice} on the real services",
        f"{practice} for practice",
        f"shows all {len(procedures)}.",
        f"the {len(procedures) - practice} guides of real services",
        f"{len(CORPUS)} hostile documents",
        f"its {len(FAILING)} checks",
        f"{len(KINDS)} kinds of traces",
        f"one of {len(ENDINGS)} ways",
        f"{len(techniques)} techniques",
        f"{sum(one.short for one in techniques)} of them: `tests/escapes`",
    }
    assert {one for one in counts if one not in _PAGE} == set()


def test_every_command_of_a_post_is_understood() -> None:
    typed = re.findall(
        r"[` ]kiosk ((?:[a-z]+ ?)+(?:(?:--[a-z-]+|[A-Z]+(?:\.pdf)?)(?: |(?=[`]|$)))*)`", _PAGE, re.MULTILINE
    )
    assert len(typed) > 8
    for one in typed:
        asked = command_line.parser().parse_args(one.split())
        assert command_line.understood(asked.command, asked.words), one


def test_every_job_of_the_one_door_is_there() -> None:
    jobs = re.search(r"^jobs=\((.*)\)$", (_HOUSE.parent / "dev").read_text(encoding="utf-8"), re.MULTILINE)
    assert jobs
    assert set(re.findall(r"\./dev (\w+)", _PAGE)) == set(jobs[1].split())
