"""Another program's window on the same screen: a colour, a title, something copied. Ended by the last attempt."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import xcffib
import xcffib.xproto

from tests.sandbox.compromised.attempt import WORD, Targets

COLOUR = 0x2A5B8C
_PLACE = 40


@contextlib.contextmanager
def other_window(display: str, folder: Path) -> Iterator[Targets]:
    fonts = folder / "fonts"
    fonts.mkdir(exist_ok=True)
    (fonts / "fonts.dir").write_text("0\n")
    folder.chmod(0o755)
    connection = xcffib.connect(display=display)
    core, root = connection.core, connection.get_setup().roots[0].root
    window = connection.generate_id()
    size, values = (_PLACE, _PLACE, 100, 60), [COLOUR, 1]
    flags = xcffib.xproto.CW.BackPixel | xcffib.xproto.CW.OverrideRedirect
    core.CreateWindow(0, window, root, *size, 0, 1, 0, flags, values)
    text = (xcffib.xproto.Atom.STRING, 8, len(WORD), WORD.encode())
    core.ChangeProperty(0, window, xcffib.xproto.Atom.WM_NAME, *text)
    core.ChangeProperty(0, root, core.InternAtom(False, 11, "CUT_BUFFER0").reply().atom, *text)
    core.MapWindow(window, is_checked=True).check()
    try:
        yield {"window": window, "colour": COLOUR, "x": _PLACE + 1, "y": _PLACE + 1, "fonts": str(fonts)}
    finally:
        with contextlib.suppress(xcffib.ConnectionException):
            connection.disconnect()
