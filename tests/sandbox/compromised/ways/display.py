"""What the X server lets any of its clients do. These are not walls of ours: the list says what there is to admit.

Each connects anew by the guest's own socket and cookie, touches what belongs to somebody else, puts it back.
"""

from __future__ import annotations

import contextlib
import os
import select
import time
from collections.abc import Iterator
from typing import Any

import xcffib
import xcffib.xinput
import xcffib.xproto
import xcffib.xtest

from tests.sandbox.compromised.attempt import WORD, NothingThereError, Targets, attempt, holds

_PATIENCE = 5.0
_KEY = 38
"""The key code of a letter."""
_RAW_KEY_PRESS = 13  # XI_RawKeyPress, of XI2proto.h
_STRING = xcffib.xproto.Atom.STRING
_FAILURES = (xcffib.XcffibException, xcffib.ProtocolException)


class Client:
    """A connection that knows the other program's window."""

    def __init__(self, at: Targets) -> None:
        self.x = xcffib.connect(display=at["display"])
        self.core: Any = self.x.core
        self.screen = self.x.get_setup().roots[0]
        self.root = self.screen.root
        self.window = at["window"]

    def synchronise(self) -> None:
        self.core.GetInputFocus().reply()


@contextlib.contextmanager
def _client(at: Targets) -> Iterator[Client]:
    try:
        client = Client(at)
    except _FAILURES as error:
        raise OSError(0, f"no X server: {type(error).__name__}") from error
    try:
        yield client
        client.synchronise()
    except _FAILURES as error:
        raise OSError(0, f"X: {type(error).__name__}") from error
    finally:
        client.x.disconnect()


def _until(what: str, holds_true: Any) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not holds_true():
        if time.monotonic() > deadline:
            raise NothingThereError(0, what)
        time.sleep(0.01)


def _pixel(client: Client, drawable: int, x: int, y: int) -> int:
    image = client.core.GetImage(2, drawable, x, y, 1, 1, 0xFFFFFFFF).reply()
    return int.from_bytes(bytes(image.data.buf())[:3], "little")


@attempt("display: seeing the whole screen")
def _see_screen(at: Targets) -> object:
    with _client(at) as client:
        _until("another colour", lambda: _pixel(client, client.root, at["x"], at["y"]) == at["colour"])
    return "the pixels"


@attempt("display: seeing another program's window")
def _see_window(at: Targets) -> object:
    with _client(at) as client:
        _until("another colour", lambda: _pixel(client, client.window, 1, 1) == at["colour"])
    return "the pixels"


@attempt("display: the titles of other programs' windows")
def _titles(at: Targets) -> object:
    with _client(at) as client:
        found = b""
        for window in client.core.QueryTree(client.root).reply().children:
            name = client.core.GetProperty(False, window, xcffib.xproto.Atom.WM_NAME, _STRING, 0, 100).reply()
            found += bytes(name.value.buf())
        return holds(found)


@attempt("display: what was copied")
def _copied(at: Targets) -> object:
    with _client(at) as client:
        atom = client.core.InternAtom(False, 11, "CUT_BUFFER0").reply().atom
        return holds(bytes(client.core.GetProperty(False, client.root, atom, _STRING, 0, 100).reply().value.buf()))


@attempt("display: hearing keys typed elsewhere")
def _hear(at: Targets) -> object:
    with _client(at) as listener, _client(at) as typist:
        xinput = listener.x(xcffib.xinput.key)
        xinput.XIQueryVersion(2, 2).reply()
        mask = xcffib.xinput.EventMask.synthetic(1, 1, [1 << _RAW_KEY_PRESS])
        xinput.XISelectEvents(listener.root, 1, [mask], is_checked=True).check()
        _press(typist)
        select.select([listener.x.get_file_descriptor()], [], [], _PATIENCE)
        if listener.x.poll_for_event() is None:
            raise NothingThereError(0, "nothing heard")
    return "a key"


def _press(client: Client) -> None:
    xtest = client.x(xcffib.xtest.key)
    for kind in (2, 3):  # KeyPress, KeyRelease
        xtest.FakeInput(kind, _KEY, 0, client.root, 0, 0, 0, is_checked=True).check()


