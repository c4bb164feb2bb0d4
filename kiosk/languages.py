"""The languages that the post offers: one small file each, `assets/locale/<code>.yaml`. French is always there.

Whoever needs a language's name, direction, letters, keyboard or voice asks here; no other module lists languages. Reads
files, never raises: a file that is badly written leaves its language out (`kiosk procedures check` says why). Knows no
screen and no text of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

FOLDER = Path(__file__).resolve().parents[1] / "assets" / "locale"
SOURCE = "fr"
"""What everything is written in, and what is shown where a translation is missing."""
CODE = re.compile(r"[a-z]{2,3}")

_LARGEST_FILE = 16 * 1024
_MISTYPED = (LookupError, TypeError, AttributeError)
"""What PyYAML falls over where a type is written and its value is none: `!!int`, `!!timestamp jeudi`."""
# The same parser in C, wherever PyYAML was built with it: every process of the post reads these files as it starts.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Description(BaseModel):
    """What `<code>.yaml` says of a language.

    `name`: in its own letters, as people choose it. `french`: as French people call it ("l'arabe"). `order`: its place
    in the choice. `locale`: whose figures and dates it takes (Qt's name). `plurals`: the forms of a count in the .ts
    file. `fonts`: families of `assets/fonts`, besides the common one. `keyboard`: the layout on the screen (Qt Virtual
    Keyboard). `voice`: eSpeak NG's.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(min_length=1, max_length=40)]
    french: Annotated[str, Field(min_length=1, max_length=40)]
    order: Annotated[int, Field(ge=1, le=99)] = 99
    direction: Literal["ltr", "rtl"] = "ltr"
    locale: Annotated[str, Field(pattern=r"^[a-z]{2,3}_[A-Z]{2}$")] = "fr_FR"
    plurals: Annotated[int, Field(ge=1, le=6)] = 2
    fonts: Annotated[tuple[str, ...], Field(max_length=4)] = ()
    keyboard: Annotated[str, Field(pattern=r"^[a-z]{2,3}_[A-Z]{2}$")] = "fr_FR"
    voice: Annotated[str, Field(pattern=r"^[a-z][a-z0-9+_-]*$", max_length=40)] | None = None

    @property
    def rtl(self) -> bool:
        return self.direction == "rtl"


_FRENCH = Description(name="Français", french="le français", order=1, voice=SOURCE)


def known() -> Mapping[str, Description]:
    """Every language by its code, in the order in which they are offered; French first."""
    return known_in(FOLDER)


def codes() -> tuple[str, ...]:
    return tuple(known())


def described(code: str) -> Description:
    """French for a code that has no file."""
    return known().get(code, known()[SOURCE])


def is_rtl(code: str) -> bool:
    return described(code).rtl


def files(folder: Path) -> Mapping[str, Path]:
    """The description files, by code. What has another name is no language: `fr.ts`, `LISEZMOI.yaml`."""
    try:
        return {file.stem: file for file in sorted(folder.glob("*.yaml")) if CODE.fullmatch(file.stem)}
    except OSError:
        return {}


@cache
def known_in(folder: Path) -> Mapping[str, Description]:
    """Of any folder. A description that cannot be read is left out (`procedures.lint.translated` says why)."""
    found = {SOURCE: _FRENCH}
    for code, file in files(folder).items():
        if (one := _described_in(file)) is not None:
            found[code] = one
    order = sorted(found, key=lambda code: (code != SOURCE, found[code].order, code))
    return MappingProxyType({code: found[code] for code in order})


def _described_in(file: Path) -> Description | None:
    try:
        with file.open("rb") as opened:
            content = yaml.load(opened.read(_LARGEST_FILE), Loader=_LOADER)  # noqa: S506 (a safe loader, in C)
        return Description.model_validate(content)
    except (OSError, ValueError, ValidationError, yaml.YAMLError, RecursionError, *_MISTYPED):
        return None
