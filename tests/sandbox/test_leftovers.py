"""What a dead client leaves in a real X server is seen, erased, and no longer in the server's memory."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import xcffib
import xcffib.xproto

from demonstration.display import virtual_screen
from kiosk.session.leftovers import X11Leftovers
from kiosk.session.selections import X11Selections
from kiosk.session.x_server import Connection
from kiosk.what_stays import x_server
from proof.rig.canary import Canary, memory_with

RETAIN_PERMANENT, RETAIN_TEMPORARY = 1, 2


@pytest.fixture
def display() -> Iterator[str]:
    with virtual_screen(320, 240) as name:
        yield name


@pytest.fixture
def canary() -> Canary:
    return Canary.draw(random.Random())


@contextmanager
def connected(display: str) -> Iterator[tuple[xcffib.Connection, int]]:
    """A client with a window, as a guest has."""
    connection = xcffib.connect(display=display)
    screen = connection.get_setup().roots[0]
    window = connection.generate_id()
    shape = (window, screen.root, 0, 0, 10, 10, 0)
    connection.core.CreateWindow(0, *shape, xcffib.xproto.WindowClass.InputOutput, screen.root_visual, 0, [])
    connection.core.GetInputFocus().reply()
    yield connection, window
    connection.disconnect()


def hang(connection: xcffib.Connection, window: int, name: str, text: bytes) -> None:
    """Leave a text on a window, as copying does."""
    core = connection.core
    atom = core.InternAtom(False, len(name), name).reply().atom
    text_type = xcffib.xproto.Atom.STRING
    core.ChangeProperty(xcffib.xproto.PropMode.Replace, window, atom, text_type, 8, len(text), text)
    core.GetInputFocus().reply()


def server_of(display: str) -> int:
    """The process whose memory is searched."""
    with Connection(display) as server:
        return server.server_pid


# --- what is left on purpose --------------------------------------------------------------------------------------

_LEAVES = """
import os, sys, xcffib, xcffib.xproto
connection = xcffib.connect(display=sys.argv[1])
screen = connection.get_setup().roots[0]
window = connection.generate_id()
connection.core.CreateWindow(0, window, screen.root, 0, 0, 10, 10, 0, 1, screen.root_visual, 0, [])
connection.core.SetCloseDownMode(int(sys.argv[2]))
connection.core.GetInputFocus().reply()
os._exit(0)
"""


def windows(display: str) -> int:
    with Connection(display) as server:
        return len(server.core.QueryTree(server.root).reply().children)


@pytest.mark.parametrize("mode", [RETAIN_PERMANENT, RETAIN_TEMPORARY])
def test_windows_that_a_dead_client_wanted_to_stay_are_closed(display: str, mode: int) -> None:
    leftovers = X11Leftovers(display)
    leftovers.erase()
    with connected(display):
        subprocess.run([sys.executable, "-c", _LEAVES, display, str(mode)], check=True)
        assert windows(display) == 2
        assert leftovers.remains() == 1
        leftovers.erase()
        assert leftovers.remains() == 0
        # Whoever lives keeps what is theirs.
        assert windows(display) == 1


def test_who_had_left_their_terminal_before_any_guest_stays(display: str) -> None:
    subprocess.run([sys.executable, "-c", _LEAVES, display, str(RETAIN_PERMANENT)], check=True)
    leftovers = X11Leftovers(display)
    leftovers.erase()
    assert leftovers.remains() == 0
    assert windows(display) == 1


def test_a_shell_that_starts_again_takes_no_guest_of_the_killed_one_for_somebody_of_before(
    display: str, tmp_path: Path
) -> None:
    note = tmp_path / "kiosk" / "x-server.json"
    X11Leftovers(display, note).erase()
    subprocess.run([sys.executable, "-c", _LEAVES, display, str(RETAIN_PERMANENT)], check=True)
    again = X11Leftovers(display, note)
    again.erase()
    assert again.remains() == 0
    assert windows(display) == 0


_NO_NOTES = (
    *(b"", b"{", b'{"server": 3}', b"[[1, 2], [], [1, []]]"),
    # As a bad disk leaves it: no letters, no end, a number without measure, an address that is none.
    *(
        b"\xff" * 40,
        b"[" * 100_000,
        b"[[" + b"9" * 5000 + b", 2], [], [1, []]]",
        b'[[1, 2], [], [1, [[0, "\xed\xa0"]]]]',
    ),
)


@pytest.mark.parametrize("noted", _NO_NOTES, ids=range(len(_NO_NOTES)))
def test_the_note_of_another_x_server_is_not_believed(display: str, tmp_path: Path, noted: bytes) -> None:
    note = tmp_path / "x-server.json"
    note.write_bytes(noted)
    subprocess.run([sys.executable, "-c", _LEAVES, display, str(RETAIN_PERMANENT)], check=True)
    X11Leftovers(display, note).erase()
    assert windows(display) == 1


# --- texts hung on windows ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("on_root", [True, False])
@pytest.mark.parametrize("name", ["NUMERO_COPIE", "_QT_SELECTION"])
def test_a_text_hung_on_a_window_that_stays_is_taken_off(display: str, name: str, on_root: bool) -> None:
    leftovers = X11Leftovers(display)
    with connected(display) as (connection, window):
        root = connection.get_setup().roots[0].root
        hang(connection, root if on_root else window, name, b"1234567")
        assert leftovers.remains() == 1
        leftovers.erase()
        assert leftovers.remains() == 0


def test_what_window_systems_hang_there_stays(display: str) -> None:
    leftovers = X11Leftovers(display)
    with connected(display) as (connection, window):
        root = connection.get_setup().roots[0].root
        for place, name in ((window, "WM_NAME"), (window, "_NET_WM_PID"), (root, "RESOURCE_MANAGER")):
            hang(connection, place, name, b"kiosk")
        leftovers.erase()
        assert leftovers.remains() == 0
        # And by the names that the server itself has: X.Org's layout of the keyboard is still known.
        assert connection.core.ListProperties(window).reply().atoms_len == 2
        assert connection.core.ListProperties(root).reply().atoms_len >= 1


# --- who may connect ----------------------------------------------------------------------------------------------


def test_nobody_may_connect_who_might_not_before(display: str) -> None:
    """A taken-over guest can open the server to everybody, and to one more account for good."""
    leftovers = X11Leftovers(display)
    leftovers.erase()
    with connected(display) as (connection, _):
        before = connection.core.ListHosts().reply()
        name = b"localuser\0nobody"
        connection.core.SetAccessControl(0)
        connection.core.ChangeHosts(0, 5, len(name), name)
        assert connection.core.ListHosts().reply().mode == 0
        assert leftovers.remains() == 1
        leftovers.erase()
        assert leftovers.remains() == 0
        after = connection.core.ListHosts().reply()
        assert (after.mode, after.hosts_len) == (before.mode, before.hosts_len)


# --- the server's memory ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("times", [1, 100, 1000, 20_000])
def test_a_copied_text_is_not_in_the_servers_memory_after_the_wipe(display: str, canary: Canary, times: int) -> None:
    server = server_of(display)
    with connected(display) as (stays, _):
        with connected(display) as (guest, window):
            hang(guest, window, "COPIED", (canary.core.encode() + b" ") * times)
            assert memory_with([canary], [server]) or times < 1000
        X11Selections(display).erase()
        X11Leftovers(display).erase()
        assert memory_with([canary], [server]) == []
        stays.core.GetInputFocus().reply()


def test_without_the_wash_the_last_buffer_still_holds_it(display: str, canary: Canary) -> None:
    with connected(display) as (guest, window):
        hang(guest, window, "COPIED", (canary.core.encode() + b" ") * 20_000)
    assert memory_with([canary], [server_of(display)])


def test_an_x_server_that_does_not_answer_is_not_called_clean() -> None:
    with pytest.raises(OSError, match="X server"):
        X11Leftovers(":9999").remains()


# --- what IT is told ----------------------------------------------------------------------------------------------


def test_a_server_started_as_deployed_is_known_to_forget(display: str) -> None:
    found = x_server(display)
    assert found is not None
    assert (found.pid, found.forgets) == (server_of(display), True)


def test_a_server_started_without_care_is_known_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("demonstration.display.X_SERVER", {})
    with virtual_screen(320, 240) as careless:
        found = x_server(careless)
    assert found is not None
    assert found.forgets is False


def test_no_server_is_no_server() -> None:
    assert x_server(":9999") is None
