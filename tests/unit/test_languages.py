"""A language is a matter of files: adding one is adding them, and a bad one never keeps the post from opening."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from kiosk import languages
from kiosk.config import load as settings
from kiosk.config.model import PACKAGED_PROCEDURES
from kiosk.documents.phone import page
from kiosk.procedures import checked, glossary, loader, schema
from kiosk.procedures.lint import translated
from kiosk.procedures.model import Procedure, Text
from kiosk.procedures.written import read
from kiosk.reading_aloud import of_step
from kiosk.session.messages import Appearance

MOST_NEEDED = (
    *("caf-prime-activite", "caf-attestation", "caf-rsa", "caf-aide-logement", "ants-passeport-identite"),
    *("ameli-attestation", "impots-avis", "france-travail-actualisation", "titre-sejour-renouveler"),
    *("logement-social-demander", "amende-payer"),
)
PRIME = """\
id: prime
title: Demander la prime
short: { fr: Prime, br: Prim }
summary: Une aide.
theme: social_sante
service: Caisse
start: https://www.caf.fr/
minutes: 5
steps:
  - id: lire
    do: Lisez « Aide » !
"""
Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """The post's own languages in a folder where more can be put."""
    folder = shutil.copytree(languages.FOLDER, tmp_path / "locale", ignore=shutil.ignore_patterns("*.ts", "*.qm"))
    monkeypatch.setattr(languages, "FOLDER", folder)

    def put(name: str, text: str) -> Path:
        (folder / name).write_text(text, encoding="utf-8")
        return folder / name

    return put


@pytest.fixture
def breton(write: Write) -> None:
    write("br.yaml", "name: Brezhoneg\nfrench: le breton\norder: 4\n")
    write("procedures/br.yaml", '"Demander la prime": "Goulenn ar prim"\n"Lisez « Aide » !": "Lennit « Aide » !"\n')


def prime(text: str = PRIME) -> tuple[Procedure | None, list[str]]:
    one, problems = checked.check("prime.yaml", read(text), loader.translations.memory())
    return one, [str(problem) for problem in problems]


@pytest.mark.usefixtures("breton")
def test_a_language_added_by_files_is_offered_used_and_falls_back_to_french() -> None:
    assert languages.codes() == ("fr", "en", "ar", "br")
    assert settings([], ["display.language=br"]).config.display.language == "br"
    assert Appearance(language="br").language == "br"
    procedure, problems = prime()
    assert procedure is not None, problems
    assert procedure.title.get("br") == "Goulenn ar prim"
    assert procedure.short.get("br") == "Prim"
    assert procedure.summary.get("br") == "Une aide."
    assert procedure.in_french("br") == "some"
    assert [(speech.text[:3], speech.language) for speech in of_step(procedure.steps[0], "br")] == [("Len", "br")]
    assert Procedure.model_validate_json(procedure.model_dump_json()) == procedure
    assert page.files("br", "code")[""].content.decode().count("Photographiez votre papier") > 0
    assert "br" in json.dumps(schema.schema()["$defs"]["Text"])


def test_an_unknown_language_is_said_with_the_nearest_word() -> None:
    assert prime(PRIME.replace("br:", "arr:"))[1] == [
        "prime.yaml, ligne 3, colonne 21 : « arr » n'est pas connu. Vouliez-vous dire « ar » ?"
    ]
    problems = settings([], ["display.language=arr"]).problems
    assert "fr, en ou ar" in str(problems[0])
    assert "« ar »" in str(problems[0])
    with pytest.raises(ValueError, match="unknown language"):
        Appearance(language="arr")
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"language": "arr"}', type=Appearance)


@pytest.mark.parametrize("text", ["name: [", "- 1", "name: X\nfrench: x\ndirection: up\n", ""])
def test_a_language_that_is_badly_described_is_left_out_and_said(write: Write, text: str) -> None:
    write("br.yaml", text)
    write("fr.yaml", text)
    assert languages.codes() == ("fr", "en", "ar")
    assert languages.described("fr").name == "Français"
    said = [str(problem) for problem in translated.check([])]
    assert any("br.yaml" in one for one in said)


def test_a_sentence_that_translates_nothing_any_more_is_said_with_its_line_and_the_nearest(write: Write) -> None:
    file = write("procedures/en.yaml", '# Deux phrases.\n"Une aide !": "Help."\n"Prime":\n  "Bonus"\n')
    shutil.rmtree(file.parents[1] / "glossary")
    procedure, _ = prime(PRIME.replace("{ fr: Prime, br: Prim }", "Prime"))
    assert procedure is not None
    (file.parent / "ar.yaml").unlink()
    (said,) = map(str, translated.check([procedure]))
    assert said.startswith("locale/procedures/en.yaml, ligne 2 : « Une aide ! » n'est plus dans aucune démarche.")
    assert said.endswith("Vouliez-vous dire « Une aide. » ?")


def test_sentences_of_a_language_without_a_description_are_said(write: Write) -> None:
    write("procedures/br.yaml", '"Prime": "Prim"\n')
    assert any("« br » n'est pas une langue de ce poste." in str(problem) for problem in translated.check([]))


@pytest.mark.parametrize("text", ["- a", "{", '"Prime": 3', '"Prime": ""', "\x00"])
def test_badly_written_sentences_leave_the_procedure_in_french(write: Write, text: str) -> None:
    write("procedures/en.yaml", text)
    procedure, _ = prime(PRIME.replace("{ fr: Prime, br: Prim }", "Prime"))
    assert procedure is not None
    assert procedure.title.get("en") == "Demander la prime"
    assert any("procedures/en.yaml" in str(problem) for problem in translated.check([procedure]))


def test_own_words_come_before_the_shared_sentence(write: Write) -> None:
    write("procedures/en.yaml", '"Prime": "Bonus"\n')
    procedure, _ = prime(PRIME.replace("br: Prim", "en: Premium"))
    assert procedure is not None
    assert procedure.short.get("en") == "Premium"


def test_french_keeps_its_direction_where_one_reads_from_the_right() -> None:
    assert Text(fr="Lisez.").get("ar") == "\u2068Lisez.\u2069"
    assert Text(fr="Lisez.").get("en") == "Lisez."


@pytest.mark.parametrize("language", languages.codes())
def test_the_most_needed_procedures_are_whole_in_every_language_with_the_words_explained_there(language: str) -> None:
    known = {one.id: one for one in loader.load([PACKAGED_PROCEDURES]).procedures}
    words = glossary.load()
    for name in MOST_NEEDED:
        procedure = known[name]
        assert [text.fr for text in procedure.every_text if not text.has(language)] == []
        for step in procedure.steps:
            for word in (*step.words, *words.words_in(step.do.fr)):
                assert word.meaning.has(language), (name, step.id, word.word.fr)


@pytest.mark.parametrize(
    "line", ["order: !!int", "order: !!int ''", "name: !!timestamp jeudi", "voice: !!bool peut-être"]
)
def test_a_type_without_its_value_leaves_the_language_out_and_no_more(write: Write, line: str) -> None:
    write("br.yaml", f"name: Brezhoneg\nfrench: le breton\n{line}\n")
    assert "br" not in languages.codes()
    assert "fr" in languages.codes()
