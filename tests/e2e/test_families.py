"""One procedure of each family, whole, by real input: a log-in or a form, each step seen done by its own service."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from demonstration.rounds import Round, rounds_by_service
from demonstration.second_act import last_wipe
from kiosk.procedures import loader
from kiosk.procedures.model import Procedure
from proof.rig.post import Post
from proof.rig.reading import wait_to_read
from tests.e2e.conftest import new_post
from tests.e2e.round_play import RoundPlay, said_done

FAMILIES: Mapping[str, str] = {
    "papers": "exercice-suivi-demande",
    "fines": "exercice-payer-amende",
    "taxes": "exercice-avis-impot",
    "health": "exercice-attestation-droits",
    "family": "exercice-attestation-caisse",
    "work": "exercice-attestation-emploi",
    "energy": "exercice-cheque-energie",
    "pensions": "exercice-releve-carriere",
    "school": "exercice-bourse-college",
}
CLOSED_AT_FIRST = "exercice-releve-carriere"


@pytest.fixture(scope="module")
def one_post() -> Iterator[Post]:
    """The same for all: each person finds a post that has forgotten the one before."""
    yield from new_post()


@pytest.fixture(scope="module")
def procedures() -> Mapping[str, Procedure]:
    folder = Path(__file__).parents[2] / "assets" / "procedures"
    return {one.id: one for one in loader.load([folder]).procedures}


@pytest.fixture(scope="module")
def rounds() -> Mapping[str, Round]:
    return {taken.procedure: taken for service in rounds_by_service().values() for taken in service}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_procedure_of_the_family_is_done_by_following_the_guide(
    one_post: Post, procedures: Mapping[str, Procedure], rounds: Mapping[str, Round], family: str
) -> None:
    post, procedure = one_post, procedures[FAMILIES[family]]
    steps = {step.id: step for step in procedure.steps}
    post.have()
    terminal = post.terminal
    since = len(post.kiosk.lines)
    post.open_sheet(_typed(procedure.title.fr))
    play = RoundPlay(terminal, rounds[procedure.id], steps)
    play.start()
    if procedure.id == CLOSED_AT_FIRST:
        wait_to_read(post.person, "Le site est en panne", terminal.panel)
        terminal.press_blue("Réessayer", terminal.answers)
    play.follow_guide()
    wait_to_read(post.person, "C'est fini. Bravo.", terminal.panel)
    terminal.press_blue("Terminer", terminal.answers)
    post.kiosk.wait_for("phase", phase="closing")
    terminal.erase()
    lines = post.kiosk.lines[since:]
    assert said_done(lines) == [(step, "user" if steps[step].done is None else "page") for step in steps]
    (ended,) = (line for line in lines if line["event"] == "session-ended")
    assert (ended["procedure"], ended["drifts"]) == (procedure.id, 0)
    assert ended["site_down"] == (procedure.id == CLOSED_AT_FIRST)
    wiped = last_wipe(lines)
    assert wiped
    assert all(line["verified"] for line in wiped)
    post.leave()


def _typed(words: str) -> str:
    """As whoever has no accents on their keyboard types them."""
    return unicodedata.normalize("NFD", words).encode("ascii", "ignore").decode()
