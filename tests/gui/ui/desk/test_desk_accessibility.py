"""Every scene of the paper desk by the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.documents.desk.scenes import Scene
from kiosk.session.messages import Appearance
from kiosk.ui.shell import Shell
from tests import walking


@pytest.mark.parametrize(("language", "percent"), [("fr", 100), ("ar", 100), ("fr", 200)])
def test_tab_goes_round_every_scene_as_the_eye_does(
    shell: Shell, dress, scenes: dict[str, Scene], qapp: QApplication, language: str, percent: int
) -> None:
    dress(shell, 1280, 800, Appearance(language=language, text_percent=percent))
    found = {}
    for name, scene in scenes.items():
        shell.show_desk(scene)
        qapp.processEvents()
        page = shell.windows[0].page
        assert page is not None
        if wrong := walking.wrong(page, ordered=percent == 100):
            found[name] = wrong
    assert not found, "\n".join(f"{name}: {one}" for name, wrong in found.items() for one in wrong)
