"""A person's eyes and hands on the web page: finds an element as a round names it, clicks and types as a person does.

Events are Qt's own, on the widget that Chromium draws in; scripts only look. Knows neither procedure nor walkthrough.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEngineFrame, QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

LOOK_MS = 10
PATIENCE_MS = 20_000
_ANSWER_MS = 2000  # a document that goes away takes its answer with it
# An isolated world of our own: neither the page's nor the probe's.
_WORLD = 9
_STILL_S = 0.15  # the guide may be bringing another place into view, or a script of the page
_STILL_AT_RING_S = 0.04  # where the guide has brought the page already
_DAY = ("d", "m", "y")
_KEYS = {"\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return, "↓": Qt.Key.Key_Down, "↑": Qt.Key.Key_Up}

_FIND = """
const seen = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
};
const find = (parts) => {
  let root = document;
  for (let place = 0; place < parts.length; place++) {
    const all = [...root.querySelectorAll(parts[place])];
    const element = all.find(seen);
    if (!element) return null;
    if (place === parts.length - 1) return { element };
    if (element.shadowRoot) root = element.shadowRoot;
    else return { element, rest: parts.slice(place + 1) };
  }
  return null;
};
const plain = (text) => text.replace(/\\s+/g, " ").trim();
const CHOICES = "label, option, button, a, li, [role=option], [role=radio], [role=gridcell], [role=button]";
const within = (element, label) => {
  const inside = [...(element.shadowRoot ?? element).querySelectorAll(CHOICES)].filter(seen);
  return inside.find((one) => plain(one.textContent) === label)
    ?? inside.find((one) => plain(one.textContent).startsWith(label)) ?? null;
};
"""
_PLACE = """
// Chromium hands no gesture to a document that it has not drawn yet.
if (globalThis.drawn === undefined) {
  globalThis.drawn = false;
  requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.drawn = true; }));
}
if (!globalThis.drawn) return null;
const found = find(PARTS);
if (!found) return null;
let { element } = found;
const tag = element.tagName;
if (LABEL && tag !== "SELECT" && !found.rest) element = within(element, LABEL);
if (!element) return null;
if (SCROLLS) element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
const { left, top, width, height } = element.getBoundingClientRect();
const inner = tag === "IFRAME" ? [element.clientLeft, element.clientTop] : [0, 0];
return { tag, type: element.type ?? "", left, top, width, height, inner, rest: found.rest ?? [],
  frame: tag === "IFRAME" ? { name: element.name, src: element.src } : null };
