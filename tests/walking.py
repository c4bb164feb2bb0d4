"""A walk through a window by the keyboard alone, with the Tab key itself, and what must hold at each stop."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QLineEdit, QWidget

MOST = 200
TARGET = 48
INTERACTIVE = (QAbstractButton, QLineEdit, QAbstractSlider)
ROLES = (
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.Slider,
    QAccessible.Role.ListItem,
)


def stops(root: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where Tab leads, from where the keyboard is, until it comes back to a stop that it has seen."""
    window = root.window()
    window.activateWindow()
    found: list[QWidget] = []
    for _ in range(MOST):
        here = window.focusWidget() or window
        QTest.keyClick(here, key)
        reached = window.focusWidget()
        if reached is None or reached in found:
            break
        found.append(reached)
    return found


def wrong(root: QWidget, *, ordered: bool = True, elsewhere: Callable[[QWidget], bool] = lambda _: False) -> list[str]:
    """Everything that does not hold on a walk through what is in `root`. `elsewhere`: has a key of its own."""
    walked = [one for one in stops(root) if root.isAncestorOf(one)]
    wanted = [
        one
        for one in root.findChildren(QWidget)
        if isinstance(one, INTERACTIVE) and _is_for_hands(one, root) and not elsewhere(one)
    ]
    found = [f"never reached: {_said(one)}" for one in wanted if one not in walked]
    found += [f"hidden, and reached: {_said(one)}" for one in walked if not one.isVisibleTo(root)]
    for one in walked:
        found += _wrong_with(one)
    back = [one for one in stops(root, Qt.Key.Key_Backtab) if root.isAncestorOf(one)]
    if set(back) != set(walked):
        found.append(f"another way back: {[_said(one) for one in set(back) ^ set(walked)]}")
    return found + (_out_of_order(walked, root) if ordered else [])


def _is_for_hands(widget: QWidget, root: QWidget) -> bool:
    hidden_part = isinstance(widget, QAbstractSlider) and widget.focusPolicy() == Qt.FocusPolicy.NoFocus
    return widget.isVisibleTo(root) and widget.isEnabled() and not hidden_part


def _wrong_with(widget: QWidget) -> list[str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None:
        return [f"not there for a reader: {_said(widget)}"]
    found = []
    if not interface.text(QAccessible.Text.Name).strip():
        found.append(f"no name: {_said(widget)}")
    types_for_itself = type(widget).keyPressEvent is not QWidget.keyPressEvent and not isinstance(widget, INTERACTIVE)
    if interface.role() not in ROLES and not types_for_itself:
        found.append(f"{interface.role()} is no role to act on: {_said(widget)}")
    state = interface.state()
    if not state.focusable or state.invisible:
        found.append(f"a reader cannot go there: {_said(widget)}")
    if widget.width() < TARGET or widget.height() < TARGET - 2 * isinstance(widget, QLineEdit):
        found.append(f"too small: {_said(widget)} {widget.size().toTuple()}")
    return found


def _out_of_order(walked: list[QWidget], root: QWidget) -> list[str]:
    """Each stop is lower than the one before, or further on in the direction of reading. A walk goes round: one way
    back there must be, from the last to the first."""
    found = []
    for before, after in pairwise([*walked, *walked[:1]]):
        one, other = _place(before, root), _place(after, root)
        rtl = after.layoutDirection() == Qt.LayoutDirection.RightToLeft
        lower = other.center().y() > one.bottom() or other.top() > one.center().y()
        further = other.right() < one.left() + 1 if rtl else other.left() > one.right() - 1
        if not (lower or further or one.contains(other) or other.contains(one)):
            found.append(f"backwards: {_said(before)} {one.getRect()} -> {_said(after)} {other.getRect()}")
    return found if len(found) > 1 else []


def _place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


def _said(widget: QWidget) -> str:
    return f"{type(widget).__name__} « {widget.accessibleName() or getattr(widget, 'text', str)()} »"
