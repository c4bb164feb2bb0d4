"""Every code of the desk has its sentences: short, whole, and the same three things about each trouble."""

from __future__ import annotations

import re
from typing import get_args, get_type_hints

import pytest

from kiosk.documents.acceptance import Did, Reading, Rule
from kiosk.documents.desk.scenes import PhoneScene, PrintScene, StickScene, WaitScene
from kiosk.documents.trouble import Trouble
from kiosk.ui import desk_stages, desk_words
from kiosk.ui.screens.desk.sorry import icon_of
from kiosk.ui.theme import ASSETS


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("trouble", Trouble)
def test_each_trouble_says_what_happened_what_is_not_lost_and_what_to_do(trouble: Trouble) -> None:
    calm = desk_words.calm(trouble)
    for said in (calm.happened, calm.kept, calm.do):
        assert said.endswith(".")
        for sentence in re.split(r"(?<=\.) ", plain(said)):
            assert 1 <= len(sentence.split()) <= 10, sentence
    assert re.search(r"gardé|toujours là|comme avant|Rien|pas changé", calm.kept)
    assert (ASSETS / "icons" / f"{icon_of(trouble)}.svg").is_file()


def test_no_trouble_blames_or_speaks_as_a_machine() -> None:
    for trouble in Trouble:
        calm = desk_words.calm(trouble)
        said = f"{calm.happened} {calm.kept} {calm.do}".lower()
        assert not re.search(r"erreur|échec|invalide|fichier|document|vous avez mal", said), said


@pytest.mark.parametrize("did", Did)
def test_each_thing_that_was_done_has_its_words(did: Did) -> None:
    assert plain(desk_words.done((did,), 2_000_000, 1_000_000)).startswith("Ce papier a été ")


def test_what_was_done_is_one_sentence_in_its_order_each_thing_once() -> None:
    did = (Did.TURNED, Did.STRAIGHTENED, Did.TURNED, Did.SHRUNK)
    said = plain(desk_words.done(did, 12_000_000, 800_000))
    assert said == "Ce papier a été tourné, redressé et rendu plus léger : de 12 Mo à 800 Ko."
    assert plain(desk_words.done((Did.TO_PDF, Did.TURNED), 1, 1)) == "Ce papier a été mis en PDF et tourné."
    assert desk_words.done((), 1, 1) == ""


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (1, "1 Ko"),
        (640_400, "640 Ko"),
        (999_999, "1 Mo"),
        (1_000_000, "1 Mo"),
        (4_840_000, "4,8 Mo"),
        (12_300_000, "12 Mo"),
    ],
)
def test_weights_are_said_as_sites_write_them(size: int, said: str) -> None:
    assert plain(desk_words.weight(size)) == said


def test_the_first_reason_that_a_paper_does_not_fit_is_said() -> None:
    five = Rule(("pdf", "jpeg"), 5_000_000)
    said = plain(desk_words.fitness("pdf", 12_000_000, five, fits=False))
    assert said == "Ce papier pèse 12 Mo. Le site accepte 5 Mo."
    assert "Le site l'accepte." in desk_words.fitness("pdf", 4_000_000, five, fits=True)
    assert "veut un PDF" in desk_words.fitness("image", 1, Rule(("pdf",)), fits=False)
    assert "veut une image" in desk_words.fitness("pdf", 1, Rule(("jpeg",)), fits=False)
    assert "site" not in desk_words.fitness("pdf", 1, None, fits=True)


def test_readable_is_said_in_one_sentence_and_never_by_colour_alone() -> None:
    assert desk_words.readable(100) == ("On lit bien.", True)
    words, good = desk_words.readable(0)
    assert not good
    assert words != "On lit bien."


def test_a_kind_of_paper_has_its_name_and_an_unknown_one_none() -> None:
    assert "Avis d'imposition" in desk_words.recognized(Reading("avis-imposition", 90))
    assert desk_words.recognized(Reading(None, 90)) == ""


def test_every_stage_has_a_title() -> None:
    def values(scene: type, name: str) -> tuple[str, ...]:
        return get_args(get_type_hints(scene)[name])

    for stage in values(StickScene, "stage"):
        assert desk_stages.stick(stage, 2)[0]
    for stage in values(PrintScene, "stage"):
        assert desk_stages.printing(stage)[0]
    for what in values(WaitScene, "what"):
        assert desk_stages.waiting(what)
    for mode in values(PhoneScene, "mode"):
        for stage in values(PhoneScene, "stage"):
            assert stage == "code" or desk_stages.phone(mode, stage, 1, 2)[0]


@pytest.mark.parametrize(("seconds", "said"), [(600, "10 minute"), (61, "1 minute"), (59, "moins d'une minute")])
def test_time_is_said_in_minutes(seconds: int, said: str) -> None:
    assert said in plain(desk_stages.time_left(seconds))
