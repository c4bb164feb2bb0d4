"""The guest's words on screen: French in the source, translated by the `Guest` context of `assets/locale`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def say(french: str) -> str:
    """`french` in the person's language."""
    return QCoreApplication.translate("Guest", french)
