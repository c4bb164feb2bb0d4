"""A panel that nobody sees, built once while the guest waits: the first of a process costs three times the second.

Most of that is Python's view of Qt's classes and the fonts, both made at first use. Shows nothing and keeps nothing.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.guest.panel import Panel, Scene
from kiosk.procedures.model import Step, Target, Text, Word
from kiosk.ui import theme

_WORDS = Text(fr="Essai")
_STEP = Step(
    id="essai",
    do=_WORDS,
    why=_WORDS,
    words=(Word(word=_WORDS, meaning=_WORDS),),
    target=Target(role="button", name="Essai"),
)


def rehearse_panel(parent: QWidget) -> None:
    """Build, draw and throw away one step."""
    panel = Panel(parent)
    panel.resize(theme.current().panel_width, parent.height())
    panel.show_scene(
        Scene("guiding", (_STEP,), number=1, done=frozenset(), language="fr", pointed=True, mediator=False)
    )
    panel.grab()
    panel.deleteLater()
