"""The mediator's bar: who drives, in words and colours, and the buttons that change it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.control.arbiter import Region
from kiosk.languages import codes
from kiosk.session.messages import Appearance
from kiosk.ui import theme, words
from kiosk.ui.regions import region_of
from kiosk.ui.seat import Seat
from kiosk.ui.sentence import MIN_LETTERS_PX
from kiosk.ui.shell import Shell
from kiosk.ui.widgets import Button, Label, Picture

SCENES = (("user", False), ("mediator", False), ("both", False), ("brake", False), ("user", True))
LOOKS = [
    *((1280, 800, percent) for percent in (100, 125, 150, 200)),
    *((1366, 768, percent) for percent in (100, 200)),
    *((1920, 1080, percent) for percent in (100, 200)),
]
GONE = "La souris du médiateur est débranchée. Rebranchez-la : rien n'est perdu."


def drive(shell: Shell, mode: str, *, secret: bool = False, bar: bool = True, remind_after: int = 0) -> None:
    shell.set_driving(mode, secret, True, bar, remind_after)


def buttons(shell: Shell) -> dict[str, Button]:
    """By what they ask, in the order of reading."""
    return {one.objectName(): one for one in shell.wheel_bar.findChildren(Button) if one.isVisible()}


def sentence(shell: Shell) -> str:
    """What is heard: shown in full only where there is room."""
    return shown_sentence(shell).accessibleName()


def shown_sentence(shell: Shell) -> Label:
    return next(one for one in shell.wheel_bar.findChildren(Label, "sentence") if one.isVisible())


def seats(shell: Shell) -> list[tuple[str, str]]:
    found = shell.windows[1].findChildren(Seat)
    return [(one.state, one.accessibleName()) for one in found if one.isVisible()]


@pytest.fixture
def session(shell: Shell) -> Shell:
    """A session's page in front, a mediator beside with their own pair, the user at the wheel."""
    shell.set_keys("F9", "F10", "F11", "F12")
    shell.show_session(with_mediator=True)
    drive(shell, "user")
    return shell


@pytest.fixture
def spoken(session: Shell, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr("kiosk.ui.wheelbar.announce", lambda _widget, text: said.append(text))
    return said


# --- when it is there ---------------------------------------------------------------------------------------------


def test_the_bar_lies_under_the_top_bar_over_the_whole_width(session: Shell, dress) -> None:
    dress(session, 1280, 800, Appearance())
    bar = session.wheel_bar
    assert bar.isVisible()
    assert bar.geometry().getRect() == (0, theme.current().topbar_height, 1280, theme.current().wheel_bar_height)


def test_the_bar_has_one_height_in_every_mode(session: Shell, qapp: QApplication) -> None:
    for mode, secret in SCENES:
        drive(session, mode, secret=secret)
        qapp.processEvents()
        assert session.wheel_bar.height() == theme.current().wheel_bar_height


def test_there_is_no_bar_without_a_mediator_who_has_their_own_pair(session: Shell) -> None:
    drive(session, "user", bar=False)
    assert not session.wheel_bar.isVisible()
    session.set_driving("user", False, False, True, 0)
    assert not session.wheel_bar.isVisible()


def test_a_screen_over_the_page_hides_the_bar_until_the_page_is_back(session: Shell) -> None:
    session.show_warning(30, 60)
    assert not session.wheel_bar.isVisible()
    drive(session, "brake")
    assert not session.wheel_bar.isVisible()
    session.show_session(with_mediator=True)
    assert session.wheel_bar.isVisible()


def test_the_bar_never_has_the_keyboard(session: Shell) -> None:
    flags = session.wheel_bar.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert session.wheel_bar.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    for mode, secret in SCENES:
        drive(session, mode, secret=secret)
        assert all(one.focusPolicy() == Qt.FocusPolicy.NoFocus for one in session.wheel_bar.findChildren(QWidget))


# --- what it says and offers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "secret", "said", "offered"),
    [
        ("user", False, "Montrez avec votre souris. Un clic laisse une marque.", ["take", "both", "brake"]),
        ("mediator", False, "Le médiateur conduit. Votre souris ne change rien sur la page.", ["brake", "give"]),
        ("both", False, "Vous conduisez ensemble.", ["brake", "give"]),
        ("brake", False, "Pause. Choisissez qui conduit.", ["take", "give"]),
        ("user", True, "C'est secret : le médiateur regarde ailleurs", []),
        ("brake", True, "Pause. Choisissez qui conduit.", ["take", "give"]),
    ],
)
def test_each_mode_has_its_sentence_and_its_buttons(
    session: Shell, mode: str, secret: bool, said: str, offered: list[str]
) -> None:
    drive(session, mode, secret=secret)
    assert sentence(session) == said
    assert list(buttons(session)) == offered


