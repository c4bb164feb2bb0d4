"""What a hand does with a mouse or a finger: right and long presses, drags, corners, other buttons, selections."""

from __future__ import annotations

from collections.abc import Callable

from demonstration.person import Box
from proof.escapes.field import Field
from proof.escapes.hands.base import Act
from proof.escapes.hands.browser_keys import BROWSER_KEYS
from proof.escapes.technique import Scene, Technique, Way

MENUS = "menus"
"""A guest and a shell with the menus that toolkits have by default, and with what is dropped."""
DROPS = "drops"
"""A guest that takes what is dropped into it."""
_SHOWS = (Way.WINDOW, Way.ORIGIN, Way.FRONT)

Place = Callable[[Field], tuple[int, int]]


def _middle(field: Field) -> tuple[int, int]:
    return field.page.centre


def _ring(field: Field) -> tuple[int, int]:
    """What the guide points at: a field with a caret."""
    return field.terminal.ring().centre


def _search(field: Field) -> tuple[int, int]:
    """Home's field."""
    return field.person.width // 2, field.terminal.px(230)


def _tile(field: Field) -> tuple[int, int]:
    return field.terminal.px(140), field.terminal.px(373)


def _bar(field: Field) -> tuple[int, int]:
    return field.person.width // 2, field.terminal.px(38)


def _panel(field: Field) -> tuple[int, int]:
    return field.terminal.panel.centre


def _strip(field: Field) -> tuple[int, int]:
    return field.terminal.px(240), field.terminal.panel.top + field.terminal.px(46)


def _tray(field: Field) -> tuple[int, int]:
    return field.terminal.px(220), field.person.height - field.terminal.px(56)


def _footer(field: Field) -> tuple[int, int]:
    return field.terminal.footer.centre


_PLACES: tuple[tuple[str, str, Scene, Place], ...] = (
    ("PAGE", "on the page", Scene.PAGE, _middle),
    ("FIELD", "on a field of the page", Scene.PAGE, _ring),
    ("PANEL", "on the step panel", Scene.PAGE, _panel),
    ("STRIP", "on the address", Scene.PAGE, _strip),
    ("TRAY", "on the papers", Scene.PAGE, _tray),
    ("BAR", "on the kiosk's bar", Scene.PAGE, _bar),
    ("HOME-FIELD", "on home's search field", Scene.HOME, _search),
    ("HOME-TILE", "on a tile of home", Scene.HOME, _tile),
    ("CLOSING", "on the way out", Scene.CLOSING, _middle),
    ("SHEET", "on a procedure's page", Scene.SHEET, _middle),
)
_IN_SHORT = ("FIELD", "HOME-FIELD")


def _right(name: str, where: str, scene: Scene, place: Place) -> Act:
    def does(field: Field) -> None:
        field.fingers.click(place(field), 3)
        field.wait(0.3)

    return Act(
        id=f"GE-RIGHT-{name}",
        title=f"a right click {where}",
        tries="a menu: back, view source, inspect, save as, paste",
        family="menus",
        does=does,
        shows=_SHOWS,
        weakness=MENUS,
        scene=scene,
        short=name in _IN_SHORT,
    )


def _long(name: str, where: str, scene: Scene, place: Place) -> Act:
    def does(field: Field) -> None:
        at = place(field)
        if (touch := field.screen.devices.get("touch")) is not None:
            touch.touch(*at, "begin")
            field.wait(1.2)
            touch.touch(*at, "end")
        else:
            field.fingers.press_long(at)
        field.wait(0.2)

    return Act(
        id=f"GE-LONG-{name}",
        title=f"a finger held {where}",
        tries="the menu that touch screens show then",
        family="menus",
        does=does,
        shows=_SHOWS,
        weakness=MENUS,
        scene=scene,
    )


def _drag(name: str, title: str, start: Place, end: Place, tries: str) -> Act:
    def does(field: Field) -> None:
        field.fingers.drag(start(field), end(field))
        field.wait(0.2)

    return Act(
        id=f"GE-DRAG-{name}",
        title=title,
        tries=tries,
        family="drags",
        does=does,
        shows=_SHOWS,
        weakness=DROPS,
        short=name == "TO-STRIP",
    )


def _heading(field: Field) -> tuple[int, int]:
    return field.page.left + 80, field.page.top + 40


