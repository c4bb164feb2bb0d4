"""`python -m kiosk.ui.it_sheet PAGE.md PAGE.pdf`: one of IT's pages on one sheet of A4, to take along to a post.

Reads a small part of Markdown: a `#` title, `##` sections, paragraphs, `- ` items, indented commands. Says how many
pages it took: one is the promise.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kiosk.ui.pdf_file import Size, drawn, icon, panel, prepare
from kiosk.ui.printed_text import Text

_WIDTH, _HEIGHT = 210.0, 297.0
_MARGIN = 14.0
_INNER = _WIDTH - 2 * _MARGIN
_BOTTOM = _HEIGHT - 10.0
_MONO = ("DejaVu Sans Mono",)
_BODY, _TYPED, _HEADING, _TITLE = 3.6, 3.2, 4.8, 9.0


@dataclass(frozen=True)
class _Line:
    """`kind`: title, heading, words, item, typed."""

    kind: str
    text: str


def write(path: Path, markdown: str) -> int:
    """How many pages it took. Raises SheetNotWrittenError."""
    prepare()
    lines = list(_read(markdown.splitlines()))
    with drawn(path, Size.A4, next(line.text for line in lines if line.kind == "title")) as (painter, writer):
        pages, y = 1, _MARGIN - 2
        for number, line in enumerate(lines):
            text = _text_of(line)
            before, after = _around(line, lines[number - 1] if number else None)
            if y + before + text.height > _BOTTOM:
                writer.newPage()
                pages, y = pages + 1, _MARGIN
            y += before
            _paint(painter, line, text, y)
            y += text.height + after
    return pages


def _read(lines: Sequence[str]) -> Iterator[_Line]:
    """What stands on several lines is one, unless it is to be typed."""
    waiting: _Line | None = None
    for line in [*lines, ""]:
        continues = line.strip() and not line.startswith(("#", "- ", "    "))
        if waiting is not None and continues:
            waiting = _Line(waiting.kind, f"{waiting.text} {line.strip()}")
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        if line.startswith("    "):
            yield _Line("typed", line[4:])
        elif line.startswith("## "):
            yield _Line("heading", line[3:])
        elif line.startswith("# "):
            yield _Line("title", line[2:])
        elif line.strip():
            waiting = _Line("item", line[2:]) if line.startswith("- ") else _Line("words", line)


def _text_of(line: _Line) -> Text:
    match line.kind:
        case "title":
            return Text(line.text, _TITLE, 700)
        case "heading":
            return Text(line.text, _HEADING, 700, "blue_deep", _INNER)
        case "typed":
            return Text(line.text or " ", _TYPED, 400, families=_MONO, typed=True)
        case "item":
            return Text(line.text, _BODY, 400, "ink", _INNER - 5)
        case _:
            return Text(line.text, _BODY, 400, "ink", _INNER)


def _around(line: _Line, before: _Line | None) -> tuple[float, float]:
    """The room above and below, in millimetres. Commands stand together in one panel."""
    match line.kind:
        case "heading":
            return 2.6, 0.6
        case "typed":
            return (0.0 if before is not None and before.kind == "typed" else 0.8), 0.4
        case _:
            return (2.0 if before is not None and before.kind == "typed" else 0.4), 0.8


def _paint(painter: QPainter, line: _Line, text: Text, y: float) -> None:
    match line.kind:
        case "title":
            icon(painter, QRectF(_WIDTH - _MARGIN - 18, y, 18, text.height), "logo")
            text.paint(painter, _MARGIN, y)
        case "typed":
            # Its own ground and no more: the line before keeps what hangs from its letters.
            panel(painter, QRectF(_MARGIN, y, _INNER, text.height + 0.4), "paper", 0.0)
            text.paint(painter, _MARGIN + 4, y + 0.2)
        case "item":
            Text("•", _BODY, 700).paint(painter, _MARGIN, y)
            text.paint(painter, _MARGIN + 5, y)
        case _:
            text.paint(painter, _MARGIN, y)


def main(source: str, made: str) -> int:
    pages = write(Path(made), Path(source).read_text(encoding="utf-8"))
    sys.stdout.write(f"{made} : {pages} page{'s' if pages > 1 else ''}\n")
    return 0 if pages == 1 else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
