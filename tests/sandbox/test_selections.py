"""What was copied is gone from a real X server, and a selection that somebody holds is seen."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator

import pytest
import xcffib
import xcffib.xproto

from demonstration.display import virtual_screen
from kiosk.session.idle import X11IdleCounter
from kiosk.session.selections import X11Selections


@pytest.fixture
def display() -> Iterator[str]:
    with virtual_screen(320, 240) as name:
        yield name


def copy(display: str, selection: str) -> None:
    """xclip answers for the selection until another takes it."""
    subprocess.run(
        ["xclip", "-selection", selection],
        input=b"numero 1234567",
        env={**os.environ, "DISPLAY": display},
        check=True,
        stdout=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("selection", ["primary", "secondary", "clipboard"])
def test_a_selection_is_erased_from_whoever_holds_it(display: str, selection: str) -> None:
    selections = X11Selections(display)
    assert selections.remains() == 0
    copy(display, selection)
    deadline = time.monotonic() + 10
    while selections.remains() == 0 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert selections.remains() == 1
    selections.erase()
    assert selections.remains() == 0


def test_a_selection_of_any_name_is_erased(display: str) -> None:
    """A page may copy under a name that nobody has heard of; an office like that of window manager is no copy."""
    connection = xcffib.connect(display=display)
    screen = connection.get_setup().roots[0]
    window = connection.generate_id()
    shape = (window, screen.root, 0, 0, 1, 1, 0)
    connection.core.CreateWindow(0, *shape, xcffib.xproto.WindowClass.InputOutput, screen.root_visual, 0, [])
    own, office = (
        connection.core.InternAtom(False, len(name), name).reply().atom for name in ("UN_NOM_A_MOI", "WM_S0")
    )
    for selection in (own, office):
        connection.core.SetSelectionOwner(window, selection, xcffib.xproto.Time.CurrentTime)
    connection.core.GetInputFocus().reply()
    selections = X11Selections(display)
    assert selections.remains() == 1
    selections.erase()
    assert selections.remains() == 0
    assert connection.core.GetSelectionOwner(office).reply().owner == window
    connection.disconnect()


def test_cut_buffers_are_erased(display: str) -> None:
    connection = xcffib.connect(display=display)
    root = connection.get_setup().roots[0].root
    atom = connection.core.InternAtom(False, 11, "CUT_BUFFER3").reply().atom
    string = xcffib.xproto.Atom.STRING
    connection.core.ChangeProperty(xcffib.xproto.PropMode.Replace, root, atom, string, 8, 7, b"1234567")
    connection.core.GetInputFocus().reply()
    selections = X11Selections(display)
    assert selections.remains() == 1
    selections.erase()
    assert selections.remains() == 0
    connection.disconnect()


def test_without_an_x_server_nothing_is_called_erased() -> None:
    with pytest.raises(OSError, match="X server"):
        X11Selections(":9999").remains()


def test_the_x_server_counts_the_idle_time(display: str) -> None:
    counter = X11IdleCounter(display)
    seconds = counter.seconds()
    assert seconds is not None
    assert seconds >= 0
    counter.close()
