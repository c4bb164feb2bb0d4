"""The job centre: two dates that must fit together, questions that depend on an answer, a visit that ends in the middle
of a form and comes back with the answers; the same promises on both versions of the site."""

from __future__ import annotations

import pytest

from kiosk.practice.work.visits import IDLE_SECONDS

from .conftest import Clock, Visitor

SITE = "https://emploi.exercice"
CONTRACT = {"metier": "Vendeuse", "debut": "03/02/2025", "fin": "31/08/2025", "motif": "fin"}
WHO = {"nom": "Exemple", "prenom": "Camille", "naissance": "12/03/1984"}
SITUATION = {"formation": "non", "maladie": "non", "recherche": "oui"}


def is_redesigned(visitor: Visitor) -> bool:
    return "v2.css" in str([node.attrs.get("href") for node in visitor.page.root.all() if node.tag == "link"])


async def log_in(visitor: Visitor, after: str = "/mon-espace", password: str = "merle-bleu-56") -> None:
    form = {"identifiant": "ce 20468", "secret": password, "suite": after}
    await visitor.open(f"{SITE}/connexion", form)


async def contract_sheet(visitor: Visitor) -> str:
    """The address of the page that asks for the contract, with everything before it answered."""
    await visitor.open(f"{SITE}/inscription")
    await visitor.open(visitor.url, WHO)
    return visitor.url


async def work_sheet(visitor: Visitor) -> str:
    await visitor.open(f"{SITE}/actualisation")
    if is_redesigned(visitor):
        await visitor.open(visitor.url, SITUATION)
    return visitor.url


async def test_a_contract_that_ends_before_it_begins_is_refused_in_a_summary_and_at_its_field(either: Visitor) -> None:
    asked = await contract_sheet(either)
    await either.open(asked, CONTRACT | {"fin": "31/08/2024"})
    assert either.status == 422
    assert either.address == asked.removeprefix("https://")
    alert = next(node for node in either.page.root.all() if node.attrs.get("role") == "alert")
    assert "La fin du contrat est avant le début" in alert.text()
    assert [node.attrs["href"] for node in alert.all() if node.tag == "a"] == ["#fin"]
    assert either.page.by_id("fin").attrs["aria-invalid"] == "true"
    assert either.page.by_id("metier").attrs["value"] == "Vendeuse"
    await either.open(asked, CONTRACT)
    assert either.status == 200
    assert either.url != asked


async def test_whoever_worked_says_how_much_and_the_others_are_not_asked(either: Visitor) -> None:
    await either.open(SITE)
    await log_in(either)
    asked = await work_sheet(either)
    await either.open(asked, {"travail": "oui"})
    assert either.status == 422
    assert "Écrivez le nombre d'heures." in either.text
    assert "Écrivez le salaire brut." in either.text
    await either.open(asked, {"travail": "non"})
    assert either.status == 200


async def test_a_visit_that_ends_in_the_middle_keeps_the_answers_and_comes_back_to_the_next_page(
    either: Visitor,
) -> None:
    await either.open(SITE)
    await log_in(either)
    await either.open(f"{SITE}/entrainement/session-courte")
    first = either.url
    await either.open(first, SITUATION if is_redesigned(either) else {"travail": "non"})
    assert either.address == "emploi.exercice/session-expiree?suite=/actualisation"
    assert "sont gardées" in either.text
    await log_in(either, "/actualisation")
    assert either.address.startswith("emploi.exercice/actualisation/")
    assert either.url != first


async def test_idle_minutes_end_a_visit_and_nothing_is_sent_for_somebody_outside(either: Visitor, clock: Clock) -> None:
    await either.open(SITE)
    await log_in(either)
    await either.open(await work_sheet(either), {"travail": "non"})
    if not is_redesigned(either):
        await either.open(either.url, SITUATION)
    last = either.url
    clock.now += IDLE_SECONDS + 1
    await either.open(last, {"certifie": "oui"})
    assert either.address.startswith("emploi.exercice/session-expiree")
    await log_in(either)
    await either.open(f"{SITE}/actualisation/confirmation")
    assert either.url == last
    await either.open(last, {"certifie": "oui"})
    assert either.address == "emploi.exercice/actualisation/confirmation"


@pytest.mark.parametrize("path", ["/mon-espace", "/attestations", "/actualisation/confirmation"])
async def test_the_account_is_behind_the_door(either: Visitor, path: str) -> None:
    await either.open(f"{SITE}{path}")
    assert either.address.startswith("emploi.exercice/connexion?suite=/")
    await log_in(either, password="pas-le-bon")
    assert either.status == 422
    assert "Vérifiez les deux" in either.text


async def test_the_way_back_after_logging_in_never_leaves_the_site(either: Visitor) -> None:
    await log_in(either, "//ailleurs.exercice/")
    assert either.address == "emploi.exercice/mon-espace"


async def test_the_certificate_is_of_the_month_that_was_chosen(either: Visitor) -> None:
    await either.open(SITE)
    await log_in(either)
    await either.open(f"{SITE}/attestations/attestation-de-paiement.pdf?mois=9")
    assert either.address == "emploi.exercice/attestations"
    await either.open(f"{SITE}/attestations/attestation-de-paiement.pdf?mois=2")
    (name, content) = either.downloads[-1]
    assert name == "attestation-de-paiement-emploi.pdf"
    assert content.startswith(b"%PDF")


async def test_every_page_says_that_it_is_practice(either: Visitor) -> None:
    for path in ("/", "/connexion", "/inscription", "/session-expiree"):
        await either.open(f"{SITE}{path}")
        assert "Site d'entraînement" in either.text
        assert "n'existe pas pour de vrai" in either.text
