"""What the desk may know of the session: what the service takes, and what the receipt says but for the numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kiosk.documents.acceptance import MEGABYTE, Rule
from kiosk.documents.desk.receipt import ReceiptFacts
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.model import Language, Procedure
from kiosk.session.state import Session
from kiosk.ui.receipt_sheet import draw
from kiosk.ui.receipt_words import done_lines


@dataclass(frozen=True)
class About:
    """`receipt` turns the numbers that the page shows into the whole; `draw` puts it on paper."""

    language: Language
    rule: Rule | None
    receipt: Callable[[tuple[str, ...]], ReceiptFacts]
    draw: Callable[[ReceiptFacts, date], bytes]


def about_session(catalogue: Catalogue, session: Session | None, language: Language) -> About:
    procedure = catalogue.get(session.procedure_id) if session is not None else None
    return About(
        language=language,
        rule=_rule(procedure),
        receipt=lambda numbers: _facts(procedure, session, language, numbers),
        draw=draw,
    )


def _rule(procedure: Procedure | None) -> Rule | None:
    accepts = procedure.accepts if procedure is not None else None
    if accepts is None:
        return None
    most = None if accepts.megabytes is None else round(accepts.megabytes * MEGABYTE)
    return Rule(formats=accepts.formats, max_bytes=most)


def _facts(
    procedure: Procedure | None, session: Session | None, language: Language, numbers: tuple[str, ...]
) -> ReceiptFacts:
    if procedure is None or session is None:
        return ReceiptFacts(title="", service="", done=(), candidates=numbers, after=(), call="")
    whom = procedure.help
    return ReceiptFacts(
        title=procedure.title.get(language),
        service=procedure.service,
        done=done_lines(len(session.done), session.total, dict(session.served)),
        candidates=numbers,
        after=tuple(line.get(language) for line in procedure.after),
        official="" if language == "fr" else procedure.title.fr,
        call="" if whom is None else " ".join(filter(None, (whom.name.get(language), whom.phone))),
    )
