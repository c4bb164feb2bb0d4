"""A mediator makes a procedure by doing it once, in the real program: recorded, written, tried, found in the list. What
was typed on the way is nowhere."""

from __future__ import annotations

import random

import pytest

from demonstration.person import Box
from kiosk.staff import StaffFile
from proof.rig.canary import Canary
from proof.rig.post import Post
from proof.rig.reading import click_words, wait_to_read
from tests.e2e.test_staff import PIN, press_back, sign_in, type_pin

TITLE = "Ouvrir mon tiroir bleu"
SENTENCE = "Tapez les chiffres de votre lettre."


@pytest.fixture
def canaries(seed: str) -> tuple[Canary, Canary]:
    chance = random.Random(seed)
    return Canary.draw(chance), Canary.draw(chance)


def back_at_the_door(post: Post) -> None:
    """The session of a mediator's ends as any: erased, then the PIN again."""
    post.terminal.erase()
    wait_to_read(post.person, "tapez votre code")
    type_pin(post)


def press_main(post: Post) -> None:
    """The one orange button of the page: the next step, or the trial."""
    post.person.click(*post.terminal.orange_answer("the main button", post.terminal.footer).centre)


def press_in(post: Post, ring: Box) -> None:
    """The field is at the bottom of the ring, below its label."""
    post.person.click(ring.centre[0], ring.bottom - post.terminal.px(28))


def record(post: Post, canaries: tuple[Canary, Canary]) -> None:
    click_words(post.person, "Écrire une démarche")
    wait_to_read(post.person, "données inventées")
    post.person.type(TITLE)
    post.person.press("Return")
    post.person.type("caisse.exercice/connexion")
    post.person.press("Return")
    post.kiosk.wait_for("session-started", mode="record")
    post.kiosk.wait_for("phase", phase="active")
    wait_to_read(post.person, "J'enregistre", post.terminal.panel)
    click_words(post.person, "Numéro d'allocataire", post.terminal.page)
    post.person.type(canaries[0].typed)
    wait_to_read(post.person, "Écrire champ Numéro", post.terminal.panel)
    post.person.press("Tab")
    post.person.type(canaries[1].typed)
    wait_to_read(post.person, "champ secret", post.terminal.panel)
    # Past the button that would show the password.
    post.person.press("Tab")
    post.person.press("Tab")
    post.person.press("Return")
    wait_to_read(post.person, "Envoyer bouton", post.terminal.panel)
    post.terminal.press_finish()


def write_and_try(post: Post) -> None:
    wait_to_read(post.person, "Étape sur La phrase")
    post.person.press("a", control=True)
    post.person.type(SENTENCE)
    for following in ("Mot de passe", "connecter"):
        press_main(post)
        wait_to_read(post.person, following)
    press_main(post)
    post.kiosk.wait_for("session-started", mode="guide")
    post.kiosk.wait_for("step-shown", number=1)
    post.kiosk.wait_for("phase", phase="active")
    wait_to_read(post.person, SENTENCE, post.terminal.panel)
    field = post.terminal.ring()
    press_in(post, field)
    post.person.type("1234567")
    post.person.press("Tab")
    post.kiosk.wait_for("step-done", how="page")
    press_in(post, post.next_ring(field))
    post.person.type("soleil-rouge-12")
    post.person.press("Tab")
    post.kiosk.wait_for("step-done", how="page")
    post.person.press("Tab")
    post.person.press("Return")
    wait_to_read(post.person, "C'est fini", post.terminal.panel)
    post.terminal.press_finish()


def test_a_procedure_is_made_by_doing_it_and_nothing_typed_stays(post: Post, canaries: tuple[Canary, Canary]) -> None:
    state = post.folder / "state"
    StaffFile(state).add("lea", PIN)
    post.start()
    sign_in(post)
    record(post, canaries)
    back_at_the_door(post)
    write_and_try(post)
    back_at_the_door(post)
    wait_to_read(post.person, "Le guide a-t-il montré chaque étape")
    # The keyboard is on « Oui, tout a marché ».
    post.person.press("space")
    wait_to_read(post.person, "Où ranger cette démarche")
    click_words(post.person, "Transports")
    wait_to_read(post.person, "C'est enregistré")
    press_back(post)
    wait_to_read(post.person, "Écrire une démarche")
    press_back(post)
    wait_to_read(post.person, "Que voulez-vous faire")
    # In the list, without a restart.
    post.open_sheet("tiroir bleu")
    wait_to_read(post.person, TITLE)
    written = (state / "procedures" / "ouvrir-mon-tiroir-bleu.yaml").read_text()
    assert SENTENCE in written
    assert "role: password" in written
    assert not list((state / "drafts").iterdir())
    said = repr([*post.kiosk.lines, *post.kiosk.noise]).encode()
    everything = [said, *(file.read_bytes() for file in post.folder.rglob("*") if file.is_file())]
    for canary in canaries:
        assert not any(canary.is_in(content) for content in everything)
