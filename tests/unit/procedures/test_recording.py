"""A procedure made by doing it: what becomes a step, what is proof of it, what it may never hold, where it is kept."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.config.model import PACKAGED_PROCEDURES
from kiosk.procedures import glossary, inspection, loader
from kiosk.procedures.checked import check
from kiosk.procedures.model import Address, Filled, Gone, Procedure, Target, Visible
from kiosk.procedures.recording import draft, shelf
from kiosk.procedures.recording.draft import Recording, begun
from kiosk.procedures.recording.noted import LONGEST_NAME, Noted, noted, plain_address, plain_name
from kiosk.procedures.recording.repair import repaired
from kiosk.procedures.recording.steps import free_name, steps_of
from kiosk.procedures.recording.writer import to_yaml
from kiosk.procedures.written import read

HOST = "caisse.exercice"
PACKAGED = loader.load([PACKAGED_PROCEDURES]).procedures
TODAY = date(2026, 3, 2)


def did(gesture: str, role: str, name: str, path: str = "page", host: str = HOST) -> Noted:
    one = noted(gesture, role, name, f"{host}/{path}")
    assert one is not None
    return one


LOG_IN = (
    did("click", "link", "Mon compte", ""),
    did("write", "textbox", "Numéro d'allocataire", "connexion"),
    did("write", "password", "Mot de passe", "connexion"),
    did("send", "button", "Me connecter", "connexion"),
    did("choose", "group", "Vous êtes", "demande/2"),
    did("send", "button", "Envoyer", "demande/2"),
)


def recording(*gestures: Noted, start: str = f"https://{HOST}/") -> Recording:
    return Recording(begun("ma-demande", "Demander une carte", start), gestures)


def written(*gestures: Noted, start: str = f"https://{HOST}/") -> Procedure:
    made = recording(*gestures, start=start).procedure()
    assert made is not None
    return made


# --- what is noted ------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(
    name=st.text(max_size=300),
    path=st.text(max_size=300),
    digits=st.text("0123456789٣४９²", min_size=1, max_size=12),
    place=st.integers(0, 300),
)
@example(name="Étape de 3", path="dossier/jean@exemple.fr", digits="7", place=3)
def test_no_digit_and_no_query_is_ever_kept(name: str, path: str, digits: str, place: int) -> None:
    one = noted("click", "button", name[:place] + digits + name[place:], f"{HOST}/{path[:place]}{digits}{path[place:]}")
    assert one is not None
    assert not any(letter.isnumeric() for letter in one.name + one.address)
    assert not set(one.address) & set("?#@ \n")
    assert 0 < len(one.name) <= LONGEST_NAME
    assert "\n" not in one.name


@settings(deadline=None)
@given(canary=st.text("abcdefghijklmnop", min_size=8, max_size=20), where=st.sampled_from(["query", "fragment"]))
def test_what_stands_in_a_query_reaches_no_draft(canary: str, where: str) -> None:
    address = f"{HOST}/fin{'?' if where == 'query' else '#/'}nom={canary}"
    one = noted("send", "button", "Envoyer", address)
    assert one is not None
    assert canary not in to_yaml(written(one, one))


def test_long_names_are_cut_at_a_word() -> None:
    name = plain_name("Je certifie sur l'honneur " * 8)
    assert name.endswith("l'honneur*")
    assert plain_name("Étape 12 / 14 : vos revenus de 2025") == "Étape * / * : vos revenus de *"
    assert plain_name("12 345 €") == "*"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Bonjour Marie Dupont", "Bonjour *"),
        ("Bienvenue, Marie !", "Bienvenue, * !"),
        ("Mme DUPONT Marie", "Mme *"),
        ("M. Nguyen - Mes papiers", "M. * - Mes papiers"),
        ("Compte de Marie Dupont", "Compte de *"),
        ("بونجور Bonjour محمد", "بونجور Bonjour *"),
        ("Madame", "Madame"),
        ("Madame, Monsieur", "Madame, Monsieur"),
        ("Bienvenue sur Mon espace", "Bienvenue sur Mon espace"),
        ("Numéro de Sécurité sociale", "Numéro de Sécurité sociale"),
        ("Nom de famille", "Nom de famille"),
    ],
)
def test_who_is_greeted_is_not_kept(name: str, kept: str) -> None:
    assert plain_name(name) == kept


@pytest.mark.parametrize("address", ["", "page", "javascript:alert()", "exemple", "a b.fr/x", "user@exemple.fr/"])
def test_what_is_no_address_is_no_gesture(address: str) -> None:
    assert plain_address(address) is None
    assert noted("click", "button", "Suite", address) is None


def test_what_is_no_role_or_gesture_is_none() -> None:
    assert noted("click", "marquee", "Suite", f"{HOST}/") is None
    assert noted("read", "button", "Suite", f"{HOST}/") is None


# --- what becomes a step ------------------------------------------------------------------------------------------


def test_each_gesture_becomes_a_step_with_its_target_and_its_proof() -> None:
    steps = written(*LOG_IN).steps
    assert [(step.gesture, step.who) for step in steps] == [
        ("click", "anyone"),
        ("write", "anyone"),
        ("write", "user"),
        ("click", "anyone"),
        ("choose", "anyone"),
        ("send", "user"),
    ]
    assert steps[0].target == Target(role="link", name="Mon compte", or_=(Target(role="button", name="Mon compte"),))
    assert steps[0].done == Address(address=f"{HOST}/connexion")
    assert steps[1].done == Filled(filled=Target(role="textbox", name="Numéro d'allocataire"))
    assert steps[3].done == Address(address=f"{HOST}/demande/*")
    assert steps[5].done == Gone(gone=steps[5].target)
    assert steps[0].do.get("fr") == "Cliquez sur «\u00a0Mon compte\u00a0»."


def test_where_the_address_stays_the_next_thing_seen_is_the_proof() -> None:
    steps = steps_of((did("click", "button", "Menu"), did("click", "menuitem", "Mes papiers")))
    assert steps[0].done == Visible(visible=Target(role="menuitem", name="Mes papiers"))
    # "/demande/*" would be true before anybody did anything.
    steps = steps_of((did("click", "button", "Suite", "demande/a"), did("click", "link", "Fin", "demande/2")))
    assert steps[0].done == Visible(visible=Target(role="link", name="Fin", or_=(Target(role="button", name="Fin"),)))


def test_what_is_done_again_on_a_page_is_one_step() -> None:
    name, town = did("write", "textbox", "Nom"), did("write", "textbox", "Ville")
    assert len(steps_of((name, name, town, name))) == 2
    assert len(steps_of((name, did("write", "textbox", "Nom", "autre")))) == 2


def test_what_has_no_name_points_at_nothing() -> None:
    (step,) = steps_of((did("click", "button", "12"),))
    assert (step.target, step.done) == (None, None)


def test_the_last_gesture_can_be_taken_back() -> None:
    one = recording().with_gesture(LOG_IN[0])
    assert one.without_last().procedure() is None
    assert one.with_gesture(LOG_IN[1]).without_last() == one


GESTURES = st.builds(
    did,
    st.sampled_from(["write", "click", "choose", "send"]),
    st.sampled_from(["button", "link", "textbox", "password", "group", "checkbox", "combobox"]),
    st.sampled_from(["Nom", "Suite", "Vous êtes", "Code reçu", "Étape 2", "12", "Je certifie « oui »"]),
    st.sampled_from(["", "page", "demande/2", "demande/fin"]),
    st.sampled_from([HOST, "identite.exercice"]),
)


@settings(deadline=None)
@given(st.lists(GESTURES, min_size=1, max_size=60))
def test_whatever_is_done_makes_a_procedure_that_can_be_written_and_read_again(gestures: list[Noted]) -> None:
    made = recording(*gestures).procedure()
    assert made is not None
    again, problems = check("x", read(to_yaml(made)))
    assert (again, problems) == (made, ())


@pytest.mark.parametrize("start", [f"https://{HOST}/", "https://www.exemple.fr/"])
def test_a_recorded_procedure_passes_the_check(tmp_path: Path, start: str) -> None:
    host = start.split("/")[2]
    gestures = [Noted(one.gesture, one.role, one.name, one.address.replace(HOST, host)) for one in LOG_IN]
    file = tmp_path / "ma-demande.yaml"
    file.write_text(to_yaml(written(*gestures, start=start)))
    (found,) = inspection.inspect([file], glossary.load(), TODAY)
    assert found.said == ()


def test_what_is_packaged_is_written_as_it_is() -> None:
    for procedure in PACKAGED:
        assert check("x", read(to_yaml(procedure)))[0] == procedure, procedure.id


# --- what a mediator changes --------------------------------------------------------------------------------------


def test_sentences_reasons_and_who_are_changed() -> None:
    made = draft.with_sentence(written(*LOG_IN), 1, " Tapez votre numéro. ")
    made = draft.with_who(draft.with_why(made, 1, "C'est votre dossier."), 1, "user")
    step = made.steps[1]
    assert (step.do.fr, step.why and step.why.fr, step.who) == ("Tapez votre numéro.", "C'est votre dossier.", "user")
    assert draft.with_sentence(made, 1, "  ") == made
    assert draft.with_why(made, 1, "").steps[1].why is None


def test_a_step_that_is_removed_is_waited_for_by_none() -> None:
    made = written(did("click", "button", "Menu"), did("click", "tab", "Papiers"), did("click", "tab", "Photos"))
    made = draft.without_step(made, 1)
    assert made.steps[0].done == Visible(visible=Target(role="tab", name="Photos"))
    last = draft.without_step(draft.without_step(made, 1), 0)
    assert [step.done for step in last.steps] == [None]


def test_steps_move_up_and_down() -> None:
    made = written(*LOG_IN)
    moved = draft.with_step_moved(made, 1, 1)
    assert [step.id for step in moved.steps[1:3]] == [step.id for step in reversed(made.steps[1:3])]
    assert draft.with_step_moved(made, 0, -1) == made


def test_hosts_met_on_the_way_are_allowed_unless_they_are_already() -> None:
    made = written(LOG_IN[0], did("click", "button", "Suite", host="www.exemple.fr"), start="https://www.exemple.fr/")
    assert made.allow == ("exemple.fr", "*.exemple.fr", "@franceconnect", "@identity", HOST)
    assert draft.with_hosts(made, ["app.franceconnect.gouv.fr", "b.exemple.fr"]) == made.allow


def test_the_day_of_the_trial_is_set_for_real_sites_only() -> None:
    assert draft.verified(written(*LOG_IN, start="https://www.exemple.fr/"), TODAY).verified == TODAY
    assert draft.verified(written(*LOG_IN), TODAY).verified == "never"


# --- what is mended -----------------------------------------------------------------------------------------------


def test_the_new_place_comes_first_and_the_old_one_stays() -> None:
    made = written(*LOG_IN)
    step = made.steps[1]
    mended = repaired(made, step.id, did("write", "searchbox", "Votre numéro"))
    new = Target(role="searchbox", name="Votre numéro", or_=(Target(role="textbox", name="Numéro d'allocataire"),))
    assert mended.steps[1].target == new
    assert mended.steps[1].done == Filled(filled=new)
    assert mended.steps[:1] + mended.steps[2:] == made.steps[:1] + made.steps[2:]


def test_the_step_before_waits_for_the_new_place_too() -> None:
    made = written(did("click", "button", "Menu"), did("click", "tab", "Papiers"))
    mended = repaired(made, made.steps[1].id, did("click", "link", "Documents"))
    assert mended.steps[0].done == Visible(visible=mended.steps[1].target)


def test_nothing_is_mended_by_what_has_no_name() -> None:
    made = written(*LOG_IN)
    assert repaired(made, made.steps[0].id, did("click", "button", "7")) == made
    assert repaired(made, "autre", LOG_IN[0]) == made


def test_a_step_of_every_procedure_can_be_mended() -> None:
    for procedure in PACKAGED:
        step = procedure.steps[len(procedure.steps) // 2]
        mended = repaired(procedure, step.id, did("click", "button", "Un tout autre nom"))
        assert check("x", read(to_yaml(mended)))[0] == mended


# --- where it is kept ---------------------------------------------------------------------------------------------


def test_drafts_are_kept_read_and_dropped(tmp_path: Path) -> None:
    drafts = shelf.Drafts(tmp_path)
    assert (drafts.all(), drafts.names()) == ((), ())
    made = written(*LOG_IN)
    assert drafts.keep(made)
    assert (drafts.get("ma-demande"), drafts.names()) == (made, ("ma-demande",))
    drafts.drop("ma-demande")
    assert drafts.all() == ()


def test_the_draft_that_was_worked_on_last_comes_first(tmp_path: Path) -> None:
    drafts = shelf.Drafts(tmp_path)
    made = written(*LOG_IN)
    for day, name in enumerate(("b", "a", "c")):
        drafts.keep(made.model_copy(update={"id": name}))
        os.utime(tmp_path / "drafts" / f"{name}.yaml", (day, day))
    assert [one.id for one in drafts.all()] == ["c", "a", "b"]


def test_a_draft_that_cannot_be_read_stays_and_hides_no_other(tmp_path: Path) -> None:
    drafts = shelf.Drafts(tmp_path)
    drafts.keep(written(*LOG_IN))
    broken = tmp_path / "drafts" / "autre.yaml"
    broken.write_text("id: [")
    assert [one.id for one in drafts.all()] == ["ma-demande"]
    assert broken.exists()


def test_a_procedure_goes_to_the_sites_folder_or_else_to_the_posts_own(tmp_path: Path) -> None:
    site, state = tmp_path / "site", tmp_path / "state"
    site.mkdir()
    made = written(*LOG_IN)
    assert shelf.put(made, [site], state) == site / "ma-demande.yaml"
    assert shelf.folders_to_load([site], state) == (site,)
    assert shelf.put(made, [tmp_path / "absent"], state) == state / "procedures" / "ma-demande.yaml"
    assert shelf.folders_to_load([site], state) == (site, state / "procedures")
    # Where it is already, so that the older one does not come back.
    assert shelf.put(made, [site], state) == state / "procedures" / "ma-demande.yaml"
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert shelf.put(made, [], blocked) is None


def test_a_procedure_goes_into_the_file_that_counts_whatever_it_is_called(tmp_path: Path) -> None:
    first, second, state = tmp_path / "a", tmp_path / "b", tmp_path / "state"
    first.mkdir()
    second.mkdir()
    made = written(*LOG_IN)
    (second / "caisse.yml").write_text(to_yaml(made), encoding="utf-8")
    changed = made.model_copy(update={"minutes": 7})
    assert shelf.put(changed, [first, second], state) == second / "caisse.yml"
    loaded = loader.load([first, second])
    assert (loaded.procedures[0].minutes, loaded.problems) == (7, ())


def test_a_procedure_writes_over_no_file_of_another(tmp_path: Path) -> None:
    theirs = tmp_path / "ma-demande.yaml"
    theirs.write_text("id: [", encoding="utf-8")
    assert shelf.put(written(*LOG_IN), [tmp_path], tmp_path / "state") == tmp_path / "ma-demande-2.yaml"
    assert theirs.read_text() == "id: ["


def test_names_of_files_are_free_and_plain() -> None:
    assert free_name("Œuvre : l'été à Évry !", []) == "oeuvre-l-ete-a-evry"
    assert free_name("Une aide", ["une-aide", "une-aide-2"]) == "une-aide-3"
    assert free_name("漢字", []) == "demarche"
