"""Reads what IT wrote, keeps what is valid, and says the rest in French with file, line and nearest word.

The kiosk always starts: a value that is not valid leaves the one below it in place, a file that is no TOML is left
out whole. Only the packaged defaults must be right.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_type_hints

from pydantic import ValidationError

from kiosk.config.keys import KEYSYMS
from kiosk.config.model import CONTROL_DEVICES, CONTROL_KEYS, NESTED_LIMITS, Config, Section
from kiosk.config.positions import is_endless, key_lines, syntax_error_place
from kiosk.config.words import accepted_by, as_written, choices_of, one_of, short
from kiosk.errors import DamagedInstallationError, Problem, nearest_word

SYSTEM_FILE = Path("/etc/kiosk/kiosk.toml")
POST_FILE = "post.toml"
"""In the state folder: what was answered on the post's own screen. It lies below the system's file."""
ONLY_IT = frozenset({"packs", "post", "procedures", "receipts", "state", "wipe"})
"""Sections that the post's own file may not have: who is believed, what is started, what is erased. Whoever could
write as the post's account could else decide it for good."""
COMMAND_LINE = "ligne de commande"
PACKAGED_FILE = Path(__file__).with_name("default.toml")
_LARGEST_FILE = 256 * 1024
_Values = dict[str, dict[str, Any]]

_HINTS = get_type_hints(Config)
SECTIONS: Mapping[str, type[Section]] = MappingProxyType({name: _HINTS[name] for name in Config.model_fields})


Lines = Mapping[tuple[str, str], tuple[str, int | None]]
"""Where a setting was written last, by section and key: the source's name and the line. Defaults are not in it."""


@dataclass(frozen=True)
class Loaded:
    """`options`: the words of a command line by which another program of ours reads the same."""

    config: Config
    problems: tuple[Problem, ...]
    lines: Lines = field(default_factory=dict)
    options: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class _Layer:
    """One source: its content, and where it says what. `name` is what problems call it."""

    name: str
    content: Mapping[str, Any]
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)

    def problem(
        self, path: tuple[str, ...], what: str, expected: str | None = None, nearest: str | None = None
    ) -> Problem:
        line = self.lines.get(path, self.lines.get(path[:1]))
        return Problem(self.name, what, line=line, expected=expected, nearest=nearest)