def _corners(field: Field) -> None:
    width, height = field.person.width, field.person.height
    for at in ((0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1), (width // 2, 0), (0, height // 2)):
        field.fingers.move(*at)
        field.wait(0.1)
        for button in (1, 2, 3):
            if at != (width - 1, 0):  # there the bar has « Terminer », which is a way that is meant
                field.fingers.click(at, button)


def _selection(field: Field) -> None:
    """Select a word, then look for the menu that offers to search the web for it."""
    field.fingers.click(_heading(field), times=2)
    field.fingers.click(_heading(field), 3)
    field.fingers.chord("Control_L", "a")
    field.fingers.chord("Control_L", "c")
    field.fingers.click(_middle(field), 3)
    field.wait(0.3)


def _other_buttons(field: Field) -> None:
    for button in (8, 9, 6, 7, 2, 10, 11):
        field.fingers.click(_middle(field), button)
    field.wait(0.3)


def _with(modifier: str) -> Callable[[Field], None]:
    def does(field: Field) -> None:
        region = Box(field.page.left, field.page.top, field.page.right, field.page.bottom)
        for share in (0.2, 0.35, 0.5, 0.65, 0.8):
            with field.fingers.holding(modifier):
                field.fingers.click((region.left + 120, region.top + round(region.height * share)))
        field.wait(0.3)

    return does


def _swipes(field: Field) -> None:
    """From each edge inwards, with one finger and with three."""
    touch = field.screen.devices.get("touch")
    assert touch is not None, "not tried: this server has no touch screen"
    width, height = field.person.width, field.person.height
    middle_x, middle_y = width // 2, height // 2
    for start in ((0, middle_y), (width - 1, middle_y), (middle_x, 0), (middle_x, height - 1)):
        for fingers in (1, 3):
            for step in range(6):
                for finger in range(fingers):
                    x = round(start[0] + (middle_x - start[0]) * step / 5)
                    y = round(start[1] + (middle_y - start[1]) * step / 5) + 30 * finger
                    kind = "begin" if step == 0 else "update"
                    touch.touch(min(x, width - 1), min(y, height - 1), kind, finger)
            for finger in range(fingers):
                touch.touch(middle_x, middle_y, "end", finger)


def _pinch(field: Field) -> None:
    touch = field.screen.devices.get("touch")
    assert touch is not None, "not tried: this server has no touch screen"
    x, y = _middle(field)
    for step in range(8):
        for finger, side in ((0, -1), (1, 1)):
            touch.touch(x + side * (20 + 25 * step), y, "begin" if step == 0 else "update", finger)
    for finger, side in ((0, -1), (1, 1)):
        touch.touch(x + side * 195, y, "end", finger)


def _middle_paste(field: Field) -> None:
    """An address selected on the page, pasted with the middle button where a browser would go to it."""
    field.fingers.click(_heading(field), times=3)
    for place in (_middle, _strip, _panel):
        field.fingers.click(place(field), 2)
    field.wait(0.3)


_OTHERS = (
    Act(
        id="GE-CORNERS",
        short=True,
        title="into every corner, and pressed there",
        tries="hot corners, edges of windows, something behind the kiosk",
        family="corners and buttons",
        does=_corners,
        shows=(Way.WINDOW, Way.FRONT, Way.PROCESS),
        weakness=MENUS,
    ),
    Act(
        id="GE-SELECTION",
        title="a text selected, and its menu",
        tries="« search the web for this », a share menu",
        family="menus",
        does=_selection,
        shows=_SHOWS,
        weakness=MENUS,
    ),
    Act(
        id="GE-OTHER-BUTTONS",
        title="the buttons beside: back, forward, tilted wheel",
        tries="a page before the procedure, a list of pages",
        family="corners and buttons",
        does=_other_buttons,
        shows=_SHOWS,
        weakness=MENUS,
    ),
    *(
        Act(
            id=f"GE-{word}-CLICK",
            title=f"{word.capitalize()} and a click over the page",
            tries=tries,
            family="corners and buttons",
            does=_with(key),
            shows=_SHOWS,
            weakness=BROWSER_KEYS,
        )
        for word, key, tries in (
            ("SHIFT", "Shift_L", "a link in a new window"),
            ("CTRL", "Control_L", "a link in a new tab"),
            ("ALT", "Alt_L", "to save what a link leads to; a window dragged"),
            ("SUPER", "Super_L", "a window dragged away"),
        )
    ),
    Act(
        id="GE-MIDDLE-PASTE",
        title="an address pasted with the middle button",
        tries="to go there, as browsers do",
        family="corners and buttons",
        does=_middle_paste,
        shows=(Way.ORIGIN, Way.LEFT, Way.WINDOW),
        weakness=MENUS,
    ),
    Act(
        id="GE-SWIPES",
        short=True,
        title="swipes from every edge, with one finger and three",
        tries="menus of touch systems, other desktops, a page before",
        family="touch",
        does=_swipes,
        shows=_SHOWS,
        weakness=MENUS,
    ),
    Act(
        id="GE-PINCH",
        title="two fingers apart on the page",
        tries="a page too large for the next person, or the window's own size",
        family="touch",
        does=_pinch,
        shows=_SHOWS,
        weakness=MENUS,
    ),
)
_DRAGS = (
    _drag("TO-BAR", "a text of the page onto the kiosk's bar", _heading, _bar, "the shell to open what is dropped"),
    _drag("TO-PANEL", "a text of the page onto the panel", _heading, _panel, "a field of the kiosk to take it"),
    _drag("TO-STRIP", "a text of the page onto the address", _heading, _strip, "to go to the address that is dropped"),
    _drag("PAPER", "a paper onto the page", _tray, _middle, "the page to open a file by itself, or to read it unasked"),
    _drag("STRIP", "the address onto the page", _strip, _middle, "to go there"),
)

TECHNIQUES: tuple[Technique, ...] = (
    *(_right(*one) for one in _PLACES),
    *(_long(*one) for one in _PLACES if one[0] in ("PAGE", "FIELD", "HOME-FIELD", "TRAY")),
    *_DRAGS,
    *_OTHERS,
)
