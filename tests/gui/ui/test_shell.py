"""The shell tells what people ask, shows what it is told, and keeps nothing of anybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.session.messages import Appearance
from kiosk.session.receipt import WIPE_STEPS, Receipt, WipeReport, WipeStep
from kiosk.ui import theme, words
from kiosk.ui.call import AGAIN_EVERY_MS
from kiosk.ui.screens.home import HomePage
from kiosk.ui.screens.results import ResultsPage
from kiosk.ui.screens.sheet import SheetPage
from kiosk.ui.screens.tile import Tile
from kiosk.ui.screens.warning import WarningPage
from kiosk.ui.screens.wiped import WipedPage
from kiosk.ui.screens.wiping import WipingPage
from kiosk.ui.seat import Seat
from kiosk.ui.shell import HEARD_AGAIN, Shell
from kiosk.ui.widgets import Button, CheckRow, Label


def press(shell: Shell, name: str) -> None:
    """The button of that object name or accessible name, in whichever window shows it."""
    for window in shell.windows:
        for button in window.findChildren(QAbstractButton):
            if name in (button.objectName(), button.accessibleName()) and button.isVisible():
                button.click()
                return
    raise AssertionError(f"no button {name}")


def words_on(window: QWidget) -> str:
    return " ".join(label.text() for label in window.findChildren(Label) if label.isVisible())


@pytest.fixture
def asked(shell: Shell) -> list[tuple[str, tuple]]:
    """Every wish of a person, in order."""
    wishes: list[tuple[str, tuple]] = []

    def note(name: str) -> Callable[..., None]:
        return lambda *arguments: wishes.append((name, arguments))

    for name in (
        *("start_asked", "finish_asked", "back_to_page_asked", "erase_asked", "extend_asked"),
        *("new_person_asked", "lost_asked", "mediator_called", "mediator_answered", "appearance_changed"),
    ):
        getattr(shell, name).connect(note(name))
    return wishes


def test_a_person_walks_from_home_to_the_start(shell: Shell, asked: list) -> None:
    shell.show_home()
    press(shell, "Prime d'activité")
    assert isinstance(shell.windows[0].page, SheetPage)
    press(shell, "start_alone")
    assert asked == [("start_asked", ("prime-activite", "", False))]


def test_starting_with_the_mediator_calls_them_too(shell: Shell, asked: list) -> None:
    shell.pages.open_sheet("prime-activite")
    press(shell, "start_together")
    assert asked == [("mediator_called", ()), ("start_asked", ("prime-activite", "", True))]


def test_a_mediator_who_is_there_is_not_called_again(shell: Shell, asked: list) -> None:
    shell.set_mediator_called(True)
    shell.pages.open_sheet("prime-activite")
    press(shell, "answer")
    shell.set_mediator_called(False)
    press(shell, "start_together")
    assert [name for name, _ in asked] == ["mediator_answered", "start_asked"]


def test_the_case_that_is_chosen_is_the_one_that_starts(shell: Shell, asked: list) -> None:
    shell.pages.open_sheet("attestation-caf")
    assert "9 étapes" in words_on(shell.windows[0])
    press(shell, "case_couple")
    assert "8 étapes" in words_on(shell.windows[0])
    press(shell, "start_alone")
    assert asked == [("start_asked", ("attestation-caf", "couple", False))]


def test_what_was_chosen_does_not_look_like_the_next_thing_to_do(shell: Shell) -> None:
    shell.pages.open_sheet("attestation-caf")
    main = [one for one in shell.windows[0].page.findChildren(Button) if one.kind == "primary"]
    assert [one.objectName() for one in main] == ["start_alone"]


def test_search_finds_or_says_there_is_no_guide(shell: Shell, qtbot: QtBot) -> None:
    shell.show_home()
    line = shell.windows[0].findChild(QLineEdit)
    line.setText("amende")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    page = shell.windows[0].page
    assert isinstance(page, ResultsPage)
    assert "Pas encore de guide." not in words_on(page)
    line = page.findChild(QLineEdit)
    line.setText("girafe")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "Pas encore de guide." in words_on(shell.windows[0].page)


def test_an_empty_search_goes_nowhere(shell: Shell) -> None:
    shell.show_home()
    press(shell, "Chercher")
    assert isinstance(shell.windows[0].page, HomePage)


def test_a_theme_and_the_unsure_tile_lead_somewhere_and_back(shell: Shell) -> None:
    shell.show_home()
    for name in ("Santé et aides", "Je ne sais pas"):
        press(shell, name)
        assert not isinstance(shell.windows[0].page, HomePage)
        press(shell, "Retour")
        assert isinstance(shell.windows[0].page, HomePage)


def test_who_opened_the_wrong_procedure_is_back_at_the_list_it_came_from(shell: Shell, qtbot: QtBot) -> None:
    shell.show_home()
    press(shell, "Santé et aides")
    listed = words_on(shell.windows[0])
    shell.windows[0].page.findChild(Tile).click()
    assert isinstance(shell.windows[0].page, SheetPage)
    press(shell, "Retour")
    assert words_on(shell.windows[0]) == listed
    press(shell, "Retour")
    assert isinstance(shell.windows[0].page, HomePage)

    line = shell.windows[0].findChild(QLineEdit)
    line.setText("prime")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    shell.windows[0].page.findChild(Tile).click()
    assert isinstance(shell.windows[0].page, SheetPage)
    press(shell, "Retour")
    page = shell.windows[0].page
    assert isinstance(page, ResultsPage)
    assert page.findChild(QLineEdit).text() == "prime"


def test_a_paper_that_is_missing_is_no_obstacle(shell: Shell, qapp: QApplication) -> None:
    shell.pages.open_sheet("prime-activite")
    press(shell, "Je ne l'ai pas : 3 bulletins de salaire")
    qapp.processEvents()
    assert "Ce n'est pas grave. Vous pouvez commencer." in words_on(shell.windows[0])
    press(shell, "Où le trouver\u00a0?")
    assert "Votre employeur vous les donne chaque mois." in words_on(shell.windows[0])
    row = next(row for row in shell.windows[0].findChildren(CheckRow) if "bulletins" in row.text())
    row.setChecked(True)
    qapp.processEvents()
    assert "Votre employeur" not in words_on(shell.windows[0])
    assert "1 sur 5" in words_on(shell.windows[0])


def test_a_press_that_comes_late_brings_no_screen_over_the_session(shell: Shell, asked: list) -> None:
    shell.show_home()
    late = [button for button in shell.windows[0].findChildren(QAbstractButton) if button.isVisible()]
    shell.show_session(with_mediator=False)
    asked.clear()
    for button in late:
        button.click()
    assert not shell.windows[0].isVisible()
    assert not asked
    shell.show_home()
    press(shell, "Prime d'activité")
    assert isinstance(shell.windows[0].page, SheetPage)


def test_the_session_leaves_only_the_bar(shell: Shell, asked: list, qapp: QApplication) -> None:
    shell.show_home()
    shell.show_session(with_mediator=False)
    screen, bar = shell.windows
    assert not screen.isVisible()
    assert bar.isVisible()
    assert bar.height() == theme.current().topbar_height
    press(shell, "lost")
    press(shell, "finish")
    assert [name for name, _ in asked] == ["lost_asked", "finish_asked"]


def test_the_warning_counts_down_and_keeps_its_focus(shell: Shell, asked: list, qtbot: QtBot) -> None:
    shell.show_session(with_mediator=False)
    shell.show_warning(60, 60)
    screen, _ = shell.windows
    page = screen.page
    assert isinstance(page, WarningPage)
    qtbot.waitUntil(page.here.hasFocus)
    shell.show_warning(59, 60)
    assert screen.page is page
    assert "59 secondes" in words_on(page)
    shell.show_warning(1, 60)
    assert "1 seconde" in words_on(page)
    assert page.here.hasFocus()
    qtbot.keyClick(page.here, Qt.Key.Key_Space)
    press(shell, "erase")
    assert [name for name, _ in asked] == ["extend_asked", "erase_asked"]


def test_the_warning_is_heard_when_it_comes_and_once_more_near_its_end(shell: Shell) -> None:
    heard: list[int] = []
    shell.warning_heard.connect(lambda: heard.append(left))
    for left in range(120, 0, -1):
        shell.show_warning(left, 120)
    shell.show_session(with_mediator=False)
    left = 120
    shell.show_warning(left, 120)
    assert heard == [120, HEARD_AGAIN, 120]


@pytest.mark.parametrize(("left", "words"), [(120, "2 min 00"), (61, "1 min 01"), (60, "60"), (59, "59")])
def test_the_time_left_is_written_as_clocks_write_it(shell: Shell, left: int, words: str) -> None:
    shell.show_warning(left, 120)
    assert words in words_on(shell.windows[0])


def test_the_warning_hides_the_page_behind(shell: Shell) -> None:
    shell.show_warning(10, 60)
    image = shell.windows[0].grab().toImage()
    assert image.pixelColor(2, 2).alpha() == 255


def test_closing_goes_back_or_erases(shell: Shell, asked: list) -> None:
    shell.show_closing(3)
    assert "3 papiers seront effacés" in words_on(shell.windows[0])
    press(shell, "Revenir à la page")
    press(shell, "erase")
    assert [name for name, _ in asked] == ["back_to_page_asked", "erase_asked"]


def test_closing_says_nothing_of_documents_when_there_are_none(shell: Shell) -> None:
    shell.show_closing(0)
    assert "document" not in words_on(shell.windows[0])


def test_closing_tells_the_share_of_hands_when_a_mediator_was_beside(shell: Shell) -> None:
    shell.show_closing(3, 74)
    assert "Vous avez fait 74\u00a0% des gestes." in words_on(shell.windows[0])
    shell.show_closing(3, 0)
    assert "Vous avez fait 0\u00a0% des gestes." in words_on(shell.windows[0])
    shell.show_closing(3)
    assert "gestes" not in words_on(shell.windows[0])


def test_the_screens_know_whether_there_are_two_pairs(shell: Shell) -> None:
    assert shell._context.two_pairs is False
    shell.set_pairs(True)
    shell.show_home()
    assert shell.windows[0].page.context.two_pairs is True


def test_wiping_says_what_is_done_and_why_it_ended(shell: Shell) -> None:
    shell.show_wiping(WIPE_STEPS[:1], reason="frozen")
    assert isinstance(shell.windows[0].page, WipingPage)
    assert "La page ne répondait plus." in words_on(shell.windows[0])
    shell.show_wiping(WIPE_STEPS[:1], reason="finished")
    assert "répondait" not in words_on(shell.windows[0])


def test_the_receipt_shows_every_step_and_counts_to_home(shell: Shell, asked: list, noon: datetime) -> None:
    steps = tuple(WipeStep(code, 0.4, verified=True) for code in WIPE_STEPS)
    shell.show_wiped(Receipt(WipeReport(steps, 2.5, noon)), "finished", 2)
    page = shell.windows[0].page
    assert isinstance(page, WipedPage)
    said = words_on(page)
    assert "8 sur 8. Rien ne reste." in said
    assert "2,5 secondes" in said
    # Two lines stand for two steps each.
    assert (said.count("0,4 seconde"), said.count("0,8 seconde")) == (6, 2)
    assert "Retour au premier écran dans 2 secondes" in said
    page._second()
    page._second()
    page._second()
    assert page.seconds_left == 0
    assert not asked
    press(shell, "new_person")
    assert asked == [("new_person_asked", ())]


def test_a_locked_post_says_whose_fault_it_is_not(shell: Shell, noon: datetime) -> None:
    shell.show_locked("E-304", 4, 6, noon)
    said = words_on(shell.windows[0])
    assert "Ce n'est pas votre faute." in said
    assert "étape 4 sur 6" in said
    assert "E-304" in said
    # Nothing to press but what becomes of people's data, which can be read anywhere.
    buttons = [one.objectName() for one in shell.windows[0].findChildren(QAbstractButton) if one.isVisible()]
    assert buttons == ["notice"]


def test_a_call_is_seen_and_heard_until_it_is_answered(shell: Shell, asked: list, bell, qtbot: QtBot) -> None:
    shell._call.setInterval(10)
    shell.show_home()
    press(shell, "call_mediator")
    assert asked == [("mediator_called", ())]
    assert bell.rings == 0
    shell.set_mediator_called(True)
    assert bell.rings == 1
    qtbot.waitUntil(lambda: bell.rings >= 3)
    assert "Médiateur appelé." in words_on(shell.windows[0])
    press(shell, "answer")
    shell.set_mediator_called(False)
    heard = bell.rings
    assert not shell._call.isActive()
    assert asked[-1] == ("mediator_answered", ())
    assert bell.rings == heard
    assert "Médiateur appelé." not in words_on(shell.windows[0])


def test_a_call_rings_again_after_twenty_seconds(shell: Shell) -> None:
    assert shell._call.interval() == AGAIN_EVERY_MS == 20_000


def test_whoever_is_on_the_bar_stays_there_when_the_keyboard_is_led_there_again(shell: Shell, qtbot: QtBot) -> None:
    shell.show_session(with_mediator=False)
    bar = next(window for window in shell.windows if window.isVisible())
    shell.take_keyboard()
    buttons = [one for one in bar.findChildren(QAbstractButton) if one.isVisible()]
    qtbot.waitUntil(lambda: bar.isActiveWindow() and buttons[0].hasFocus())
    buttons[-1].setFocus()
    shell.take_keyboard()
    assert buttons[-1].hasFocus()


def test_the_flag_is_on_the_bar_too(shell: Shell, asked: list) -> None:
    shell.show_session(with_mediator=False)
    bar = shell.windows[1]
    calm = bar.grab().toImage().pixelColor(4, 4)
    shell.set_mediator_called(True)
    assert bar.grab().toImage().pixelColor(4, 4) == theme.current().orange != calm
    press(shell, "answer")
    shell.set_mediator_called(False)
    assert asked == [("mediator_answered", ())]
    assert bar.grab().toImage().pixelColor(4, 4) == calm


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_sites_to_allow_hide_neither_seat_in_large_letters(
    shell: Shell, dress, fitting, qapp: QApplication, width: int, height: int, language: str
) -> None:
    dress(shell, width, height, Appearance(language=language, text_percent=200))
    shell.show_session(with_mediator=True)
    bar = shell.windows[1]
    bar.set_site("mesdemarches-en-ligne.exemple.fr", 3)
    for scene in (None, "user", "mediator", "both", "brake", "secret"):
        bar.set_drive(scene)
        qapp.processEvents()
        assert len([one for one in bar.findChildren(Seat) if one.isVisible()]) == 2, scene
        assert not fitting.cut(bar) + fitting.outside(bar), scene


def test_what_the_person_lost_is_said_where_no_mediator_reads_it_and_until_it_is_back(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("kiosk.ui.topbar.announce", lambda _widget, text: heard.append(text))
    gone = "La souris de l'usager est débranchée."
    shell.show_session(with_mediator=False)
    shell.set_missing(words.device_gone("user", "mouse"))
    assert heard == [words.device_gone("user", "mouse")]
    assert gone in words_on(shell.windows[1])
    shell.show_session(with_mediator=True)
    assert gone in words_on(shell.windows[1])
    shell.set_driving("user", False, True, True, 0)
    assert gone not in words_on(shell.windows[1])
    shell.set_driving("user", False, True, False, 0)
    assert gone in words_on(shell.windows[1])
    shell.set_missing("")
    assert gone not in words_on(shell.windows[1])
    assert len(heard) == 1


def test_the_look_changes_where_the_person_stands(shell: Shell, asked: list, qapp: QApplication) -> None:
    shell.pages.open_sheet("prime-activite")
    press(shell, "text_size")
    assert isinstance(shell.windows[0].page, SheetPage)
    assert shell.appearance.text_percent == 125
    for _ in range(3):
        press(shell, "text_size")
    assert shell.appearance.text_percent == 100
    press(shell, "contrast")
    assert shell.appearance.contrast == "high"
    assert {name for name, _ in asked} == {"appearance_changed"}


def test_arabic_turns_the_screen_and_speaks(shell: Shell, qapp: QApplication) -> None:
    shell.show_home()
    press(shell, "العربية")
    assert qapp.isRightToLeft()
    assert "ماذا تريد أن تفعل؟" in words_on(shell.windows[0])
    assert shell.appearance.language == "ar"


def test_nothing_of_a_person_is_left_for_the_next(shell: Shell, asked: list, qapp: QApplication) -> None:
    shell.show_home()
    shell.windows[0].findChild(QLineEdit).setText("mon secret")
    press(shell, "English")
    shell.pages.open_sheet("prime-activite")
    for row in shell.windows[0].findChildren(CheckRow):
        row.setChecked(True)
    shell.pages.open_sheet("attestation-caf")
    press(shell, "case_couple")
    shell.show_closing(1)
    shell.windows[0].findChild(CheckRow).setChecked(True)
    assert shell.known_of_person() > 0
    shell.forget_person()
    assert shell.known_of_person() == 0
    shell.show_home()
    assert shell.appearance == Appearance()
    assert asked[-1] == ("appearance_changed", (Appearance(),))
    assert shell.windows[0].findChild(QLineEdit).text() == ""
    shell.pages.open_sheet("prime-activite")
    assert not [row for row in shell.windows[0].findChildren(CheckRow) if row.isChecked()]


def test_a_post_waits_for_somebody_until_they_do_the_least_thing(shell: Shell, qtbot: QtBot) -> None:
    shell.show_home()
    assert shell.waits_for_somebody
    (field,) = shell.windows[0].page.findChildren(QLineEdit)
    qtbot.keyClicks(field, "p")
    assert not shell.waits_for_somebody
    shell.show_home()
    assert shell.waits_for_somebody
    press(shell, "Prime d'activité")
    assert not shell.waits_for_somebody
    shell.show_home()
    shell.set_mediator_called(True)
    assert not shell.waits_for_somebody
    shell.set_mediator_called(False)
    press(shell, "English")
    assert not shell.waits_for_somebody
    shell.show_session(with_mediator=False)
    assert not shell.waits_for_somebody


def test_problems_are_for_it_and_discreet(shell: Shell) -> None:
    shell.show_home()
    shell.set_problems(["procedures/a.yaml, ligne 3 : « titel » : champ inconnu."])
    press(shell, "problems")
    assert "ligne 3" in words_on(shell.windows[0])
    shell.set_problems([])
    shell.show_home()
    with pytest.raises(AssertionError):
        press(shell, "problems")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F4, Qt.Key.Key_F11])
def test_no_key_closes_a_window(shell: Shell, qtbot: QtBot, key: Qt.Key) -> None:
    shell.show_home()
    shell.show_session(with_mediator=False)
    for window in shell.windows:
        window.show()
        qtbot.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        qtbot.keyClick(window, key)
        QApplication.sendEvent(window, QCloseEvent())
        assert window.isVisible()


def test_the_shell_ends_when_the_application_says_so(shell: Shell) -> None:
    shell.show_home()
    shell.end()
    assert not any(window.isVisible() for window in shell.windows)


def test_the_page_before_is_gone_when_the_next_is_shown(shell: Shell, qapp: QApplication) -> None:
    shell.pages.open_sheet("prime-activite")
    old = shell.windows[0].page
    gone: list[bool] = []
    old.destroyed.connect(lambda: gone.append(True))
    shell.show_home()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone
