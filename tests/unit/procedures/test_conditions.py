"""Whether a step is done is read from facts, never guessed."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from kiosk.procedures.conditions import Before, Facts, Sight, holds, match_address
from kiosk.procedures.model import Condition, Target

FIELD = Target(role="textbox", name="Numéro")
OTHER = Target(role="searchbox", name="Numéro")
SHOWN = Sight(visible=True, filled=False)
FULL = Sight(visible=True, filled=True)
FOLDED = Sight(visible=False, filled=False)


def condition(**written: object) -> Condition:
    return TypeAdapter(Condition).validate_python(written)


def field(word: str) -> Condition:
    return condition(**{word: {"role": "textbox", "name": "Numéro", "or": [{"role": "searchbox", "name": "Numéro"}]}})


@pytest.mark.parametrize(
    ("pattern", "address", "fits"),
    [
        ("www.caf.fr/compte*", "www.caf.fr/compte/2?page=1", True),
        ("www.caf.fr/compte", "www.caf.fr/compte?page=1", True),
        ("www.caf.fr/compte", "www.caf.fr/compte/2", False),
        ("WWW.caf.fr/compte", "www.CAF.fr/compte", True),
        ("www.caf.fr/compte", "www.caf.fr/Compte", False),
        ("caf.fr/*", "caf.fr.example/compte", False),
        ("caf.fr/*", "example.fr/caf.fr/compte", False),
        ("*.caf.fr/*", "wwwd.caf.fr/compte", True),
        ("caf.fr/?etape=2", "caf.fr/?etape=2", True),
        ("caf.fr/?etape=2", "caf.fr/?etape=3", False),
        ("caf.fr/[12]", "caf.fr/1", False),
        ("caf.fr/[12]", "caf.fr/[12]", True),
        ("caf.fr/*", "", False),
    ],
)
def test_an_address_fits_by_its_host_and_its_path(pattern: str, address: str, fits: bool) -> None:
    assert match_address(pattern, address) is fits


def test_any_alternative_will_do() -> None:
    for sights in ({FIELD: FULL}, {OTHER: FULL}):
        facts = Facts(loading=False, sights=sights)
        assert holds(field("visible"), facts, Before(shown=frozenset()))
        assert holds(field("filled"), facts, Before())
    assert not holds(field("visible"), Facts(loading=False, sights={FIELD: FOLDED}), Before())


def test_what_is_seen_while_a_page_loads_may_be_of_the_page_before() -> None:
    facts = Facts(address="caf.fr/", loading=True, sights={FIELD: FULL})
    assert not holds(field("visible"), facts, Before())
    assert not holds(field("filled"), facts, Before())
    assert holds(condition(address="caf.fr/"), facts, Before())


def test_gone_is_what_was_seen_and_is_no_longer_there_at_all() -> None:
    seen = Before(seen=frozenset({OTHER}))
    assert holds(field("gone"), Facts(loading=False), seen)
    assert not holds(field("gone"), Facts(loading=True), seen)
    assert not holds(field("gone"), Facts(loading=False), Before())
    assert not holds(field("gone"), Facts(loading=False, sights={FIELD: FOLDED}), seen)


def test_only_what_came_after_the_step_began_is_downloaded() -> None:
    facts = Facts(downloads=("a.pdf", "b.txt", "C.PDF"))
    assert holds(condition(downloaded="*.pdf"), facts, Before(downloads=1))
    assert not holds(condition(downloaded="*.pdf"), facts, Before(downloads=3))
    assert not holds(condition(downloaded="[c].pdf"), facts, Before())


def test_only_what_was_served_after_the_step_began_counts() -> None:
    facts = Facts(served=("print", "photo"))
    assert holds(condition(served="photo"), facts, Before(served=1))
    assert not holds(condition(served="print"), facts, Before(served=1))
    assert not holds(condition(served="take"), facts, Before())


@pytest.mark.parametrize(("service", "way_in"), [("scan", True), ("photo", True), ("add", True), ("take", False)])
def test_a_paper_is_added_whichever_way_it_came(service: str, way_in: bool) -> None:
    assert holds(condition(served="add"), Facts(served=(service,)), Before()) is way_in


def test_all_and_any() -> None:
    parts = [{"address": "caf.fr/"}, {"downloaded": "*.pdf"}]
    one, both = Facts(address="caf.fr/"), Facts(address="caf.fr/", downloads=("a.pdf",))
    assert not holds(condition(all=parts), one, Before())
    assert holds(condition(all=parts), both, Before())
    assert holds(condition(any=parts), one, Before())
    assert not holds(condition(any=parts), Facts(), Before())


def test_without_a_condition_only_the_person_can_say() -> None:
    assert not holds(None, Facts(loading=False, sights={FIELD: FULL}), Before())