"""
_QUIET = """
if (globalThis.rested === undefined) {
  globalThis.rested = false;
  setTimeout(() => { globalThis.rested = true; }, PAUSE);
}
return globalThis.rested;
"""
_ORDER = "return new Intl.DateTimeFormat().formatToParts(0).map((part) => part.type[0])"
_FOCUSED = """
const { element } = find(PARTS);
return element === element.getRootNode().activeElement;
"""
_OPTION = """
const { element } = find(PARTS);
element.focus();
const open = [...element.options].filter((option) => !option.disabled && !option.hidden);
return open.findIndex((option) => plain(option.textContent) === LABEL);
"""


class NotThereError(Exception):
    """What the person waited for did not come: the round does not fit the page."""


def wait_until(holds: Callable[[], bool], what: str, patience_ms: int = PATIENCE_MS) -> None:
    if not comes_true(holds, patience_ms):
        raise NotThereError(f"{what} within {patience_ms / 1000:g} s")


def comes_true(holds: Callable[[], bool], patience_ms: int) -> bool:
    """Let the program live until `holds`. False when time is up. What `holds` itself waits for is never asked twice."""
    end = time.monotonic() + patience_ms / 1000
    while not holds():
        if time.monotonic() > end:
            return False
        loop = QEventLoop()
        QTimer.singleShot(LOOK_MS, loop.quit)
        loop.exec()
    return True


@dataclass(frozen=True)
class Spot:
    """An element on screen: its box in the view, and what it is."""

    tag: str
    type: str
    x: float
    y: float
    width: float
    height: float
    frame: QWebEngineFrame
    parts: tuple[str, ...]

    def point(self) -> QPoint:
        """Where a person clicks: the middle; for a date in parts, its first part."""
        across = min(18.0, self.width / 2) if self.type in ("date", "month", "time") else self.width / 2
        return QPoint(round(self.x + across), round(self.y + self.height / 2))

    def same_place(self, other: Spot) -> bool:
        return (self.x, self.y, self.width, self.height) == (other.x, other.y, other.width, other.height)


class Hands:
    """`page` gives the page in front."""

    def __init__(self, view: QWebEngineView, page: Callable[[], QWebEnginePage]) -> None:
        self._view = view
        self._page = page

    @property
    def widget(self) -> QWidget:
        return self._view.focusProxy() or self._view

    def see(self, at: str, label: str = "", *, scrolls: bool = False) -> Spot | None:
        """The element now, or None when it cannot be seen. `scrolls`: bring it into the view."""
        code = _PLACE.replace("SCROLLS", json.dumps(scrolls))
        parts = tuple(at.split(" >>> "))
        frame, x, y = self._page().mainFrame(), 0.0, 0.0
        while True:
            told = self._ask(frame, code, parts, label)
            if not told:
                return None
            x, y = x + told["left"], y + told["top"]
            if not told["rest"]:
                box = (x, y, told["width"], told["height"])
                return Spot(told["tag"], told["type"], *box, frame, parts)
            child = _child(frame, told["frame"]) if told["frame"] else None
            if child is None:
                return None
            x, y = x + told["inner"][0], y + told["inner"][1]
            frame, parts = child, tuple(told["rest"])

    def wait_for(self, at: str, label: str = "") -> None:
        """Until the element can be seen."""
        lacking = f"{at!r} {label!r} is not on {self._page().url().toString()}"
        wait_until(lambda: self.see(at, label) is not None, lacking)

    def find(self, at: str, label: str = "", *, at_ring: bool = False) -> Spot:
        """The element, once it is there, in the view, and moves no more. `at_ring`: the guide points at it."""
        rest = _STILL_AT_RING_S if at_ring else _STILL_S
        before: list[Spot | None] = [None]
        moved = [time.monotonic()]

        def rests() -> bool:
            if before[0] is None:
                # Each document scrolls those around it: where the element came to lie is seen afterwards.
                self.see(at, label, scrolls=True)
            last, now = before[0], self.see(at, label)
            still = now is not None and (last is None or now.same_place(last))
            if not still or last is None:
                moved[0] = time.monotonic()
            before[0] = now if still else None
            return still and time.monotonic() - moved[0] >= rest

        wait_until(rests, f"{at!r} {label!r} is not on {self._page().url().toString()}")
        spot = before[0]
        assert spot is not None
        return spot

    def click(self, spot: Spot) -> None:
        QTest.mouseClick(self.widget, Qt.MouseButton.LeftButton, pos=spot.point())

    def enter(self, spot: Spot) -> None:
        """Click into a field. Chromium may look for what lies under a press longer than it takes for keys to come."""
        self.click(spot)
        comes_true(lambda: bool(self._ask(spot.frame, _FOCUSED, spot.parts, "")), _ANSWER_MS)

    def type(self, keys: str) -> None:
        for sign in keys:
            key = _KEYS.get(sign, Qt.Key.Key_unknown)
            text = "" if sign in _KEYS and sign != "\n" else sign.replace("\n", "\r")
            if key == Qt.Key.Key_unknown and sign.isascii():
                key = Qt.Key(ord(sign.upper()))
            QTest.sendKeyEvent(QTest.KeyAction.Click, self.widget, key, text, Qt.KeyboardModifier.NoModifier)

    def day_keys(self, spot: Spot, day: str) -> str:
        """The keys of « 03/06/1982 » in a field of the browser's own, whose parts stand as its language has them."""
        if spot.type != "date" or day.count("/") != len(_DAY) - 1:
            return day
        parts = dict(zip(_DAY, day.split("/"), strict=True))
        order = self._run(spot.frame, _ORDER) or _DAY
        return "".join(parts[part] for part in order if part in _DAY)

    def select_all(self) -> None:
        QTest.keyClick(self.widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    def pick(self, spot: Spot, label: str) -> None:
        """An option of a list that opens: by its keys, without opening it. Arrows alone go that many options on."""
        place = self._ask(spot.frame, _OPTION, spot.parts, label)
        if label and not label.strip("↓"):
            self.type(label)
            return
        if place is None or place < 0:
            raise NotThereError(f"no choice {label!r} in {spot.parts!r}")
        QTest.keyClick(self.widget, Qt.Key.Key_Home)
        for _ in range(place):
            QTest.keyClick(self.widget, Qt.Key.Key_Down)

    def quiet(self, pause_ms: int) -> None:
        """Until the page's own timers have run for a while: time for the probe to have looked, however slow the day.

        A new document begins anew: it has the whole of it before it."""
        code = _QUIET.replace("PAUSE", str(pause_ms))
        self._run(self._page().mainFrame(), f"globalThis.rested = undefined; {code}")
        wait_until(lambda: bool(self._run(self._page().mainFrame(), code)), "the page's timers stand still")

    def _ask(self, frame: QWebEngineFrame, code: str, parts: tuple[str, ...], label: str) -> Any:
        code = _FIND + code.replace("PARTS", json.dumps(parts)).replace("LABEL", json.dumps(label))
        return self._run(frame, code)

    def _run(self, frame: QWebEngineFrame, code: str) -> Any:
        """What the script returns; None from a document that goes away meanwhile."""
        answers: list[object] = []
        if not frame.isValid():
            return None
        frame.runJavaScript(f"JSON.stringify((() => {{ {code} }})() ?? null)", _WORLD, answers.append)
        comes_true(lambda: bool(answers), _ANSWER_MS)
        return json.loads(str(answers[0])) if answers and isinstance(answers[0], str) and answers[0] else None


def _child(parent: QWebEngineFrame, told: dict[str, str]) -> QWebEngineFrame | None:
    """The document of a frame's element: by its name, its address, or because it is the only one."""
    children = [frame for frame in parent.children() if frame.isValid()]
    for fits in (
        lambda frame: bool(told["name"]) and frame.name() == told["name"],
        lambda frame: frame.url().toString() == told["src"],
        lambda frame: frame.url().host() in told["src"] and bool(frame.url().host()),
        lambda _frame: len(children) == 1,
    ):
        found = next((frame for frame in children if fits(frame)), None)
        if found is not None:
            return found
    return None
