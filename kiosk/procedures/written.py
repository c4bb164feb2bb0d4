"""Reads a YAML text into plain values, and remembers where each of them is written.

Takes of YAML what a procedure needs: words, lists, texts. Names given to parts of the text (`&`, `*`) and types (`!`)
are refused: they are how a small file becomes an endless one. Knows nothing of procedures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml
from yaml.constructor import SafeConstructor
from yaml.reader import Reader
from yaml.resolver import Resolver

# The same parser in C, 17 times faster, wherever PyYAML was built with it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 24
# YAML ends a line there, and no editor does: all lines after it would be called by another number.
_ODD_END = re.compile("[\x85\u2028\u2029]|\r(?!\n)")
_PLAIN_VALUES = {f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float", "timestamp")}

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """Line and column, from 1. No column where the line holds nothing before: it would say nothing more."""

    line: int
    column: int | None = None


@dataclass(frozen=True)
class Written:
    """`places`: of the word before each value, or of the value in a list. `texts`: the simple values, as typed."""

    content: object
    places: Mapping[Path, Place]
    texts: Mapping[Path, str]


class BadlyWrittenError(Exception):
    """The text is not the YAML that procedures are written in. `what` is a French sentence, as `expected` is words."""

    def __init__(self, what: str, expected: str | None = None, place: Place | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.expected = expected
        self.place = place


def read(text: str) -> Written:
    """The one value of a text. BadlyWrittenError when it cannot be read whole."""
    if (odd := Reader.NON_PRINTABLE.search(text) or _ODD_END.search(text)) is not None:
        line, before = text.count("\n", 0, odd.start()) + 1, text.rfind("\n", 0, odd.start())
        what = "Un caractère invisible n'est pas permis."
        raise BadlyWrittenError(what, "des lettres et des signes", Place(line, odd.start() - before))
    try:
        return _Reading(text).whole()
    except yaml.MarkedYAMLError as error:
        raise _misread(text, error) from None
    except yaml.YAMLError:
        raise BadlyWrittenError("Le fichier est mal écrit.", "du YAML") from None


class _Reading:
    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._resolver = Resolver()
        self._constructor = SafeConstructor()
        self._places: dict[Path, Place] = {}
        self._texts: dict[Path, str] = {}

    def whole(self) -> Written:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise BadlyWrittenError("Le fichier est vide.", "une démarche")
        content = self._value(next(self._events), ())
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            what = "« --- » commence une deuxième démarche."
            raise BadlyWrittenError(what, "une démarche par fichier", self._at(after))
        return Written(content, self._places, self._texts)

    def _value(self, event: yaml.Event, path: Path) -> object:
        self._refuse(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        assert isinstance(event, yaml.ScalarEvent)
        self._texts[path] = event.value
        return self._plain(event)

    def _mapping(self, path: Path) -> dict[str, object]:
        found: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            self._refuse(event, path)
            if not isinstance(event, yaml.ScalarEvent):
                raise BadlyWrittenError("Il manque un mot avant « : ».", "mot: valeur", self._at(event))
            # A word is a word, even `on`, which YAML takes for "true".
            word = event.value
            if word in found:
                what = f"« {short(word)} » est écrit deux fois."
                raise BadlyWrittenError(what, "chaque mot une seule fois", self._at(event))
            self._places[(*path, word)] = self._at(event)
            found[word] = self._value(next(self._events), (*path, word))
        return found

    def _sequence(self, path: Path) -> list[object]:
        found: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            self._places[(*path, len(found))] = self._at(event)
            found.append(self._value(event, (*path, len(found))))
        return found

    def _refuse(self, event: yaml.Event, path: Path) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            what = "Les signes « & » et « * » ne servent pas ici."
            raise BadlyWrittenError(what, "le texte entier, ou entre guillemets s'il commence ainsi", self._at(event))
        if getattr(event, "tag", None) is not None:
            what = "Le signe « ! » ne sert pas ici."
            raise BadlyWrittenError(what, "le texte entre guillemets s'il commence ainsi", self._at(event))
        if len(path) > _DEEPEST:
            raise BadlyWrittenError("Trop de parties l'une dans l'autre.", "moins de crochets", self._at(event))

    def _plain(self, event: yaml.ScalarEvent) -> object:
        """The value of a text without quotes: a number, a date, true or false... or that text."""
        tag = self._resolver.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
        if tag not in _PLAIN_VALUES:
            return event.value
        try:
            return self._constructor.construct_object(yaml.ScalarNode(tag, event.value))
        except (ValueError, OverflowError):
            # It looks like a number or a date and is none: 2025-02-31.
            return event.value

    def _at(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        assert mark is not None
        before = self._lines[mark.line][: mark.column] if mark.line < len(self._lines) else ""
        return Place(mark.line + 1, mark.column + 1 if before.strip(" -") else None)


def short(text: str) -> str:
    """What was written, fit for one line of a screen."""
    text = "".join(character if character.isprintable() else "?" for character in text[:200])
    return text if len(text) <= 60 else text[:59] + "…"


# --- what YAML's parser says, in French ---------------------------------------------------------------------------

_QUOTES = "le texte entre guillemets"
_MEANT = (
    ("mapping values are not allowed", "Ce « : » est de trop, ou le début de la ligne est décalé.", _QUOTES),
    ("sequence entries are not allowed", "Ce « - » est mal placé.", "« - » au début de la ligne"),
    ("expected ',' or", "Un crochet ou une accolade reste ouvert.", "une virgule, « ] » ou « } »"),
    ("escape", "« \\ » ne se met pas entre guillemets doubles.", "des guillemets simples"),
    ("expected key", "Cette ligne n'est pas à sa place.", "les mots d'une même partie alignés"),
    ("expected <block end>", "Cette ligne n'est pas à sa place.", "les mots d'une même partie alignés"),
    ("expected '-'", "Cette ligne n'est pas à sa place.", "« - » devant chaque ligne de la liste"),
    ("expected ':'", "Il manque « : » après un mot, ici ou plus haut.", "mot: valeur"),
)


def _misread(text: str, error: yaml.MarkedYAMLError) -> BadlyWrittenError:
    said, mark = error.problem or "", error.problem_mark
    if "end of stream" in said and "quoted scalar" in (error.context or "") and error.context_mark:
        start = error.context_mark
        what = "Ces guillemets ne sont pas fermés."
        return BadlyWrittenError(what, "les mêmes guillemets à la fin", Place(start.line + 1, start.column + 1))
    if mark is None:
        return BadlyWrittenError("Le fichier est mal écrit.", "du YAML")
    place = Place(mark.line + 1, mark.column + 1)
    line = next(iter(text.split("\n")[mark.line : mark.line + 1]), "")
    if "\t" in line[: len(line) - len(line.lstrip())] or line[mark.column : mark.column + 1] == "\t":
        return BadlyWrittenError("Une tabulation n'est pas permise ici.", "des espaces", place)
    if "cannot start any token" in said:
        what = f"Un texte ne peut pas commencer par « {short(line[mark.column : mark.column + 1])} »."
        return BadlyWrittenError(what, _QUOTES, place)
    for words, what, expected in _MEANT:
        if words in said:
            return BadlyWrittenError(what, expected, place)
    return BadlyWrittenError("Le fichier est mal écrit ici.", "du YAML", place)
