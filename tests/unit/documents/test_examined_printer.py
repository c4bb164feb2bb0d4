"""What `kiosk doctor` says of printing, for each thing that can be wrong, and nothing else when all is well."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.checks import Check
from kiosk.config import packaged
from kiosk.documents.printer.base import PrinterInfo
from kiosk.documents.printer.examined import Looked, judge, keeps_papers
from kiosk.documents.trouble import Trouble

WELL = Looked(
    answers=True,
    names=("laser",),
    printer=PrinterInfo("laser", colour=False),
    spool=Path("/var/spool/cups"),
    spool_in_memory=True,
    keeps_papers=False,
)


def bad(looked: Looked, queue: str = "") -> list[Check]:
    section = packaged().print.model_copy(update={"queue": queue})
    return [one for one in judge(section, looked) if one.verdict != "ok"]


def test_a_post_that_prints_has_nothing_said_against_it() -> None:
    assert bad(WELL) == []
    assert bad(replace(WELL, keeps_papers=None)) == []
    assert [one.code for one in judge(packaged().print, WELL)] == ["print", "print-spool"]


@pytest.mark.parametrize(
    ("changed", "queue", "code", "verdict", "said"),
    [
        (Looked(answers=False), "", "print", "warning", "ne répond pas"),
        (Looked(answers=False, local=False), "", "print", "warning", "ne répond pas"),
        (Looked(answers=True, readable=False), "", "print", "failed", "pas d'un serveur d'impression"),
        (replace(WELL, names=(), printer=None), "", "print", "warning", "n'en a pas"),
        (replace(WELL, names=("a", "b"), printer=None), "", "print", "failed", "a, b"),
        (replace(WELL, printer=None), "lazer", "print", "failed", "Vouliez-vous dire « laser » ?"),
        (replace(WELL, printer=None), "xyz", "print", "failed", "Il a : laser."),
        (
            replace(WELL, printer=PrinterInfo("laser", False, Trouble.PRINTER_OUT_OF_PAPER)),
            *("", "print", "warning", "plus de papier"),
        ),
        (
            replace(WELL, printer=PrinterInfo("laser", False, Trouble.PRINTER_FAILED)),
            *("", "print", "warning", "arrêtée"),
        ),
        (replace(WELL, spool_in_memory=False), "", "print-spool", "warning", "sur un disque"),
        (replace(WELL, spool=None), "", "print-spool", "warning", "autre machine"),
        (replace(WELL, keeps_papers=True), "", "print-files", "warning", "garde les papiers"),
    ],
)
def test_each_thing_that_is_wrong_is_said_with_what_it_means_and_what_to_do(
    changed: Looked, queue: str, code: str, verdict: str, said: str
) -> None:
    (found,) = bad(changed, queue)
    assert (found.code, found.verdict) == (code, verdict)
    assert said in found.what
    assert found.consequence
    assert found.remedy


def test_the_remedy_for_a_spool_on_a_disk_names_the_folder() -> None:
    (found,) = bad(replace(WELL, spool_in_memory=False))
    assert "tmpfs /var/spool/cups tmpfs" in found.remedy


@pytest.mark.parametrize(
    ("written", "keeps"),
    [
        ("", True),
        ("PreserveJobFiles Yes\n", True),
        ("PreserveJobFiles 86400\n", True),
        ("  preservejobfiles  no\n", False),
        ("PreserveJobFiles Yes\nPreserveJobFiles Off\n", False),
        ("#PreserveJobFiles No\nPreserveJobHistory No\n", True),
    ],
)
def test_what_cups_keeps_is_read_from_its_settings(tmp_path: Path, written: str, keeps: bool) -> None:
    (tmp_path / "cupsd.conf").write_text(written)
    assert keeps_papers(tmp_path / "cupsd.conf") is keeps


def test_settings_that_cannot_be_read_accuse_nobody(tmp_path: Path) -> None:
    assert keeps_papers(tmp_path / "absent") is None
