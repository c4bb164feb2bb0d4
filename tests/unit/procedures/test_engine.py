"""One walkthrough after the other, as people really go through them."""

from __future__ import annotations

from typing import Any

from kiosk.procedures.conditions import Facts, Sight
from kiosk.procedures.engine import (
    MISSING_AFTER,
    AskedWhere,
    ClosedWhere,
    ContinueWithoutGuide,
    Done,
    Drifted,
    Finished,
    Point,
    Restart,
    SaidDone,
    SaidNotFound,
    Show,
    Unpoint,
    Watch,
    WentBack,
)
from kiosk.procedures.model import Target

from .walking import Walk

LINK, FIELD, SEND = (
    Target(role="link", name="Mon compte"),
    Target(role="textbox", name="Numéro"),
    Target(role="button", name="Envoyer"),
)
SHOWN, FULL = Sight(visible=True, filled=False), Sight(visible=True, filled=True)

STEPS: list[dict[str, Any]] = [
    {"id": "compte", "do": "Cliquez.", "target": LINK.model_dump(by_alias=True), "done": {"address": "caf.fr/compte*"}},
    {
        "id": "numero",
        "do": "Écrivez.",
        "gesture": "write",
        "who": "user",
        "target": FIELD.model_dump(by_alias=True),
        "done": {"filled": FIELD.model_dump(by_alias=True)},
    },
    {"id": "envoyer", "do": "Envoyez.", "target": SEND.model_dump(by_alias=True), "done": {"address": "caf.fr/merci"}},
    {"id": "papier", "do": "Prenez le papier.", "done": {"downloaded": "*.pdf"}},
]
HOME = Facts("caf.fr/", loading=False, sights={LINK: SHOWN})
ACCOUNT = Facts("caf.fr/compte", loading=False, sights={FIELD: SHOWN, SEND: SHOWN})
TYPED = Facts("caf.fr/compte", loading=False, sights={FIELD: FULL, SEND: SHOWN})
THANKS = Facts("caf.fr/merci", loading=False)
PAPER = Facts("caf.fr/merci", loading=False, downloads=("demande.pdf",))


def test_a_walkthrough_from_end_to_end() -> None:
    walk = Walk(STEPS)
    assert walk.commands[0] == Show("compte", 1, 4)
    assert walk.see(HOME) == (Point(LINK, "click", "anyone"),)
    assert walk.see(ACCOUNT)[:2] == (Done("compte", "page"), Show("numero", 2, 4))
    assert walk.state.pointed == Point(FIELD, "write", "user")
    assert Done("numero", "page") in walk.see(TYPED)
    assert Done("envoyer", "page") in walk.see(THANKS)
    assert walk.see(PAPER)[:2] == (Done("papier", "page"), Finished())
    assert walk.state.phase == "finished"
    assert walk.state.outcomes == ("page",) * 4


def test_the_page_is_watched_for_this_step_and_the_next_ones() -> None:
    walk = Walk(STEPS)
    assert Watch((LINK, FIELD, SEND)) in walk.commands
    walk.tell(SaidDone())
    assert Watch((FIELD, SEND)) in walk.commands


def test_the_person_can_say_that_it_is_done() -> None:
    walk = Walk(STEPS)
    assert walk.tell(SaidDone())[:2] == (Done("compte", "user"), Show("numero", 2, 4))
    assert walk.state.outcomes == ("user", "todo", "todo", "todo")


def test_whoever_is_further_on_is_followed() -> None:
    walk = Walk(STEPS)
    walk.see(HOME)
    commands = walk.see(THANKS)
    assert [command for command in commands if isinstance(command, Done)] == [
        Done("compte", "page"),
        Done("numero", "page"),
        Done("envoyer", "page"),
    ]
    assert [command for command in commands if isinstance(command, Show)] == [Show("papier", 4, 4)]


def test_an_address_that_was_there_already_proves_nothing() -> None:
    steps = [
        {"id": "lire", "do": "Lisez."},
        {"id": "choisir", "do": "Choisissez."},
        {"id": "voir", "do": "Cliquez.", "done": {"address": "caf.fr/*"}},
    ]
    walk = Walk(steps, resume="choisir")
    walk.see(HOME)
    assert walk.state.phase == "finished"
    walk.tell(WentBack())
    walk.tell(WentBack())
    walk.see(HOME)
    assert walk.step == "choisir"


def test_what_came_and_went_during_the_step_is_gone() -> None:
    code = {"role": "textbox", "name": "Numéro"}
    walk = Walk([{"id": "code", "do": "Écrivez le code.", "done": {"gone": code}}])
    walk.see(HOME)
    assert walk.step == "code"
    walk.see(ACCOUNT)
    walk.see(Facts("caf.fr/", loading=True))
    assert walk.step == "code"
    assert walk.see(HOME)[0] == Done("code", "page")


