"""Keys that a server, a kernel, a window manager or a desktop obeys. On a post, only the first two are there at all."""

from __future__ import annotations

import subprocess

from proof.escapes.field import Field
from proof.escapes.hands.base import Act, chord, named
from proof.escapes.technique import Scene, Technique, Way
from proof.escapes.weakened import DESKTOP, MIRROR, STICKY

_TERMINALS = tuple(
    Act(
        id=f"WS-CTRL-ALT-F{number}",
        title=f"Ctrl+Alt+F{number}",
        tries=f"the machine's virtual terminal {number}, where one may log in",
        family="virtual terminals",
        does=chord("Control_L", "Alt_L", f"F{number}"),
        shows=(Way.TERMINAL,),
        weakness=DESKTOP,
        scene=Scene.HOME,
        short=number == 1,
    )
    for number in range(1, 13)
)


def _zap(field: Field) -> None:
    field.fingers.chord("Control_L", "Alt_L", "BackSpace", times=3)


_SERVER = (
    Act(
        id="WS-CTRL-ALT-BACKSPACE",
        title="Ctrl+Alt+Backspace, three times",
        tries="to end the X server, and see what comes then",
        family="server keys",
        does=_zap,
        shows=(Way.SERVER, Way.TERMINAL),
        weakness=DESKTOP,
        scene=Scene.HOME,
        short=True,
        settles=0.6,
    ),
    *(
        Act(
            id=f"WS-{named(names).upper()}",
            title=named(names),
            tries=tries,
            family="server keys",
            does=chord(*names),
            shows=(Way.FRONT, Way.TERMINAL),
            weakness=DESKTOP,
            scene=Scene.HOME,
        )
        for names, tries in (
            (("Control_L", "Alt_L", "KP_Add"), "another resolution, with room beside the kiosk"),
            (("Control_L", "Alt_L", "KP_Subtract"), "another resolution, with room beside the kiosk"),
            (("Control_L", "Alt_L", "KP_Multiply"), "to end a grab of the server"),
            (("Control_L", "Alt_L", "KP_Divide"), "to end a grab of the server"),
        )
    ),
)


def _magic(field: Field) -> None:
    with field.fingers.holding("Alt_L", "Print"):
        for letter in "reisub":
            field.fingers.tap(field.fingers.code(letter))


_MANAGED = (
    (("Control_L", "Alt_L", "Delete"), "the log-out dialog, or a restart"),
    (("Alt_L", "Tab"), "another window"),
    (("Alt_L", "Shift_L", "Tab"), "another window, backwards"),
    (("Alt_L", "Escape"), "the window behind"),
    (("Alt_L", "F4"), "to close the kiosk's window"),
    (("Alt_L", "space"), "the window's own menu: move, close"),
    (("Alt_L", "F1"), "a desktop's menu"),
    (("Alt_L", "F2"), "a desktop's box to run programs"),
    (("Alt_L", "F10"), "another size of the window"),
    (("Super_L",), "a desktop's menu"),
    (("Super_L", "d"), "the desktop"),
    (("Super_L", "e"), "the file browser"),
    (("Super_L", "l"), "the lock screen"),
    (("Super_L", "r"), "a desktop's box to run programs"),
    (("Super_L", "p"), "the choice of screens"),
    (("Super_L", "Tab"), "the overview of windows"),
    (("Control_L", "Escape"), "a desktop's menu, or its list of processes"),
    (("Control_L", "Shift_L", "Escape"), "the list of processes"),
    (("Control_L", "Alt_L", "t"), "a terminal"),
    (("Control_L", "Alt_L", "Right"), "the next desktop"),
    (("Print",), "a picture of the screen, kept in a file"),
    (("Control_L", "Alt_L", "l"), "the lock screen"),
)
_MEDIA = (
    ("XF86Mail", "the mail program"),
    ("XF86HomePage", "the browser of the system"),
    ("XF86WWW", "the browser of the system"),
    ("XF86Calculator", "the calculator, and its help"),
    ("XF86Explorer", "the file browser"),
    ("XF86MyComputer", "the file browser"),
    ("XF86Search", "the search of the desktop"),
    ("XF86Tools", "the music player, and its box to open files"),
    ("XF86AudioPlay", "the music player"),
    ("XF86Eject", "the disc drive"),
    ("XF86Sleep", "to put the machine to sleep"),
    ("XF86PowerOff", "the machine's dialog to switch it off"),
)


