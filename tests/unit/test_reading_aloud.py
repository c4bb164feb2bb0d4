"""The shell reads its own text of the step that the guest names, in the language that the text has."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.procedures.model import Procedure
from kiosk.reading_aloud import ReadingAloud
from kiosk.session.messages import AnyToGuest, ReadAloud, Reading
from kiosk.voice.base import Speech, Voice


class NotedVoice(Voice):
    """Speaks French and English. `finish` ends what is being said."""

    def __init__(self, languages: Sequence[str] = ("fr", "en")) -> None:
        self.languages = languages
        self.heard: list[Speech] = []
        self.finish: Callable[[], None] = lambda: None
        self.stops = 0

    def speaks(self, language: str) -> bool:
        return language in self.languages

    def say(self, speeches: Sequence[Speech], on_end: Callable[[], None]) -> None:
        self.heard += speeches
        self.finish = on_end

    def stop(self) -> None:
        self.stops += 1

    def remains(self) -> int:
        return 0


PROCEDURE = Procedure.model_validate(
    {
        "id": "aide",
        "title": "Demander une aide",
        "short": "Aide",
        "summary": {"fr": "Une aide.", "en": "Some help."},
        "theme": "social_sante",
        "service": "La caisse",
        "start": "https://caisse.exercice/",
        "minutes": "?",
        "help": {"name": "La caisse", "phone": "34 00", "counter": "Allez à la mairie."},
        "steps": [
            {
                "id": "compte",
                "do": {"fr": "Ouvrez le compte.", "en": "Open the account."},
                "why": "Vos papiers y sont.",
                "words": [{"word": "Compte", "meaning": "Votre page à vous."}],
            }
        ],
    }
)


class Post:
    def __init__(self, voice: Voice, language: str = "fr", procedure: Procedure | None = PROCEDURE) -> None:
        self.sent: list[AnyToGuest] = []
        self.reading = ReadingAloud(
            voice,
            current=lambda: procedure,
            language=lambda: language,  # type: ignore[arg-type, return-value]
            send=self.sent.append,
        )


def test_a_step_is_read_with_its_reason_and_its_words_and_the_guest_knows_from_when_to_when() -> None:
    voice = NotedVoice()
    post = Post(voice)
    post.reading.hear(ReadAloud(step="compte"))
    assert [one.text for one in voice.heard] == [
        "Ouvrez le compte.",
        "Vos papiers y sont.",
        "Compte",
        "Votre page à vous.",
    ]
    assert post.sent == [Reading(on=True)]
    voice.finish()
    assert post.sent == [Reading(on=True), Reading(on=False)]


def test_the_late_end_of_what_was_read_before_does_not_end_what_is_read_now() -> None:
    voice = NotedVoice()
    post = Post(voice)
    post.reading.hear(ReadAloud(step="compte"))
    first = voice.finish
    post.reading.hear(ReadAloud(step="compte", part="help"))
    first()
    assert post.sent == [Reading(on=True), Reading(on=True)]
    voice.finish()
    assert post.sent[-1] == Reading(on=False)


def test_what_nobody_has_translated_is_read_by_the_french_voice() -> None:
    voice = NotedVoice()
    Post(voice, "en").reading.hear(ReadAloud(step="compte"))
    assert voice.heard[:2] == [Speech("Open the account.", "en"), Speech("Vos papiers y sont.", "fr")]


def test_whom_to_call_is_read_with_the_number_and_a_number_that_nobody_knows_is_not() -> None:
    voice = NotedVoice()
    Post(voice).reading.hear(ReadAloud(step="compte", part="help"))
    assert Speech("Téléphone : 34 00", "fr") in voice.heard
    unknown = PROCEDURE.model_copy(update={"help": PROCEDURE.help and PROCEDURE.help.model_copy(update={"phone": "?"})})
    other = NotedVoice()
    Post(other, procedure=unknown).reading.hear(ReadAloud(step="compte", part="help"))
    assert not any("?" in one.text for one in other.heard)


def test_a_step_that_the_procedure_does_not_have_is_not_read() -> None:
    voice = NotedVoice()
    post = Post(voice)
    post.reading.hear(ReadAloud(step="autre"))
    Post(voice, procedure=None).reading.hear(ReadAloud(step="compte"))
    assert not voice.heard
    assert not post.sent


def test_silence_is_asked_for_by_the_guest_too() -> None:
    voice = NotedVoice()
    Post(voice).reading.hear(None)
    assert voice.stops == 1


def test_a_procedure_is_read_before_it_starts() -> None:
    voice = NotedVoice()
    Post(voice).reading.read_procedure(PROCEDURE)
    assert [one.text for one in voice.heard] == ["Demander une aide", "Une aide."]


def test_a_post_without_a_french_voice_says_nothing_of_reading() -> None:
    post = Post(NotedVoice(languages=()))
    post.reading.greet_guest()
    post.reading.hear(ReadAloud(step="compte"))
    post.reading.read_procedure(PROCEDURE)
    assert not post.sent
    spoken = Post(NotedVoice())
    spoken.reading.greet_guest()
    assert spoken.sent == [Reading(on=False)]


def test_words_of_the_screens_are_said_in_their_language_or_not_at_all() -> None:
    voice = NotedVoice()
    Post(voice, language="en").reading.say("Are you still there?")
    Post(voice, language="ar").reading.say("هل ما زلت هنا؟")
    assert voice.heard == [Speech("Are you still there?", "en")]
