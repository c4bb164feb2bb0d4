"""The questions of a form in several pages: what each answer must be, the words of each error, the recap.

Pure: answers are plain texts as typed, keyed by field; of a paper, only the name is kept. A service that was redesigned
asks the same questions in other words, in another order, with other kinds of fields.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kiosk.practice.dates import parse_day

Answers = Mapping[str, str]
Errors = dict[str, str]
Rows = tuple[tuple[str, str], ...]

Kind = Literal["text", "long", "day", "native-day", "three-days", "choice", "list", "several", "paper", "tick"]
"""Three ways to ask for a day: written jj/mm/aaaa with a calendar to help, the browser's own field, three lists."""

DAY_PARTS = ("jour", "mois", "annee")
_LONGEST = {"long": 2000}
_LONG_ENOUGH = 80


@dataclass(frozen=True)
class Question:
    """`rule`: a regular expression that a complete answer fits once its blanks are taken out. `options`: value, label.

    `from_now`: a day may not be past; otherwise it may not be to come.
    """

    name: str
    label: str
    missing: str
    kind: Kind = "text"
    hint: str = ""
    rule: str = ""
    wrong: str = ""
    options: tuple[tuple[str, str], ...] = ()
    optional: bool = False
    short: bool = False
    from_now: bool = False

    @property
    def pattern(self) -> str:
        """The rule as a page can say it to the browser: blanks are welcome between the digits."""
        spaced = re.sub(r"\\d(\{[\d,]+\})?", r"(?:\\s*\\d)\1", self.rule)
        return rf"(?:{spaced})\s*" if self.rule else ""

    def problem(self, typed: str, today: date) -> str:
        """What is wrong with an answer, as a sentence; empty when nothing is."""
        typed = typed.strip()
        if not typed:
            return "" if self.optional else self.missing
        if self.kind in ("day", "native-day", "three-days"):
            return self._day_problem(typed, today)
        if self.rule and not re.fullmatch(self.rule, "".join(typed.split())):
            return self.wrong
        known = {value for value, _ in self.options}
        if known and not known.issuperset(typed.split(",")):
            return self.missing
        return ""

    def _day_problem(self, typed: str, today: date) -> str:
        day = parse_day(typed)
        if day is None:
            return "Cette date n'existe pas. Exemple : 25/12/2015."
        if self.from_now:
            late = day < today
            return "Cette date est déjà passée. Choisissez une date à venir." if late else ""
        return "Cette date n'est pas encore passée. Vérifiez l'année." if day > today else ""

    def in_words(self, typed: str) -> str:
        labels = dict(self.options)
        if self.kind in ("choice", "list", "several"):
            return ", ".join(labels.get(value, value) for value in typed.split(","))
        if self.kind == "tick":
            return "Oui"
        return typed.strip() or "Non rempli"

    def read(self, form: Mapping[str, str], several: tuple[str, ...] = ()) -> str:
        """The answer as it came, in the one way in which it is kept."""
        if self.kind == "several":
            return ",".join(several)
        if self.kind == "three-days":
            parts = [form.get(f"{self.name}-{part}", "").strip() for part in DAY_PARTS]
            return "/".join(parts) if any(parts) else ""
        typed = form.get(self.name, "")[: _LONGEST.get(self.kind, _LONG_ENOUGH)]
        if self.kind == "native-day" and (iso := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", typed)):
            return f"{iso[3]}/{iso[2]}/{iso[1]}"
        return typed


@dataclass(frozen=True)
class Sheet:
    """One page of the form. `beside`: what the card of training data offers there."""

    name: str
    title: str
    questions: tuple[Question, ...]
    intro: str = ""
    button: str = "Continuer"
    beside: Rows = ()
    recap: bool = False

    def errors(self, answers: Answers, today: date) -> Errors:
        """What is wrong on this page, by field, in the order of the page."""
        found = ((each.name, each.problem(answers.get(each.name, ""), today)) for each in self.questions)
        return {name: words for name, words in found if words}

    def rows(self, answers: Answers) -> Rows:
        return tuple(
            (each.label, each.in_words(answers.get(each.name, ""))) for each in self.questions if each.kind != "tick"
        )
