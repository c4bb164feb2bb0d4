"""A command that IT is told to type works as it is written: what looks at the post or changes it needs `sudo`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.command_line import COMMANDS, asks_the_post

CODE = Path(__file__).parents[2] / "kiosk"
_TOLD = re.compile(rf"(sudo )?\bkiosk ({'|'.join(COMMANDS)})\b ?([a-z]*)")
# The commands themselves, as they are read; and the name of a pointer of the X server.
_NOT_TOLD = (CODE / "command_line.py", CODE / "control" / "x11.py")
# Said to who made it, not to be typed; and a file of one's own, which nobody needs root to read.
_NAMED = ("Written by `kiosk hours plan`", "« kiosk doctor » les montre", "kiosk procedures check {file}")
_OWN_FILE = "kiosk procedures check "


def told(file: Path) -> Iterator[tuple[int, str]]:
    """What the program may say, f-strings in their pieces, without what its authors say to each other."""
    tree = ast.parse(file.read_text())
    notes = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in notes:
            yield one.lineno, one.value


def without_sudo(text: str) -> list[str]:
    if any(words in text for words in _NAMED) or text.endswith(_OWN_FILE):
        return []
    return [
        found[0]
        for found in _TOLD.finditer(text)
        if not found[1] and asks_the_post(found[2], [found[3]] if found[3] else [])
    ]


def test_every_command_that_needs_root_is_told_with_sudo() -> None:
    files = [file for file in sorted(CODE.rglob("*.py")) if file not in _NOT_TOLD]
    wrong = [
        f"{file.relative_to(CODE)}:{line}: {command}"
        for file in files
        for line, text in told(file)
        for command in without_sudo(text)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Puis : kiosk staff add NOM", ["kiosk staff add"]),
        ("Puis : sudo kiosk staff add NOM", []),
        ("kiosk staff remove a, puis sudo kiosk staff add a", ["kiosk staff remove"]),
        ("Pour en faire une : kiosk packs key FICHIER", []),
        ("kiosk doctor", ["kiosk doctor"]),
    ],
)
def test_what_would_be_found(text: str, wrong: list[str]) -> None:
    assert without_sudo(text) == wrong
