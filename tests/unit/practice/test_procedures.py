"""Each practice procedure, walked step by step on its site: every target is where its step looks for it, and every
done-condition becomes true by doing the step and not before."""

from __future__ import annotations

import fnmatch
import re

import pytest

from kiosk.practice.person import TRAINING
from kiosk.procedures.model import LANGUAGES, Address, AnyOf, Condition, Downloaded, Filled, Procedure, Step, Visible

from .conftest import Page, Visitor, all_procedures, load, plain_address

TYPED = {
    "numero": TRAINING.number,
    "mot-de-passe": TRAINING.password,
    "prenom-partenaire": TRAINING.partner.first_name,
    "naissance-partenaire": TRAINING.partner.birth_date,
    "iban": TRAINING.iban,
    **{f"salaire-mois-{month}": pay for month, pay in enumerate(TRAINING.person.salaries, start=1)},
    **{f"salaire-partenaire-{month}": pay for month, pay in enumerate(TRAINING.partner.salaries, start=1)},
}
FUND = [
    ("exercice-prime-activite", "seul"),
    ("exercice-prime-activite", "couple"),
    ("exercice-attestation-caisse", None),
]
AGENCY = ["exercice-pre-demande-identite", "exercice-suivi-demande"]


@pytest.mark.parametrize(("name", "case"), FUND)
async def test_the_funds_procedures_can_be_walked_to_their_last_step(
    visitor: Visitor, name: str, case: str | None
) -> None:
    procedure = load(name)
    await visitor.open(procedure.start)
    for step in procedure.steps_for(case):
        assert step.target is not None
        if step.id == "message":
            await _check_phone(visitor, step)
            continue
        node = visitor.must(step.target)
        assert step.done is not None
        assert not _holds(step.done, visitor), f"{step.id} is done before it is begun"
        if step.gesture == "write":
            typed = TYPED[step.id] if step.id in TYPED else await visitor.code()
            # The probe takes an answer that breaks the field's own pattern for unfinished.
            assert re.fullmatch(node.attrs.get("pattern", ".+"), typed), step.id
            visitor.typed[node.attrs["name"]] = typed
        elif step.gesture == "choose":
            visitor.tick(node)
        else:
            await visitor.activate(node)
        assert _holds(step.done, visitor), f"{step.id} is not done on {visitor.url}"
    file_name, content = visitor.downloads[-1]
    assert file_name.endswith(".pdf")
    assert content.startswith(b"%PDF-")


@pytest.mark.parametrize("name", AGENCY)
async def test_the_agencys_procedures_find_their_targets_on_the_screen_they_have_reached(
    visitor: Visitor, name: str
) -> None:
    procedure = load(name)
    await visitor.open(procedure.start)
    screen = "accueil"
    for step in procedure.steps:
        assert step.target is not None
        found = visitor.page.find(step.target, within=f"ecran-{screen}", hidden=True)
        assert found is not None, f"{step.id}: {step.target.name} is not on the screen {screen}"
        if isinstance(step.done, Visible):
            assert visitor.page.find(step.done.visible, within=f"ecran-{screen}", hidden=True)
        if isinstance(step.done, Address):
            last = step.done.address.rstrip("*").rstrip("/").rsplit("/", 1)[-1]
            screen = "titre" if last == "pre-demande" else last


@pytest.mark.parametrize("name", all_procedures())
def test_every_text_is_in_the_three_languages(name: str) -> None:
    procedure = load(name)
    for text in _texts(procedure):
        assert all(getattr(text, language) for language in LANGUAGES), text.fr


@pytest.mark.parametrize("name", all_procedures())
def test_a_procedure_may_reach_its_own_start_and_secrets_are_the_users(name: str) -> None:
    procedure = load(name)
    assert procedure.host in procedure.allow or f"*.{procedure.host.split('.', 1)[1]}" in procedure.allow
    assert procedure.practice == procedure.host.endswith(".exercice") == name.startswith("exercice-")
    for step in procedure.steps:
        secret = step.id in {"mot-de-passe", "code", "message", "certifier", "envoyer"}
        assert not secret or step.who == "user", step.id


def test_no_real_procedure_claims_to_be_verified() -> None:
    assert all(load(name).verified == "never" for name in all_procedures())


def _texts(procedure: Procedure) -> list[object]:
    texts: list[object] = [procedure.title, procedure.short, procedure.summary]
    texts += [case.label for case in procedure.cases]
    for paper in procedure.papers:
        texts += [text for text in (paper.name, paper.detail, paper.where) if text]
    for step in procedure.steps:
        texts += [step.do, *step.pitfalls, *([step.why] if step.why else [])]
        texts += [part for word in step.words for part in (word.word, word.meaning)]
    return texts


def _holds(condition: Condition, visitor: Visitor) -> bool:
    match condition:
        case Address(address=pattern):
            return plain_address(pattern, visitor.address)
        case Filled(filled=wanted):
            node = visitor.page.find(wanted)
            return node is not None and node.attrs["name"] in visitor.typed and _ticked(node.attrs, visitor)
        case Downloaded(downloaded=pattern):
            return any(fnmatch.fnmatch(name, pattern) for name, _ in visitor.downloads)
        case AnyOf(any=several):
            return any(_holds(one, visitor) for one in several)
    raise AssertionError(condition)


def _ticked(attrs: dict[str, str], visitor: Visitor) -> bool:
    return attrs.get("type") != "radio" or visitor.typed[attrs["name"]] == attrs["value"]


async def _check_phone(visitor: Visitor, step: Step) -> None:
    """The message opens by script in its frame: here, only that its button and what it opens are in the phone."""
    frame = next(node for node in visitor.page.root.all() if node.tag == "iframe")
    async with visitor.session.get(frame.attrs["src"]) as answer:
        phone = Page(await answer.text())
    assert step.target is not None
    assert phone.find(step.target, hidden=True)
    assert isinstance(step.done, Visible)
    assert step.done.visible.role == "region"
