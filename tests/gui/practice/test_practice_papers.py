"""The fictitious papers that wait in the tray: what each exercise needs, and none for a real procedure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtPdf import QPdfDocument

from kiosk.config.model import PACKAGED_PROCEDURES
from kiosk.documents.acceptance import MEGABYTE
from kiosk.guest.practice_papers import HEAVY, practice_papers
from kiosk.procedures.loader import load
from kiosk.procedures.model import Procedure

PROCEDURES = {procedure.id: procedure for procedure in load([PACKAGED_PROCEDURES]).procedures}


@pytest.mark.parametrize("procedure", [one for one in PROCEDURES.values() if not one.practice], ids=lambda one: one.id)
def test_a_real_procedure_begins_with_an_empty_tray(procedure: Procedure) -> None:
    assert practice_papers(procedure) == []


def test_whoever_practises_sending_finds_a_paper_and_one_that_practises_a_refusal() -> None:
    names = {path.name for path in practice_papers(PROCEDURES["exercice-scanner-envoyer"])}
    assert {"Justificatif de domicile.pdf", "Photo trop lourde.jpg"} <= names


def test_the_paper_to_make_lighter_is_a_pdf_over_what_the_exercise_accepts() -> None:
    procedure = PROCEDURES["exercice-pdf-leger"]
    (heavy,) = practice_papers(procedure)
    assert procedure.accepts is not None
    assert procedure.accepts.megabytes is not None
    assert heavy.stat().st_size > procedure.accepts.megabytes * MEGABYTE
    document = QPdfDocument()
    document.load(str(heavy))
    assert document.pageCount() == 1
    assert not document.render(0, QSize(210, 297)).isNull()
    document.close()


def test_the_heavy_papers_are_nowhere_else() -> None:
    for procedure in PROCEDURES.values():
        lies_there = any(path.parent == HEAVY for path in practice_papers(procedure))
        assert lies_there == (procedure.practice and any(step.papers == "mend" for step in procedure.steps))
