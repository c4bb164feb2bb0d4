"""Two, three or four big tiles: one gesture each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.screens.tile import Tile


def big_tile(name: str, text: str, icon: str, detail: str) -> Tile:
    look = theme.current()
    tile = Tile(
        text,
        icon,
        detail=detail,
        above=not look.enlarged,
        icon_size=72 if not look.enlarged else 48,
        icon_colour="blue",
        height=184 if not look.enlarged else 120,
        size=28,
        detail_size=20,
    )
    tile.setObjectName(name)
    return tile


class Choices(QWidget):
    """Beside each other; in large letters, one under the other."""

    def __init__(self, tiles: Sequence[Tile]) -> None:
        super().__init__()
        look = theme.current()
        stacked = look.enlarged
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        for tile in tiles:
            row.addWidget(tile, 1)