def packaged() -> Config:
    """The defaults. DamagedInstallationError when they are not those that were installed."""
    try:
        return Config.model_validate(tomllib.loads(PACKAGED_FILE.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise DamagedInstallationError from error


def load(paths: Iterable[Path] = (), overrides: Sequence[str] = ()) -> Loaded:
    """The configuration of `paths`, each above the one before, under `overrides` (`section.key=value`)."""
    problems: list[Problem] = []
    return _loaded(_layers(paths, overrides, problems), problems)


def load_post(paths: Sequence[Path] = (), overrides: Sequence[str] = ()) -> Loaded:
    """As `load`, above what was answered on the post's own screen, if anything was."""
    loaded = load(paths, overrides)
    answered = loaded.config.state.directory / POST_FILE
    if os.path.exists(answered):
        problems: list[Problem] = []
        below = _read(answered, problems)
        layers = [] if below is None else [_without_its(below, problems)]
        loaded = _loaded([*layers, *_layers(paths, overrides, problems)], problems)
    options = [word for path in paths for word in ("--config", str(path))]
    return replace(loaded, options=(*options, *(word for one in overrides for word in ("--set", one))))


def _layers(paths: Iterable[Path], overrides: Sequence[str], problems: list[Problem]) -> list[_Layer]:
    layers = [layer for path in paths if (layer := _read(path, problems)) is not None]
    return layers + [layer for text in overrides if (layer := _override(text, problems)) is not None]


def _without_its(layer: _Layer, problems: list[Problem]) -> _Layer:
    """What the post's own file may say."""
    for name in sorted(ONLY_IT & set(layer.content)):
        what = f"[{name}] ne peut pas être réglé ici."
        problems.append(layer.problem((name,), what, expected=f"[{name}] dans {SYSTEM_FILE}"))
    return replace(layer, content={name: one for name, one in layer.content.items() if name not in ONLY_IT})


def load_text(name: str, raw: bytes, beside: Collection[str] = ()) -> Loaded:
    """Of one text, which problems call `name`. `beside`: its sections that are somebody else's to read."""
    problems: list[Problem] = []
    layer = _parsed(name, raw, problems)
    return _loaded([layer] if layer is not None else [], problems, beside)


def _loaded(layers: Sequence[_Layer], problems: list[Problem], beside: Collection[str] = ()) -> Loaded:
    defaults = packaged()
    values: _Values = {name: dict(iter(getattr(defaults, name))) for name in SECTIONS}
    for layer in layers:
        _apply(layer, values, problems, beside)
    _nest(values, defaults, layers, problems)
    _tell_keys_apart(values, defaults, layers, problems)
    _tell_people_apart(values, layers, problems)
    config = Config.model_validate(values)
    return Loaded(config, tuple(problems), _lines(layers))


def _lines(layers: Sequence[_Layer]) -> Lines:
    return MappingProxyType(
        {
            (name, key): (layer.name, layer.lines.get((name, key)))
            for layer in layers
            for name, content in layer.content.items()
            if isinstance(content, dict)
            for key in content
        }
    )


# --- sources ------------------------------------------------------------------------------------------------------


def _read(path: Path, problems: list[Problem]) -> _Layer | None:
    whole = "Ce fichier n'est pas pris en compte."
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        wrong = "n'existe pas" if isinstance(error, FileNotFoundError) else "ne peut pas être lu"
        problems.append(Problem(path.name, f"« {path} » {wrong}. {whole}"))
        return None
    return _parsed(path.name, raw, problems)


def _parsed(name: str, raw: bytes, problems: list[Problem]) -> _Layer | None:
    whole = "Ce fichier n'est pas pris en compte."
    if len(raw) > _LARGEST_FILE:
        problems.append(Problem(name, f"Le fichier est trop grand. {whole}", expected="256 Ko au plus"))
        return None
    try:
        # Editors of another system put a mark before the first character; TOML does not know it.
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        if is_endless(text):
            raise RecursionError
        return _Layer(name, tomllib.loads(text), key_lines(text))
    except tomllib.TOMLDecodeError as error:
        line, column = syntax_error_place(error) or (text.count("\n") + 1, None)
        problems.append(
            Problem(name, f"Le fichier est mal écrit ici. {whole}", line, column, "« clé = valeur », du TOML")
        )
    except (ValueError, RecursionError):
        problems.append(Problem(name, f"Le fichier est illisible. {whole}", expected="du texte TOML en UTF-8"))
    return None


def _override(text: str, problems: list[Problem]) -> _Layer | None:
    """One `section.key=value`. The value is TOML; what is no TOML is a string, so that quotes are not needed."""
    name, equals, written = text.partition("=")
    section, dot, key = name.strip().partition(".")
    if not (equals and dot and section and key):
        what = f"« {short(text)} » n'est pas compris."
        problems.append(Problem(COMMAND_LINE, what, expected="section.clé=valeur, comme session.idle_seconds=600"))
        return None
    try:
        if is_endless(written):
            raise RecursionError
        value = tomllib.loads(f"value = {written}")["value"]
    except (ValueError, RecursionError):
        value = written.strip()
    return _Layer(COMMAND_LINE, {section: {key: value}})


# --- merging ------------------------------------------------------------------------------------------------------


def _apply(layer: _Layer, values: _Values, problems: list[Problem], beside: Collection[str]) -> None:
    for name, content in layer.content.items():
        if name in beside:
            continue
        if name not in SECTIONS:
            problems.append(_unknown(layer, (name,), (*SECTIONS, *beside)))
        elif not isinstance(content, dict):
            what = f"« {name} » est une partie, pas un réglage."
            problems.append(layer.problem((name,), what, expected=f"[{name}], seul sur sa ligne"))
        else:
            for key, value in content.items():
                _set(layer, (name, key), value, values, problems)


def _set(layer: _Layer, path: tuple[str, str], value: object, values: _Values, problems: list[Problem]) -> None:
    name, key = path
    section = SECTIONS[name]
    if key not in section.model_fields:
        problems.append(_unknown(layer, path, section.model_fields))
        return
    try:
        # The others are valid already: what is refused is this one.
        values[name] = dict(section.model_validate({**values[name], key: value}))
    except (ValidationError, RecursionError):
        kind = section.model_fields[key]
        near = nearest_word(value, choices_of(kind)) if isinstance(value, str) else None
        what = f"« {key} » ne peut pas valoir {as_written(value)}. Cette valeur est ignorée."
        problems.append(layer.problem(path, what, accepted_by(kind), near))


def _nest(values: _Values, defaults: Config, layers: Sequence[_Layer], problems: list[Problem]) -> None:
    """Limits that contradict each other all go back to the defaults: which of them was meant cannot be known."""
    written = {key: values["guest"][key] for key in NESTED_LIMITS}
    if list(written.values()) == sorted(written.values()):
        return
    values["guest"].update({key: getattr(defaults.guest, key) for key in NESTED_LIMITS})
    layer, key = next(
        (layer, key)
        for layer in reversed(layers)
        for key in NESTED_LIMITS
        if isinstance(guest := layer.content.get("guest"), dict) and guest.get(key) == written[key]
    )
    what = f"« {key} » contredit une autre limite. Les réglages d'origine sont gardés."
    expected = "du plus petit au plus grand, " + ", ".join(NESTED_LIMITS)
    problems.append(layer.problem(("guest", key), what, expected))


def _tell_keys_apart(values: _Values, defaults: Config, layers: Sequence[_Layer], problems: list[Problem]) -> None:
    """One key for two wishes: all go back to the defaults, as which of them was meant cannot be known."""
    written = {key: values["control"][key] for key in CONTROL_KEYS}
    twice = [key for key in CONTROL_KEYS if list(written.values()).count(written[key]) > 1]
    if not twice:
        return
    values["control"].update({key: getattr(defaults.control, key) for key in CONTROL_KEYS})
    layer, key = _written_last(layers, "control", twice)
    what = f"La touche « {written[key]} » sert deux fois. Les touches d'origine sont gardées."
    free = ", ".join(name for name in KEYSYMS if name not in written.values())
    problems.append(layer.problem(("control", key), what, f"une autre touche : {free}"))


def _tell_people_apart(values: _Values, layers: Sequence[_Layer], problems: list[Problem]) -> None:
    """One device for both people: it is the user's, who must never be without a hand."""
    control = values["control"]
    shared = sorted(set(control["user_devices"]) & set(control["mediator_devices"]))
    if not shared:
        return
    control["mediator_devices"] = tuple(one for one in control["mediator_devices"] if one not in shared)
    layer, key = _written_last(layers, "control", CONTROL_DEVICES)
    what = f"« {short(shared[0])} » est donné aux deux personnes. Il reste à l'usager."
    problems.append(layer.problem(("control", key), what, "une prise pour chacun"))


def _written_last(layers: Sequence[_Layer], section: str, keys: Sequence[str]) -> tuple[_Layer, str]:
    """Where the last of these keys was written."""
    return next(
        (layer, key)
        for layer in reversed(layers)
        for key in reversed(keys)
        if isinstance(content := layer.content.get(section), dict) and key in content
    )


# --- words --------------------------------------------------------------------------------------------------------


def _unknown(layer: _Layer, path: tuple[str, ...], known: Iterable[str]) -> Problem:
    """A key or section that does not exist: the nearest, or the section where it does exist, or all there is."""
    written = path[-1]
    elsewhere = [f"[{name}] {written}" for name, section in SECTIONS.items() if written in section.model_fields]
    near = nearest_word(written, known) or next(iter(elsewhere), None)
    expected = None if near else one_of(known)
    return layer.problem(path, f"« {short(written)} » n'est pas connu.", expected, near)
