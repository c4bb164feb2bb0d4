"""The allowance fund: the door, the code by phone, errors that are explained, a session that expires and comes back."""

from __future__ import annotations

import pytest

from .conftest import Clock, Visitor, target

BONUS = "https://caisse.exercice/prime-activite"


async def test_a_wrong_password_is_explained_without_saying_which_part_is_wrong(visitor: Visitor) -> None:
    await visitor.open("https://caisse.exercice/connexion")
    visitor.write("Numéro d'allocataire", "1234567")
    visitor.write_secret("pas-le-bon")
    await visitor.press("Me connecter")
    assert visitor.status == 422
    assert "Vérifiez les deux" in visitor.text
    assert visitor.see("textbox", "Numéro d'allocataire").attrs["value"] == "1234567"
    assert visitor.see("password", "Mot de passe").attrs["value"] == ""


async def test_an_error_is_tied_to_its_field_and_listed_in_an_alert(visitor: Visitor) -> None:
    await visitor.open("https://caisse.exercice/connexion")
    await visitor.press("Me connecter")
    number = visitor.see("textbox", "Numéro d'allocataire")
    assert number.attrs["aria-invalid"] == "true"
    described = number.attrs["aria-describedby"].split()
    assert described == ["numero-aide", "numero-erreur"]
    assert "7 chiffres" in visitor.page.by_id("numero-erreur").text()
    summary = next(node for node in visitor.page.root.all() if node.attrs.get("role") == "alert")
    assert "Il y a 2 erreurs" in summary.text()
    assert [node.attrs["href"] for node in summary.all() if node.tag == "a"] == ["#numero", "#secret"]


async def test_the_code_arrives_on_the_phone_and_says_that_it_is_practice(visitor: Visitor) -> None:
    await _at_code(visitor)
    async with visitor.session.get("https://telephone.exercice/messages") as answer:
        messages = await answer.json()
    assert len(messages) == 1
    assert "Site d'entraînement" in messages[0]["text"]
    assert len(messages[0]["code"].replace(" ", "")) == 6


async def test_a_wrong_code_is_refused_and_after_five_only_a_new_one_opens(visitor: Visitor) -> None:
    await _at_code(visitor)
    first = await visitor.code()
    wrong = "000000" if not first.startswith("000") else "111111"
    for words in ["Ce code n'est pas le bon"] * 4 + ["Demandez un nouveau code"] * 2:
        visitor.write("Code reçu par message", wrong)
        await visitor.press("Valider le code")
        assert words in visitor.text
    visitor.write("Code reçu par message", first)
    await visitor.press("Valider le code")
    assert "Demandez un nouveau code" in visitor.text
    await visitor.press("Recevoir un nouveau code")
    visitor.write("Code reçu par message", await visitor.code())
    await visitor.press("Valider le code")
    visitor.see("heading", "Bonjour Camille Exemple")


async def test_a_code_that_is_not_six_digits_costs_no_try(visitor: Visitor) -> None:
    await _at_code(visitor)
    for _ in range(6):
        visitor.write("Code reçu par message", "12")
        await visitor.press("Valider le code")
        assert "6 chiffres" in visitor.text
    visitor.write("Code reçu par message", await visitor.code())
    assert (await visitor.press("Valider le code")).address == "caisse.exercice/mon-compte"


async def test_five_idle_minutes_end_the_session_and_logging_in_comes_back_with_the_answers(
    visitor: Visitor, clock: Clock
) -> None:
    await (await visitor.open(BONUS)).log_in()
    visitor.tick(visitor.see("radio", "Seul ou seule"))
    await visitor.press("Continuer")
    for month, pay in ((1, "1250"), (2, "1250"), (3, "mille")):
        visitor.write(f"Mois {month} : *", pay)
    clock.now += 301
    await visitor.press("Continuer")
    visitor.see("heading", "Votre session a expiré")
    assert visitor.address == "caisse.exercice/session-expiree?suite=/prime-activite/ressources"
    await (await visitor.press("Me reconnecter")).log_in()
    assert visitor.address == "caisse.exercice/prime-activite/ressources"
    assert visitor.see("textbox", "Mois 1 : *").attrs["value"] == "1250"
    assert visitor.see("textbox", "Mois 3 : *").attrs["value"] == "mille"


async def test_each_page_seen_gives_five_more_minutes(visitor: Visitor, clock: Clock) -> None:
    await (await visitor.open(BONUS)).log_in()
    for _ in range(3):
        clock.now += 299
        assert (await visitor.open(BONUS)).address == "caisse.exercice/prime-activite/situation"
    clock.now += 299
    async with visitor.session.post("https://caisse.exercice/session/prolonger") as answer:
        assert await answer.json() == {"ouverte": True}
    clock.now += 301
    async with visitor.session.post("https://caisse.exercice/session/prolonger") as answer:
        assert await answer.json() == {"ouverte": False}


