"""The call makes its sound where there is a sound card, and no trouble where there is none."""

from __future__ import annotations

import wave
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.ui.announcer import AplaySound
from kiosk.ui.theme import ASSETS


def program(folder: Path, body: str) -> None:
    path = folder / "aplay"
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.parametrize("name", ["call.wav", "warning.wav"])
def test_the_sound_is_short_and_not_loud(name: str) -> None:
    with wave.open(str(ASSETS / "theme" / name)) as sound:
        assert 0.4 < sound.getnframes() / sound.getframerate() < 1.5
        frames = sound.readframes(sound.getnframes())
    loudest = max(abs(int.from_bytes(frames[at : at + 2], "little", signed=True)) for at in range(0, len(frames), 2))
    assert 5_000 < loudest < 20_000


@pytest.mark.parametrize(("play", "name"), [(AplaySound.ring, "call.wav"), (AplaySound.warn, "warning.wav")])
def test_it_plays_what_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, play: Callable[[AplaySound], None], name: str
) -> None:
    heard = tmp_path / "heard"
    program(tmp_path, f'echo "$@" > {heard}')
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    sound = AplaySound()
    with qtbot.waitSignal(sound._process.finished):
        play(sound)
    assert heard.read_text().strip() == f"-q {ASSETS / 'theme' / name}"


def test_without_a_player_it_is_logged_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    AplaySound().ring()
    assert "call_sound_absent" in caplog.text


def test_without_a_sound_card_it_is_logged_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    program(tmp_path, "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    sound = AplaySound()
    sound.ring()
    qtbot.waitUntil(lambda: "call_sound_failed" in caplog.text)


def test_a_sound_that_a_blocked_card_holds_ends_with_the_shell_and_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    program(tmp_path, "exec sleep 100")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    sound = AplaySound()
    with qtbot.waitSignal(sound._process.started):
        sound.warn()
    sound.stop()
    assert sound._process.state() == sound._process.ProcessState.NotRunning
    assert not caplog.text
    AplaySound().stop()