_IN_SHORT = (("Alt_L", "F4"), ("XF86Mail",))
_DESKTOP = tuple(
    Act(
        id=f"WS-{named(names).upper()}",
        title=named(names),
        tries=tries,
        family="window manager keys" if not names[-1].startswith("XF86") else "media keys",
        does=chord(*names),
        shows=(Way.PROCESS, Way.WINDOW, Way.FRONT, Way.SHELL),
        weakness=DESKTOP,
        short=names in _IN_SHORT,
    )
    for names, tries in (*_MANAGED, *(((name,), tries) for name, tries in _MEDIA))
)
_SYSRQ = Act(
    id="WS-SYSRQ",
    title="Alt+SysRq and R E I S U B",
    tries="the kernel's own keys, as far as the X server hands them on",
    family="window manager keys",
    does=_magic,
    shows=(Way.SERVER, Way.SHELL, Way.PROCESS),
    weakness=DESKTOP,
)


def _mouse_keys(field: Field) -> None:
    """Num Lock itself is put back, where that was all it was."""
    field.fingers.chord("Shift_L", "Num_Lock")
    field.fingers.chord("Num_Lock")


def _five_shifts(field: Field) -> None:
    field.fingers.chord("Shift_L", times=5)


def _layouts(field: Field) -> None:
    for names in (("Shift_L", "Shift_R"), ("Alt_L", "Shift_L"), ("Super_L", "space")):
        field.fingers.chord(*names)


_AIDS = (
    Act(
        id="WS-STICKY-KEYS",
        title="five times Shift",
        tries="sticky keys: the next person finds another keyboard, desktops open a dialog",
        family="keyboard aids",
        does=_five_shifts,
        shows=(Way.KEYBOARD,),
        weakness=STICKY,
        short=True,
    ),
    Act(
        id="WS-SLOW-KEYS",
        title="Shift held for nine seconds",
        tries="slow keys: nobody can write any more",
        family="keyboard aids",
        does=lambda field: field.fingers.hold("Shift_L", 9.0),
        shows=(Way.KEYBOARD,),
        weakness=STICKY,
    ),
    Act(
        id="WS-MOUSE-KEYS",
        title="Shift+Num Lock",
        tries="mouse keys: the digits no longer write",
        family="keyboard aids",
        does=_mouse_keys,
        shows=(Way.KEYBOARD,),
        weakness=STICKY,
    ),
    Act(
        id="WS-LAYOUT",
        title="both Shifts, Alt+Shift, Super+Space",
        tries="another layout of the keyboard for the next person",
        family="keyboard aids",
        does=_layouts,
        shows=(Way.KEYBOARD,),
        weakness=STICKY,
    ),
)

_SECOND = "DUMMY1"


def _tell_outputs(field: Field, *words: str) -> None:
    command = ["xrandr", "-display", field.screen.display, *words]
    subprocess.run(command, check=True, timeout=20, capture_output=True)


def _second_at_start(field: Field) -> None:
    """A screen that was there when the post started: the server shows the same on it. Then the session starts."""
    assert field.screen.server == "Xorg", "not tried: this server has one output"
    width, height = field.person.width, field.person.height
    _tell_outputs(field, "--addmode", _SECOND, f"{width}x{height}")
    _tell_outputs(field, "--output", _SECOND, "--mode", f"{width}x{height}", "--same-as", "DUMMY0")
    field.start_session()


def _second_in_use(field: Field) -> None:
    """A screen that is plugged in while somebody works, and lit beside the first."""
    assert field.screen.server == "Xorg", "not tried: this server has one output"
    width, height = field.person.width, field.person.height
    _tell_outputs(field, "--addmode", _SECOND, f"{width}x{height}")
    _tell_outputs(field, "--output", _SECOND, "--mode", f"{width}x{height}", "--right-of", "DUMMY0")
    field.wait(1.0)


_SCREENS = (
    Act(
        id="WS-SECOND-SCREEN-AT-START",
        title="a second screen that was there at the start",
        tries="to read over somebody's shoulder: servers show the same on all screens",
        family="second screen",
        does=_second_at_start,
        shows=(Way.SECOND,),
        weakness=MIRROR,
        short=True,
    ),
    Act(
        id="WS-SECOND-SCREEN-PLUGGED",
        title="a second screen plugged in and lit during a session",
        tries="a desktop beside the kiosk, or the kiosk spread over both",
        family="second screen",
        does=_second_in_use,
        shows=(Way.SECOND, Way.FRONT),
        weakness=MIRROR,
    ),
)

TECHNIQUES: tuple[Technique, ...] = (*_TERMINALS, *_DESKTOP, _SYSRQ, *_AIDS, *_SCREENS, *_SERVER)
