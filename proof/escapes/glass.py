"""What the X server says of its screen, for the observers: windows and whose they are, outputs, keyboard, answers.

Knows the server only. Every call asks it anew.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import xcffib
import xcffib.randr
import xcffib.res
import xcffib.xkb
import xcffib.xproto
from PIL import Image

_CLIENT_PID = 2
_CORE_KEYBOARD = 0x100
_IS_VIEWABLE, _INPUT_ONLY = 2, 2
_NAME = 39
ACCESS_KEYS, STICKY_KEYS = 1 << 6, 1 << 3
"""Controls of a keyboard, as XKB counts them."""
_ANY = 0


@dataclass(frozen=True)
class Window:
    """On the screen, a child of the root. `pid`: of the program whose it is, as the kernel told the server."""

    number: int
    pid: int
    title: str
    left: int
    top: int
    right: int
    bottom: int

    def covers(self, x: int, y: int) -> bool:
        return self.left <= x < self.right and self.top <= y < self.bottom

    def __str__(self) -> str:
        return f"« {self.title} » of process {self.pid}, {self.right - self.left}x{self.bottom - self.top}"


@dataclass(frozen=True)
class Lit:
    """A part of the screen that an output shows."""

    outputs: int
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Keys:
    """How the keyboard stands. `controls`: sticky, slow, mouse keys and the like, as bits."""

    controls: int
    modifiers: int
    group: int
    down: tuple[int, ...]


class Glass:
    def __init__(self, display: str) -> None:
        connect: Any = xcffib.connect
        self._connection: Any = connect(display=display)
        self._setup = self._connection.get_setup()
        self._root = self._setup.roots[0].root
        self._resources = self._connection(xcffib.res.key)
        self._randr = self._connection(xcffib.randr.key)
        self._xkb = self._connection(xcffib.xkb.key)
        self._xkb.UseExtension(1, 0).reply()
        self._atoms: dict[str, int] = {}
        # Answers to pings go to whoever asks for either.
        mask = xcffib.xproto.EventMask.SubstructureNotify | xcffib.xproto.EventMask.StructureNotify
        core: Any = self._connection.core
        core.ChangeWindowAttributes(self._root, xcffib.xproto.CW.EventMask, [mask])

    def close(self) -> None:
        self._connection.disconnect()

    # --- windows ------------------------------------------------------------------------------------------------------

    def windows(self) -> list[Window]:
        """Those on the screen, from the lowest to the highest."""
        core: Any = self._connection.core
        children: list[int] = list(core.QueryTree(self._root).reply().children)
        asked = [
            (
                one,
                core.GetWindowAttributes(one),
                core.GetGeometry(one),
                core.GetProperty(False, one, _NAME, _ANY, 0, 64),
            )
            for one in children
        ]
        utf8 = [core.GetProperty(False, one, self._atom("_NET_WM_NAME"), _ANY, 0, 64) for one in children]
        found = []
        for (one, attributes, geometry, name), better in zip(asked, utf8, strict=True):
            try:
                how, box = attributes.reply(), geometry.reply()
                title = bytes((better.reply().value or name.reply().value).buf()).decode("utf-8", "replace")
            except xcffib.xproto.WindowError:
                continue  # gone meanwhile
            except xcffib.xproto.DrawableError:
                continue
            if how.map_state != _IS_VIEWABLE or how._class == _INPUT_ONLY:  # noqa: SLF001 - xcffib's word for it
                continue
            right, bottom = box.x + box.width + 2 * box.border_width, box.y + box.height + 2 * box.border_width
            found.append(Window(one, self._pid(one), title, box.x, box.y, right, bottom))
        return found

    def put_away(self, windows: Iterable[Window]) -> None:
        """Take them off the screen, as if they had been closed."""
        core: Any = self._connection.core
        for one in windows:
            core.UnmapWindow(one.number)
        core.GetInputFocus().reply()

    def _pid(self, window: int) -> int:
        spec = _made(xcffib.res.ClientIdSpec, window, _CLIENT_PID)
        try:
            answer = self._resources.QueryClientIds(1, [spec]).reply()
        except xcffib.xproto.ValueError:
            return 0
        return next((one.value[0] for one in answer.ids if one.value), 0)

    def ping(self, windows: Iterable[Window], patience: float) -> list[Window]:
        """Those whose program has not answered. What its loop never reads, it does not answer."""
        core: Any = self._connection.core
        waiting = {one.number: one for one in windows}
        protocols, ping = self._atom("WM_PROTOCOLS"), self._atom("_NET_WM_PING")
        for number in waiting:
            data = _made(xcffib.xproto.ClientMessageData, [ping, int(time.monotonic()) & 0xFFFF, number, 0, 0], "I" * 5)
            event = _made(xcffib.xproto.ClientMessageEvent, 32, number, protocols, data)
            core.SendEvent(False, number, xcffib.xproto.EventMask.NoEvent, event.pack())
        self._connection.flush()
        deadline = time.monotonic() + patience
        while waiting and time.monotonic() < deadline:
            for said in self._events():
                if isinstance(said, xcffib.xproto.ClientMessageEvent) and said.type == protocols:
                    waiting.pop(said.data.data32[2], None)
            if waiting:
                time.sleep(0.005)
        return list(waiting.values())

    def _events(self) -> Iterator[Any]:
        while (event := self._connection.poll_for_event()) is not None:
            yield event

    # --- screens ------------------------------------------------------------------------------------------------------

    def lit(self) -> list[Lit]:
        """What is shown on any output, the primary's first."""
        resources = self._randr.GetScreenResourcesCurrent(self._root).reply()
        primary = self._randr.GetOutputPrimary(self._root).reply().output
        found = []
        for one in resources.crtcs:
            how = self._randr.GetCrtcInfo(one, 0).reply()
            if how.mode:
                is_first = primary in list(how.outputs)
                found.append((not is_first, Lit(how.num_outputs, how.x, how.y, how.width, how.height)))
        return [lit for _, lit in sorted(found, key=lambda pair: pair[0])]

    def picture(self, left: int, top: int, width: int, height: int) -> Image.Image:
        form = xcffib.xproto.ImageFormat.ZPixmap
        reply = self._connection.core.GetImage(form, self._root, left, top, width, height, 0xFFFFFFFF).reply()
        return Image.frombuffer("RGB", (width, height), bytes(reply.data.buf()), "raw", "BGRX", 0, 1)

    # --- keyboard -----------------------------------------------------------------------------------------------------

    def keys(self) -> Keys:
        controls = self._xkb.GetControls(_CORE_KEYBOARD).reply()
        state = self._xkb.GetState(_CORE_KEYBOARD).reply()
        down = bytes(self._connection.core.QueryKeymap().reply().keys)
        codes = tuple(code for code in range(256) if down[code // 8] >> (code % 8) & 1)
        return Keys(controls.enabledControls, state.lockedMods | state.latchedMods, state.group, codes)

    def symbols(self, code: int) -> list[int]:
        """All that the key may mean, with whatever is held."""
        return [one for one in self._connection.core.GetKeyboardMapping(code, 1).reply().keysyms if one]

    def _atom(self, name: str) -> int:
        if name not in self._atoms:
            self._atoms[name] = self._connection.core.InternAtom(False, len(name), name).reply().atom
        return self._atoms[name]


def switch_aids(display: str, controls: int) -> None:
    """For weakened screens: `ACCESS_KEYS` lets five times Shift and a long Shift be obeyed from now on."""
    connection: Any = xcffib.connect(display=display)  # type: ignore[no-untyped-call]
    xkb = connection(xcffib.xkb.key)
    xkb.UseExtension(1, 0).reply()
    nothing = (0,) * 11
    xkb.SetControls(_CORE_KEYBOARD, *nothing, controls, controls, 0, *((0,) * 14), [0] * 32, is_checked=True).check()
    connection.disconnect()


def paint_ground(display: str) -> None:
    """For weakened screens: what lies behind every window is white."""
    connection: Any = xcffib.connect(display=display)  # type: ignore[no-untyped-call]
    screen = connection.get_setup().roots[0]
    connection.core.ChangeWindowAttributes(screen.root, xcffib.xproto.CW.BackPixel, [screen.white_pixel])
    connection.core.ClearArea(False, screen.root, 0, 0, 0, 0)
    connection.core.GetInputFocus().reply()
    connection.disconnect()


def _made(kind: Any, *given: Any) -> Any:
    return kind.synthetic(*given)