def test_a_document_of_before_is_not_the_one_asked_for() -> None:
    walk = Walk(STEPS, resume="envoyer")
    walk.see(Facts("caf.fr/compte", loading=False, downloads=("rib.pdf",)))
    walk.see(Facts("caf.fr/merci", loading=False, downloads=("rib.pdf",)))
    assert walk.step == "papier"
    walk.see(THANKS)
    assert walk.step == "papier"
    walk.see(PAPER)
    assert walk.state.phase == "finished"


# --- going back ---------------------------------------------------------------------------------------------------


def test_going_back_is_not_undone_by_what_the_page_shows_already() -> None:
    walk = Walk(STEPS)
    walk.see(TYPED)
    assert walk.step == "envoyer"
    assert Show("numero", 2, 4) in walk.tell(WentBack())
    walk.see(TYPED)
    assert walk.step == "numero"
    walk.see(ACCOUNT)
    assert walk.see(TYPED)[0] == Done("numero", "page")


def test_a_field_of_another_page_is_not_taken_for_an_empty_one() -> None:
    walk = Walk(STEPS)
    walk.see(TYPED)
    walk.see(THANKS)
    walk.tell(WentBack())
    walk.tell(WentBack())
    assert walk.step == "numero"
    walk.see(THANKS)
    walk.see(Facts("caf.fr/compte", loading=True))
    walk.see(TYPED)
    assert walk.step == "numero"


def test_loading_the_same_page_again_is_no_progress() -> None:
    walk = Walk(STEPS)
    walk.see(ACCOUNT)
    walk.tell(WentBack())
    walk.see(Facts("caf.fr/compte", loading=True))
    walk.see(ACCOUNT)
    assert walk.step == "compte"


def test_a_step_begun_again_waits_for_a_change() -> None:
    walk = Walk(STEPS)
    walk.see(TYPED)
    walk.tell(WentBack())
    walk.tell(Restart("numero"))
    walk.see(TYPED)
    assert walk.step == "numero"
    assert walk.tell(Restart("envoyer")) == ()


def test_going_back_from_the_end_opens_the_last_step() -> None:
    walk = Walk(STEPS, resume="papier")
    walk.tell(SaidDone())
    assert walk.state.phase == "finished"
    walk.tell(WentBack())
    assert (walk.step, walk.state.phase, walk.state.outcomes[3]) == ("papier", "guiding", "todo")


# --- the ring -----------------------------------------------------------------------------------------------------


def test_nothing_flickers_while_a_page_loads() -> None:
    walk = Walk(STEPS)
    walk.see(HOME)
    assert walk.see(Facts("caf.fr/", loading=True)) == ()
    assert walk.see(Facts("caf.fr/autre", loading=True)) == ()
    assert walk.see(Facts("caf.fr/autre", loading=False)) == (Unpoint(),)


def test_the_ring_never_stays_on_the_step_before() -> None:
    walk = Walk(STEPS)
    walk.see(HOME)
    walk.see(Facts("caf.fr/", loading=True))
    assert Unpoint() in walk.tell(SaidDone())


def test_the_same_button_asked_for_in_another_way_is_pointed_at_again() -> None:
    steps = [
        {"id": "voir", "do": "Regardez.", "gesture": "read", "target": SEND.model_dump(by_alias=True)},
        {"id": "signer", "do": "Signez.", "who": "user", "gesture": "send", "target": SEND.model_dump(by_alias=True)},
    ]
    walk = Walk(steps)
    walk.see(ACCOUNT)
    assert Point(SEND, "send", "user") in walk.tell(SaidDone())


def test_the_first_visible_alternative_is_pointed_at() -> None:
    steps = [
        {
            "id": "compte",
            "do": "Cliquez.",
            "target": {**LINK.model_dump(by_alias=True), "or": [SEND.model_dump(by_alias=True)]},
        }
    ]
    walk = Walk(steps)
    hidden = Sight(visible=False, filled=False)
    assert walk.see(Facts("caf.fr/", loading=False, sights={LINK: hidden, SEND: SHOWN})) == (
        Point(SEND, "click", "anyone"),
    )
    assert walk.see(Facts("caf.fr/", loading=False, sights={LINK: SHOWN, SEND: SHOWN})) == (
        Point(LINK, "click", "anyone"),
    )


# --- when the page and the guide do not meet ----------------------------------------------------------------------


def test_a_missing_target_is_one_drift_and_the_guide_comes_back_by_itself() -> None:
    walk = Walk(STEPS)
    walk.see(HOME)
    walk.see(Facts("caf.fr/", loading=False))
    assert walk.wait(MISSING_AFTER - 0.1) == ()
    assert walk.wait(0.2) == (Drifted("compte"),)
    assert walk.state.phase == "page_changed"
    walk.see(HOME)
    assert walk.state.phase == "guiding"
    walk.see(Facts("caf.fr/", loading=False))
    assert walk.wait(MISSING_AFTER + 0.1) == ()
    assert walk.state.phase == "page_changed"


