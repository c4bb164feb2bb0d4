"""The mediator's "ici": seen, silent, touching nothing, gone by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from kiosk.guest.marks import Marks
from kiosk.guest.probe.source import WORLD
from kiosk.session.messages import Appearance
from kiosk.ui import theme
from tests.gui.guest.browser.test_ring import SPY
from tests.gui.guest.web import STRICT

SEEN = """return (window.spied ?? []).filter(([host]) => host.isConnected).map(([host, root, mode]) => {
  const circle = root.querySelector('.circle'), word = root.querySelector('.word');
  const box = (e) => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
  return { x: (box(circle)[0] + box(circle)[2]) / 2, y: (box(circle)[1] + box(circle)[3]) / 2, word: box(word), mode,
    text: word.textContent, size: parseFloat(getComputedStyle(word).fontSize), silent: host.ariaHidden,
    ground: getComputedStyle(word).backgroundColor, ink: getComputedStyle(word).color }; })"""


@pytest.fixture
def marks(rig):
    return Marks(rig.view)


def seen(rig) -> list[dict]:
    return rig.js(SEEN, world=WORLD)


def mark(rig, marks, x: float, y: float) -> dict:
    rig.js(SPY, world=WORLD)
    before = len(seen(rig))
    marks.show(x, y)
    rig.until(lambda: len(seen(rig)) > before)
    return seen(rig)[-1]


def test_it_is_drawn_where_the_mediator_pointed_under_the_strictest_policy(rig, marks):
    rig.show("<p>Bonjour", csp=STRICT)
    drawn = mark(rig, marks, 300, 200)
    assert (drawn["x"], drawn["y"]) == pytest.approx((300, 200), abs=1)
    assert drawn["text"] == "ici"
    assert drawn["size"] >= 18
    assert drawn["mode"] == "closed"
    assert drawn["silent"] == "true"


def test_on_an_enlarged_page_it_is_in_the_same_place_and_as_large(rig, marks):
    rig.show("<p>Bonjour")
    rig.page.setZoomFactor(1.5)
    rig.until(lambda: rig.js("return innerWidth") == 600)
    drawn = mark(rig, marks, 300, 150)
    assert (drawn["x"], drawn["y"]) == pytest.approx((200, 100), abs=1)
    assert drawn["size"] * 1.5 >= 18


@pytest.mark.parametrize("at", [(4, 4), (896, 4), (4, 556), (896, 556)])
def test_its_word_is_readable_at_the_edges(rig, marks, at):
    rig.show("<p>Bonjour")
    left, top, right, bottom = mark(rig, marks, *at)["word"]
    assert left >= 0
    assert top >= 0
    assert right <= 900
    assert bottom <= 560


def test_it_takes_no_press_and_no_focus(rig, marks):
    rig.show("<button id=b style='width:300px;height:80px' onclick='window.hit=1'>Continuer</button><input id=i>")
    rig.js("i.focus(); return 1")
    mark(rig, marks, 150, 40)
    assert rig.js("return document.activeElement.id") == "i"
    rig.qtbot.mouseClick(rig.view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(150, 40))
    rig.until(lambda: rig.js("return window.hit ?? 0") == 1)


def test_it_moves_with_what_it_shows(rig, marks):
    rig.show("<div style='height:3000px'>Bonjour</div>")
    before = mark(rig, marks, 300, 400)
    rig.js("scrollBy({top: 150, behavior: 'instant'}); return 1")
    rig.until(lambda: seen(rig)[-1]["y"] == pytest.approx(before["y"] - 150, abs=1))


def test_at_most_five_are_seen_and_the_oldest_goes_first(rig, marks):
    rig.show("<p>Bonjour")
    mark(rig, marks, 10, 100)
    for x in range(100, 700, 100):
        marks.show(x, 100)
    rig.until(lambda: len(seen(rig)) == 5 and round(seen(rig)[0]["x"]) == 200)


@pytest.mark.parametrize("reduced", [False, True])
def test_it_goes_away_by_itself(rig, marks, qapp: QApplication, reduced):
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(reduced_motion=reduced)))
    rig.show("<p>Bonjour")
    mark(rig, marks, 300, 200)
    rig.until(lambda: not seen(rig))


@pytest.mark.parametrize("contrast", ["normal", "high"])
def test_its_colours_are_the_mediators(rig, marks, qapp: QApplication, contrast):
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(contrast=contrast)))
    rig.show("<p>Bonjour")
    drawn = mark(rig, marks, 300, 200)
    look = theme.current()
    assert drawn["ground"] == "rgb({}, {}, {})".format(*look.orange.getRgb()[:3])
    assert drawn["ink"] == "rgb({}, {}, {})".format(*look.ink.getRgb()[:3])
