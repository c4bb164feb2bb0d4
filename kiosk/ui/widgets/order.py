"""Tab goes as the eye does: through a widget's layouts in their order, whatever was made first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def as_laid_out(widget: QWidget) -> Iterator[QWidget]:
    """A widget and what is in it, as they lie on the screen; what no layout holds comes last."""
    yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    found = [inside] if inside is not None else list(held_by(widget.layout()))
    for child in found:
        yield from as_laid_out(child)
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child not in found and inside is None and not child.isWindow():
            yield from as_laid_out(child)


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def lead_tab(parts: Iterable[QWidget]) -> None:
    """Through these parts, one after the other."""
    stops = [stop for part in parts for stop in as_laid_out(part) if takes_tab(stop)]
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def held_by(layout: QLayout | None) -> Iterator[QWidget]:
    """The widgets of a layout and of the layouts in it, in their order.

    Asked by `indexOf` and never by `itemAt`: Python's hold on an item outlives it, and is then taken for whatever
    widget Qt makes at the same place in memory (seen: `viewport()` that answered with an item).
    """
    owner = layout.parentWidget() if layout is not None else None
    if layout is None or owner is None:
        return
    inside: list[QWidget | QLayout] = [one for one in layout.children() if isinstance(one, QLayout)]
    inside += owner.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for _, one in sorted((place, order) for order, part in enumerate(inside) if (place := layout.indexOf(part)) >= 0):
        part = inside[one]
        if isinstance(part, QWidget):
            yield part
        else:
            yield from held_by(part)