def test_time_spent_loading_is_not_counted() -> None:
    walk = Walk(STEPS)
    walk.see(Facts("caf.fr/", loading=False))
    walk.wait(2)
    walk.see(Facts("caf.fr/", loading=True))
    walk.wait(60)
    walk.see(Facts("caf.fr/", loading=False))
    assert walk.wait(2) == ()
    assert walk.state.phase == "guiding"


def test_a_step_without_a_target_never_counts_as_changed() -> None:
    walk = Walk(STEPS, resume="papier")
    walk.see(THANKS)
    assert walk.wait(600) == ()
    assert walk.state.phase == "guiding"


def test_not_finding_and_being_lost_lead_back_to_the_guide() -> None:
    walk = Walk(STEPS)
    walk.see(HOME)
    for event, phase in ((SaidNotFound(), "not_found"), (AskedWhere(), "lost")):
        walk.tell(event)
        assert walk.state.phase == phase
        walk.see(HOME)
        assert walk.state.phase == phase
        walk.tell(ClosedWhere())
        assert walk.state.phase == "guiding"
    walk.tell(AskedWhere())
    walk.see(ACCOUNT)
    assert (walk.step, walk.state.phase) == ("numero", "guiding")


def test_without_the_guide_nothing_is_pointed_at_until_it_is_asked_for_again() -> None:
    walk = Walk(STEPS)
    walk.see(HOME)
    assert walk.tell(ContinueWithoutGuide()) == (Unpoint(),)
    walk.see(ACCOUNT)
    assert (walk.step, walk.state.phase, walk.state.pointed) == ("numero", "without_guide", None)
    walk.see(Facts("caf.fr/compte", loading=False))
    assert walk.wait(60) == ()
    walk.see(ACCOUNT)
    walk.tell(Restart("numero"))
    assert (walk.state.phase, walk.state.pointed) == ("guiding", Point(FIELD, "write", "user"))


def test_without_the_guide_the_end_is_still_said() -> None:
    walk = Walk(STEPS, resume="papier")
    walk.see(THANKS)
    walk.tell(ContinueWithoutGuide())
    assert Finished() in walk.see(PAPER)
    assert walk.state.phase == "finished"


# --- coming back --------------------------------------------------------------------------------------------------


def test_a_walkthrough_resumes_where_it_was() -> None:
    walk = Walk(STEPS, resume="envoyer")
    assert walk.commands[0] == Show("envoyer", 3, 4)
    assert walk.state.outcomes == ("page", "page", "todo", "todo")
    assert Walk(STEPS, resume="no-such-step").step == "compte"


def test_what_the_tray_kept_through_a_crash_is_not_the_document_asked_for() -> None:
    walk = Walk(STEPS, resume="papier")
    walk.see(PAPER)
    assert walk.step == "papier"
    walk.see(Facts("caf.fr/merci", loading=False, downloads=("demande.pdf", "demande (2).pdf")))
    assert walk.state.phase == "finished"


def test_a_document_that_opens_in_an_empty_page_still_counts() -> None:
    walk = Walk(STEPS, resume="papier")
    walk.see(THANKS)
    walk.see(Facts("", loading=True))
    assert Finished() in walk.see(Facts("", loading=True, downloads=("demande.pdf",)))


PRINTING: list[dict[str, Any]] = [
    {"id": "compte", "do": "Cliquez."},
    {"id": "imprimer", "do": "Imprimez.", "papers": "print", "done": {"served": "print"}},
    {"id": "encore", "do": "Imprimez encore.", "papers": "print", "done": {"served": "print"}},
]


def test_each_service_of_the_paper_desk_completes_one_step_only() -> None:
    walk = Walk(PRINTING)
    walk.see(Facts("caf.fr/", loading=False, served=("print",)))
    walk.tell(SaidDone())
    assert walk.see(Facts("caf.fr/", loading=False, served=("print",))) == ()
    assert walk.see(Facts("caf.fr/", loading=False, served=("print", "take"))) == ()
    assert Done("imprimer", "page") in walk.see(Facts("caf.fr/", loading=False, served=("print", "take", "print")))
    assert walk.step == "encore"


def test_what_was_served_before_the_browser_came_back_is_no_news() -> None:
    walk = Walk(PRINTING, resume="imprimer")
    assert Done("imprimer", "page") not in walk.see(Facts("caf.fr/", loading=False, served=("print",)))
    assert Done("imprimer", "page") in walk.see(Facts("caf.fr/", loading=False, served=("print", "print")))
