"""What a guest that was broken into leaves at the X server, by a process that ends at once: the server keeps it for
somebody dead.

`python -m proof.wipe.kinds.broken_into DISPLAY`, with the words on the standard input, one a line, in the order of
`NAMES`. Says the numbers of the window and of the picture that it left.
"""

from __future__ import annotations

import sys
from typing import Any

import xcffib
import xcffib.xproto

NAMES = ("cut-buffer", "root-property", "left-window", "left-pixmap")
PROPERTY = "_TRACES"

_RETAIN_PERMANENT = 1
_EIGHT_BITS = 8


def leave(display: str, cut: bytes, hung: bytes, titled: bytes, drawn: bytes) -> tuple[int, int]:
    """The window and the picture."""
    connection: Any = xcffib.connect(display=display)  # type: ignore[no-untyped-call]
    core, root = connection.core, connection.get_setup().roots[0].root
    core.SetCloseDownMode(_RETAIN_PERMANENT)
    _write(core, root, xcffib.xproto.Atom.CUT_BUFFER3, cut)
    _write(core, root, core.InternAtom(False, len(PROPERTY), PROPERTY).reply().atom, hung)
    window = connection.generate_id()
    core.CreateWindow(0, window, root, 0, 0, 1, 1, 0, xcffib.xproto.WindowClass.InputOnly, 0, 0, [])
    _write(core, window, xcffib.xproto.Atom.WM_NAME, titled)
    picture, pen = connection.generate_id(), connection.generate_id()
    # One byte a pixel.
    core.CreatePixmap(_EIGHT_BITS, picture, root, len(drawn), 1)
    core.CreateGC(pen, picture, 0, [])
    form = xcffib.xproto.ImageFormat.ZPixmap
    core.PutImage(form, picture, pen, len(drawn), 1, 0, 0, 0, _EIGHT_BITS, len(drawn), drawn)
    core.GetInputFocus().reply()
    connection.disconnect()
    return window, picture


def _write(core: Any, window: int, name: int, word: bytes) -> None:
    mode, kind = xcffib.xproto.PropMode.Replace, xcffib.xproto.Atom.STRING
    core.ChangeProperty(mode, window, name, kind, _EIGHT_BITS, len(word), word)


if __name__ == "__main__":
    print(*leave(sys.argv[1], *sys.stdin.buffer.read().splitlines()))
