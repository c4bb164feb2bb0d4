"""People do not follow the order, open other windows, meet broken sites: nothing is lost, nothing is made up."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.procedures.conditions import Facts, Sight
from kiosk.procedures.engine import (
    MISSING_AFTER,
    AskedReturn,
    AskedWhere,
    Done,
    Drifted,
    Place,
    Point,
    Reload,
    ReportDown,
    Return,
    SaidDone,
    SaidDown,
    SaidNotFound,
    TriedAgain,
    Unpoint,
    WentBack,
)
from kiosk.procedures.model import Target

from .walking import Walk

NAME, CITY, PHONE = (Target(role="textbox", name=name) for name in ("Nom", "Ville", "Téléphone"))
SEND, OTHER_SEND = Target(role="button", name="Envoyer"), Target(role="button", name="Envoyer ma demande")
MENU, THANKS = Target(role="link", name="Factures"), Target(role="heading", name="Merci")
SHOWN, FULL, TWICE = Sight(visible=True, filled=False), Sight(visible=True, filled=True), Sight(True, False, many=True)
PAST = MISSING_AFTER + 0.1


def writing(identity: str, field: Target) -> dict[str, Any]:
    written = field.model_dump(by_alias=True)
    return {"id": identity, "do": "Écrivez.", "gesture": "write", "target": written, "done": {"filled": written}}


def clicking(identity: str, target: Target, **done: Any) -> dict[str, Any]:
    return {"id": identity, "do": "Cliquez.", "target": target.model_dump(by_alias=True), "done": done or None}


FORM = [
    writing("nom", NAME),
    writing("ville", CITY),
    writing("telephone", PHONE),
    clicking("envoyer", SEND, address="mairie.fr/merci"),
]


def at(address: str = "mairie.fr/formulaire", loading: bool = False, tab: int = 0, **sights: Sight) -> Facts:
    known = {"nom": NAME, "ville": CITY, "telephone": PHONE, "envoyer": SEND, "menu": MENU, "merci": THANKS}
    seen = {known[name]: sight for name, sight in sights.items()}
    return Facts(address, loading=loading, sights=seen, tab=tab)


# --- in another order ---------------------------------------------------------------------------------------------


def test_a_field_filled_before_its_turn_counts_when_its_turn_comes() -> None:
    walk = Walk(FORM)
    walk.see(at(nom=SHOWN, ville=SHOWN, telephone=SHOWN))
    walk.see(at(nom=SHOWN, ville=FULL, telephone=SHOWN))
    assert (walk.step, walk.done) == ("nom", [])
    walk.see(at(nom=FULL, ville=FULL, telephone=SHOWN))
    assert (walk.step, walk.done) == ("telephone", ["nom", "ville"])


def test_a_field_filled_on_an_earlier_page_of_a_reordered_form_is_not_asked_again() -> None:
    walk = Walk(FORM)
    walk.see(at(ville=SHOWN, telephone=SHOWN))
    walk.see(at(ville=FULL, telephone=FULL))
    walk.see(at("mairie.fr/formulaire/2", nom=SHOWN))
    assert walk.step == "nom"
    walk.see(at("mairie.fr/formulaire/2", nom=FULL))
    assert walk.done == ["nom", "ville", "telephone"]


def test_a_field_emptied_again_is_still_to_do() -> None:
    walk = Walk(FORM)
    walk.see(at(nom=SHOWN, ville=FULL))
    walk.see(at(nom=SHOWN, ville=SHOWN))
    walk.see(at(nom=FULL, ville=SHOWN))
    assert (walk.step, walk.done) == ("ville", ["nom"])


def test_a_step_gone_back_to_is_not_done_by_what_was_seen_of_it_before() -> None:
    walk = Walk(FORM)
    walk.see(at(nom=SHOWN, ville=FULL))
    walk.tell(SaidDone())
    walk.see(at(nom=SHOWN, ville=FULL))
    assert walk.step == "telephone"
    walk.tell(WentBack())
    walk.see(at(nom=SHOWN, telephone=SHOWN))
    assert walk.step == "ville"


# --- words that stand there by chance -----------------------------------------------------------------------------


def test_words_that_stood_there_already_complete_nothing() -> None:
    walk = Walk([clicking("compte", SEND, address="mairie.fr/compte"), clicking("menu", SEND, visible=_target(MENU))])
    walk.see(at(envoyer=SHOWN))
    # The footer of the next page has the words too.
    walk.see(at("mairie.fr/compte", loading=True))
    walk.see(at("mairie.fr/compte", envoyer=SHOWN, menu=SHOWN))
    walk.see(at("mairie.fr/compte", envoyer=SHOWN, menu=SHOWN))
    assert walk.step == "menu"
    walk.see(at("mairie.fr/compte", envoyer=SHOWN))
    assert walk.see(at("mairie.fr/compte", menu=SHOWN))[0] == Done("menu", "page")


def test_words_that_come_into_sight_complete_the_step() -> None:
    walk = Walk([clicking("envoyer", SEND, visible=_target(THANKS))])
    walk.see(at(envoyer=SHOWN))
    assert Done("envoyer", "page") in walk.see(at(merci=SHOWN))


def test_beside_a_proof_words_need_only_be_there() -> None:
    both = {"all": [{"address": "mairie.fr/merci"}, {"visible": _target(THANKS)}]}
    walk = Walk([clicking("envoyer", SEND, **both)])
    walk.see(at(envoyer=SHOWN))
    walk.see(at("mairie.fr/merci", loading=True))
    assert Done("envoyer", "page") in walk.see(at("mairie.fr/merci", merci=SHOWN))


def test_words_of_a_later_step_move_nobody_forward() -> None:
    walk = Walk([*FORM[:1], clicking("envoyer", SEND, visible=_target(THANKS))])
    walk.see(at(nom=SHOWN))
    walk.see(at(nom=SHOWN, merci=SHOWN))
    assert walk.step == "nom"


def _target(target: Target) -> dict[str, Any]:
    return target.model_dump(by_alias=True)


# --- several of the same ------------------------------------------------------------------------------------------


def test_one_of_several_is_not_pointed_at() -> None:
    walk = Walk(FORM[3:])
    walk.see(at(envoyer=TWICE))
    assert walk.state.pointed is None
    assert walk.state.is_one_of_many
    assert walk.wait(PAST) == ()
    walk.see(at(envoyer=SHOWN))
    assert walk.state.pointed == Point(SEND, "click", "anyone")
    assert not walk.state.is_one_of_many


def test_another_name_that_is_there_once_is_pointed_at_instead() -> None:
    named = {**_target(SEND), "or": [_target(OTHER_SEND)]}
    walk = Walk([{"id": "envoyer", "do": "Envoyez.", "target": named}])
    walk.see(Facts("mairie.fr/", loading=False, sights={SEND: TWICE, OTHER_SEND: SHOWN}))
    assert walk.state.pointed == Point(OTHER_SEND, "click", "anyone")


# --- on another page ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("facts", [at("jeux.fr/"), at("mairie.fr/aide", tab=1)])
def test_whoever_is_elsewhere_is_told_so_and_the_page_is_not_blamed(facts: Facts) -> None:
    walk = Walk(FORM)
    walk.see(at(nom=SHOWN))
    walk.see(facts)
    walk.wait(PAST)
    assert (walk.state.phase, walk.commands) == ("elsewhere", ())
    assert walk.tell(AskedReturn()) == (Return(Place(0, "mairie.fr/formulaire")),)
    walk.see(at(nom=SHOWN))
    assert walk.state.phase == "guiding"


def test_a_step_done_in_another_window_counts() -> None:
    walk = Walk(FORM[3:])
    walk.see(at(envoyer=SHOWN))
    assert Done("envoyer", "page") in walk.see(at("mairie.fr/merci", tab=1))


def test_a_page_that_never_showed_the_step_has_changed_wherever_it_is() -> None:
    walk = Walk(FORM)
    walk.see(at("identite.fr/connexion"))
    assert walk.wait(PAST) == (Drifted("nom"),)
    assert walk.state.phase == "page_changed"
    assert walk.tell(AskedReturn()) == (Return(None),)


# --- a site that is down ------------------------------------------------------------------------------------------

BROKEN = Facts("mairie.fr/merci", loading=False, refused=True, down=True)


def test_a_broken_site_is_said_by_itself_counted_once_and_forgotten_when_it_answers() -> None:
    walk = Walk(FORM[3:])
    walk.see(at(envoyer=SHOWN))
    assert ReportDown() in walk.see(BROKEN)
    assert (walk.state.phase, walk.step) == ("down", "envoyer")
    assert walk.wait(60) == ()
    walk.see(at(loading=True))
    assert walk.state.phase == "down"
    walk.see(at(envoyer=SHOWN))
    assert walk.state.phase == "guiding"
    assert ReportDown() not in walk.see(BROKEN)


@pytest.mark.parametrize("facts", [BROKEN, Facts("mairie.fr/merci", loading=False, refused=True)])
def test_an_error_at_the_right_address_is_no_success(facts: Facts) -> None:
    walk = Walk(FORM[3:])
    walk.see(at(envoyer=SHOWN))
    walk.see(facts)
    assert walk.done == []


def test_nothing_that_a_broken_page_shows_or_lacks_completes_a_step() -> None:
    walk = Walk([clicking("envoyer", SEND, any=[{"visible": _target(THANKS)}, {"gone": _target(SEND)}])])
    walk.see(at(envoyer=SHOWN))
    walk.see(Facts("mairie.fr/", loading=False, sights={THANKS: FULL}, down=True))
    assert walk.done == []


def test_the_person_may_say_that_the_site_is_down_and_try_again() -> None:
    walk = Walk(FORM)
    walk.see(at(nom=SHOWN))
    for ask in (AskedWhere(), SaidNotFound()):
        walk.tell(ask)
        walk.tell(SaidDown())
        walk.see(at(nom=SHOWN))
        assert walk.state.phase == "down"
        assert Reload() in walk.tell(TriedAgain())
        assert walk.state.phase == "guiding"
    assert walk.tell(SaidDown()) == ()


def test_the_ring_leaves_a_page_that_went_down() -> None:
    walk = Walk(FORM)
    walk.see(at(nom=SHOWN))
    assert Unpoint() in walk.see(Facts("mairie.fr/", loading=False, down=True))


# --- after a crash ------------------------------------------------------------------------------------------------


def test_what_was_done_in_the_instant_of_a_crash_is_not_asked_again() -> None:
    """The page had moved on before anybody could look: it opens again where it was, and that proves it."""
    walk = Walk(FORM, resume="envoyer")
    walk.see(Facts("mairie.fr/merci", loading=True))
    assert walk.done == ["envoyer"]