def test_each_button_asks_for_what_it_says(session: Shell) -> None:
    asked: list[str] = []
    session.drive_asked.connect(asked.append)
    for mode in ("user", "mediator", "both", "brake"):
        drive(session, mode)
        for button in buttons(session).values():
            button.click()
    assert asked == ["take", "both", "brake", "brake", "give", "brake", "give", "take", "give"]


def test_a_button_bears_the_name_of_its_key(session: Shell) -> None:
    for mode in ("user", "brake"):
        drive(session, mode)
        for name, key in (("take", "F9"), ("give", "F10"), ("both", "F11"), ("brake", "F12")):
            button = buttons(session).get(name)
            if button is not None:
                assert key in button._words.text
                assert button.accessibleDescription() == f"Touche {key}"
                assert key not in button.accessibleName()


def test_giving_the_hand_back_is_blue_the_biggest_and_last(session: Shell, qapp: QApplication) -> None:
    for mode in ("mediator", "both", "brake"):
        drive(session, mode)
        qapp.processEvents()
        *others, give = buttons(session).values()
        assert give.objectName() == "give"
        assert give.kind == "primary"
        assert all(give.height() > one.height() and give.x() > one.x() for one in others)


def test_a_double_click_presses_once(session: Shell, dress, qapp: QApplication) -> None:
    """The first press changes the buttons: the second would fall on the one that came in its place."""
    dress(session, 1280, 800, Appearance())
    modes = {"take": "mediator", "give": "user", "both": "both", "brake": "brake"}
    asked: list[str] = []

    def obey(action: str) -> None:
        asked.append(action)
        drive(session, modes[action])

    session.drive_asked.connect(obey)
    drive(session, "mediator")
    qapp.processEvents()
    bar = session.wheel_bar
    brake = buttons(session)["brake"]
    place = brake.mapTo(bar, brake.rect().center())
    QTest.mouseDClick(bar.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    qapp.processEvents()
    assert any(one.geometry().contains(place) for one in buttons(session).values())
    assert asked == ["brake"]


def test_after_two_minutes_it_reminds_and_the_words_stay_until_the_hand_changes(session: Shell) -> None:
    drive(session, "mediator", remind_after=120)
    assert sentence(session).startswith("Le médiateur conduit depuis 2 minute")
    assert sentence(session).endswith("Pensez à rendre la main.")
    drive(session, "mediator", remind_after=180)
    assert "3 minute" in sentence(session)
    drive(session, "user")
    assert "minute" not in sentence(session)


def test_a_device_that_went_is_said_until_the_next_news(session: Shell) -> None:
    drive(session, "mediator")
    session.notice_device(GONE)
    drive(session, "mediator")
    assert sentence(session) == GONE
    session.notice_device(words.device_back("mediator", "mouse"))
    assert sentence(session) == "La souris du médiateur est revenue."
    drive(session, "user")
    assert sentence(session).startswith("Montrez")


def test_a_secret_field_does_not_lose_the_news(session: Shell) -> None:
    session.notice_device(GONE)
    drive(session, "user", secret=True)
    assert sentence(session).startswith("C'est secret")
    drive(session, "user")
    assert sentence(session) == GONE


def test_each_change_is_heard_once(session: Shell, spoken: list[str]) -> None:
    drive(session, "mediator")
    drive(session, "mediator", remind_after=120)
    drive(session, "brake")
    session.notice_device(GONE)
    assert spoken == [
        "Le médiateur conduit. Votre souris ne change rien sur la page.",
        "Pause. Choisissez qui conduit.",
        GONE,
    ]


def test_a_bar_that_is_not_there_is_silent(session: Shell, spoken: list[str]) -> None:
    session.show_warning(30, 60)
    drive(session, "brake")
    assert spoken == []
    session.show_session(with_mediator=True)
    assert spoken == ["Pause. Choisissez qui conduit."]


# --- how it looks -------------------------------------------------------------------------------------------------


def test_only_a_mediator_who_drives_has_the_orange_ground(session: Shell, qapp: QApplication) -> None:
    grounds = {}
    for mode, secret in SCENES:
        drive(session, mode, secret=secret)
        qapp.processEvents()
        grounds[mode, secret] = session.wheel_bar.grab().toImage().pixelColor(4, 4)
    look = theme.current()
    assert grounds["mediator", False] == look.orange
    assert grounds["user", False] == grounds["both", False] == look.orange_tint
    assert grounds["brake", False] == grounds["user", True] == look.surface


@pytest.mark.parametrize("keys", [("F9", "F10", "F11", "F12"), ("Scroll_Lock", "F4", "Print", "Pause")])
@pytest.mark.parametrize("language", codes())
@pytest.mark.parametrize(("width", "height", "percent"), LOOKS)
def test_nothing_is_cut_in_either_bar(
    session: Shell, dress, fitting, qapp: QApplication, width: int, height: int, percent: int, language: str, keys
) -> None:
    session.set_keys(*keys)
    dress(session, width, height, Appearance(language=language, text_percent=percent))
    scenes = [*((mode, secret, 0, None) for mode, secret in SCENES), ("mediator", False, 120, None)]
    gone = max((words.device_gone(who, what) for who in ("user", "mediator") for what in ("mouse", "touch")), key=len)
    scenes += [(mode, False, 0, gone) for mode in ("user", "mediator", "both", "brake")]
    for mode, secret, remind_after, news in scenes:
        drive(session, mode, secret=secret, remind_after=remind_after)
        if news:
            session.notice_device(news)
        for called in (False, True):
            session.windows[1].set_seats(called=called, beside=True)
            qapp.processEvents()
            for bar in (session.windows[1], session.wheel_bar):
                assert bar.width() == width
                found = fitting.cut(bar) + fitting.outside(bar) + fitting.small(bar)
                assert not found, f"{bar.objectName()}, {mode}, {secret}, {news}, called {called}\n" + "\n".join(found)
        said = shown_sentence(session)
        assert theme.current().text(said._size) >= MIN_LETTERS_PX
        assert session.wheel_bar.height() == theme.current().wheel_bar_height


@pytest.mark.parametrize("percent", [100, 200])
def test_a_secret_entry_shows_the_closed_eye(session: Shell, dress, percent: int) -> None:
    dress(session, 1280, 800, Appearance(text_percent=percent))
    drive(session, "user", secret=True)
    assert [one._name for one in session.wheel_bar.findChildren(Picture) if one.isVisible()] == ["eye-off"]


def test_arabic_mirrors_the_bar(session: Shell, dress, qapp: QApplication) -> None:
    places = {}
    for language in ("fr", "ar"):
        dress(session, 1280, 800, Appearance(language=language))
        drive(session, "mediator")
        qapp.processEvents()
        places[language] = buttons(session)["give"].geometry()
    assert places["fr"].right() > 1200
    assert places["ar"].left() < 80


# --- the seats ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(
    ("mode", "secret", "expected"),
    [
        ("user", False, [("user_drives", "Vous conduisez"), ("mediator_points", "Le médiateur montre")]),
        ("mediator", False, [("user_looks", "Vous regardez"), ("mediator_drives", "Le médiateur conduit")]),
        ("both", False, [("user_drives", "Vous conduisez"), ("mediator_drives", "Le médiateur conduit aussi")]),
        ("brake", False, [("user_looks", "Vous : pause"), ("mediator_looks", "Médiateur : pause")]),
        ("user", True, [("user_drives", "Vous conduisez"), ("mediator_away", "Le médiateur regarde ailleurs")]),
    ],
)
def test_two_seats_say_who_drives(
    session: Shell, dress, mode: str, secret: bool, expected: list[tuple[str, str]], percent: int
) -> None:
    dress(session, 1280, 800, Appearance(text_percent=percent))
    drive(session, mode, secret=secret)
    assert seats(session) == expected


