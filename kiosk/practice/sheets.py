"""A request made of several sheets of questions: what is wrong on each, which comes next, the recap, and sending it.

Pure rules on plain texts as typed, keyed by question. Knows no web and no service: each service writes its sheets, and
its second version may put them in another order.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

LONGEST = 80

Check = Callable[[str, date], str]
"""What was typed, without blanks around it, and today's date: why it is wrong, as a sentence, or nothing."""


@dataclass(frozen=True)
class Question:
    """`label` names it on the recap; `written` turns the answer into the recap's words. Without `label`: not there."""

    name: str
    check: Check
    label: str = ""
    written: Callable[[str], str] = str


@dataclass(frozen=True)
class Sheet:
    id: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Part:
    """One sheet on the recap."""

    id: str
    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Sent:
    number: str
    day: date
    parts: tuple[Part, ...]

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        return tuple(row for part in self.parts for row in part.rows)


class Draft:
    """One person's request. The last sheet is the one that is signed: only what comes before is on the recap."""

    def __init__(self, sheets: tuple[Sheet, ...], initials: str) -> None:
        self.sheets = sheets
        self.answers: dict[str, str] = {}
        self.sent: Sent | None = None
        self._initials = initials

    @property
    def order(self) -> tuple[str, ...]:
        return tuple(sheet.id for sheet in self.sheets)

    def keep(self, sheet_id: str, typed: Mapping[str, object]) -> None:
        """The answers of one sheet, right or wrong: a page with an error shows them again."""
        for question in self._sheet(sheet_id).questions:
            self.answers[question.name] = str(typed.get(question.name, ""))[:LONGEST].strip()

    def errors(self, sheet_id: str, today: date) -> dict[str, str]:
        """By question, in the order of the sheet. Empty: all is well."""
        questions = self._sheet(sheet_id).questions
        found = {each.name: each.check(self.answers.get(each.name, ""), today) for each in questions}
        return {name: words for name, words in found.items() if words}

    def unfinished(self, today: date) -> str:
        """The first sheet that still has an error; the last one when there is none."""
        wrong = (sheet for sheet in self.order[:-1] if self.errors(sheet, today))
        return next(wrong, self.order[-1])

    def may_open(self, sheet_id: str, today: date) -> bool:
        """No sheet can be skipped."""
        return self.order.index(sheet_id) <= self.order.index(self.unfinished(today))

    def after(self, sheet_id: str) -> str:
        return self.order[self.order.index(sheet_id) + 1]

    def recap(self) -> tuple[Part, ...]:
        """What was answered, in words. Call it once every sheet before the last one is right."""
        return tuple(
            Part(
                sheet.id,
                sheet.title,
                tuple((q.label, q.written(self.answers[q.name])) for q in sheet.questions if q.label),
            )
            for sheet in self.sheets[:-1]
        )

    def send(self, today: date) -> Sent:
        """Call it once every sheet is right. The answers are forgotten: the recap has them."""
        number = f"{self._initials}-{secrets.randbelow(900) + 100}-{secrets.randbelow(900) + 100}"
        self.sent = Sent(number, today, self.recap())
        self.answers.clear()
        return self.sent

    def _sheet(self, sheet_id: str) -> Sheet:
        return next(sheet for sheet in self.sheets if sheet.id == sheet_id)


def written(missing: str) -> Check:
    """Something must stand there."""
    return lambda typed, _today: "" if typed else missing


def one_of(choices: Mapping[str, str], missing: str) -> Check:
    return lambda typed, _today: "" if typed in choices else missing
