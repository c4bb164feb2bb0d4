"""A small catalogue and a shell to look at: procedures with long and short names, papers, cases, in three languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from types import ModuleType

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from demonstration.shots import seeing
from demonstration.shots.shelf import NOON, Catalogue, make_sheets
from kiosk.session.messages import Appearance
from kiosk.sheets.library import Library
from kiosk.ui.announcer import Announcer
from kiosk.ui.shell import Shell


class Bell(Announcer):
    def __init__(self) -> None:
        self.rings = 0

    def ring(self) -> None:
        self.rings += 1

    def warn(self) -> None:
        raise AssertionError("the application sounds the question")


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture(scope="session")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return make_sheets(tmp_path_factory.mktemp("sheets"))


@pytest.fixture
def shell(qapp: QApplication, bell: Bell, sheets: Library) -> Iterator[Shell]:
    shown = Shell(Catalogue(), "Espace social commun Le Blosne", lambda: NOON, bell, sheets=sheets)
    yield shown
    shown.end()
    shown.deleteLater()


Dress = Callable[[Shell, int, int, Appearance], None]


@pytest.fixture
def dress(monkeypatch: pytest.MonkeyPatch) -> Dress:
    """Give a shell a screen size and an appearance, whatever screen the test runs on."""

    def put_on(shell: Shell, width: int, height: int, appearance: Appearance) -> None:
        monkeypatch.setattr(shell._windows, "_geometry", lambda: QRect(0, 0, width, height))
        shell._context.visit.appearance = appearance
        shell._windows.wear(shell.appearance)

    return put_on


@pytest.fixture
def noon() -> datetime:
    return NOON


@pytest.fixture
def fitting() -> ModuleType:
    """What "nothing is cut" means."""
    return seeing
