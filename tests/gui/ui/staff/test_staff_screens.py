"""The staff area on screen: nothing cut at any size, all of it by keyboard, nothing that stays once locked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from demonstration.shots.staff_scenes import CHECKS, NEEDED, SCENES, TRACKER
from kiosk.languages import codes
from kiosk.session.commands import BlockedHost
from kiosk.session.messages import Appearance
from kiosk.ui import staff_scenes as scenes
from kiosk.ui.shell import Shell
from kiosk.ui.widgets import Label

LOOKS = [
    *((1280, 800, percent) for percent in (100, 125, 150, 200)),
    *((1366, 768, percent) for percent in (100, 200)),
    *((1920, 1080, percent) for percent in (100, 200)),
]


def buttons(shell: Shell) -> dict[str, QPushButton]:
    page = shell.windows[0].page
    assert page is not None
    return {one.objectName(): one for one in page.findChildren(QPushButton) if one.isVisibleTo(page)}


@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize(("width", "height", "percent"), LOOKS)
def test_nothing_is_cut_on_any_screen(
    shell: Shell, dress, fitting, qapp: QApplication, width: int, height: int, percent: int, language: str
) -> None:
    dress(shell, width, height, Appearance(language=language, text_percent=percent))
    for name, scene in SCENES.items():
        shell.show_staff(scene)
        qapp.processEvents()
        found = fitting.cut(shell.windows[0]) + fitting.outside(shell.windows[0]) + fitting.small(shell.windows[0])
        assert not found, f"{name}\n" + "\n".join(found)


@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize(("width", "height", "percent"), LOOKS)
def test_the_bar_of_a_site_without_a_guide_holds_all(
    shell: Shell, dress, fitting, qapp: QApplication, width: int, height: int, percent: int, language: str
) -> None:
    dress(shell, width, height, Appearance(language=language, text_percent=percent))
    bar = shell.windows[1]
    shell.show_opening("mesdemarches-en-ligne.exemple.fr")
    shell.show_session(with_mediator=True)
    for driving in (None, "user", "mediator", "both", "brake"):
        if driving is not None:
            shell.set_driving(driving, secret=False, paired=True, bar=True, remind_after=60)
        for count in (0, 3):
            shell.show_blocked(count)
            qapp.processEvents()
            found = fitting.cut(bar) + fitting.outside(bar) + fitting.small(bar)
            assert not found, f"{driving}, {count} refused\n" + "\n".join(found)
            assert bar.findChild(QWidget, "finish").isVisible()
            assert (bar.findChild(QWidget, "blocked") is not None) == (count > 0)


def test_the_bar_offers_refused_sites_to_a_mediator_only(shell: Shell, dress, qtbot: QtBot) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_session(with_mediator=False)
    shell.show_blocked(2)
    assert shell.windows[1].findChild(QWidget, "blocked") is None
    shell.show_session(with_mediator=True)
    with qtbot.waitSignal(shell.staff_asked):
        shell.windows[1].findChild(QPushButton, "blocked").click()


def test_home_leads_to_the_staff_area(shell: Shell, dress, qtbot: QtBot) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_home()
    with qtbot.waitSignal(shell.staff_asked):
        buttons(shell)["staff"].click()


def test_where_nobody_has_a_pin_the_command_is_said_and_no_key_is_offered(shell: Shell, dress) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_staff(scenes.StaffPinScene())
    assert "digit_1" in buttons(shell)
    shell.show_staff(scenes.StaffPinScene(nobody=True))
    assert "digit_1" not in buttons(shell)
    assert shell.windows[0].page.findChild(QWidget, "command").accessibleName() == "sudo kiosk staff add NOM"


def test_a_pin_is_typed_by_keyboard_and_told_once(shell: Shell, dress, qtbot: QtBot) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_staff(scenes.StaffPinScene())
    page = shell.windows[0].page
    with qtbot.waitSignal(shell.staff_wished) as told:
        qtbot.keyClicks(page, "739152")
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert told.args == [scenes.TellPin("739152")]
    assert "739152" not in repr(told.args)
    with qtbot.assertNotEmitted(shell.staff_wished):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_digits_are_gone_while_the_pad_is_closed(shell: Shell, dress, qtbot: QtBot) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_staff(scenes.StaffPinScene())
    page = shell.windows[0].page
    qtbot.keyClicks(page, "739152")
    shell.show_staff(scenes.StaffPinScene(wrong=True, wait_seconds=2))
    shell.show_staff(scenes.StaffPinScene(wrong=True))
    assert shell.windows[0].page is page
    with qtbot.assertNotEmitted(shell.staff_wished):
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_the_menu_and_the_address_go_by_keyboard(shell: Shell, dress, qtbot: QtBot) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_staff(scenes.MenuScene())
    with qtbot.waitSignal(shell.staff_wished) as told:
        qtbot.keyClick(buttons(shell)["room_site"], Qt.Key.Key_Space)
    assert told.args == [scenes.Enter("site")]
    shell.show_staff(scenes.SiteScene())
    line = shell.windows[0].page.findChild(QLineEdit, "address")
    with qtbot.waitSignal(shell.staff_wished) as told:
        qtbot.keyClicks(line, "www.exemple.fr")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == [scenes.OpenSite("www.exemple.fr")]


def test_a_wrong_address_stays_to_be_mended_and_goes_with_the_area(shell: Shell, dress, qtbot: QtBot) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_staff(scenes.SiteScene())
    line = shell.windows[0].page.findChild(QLineEdit, "address")
    qtbot.keyClicks(line, "caf")
    shell.show_staff(scenes.SiteScene(fault="words"))
    assert shell.windows[0].page.findChild(QLineEdit, "address") is line
    assert line.text() == "caf"
    assert shell.known_of_person() > 0
    shell.leave_staff()
    assert (line.text(), shell.known_of_person()) == ("", 0)
    with qtbot.assertNotEmitted(shell.staff_wished):
        shell.windows[0].page.findChild(QPushButton, "open_site").click()


def test_only_what_may_be_allowed_has_a_button(shell: Shell, dress, qtbot: QtBot) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_staff(scenes.BlockedScene(True, (NEEDED, TRACKER)))
    page = shell.windows[0].page
    (allow,) = page.findChildren(QPushButton, "allow")
    assert not page.findChild(QPushButton, "reload").isVisibleTo(page)
    allow.setFocus()
    with qtbot.waitSignal(shell.staff_wished) as told:
        qtbot.keyClick(allow, Qt.Key.Key_Space)
    assert told.args == [scenes.AllowHost(NEEDED.host)]
    shell.show_staff(scenes.BlockedScene(True, (BlockedHost(NEEDED.host, 13, False, True), TRACKER)))
    assert shell.windows[0].page is page
    assert page.findChildren(QPushButton, "allow") == [] or not any(
        one.isVisibleTo(page) for one in page.findChildren(QPushButton, "allow")
    )
    with qtbot.waitSignal(shell.staff_wished) as told:
        page.findChild(QPushButton, "reload").click()
    assert told.args == [scenes.ReloadPage()]


def test_a_count_that_grows_leaves_the_keyboard_where_it_is(shell: Shell, dress, qtbot: QtBot) -> None:
    dress(shell, 1280, 800, Appearance())
    shell.show_staff(scenes.BlockedScene(True, (NEEDED, TRACKER)))
    (allow,) = shell.windows[0].page.findChildren(QPushButton, "allow")
    more = BlockedHost(NEEDED.host, NEEDED.count + 1, False, False)
    shell.show_staff(scenes.BlockedScene(True, (more, TRACKER)))
    assert shell.windows[0].page.findChildren(QPushButton, "allow") == [allow]


def test_what_is_wrong_comes_first_and_each_has_its_remedy(shell: Shell, qapp: QApplication) -> None:
    shell.show_staff(scenes.HealthScene())
    assert not buttons(shell)["again"].isEnabled()
    shell.show_staff(scenes.HealthScene(checks=CHECKS))
    qapp.processEvents()
    page = shell.windows[0].page
    assert page is not None
    cards = [page.findChild(QWidget, f"check_{code}") for code in ("core-dumps", "site", "disk")]
    heights = [card.y() for card in cards]
    assert heights == sorted(heights)
    said = [label.text() for card in cards[:2] for label in card.findChildren(Label)]
    for one in CHECKS[:2]:
        assert any(one.remedy in text for text in said), one.code
    assert buttons(shell)["again"].isEnabled()


def test_to_look_again_is_asked(shell: Shell, qtbot: QtBot) -> None:
    shell.show_staff(scenes.HealthScene(checks=CHECKS))
    with qtbot.waitSignal(shell.staff_wished) as wished:
        buttons(shell)["again"].click()
    assert wished.args == [scenes.LookAgain()]


def test_the_room_of_it_has_no_tile_for_mediators(shell: Shell) -> None:
    shell.show_staff(scenes.MenuScene())
    assert "room_health" not in buttons(shell)
    shell.show_staff(scenes.MenuScene(it=True))
    assert "room_health" in buttons(shell)
