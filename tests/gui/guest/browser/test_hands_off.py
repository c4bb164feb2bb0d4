"""What hands could do to a page by accident, or at a brake: drags, menus, open lists."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.guest.fingers import stop_fingers
from kiosk.guest.popups import close_popups
from kiosk.guest.probe.source import WORLD

LEFT = Qt.MouseButton.LeftButton
PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=="
NOTES = (
    "window.told = []; for (const name of ['dragstart', 'drag', 'drop', 'mouseup', 'contextmenu'])"
    " addEventListener(name, (e) => told.push([name, e.defaultPrevented]));"
)
DRAGGED = {
    "link": "<a id=d href='/autre' style='font-size:40px'>Un lien</a>",
    "picture": f"<img id=d width=200 height=60 src='{PICTURE}'>",
    "element": "<div id=d draggable=true style='width:200px;height:60px'>Tirez</div>",
    "text": "<span id=d style='font-size:40px'>Bonjour</span>",
}


@pytest.mark.parametrize("what", DRAGGED)
def test_nothing_is_dragged_out_of_its_place(rig, what):
    rig.show(f"{DRAGGED[what]}<p><input id=i ondrop='this.value=1'>", script=NOTES)
    if what == "text":
        rig.js("getSelection().selectAllChildren(d); return 1")
    rig.settled()
    left, top = rig.js("const b = d.getBoundingClientRect(); return [b.left, b.top]")
    proxy, begin = rig.view.focusProxy(), QPoint(round(left) + 30, round(top) + 25)
    rig.qtbot.mousePress(proxy, LEFT, pos=begin)
    for step in range(1, 12):
        rig.qtbot.mouseMove(proxy, begin + QPoint(6 * step, 5 * step))
    rig.until(lambda: ["dragstart", True] in rig.js("return told"))
    rig.qtbot.mouseRelease(proxy, LEFT, pos=begin + QPoint(80, 80))
    rig.until(lambda: any(name == "mouseup" for name, _ in rig.js("return told")))
    assert not any(name in ("drag", "drop") for name, _ in rig.js("return told"))
    assert rig.js("return i.value") == ""


def test_the_right_button_opens_nothing(rig):
    rig.show("<p style='height:200px'>Bonjour", script=NOTES)
    rig.settled()
    windows = len(QApplication.topLevelWidgets())
    rig.qtbot.mouseClick(rig.view.focusProxy(), Qt.MouseButton.RightButton, pos=QPoint(60, 60))
    rig.settled()
    assert len(QApplication.topLevelWidgets()) == windows
    assert QApplication.activePopupWidget() is None


LIST = (
    "<select id=s style='width:200px;height:40px'><option>un<option>deux<option>trois</select>"
    "<script>window.told = []; for (const name of ['input', 'change', 'blur'])"
    " s.addEventListener(name, () => told.push(name));</script>"
)


def test_an_open_list_closes_without_a_choice(rig):
    rig.show(LIST)
    rig.js("s.focus(); return 1")
    rig.settled()
    before = rig.view.grab(rig.view.rect()).copy(0, 0, 180, 50).toImage()
    rig.qtbot.mouseClick(rig.view.focusProxy(), LEFT, pos=QPoint(60, 25))
    rig.until(lambda: rig.js("return s.matches(':open')"))
    rig.qtbot.keyClick(rig.view.focusProxy(), Qt.Key.Key_Down)
    rig.settled()
    close_popups(rig.probe)
    rig.until(lambda: not rig.js("return s.matches(':open')"))
    rig.until(lambda: QApplication.activePopupWidget() is None)
    rig.settled()
    assert rig.js("return [s.value, document.activeElement.id, s.hasAttribute('style'), told]") == ["un", "s", True, []]
    # What is written in the field is what the field holds.
    rig.until(lambda: rig.view.grab(rig.view.rect()).copy(0, 0, 180, 50).toImage() == before)
    rig.qtbot.keyClick(rig.view.focusProxy(), Qt.Key.Key_Tab)
    rig.until(lambda: rig.js("return told") == ["blur"])
    assert rig.js("return s.value") == "un"


def test_an_open_calendar_closes_without_a_date(rig):
    rig.show("<input id=d type=date>")
    rig.js("d.focus(); return 1")
    rig.settled()
    rig.qtbot.keyClick(rig.view.focusProxy(), Qt.Key.Key_Space)
    rig.until(lambda: QApplication.activePopupWidget() is not None)
    close_popups(rig.probe)
    rig.until(lambda: QApplication.activePopupWidget() is None)
    assert rig.js("return [d.value, d.getAttribute('style'), document.activeElement.id]") == ["", None, "d"]


def test_without_an_open_list_the_page_feels_nothing(rig):
    rig.show(LIST)
    rig.js("s.focus(); window.n = 0; new MutationObserver(() => n++).observe(s, {attributes: true}); return 1")
    close_popups(rig.probe)
    rig.settled()
    assert rig.js("return [told, n]") == [[], 0]
    assert rig.js("return typeof pageProbe.closePopup", world=WORLD) == "function"


ANYWHERE = (
    "window.told = []; for (const name of ['mouseup', 'click']) document.addEventListener(name, () => told.push(name));"
)


def test_a_press_let_go_outside_the_page_is_no_click_anywhere(rig):
    rig.show("<button id=b style='width:200px;height:60px'>Envoyer</button>", script=ANYWHERE)
    rig.settled()
    proxy = rig.view.focusProxy()
    rig.qtbot.mousePress(proxy, LEFT, pos=QPoint(60, 30))
    rig.qtbot.mouseRelease(proxy, LEFT, pos=QPoint(60, -80))
    rig.until(lambda: "mouseup" in rig.js("return told"))
    rig.settled()
    assert rig.js("return told") == ["mouseup"]
    rig.qtbot.mouseClick(proxy, LEFT, pos=QPoint(60, 30))
    rig.until(lambda: rig.js("return told") == ["mouseup", "mouseup", "click"])


def test_a_finger_that_rests_on_a_button_when_its_person_is_stopped_clicks_nothing(rig):
    rig.show("<button id=b style='width:200px;height:60px'>Envoyer</button>", script=ANYWHERE)
    rig.settled()
    proxy = rig.view.focusProxy()
    screen = QTest.createTouchDevice()

    def tap(stop):
        QTest.touchEvent(proxy, screen).press(0, QPoint(60, 30)).commit()
        rig.until(lambda: rig.js("return b.matches(':active')"))
        if stop:
            stop_fingers(rig.probe)
            rig.settled()
        QTest.touchEvent(proxy, screen).release(0, QPoint(60, 30)).commit()
        rig.until(lambda: not rig.js("return b.matches(':active')"))
        rig.settled()

    tap(stop=False)
    rig.until(lambda: "click" in rig.js("return told"))
    rig.js("told.length = 0; return 1")
    tap(stop=True)
    assert "click" not in rig.js("return told")
    tap(stop=False)
    rig.until(lambda: "click" in rig.js("return told"))
