"""The doctor says which language nobody hears, and what to install."""

from __future__ import annotations

from kiosk.checks import Verdict
from kiosk.config import load
from kiosk.voice.base import Silence
from kiosk.voice.espeak import EspeakVoice, voice_of
from kiosk.voice.examined import examine


class FrenchOnly(Silence):
    def speaks(self, language: str) -> bool:
        return language == "fr"


def test_a_language_without_a_voice_is_named_with_what_to_install() -> None:
    check = examine(FrenchOnly())
    assert check.verdict is Verdict.WARNING
    assert "l'anglais, l'arabe" in check.what
    assert "espeak-ng" in check.remedy


def test_a_post_that_speaks_is_well() -> None:
    assert examine(EspeakVoice(140, player=("true",))).verdict is Verdict.OK


def test_the_settings_choose_pace_and_voices_or_silence() -> None:
    assert not voice_of(load([], ['voice.reading="off"']).config.voice).speaks("fr")
    assert isinstance(
        voice_of(load([], ["voice.words_per_minute=100", 'voice.voices={fr = "mb-fr1"}']).config.voice), EspeakVoice
    )
