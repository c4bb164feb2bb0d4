"""What the shape of a procedure cannot refuse: loops, steps nobody reaches, sites not allowed, targets that are two."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kiosk.procedures.glossary import load
from kiosk.procedures.lint import addresses, facts, pages, sentences, targets
from kiosk.procedures.lint.finding import Finding
from kiosk.procedures.model import Procedure

from .conftest import procedure

TODAY = date(2025, 6, 1)


def steps(*several: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": f"etape-{number}", "do": "Lisez.", **step} for number, step in enumerate(several, 1)]


def at(page: str) -> dict[str, Any]:
    return {"done": {"address": f"www.caf.fr/{page}"}}


def target(name: str, role: str = "button", **more: Any) -> dict[str, Any]:
    return {"role": role, "name": name, **more}


def found(check: Any, **fields: Any) -> list[Finding]:
    return list(check(procedure(**fields)))


# --- loops --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("several", "path"),
    [
        # The start is already the page that ends the first step, or one that the engine looks ahead at.
        ([{"done": {"address": "www.caf.fr/*"}}], ("steps", 0, "done")),
        ([at("un"), at("deux"), {"done": {"address": "www.caf.fr/"}}], ("steps", 2, "done")),
        # The next step is done where this one ends.
        ([at("un"), at("un")], ("steps", 1, "done")),
        ([at("un/2"), at("un*")], ("steps", 1, "done")),
        ([at("un"), {"done": {"any": [{"address": "www.caf.fr/u*"}, {"downloaded": "*"}]}}], ("steps", 1, "done")),
        # The walk comes back to a page, near enough to skip what lies between.
        ([at("un"), at("deux"), at("un")], ("steps", 2, "done")),
        ([{"done": {"all": [{"address": "www.caf.fr/un"}, {"downloaded": "*"}]}}, at("un")], ("steps", 1, "done")),
        # What proves one step proves the next.
        (
            [{"done": {"filled": target("Nom", "textbox")}}, {"done": {"filled": target("Nom", "textbox")}}],
            ("steps", 1, "done"),
        ),
        (
            [{"done": {"visible": target("Merci", "heading")}}, {"done": {"visible": target("Merci", "heading")}}],
            ("steps", 1, "done"),
        ),
    ],
)
def test_a_loop_is_said_at_the_step_that_would_be_skipped(several: list[Any], path: tuple[Any, ...]) -> None:
    assert {(finding.code, finding.path) for finding in found(pages.check, steps=steps(*several))} == {("boucle", path)}


@pytest.mark.parametrize(
    "several",
    [
        [at("un"), at("deux"), at("trois")],
        [at("un*"), at("un/2*")],
        # Far enough back, the engine sees one of the two only.
        [at("un"), at("deux"), at("trois"), at("quatre"), at("un")],
        # What arrives, or goes, must do so again.
        [{"done": {"downloaded": "*.pdf"}}, {"done": {"downloaded": "*.pdf"}}],
        [{"done": {"gone": target("Suite")}}, {"done": {"gone": target("Suite")}}],
        [at("un"), {"done": {"all": [{"address": "www.caf.fr/un"}, {"downloaded": "*"}]}}],
        [{}, {}],
    ],
)
def test_a_walk_that_goes_forward_is_no_loop(several: list[Any]) -> None:
    assert not found(pages.check, steps=steps(*several))


def test_the_steps_of_two_cases_are_no_loop() -> None:
    cases = [{"id": "seul", "label": "Seul"}, {"id": "couple", "label": "En couple"}]
    several = steps({**at("un"), "cases": ["seul"]}, {**at("un"), "cases": ["couple"]})
    assert not found(pages.check, cases=cases, steps=several)


# --- what nobody reaches ------------------------------------------------------------------------------------------


def test_a_case_without_a_step_is_said() -> None:
    cases = [{"id": "seul", "label": "Seul"}, {"id": "couple", "label": "En couple"}]
    (finding,) = found(pages.check, cases=cases, steps=steps({"cases": ["seul"]}))
    assert (finding.code, finding.path) == ("inaccessible", ("cases", 1))
    assert "couple" in finding.what


def test_two_cases_with_the_same_steps_are_one_question_too_many() -> None:
    cases = [{"id": "seul", "label": "Seul"}, {"id": "couple", "label": "En couple"}]
    (finding,) = found(pages.check, cases=cases)
    assert (finding.code, finding.path) == ("inaccessible", ("cases", 1))


def test_a_case_written_twice_is_said() -> None:
    cases = [{"id": "seul", "label": "Seul"}, {"id": "seul", "label": "Encore seul"}]
    (finding,) = found(pages.check, cases=cases)
    assert "deux fois" in finding.what


@pytest.mark.parametrize(
    ("done", "impossible"),
    [
        ({"all": [{"address": "www.caf.fr/un"}, {"address": "www.caf.fr/deux"}]}, True),
        ({"all": [{"address": "www.caf.fr/*"}, {"address": "www.cnaf.fr/*"}]}, True),
        ({"all": [{"address": "www.caf.fr/un*"}, {"address": "www.caf.fr/un/2"}]}, False),
        ({"all": [{"visible": target("Oui")}, {"gone": target("Oui")}]}, True),
        ({"all": [{"visible": target("Oui")}, {"gone": target("Non")}]}, False),
        ({"any": [{"all": [{"visible": target("Oui")}, {"gone": target("Oui")}]}, {"downloaded": "*"}]}, True),
        ({"all": [{"all": [{"visible": target("Oui")}, {"gone": target("Oui")}]}, {"downloaded": "*"}]}, True),
    ],
)
def test_a_condition_that_can_never_be_true_is_said(done: dict[str, Any], impossible: bool) -> None:
    codes = [finding.code for finding in found(pages.check, steps=steps({"done": done}))]
    assert codes == (["impossible"] if impossible else [])


def test_a_button_that_opens_another_service_than_the_one_waited_for_is_said() -> None:
    (finding,) = found(pages.check, steps=steps({"papers": "scan", "done": {"served": "print"}}))
    assert (finding.code, finding.nearest) == ("impossible", "served: scan")
    assert not found(pages.check, steps=steps({"papers": "scan", "done": {"served": "add"}}))


# --- addresses ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "code", "nearest"),
    [
        ("https://www.caf.fr/compte*", "adresse", "www.caf.fr/compte*"),
        ("www.caf.fr/compte#haut", "adresse", "www.caf.fr/compte"),
        ("www.caf.fr/mon compte", "adresse", "www.caf.fr/mon"),
        ("/compte", "adresse", None),
        ("www.caf.fr*", "adresse", "www.caf.fr/*"),
        ("ww.caf.fr/compte", "site-non-permis", "www.caf.fr"),
        ("www.impots.gouv.fr/compte", "site-non-permis", None),
    ],
)
def test_an_address_that_no_page_has_is_said(pattern: str, code: str, nearest: str | None) -> None:
    (finding,) = found(addresses.check, steps=steps({"done": {"any": [{"all": [{"address": pattern}]}]}}))
    assert (finding.code, finding.nearest) == (code, nearest)
    assert finding.path == ("steps", 0, "done", "any", 0, "all", 0, "address")


@pytest.mark.parametrize("allow", [["www.impots.gouv.fr"], ["*.impots.gouv.fr"], ["@identity"]])
def test_a_site_is_allowed_by_its_name_by_those_above_it_or_by_a_group(allow: list[str]) -> None:
    pattern = {"address": "www.impots.gouv.fr/compte"}
    assert not found(addresses.check, allow=allow, steps=steps({"done": {"all": [pattern]}}))


def test_the_site_of_the_start_is_allowed_by_itself() -> None:
    assert not found(addresses.check, steps=steps({"done": {"address": "caf.fr/compte"}}))


def test_a_site_allowed_twice_is_said() -> None:
    (finding,) = found(addresses.check, allow=["caf.fr", "caf.fr"])
    assert finding.path == ("allow", 1)


# --- targets ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["*", "**", "*a*", "* *"])
def test_a_name_that_anything_has_is_said_wherever_it_is(name: str) -> None:
    several = steps(
        {"target": target("Suite", **{"or": [target(name)]})}, {"done": {"any": [{"all": [{"gone": target(name)}]}]}}
    )
    assert [finding.path for finding in found(targets.check, steps=several)] == [
        ("steps", 0, "target", "or", 0, "name"),
        ("steps", 1, "done", "any", 0, "all", 0, "gone", "name"),
    ]


def test_a_short_name_without_a_star_is_exact() -> None:
    assert not found(targets.check, steps=steps({"target": target("À")}))


def test_an_alternative_that_is_there_already_is_said() -> None:
    (finding,) = found(targets.check, steps=steps({"target": target("Suite", **{"or": [target("Suite")]})}))
    assert finding.path == ("steps", 0, "target", "or", 0)


def test_a_target_shown_twice_in_a_row_is_said_unless_a_proof_parts_the_two() -> None:
    same = {"target": target("Continuer")}
    (finding,) = found(targets.check, steps=steps(same, same))
    assert (finding.code, finding.path) == ("cible-double", ("steps", 1, "target"))
    assert found(targets.check, steps=steps({**same, **at("un"), "gesture": "read"}, same))
    assert not found(targets.check, steps=steps({**same, **at("un")}, same))


def test_a_name_with_stars_that_is_another_step_s_target_is_said() -> None:
    first = {"target": target("*code*", "textbox"), "gesture": "write"}
    second = {"target": target("Code postal", "textbox"), "gesture": "write"}
    (finding,) = found(targets.check, steps=steps(first, second))
    assert finding.path == ("steps", 0, "target") and "etape-2" in finding.what
    # On another page, or of another role, it is not the same thing.
    assert not found(targets.check, steps=steps({**first, "gesture": "click"}, second))
    assert not found(targets.check, steps=steps(first, {**second, "target": target("Code postal", "combobox")}))


@pytest.mark.parametrize(
    ("done", "chance"),
    [
        ({"visible": target("Suite")}, True),
        ({"visible": target("Merci", "heading", **{"or": [target("Suite")]})}, True),
        ({"any": [{"downloaded": "*"}, {"visible": target("Suite")}]}, True),
        ({"all": [{"downloaded": "*"}, {"visible": target("Suite")}]}, False),
        ({"visible": target("Merci", "heading")}, False),
        ({"gone": target("Suite")}, False),
    ],
)
def test_a_step_that_its_own_target_proves_is_done_by_chance(done: dict[str, Any], chance: bool) -> None:
    codes = [finding.code for finding in found(targets.check, steps=steps({"target": target("Suite"), "done": done}))]
    assert codes == (["preuve-par-hasard"] if chance else [])


# --- facts --------------------------------------------------------------------------------------------------------

REAL: dict[str, Any] = {
    "keywords": ["caf", "prime", "aide"],
    "sheet": "F2882",
    "verified": "never",
    "help": {"name": "La caisse", "phone": "?"},
}


def facts_of(one: Procedure, *without: str) -> list[Finding]:
    written = {(name,) for name in REAL if name not in without}
    return list(facts.check(one, written=written, today=TODAY))


def test_a_procedure_that_says_all_is_left_alone() -> None:
    assert not facts_of(procedure(**REAL))


@pytest.mark.parametrize("word", ["keywords", "sheet", "verified", "help"])
def test_what_is_missing_is_said(word: str) -> None:
    (finding,) = facts_of(procedure(**{name: value for name, value in REAL.items() if name != word}), word)
    assert finding.path == (word,) and finding.expected


def test_a_practice_needs_neither_sheet_nor_verification() -> None:
    assert not facts_of(procedure(keywords=REAL["keywords"], practice=True), "sheet", "verified", "help")
    (finding,) = facts_of(procedure(keywords=REAL["keywords"], practice=True, doubts=["steps"]))
    assert finding.path == ("doubts",)


def test_what_needs_no_website_has_no_sheet() -> None:
    here = {"start": "https://bureau.exercice/", "allow": ["bureau.exercice"], "keywords": REAL["keywords"]}
    assert not facts_of(procedure(**here), "sheet", "help")


def test_nobody_verified_anything_tomorrow() -> None:
    assert facts_of(procedure(**{**REAL, "verified": "2025-06-01"})) == []
    (finding,) = facts_of(procedure(**{**REAL, "verified": "2025-06-02"}))
    assert "futur" in finding.what


@pytest.mark.parametrize(
    ("doubts", "more", "wrong"),
    [
        (["minutes"], {"minutes": "?"}, True),
        (["minutes"], {}, False),
        (["sheet"], {"sheet": "?"}, True),
        (["phone"], {}, True),
        (["papers"], {}, True),
        (["cases"], {}, True),
        (["steps"], {"verified": "2025-05-01"}, True),
        (["steps"], {}, False),
        (["start", "start"], {}, True),
    ],
)
def test_a_doubt_is_about_something_that_is_written(doubts: list[str], more: dict[str, Any], wrong: bool) -> None:
    assert [finding.path[0] for finding in facts_of(procedure(**{**REAL, "doubts": doubts, **more}))] == (
        ["doubts"] if wrong else []
    )


def test_a_picture_that_does_not_exist_is_said_with_the_nearest() -> None:
    several = steps({"words": [{"word": "Bail", "meaning": "Un contrat.", "icon": "hous"}]})
    one = procedure(icon="file-text", papers=[{"name": "Un papier", "icon": "zzz"}], steps=several)
    first, second = facts.check_icons(one, {"file-text", "house"})
    assert (first.path, first.nearest) == (("papers", 0, "icon"), None)
    assert (second.path, second.nearest) == (("steps", 0, "words", 0, "icon"), "house")


# --- easy French --------------------------------------------------------------------------------------------------


def test_every_text_is_judged_where_it_stands() -> None:
    hard = "Sollicitez cela."
    one = procedure(
        title=hard,
        short=hard,
        summary=hard,
        papers=[{"name": hard, "detail": hard, "where": hard}],
        cases=[{"id": "seul", "label": hard}],
        after=[hard],
        help={"name": hard, "counter": hard, "later": hard},
        steps=steps(
            {"do": hard, "short": hard, "why": hard, "words": [{"word": "x", "meaning": hard}], "pitfalls": [hard]}
        ),
    )
    found_in = [finding.path for finding in sentences.check(one, load()) if finding.code == "mot-difficile"]
    assert found_in == [
        *(("title",), ("short",), ("summary",)),
        *(("papers", 0, "name"), ("papers", 0, "detail"), ("papers", 0, "where"), ("cases", 0, "label")),
        *(("steps", 0, "do"), ("steps", 0, "short"), ("steps", 0, "why")),
        *(("steps", 0, "words", 0, "meaning"), ("steps", 0, "pitfalls", 0)),
        *(("after", 0), ("help", "name"), ("help", "counter"), ("help", "later")),
    ]


def test_a_step_s_own_word_explains_that_step_only() -> None:
    word = {"word": "Mainlevée", "meaning": "La banque rend les clés."}
    several = steps({"do": "Lisez la mainlevée.", "words": [word]}, {"do": "Lisez la mainlevée."})
    (finding,) = sentences.check(procedure(steps=several), load())
    assert (finding.code, finding.path) == ("mot-difficile", ("steps", 1, "do"))


def test_a_procedure_that_is_hard_as_a_whole_is_said_once() -> None:
    several = steps({"do": "Vérifiez attentivement."}, {"do": "Validez définitivement."})
    codes = [finding.code for finding in sentences.check(procedure(steps=several), load())]
    assert "lisibilite" in codes
