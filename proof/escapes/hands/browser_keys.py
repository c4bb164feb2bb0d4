"""Keys that open doors in browsers, pressed on a page, in its field, and on the kiosk's own screens."""

from __future__ import annotations

from proof.escapes.field import Field
from proof.escapes.hands.base import Act, chord, named
from proof.escapes.technique import Scene, Technique, Way

BROWSER_KEYS = "browser-keys"
"""A guest and a shell that open a window at such keys."""
_SHOWS = (Way.WINDOW, Way.ORIGIN, Way.FRONT)

_C, _S, _A = "Control_L", "Shift_L", "Alt_L"
_KEYS = (
    ((_C, "n"), "a new window"),
    ((_C, "t"), "a new tab"),
    ((_C, "o"), "a box to open files"),
    ((_C, "s"), "a box to save files"),
    ((_C, "p"), "the print dialog, and its « to a file »"),
    ((_C, "j"), "the list of downloads, and the folder behind it"),
    ((_C, "h"), "the history, also of others"),
    ((_C, "l"), "the address field"),
    ((_C, "k"), "the search field"),
    ((_C, "u"), "the source of the page"),
    ((_C, "w"), "to close the window"),
    ((_C, "q"), "to quit the browser"),
    ((_C, "f"), "a search field with a menu"),
    ((_C, "d"), "the box for bookmarks"),
    ((_C, "Tab"), "another tab"),
    ((_C, "F4"), "to close the tab"),
    ((_C, _S, "i"), "the developer tools"),
    ((_C, _S, "j"), "the console"),
    ((_C, _S, "c"), "the developer tools"),
    ((_C, _S, "n"), "a private window"),
    ((_C, _S, "m"), "the list of accounts"),
    ((_C, _S, "t"), "the tab that was closed last"),
    ((_C, _S, "Delete"), "the browser's settings"),
    ((_S, "Escape"), "the list of the browser's processes"),
    (("F1",), "the help, on another site"),
    (("F3",), "the search"),
    (("F7",), "caret browsing, with its question"),
    (("F11",), "to leave full screen"),
    (("F12",), "the developer tools"),
    ((_A, "Home"), "the browser's first page"),
    ((_A, "Left"), "a page before the procedure"),
    ((_A, "d"), "the address field"),
    ((_A, "f"), "the browser's menu"),
    ((_S, "F10"), "the context menu"),
    (("Menu",), "the context menu"),
)
_IN_SHORT = ((_C, "o"), (_C, _S, "i"))


def _in_page(names: tuple[str, ...]) -> Act:
    def does(field: Field) -> None:
        field.person.click(field.page.left + 30, field.page.top + 20)  # the page's own margin: it has the keyboard now
        field.fingers.chord(*names)

    return Act(
        id=f"BK-{named(names).upper()}",
        title=f"{named(names)} on a page",
        tries=dict(_KEYS)[names],
        family="browser keys",
        does=does,
        shows=_SHOWS,
        weakness=BROWSER_KEYS,
        short=names in _IN_SHORT,
    )


def _sweep(scene: Scene, weakness: str) -> Act:
    """All of them at once, where a single one would be pressed on the kiosk's own screens."""

    def does(field: Field) -> None:
        for names, _ in _KEYS:
            if names != (_C, "w"):
                chord(*names)(field)

    return Act(
        id=f"BK-ALL-{scene.value.upper()}",
        title=f"all keys of browsers, on « {scene.value} »",
        tries="a window, a dialog or a menu of the kiosk's own program",
        family="browser keys",
        does=does,
        shows=(Way.WINDOW, Way.FRONT, Way.SHELL),
        weakness=weakness,
        scene=scene,
        settles=0.4,
        short=scene is Scene.HOME,
    )


def _wheel(field: Field) -> None:
    with field.fingers.holding("Control_L"):
        for button in (4,) * 12 + (5,) * 30:
            field.fingers.click(field.page.centre, button)


def _zoom(field: Field) -> None:
    for key in ("plus", "minus", "minus", "0"):
        field.fingers.chord("Control_L", key)


_OTHERS = (
    Act(
        id="BK-CTRL-WHEEL",
        title="Ctrl and the wheel, up and far down",
        tries="a page too small or too large to be used by the next person",
        family="browser keys",
        does=_wheel,
        shows=_SHOWS,
        weakness=BROWSER_KEYS,
    ),
    Act(
        id="BK-ZOOM",
        title="Ctrl and plus, minus, zero",
        tries="a page too small or too large",
        family="browser keys",
        does=_zoom,
        shows=_SHOWS,
        weakness=BROWSER_KEYS,
    ),
)
_SWEEPS = tuple(_sweep(scene, BROWSER_KEYS) for scene in (Scene.HOME, Scene.SHEET, Scene.CLOSING))

TECHNIQUES: tuple[Technique, ...] = (*(_in_page(names) for names, _ in _KEYS), *_OTHERS, *_SWEEPS)
