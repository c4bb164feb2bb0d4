"""Every GUI test starts from the French theme on the reference screen; Qt warnings fail tests (see pyproject)."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

# Before Qt starts: a test needs no screen unless whoever runs it chose one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from kiosk.session.messages import Appearance
from kiosk.ui import i18n, theme


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screenless platform has no stacking order nor size hints and says so each time; X11 has both."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support (raise|propagateSizeHints)"))


@pytest.fixture(scope="session", autouse=True)
def _locales() -> None:
    i18n.compile_locales()


@pytest.fixture(autouse=True)
def _reference_look(qapp: QApplication) -> Iterator[None]:
    def reset() -> None:
        i18n.install(qapp, "fr")
        theme.apply(qapp, theme.make_theme(1280, 800, Appearance()))

    reset()
    yield
    reset()
