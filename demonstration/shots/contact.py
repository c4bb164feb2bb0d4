"""Contact sheets: one screen in all its looks on one picture, and the index of all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from demonstration.shots.looks import Look
from kiosk.ui import theme

WIDTH = 480
GAP = 16
TITLE = 56
CAPTION = 34
_GROUND, _INK = QColor("#3a3f44"), QColor("#ffffff")


def thumbnail(picture: QImage) -> QImage:
    return picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)


def file_name(name: str) -> str:
    """`desk/print-held` is `desk-print-held`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def sheet(name: str, pictures: Mapping[Look, QImage], columns: int) -> QImage:
    """In the order of the looks, `columns` a line."""
    rows = [list(pictures.items())[at : at + columns] for at in range(0, len(pictures), columns)]
    heights = [max(picture.height() for _, picture in row) + CAPTION + GAP for row in rows]
    whole = QImage(
        GAP + min(columns, len(pictures)) * (WIDTH + GAP), TITLE + sum(heights) + GAP, QImage.Format.Format_RGB32
    )
    whole.fill(_GROUND)
    painter = QPainter(whole)
    # Of the reference look, whatever was shown last.
    font = theme.make_theme(1280, 800, next(iter(pictures)).appearance).font(22, 600)
    font.setPixelSize(28)
    painter.setFont(font)
    painter.setPen(_INK)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(QRect(GAP, 0, whole.width(), TITLE), Qt.AlignmentFlag.AlignVCenter, name)
    font.setPixelSize(20)
    painter.setFont(font)
    top = TITLE
    for row, height in zip(rows, heights, strict=True):
        for column, (look, picture) in enumerate(row):
            left = GAP + column * (WIDTH + GAP)
            painter.drawText(QRect(left, top, WIDTH, CAPTION), Qt.AlignmentFlag.AlignVCenter, str(look))
            painter.drawImage(left, top + CAPTION, picture)
        top += height
    painter.end()
    return whole


def write_index(folder: Path, sheets: Sequence[tuple[str, str]], wrong: Mapping[str, Sequence[str]]) -> Path:
    """`sheets`: name of the screen and of its file. `wrong`: what a machine saw, by the name of the screen."""
    lines = ["# Screens", "", f"{len(sheets)} screens; {len(wrong)} with something wrong.", ""]
    for name, file in sheets:
        lines.append(f"- [{name}]({file})")
        lines += [f"  - {sentence}" for sentence in wrong.get(name, ())]
    path = folder / "index.md"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
