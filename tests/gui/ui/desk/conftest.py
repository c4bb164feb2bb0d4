"""The scenes of the desk, one after the other or all together, and what is wished on them."""

from __future__ import annotations

import pytest

from demonstration.shots.desk_scenes import SCENES
from kiosk.documents.desk.scenes import Scene
from kiosk.ui.shell import Shell


@pytest.fixture(params=SCENES)
def scene(request: pytest.FixtureRequest) -> Scene:
    return SCENES[request.param]


@pytest.fixture
def scenes() -> dict[str, Scene]:
    return SCENES


@pytest.fixture
def told(shell: Shell) -> list[object]:
    """Every wish, in order."""
    wishes: list[object] = []
    shell.desk_wished.connect(wishes.append)
    return wishes