def test_a_seat_is_filled_when_its_person_drives(session: Shell, qapp: QApplication) -> None:
    drive(session, "both")
    qapp.processEvents()
    fills = [one.grab().toImage().pixelColor(one.width() // 2, 6) for one in session.windows[1].findChildren(Seat)]
    assert fills == [theme.current().blue, theme.current().orange]


def test_with_one_pair_the_seats_are_as_ever(session: Shell) -> None:
    drive(session, "user", bar=False)
    assert seats(session) == [("user_drives", "Vous conduisez"), ("mediator_beside", "Le médiateur est à côté")]


def test_a_call_can_be_answered_while_two_people_drive(session: Shell) -> None:
    answered: list[bool] = []
    session.mediator_answered.connect(lambda: answered.append(True))
    session.set_mediator_called(True)
    drive(session, "mediator")
    bar = session.windows[1]
    assert bar.grab().toImage().pixelColor(4, 4) == theme.current().orange_tint
    assert [state for state, _ in seats(session)] == ["user_looks", "mediator_drives"]
    bar.findChild(Button, "answer").click()
    assert answered == [True]


# --- whose it is --------------------------------------------------------------------------------------------------


def test_the_bar_is_the_mediators_and_the_other_screens_are_for_both(session: Shell, qtbot: QtBot) -> None:
    screen, bar = session.windows
    own = int(session.wheel_bar.winId())
    assert region_of(own, 10, 10) is Region.MEDIATOR_CONTROLS
    for window in (screen, bar):
        assert region_of(int(window.winId()), 10, 10) is Region.SHARED
    assert region_of(0, 10, 10) is Region.SHARED
    assert region_of(0x7FFFFFF, 10, 10) is Region.SHARED
