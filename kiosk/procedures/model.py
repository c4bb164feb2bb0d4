"""The shape of a procedure, as a mediator writes it in YAML and as the engine follows it.

Pure data: no file access (see `loader`), no rule (see `engine`), no Qt. Every field that a person may write is
here with its type, so that an error can name the line, what was expected and the nearest valid word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, field_validator, model_validator

from kiosk.procedures.text import Language, Strict, Text

__all__ = ["Language", "Procedure", "Strict", "Text"]

# The eleven national life themes (keys kept for reports), then the two that the people of these districts ask for
# and that the national list files elsewhere.
Theme = Literal[
    "papiers_elections_citoyennete",
    "famille_scolarite",
    "social_sante",
    "travail_formation",
    "logement",
    "transports_mobilite",
    "argent_impots",
    "justice",
    "etrangers_europe",
    "loisirs_sports_culture",
    "associations",
    "retraite",
    "courriel_internet",
]

Icon = Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=60)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]

# Roles the page probe can look for: WAI-ARIA 1.2 names.
Role = Literal[
    "alert",
    "alertdialog",
    "article",
    "button",
    "cell",
    "checkbox",
    "columnheader",
    "combobox",
    "complementary",
    "dialog",
    "document",
    "form",
    "grid",
    "gridcell",
    "group",
    "heading",
    "img",
    "link",
    "list",
    "listbox",
    "listitem",
    "main",
    "menu",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "navigation",
    "option",
    "progressbar",
    "radio",
    "radiogroup",
    "region",
    "row",
    "rowheader",
    "search",
    "searchbox",
    "slider",
    "spinbutton",
    "status",
    "switch",
    "tab",
    "table",
    "tablist",
    "tabpanel",
    "textbox",
    "tree",
    "treeitem",
    "file",
    "password",
]

# What the paper desk can do for a person; a step's button opens one of them.
StepService = Literal["scan", "photo", "add", "print", "take", "mend", "receipt"]
DeskService = Literal["scan", "photo", "add", "print", "take", "mend", "receipt", "join"]

# The post's own pages, for what needs no website or where the person chooses one.
POST_HOST = "bureau.exercice"


class Target(Strict):
    """Where on the page: a role and an accessible name, with alternatives tried in order. Never a CSS selector.

    `name` is compared without case, accents or repeated blanks; `*` stands for any text.
    """

    role: Role
    name: Annotated[str, Field(min_length=1, max_length=200)]
    or_: Annotated[tuple[Target, ...], Field(alias="or", max_length=6)] = ()

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    @property
    def alternatives(self) -> tuple[Target, ...]:
        """This target and its alternatives, flat, in the order they are tried."""
        return (self, *(leaf for other in self.or_ for leaf in other.alternatives))


class Address(Strict):
    """The page's address: `host/path`, where `*` stands for any text. Example: `caisse.exercice/demande/2*`."""

    address: Annotated[str, Field(min_length=1, max_length=300)]


class Visible(Strict):
    visible: Target


class Filled(Strict):
    """A field that holds a value, or a box or radio group that is ticked. The value itself is never read out."""

    filled: Target


class Gone(Strict):
    gone: Target


class Downloaded(Strict):
    """A file whose name matches arrived in the tray after the step began. Example: `"*.pdf"`."""

    downloaded: Annotated[str, Field(min_length=1, max_length=100)]


class Served(Strict):
    """A service of the paper desk was done after the step began. Example: `print`. For `add`, any way in will do."""

    served: DeskService


class All(Strict):
    all: Annotated[tuple[Condition, ...], Field(min_length=1, max_length=8)]


class AnyOf(Strict):
    any: Annotated[tuple[Condition, ...], Field(min_length=1, max_length=8)]


Condition = Address | Visible | Filled | Gone | Downloaded | Served | All | AnyOf


class Word(Strict):
    """A difficult word, explained where it stands. Words of the glossary need not be written here."""

    word: Text
    meaning: Text
    icon: Icon | None = None


class Paper(Strict):
    """A document to have in hand. `where` says where people usually find it."""

    name: Text
    detail: Text | None = None
    where: Text | None = None
    icon: Icon = "file-text"


class Case(Strict):
    """One of several situations ("alone", "as a couple"); steps may belong to some of them only."""

    id: Slug
    label: Text


class Step(Strict):
    """One small thing to do.

    `who: user` marks what only the person may do themselves: secrets and signatures.
    `done` absent means that only the person can say so ("c'est fait").
    `papers`: the step's button opens this service of the paper desk.
    """

    id: Slug
    do: Text
    short: Text | None = None
    why: Text | None = None
    who: Literal["user", "anyone"] = "anyone"
    gesture: Literal["write", "click", "choose", "send", "read"] = "click"
    words: Annotated[tuple[Word, ...], Field(max_length=3)] = ()
    pitfalls: Annotated[tuple[Text, ...], Field(max_length=4)] = ()
    cases: tuple[Slug, ...] = ()
    target: Target | None = None
    papers: StepService | None = None
    done: Condition | None = None


