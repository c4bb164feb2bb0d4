"""What somebody plugs in: a bar-code reader, a stick that says it is a keyboard, a device that comes and goes.

Played by the server's own test devices, which hand events to it as a driver does.
"""

from __future__ import annotations

from demonstration.seats import Hands
from proof.escapes.field import Field
from proof.escapes.hands.base import Act
from proof.escapes.hands.browser_keys import BROWSER_KEYS
from proof.escapes.hands.gestures import MENUS
from proof.escapes.technique import Scene, Technique, Way
from proof.escapes.weakened import DESKTOP, STICKY_ON

_SHOWS = (Way.WINDOW, Way.PROCESS, Way.ORIGIN, Way.FRONT)


def _stranger(field: Field) -> Hands:
    device = field.screen.devices.get("stranger")
    assert device is not None, "not tried: this server has no devices of ours"
    return device


def _types(field: Field, *chords: tuple[str, ...]) -> None:
    device = _stranger(field)
    for names in chords:
        codes = [field.fingers.code(name) for name in names]
        field.fingers.pressed.update(codes)
        for code in codes:
            device.key(code, True)
        for code in reversed(codes):
            device.key(code, False)
    device.sync()


def _bar_codes(field: Field) -> None:
    """What is printed on a badge can hold control characters: readers send them as keys held with Ctrl."""
    letters = tuple((letter,) for letter in "fileetcpasswd")
    _types(field, ("Control_L", "o"), ("Control_L", "l"), *letters, ("Return",), ("Control_L", "j"), ("Control_L", "p"))
    field.wait(0.3)


def _bad_stick(field: Field) -> None:
    """A stick that types as soon as it is plugged in: the box to run programs, a terminal, a command."""
    word = tuple((letter,) for letter in "xterm")
    _types(field, ("Super_L", "r"), *word, ("Return",), ("Control_L", "Alt_L", "t"), *word, ("Return",))
    _types(field, ("Alt_L", "F2"), *word, ("Return",), ("Control_L", "Alt_L", "F2"))
    field.wait(0.3)


def _comes_and_goes(field: Field) -> None:
    """With a key and a modifier down, so that they might stay."""
    device = _stranger(field)
    for _ in range(2):
        device.key(field.fingers.code("Control_L"), True)
        device.key(field.fingers.code("Alt_L"), True)
        device.sync()
        device.unplug()
        device.replug()
    field.wait(0.3)


def _second_mouse(field: Field) -> None:
    """The mouse of the rig, held down and pulled out; then the usual one."""
    mouse = field.screen.devices.get("mouse")
    assert mouse is not None, "not tried: this server has no devices of ours"
    mouse.move(5, 5)
    mouse.button(3, True)
    mouse.sync()
    mouse.unplug()
    mouse.replug()
    mouse.click(3)
    field.wait(0.3)


def _every_key(field: Field) -> None:
    """All codes that a keyboard can send, each alone: what no person finds is there too. Locks are put back."""
    locks = {field.fingers.code(name) for name in ("Caps_Lock", "Num_Lock", "Scroll_Lock") if field.fingers.has(name)}
    device = _stranger(field)
    for code in range(9, 256):
        if code not in locks:
            device.tap(code)
            field.fingers.pressed.add(code)
    field.wait(0.4)


TECHNIQUES: tuple[Technique, ...] = (
    Act(
        id="DV-BAR-CODE",
        title="a bar-code reader that types control keys",
        tries="the browser's dialogs, by a badge",
        family="devices",
        does=_bar_codes,
        shows=_SHOWS,
        weakness=BROWSER_KEYS,
        short=True,
    ),
    Act(
        id="DV-BAD-STICK",
        title="a stick that is a keyboard, and types a command",
        tries="a shell, within the second in which it is plugged in",
        family="devices",
        does=_bad_stick,
        shows=_SHOWS,
        weakness=DESKTOP,
        short=True,
    ),
    Act(
        id="DV-PULLED-KEYBOARD",
        title="a keyboard pulled out with Ctrl and Alt down",
        tries="keys that stay down for the next person",
        family="devices",
        does=_comes_and_goes,
        shows=(Way.KEYBOARD,),
        weakness=STICKY_ON,
    ),
    Act(
        id="DV-PULLED-MOUSE",
        title="a mouse pulled out with a button down",
        tries="a drag that never ends, and a menu",
        family="devices",
        does=_second_mouse,
        shows=(Way.WINDOW, Way.FROZEN),
        weakness=MENUS,
    ),
    *(
        Act(
            id=f"DV-EVERY-KEY-{scene.value.upper()}",
            title=f"every code that a keyboard can send, on « {scene.value} »",
            tries="a key that nobody thought of: power, sleep, browser, files, display",
            family="devices",
            does=_every_key,
            shows=_SHOWS,
            weakness=DESKTOP,
            scene=scene,
            short=scene is Scene.HOME,
        )
        for scene in (Scene.HOME, Scene.PAGE, Scene.CLOSING)
    ),
)
