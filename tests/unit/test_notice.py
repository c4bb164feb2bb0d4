"""« Vos données » says what is so: each sentence hangs on a setting or a test that exists, in every language."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from kiosk import languages
from kiosk.config import Config, load
from kiosk.notice import FOLDER, Notices, Sentence, sentences, setting

ROOT = Path(__file__).resolve().parents[2]
GDPR = sorted((ROOT / "packaging" / "gdpr").glob("*.md"))
_TIED = re.compile(r"`(?P<tie>(?:tests|packaging|kiosk)/[\w./-]+(?:::\w+)?|[a-z]+\.(?!jsonl?`)[a-z_]+)`")
_KEY = re.compile(r"[a-z]+\.[a-z_]+")


@pytest.fixture(scope="module")
def config() -> Config:
    return load((), ()).config


@cache
def functions_of(file: Path) -> frozenset[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef))


def broken(tie: str, config: Config) -> str | None:
    """What is wrong with this tie, or None."""
    if _KEY.fullmatch(tie):
        try:
            setting(config, tie)
        except AttributeError:
            return f"{tie}: no such setting"
        return None
    name, _, function = tie.partition("::")
    file = ROOT / name
    if not file.exists():
        return f"{tie}: no such file"
    if function and function not in functions_of(file):
        return f"{tie}: no such test"
    return None


def every_sentence() -> list[Sentence]:
    return [one for part in sentences() for one in part.lines]


def test_each_sentence_hangs_on_what_exists(config: Config) -> None:
    found = [broken(tie, config) for one in every_sentence() for tie in one.ties]
    assert not [one for one in found if one]
    for one in every_sentence():
        if one.when:
            setting(config, one.when.partition("=")[0])


def test_a_tie_that_leads_nowhere_is_found(config: Config) -> None:
    assert broken("session.idle_second", config)
    assert broken("tests/unit/test_none.py", config)
    assert broken("tests/unit/test_notice.py::test_that_is_not_there", config)
    assert broken("tests/unit/test_notice.py::test_a_tie_that_leads_nowhere_is_found", config) is None


@pytest.mark.parametrize("language", languages.codes())
def test_every_language_says_all_of_it_and_no_more(language: str) -> None:
    written = yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    assert list(written["lines"]) == [one.id for one in every_sentence()]
    assert set(written["parts"]) == {part.id for part in sentences()}
    french = yaml.safe_load((FOLDER / "fr.yaml").read_text(encoding="utf-8"))
    for name, text in written["lines"].items():
        assert re.findall(r"\{.*?\}", text) == re.findall(r"\{.*?\}", french["lines"][name]), name


def test_it_says_what_this_posts_settings_make_true() -> None:
    def said(*settings: str) -> str:
        notice = Notices(load((), settings).config).within("fr")
        return "\n".join(line for part in notice.parts for line in part.lines)

    assert "pendant 365 jours" in said()
    assert "pendant 30 jours" in said("receipts.keep_days=30")
    for device in ("print", "phone", "stick"):
        assert len(said(f"{device}.enabled=false").splitlines()) == len(said().splitlines()) - 1
    assert "imprimante" not in said("print.enabled=false")
    assert "Demandez à l'accueil qui est responsable du poste." in said()
    named = said('notice.controller="Mairie de Rennes"', 'notice.contact="dpo@exemple.fr"')
    assert "Responsable de ce poste : Mairie de Rennes." in named
    assert "Pour une question : dpo@exemple.fr." in named
    assert "qui est responsable" not in named


def test_a_language_without_its_file_reads_french() -> None:
    notices = Notices(load((), ()).config)
    assert notices.within("xx") == notices.within("fr")


def test_the_french_is_easy() -> None:
    notice = Notices(load((), ('notice.controller="Mairie"', 'notice.contact="Mairie"')).config).within("fr")
    for part in notice.parts:
        for line in part.lines:
            for sentence in re.split(r"(?<=[.?!]) (?=[A-Z])", line):
                assert len(sentence.split()) <= 13, sentence


def statements(file: Path) -> list[str]:
    """The rows and items of a document: what it claims. The head of a table claims nothing."""
    lines = file.read_text(encoding="utf-8").splitlines()
    heads = {number - 1 for number, line in enumerate(lines) if line.startswith("|---")}
    return [
        line
        for number, line in enumerate(lines)
        if line.startswith(("- ", "| ")) and number not in heads and not line.startswith("|---")
    ]


@pytest.mark.parametrize("file", GDPR, ids=lambda file: file.stem)
def test_each_statement_of_the_gdpr_papers_hangs_on_what_exists(file: Path, config: Config) -> None:
    for line in statements(file):
        ties = _TIED.findall(line)
        assert ties or "À écrire par le lieu" in line, f"{file.name}: nothing holds this up: {line}"
        assert not [found for found in (broken(tie, config) for tie in ties) if found], line


def test_the_three_papers_are_there() -> None:
    assert {file.stem for file in GDPR} == {"registre", "analyse-impact", "conservation"}
