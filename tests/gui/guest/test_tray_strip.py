"""The strip under the page: a paper can always be added, from the same place, and every paper can be reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from kiosk.guest.tray import Document
from kiosk.guest.tray_strip import TrayItem, TrayStrip, refusal_words
from kiosk.session.messages import Appearance
from kiosk.ui import theme

ADD = "Ajouter un papier"


def documents(count: int) -> list[Document]:
    return [Document(Path(f"/nulle-part/papier {number}.pdf"), "pdf", 1000) for number in range(count)]


def show(qtbot, count: int, width: int = 858, *, percent: int = 100) -> TrayStrip:
    theme.apply(QApplication.instance(), theme.make_theme(1280, 800, Appearance(text_percent=percent)))
    strip = TrayStrip()
    qtbot.addWidget(strip)
    strip.resize(width, strip.height())
    strip.show_documents(documents(count))
    strip.show()
    return settled(strip, qtbot)


def settled(strip: TrayStrip, qtbot) -> TrayStrip:
    def laid_out() -> bool:
        strip._lines.activate()
        return all(one.isVisible() and strip.rect().contains(one.geometry()) for one in buttons(strip).values())

    qtbot.waitUntil(laid_out)
    return strip


def buttons(strip: TrayStrip) -> dict[str, QPushButton]:
    return {one.accessibleName(): one for one in strip.findChildren(QPushButton) if one.isVisibleTo(strip)}


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_a_paper_is_added_from_the_same_place_however_many_there_are(qtbot, percent) -> None:
    places = []
    for count in (0, 1, 2, 4, 20):
        strip = show(qtbot, count, percent=percent)
        places.append(buttons(strip)[ADD].geometry())
        with qtbot.waitSignal(strip.add_wanted):
            buttons(strip)[ADD].click()
    assert all(place == places[0] for place in places)
    assert places[0].right() == strip.rect().right()


def test_the_list_is_in_reach_from_two_papers_on(qtbot) -> None:
    assert not [name for name in buttons(show(qtbot, 1)) if "Tout voir" in name]
    for count in (2, 4):
        strip = show(qtbot, count)
        with qtbot.waitSignal(strip.list_wanted):
            buttons(strip)[f"Tout voir : {count}"].click()


def test_the_latest_papers_are_the_ones_shown(qtbot) -> None:
    strip = show(qtbot, 9)
    shown = [item._document.title for item in strip.findChildren(TrayItem) if item.isVisible()]
    assert shown == ["papier 7", "papier 8"]


def test_without_a_paper_the_sentence_stays_beside_the_button(qtbot) -> None:
    strip = show(qtbot, 0)
    texts = [label.text() for label in strip.findChildren(QLabel) if label.isVisible()]
    assert "Les papiers du site arrivent ici." in texts


@pytest.mark.parametrize(("percent", "width"), [(100, 858), (125, 780), (150, 756), (200, 652)])
@pytest.mark.parametrize("count", [0, 1, 4])
@pytest.mark.parametrize("trouble", [None, "tray-full"])
def test_words_are_whole_and_nothing_lies_over_anything(qtbot, percent, width, count, trouble) -> None:
    strip = show(qtbot, count, width, percent=percent)
    strip.show_trouble(trouble and refusal_words(trouble))
    settled(strip, qtbot)
    parts = [*buttons(strip).values(), *(one for one in strip.findChildren(QLabel) if one.isVisible())]
    for part in parts:
        assert strip.rect().contains(part.geometry()), part.accessibleName()
        if part.hasHeightForWidth():
            assert part.height() >= part.heightForWidth(part.width()), part.accessibleName()
        assert not [o for o in parts if o is not part and o.geometry().intersects(part.geometry())]
