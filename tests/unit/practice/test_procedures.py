"""Each practice procedure, walked step by step on its site: every target is where its step looks for it, and every
done-condition becomes true by doing the step and not before."""

from __future__ import annotations

import fnmatch
import re
from dataclasses import replace

import pytest

from kiosk.practice.headers import DESK_HOST
from kiosk.practice.person import TRAINING
from kiosk.procedures.conditions import Facts
from kiosk.procedures.engine import SaidDone, Saw, begin, react
from kiosk.procedures.groups import allowed_hosts
from kiosk.procedures.model import (
    Address,
    All,
    AnyOf,
    Condition,
    Downloaded,
    Filled,
    Procedure,
    Served,
    Step,
    Visible,
)

from .conftest import Page, Visitor, all_procedures, load, plain_address, target

TYPED = {
    "numero": TRAINING.number,
    "mot-de-passe": TRAINING.password,
    "prenom-partenaire": TRAINING.partner.first_name,
    "naissance-partenaire": TRAINING.partner.birth_date,
    "iban": TRAINING.iban,
    "adresse": TRAINING.mail_address,
    "destinataire": TRAINING.school_address,
    "sujet": "Justificatif de domicile",
    **{f"salaire-mois-{month}": pay for month, pay in enumerate(TRAINING.person.salaries, start=1)},
    **{f"salaire-partenaire-{month}": pay for month, pay in enumerate(TRAINING.partner.salaries, start=1)},
}
FUND = [
    ("exercice-prime-activite", "seul"),
    ("exercice-prime-activite", "couple"),
    ("exercice-attestation-caisse", None),
    ("exercice-imprimer-attestation", None),
]
MAIL = "exercice-scanner-envoyer"
# No website: every step is done at the paper desk, or said to be done.
DESK = ["exercice-photographier", "exercice-pdf-leger", "photographier-papier", "pdf-leger"]
AGENCY = ["exercice-pre-demande-identite", "exercice-suivi-demande"]


@pytest.mark.parametrize(("name", "case"), FUND)
async def test_the_funds_procedures_can_be_walked_to_their_last_step(
    visitor: Visitor, name: str, case: str | None
) -> None:
    procedure = load(name)
    await visitor.open(procedure.start)
    for step in procedure.steps_for(case):
        if step.id == "message":
            await _check_phone(visitor, step)
            continue
        await _do(visitor, step, TYPED)
    file_name, content = visitor.downloads[-1]
    assert file_name.endswith(".pdf")
    assert content.startswith(b"%PDF-")


async def test_a_scanned_paper_can_be_sent_by_the_practice_mailbox_to_the_last_step(visitor: Visitor) -> None:
    procedure = load(MAIL)
    await visitor.open(procedure.start)
    for step in procedure.steps:
        await _do(visitor, step, {**TYPED, "mot-de-passe": TRAINING.mail_password})
    assert visitor.page.find(target("heading", "Messages envoyés"))
    assert "justificatif.pdf (2 Ko)" in visitor.text


@pytest.mark.parametrize("name", DESK)
async def test_a_procedure_of_the_paper_desk_reaches_its_end_by_its_services(visitor: Visitor, name: str) -> None:
    procedure = load(name)
    await visitor.open(procedure.start)
    assert visitor.status == 200
    facts = Facts(address=visitor.address, loading=False)
    state, _ = begin(procedure)
    state, _ = react(state, Saw(facts, 0.0))
    for step in procedure.steps:
        if step.papers is None:
            assert step.done is None
            state, _ = react(state, SaidDone())
            continue
        assert step.done == Served(served=step.papers)
        facts = replace(facts, served=(*facts.served, "photo" if step.papers == "add" else step.papers))
        state, _ = react(state, Saw(facts, 1.0))
    assert state.phase == "finished"


@pytest.mark.parametrize("name", all_procedures())
def test_a_step_that_opens_the_paper_desk_is_done_when_its_service_is(name: str) -> None:
    for step in load(name).steps:
        assert (step.papers is not None) == isinstance(step.done, Served), step.id


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
        parts = step.done.all if isinstance(step.done, All) else (step.done,)
        for reached in (part for part in parts if isinstance(part, Address)):
            last = reached.address.rstrip("*").rstrip("/").rsplit("/", 1)[-1]
            screen = "titre" if last == "pre-demande" else last


@pytest.mark.parametrize("name", all_procedures())
def test_a_language_that_a_procedure_speaks_it_speaks_to_the_end(name: str) -> None:
    procedure = load(name)
    spoken = procedure.title.every
    for text in _texts(procedure):
        assert all(text.has(language) for language in spoken), text.fr


@pytest.mark.parametrize("name", all_procedures())
def test_a_procedure_may_reach_its_own_start_and_secrets_are_the_users(name: str) -> None:
    procedure = load(name)
    assert procedure.host in allowed_hosts(procedure)
    # The post's own pages serve real procedures and practice alike.
    at_practice = procedure.host.endswith(".exercice") and procedure.host != DESK_HOST
    assert procedure.practice == name.startswith("exercice-")
    assert procedure.practice or not at_practice
    assert not procedure.practice or procedure.host.endswith(".exercice")
    for step in procedure.steps:
        secret = step.id in {"mot-de-passe", "code", "certifier", "envoyer"}
        secret = secret or (step.id == "message" and step.gesture == "click")  # the phone is opened by its owner
        assert not secret or step.who == "user", step.id


def test_no_real_procedure_claims_to_be_verified() -> None:
    assert all(load(name).verified == "never" for name in all_procedures())


def _texts(procedure: Procedure) -> list[object]:
    texts: list[object] = [procedure.title, procedure.short, procedure.summary]
    texts += [case.label for case in procedure.cases]
    texts += [*procedure.after, *([procedure.help.name] if procedure.help else [])]
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
        case Served(served=service):
            return service in visitor.served
        case AnyOf(any=several):
            return any(_holds(one, visitor) for one in several)
    raise AssertionError(condition)


async def _do(visitor: Visitor, step: Step, answers: dict[str, str]) -> None:
    """As the person does, and the step is done by it and not before."""
    assert step.done is not None
    assert not _holds(step.done, visitor), f"{step.id} is done before it is begun"
    if step.papers is not None:
        visitor.served.append(step.papers)
    else:
        assert step.target is not None
        node = visitor.must(step.target)
        if step.gesture == "write":
            typed = answers[step.id] if step.id in answers else await visitor.code()
            # The probe takes an answer that breaks the field's own pattern for unfinished.
            assert re.fullmatch(node.attrs.get("pattern", ".+"), typed), step.id
            visitor.typed[node.attrs["name"]] = typed
        elif node.attrs.get("type") == "file":
            visitor.attach(node, "justificatif.pdf", b"%PDF-" + b"x" * 1500)
        elif step.gesture == "choose":
            visitor.tick(node)
        else:
            await visitor.activate(node)
    assert _holds(step.done, visitor), f"{step.id} is not done on {visitor.url}"


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
