"""Reads the program's own texts aloud when a person asks: a step, whom to call, what a procedure is before it starts.

The guest only names a step of the procedure that the shell gave it; what is said is the shell's text, never its own. A
part that nobody has translated is read in French, by the French voice. Ties `procedures`, `session` and `voice`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from kiosk.procedures.model import Help, Language, Procedure, Step, Text
from kiosk.session.messages import AnyToGuest, ReadAloud, Reading
from kiosk.voice.base import Speech, Voice


class ReadingAloud:
    """`current`: the procedure of the session, if there is one. `send`: to the guest."""

    def __init__(
        self,
        voice: Voice,
        current: Callable[[], Procedure | None],
        language: Callable[[], Language],
        send: Callable[[AnyToGuest], object],
    ) -> None:
        self._voice = voice
        self._current = current
        self._language = language
        self._send = send
        self._readings = 0

    @property
    def possible(self) -> bool:
        """French is what every text has."""
        return self._voice.speaks("fr")

    def greet_guest(self) -> None:
        """The first word about reading says that there is a voice."""
        if self.possible:
            self._send(Reading(on=False))

    def hear(self, asked: ReadAloud | None) -> None:
        """What the guest says of reading. None: silence."""
        if asked is None:
            self.stop()
        else:
            self.read_step(asked)

    def read_step(self, asked: ReadAloud) -> None:
        procedure = self._current()
        step = next((one for one in procedure.steps if one.id == asked.step), None) if procedure else None
        if procedure is None or step is None or not self.possible:
            return
        speeches = tuple(of_help(procedure.help) if asked.part == "help" else of_step(step, self._language()))
        self._send(Reading(on=True))
        self._readings += 1
        self._voice.say(speeches, on_end=partial(self._note_end, self._readings))

    def _note_end(self, reading: int) -> None:
        """One that another has followed ends late: the other goes on."""
        if reading == self._readings:
            self.greet_guest()

    def read_procedure(self, procedure: Procedure | None) -> None:
        """Before it starts: what it is, and what to have in hand."""
        if procedure is not None and self.possible:
            self._voice.say(tuple(of_procedure(procedure, self._language())), on_end=lambda: None)

    def say(self, words: str) -> None:
        """Words of the screens themselves, in their language; nothing when no voice speaks it."""
        if self._voice.speaks(self._language()):
            self._voice.say((Speech(words, self._language()),), on_end=lambda: None)

    def stop(self) -> None:
        self._voice.stop()

    def remains(self) -> int:
        """How much of what is being read is still somewhere. 0, a moment after `stop`."""
        return self._voice.remains()


def of_step(step: Step, language: Language) -> Iterator[Speech]:
    texts: list[Text | None] = [step.do, step.why, *step.pitfalls]
    yield from _speeches(texts, language)
    for word in step.words:
        yield from _speeches([word.word, word.meaning], language)


def of_help(help_: Help | None) -> Iterator[Speech]:
    """Names and counters are French names; the phone number is said a group at a time."""
    if help_ is None:
        return
    yield Speech(help_.name.fr, "fr")
    if help_.phone not in (None, "?"):
        yield Speech(f"Téléphone : {help_.phone}", "fr")
    yield from _speeches([help_.counter, help_.later], "fr")


def of_procedure(procedure: Procedure, language: Language) -> Iterator[Speech]:
    yield from _speeches([procedure.title, procedure.summary], language)
    for paper in procedure.papers:
        yield from _speeches([paper.name, paper.detail, paper.where], language)


def _speeches(texts: Sequence[Text | None], language: Language) -> Iterator[Speech]:
    for text in texts:
        if text is not None:
            yield Speech(text.get(language), language if text.has(language) else "fr")
