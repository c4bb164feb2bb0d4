"""The practice mailbox: its door, its letters, a message with an attachment, and the limit said as mailboxes do."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.practice.mail.letters import LIMIT, in_words, plain_name
from kiosk.practice.person import TRAINING

from .conftest import Visitor

HOME = "https://messagerie.exercice/"


@pytest.fixture
async def owner(visitor: Visitor) -> Visitor:
    await visitor.open(HOME)
    visitor.write("Adresse mail", TRAINING.mail_address)
    visitor.write_secret(TRAINING.mail_password)
    return await visitor.press("Me connecter")


def write(owner: Visitor, size: int | None = None) -> None:
    owner.write("À", TRAINING.school_address)
    owner.write("Sujet", "Justificatif")
    owner.write("Message", "Bonjour, voici le papier.")
    if size is not None:
        owner.attach(owner.page.by_id("joint"), "justificatif.pdf", b"x" * size)


async def test_the_account_to_use_is_shown_on_the_page(visitor: Visitor) -> None:
    await visitor.open(HOME)
    assert TRAINING.mail_address in visitor.text
    assert TRAINING.mail_password in visitor.text


async def test_a_wrong_password_is_explained_and_the_address_is_kept(visitor: Visitor) -> None:
    await visitor.open(HOME)
    visitor.write("Adresse mail", TRAINING.mail_address)
    visitor.write_secret("pas-le-bon")
    await visitor.press("Me connecter")
    assert visitor.status == 422
    assert "Vérifiez les deux" in visitor.text
    assert visitor.see("textbox", "Adresse mail").attrs["value"] == TRAINING.mail_address


@pytest.mark.parametrize("path", ["messages", "messages/1", "messages/2/piece-jointe", "ecrire", "envoyes"])
async def test_nothing_is_open_to_who_has_not_logged_in(visitor: Visitor, path: str) -> None:
    await visitor.open(HOME + path)
    assert visitor.url == HOME
    assert visitor.downloads == []


async def test_the_certificate_received_can_be_downloaded(owner: Visitor) -> None:
    assert "Boîte de réception (2)" in owner.text
    await owner.press("Caisse d'allocations d'exercice*")
    await owner.press("Télécharger")
    ((name, content),) = owner.downloads
    assert name == "attestation-de-paiement.pdf"
    assert content.startswith(b"%PDF-")
    await owner.press("Boîte de réception (1)")


async def test_a_sent_message_shows_its_attachment_with_its_size(owner: Visitor) -> None:
    await owner.press("Écrire un message")
    write(owner, 340_400)
    await owner.press("Envoyer")
    assert owner.url == HOME + "envoyes?parti"
    assert "Votre message est envoyé" in owner.text
    assert "justificatif.pdf (341 Ko)" in owner.text


async def test_a_message_may_go_without_attachment_and_says_so(owner: Visitor) -> None:
    await owner.press("Écrire un message")
    write(owner)
    await owner.press("Envoyer")
    assert "Sans pièce jointe" in owner.text


async def test_an_attachment_over_the_limit_is_refused_in_a_sentence_and_the_message_is_kept(owner: Visitor) -> None:
    await owner.press("Écrire un message")
    write(owner, LIMIT + 1)
    await owner.press("Envoyer")
    assert owner.status == 422
    assert "trop lourde : 5,1 Mo. La limite est de 5 Mo." in owner.text
    assert owner.see("textbox", "Sujet").attrs["value"] == "Justificatif"
    assert owner.see("textbox", "Message").text() == "Bonjour, voici le papier."
    write(owner, LIMIT)
    await owner.press("Envoyer")
    assert "justificatif.pdf (5 Mo)" in owner.text


async def test_what_is_missing_is_said_beside_its_field(owner: Visitor) -> None:
    await owner.press("Écrire un message")
    owner.write("À", "ecole")
    owner.attach(owner.page.by_id("joint"), "vide.pdf", b"")
    await owner.press("Envoyer")
    assert "Il y a 3 erreurs" in owner.text
    for field in ("destinataire", "sujet", "joint"):
        assert owner.page.by_id(f"{field}-erreur").text()


async def test_what_is_typed_never_becomes_code_and_nothing_of_it_is_logged(
    owner: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await owner.press("Écrire un message")
    write(owner)
    owner.write("Sujet", "<script>canary</script>")
    owner.attach(owner.page.by_id("joint"), "C:\\dossier\\<b>canary.pdf", b"canary")
    await owner.press("Envoyer")
    assert "<script>canary</script>" in owner.text
    assert "<b>canary.pdf (1 Ko)" in owner.text
    assert not any(node.tag in {"script", "b"} and "canary" in node.text() for node in owner.page.root.all())
    assert "canary" not in caplog.text


async def test_whoever_leaves_closes_the_mailbox(owner: Visitor) -> None:
    await owner.press("Me déconnecter")
    assert "Vous êtes déconnecté" in owner.text
    await owner.open(HOME + "messages")
    assert owner.url == HOME


@given(st.integers(0, 60_000_000))
def test_a_size_is_never_said_smaller_than_it_is(size: int) -> None:
    figure, unit = in_words(size).split(" ")
    assert float(figure.replace(",", ".")) * {"Ko": 1_000, "Mo": 1_000_000}[unit] >= size - 1e-6


@given(st.text())
def test_a_files_name_can_always_be_shown(name: str) -> None:
    assert plain_name(name).isprintable()
    assert 0 < len(plain_name(name)) <= 80
    assert "/" not in plain_name(name)