async def test_an_expired_session_can_be_practised_at_will(visitor: Visitor) -> None:
    await (await visitor.open(BONUS)).log_in()
    await visitor.press("Outils d'entraînement")
    await visitor.press("Simuler une session expirée")
    visitor.see("heading", "Votre session a expiré")
    await (await visitor.press("Me reconnecter")).log_in()
    assert visitor.address == "caisse.exercice/prime-activite/situation"


async def test_logging_out_really_closes(visitor: Visitor) -> None:
    await (await visitor.open("https://caisse.exercice/mon-compte")).log_in()
    await visitor.press("Me déconnecter")
    assert "Vous êtes déconnecté" in visitor.text
    assert (await visitor.open("https://caisse.exercice/mon-compte")).address == "caisse.exercice/connexion"


async def test_the_way_back_never_leads_to_another_site(visitor: Visitor) -> None:
    for bait in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        await visitor.open(f"https://caisse.exercice/connexion?suite={bait}")
        field = next(node for node in visitor.page.root.all() if node.attrs.get("name") == "suite")
        assert field.attrs["value"] == "/mon-compte"


async def test_a_couple_is_asked_for_the_partner_and_a_person_alone_is_not(visitor: Visitor) -> None:
    await (await visitor.open(BONUS)).log_in()
    visitor.tick(visitor.see("radio", "En couple"))
    await visitor.press("Continuer")
    assert "Écrivez le prénom de votre partenaire" in visitor.text
    assert visitor.see("textbox", "Date de naissance de votre partenaire").attrs["aria-invalid"] == "true"
    visitor.tick(visitor.see("radio", "Seul ou seule"))
    await visitor.press("Continuer")
    assert visitor.address == "caisse.exercice/prime-activite/ressources"
    assert visitor.page.find(target("textbox", "Partenaire 1 : *")) is None


async def test_no_page_can_be_skipped_and_nothing_is_sent_without_the_certification(visitor: Visitor) -> None:
    await (await visitor.open(BONUS)).log_in()
    await visitor.open(f"{BONUS}/recapitulatif")
    assert visitor.address == "caisse.exercice/prime-activite/situation"
    await _fill_alone(visitor)
    await visitor.press("Envoyer ma demande")
    assert visitor.status == 422
    assert "Cochez la case" in visitor.text
    assert (await visitor.open(f"{BONUS}/confirmation")).address == "caisse.exercice/prime-activite/recapitulatif"


async def test_save_and_leave_keeps_even_a_page_with_errors(visitor: Visitor) -> None:
    await (await visitor.open(BONUS)).log_in()
    visitor.tick(visitor.see("radio", "En couple"))
    await visitor.press("Enregistrer et quitter")
    assert visitor.address == "caisse.exercice/mon-compte"
    await visitor.press("Reprendre ma demande")
    assert "checked" in visitor.see("radio", "En couple").attrs


async def test_what_is_typed_comes_back_as_text_and_never_as_code(visitor: Visitor) -> None:
    await (await visitor.open(BONUS)).log_in()
    await _fill_alone(visitor, holder="<script>alert(1)</script>")
    assert "<script>alert(1)</script>" in visitor.text
    assert not [node for node in visitor.page.root.all() if node.tag == "script" and node.children]


@pytest.mark.parametrize("path", ["/rien", "/prime-activite/rien", "/static/caisse/%2e%2e/base.html"])
async def test_an_unknown_page_is_said_in_french(visitor: Visitor, path: str) -> None:
    await (await visitor.open(BONUS)).log_in()
    await visitor.open(f"https://caisse.exercice{path}")
    assert visitor.status == 404
    visitor.see("heading", "Cette page n'existe pas")


async def _at_code(visitor: Visitor) -> None:
    await visitor.open("https://caisse.exercice/connexion")
    visitor.write("Numéro d'allocataire", "1234567")
    visitor.write_secret("soleil-rouge-12")
    await visitor.press("Me connecter")


async def _fill_alone(visitor: Visitor, holder: str = "Camille Exemple") -> None:
    """From the first page of the request to its recap."""
    visitor.tick(visitor.see("radio", "Seul ou seule"))
    await visitor.press("Continuer")
    for month in (1, 2, 3):
        visitor.write(f"Mois {month} : *", "1 250,50")
    await visitor.press("Continuer")
    visitor.write("Titulaire du compte", holder)
    visitor.write("IBAN", "FR76 9999 9999 9900 0000 0001 220")
    await visitor.press("Continuer")
    assert visitor.address == "caisse.exercice/prime-activite/recapitulatif"
