"""The pointers as the X server knows them: which there are, what each looks like and where it is.

A picture of the screen has no pointers on it. They are drawn in, from the server's own images.
"""

from __future__ import annotations

import struct
from typing import Any

import xcffib
import xcffib.xfixes
import xcffib.xinput
from PIL import Image, ImageChops

_MASTERS, _ALL = 1, 0
_MASTER_POINTER, _SLAVE_POINTER, _SLAVE_KEYBOARD, _FLOATING = 1, 3, 4, 5


class Pointers:
    def __init__(self, display: str) -> None:
        self._connection: Any = xcffib.connect(display=display)  # type: ignore[no-untyped-call]
        self._xinput = self._connection(xcffib.xinput.key)
        self._xinput.XIQueryVersion(2, 2).reply()
        self._xfixes = self._connection(xcffib.xfixes.key)
        self._xfixes.QueryVersion(4, 0).reply()

    def masters(self) -> list[str]:
        """The names of the pointers on the screen, the server's own first."""
        return [name for name, _ in self._masters()]

    def attachments(self) -> dict[str, str]:
        """For each device, the master that it is attached to; "" when it is cut."""
        infos = self._xinput.XIQueryDevice(_ALL).reply().infos
        names = {info.deviceid: info.name.to_utf8() for info in infos}
        return {
            names[info.deviceid]: "" if info.type == _FLOATING else names[info.attachment]
            for info in infos
            if info.type in (_SLAVE_POINTER, _SLAVE_KEYBOARD, _FLOATING)
        }

    def draw(self, screen: Image.Image) -> Image.Image:
        """The picture with every pointer on it, the server's own below."""
        drawn = screen.copy()
        for _, number in self._masters():
            # The server gives the image of the pointer that it takes for this connection's.
            self._xinput.XISetClientPointer(0, number, is_checked=True).check()
            seen = self._xfixes.GetCursorImage().reply()
            size = (seen.width, seen.height)
            pixels = struct.pack(f"<{seen.width * seen.height}I", *seen.cursor_image)
            picture = Image.frombytes("RGBA", size, pixels, "raw", "BGRA")
            left, top = seen.x - seen.xhot, seen.y - seen.yhot
            below = drawn.crop((left, top, left + size[0], top + size[1]))
            # Its colours are multiplied by its opacity already.
            below = Image.composite(Image.new("RGB", size), below, picture.getchannel("A"))
            drawn.paste(ImageChops.add(below, picture.convert("RGB")), (left, top))
        return drawn

    def close(self) -> None:
        self._connection.disconnect()

    def _masters(self) -> list[tuple[str, int]]:
        infos = self._xinput.XIQueryDevice(_MASTERS).reply().infos
        return [(info.name.to_utf8(), info.deviceid) for info in infos if info.type == _MASTER_POINTER]
