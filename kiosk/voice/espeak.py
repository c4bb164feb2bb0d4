"""The voice of eSpeak NG, heard through ALSA's player: two processes, joined by a pipe, that end with what is said.

Not speech-dispatcher: it is a service that outlives the session, keeps what it said in a log when asked to, and would
have to be wiped. Here nothing is kept: the text goes through a pipe (an argument could be read in /proc), the sound
through another. Debian's `espeak-ng` has French, English and Arabic.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from kiosk import languages
from kiosk.config import VoiceSection
from kiosk.sandbox import children
from kiosk.voice.base import Silence, Speech, Voice
from kiosk.voice.saying import said

_PLAYER = ("aplay", "-q", "-")
_LIST_TIMEOUT = 10.0
_PAUSE_BETWEEN_SPEECHES = "\n\n"


class EspeakVoice(Voice):
    """`voices`: which voice of eSpeak NG says a language, where it is not the language's own ("mb-fr1").

    `words_per_minute`: people who read little listen slowly too; 175 is eSpeak's own pace. `player` is given by tests.
    """

    def __init__(
        self,
        words_per_minute: int,
        voices: Mapping[str, str] | None = None,
        player: Sequence[str] = _PLAYER,
        record: Callable[..., None] = lambda *_, **__: None,
    ) -> None:
        self._pace = words_per_minute
        self._voices = dict(voices or {})
        self._player = tuple(player)
        self._record = record
        self._wanted = object()
        # However fast others follow, there are never more processes than one voice needs.
        self._one_at_a_time = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._children: set[asyncio.subprocess.Process] = set()

    def speaks(self, language: str) -> bool:
        own = languages.described(language).voice if language in languages.codes() else None
        return own is not None and bool(shutil.which(self._player[0])) and own.split("-")[0] in self._languages

    def say(self, speeches: Sequence[Speech], on_end: Callable[[], None]) -> None:
        self.stop()
        task = asyncio.get_running_loop().create_task(self._say_all(tuple(speeches), on_end, self._wanted))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def stop(self) -> None:
        # Nothing is cancelled: a start that is broken off half-way would leave a process that nobody knows.
        self._wanted = object()
        for child in self._children:
            children.end(child)

    def remains(self) -> int:
        return len(self._children)

    @cached_property
    def _languages(self) -> frozenset[str]:
        """What eSpeak NG can say on this machine. The first column but one of its list: "fr-fr", "en-gb", "ar"."""
        try:
            listed = subprocess.run(
                ["espeak-ng", "--voices"], capture_output=True, text=True, timeout=_LIST_TIMEOUT, check=True
            )
        except (OSError, subprocess.SubprocessError):
            return frozenset()
        return frozenset(row.split()[1].split("-")[0] for row in listed.stdout.splitlines()[1:] if len(row.split()) > 1)

    async def _say_all(self, speeches: Sequence[Speech], on_end: Callable[[], None], wanted: object) -> None:
        try:
            async with self._one_at_a_time:
                for speech in speeches:
                    if wanted is self._wanted and self.speaks(speech.language):
                        await self._say_one(speech, wanted)
        except OSError:
            self._record("voice-failed", code="start")
        finally:
            on_end()

    async def _say_one(self, speech: Speech, wanted: object) -> None:
        voice = self._voices.get(speech.language) or languages.described(speech.language).voice or speech.language
        command = ("espeak-ng", "--stdin", "--stdout", "-v", voice, "-s", str(self._pace))
        reading, writing = os.pipe()
        started: list[asyncio.subprocess.Process] = []
        try:
            try:
                started.append(await self._start(command, asyncio.subprocess.PIPE, writing))
                started.append(await self._start(self._player, reading, asyncio.subprocess.DEVNULL))
            finally:
                os.close(reading)
                os.close(writing)
            if wanted is not self._wanted:
                return
            speaker, player = started
            assert speaker.stdin is not None
            speaker.stdin.write((said(speech.text, speech.language) + _PAUSE_BETWEEN_SPEECHES).encode())
            speaker.stdin.close()
            await speaker.wait()
            if await player.wait() != 0 and wanted is self._wanted:
                self._record("voice-failed", code="player")
        finally:
            for child in started:
                children.end(child)
            for child in started:
                await child.wait()
            self._children.difference_update(started)

    async def _start(self, command: Sequence[str], stdin: int, stdout: int) -> asyncio.subprocess.Process:
        child = await children.start(*command, stdin=stdin, stdout=stdout, stderr=asyncio.subprocess.DEVNULL)
        self._children.add(child)
        return child


def voice_of(section: VoiceSection, record: Callable[..., None] = lambda *_, **__: None) -> Voice:
    """The post's voice, as its settings want it."""
    if section.reading == "off":
        return Silence()
    return EspeakVoice(section.words_per_minute, section.voices, record=record)
