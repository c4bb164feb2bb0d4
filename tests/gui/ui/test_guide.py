"""The mediators' guide: reached from home, true to the post's keys and devices, whole without its pictures; one part
at a time, with the words that the desk's own screens have."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.control.people import Action
from kiosk.ui.screens import guide
from kiosk.ui.screens.guide_text import Item, Pictured, Said, Section, Words, read
from kiosk.ui.screens.home import HomePage
from kiosk.ui.shell import Shell
from kiosk.ui.widgets import Label

KEYS = {Action.TAKE: "F2", Action.GIVE: "F4", Action.BOTH: "F7", Action.BRAKE: "Pause"}
SOURCES = guide.theme.ASSETS / "locale" / "en.ts"
WITHOUT_PICTURE = {"Écouter", "Les fiches", "Ce que le poste garde"}
ONE_PAIR = "Ce poste a une seule souris et un seul clavier."
TWO_UNSAID = "Deux souris et deux claviers sont branchés."


def said(shell: Shell) -> str:
    return " ".join(label.text() for label in shell.windows[0].findChildren(Label) if label.isVisibleTo(label.window()))


def open_guide(shell: Shell) -> QWidget:
    shell.show_home()
    shell.windows[0].findChild(QAbstractButton, "guide").click()
    page = shell.windows[0].page
    assert isinstance(page, guide.GuidePage)
    return page


def test_what_is_written_is_what_is_read() -> None:
    top = "# Titre\n\nUne ligne,\npuis une autre.\n\n"
    text = top + "## Frein\n![Ce que l'on voit](frein.png)\n- Touche **{brake}**\n> « Stop. »\n"
    assert read(text, KEYS) == (
        Section("Titre", (Words("Une ligne, puis une autre."),)),
        Section("Frein", (Pictured("frein.png", "Ce que l'on voit"), Item("Touche **Pause**"), Said("« Stop. »"))),
    )


def test_the_guide_knows_the_four_modes_and_no_other_key_than_the_posts() -> None:
    sections = read(guide.TEXTS["driving"].read_text(encoding="utf-8"), KEYS)
    assert [section.title for section in sections[1:5]] == [
        "L'usager conduit",
        "Le médiateur conduit",
        "Ensemble",
        "Frein",
    ]
    for section, action in zip(sections[1:5], (Action.GIVE, Action.TAKE, Action.BOTH, Action.BRAKE), strict=True):
        assert any(isinstance(block, Pictured) for block in section.blocks)
        assert any(isinstance(block, Said) for block in section.blocks)
        assert any(isinstance(block, Item) and f"**{KEYS[action]}**" in block.text for block in section.blocks)
    whole = str(sections)
    assert "{" not in whole
    assert not any(key in whole for key in ("F9", "F10", "F11", "F12"))


def test_home_leads_to_the_guide_and_back(shell: Shell) -> None:
    shell.set_keys("F2", "F4", "F7", "Scroll_Lock")
    page = open_guide(shell)
    assert "touche Arrêt défil" in said(shell)
    page.back_asked.emit()
    assert isinstance(shell.windows[0].page, HomePage)


@pytest.mark.parametrize(
    ("part", "title", "count"),
    [("procedures", "Les démarches", 6), ("papers", "Les papiers", 8), ("staff", "Espace médiateur", 7)],
)
def test_each_part_has_words_to_say_and_things_to_do_and_every_picture_is_there(
    part: str, title: str, count: int
) -> None:
    first, *sections = read(guide.TEXTS[part].read_text(encoding="utf-8"), KEYS)
    assert first.title == title
    assert len(sections) == count
    for section in sections:
        pictures = [block for block in section.blocks if isinstance(block, Pictured)]
        assert len(pictures) == (section.title not in WITHOUT_PICTURE)
        assert not any(QPixmap(str(guide.FOLDER / picture.file)).isNull() for picture in pictures)
        assert any(isinstance(block, Said) for block in section.blocks)
        assert any(isinstance(block, Item) for block in section.blocks)


@pytest.mark.parametrize("part", ["procedures", "papers", "staff"])
def test_the_guide_names_only_buttons_that_there_are(part: str) -> None:
    """A guide that says other words than the screen loses its reader."""
    written = guide.TEXTS[part].read_text(encoding="utf-8")
    buttons = set(re.findall(r"\*\*([A-ZÀ-Ü][^*.]*)\*\*", written)) - {"Par mail"}
    assert len(buttons) > 4
    known = {one.findtext("source") for one in ElementTree.parse(SOURCES).getroot().iter("message")}
    assert buttons <= known


def test_one_part_is_seen_at_a_time_by_its_button(shell: Shell) -> None:
    page = open_guide(shell)
    papers, driving = (page.findChild(QAbstractButton, f"part_{name}") for name in ("papers", "driving"))
    assert "Plus personne ne touche à la page." in said(shell)
    assert (driving.isChecked(), papers.isChecked()) == (True, False)
    page.middle.verticalScrollBar().setValue(200)
    papers.click()
    assert page.middle.verticalScrollBar().value() == 0
    assert "Plus personne ne touche à la page." not in said(shell)
    assert "Faire entrer un papier" in said(shell)
    assert (driving.isChecked(), papers.isChecked()) == (False, True)
    papers.click()
    assert "Faire entrer un papier" in said(shell)
    driving.click()
    assert "Faire entrer un papier" not in said(shell)
    assert "Plus personne ne touche à la page." in said(shell)


def test_one_pair_is_said_to_be_one_and_asks_for_nothing(shell: Shell) -> None:
    page = open_guide(shell)
    assert ONE_PAIR in said(shell)
    assert page.findChild(QAbstractButton, "devices") is None


def test_devices_that_belong_to_nobody_yet_can_be_given_out(shell: Shell) -> None:
    asked: list[bool] = []
    shell.devices_again.connect(lambda: asked.append(True))
    shell.set_pairs(False, True)
    page = open_guide(shell)
    assert TWO_UNSAID in said(shell)
    assert ONE_PAIR not in said(shell)
    page.findChild(QAbstractButton, "devices").click()
    assert asked == [True]


@pytest.mark.parametrize("askable", [False, True])
def test_two_pairs_need_no_note_and_can_be_given_out_again(shell: Shell, askable: bool) -> None:
    shell.set_pairs(True, askable)
    page = open_guide(shell)
    assert ONE_PAIR not in said(shell)
    assert TWO_UNSAID not in said(shell)
    assert (page.findChild(QAbstractButton, "devices") is not None) == askable


def test_a_pair_that_comes_is_seen_at_once(shell: Shell) -> None:
    open_guide(shell)
    shell.set_pairs(True)
    assert ONE_PAIR not in said(shell)


def test_the_devices_of_a_post_do_not_uncover_a_session(shell: Shell) -> None:
    open_guide(shell)
    shell.show_opening()
    shell.show_session(with_mediator=True)
    shell.set_pairs(True)
    assert not shell.windows[0].isVisible()


@pytest.mark.parametrize("broken", [False, True])
def test_a_picture_is_shown_where_it_is_and_nothing_where_it_is_not(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: bool
) -> None:
    picture = QPixmap(1280, 800)
    picture.fill("orange")
    assert picture.save(str(tmp_path / "frein.png"))
    if broken:
        (tmp_path / "ensemble.png").write_bytes(b"no picture")
    monkeypatch.setattr(guide, "FOLDER", tmp_path)
    page = open_guide(shell)
    shots = page.findChildren(guide._Shot)
    assert [shot.accessibleName() for shot in shots] == ["Frein : la page est cachée à moitié, personne n'y touche"]
    assert shots[0].sizeHint().width() == 480
    assert "Plus personne ne touche à la page." in said(shell)
