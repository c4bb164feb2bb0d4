"""The check of files: everything shipped passes, and what is found comes with the file and the line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.config.model import PACKAGED_PROCEDURES
from kiosk.procedures import glossary, loader
from kiosk.procedures.inspection import Inspected, Said, inspect
from kiosk.procedures.model import Procedure

TODAY = date(2025, 6, 1)
GOOD = """\
id: prime
title: Demander la prime
short: Prime
summary: Une aide.
theme: social_sante
service: Caisse
start: https://www.caf.fr/
keywords: [caf, prime, aide]
minutes: 5
practice: true
steps:
  - id: compte
    do:
      fr: Cliquez.
      en: Click.
    done: { address: www.caf.fr/compte* }
"""
SHIPPED = loader.files_of(PACKAGED_PROCEDURES, [])

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def _write(content: str, name: str = "prime.yaml") -> Path:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(content)
        return file

    return _write


def inspected(*files: Path) -> tuple[Inspected, ...]:
    return inspect(files, glossary.load(), TODAY)


def said(*files: Path) -> list[Said]:
    return [one for each in inspected(*files) for one in each.said]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_shipped_procedure_has_nothing_to_mend(file: Path) -> None:
    assert [str(one) for one in said(file)] == []


def test_no_two_shipped_procedures_have_one_name() -> None:
    assert len({one.procedure.id for one in inspected(*SHIPPED) if one.procedure}) == len(SHIPPED)


def test_a_good_file_is_left_alone(write: Write) -> None:
    (one,) = inspected(write(GOOD))
    assert isinstance(one.procedure, Procedure) and not one.said


def test_what_the_loader_says_is_said_with_the_whole_path(write: Write) -> None:
    file = write(GOOD.replace("theme:", "thme:"))
    (one,) = said(file)
    assert (one.file, one.line, one.code, one.nearest) == (str(file), 5, "fichier", "theme")


def test_a_file_that_is_no_yaml_is_said(write: Write) -> None:
    (one,) = said(write("id: 'x\n"))
    assert (one.line, one.code) == (1, "fichier")


def test_a_deeper_finding_has_its_line_and_its_rule(write: Write) -> None:
    file = write(GOOD.replace("www.caf.fr/compte*", "https://www.caf.fr/compte*"))
    (one,) = said(file)
    assert str(one) == (
        f"{file}, ligne 16, colonne 13 : « https://www.caf.fr/compte* » n'est jamais l'adresse d'une page : elle est"
        " comparée sans « https:// ». Vouliez-vous dire « www.caf.fr/compte* » ? [adresse]"
    )


def test_a_hard_sentence_is_said_at_its_french(write: Write) -> None:
    (one,) = said(write(GOOD.replace("fr: Cliquez.", "fr: Cherchez le lien et cliquez.")))
    assert (one.line, one.code) == (14, "deux-idees")


def test_a_file_has_the_name_of_its_procedure(write: Write) -> None:
    (one,) = said(write(GOOD, "autre.yaml"))
    assert (one.line, one.code) == (1, "nom")


def test_a_name_that_two_files_share_is_said_at_the_second(write: Write, tmp_path: Path) -> None:
    first, second = write(GOOD), write(GOOD, "ailleurs/prime.yaml")
    (one,) = said(first, second)
    assert one.file == str(second) and str(first) in one.what


def test_what_two_cases_share_is_said_once(write: Write) -> None:
    two = "cases:\n  - { id: seul, label: Seul }\n  - { id: couple, label: En couple }\n"
    more = "  - { id: seul, do: Lisez., cases: [seul] }\n  - { id: double, do: Lisez bien., cases: [couple] }\n"
    file = write(GOOD.replace("steps:\n", f"{two}steps:\n").replace("/compte*", "/*") + more)
    assert [one.code for one in said(file)] == ["boucle"]
