"""What the post does with people's data, as it says it on the screen: the sentences that this configuration makes true.

Reads `assets/notice`: one file says which sentences there are, when each is true and what ties it to the product; one
file a language says them. A language without its file, or a sentence that it lacks, is French. Knows no screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from kiosk import languages
from kiosk.config import Config

FOLDER = Path(__file__).resolve().parents[1] / "assets" / "notice"
_FIGURE = re.compile(r"\{([a-z_]+\.[a-z_]+)\}")


class Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Sentence(Written):
    """`when`: a configuration key that is on, or `key=value`. `ties`: configuration keys, tests and documents."""

    id: str
    when: str | None = None
    ties: Annotated[tuple[str, ...], Field(min_length=1)]


class PartOf(Written):
    id: str
    icon: str
    lines: Annotated[tuple[Sentence, ...], Field(min_length=1)]


class Texts(Written):
    """One language. `parts` and `lines`: words by id."""

    title: str
    lead: str
    parts: Mapping[str, str]
    lines: Mapping[str, str]


@dataclass(frozen=True)
class Part:
    title: str
    icon: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Notice:
    title: str
    lead: str
    parts: tuple[Part, ...]


class Notices:
    """The notice of one post, in any language."""

    def __init__(self, config: Config) -> None:
        self._config = config

    def within(self, language: str) -> Notice:
        spoken = _texts(language) or _texts(languages.SOURCE)
        french = _texts(languages.SOURCE)
        assert spoken is not None
        assert french is not None
        parts = tuple(
            Part(
                spoken.parts.get(part.id, french.parts[part.id]),
                part.icon,
                tuple(self._filled(spoken.lines.get(one.id, french.lines[one.id])) for one in self._true(part.lines)),
            )
            for part in sentences()
        )
        return Notice(spoken.title, spoken.lead, tuple(part for part in parts if part.lines))

    def _true(self, lines: Sequence[Sentence]) -> Iterator[Sentence]:
        for one in lines:
            key, equals, value = (one.when or "").partition("=")
            if not key or (str(setting(self._config, key)) == value if equals else setting(self._config, key)):
                yield one

    def _filled(self, text: str) -> str:
        return _FIGURE.sub(lambda found: str(setting(self._config, found[1])), text)


def setting(config: Config, key: str) -> object:
    """The value of « section.key ». Raises AttributeError when there is none."""
    section, _, name = key.partition(".")
    return getattr(getattr(config, section), name)


@cache
def sentences() -> tuple[PartOf, ...]:
    """What can be said, in its order, whatever the language."""
    read = yaml.safe_load((FOLDER / "notice.yaml").read_text(encoding="utf-8"))
    return TypeAdapter(tuple[PartOf, ...]).validate_python(read)


@cache
def _texts(language: str) -> Texts | None:
    file = FOLDER / f"{language}.yaml"
    if not file.is_file():
        return None
    return Texts.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
