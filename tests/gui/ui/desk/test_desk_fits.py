"""Every scene, at every size: nothing cut, nothing too small, the keyboard reaches all, all has a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.documents.desk import scenes as all_scenes
from kiosk.documents.desk.scenes import Scene
from kiosk.session.messages import Appearance
from kiosk.ui import theme
from kiosk.ui.screens.desk import PAGES
from kiosk.ui.screens.desk.qr_code import QUIET, QrCode
from kiosk.ui.shell import Shell
from kiosk.ui.widgets import Button, Label

LOOKS = [
    *((1280, 800, percent, "normal") for percent in (100, 125, 150, 200)),
    *((1366, 768, percent, "normal") for percent in (100, 200)),
    *((1920, 1080, percent, "high") for percent in (100, 200)),
]


def kinds_of_scenes() -> set[type[Scene]]:
    return set(Scene.__subclasses__())


def test_every_scene_has_a_page() -> None:
    assert set(PAGES) == kinds_of_scenes()
    assert all_scenes.Scene not in PAGES


def test_every_scene_is_tried_here(scenes: dict[str, Scene]) -> None:
    assert {type(scene) for scene in scenes.values()} == kinds_of_scenes()


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
@pytest.mark.parametrize(("width", "height", "percent", "contrast"), LOOKS)
def test_nothing_is_cut_on_any_scene(
    shell: Shell,
    dress,
    fitting,
    scenes: dict[str, Scene],
    qapp: QApplication,
    width: int,
    height: int,
    percent: int,
    contrast: str,
    language: str,
) -> None:
    dress(shell, width, height, Appearance(language=language, text_percent=percent, contrast=contrast))
    screen, _ = shell.windows
    for called in (False, True):
        shell.set_mediator_called(called)
        for name, scene in scenes.items():
            shell.show_desk(scene)
            qapp.processEvents()
            found = fitting.cut(screen) + fitting.outside(screen) + fitting.small(screen)
            assert not found, f"{name}, mediator called: {called}\n" + "\n".join(found)


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("called", [False, True])
def test_the_mediator_is_called_at_one_place(
    shell: Shell, dress, scenes: dict[str, Scene], qapp: QApplication, language: str, called: bool
) -> None:
    """The same as on home: at the end of the footer, which is at the left in Arabic."""
    shell.show_home()
    dress(shell, 1280, 800, Appearance(language=language))
    shell.set_mediator_called(called)
    name = "answer" if called else "call_mediator"

    def end() -> int | None:
        qapp.processEvents()
        page = shell.windows[0].page
        found = [one for one in page.findChildren(Button, name) if one.isVisibleTo(page)]
        ends = [one.mapTo(page, one.rect().topLeft() if language == "ar" else one.rect().topRight()) for one in found]
        assert len(ends) <= 1
        return ends[0].x() if ends else None

    home = end()
    assert home is not None
    for scene in scenes.values():
        shell.show_desk(scene)
        assert end() == home


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1366, 768), (1920, 1080)])
def test_no_scene_scrolls_at_normal_text(
    shell: Shell, dress, scenes: dict[str, Scene], qapp: QApplication, width: int, height: int, language: str
) -> None:
    dress(shell, width, height, Appearance(language=language))
    for name, scene in scenes.items():
        shell.show_desk(scene)
        qapp.processEvents()
        assert shell.windows[0].page.middle.verticalScrollBar().maximum() == 0, name


def test_no_letter_is_smaller_than_18_pixels(shell: Shell, scene: Scene, qapp: QApplication) -> None:
    shell.show_desk(scene)
    qapp.processEvents()
    for one in shell.windows[0].page.findChildren(QWidget):
        if isinstance(one, Label | Button):
            assert theme.current().text(one._size) >= 18, one.accessibleName()


def test_one_thing_to_do_at_most_stands_out(shell: Shell, scene: Scene, qapp: QApplication) -> None:
    shell.show_desk(scene)
    qapp.processEvents()
    buttons = [one for one in shell.windows[0].page.findChildren(Button) if one.isVisible()]
    assert sum(one.kind == "primary" for one in buttons) <= 1


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_the_buttons_at_the_bottom_are_of_one_height(
    shell: Shell, dress, scenes: dict[str, Scene], qapp: QApplication, language: str, percent: int
) -> None:
    """Words that wrap in large letters make all of them taller."""
    dress(shell, 1280, 800, Appearance(language=language, text_percent=percent))
    for name, scene in scenes.items():
        shell.show_desk(scene)
        qapp.processEvents()
        buttons = shell.windows[0].page.desk_footer.findChildren(Button)
        assert len({one.height() for one in buttons if one.isVisible()}) == 1, name


@pytest.mark.parametrize("percent", [100, 200])
def test_the_keyboard_reaches_everything_and_everything_has_a_name(
    shell: Shell, dress, fitting, scene: Scene, qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    dress(shell, 1280, 800, Appearance(text_percent=percent))
    screen, _ = shell.windows
    shell.show_desk(scene)
    qtbot.waitUntil(screen.isActiveWindow)
    wanted = fitting.interactive(screen)
    assert all(one.accessibleName() for one in wanted)
    reached = set()
    for _ in range(2 * len(wanted) + 2):
        qtbot.keyClick(qapp.focusWidget() or screen, Qt.Key.Key_Tab)
        reached.add(qapp.focusWidget())
    # What is switched off while a workshop works is no place for the keyboard, and comes back after it.
    assert reached >= {one for one in wanted if one.isEnabled()}
    assert not any(one in reached for one in wanted if not one.isEnabled())


@pytest.mark.parametrize("contrast", ["normal", "high"])
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_phone_can_read_the_square(
    shell: Shell, dress, scenes: dict[str, Scene], qapp: QApplication, contrast: str, language: str
) -> None:
    """Each square is whole pixels of black on white, unmirrored, with four squares of white around."""
    dress(shell, 1280, 800, Appearance(contrast=contrast, language=language))
    scene = scenes["phone"]
    shell.show_desk(scene)
    qapp.processEvents()
    code = shell.windows[0].page.findChild(QrCode)
    assert code.width() == code.height() >= 320
    image = code.grab().toImage()
    side = code.module_pixels
    for row in range(-2, len(scene.qr) + 2):
        for column in range(-2, len(scene.qr) + 2):
            inside = 0 <= row < len(scene.qr) and 0 <= column < len(scene.qr)
            dark = inside and scene.qr[row][column]
            x, y = (column + QUIET) * side, (row + QUIET) * side
            corners = {image.pixelColor(x + dx, y + dy).lightness() for dx in (0, side - 1) for dy in (0, side - 1)}
            assert corners == {0 if dark else 255}, (row, column)