class Help(Strict):
    """What to do instead when the site does not answer. `phone`: "?" where nobody could look it up.

    `counter`: where people are received. `later`: when the site can be tried again, or until when it can wait.
    """

    name: Text
    phone: Annotated[str, Field(min_length=1, max_length=30)] | None = None
    counter: Text | None = None
    later: Text | None = None


class Accepts(Strict):
    """What the service takes as a paper. `formats` in the order it prefers; `megabytes` for one file."""

    formats: Annotated[tuple[Literal["pdf", "jpeg"], ...], Field(min_length=1, max_length=2)] = ("pdf", "jpeg")
    megabytes: Annotated[float, Field(ge=0.1, le=100, allow_inf_nan=False)] | None = None


Share = Literal["none", "some", "all"]
Doubt = Literal["start", "papers", "minutes", "sheet", "phone", "cases", "steps"]


class Procedure(Strict):
    """A walkthrough. One YAML file under `assets/procedures/` or the site's own folder.

    `minutes`, `sheet` and the help's phone are "?" where nobody could look them up. `doubts` names what is written here
    and was not verified at its source: the screen says so.
    """

    id: Slug
    title: Text
    short: Text
    summary: Text
    theme: Theme
    service: Annotated[str, Field(min_length=1, max_length=120)]
    start: Annotated[str, Field(pattern=r"^https://[^/\s@]+(/\S*)?$", max_length=300)]
    allow: tuple[str, ...] = ()
    icon: Icon = "file-text"
    keywords: tuple[Annotated[str, Field(max_length=60)], ...] = ()
    papers: Annotated[tuple[Paper, ...], Field(max_length=10)] = ()
    minutes: Annotated[int, Field(ge=1, le=240)] | Literal["?"]
    sheet: Annotated[str, Field(pattern=r"^(F\d+|\?)$")] | None = None
    doubts: tuple[Doubt, ...] = ()
    verified: date | Literal["never"] = "never"
    practice: bool = False
    frequent: Annotated[int, Field(ge=0, le=99)] = 0
    cases: Annotated[tuple[Case, ...], Field(max_length=6)] = ()
    accepts: Accepts | None = None
    after: Annotated[tuple[Text, ...], Field(max_length=4)] = ()
    """What happens next, and when."""
    help: Help | None = None
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=40)]

    @field_validator("allow")
    @classmethod
    def _hosts_or_groups(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for entry in value:
            if not re.fullmatch(r"@[a-z_]+|(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+", entry):
                raise ValueError(f"« {entry} » : attendu un nom de site (exemple.fr, *.exemple.fr) ou @groupe")
        return value

    @model_validator(mode="after")
    def _ids_are_known_and_single(self) -> Procedure:
        seen: set[str] = set()
        for step in self.steps:
            if step.id in seen:
                raise ValueError(f"l'étape « {step.id} » est écrite deux fois")
            seen.add(step.id)
        known = {case.id for case in self.cases}
        for step in self.steps:
            for case in step.cases:
                if case not in known:
                    raise ValueError(f"l'étape « {step.id} » nomme le cas inconnu « {case} »")
        return self

    @property
    def host(self) -> str:
        """The service's own host, from the start address."""
        return self.start.split("/")[2].lower()

    @property
    def known_minutes(self) -> int | None:
        return None if self.minutes == "?" else self.minutes

    @property
    def starts_here(self) -> bool:
        """The first page is the post's own."""
        return self.host == POST_HOST

    @property
    def stays_here(self) -> bool:
        """No website is needed at all."""
        return self.starts_here and set(self.allow) <= {POST_HOST}

    def in_french(self, language: Language) -> Share:
        """How much of it is shown in French for want of a translation."""
        there = [text.has(language) for text in self.every_text]
        return "none" if all(there) else "some" if any(there) else "all"

    @cached_property
    def every_text(self) -> tuple[Text, ...]:
        """What people read. Not the words to explain: they are the page's, and stay as they are there."""
        words = {id(word.word) for step in self.steps for word in step.words}
        return tuple(text for text in texts_in(self) if id(text) not in words)

    def steps_for(self, case: str | None) -> tuple[Step, ...]:
        """The steps of one case, in order. Without a case: the steps common to all, and the first case's."""
        chosen = case or (self.cases[0].id if self.cases else None)
        return tuple(step for step in self.steps if not step.cases or chosen in step.cases)


def texts_in(part: Any) -> Iterator[Text]:
    """Every text of a part of a procedure, as deep as it goes."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from texts_in(one)
    elif isinstance(part, Strict):
        for _, one in part:
            yield from texts_in(one)
