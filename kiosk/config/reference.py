"""Every setting on one page, for IT: written from the schema and from `default.toml`, never by hand.

What a setting is for stands in one place, the comments of `default.toml`; what it may be, in the model. Keys that share
a comment share a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.config.loader import PACKAGED_FILE, SECTIONS
from kiosk.config.words import accepted_by

_SECTION = re.compile(r"\[(?P<name>\w+)\]")
_KEY = re.compile(r"(?P<key>\w+) = (?P<value>.*)")

_OPENING = """\
# Tous les réglages

Cette page est écrite par le programme lui-même : `kiosk config reference`. Ne la changez pas à la main.

Écrivez dans `/etc/kiosk/kiosk.toml` les seuls réglages que vous changez, sous le nom de leur partie :

    [site]
    name = "Espace numérique de Quelquepart"

Puis relisez : `sudo kiosk check` dit le fichier, la ligne, ce qui est attendu, et le mot le plus proche. Une valeur
fausse est ignorée : le poste s'ouvre avec celle d'origine. Les changements comptent quand le poste rouvre.
"""


@dataclass
class Row:
    """What one comment is about. `keys`: by name, each with its default as TOML writes it."""

    meaning: str
    keys: dict[str, str] = field(default_factory=dict)


def rows() -> dict[str, list[Row]]:
    """By section, in the order of `default.toml`."""
    found: dict[str, list[Row]] = {}
    comment: list[str] = []
    for line in PACKAGED_FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            comment.append(line[1:].strip())
        elif section := _SECTION.fullmatch(line):
            here = found.setdefault(section["name"], [])
            comment = []
        elif key := _KEY.fullmatch(line):
            if comment:
                here.append(Row(" ".join(comment)))
                comment = []
            here[-1].keys[key["key"]] = key["value"]
    return found


def as_markdown() -> str:
    return "\n".join([_OPENING, *(line for name, section in rows().items() for line in _table(name, section))]) + "\n"


def _table(name: str, section: list[Row]) -> Iterator[str]:
    yield f"## [{name}]\n"
    yield "| Réglage | D'origine | Ce qu'on peut écrire | Ce qu'il change |"
    yield "|---|---|---|---|"
    for row in section:
        accepted = [accepted_by(SECTIONS[name].model_fields[key]) for key in row.keys]
        alike = accepted[:1] if len(set(accepted)) == 1 else accepted
        cells = (
            "<br>".join(f"`{key}`" for key in row.keys),
            "<br>".join(f"`{value}`" for value in row.keys.values()),
            "<br>".join(_in_cell(one) for one in alike),
            _in_cell(row.meaning),
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|")