@attempt("display: typing in another program's window")
def _type(at: Targets) -> object:
    with _client(at) as client:
        client.core.SetInputFocus(0, client.window, 0, is_checked=True).check()
        xtest = client.x(xcffib.xtest.key)
        xtest.FakeInput(2, _KEY, 0, client.root, 0, 0, 0, is_checked=True).check()
        held = client.core.QueryKeymap().reply().keys[_KEY // 8] >> (_KEY % 8) & 1
        xtest.FakeInput(3, _KEY, 0, client.root, 0, 0, 0, is_checked=True).check()
        focus = client.core.GetInputFocus().reply().focus
    if not held or focus != at["window"]:
        raise NothingThereError(0, "not held")
    return "a key"


@attempt("display: moving the pointer")
def _warp(at: Targets) -> object:
    with _client(at) as client:
        client.core.WarpPointer(0, client.root, 0, 0, 0, 0, 7, 9, is_checked=True).check()
        pointer = client.core.QueryPointer(client.root).reply()
        if (pointer.root_x, pointer.root_y) != (7, 9):
            raise NothingThereError(0, "elsewhere")
    return "the pointer"


@attempt("display: taking keyboard and mouse for itself")
def _grab(at: Targets) -> object:
    with _client(at) as client:
        keyboard = client.core.GrabKeyboard(False, client.root, 0, 1, 1).reply().status
        pointer = client.core.GrabPointer(False, client.root, 0, 1, 1, 0, 0, 0).reply().status
        client.core.UngrabKeyboard(0)
        client.core.UngrabPointer(0)
        if keyboard or pointer:
            raise NothingThereError(0, "not given")
    return "both"


@attempt("display: making every other program wait")
def _freeze(at: Targets) -> object:
    with _client(at) as holder, _client(at) as other:
        holder.core.GrabServer(is_checked=True).check()
        asked = other.core.GetInputFocus()
        other.x.flush()
        waits = not select.select([other.x.get_file_descriptor()], [], [], 0.3)[0]
        holder.core.UngrabServer(is_checked=True).check()
        asked.reply()
    if not waits:
        raise NothingThereError(0, "answered")
    return "waited"


@attempt("display: a window above all others")
def _above(at: Targets) -> object:
    with _client(at) as client:
        made = client.x.generate_id()
        flags = xcffib.xproto.CW.OverrideRedirect
        client.core.CreateWindow(0, made, client.root, 0, 0, 50, 50, 0, 1, 0, flags, [1], is_checked=True).check()
        client.core.MapWindow(made, is_checked=True).check()
        above = client.core.QueryTree(client.root).reply().children[-1] == made
        client.core.DestroyWindow(made)
    if not above:
        raise NothingThereError(0, "below")
    return "above"


@attempt("display: painting over another program's window")
def _paint(at: Targets) -> object:
    with _client(at) as client:
        pen = client.x.generate_id()
        client.core.CreateGC(pen, client.window, xcffib.xproto.GC.Foreground, [0x123456], is_checked=True).check()
        spot = xcffib.xproto.RECTANGLE.synthetic(5, 5, 1, 1)
        client.core.PolyFillRectangle(client.window, pen, 1, [spot], is_checked=True).check()
        if _pixel(client, client.window, 5, 5) != 0x123456:
            raise NothingThereError(0, "not painted")
    return "painted"


@attempt("display: hiding another program's window")
def _hide(at: Targets) -> object:
    with _client(at) as client:
        client.core.UnmapWindow(client.window, is_checked=True).check()
        hidden = client.core.GetWindowAttributes(client.window).reply().map_state == 0
        client.core.MapWindow(client.window, is_checked=True).check()
    if not hidden:
        raise NothingThereError(0, "still there")
    return "hidden"


@attempt("display: words on the root window, which outlive it")
def _leave_property(at: Targets) -> object:
    name = f"LEFT_{os.getpid()}"
    with _client(at) as client:
        atom = client.core.InternAtom(False, len(name), name).reply().atom
        client.core.ChangeProperty(0, client.root, atom, _STRING, 8, len(WORD), WORD.encode(), is_checked=True).check()
    with _client(at) as later:
        held = later.core.GetProperty(True, later.root, atom, _STRING, 0, 100).reply()
        return holds(bytes(held.value.buf()))


@attempt("display: pictures that outlive it")
def _leave_picture(at: Targets) -> object:
    with _client(at) as client:
        picture = client.x.generate_id()
        client.core.CreatePixmap(24, picture, client.root, 10, 10, is_checked=True).check()
        client.core.SetCloseDownMode(1, is_checked=True).check()  # RetainPermanent
    with _client(at) as later:
        later.core.GetGeometry(picture).reply()
        later.core.KillClient(picture, is_checked=True).check()
    return "a picture"


@attempt("display: names that the server keeps for good")
def _leave_name(at: Targets) -> object:
    name = f"{WORD}-{os.getpid()}"
    with _client(at) as client:
        client.core.InternAtom(False, len(name), name).reply()
    with _client(at) as later:
        if later.core.InternAtom(True, len(name), name).reply().atom == 0:
            raise NothingThereError(0, "forgotten")
    return "a name"


@attempt("display: another meaning for a key")
def _remap(at: Targets) -> object:
    with _client(at) as client:
        width = client.core.GetKeyboardMapping(_KEY, 1).reply()
        symbols = list(width.keysyms)
        client.core.ChangeKeyboardMapping(1, _KEY, len(symbols), symbols, is_checked=True).check()
    return "a key"


@attempt("display: making and taking away mice")
def _hierarchy(at: Targets) -> object:
    with _client(at) as client:
        xinput = client.x(xcffib.xinput.key)
        xinput.XIQueryVersion(2, 2).reply()
        before = len(xinput.XIQueryDevice(0).reply().infos)
        name = b"made"
        change = xcffib.xinput.AddMaster.synthetic(1, (8 + len(name)) // 4, len(name), 0, 1, name.decode())
        xinput.XIChangeHierarchy(1, [change], is_checked=True).check()
        if len(xinput.XIQueryDevice(0).reply().infos) <= before:
            raise NothingThereError(0, "not made")
    return "a mouse"


@attempt("display: letting anybody connect")
def _open_door(at: Targets) -> object:
    with _client(at) as client:
        client.core.SetAccessControl(0, is_checked=True).check()
        opened = client.core.ListHosts().reply().mode == 0
        client.core.SetAccessControl(1, is_checked=True).check()
    if not opened:
        raise NothingThereError(0, "still closed")
    return "the door"


@attempt("display: the extension that records everybody's input")
def _record(at: Targets) -> object:
    with _client(at) as client:
        if not client.core.QueryExtension(6, "RECORD").reply().present:
            raise NothingThereError(0, "not there")
    return "RECORD"


@attempt("display: whether a folder of fonts exists outside")
def _fonts(at: Targets) -> object:
    with _client(at) as client:
        before = [bytes(one.name.buf()) for one in client.core.GetFontPath().reply().path]
        answers = []
        for folder in (at["fonts"], at["fonts"] + "-none"):
            one = xcffib.xproto.STR.synthetic(len(folder), folder)
            try:
                client.core.SetFontPath(1, [one], is_checked=True).check()
                answers.append("taken")
            except _FAILURES:
                answers.append("refused")
        back = [xcffib.xproto.STR.synthetic(len(one), one.decode()) for one in before]
        client.core.SetFontPath(len(back), back)
    if answers[0] == answers[1]:
        raise NothingThereError(0, "the same answer")
    return "the difference"


@attempt("display: ending another program's connection")
def _end(at: Targets) -> object:
    """The last one: the window is gone afterwards."""
    with _client(at) as client:
        client.core.KillClient(client.window, is_checked=True).check()
        client.synchronise()
        try:
            client.core.GetGeometry(client.window).reply()
        except _FAILURES:
            return "ended"
    raise NothingThereError(0, "still there")
