"""What can be seen on the screen and felt on the keyboard."""

from __future__ import annotations

import xcffib.keysymdef

from proof.escapes.glass import Keys, Window
from proof.escapes.observers.base import Observer, Scenery
from proof.escapes.screen import SIZE
from proof.escapes.technique import Way

_SHELLS = {f"Côte à Côte - {name}" for name in ("Screen", "TopBar", "WheelBar", "backdrop")}
_GUESTS = {"Côte à Côte"}
"""Whole: Qt gives a window without a name of its own that of its program, which begins with the same words."""
_GRID = 8
_ANSWER_WITHIN = 12.0
LOUD = (255, 0, 255)
_LOUD_AREA = 500
_CAPS_LOCK, _NUM_LOCK = 1 << 1, 1 << 4


def is_ours(window: Window, family: set[int], shell: int) -> bool:
    """One of the windows that the kiosk has: its own process, its own name."""
    return window.pid in family and window.title in (_SHELLS if window.pid == shell else _GUESTS)


class WindowObserver(Observer):
    way = Way.WINDOW

    def look(self, scenery: Scenery) -> str | None:
        family = scenery.family()
        strangers = [one for one in scenery.glass.windows() if not is_ours(one, family, scenery.field.post.shell)]
        return f"on the screen: {strangers[0]}" if strangers else None


class FrontObserver(Observer):
    way = Way.FRONT

    def look(self, scenery: Scenery) -> str | None:
        lit = scenery.glass.lit()
        if scenery.field.screen.server == "Xorg" and (not lit or (lit[0].width, lit[0].height) != SIZE):
            return f"the screen is now {lit[0] if lit else 'dark'}"
        family, windows = scenery.family(), scenery.glass.windows()[::-1]
        width, height = SIZE
        for row in range(_GRID):
            for column in range(_GRID):
                x, y = (2 * column + 1) * width // (2 * _GRID), (2 * row + 1) * height // (2 * _GRID)
                front = next((one for one in windows if one.covers(x, y)), None)
                if front is None:
                    return f"nothing is at {x}, {y}"
                if front.pid not in family:
                    return f"at {x}, {y}: {front}"
        return None


class SecondObserver(Observer):
    way = Way.SECOND

    def look(self, scenery: Scenery) -> str | None:
        lit = scenery.glass.lit()
        for number, one in enumerate(lit):
            if number == 0:
                if one.outputs > 1:
                    return f"{one.outputs} screens show the same"
                continue
            colours = scenery.glass.picture(one.left, one.top, one.width, one.height).getcolors(2)
            if colours is None or [colour for _, colour in colours] != [(0, 0, 0)]:
                return f"a second screen of {one.width}x{one.height} shows something"
        return None


class FrozenObserver(Observer):
    way = Way.FROZEN

    def look(self, scenery: Scenery) -> str | None:
        family = scenery.family()
        ours = [one for one in scenery.glass.windows() if is_ours(one, family, scenery.field.post.shell)]
        silent = scenery.glass.ping(ours, _ANSWER_WITHIN)
        still = {one.number for one in scenery.glass.windows()}
        stuck = [one for one in silent if one.number in still]
        return f"no answer within {_ANSWER_WITHIN:.0f} s: {stuck[0]}" if stuck else None


class KeyboardObserver(Observer):
    way = Way.KEYBOARD

    def __init__(self) -> None:
        self._before: Keys | None = None

    def note(self, scenery: Scenery) -> None:
        self._before = scenery.glass.keys()

    def look(self, scenery: Scenery) -> str | None:
        before, now = self._before, scenery.glass.keys()
        if before is None:
            return None
        if now.controls != before.controls:
            return f"the keyboard's aids changed: {before.controls:#x} became {now.controls:#x}"
        if now.group != before.group:
            return f"another layout: {now.group}"
        if (now.modifiers ^ before.modifiers) & ~(_CAPS_LOCK | _NUM_LOCK):
            return f"a modifier stays: {now.modifiers:#x}"
        if now.down:
            return f"keys stay down: {now.down}"
        return None


class WordsObserver(Observer):
    """Hostile words ask for a colour that the kiosk has nowhere, and pages of the proof neither."""

    way = Way.WORDS

    def look(self, scenery: Scenery) -> str | None:
        colours = scenery.glass.picture(0, 0, *SIZE).getcolors(1 << 20) or []
        loud = sum(count for count, colour in colours if colour == LOUD)
        return f"{loud} pixels in the colour that hostile words ask for" if loud > _LOUD_AREA else None


SERVER_KEYS = {
    **{0x1008FE00 + number: f"XF86Switch_VT_{number}" for number in range(1, 13)},
    0x1008FE20: "XF86Ungrab",
    0x1008FE21: "XF86ClearGrab",
    xcffib.keysymdef.XK_Terminate_Server: "Terminate_Server",
}
"""What a key may tell the server itself. Xorg's card without hardware opens no virtual terminal, so that a key that
would switch is found by what it means there; the kernel's own word is looked at as well."""
ZOOM_KEYS = {0x1008FE22: "XF86Next_VMode", 0x1008FE23: "XF86Prev_VMode"}
"""They mean nothing to a server that is told not to zoom: what the symbol is on the key, the server's settings undo."""
