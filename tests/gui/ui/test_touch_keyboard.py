"""The keyboard on the screen: large keys that write what they show, nothing shown of a secret, nothing kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.ui import touch
from kiosk.ui.screen import Screen

RIG = Path(__file__).with_name("touch_rig.py")


@pytest.fixture(scope="module", params=["fr", "en", "ar"])
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the rig saw, in this language."""
    folder = tmp_path_factory.mktemp("touch")
    (folder / "home").mkdir()
    environment = {**os.environ, "HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"}
    touch.prepare(folder / "settings", environment)
    done = subprocess.run(
        [sys.executable, str(RIG), str(folder), request.param],
        env={**environment, "PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {"language": request.param, **json.loads(done.stdout.splitlines()[-1])}


def test_every_key_is_as_large_as_a_finger_and_writes_what_it_shows(seen: dict[str, Any]) -> None:
    expected = {"fr": "azertyéèàç@", "en": "qwerty'@", "ar": "ضصثقفغعهخحجد@"}[seen["language"]]
    assert set(expected) <= set(seen["keys"])
    assert seen["smallest"] >= 48
    assert seen["typed"]
    assert seen["figures"] == list("0123456789")


def test_it_is_there_only_while_something_is_written(seen: dict[str, Any]) -> None:
    # The rig itself waits for it to come with a field and to go with it.
    assert seen["before"] is False


def test_in_a_secret_field_no_key_shows_that_it_is_pressed(seen: dict[str, Any]) -> None:
    assert seen["shows open"]
    assert not seen["shows secret"]


def test_nothing_is_learnt_and_nothing_is_written(seen: dict[str, Any]) -> None:
    assert seen["written"] == []
    assert seen["home"] == []


def test_a_real_keyboard_still_writes_accents(seen: dict[str, Any]) -> None:
    assert seen["accents"] == "êïz"


def test_a_post_without_it_loads_nothing_of_it(qapp: QGuiApplication) -> None:
    screen = Screen()
    assert screen._keyboard is None
    assert "kiosk.ui.touch.keyboard" not in sys.modules
    screen.end()
