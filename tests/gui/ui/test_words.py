"""Every code of the core has words, and figures are said as each language says them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.control.backend import DeviceKind
from kiosk.control.people import Person
from kiosk.procedures.model import Theme
from kiosk.session.receipt import WIPE_STEPS
from kiosk.session.state import EndReason
from kiosk.ui import i18n, words
from kiosk.ui.theme import ASSETS

UNEXPLAINED = {EndReason.BOOT, EndReason.FINISHED, EndReason.SHUTDOWN}


def test_every_theme_has_a_name_and_an_icon() -> None:
    assert set(words.HOME_THEMES) | set(words.RARE_THEMES) == set(get_args(Theme))
    for key in get_args(Theme):
        assert words.theme_name(key) != key
        assert (ASSETS / "icons" / f"{words.theme_icon(key)}.svg").is_file()


def test_every_wipe_step_has_words() -> None:
    assert all(words.wipe_step(code) != code for code in WIPE_STEPS)


def test_steps_with_the_same_words_are_one_line() -> None:
    lines = words.wipe_lines(WIPE_STEPS)
    assert lines[words.wipe_step("clipboard")] == ("clipboard", "screen")
    assert [code for codes in lines.values() for code in codes if code not in {"screen", "places"}] == list(
        WIPE_STEPS[:8]
    )


@pytest.mark.parametrize("reason", EndReason)
def test_an_end_is_explained_unless_the_person_or_the_post_asked_for_it(reason: EndReason) -> None:
    assert (words.end_reason(reason.value) is None) == (reason in UNEXPLAINED)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", ["Environ 1 minute", "Environ 30 minutes", "0,4 seconde", "2,5 secondes", "14\u00a0h\u00a032"]),
        ("en", ["About 1 minute", "About 30 minutes", "0.4 seconds", "2.5 seconds", "14:32"]),
        ("ar", ["حوالي دقيقة واحدة", "حوالي 30 دقيقة", "0,4 ثانية", "2,5 ثانية", "14:32"]),
    ],
)
def test_figures_are_said_in_each_language(qapp: QApplication, language: str, said: list[str]) -> None:
    i18n.install(qapp, language)
    at = datetime(2026, 3, 2, 14, 32, tzinfo=UTC)
    assert [
        words.minutes(1),
        words.minutes(30),
        words.seconds(0.4, language),
        words.seconds(2.5, language),
        words.time_of_day(at),
    ] == said


def test_nothing_takes_no_time_at_all() -> None:
    assert words.seconds(0.004, "fr") == "tout de suite"
    assert words.seconds(0.05, "fr").startswith("0,1")


@pytest.mark.parametrize("person", [one.name.lower() for one in Person])
@pytest.mark.parametrize("kind", [one.value for one in DeviceKind])
def test_every_device_has_its_words(person: str, kind: str) -> None:
    gone, back = words.device_gone(person, kind), words.device_back(person, kind)
    whose = {"user": "l'usager", "mediator": "médiateur"}[person]
    what = {"mouse": "La souris", "keyboard": "Le clavier", "touch": "L'écran tactile"}[kind]
    assert gone.startswith(what)
    assert back.startswith(what)
    assert whose in gone
    assert whose in back
    assert "débranché" in gone
    assert gone.endswith("rien n'est perdu.")
    assert "revenu" in back
