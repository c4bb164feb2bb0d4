"""From what a person wrote to a procedure, or to what is wrong with it: where, what was expected, the nearest word.

Turns pydantic's errors into French sentences about the file. Knows the model and its fields, reads no file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kiosk import languages
from kiosk.errors import Problem, nearest_word
from kiosk.procedures.groups import GROUPS
from kiosk.procedures.model import Procedure, Text
from kiosk.procedures.text import Memory
from kiosk.procedures.written import Path, Place, Written, short

# What fields with a shape of their own expect, by name.
_EXPECTED: Mapping[str, str] = MappingProxyType(
    {
        "id": "des lettres sans accent, des chiffres et des tirets, comme prime-activite",
        "accepts": "comme { formats: [pdf, jpeg], megabytes: 5 }",
        "cases": "le nom d'un cas, comme seul",
        "icon": "le nom d'un dessin, comme file-text",
        "start": "une adresse complète, comme https://www.caf.fr/",
        "sheet": "F et des chiffres, comme F2882",
        "verified": "une date, comme 2025-03-31, ou never",
        "allow": 'une liste, comme [www.caf.fr, "@franceconnect"]',
    }
)
_TEXT = "du texte ; les nombres, les dates, yes et no entre guillemets"

# pydantic's types of error: the sentence about the value, and what was expected.
_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "string_type": ("« {word} » n'est pas du texte.", _TEXT),
        "string_too_short": ("« {word} » est vide.", "au moins un caractère"),
        "string_too_long": ("« {word} » est trop long.", "{max_length} caractères au plus"),
        "too_short": ("« {word} » est trop court.", "au moins {min_length} dans la liste"),
        "too_long": ("« {word} » est trop long.", "{max_length} au plus dans la liste"),
        "int_type": ("« {word} » n'est pas un nombre entier.", "un nombre entier"),
        "int_parsing": ("« {word} » n'est pas un nombre entier.", "un nombre entier"),
        "int_from_float": ("« {word} » n'est pas un nombre entier.", "un nombre entier"),
        "float_type": ("« {word} » n'est pas un nombre.", "un nombre"),
        "float_parsing": ("« {word} » n'est pas un nombre.", "un nombre"),
        "finite_number": ("« {word} » n'est pas un nombre.", "un nombre"),
        "greater_than_equal": ("« {word} » est trop petit.", "{ge} au moins"),
        "less_than_equal": ("« {word} » est trop grand.", "{le} au plus"),
        "bool_type": ("« {word} » ne peut pas valoir {value}.", "true ou false"),
        "bool_parsing": ("« {word} » ne peut pas valoir {value}.", "true ou false"),
        "tuple_type": ("« {word} » n'est pas une liste.", "une liste, avec « - » devant chaque ligne"),
    }
)
_NO_PROCEDURE = ("Ce fichier n'est pas une démarche.", "des lignes « mot: valeur », comme « id: passeport »")
_GENERAL = ("« {word} » ne peut pas valoir {value}.", "une autre valeur")


Kind = TypeVar("Kind", bound=BaseModel)


def check_as(
    kind: type[Kind], file: str, written: Written, memory: Memory | None = None
) -> tuple[Kind | None, tuple[Problem, ...]]:
    """What a file holds, or what keeps it from being that, in the order of the lines. `memory`: of translations."""
    try:
        return kind.model_validate(written.content, context=memory), ()
    except ValidationError as error:
        found = _Findings(file, written, kind)
        for detail in error.errors(include_url=False):
            found.add(detail)
        return None, found.in_order()


def check(file: str, written: Written, memory: Memory | None = None) -> tuple[Procedure | None, tuple[Problem, ...]]:
    """The procedure, or what keeps it from being one, in the order of the lines."""
    procedure, wrong = check_as(Procedure, file, written, memory)
    if procedure is None:
        return None, wrong
    found = _Findings(file, written, Procedure)
    for number, entry in enumerate(procedure.allow):
        if entry.startswith("@") and entry not in GROUPS:
            found.unknown(("allow", number), entry, GROUPS)
    problems = found.in_order()
    return (None if problems else procedure), problems


class _Findings:
    """What is wrong in one file, each path once."""

    def __init__(self, file: str, written: Written, kind: type[BaseModel]) -> None:
        self._file = file
        self._kind = kind
        self._written = written
        self._problems: dict[Path, Problem] = {}
        self._missing: dict[Path, list[str]] = {}

    def in_order(self) -> tuple[Problem, ...]:
        meant = {(*path[:-1], problem.nearest) for path, problem in self._problems.items()}
        for path, words in self._missing.items():
            # A word that is there, but badly typed, has been said already.
            if absent := [word for word in words if (*path, word) not in meant]:
                names = _listed((f"« {word} »" for word in absent), "et")
                self._say((*path, absent[0]), f"Il manque {names}.", None)
        return tuple(sorted(self._problems.values(), key=lambda problem: problem.line or 0))

    def unknown(self, path: Path, word: str, known: Iterable[str]) -> None:
        near = nearest_word(word, known)
        self._say(path, f"« {short(word)} » n'est pas connu.", None if near else _listed(known), near)

    def add(self, detail: ErrorDetails) -> None:
        path = self._path(detail)
        if path is None or (detail["type"] == "too_short" and self._value(path)):
            # Another kind of condition, or a list that counts as empty because all that it holds is wrong.
            return
        kind, word = detail["type"], _word(path)
        if kind == "missing":
            self._missing.setdefault(path, []).append(str(detail["loc"][-1]))
        elif kind == "extra_forbidden":
            self.unknown(path, word, sorted(_words_of(_types_at(self._kind, path[:-1]))))
        elif kind == "unknown_language":
            code = detail["ctx"]["code"]
            self.unknown((*path, code), code, languages.codes())
        elif kind == "value_error":
            self._own_rule(path, str(detail["ctx"]["error"]))
        elif self._value(path) is None:
            self._say(path, f"« {short(word)} » n'a pas de valeur.", _EXPECTED.get(word))
        elif int in _kinds(types := _types_at(self._kind, path)):
            # A number, or "?" where nobody knows it.
            if kind != "literal_error":
                self._ill_formed(path, word, detail)
        elif kind != "tuple_type" and (literals := _literals(types)):
            self._not_listed(path, word, literals)
        else:
            self._ill_formed(path, word, detail)

    def _path(self, detail: ErrorDetails) -> Path | None:
        """Where in the file. pydantic also names the kinds of condition that it tried: those not meant are left out."""
        path: Path = ()
        for part in detail["loc"]:
            if (*path, part) in self._written.places:
                path = (*path, part)
            elif part in _CONDITIONS:
                meant = self._meant(path)
                if len(meant) != 1:
                    self._no_condition(path, meant)
                    return None
                if part not in meant:
                    return None
        return path

    def _meant(self, path: Path) -> set[str]:
        value = self._value(path)
        return {name for name, word in _CONDITIONS.items() if isinstance(value, dict) and word in value}

    def _no_condition(self, path: Path, meant: set[str]) -> None:
        value, words = self._value(path), sorted(_CONDITIONS.values())
        if len(meant) > 1:
            both = " et ".join(f"« {_CONDITIONS[name]} »" for name in sorted(meant))
            self._say(path, f"{both} ne vont pas ensemble.", "« all » pour les deux, « any » pour l'un des deux")
        elif isinstance(value, dict) and value:
            word = next(iter(value))
            self.unknown((*path, word), word, words)
        else:
            self._say(path, f"« {short(_word(path))} » n'est pas une condition.", f"{_listed(words)}, puis « : »")

    def _own_rule(self, path: Path, sentence: str) -> None:
        """A rule of the model says in French what it found; the last word that it quotes is the one at fault."""
        quoted = sentence.rpartition("« ")[2].partition(" »")[0]
        places = [place for place, text in self._written.texts.items() if text == quoted and place[: len(path)] == path]
        what, _, expected = sentence.partition(" : attendu ")
        what = what.replace(f"« {quoted} »", f"« {short(quoted)} »")
        if expected:
            what += " ne peut pas être dans cette liste"
        self._say(places[-1] if places else path, f"{what[:1].upper()}{what[1:]}.", expected or None)

    def _not_listed(self, path: Path, word: str, literals: tuple[str, ...]) -> None:
        value = self._as_written(path)
        near = nearest_word(value, literals)
        expected = _EXPECTED.get(word) or (None if near else _listed(literals))
        self._say(path, f"« {short(word)} » ne peut pas valoir « {short(value)} ».", expected, near)

    def _ill_formed(self, path: Path, word: str, detail: ErrorDetails) -> None:
        kind = detail["type"]
        what, expected = _SENTENCES.get(kind, _GENERAL)
        if kind == "model_type":
            what, expected = _no_part(_types_at(self._kind, path))
        elif kind in ("string_pattern_mismatch", "tuple_type") or word == "verified":
            expected = _EXPECTED.get(word, expected)
        values = {**detail.get("ctx", {}), "word": short(word), "value": f"« {short(self._as_written(path))} »"}
        self._say(path, what.format(**values), expected.format(**values))

    def _say(self, path: Path, what: str, expected: str | None, nearest: str | None = None) -> None:
        self._problems.setdefault(path, Problem(self._file, what, *self._place(path), expected, nearest))

    def _place(self, path: Path) -> tuple[int, int | None]:
        while path and path not in self._written.places:
            path = path[:-1]
        place = self._written.places.get(path, Place(1))
        return place.line, place.column

    def _value(self, path: Path) -> object:
        value: Any = self._written.content
        for part in path:
            value = value[part]
        return value

    def _as_written(self, path: Path) -> str:
        return self._written.texts.get(path, "…")


# --- the model's own words ----------------------------------------------------------------------------------------


def _types_at(kind: type[BaseModel], path: Path) -> tuple[Any, ...]:
    """The types that the model gives to what stands at `path`; several where it leaves the choice."""
    types: tuple[Any, ...] = (kind,)
    for part in path:
        if isinstance(part, str):
            types = tuple(
                get_type_hints(model)[name]
                for model in _models(types)
                for name, field in model.model_fields.items()
                if part == (field.alias or name)
            )
    return types


def _models(types: Iterable[Any]) -> Iterator[type[BaseModel]]:
    for kind in types:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield kind
        elif get_origin(kind) is not Literal:
            yield from _models(get_args(kind))


def _kinds(types: Iterable[Any]) -> set[Any]:
    """The types that are left to choose from, one by one."""
    return {kind for each in types for kind in ((each, *get_args(each)) if get_origin(each) is Union else (each,))}


def _words_of(types: Iterable[Any]) -> set[str]:
    return {field.alias or name for model in _models(types) for name, field in model.model_fields.items()}


def _literals(types: Iterable[Any]) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for kind in types:
        found += get_args(kind) if get_origin(kind) is Literal else _literals(get_args(kind))
    return tuple(dict.fromkeys(word for word in found if isinstance(word, str)))


_CONDITIONS: Mapping[str, str] = MappingProxyType(
    {kind.__name__: next(iter(kind.model_fields)) for kind in _models(_types_at(Procedure, ("steps", "done")))}
)


def _no_part(types: tuple[Any, ...]) -> tuple[str, str]:
    """What to say of a simple value, or of a list, where words with values were expected."""
    if Procedure in types:
        return _NO_PROCEDURE
    if Text in _models(types):
        return _SENTENCES["string_type"]
    words = ", ".join(sorted(_words_of(types)))
    return "« {word} » n'est pas écrit comme il faut.", f"des mots avec leur valeur : {words}"


def _word(path: Path) -> str:
    """The nearest word above or at `path`: the third of `keywords` is called `keywords`."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _listed(words: Iterable[str], link: str = "ou") -> str:
    *first, last = words
    return f"{', '.join(first)} {link} {last}" if first else last
