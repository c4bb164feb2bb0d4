"""The real voice: eSpeak NG, recorded instead of played, and judged by its sounds."""

from __future__ import annotations

import asyncio
import subprocess
import wave
from pathlib import Path

import pytest

from kiosk.voice.base import Speech
from kiosk.voice.espeak import EspeakVoice
from kiosk.voice.saying import said

PATIENCE = 30


async def recorded(file: Path, *speeches: Speech, pace: int = 140) -> EspeakVoice:
    voice = EspeakVoice(pace, player=("tee", str(file)))
    ended = asyncio.Event()
    voice.say(speeches, ended.set)
    await asyncio.wait_for(ended.wait(), PATIENCE)
    return voice


def seconds(file: Path) -> float:
    """The length of the sound. eSpeak writes its header before it knows the length."""
    with wave.open(str(file)) as sound:
        rate, width = sound.getframerate(), sound.getsampwidth()
    return (file.stat().st_size - 44) / rate / width


def loudness(file: Path) -> float:
    """The loudest sample, of 32768."""
    samples = memoryview(file.read_bytes()[44:][: (file.stat().st_size - 44) // 2 * 2]).cast("h")
    return max(map(abs, samples))


async def test_a_sentence_becomes_a_sound_that_is_neither_silent_nor_broken_off(tmp_path: Path) -> None:
    voice = await recorded(tmp_path / "s.wav", Speech("Cliquez sur « Continuer ». Votre demande est envoyée.", "fr"))
    assert 1.5 < seconds(tmp_path / "s.wav") < 8
    assert 3000 < loudness(tmp_path / "s.wav") <= 32768
    assert voice.remains() == 0


async def test_a_slower_pace_takes_longer(tmp_path: Path) -> None:
    speech = Speech("Vos papiers sont dans votre compte.", "fr")
    await recorded(tmp_path / "slow.wav", speech, pace=100)
    await recorded(tmp_path / "fast.wav", speech, pace=200)
    assert seconds(tmp_path / "slow.wav") > 1.2 * seconds(tmp_path / "fast.wav")


async def test_each_language_of_the_interface_has_a_voice(tmp_path: Path) -> None:
    voice = EspeakVoice(140, player=("true",))
    assert all(voice.speaks(language) for language in ("fr", "en", "ar"))
    assert not voice.speaks("xx")
    for text, language in (("Open your account.", "en"), ("افتح حسابك.", "ar")):
        await recorded(tmp_path / f"{language}.wav", Speech(text, language))
        assert seconds(tmp_path / f"{language}.wav") > 0.4


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("la CAF", "lakaf"),
        ("votre RIB", "votʁʁib"),
        ("l'APL", "lapeɛl"),
        ("vos mails", "vomɛl"),
        ("5 Mo", "sɛ̃kmeɡaɔktɛ"),
        ("le 34 00", "ləʁɑ̃tkatʁzeʁozeʁo"),
        ("86 €", "katʁəvɛ̃sizøʁo"),
    ],
)
def test_what_people_know_by_ear_sounds_as_they_know_it(text: str, sounds: str) -> None:
    answer = subprocess.run(
        ["espeak-ng", "-v", "fr", "-q", "--ipa", "--stdin"],
        input=said(text, "fr"),
        capture_output=True,
        text=True,
        check=True,
    )
    heard = "".join(sound for sound in answer.stdout if sound not in "ˈˌ- \n")
    assert heard == sounds or heard == sounds.replace("ləʁ", "lətʁ")


async def test_silence_comes_at_once_and_leaves_no_process(tmp_path: Path) -> None:
    voice = EspeakVoice(80, player=("tee", str(tmp_path / "s.wav")))
    ended = asyncio.Event()
    voice.say([Speech("Une très longue phrase. " * 200, "fr")] * 3, ended.set)
    async with asyncio.timeout(PATIENCE):
        while not voice.remains():
            await asyncio.sleep(0)
        voice.stop()
        await ended.wait()
        while voice.remains():
            await asyncio.sleep(0)


async def test_a_post_without_a_player_has_no_voice() -> None:
    voice = EspeakVoice(140, player=("no-such-player",))
    assert not voice.speaks("fr")
    ended = asyncio.Event()
    voice.say([Speech("Bonjour.", "fr")], ended.set)
    await asyncio.wait_for(ended.wait(), PATIENCE)


async def test_a_sound_card_that_refuses_is_noted_and_nothing_else(tmp_path: Path) -> None:
    noted: list[tuple[str, str]] = []
    voice = EspeakVoice(140, player=("false",), record=lambda event, code: noted.append((event, code)))
    ended = asyncio.Event()
    voice.say([Speech("Bonjour.", "fr")], ended.set)
    await asyncio.wait_for(ended.wait(), PATIENCE)
    assert noted == [("voice-failed", "player")]


async def test_whoever_asks_again_and_again_starts_one_voice_at_a_time(tmp_path: Path) -> None:
    voice = EspeakVoice(140, player=("tee", str(tmp_path / "sound.wav")))
    ends = asyncio.Semaphore(0)
    most = 0
    for _ in range(20):
        voice.say((Speech("Bonjour.", "fr"),), ends.release)
        await asyncio.sleep(0)
        most = max(most, voice.remains())
    for _ in range(20):
        await asyncio.wait_for(ends.acquire(), PATIENCE)
        most = max(most, voice.remains())
    assert most <= 2
    assert voice.remains() == 0
