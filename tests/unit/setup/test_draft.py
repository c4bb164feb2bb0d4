"""What is answered on the screens comes to the very settings that IT would write; what IT wrote is not asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.config import Config, load
from kiosk.setup import draft
from kiosk.setup.answers import Answers
from kiosk.setup.draft import QUESTIONS, Draft, answers_of, begun, fits, questions, with_file, with_person
from kiosk.staff import Given, Role


def test_what_its_file_says_is_not_asked() -> None:
    assert questions(()) == QUESTIONS
    left = questions({("site", "name"), ("print", "queue"), ("control", "mediator_devices"), ("guest", "home_mb")})
    assert left == ("language", "scanner", "it-code", "codes", "network", "summary")


def test_every_setting_of_a_question_exists() -> None:
    for settings in draft._SAID_BY.values():
        for section, key in settings:
            assert key in Config.model_fields[section].annotation.model_fields


def test_answers_are_the_settings_that_were_meant() -> None:
    said = Draft("Le Blosne", "p-1", "en", pair=True, printer="accueil", scanner="")
    assert answers_of(said, QUESTIONS).settings == {
        ("site", "name"): "Le Blosne",
        ("site", "post"): "p-1",
        ("display", "language"): "en",
        ("control", "pair"): True,
        ("print", "enabled"): True,
        ("print", "queue"): "accueil",
        ("scan", "enabled"): False,
    }


def test_what_was_not_said_or_not_asked_stays_as_it_is() -> None:
    assert answers_of(Draft(name="Le Blosne", printer="accueil"), ("place",)).settings == {
        ("site", "name"): "Le Blosne"
    }


def test_it_begins_with_what_was_told_before(tmp_path: Path) -> None:
    before = load((), ["site.name=Ici", "print.queue=accueil", "scan.enabled=false", "control.pair=false"])
    found = begun(before, {"nadia": Role.MEDIATOR})
    assert (found.name, found.post, found.printer, found.scanner, found.pair) == (
        "Ici",
        "poste-1",
        "accueil",
        "",
        False,
    )
    assert found.of_role(Role.MEDIATOR) == (("nadia", False),)
    fresh = begun(load(), {})
    assert (fresh.name, fresh.printer, fresh.scanner, fresh.pair) == (None, None, None, None)


def test_a_file_goes_before_what_was_typed() -> None:
    typed = Draft(name="A", post="p", printer="x", people=(Given("a", "1"), Given("b", "2")))
    file = Answers({("site", "name"): "B", ("print", "enabled"): False}, (Given("b", "3"),))
    both = with_file(typed, file)
    assert (both.name, both.post, both.printer) == ("B", "p", "")
    assert both.people == (Given("a", "1"), Given("b", "3"))


def test_codes_are_given_one_by_one_and_a_fault_changes_nothing() -> None:
    one, fault = with_person(Draft(), Given("nadia", "492817"), "492817")
    assert (one.of_role(Role.MEDIATOR), fault) == ((("nadia", True),), "")
    for given, again, said in (
        (Given("lea", "730194"), "730195", "pas les mêmes"),
        (Given("lea", "492817"), "492817", "autre personne"),
        (Given("Léa", "730194"), "730194", "ne convient pas"),
        (Given("lea", "111111"), "111111", "trop facile"),
    ):
        assert with_person(one, given, again)[0] == one
        assert said in with_person(one, given, again)[1]
    again_given, _ = with_person(one, Given("nadia", "730194"), "730194")
    assert again_given.people == (Given("nadia", "730194"),)
    assert again_given.without("nadia").people == ()


@pytest.mark.parametrize(
    ("setting", "value", "right"), [("post", "p-1", True), ("post", "p 1", False), ("name", "", False)]
)
def test_a_value_is_tried_as_the_post_would_read_it(setting: str, value: str, right: bool) -> None:
    assert fits(("site", setting), value) is right
