"""What a machine can see of a window: words that are cut, what is out of reach, too small, hidden, pale or nameless.

Each question gives a list of sentences, one a widget that is wrong; none when all is well. Knows nothing of what is
shown. `tests/gui/ui` asks the same of each screen at more sizes of text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QLineEdit, QScrollArea, QWidget

from kiosk.guest.tray_strip import TrayItem
from kiosk.ui.screens.tile import Tile
from kiosk.ui.seat import Seat
from kiosk.ui.theme import MIN_TARGET
from kiosk.ui.widgets import Button, CheckRow, Label

LEAST_CONTRAST = 4.5
_WITH_WORDS = (Label, Button, Tile, CheckRow)
_FOR_HANDS = (QAbstractButton, QLineEdit, QAbstractSlider)
_FEW_PIXELS = 6
"""Of one colour: fewer are the soft edge of a letter."""
_TOUCH = 1
"""Two neighbours may share a line of pixels."""

Pixels = npt.NDArray[np.uint32]


def visible(root: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    return [one for one in root.findChildren(QWidget) if isinstance(one, kinds) and one.isVisibleTo(root)]


def cut(root: QWidget) -> list[str]:
    """The widgets of `root` whose words do not fit in what they were given."""
    wrong = []
    for one in visible(root, *_WITH_WORDS):
        needed = one.heightForWidth(one.width())
        if needed > one.height() + 1 or one.minimumSizeHint().width() > one.width() + 1:
            wrong.append(f"{_said(one)}: {one.size().toTuple()}, needs {needed}")
    wrong += [
        f"{_said(seat)}: {seat.size().toTuple()}"
        for seat in visible(root, Seat)
        if seat.sizeHint().width() > seat.width() or seat.sizeHint().height() > seat.height()
    ]
    for line in visible(root, QLineEdit):
        assert isinstance(line, QLineEdit)
        words = line.placeholderText() if not line.text() else ""
        room = line.width() - line.textMargins().left() - line.textMargins().right()
        if line.fontMetrics().horizontalAdvance(words) > room:
            wrong.append(f"{_said(line)}: no room for « {words} »")
    return wrong


def outside(root: QWidget) -> list[str]:
    """The widgets that stick out of the window, or sideways out of the part that scrolls."""
    wrong = []
    for one in visible(root, *_WITH_WORDS, Seat, QLineEdit, TrayItem):
        place = _place(one, root)
        inside = (
            (place.left() >= root.rect().left() and place.right() <= root.rect().right())
            if _scrolls(one)
            else root.rect().contains(place)
        )
        if not inside:
            wrong.append(f"{_said(one)}: {place.getRect()}")
    return wrong


def small(root: QWidget) -> list[str]:
    """The targets that are smaller than a finger."""
    return [
        f"{_said(one)}: {one.size().toTuple()}"
        for one in visible(root, QAbstractButton)
        if one.width() < MIN_TARGET or one.height() < MIN_TARGET
    ]


def interactive(root: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit)
    return [one for one in visible(root, *kinds) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]


def overlapping(root: QWidget) -> list[str]:
    """Two things to press, of which one lies on the other. What a cover hides is not there to be pressed."""
    shown = [one for one in visible(root, *_FOR_HANDS) if not _is_scroll_bar(one) and _is_on_top(one, root)]
    places = {
        one: _place(one, root).intersected(_place(one.visibleRegion().boundingRect(), root, one)) for one in shown
    }
    wrong = []
    for one, other in combinations(shown, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        shared = places[one].intersected(places[other])
        if shared.width() > _TOUCH and shared.height() > _TOUCH:
            wrong.append(f"{_said(one)} and {_said(other)} share {shared.getRect()}")
    return wrong


def nameless(root: QWidget) -> list[str]:
    """What can be pressed or written in, and has no name for who does not see it."""
    wrong = []
    for one in visible(root, *_FOR_HANDS):
        if _is_scroll_bar(one):
            continue
        interface = QAccessible.queryAccessibleInterface(one)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            wrong.append(f"{type(one).__name__} {one.objectName()}: {_place(one, root).getRect()}")
    return wrong


def pale(root: QWidget, picture: QImage | None = None) -> list[str]:
    """Words without enough contrast, as they were painted. What cannot be pressed now may be pale."""
    image = (picture or root.grab().toImage()).convertToFormat(QImage.Format.Format_RGB32)
    ratio = image.devicePixelRatio()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    wrong = []
    for one in visible(root, *_WITH_WORDS, Seat):
        if not one.isEnabled() or not _is_on_top(one, root) or not _words_of(one):
            continue
        shown = _place(one.visibleRegion().boundingRect(), root, one).intersected(root.rect())
        if shown.height() < one.height() or shown.isEmpty():
            continue
        left, top = round(shown.left() * ratio), round(shown.top() * ratio)
        part = pixels[top : top + round(shown.height() * ratio), left : left + round(shown.width() * ratio)]
        best = strongest(part)
        if best < LEAST_CONTRAST:
            wrong.append(f"{_said(one)}: {best:.1f}:1")
    return wrong


def strongest(part: Pixels) -> float:
    """The contrast between the ground, which is most of the picture, and what stands out most from it."""
    colours, counts = np.unique(part & 0xFFFFFF, return_counts=True)
    colours, light = colours[counts >= _FEW_PIXELS], _luminance(colours[counts >= _FEW_PIXELS])
    if not colours.size:
        return 1.0
    ground = light[int(np.argmax(counts[counts >= _FEW_PIXELS]))]
    lighter, darker = np.maximum(light, ground), np.minimum(light, ground)
    return float(((lighter + 0.05) / (darker + 0.05)).max())


QUESTIONS: dict[str, Callable[[QWidget], list[str]]] = {
    "cut": cut,
    "outside": outside,
    "overlapping": overlapping,
    "small": small,
    "no name": nameless,
    "pale": pale,
}


def wrong_with(root: QWidget) -> Iterable[tuple[str, str]]:
    """Everything: what is asked, and what is wrong."""
    for name, ask in QUESTIONS.items():
        for sentence in ask(root):
            yield name, sentence


def _luminance(colours: Pixels) -> npt.NDArray[np.float64]:
    channels = np.stack([(colours >> shift & 0xFF) / 255 for shift in (16, 8, 0)])
    linear = np.where(channels <= 0.03928, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    weights = np.array([0.2126, 0.7152, 0.0722])
    return np.asarray(weights @ linear, dtype=np.float64)


def _words_of(one: QWidget) -> str:
    """A sentence that has no room says nothing, and keeps its name."""
    return (one.text() if isinstance(one, Label) else one.accessibleName()).strip()


def _place(one: QWidget | QRect, root: QWidget, of: QWidget | None = None) -> QRect:
    """In the coordinates of `root`. A rectangle: one of the widget `of`."""
    if isinstance(one, QRect):
        assert of is not None
        return one.translated(of.mapTo(root, QPoint(0, 0)))
    return QRect(one.mapTo(root, QPoint(0, 0)), one.size())


def _is_on_top(one: QWidget, root: QWidget) -> bool:
    """Whether somebody who presses its middle presses it, and no cover."""
    region = one.visibleRegion()
    if region.isEmpty():
        return False
    hit = root.childAt(_place(region.boundingRect(), root, one).center())
    return hit is not None and (hit is one or one.isAncestorOf(hit) or hit.isAncestorOf(one))


def _is_scroll_bar(one: QWidget) -> bool:
    return isinstance(one, QAbstractSlider) and one.focusPolicy() == Qt.FocusPolicy.NoFocus


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent is not None


def _said(one: QWidget) -> str:
    return f"{type(one).__name__} « {one.accessibleName() or one.objectName()} »"
