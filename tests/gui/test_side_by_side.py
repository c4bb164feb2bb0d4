"""The wheel tied to the screens: the first time each person says which devices are theirs, and what may go wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kiosk import side_by_side
from kiosk.config import load
from kiosk.control.line import Line
from kiosk.side_by_side import SideBySide
from tests.control.fake import (
    MEDIATOR_KEYBOARD,
    MEDIATOR_MOUSE,
    USER_KEYBOARD,
    USER_MOUSE,
    FakeBackend,
)


class Screens(QObject):
    """The shell, as far as it is asked for devices."""

    drive_asked = Signal(str)
    devices_later = Signal()
    devices_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[object] = []

    def show_devices(self, step: int, taken: bool = False) -> None:
        self.shown.append((step, taken))

    def show_home(self) -> None:
        self.shown.append("home")

    def set_keys(self, *_: str) -> None: ...
    def set_pairs(self, *_: bool) -> None: ...
    def set_driving(self, *_: object) -> None: ...


class Post:
    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, state: Path, *settings: str) -> None:
        self.backend = FakeBackend()
        monkeypatch.setattr(side_by_side, "X11Backend", lambda: self.backend)
        monkeypatch.setattr(side_by_side, "input_opcode", lambda: 0)
        monkeypatch.setattr(side_by_side.Watchdog, "start", lambda _self: None)
        self.screens = Screens()
        self.records: list[str] = []
        self.side = SideBySide(
            load((), (f'state.directory="{state}"', *settings)),
            self.screens,  # type: ignore[arg-type]
            Line(folder / "wheel"),
            send=lambda _message: None,
            sit_down=lambda: None,
            record=lambda code, /, **_fields: self.records.append(code),
        )

    def use(self, *devices: Any) -> None:
        for device in devices:
            self.backend.use(device.number)
            self.backend.drain()


@pytest.fixture
async def post(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    made: list[Post] = []

    def make(state: Path = tmp_path / "state", *settings: str) -> Post:
        one = Post(tmp_path, monkeypatch, state, *settings)
        one.side.start(qapp)
        made.append(one)
        return one

    yield make
    for one in made:
        one.side.end()
        one.side.leave()


EACH = (USER_MOUSE, USER_KEYBOARD, MEDIATOR_MOUSE, MEDIATOR_KEYBOARD)


async def test_two_pairs_that_nobody_has_are_asked_for_at_home_and_remembered(post: Any, tmp_path: Path) -> None:
    one = post()
    one.side.show_home()
    one.use(*EACH)
    assert one.screens.shown == [(0, False), (1, False), (2, False), (3, False), "home"]
    assert one.backend.is_paired
    again = post()
    again.side.show_home()
    assert again.screens.shown == []
    assert again.backend.is_paired


async def test_put_off_they_are_not_asked_for_again_until_somebody_wants_to(post: Any) -> None:
    one = post()
    one.side.show_home()
    one.screens.devices_later.emit()
    one.side.show_home()
    one.use(USER_MOUSE)
    assert one.screens.shown == [(0, False), "home"]
    one.screens.devices_again.emit()
    one.use(USER_MOUSE)
    assert one.screens.shown[2:] == [(0, False), (1, False)]


async def test_what_the_site_has_written_is_not_asked_for(post: Any, tmp_path: Path) -> None:
    mediators = f'["{MEDIATOR_MOUSE.identity}", "{MEDIATOR_KEYBOARD.identity}"]'
    one = post(tmp_path / "state", f"control.mediator_devices={mediators}")
    one.side.show_home()
    assert one.screens.shown == []
    assert one.backend.is_paired


async def test_a_folder_that_cannot_be_written_keeps_the_answer_until_the_post_is_switched_off(
    post: Any, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    one = post(tmp_path / "file" / "state")
    one.side.show_home()
    one.use(*EACH)
    assert one.records[-2:] == ["devices-not-kept", "devices-assigned"]
    assert one.screens.shown[-1] == "home"
    assert one.backend.is_paired


async def test_a_server_that_refuses_a_second_pointer_is_asked_once_and_the_screen_goes_home(post: Any) -> None:
    one = post()
    one.backend.can_pair = False
    one.side.show_home()
    one.use(*EACH)
    assert one.screens.shown[-1] == "home"
    assert one.records.count("single-handed") == 1
