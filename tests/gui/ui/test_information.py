"""A sheet is read one question and one situation at a time; it leads to the post's guide, and back to where one was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.session.messages import Appearance
from kiosk.ui.screens.information import InformationPage
from kiosk.ui.screens.information_list import InformationListPage
from kiosk.ui.screens.results import ResultsPage
from kiosk.ui.screens.sheet import SheetPage
from kiosk.ui.shell import Shell
from kiosk.ui.widgets import Label


def page_of(shell: Shell) -> QWidget:
    page = shell.windows[0].page
    assert page is not None
    return page


def press(shell: Shell, name: str) -> None:
    button = page_of(shell).findChild(QWidget, name)
    assert button is not None, name
    button.click()


def words_of(shell: Shell) -> str:
    return "\n".join(one.text() for one in page_of(shell).findChildren(Label) if one.isVisibleTo(page_of(shell)))


@pytest.fixture
def opened(shell: Shell) -> Shell:
    shell._go(shell.pages.home)
    shell.pages.read("F1")
    return shell


def test_the_sheet_says_its_title_its_day_and_whose_words_they_are(opened: Shell) -> None:
    said = words_of(opened)
    assert "Perdre la lettre bleue" in said
    assert "Fiche du 3 mai 2026" in said
    assert "Source : Service-Public.gouv.fr" in said
    assert "Ceci est une copie" in said


def test_one_question_is_open_at_a_time(opened: Shell) -> None:
    assert "Vous avez une lettre bleue" not in words_of(opened)
    press(opened, "question_0")
    assert "Vous avez une lettre bleue" in words_of(opened)
    press(opened, "question_2")
    assert "Vous avez une lettre bleue" not in words_of(opened)
    assert "deux jours" in words_of(opened)
    press(opened, "question_2")
    assert "deux jours" not in words_of(opened)


def test_nothing_of_a_situation_is_read_before_it_is_chosen(opened: Shell) -> None:
    press(opened, "question_1")
    assert "Écrivez" not in words_of(opened)
    press(opened, "situation_1")
    assert "Écrivez chacun une lettre." in words_of(opened)
    press(opened, "situation_0")
    assert "Écrivez une seule lettre." in words_of(opened)
    assert "Écrivez chacun une lettre." not in words_of(opened)


def test_another_look_keeps_what_is_open_and_another_person_does_not(opened: Shell) -> None:
    press(opened, "question_1")
    press(opened, "situation_1")
    opened._change_look(Appearance(text_percent=150))
    assert "Écrivez chacun une lettre." in words_of(opened)
    assert opened.known_of_person() > 0
    opened.forget_person()
    assert opened.known_of_person() == 0


def test_a_service_is_a_name_of_a_site_and_a_guide_never_a_link(opened: Shell, qtbot: QtBot) -> None:
    press(opened, "question_1")
    press(opened, "situation_0")
    assert "Sur le site caf.fr" in words_of(opened)
    assert not [one for one in page_of(opened).findChildren(Label) if one.openExternalLinks()]
    press(opened, "guide_piece-identite")  # the first of this site
    assert isinstance(page_of(opened), SheetPage)


def test_what_opens_stands_in_sight(opened: Shell, dress, qtbot: QtBot) -> None:
    dress(opened, 1280, 800, Appearance(text_percent=200))
    opened._go(opened._build)
    press(opened, "question_1")
    press(opened, "situation_0")
    middle = page_of(opened).middle
    button = page_of(opened).findChild(QWidget, "situation_0")
    qtbot.waitUntil(lambda: 0 <= button.mapTo(middle.viewport(), button.rect().topLeft()).y() < 200)


def test_a_sheet_leads_to_its_guide_and_the_guide_to_its_sheet(shell: Shell, qtbot: QtBot) -> None:
    shell._go(shell.pages.home)
    shell.pages.open_sheet("prime-activite")
    press(shell, "read_sheet")
    assert isinstance(page_of(shell), InformationPage)
    assert "Le poste peut vous guider" in words_of(shell)
    page_of(shell).back_asked.emit()
    assert isinstance(page_of(shell), SheetPage)


def test_a_guide_whose_sheet_is_not_here_does_not_offer_it(shell: Shell) -> None:
    shell._go(shell.pages.home)
    shell.pages.open_sheet("payer-amende")
    assert page_of(shell).findChild(QWidget, "read_sheet") is None


def test_the_way_back_goes_the_way_one_came(shell: Shell) -> None:
    shell._go(shell.pages.home)
    shell.pages.search("lettre")
    few = [one for one in page_of(shell).findChildren(QWidget) if one.objectName().startswith("information_")]
    assert len(few) == 5
    press(shell, "all_sheets")
    assert isinstance(page_of(shell), InformationListPage)
    press(shell, "information_F8")
    assert "Renouveler la lettre 8" in words_of(shell)
    for kind in (InformationListPage, ResultsPage):
        page_of(shell).back_asked.emit()
        assert isinstance(page_of(shell), kind)


def test_sheets_are_shown_where_no_guide_is(shell: Shell) -> None:
    shell._go(shell.pages.home)
    shell.pages.search("perdre")
    assert "Pas encore de guide." in words_of(shell)
    press(shell, "information_F1")
    assert isinstance(page_of(shell), InformationPage)


def test_a_sheet_that_is_gone_changes_nothing(shell: Shell) -> None:
    shell._go(shell.pages.home)
    before = page_of(shell)
    shell.pages.read("F999")
    assert page_of(shell) is before


def test_the_keyboard_alone_opens_a_question_and_goes_on_into_it(opened: Shell, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.windows[0].isActiveWindow)
    question = page_of(opened).findChild(QWidget, "question_1")
    question.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(question, Qt.Key.Key_Space)
    qtbot.keyClick(question, Qt.Key.Key_Tab)
    assert opened.windows[0].focusWidget().objectName() == "situation_0"
