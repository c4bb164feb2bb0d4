"""The school: days asked for in three ways, a paper with limits, pages in an order, the same in both versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.practice.questions import Kind
from kiosk.practice.school.words import BIRTH, INCOME, START

from .conftest import TODAY, Clock, Visitor, visit

SITE = "https://ecole.exercice"
CHILD = {"nom": "Exemple", "prenom": "Noa", "naissance": "09/05/2015", "classe": "6"}


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        ("day", {"naissance": "9/5/2015"}),
        ("native-day", {"naissance": "2015-05-09"}),
        ("three-days", {"naissance-jour": "9", "naissance-mois": "5", "naissance-annee": "2015"}),
    ],
)
def test_a_day_is_understood_however_it_is_asked_for(kind: Kind, form: dict[str, str]) -> None:
    question = replace(BIRTH, kind=kind)
    assert question.problem(question.read(form), TODAY) == ""
    assert question.problem(question.read({}), TODAY) == BIRTH.missing


@pytest.mark.parametrize(
    ("typed", "words"),
    [("31/02/2015", "n'existe pas"), ("9//2015", "n'existe pas"), ("01/01/2099", "n'est pas encore passée")],
)
def test_a_day_of_birth_that_cannot_be_is_refused(typed: str, words: str) -> None:
    assert words in BIRTH.problem(typed, TODAY)


def test_the_first_day_is_to_come() -> None:
    assert "déjà passée" in START.problem("01/09/2025", TODAY)
    assert START.problem("20/11/2025", date(2025, 11, 20)) == ""


@pytest.mark.parametrize("typed", ["14200", "14 200 €", "14200,50 euros"])
def test_a_sum_may_be_written_as_people_write_it(typed: str) -> None:
    assert INCOME.problem(typed, TODAY) == ""


async def test_an_error_is_tied_to_its_field_and_listed_in_an_alert(either: Visitor) -> None:
    root = await _root(either)
    await either.open(f"{SITE}{root}/enfant", {})
    assert either.status == 422
    assert any(node.attrs.get("role") == "alert" for node in either.page.root.all())
    field = next(node for node in either.page.root.all() if node.attrs.get("name") == "nom")
    assert field.attrs["aria-invalid"] == "true"
    described = [either.page.by_id(one).text() for one in field.attrs["aria-describedby"].split()]
    assert "Écrivez le nom de l'enfant." in described


async def test_every_field_has_a_name(either: Visitor) -> None:
    root = await _root(either)
    await either.open(f"{SITE}{root}/enfant")
    fields = [node for node in either.page.root.all() if node.tag in {"input", "select", "textarea"}]
    assert fields
    assert all(either.page.name(node) for node in fields)


async def test_no_page_can_be_skipped(either: Visitor) -> None:
    root = await _root(either)
    last = "fin" if root == "/bourses/demande" else "verification"
    await either.open(f"{SITE}{root}/{last}")
    assert either.address.endswith("/enfant")


async def test_what_is_typed_comes_back_as_text_and_never_as_code(visitor: Visitor) -> None:
    async with visitor.session.post(f"{SITE}/bourse/enfant", data={"nom": "<script>1</script>"}) as answer:
        html = await answer.text()
    assert "&lt;script&gt;1" in html
    assert "<script>1" not in html


async def test_what_one_person_typed_nobody_else_sees(clock: Clock) -> None:
    async with visit(clock) as one, visit(clock) as other:
        await one.open(f"{SITE}/bourse/enfant", CHILD)
        await other.open(f"{SITE}/bourse/enfant")
        assert all(node.attrs.get("value", "") != "Exemple" for node in other.page.root.all())


async def _root(visitor: Visitor) -> str:
    """Where the grant is asked for on this version."""
    await visitor.open(f"{SITE}/")
    found = [node.attrs.get("href") or node.attrs.get("action", "") for node in visitor.page.root.all()]
    return next(path for path in found if path.startswith("/bourse"))
