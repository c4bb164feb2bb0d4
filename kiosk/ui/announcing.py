"""What a screen reader is told when nobody asked: another step, an answer, an error, how long is left.

Without a reader nothing happens. What is announced is always on screen too.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.widgets.paragraph import plain


def announce(widget: QWidget, words: str, *, at_once: bool = True) -> None:
    """`at_once`: before whatever the reader is saying now, else after it."""
    said = plain(words).strip()
    if not said:
        return
    event = QAccessibleAnnouncementEvent(widget, said)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)
