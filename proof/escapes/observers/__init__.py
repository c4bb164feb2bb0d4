"""Who looks, after each technique, whether somebody got out: one observer for each `Way`."""

from __future__ import annotations

from proof.escapes.observers.base import Observer, Scenery
from proof.escapes.observers.machine import (
    FileObserver,
    ProcessObserver,
    ServerObserver,
    ShellObserver,
    TerminalObserver,
)
from proof.escapes.observers.pages import LeftObserver, OriginObserver, ToldObserver
from proof.escapes.observers.screen import (
    FrontObserver,
    FrozenObserver,
    KeyboardObserver,
    SecondObserver,
    WindowObserver,
    WordsObserver,
)

__all__ = ["Observer", "Scenery", "all_observers"]


def all_observers() -> tuple[Observer, ...]:
    """In the order in which they look: first those that see whether the others still can."""
    return (
        ServerObserver(),
        ShellObserver(),
        TerminalObserver(),
        ProcessObserver(),
        WindowObserver(),
        FrontObserver(),
        SecondObserver(),
        FrozenObserver(),
        KeyboardObserver(),
        WordsObserver(),
        OriginObserver(),
        LeftObserver(),
        FileObserver(),
        ToldObserver(),
    )
