"""A person who hears the screen: shell and session are read from outside, over a desktop's real accessibility bus, and
the session's door to that bus lets nothing else through."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from demonstration.display import memory_folder, virtual_screen
from kiosk.sandbox import processes
from proof.rig.post import Post
from tests.e2e.screen_reader import ROOT, Bus, BusError, Place, ScreenReader, desktop

TRIAL = "tout s'efface"
_ACCESSIBLE = "org.a11y.atspi.Accessible"


@pytest.fixture
def reader() -> Iterator[ScreenReader]:
    with memory_folder() as folder, desktop(folder) as one:
        yield one


@pytest.fixture
def post(reader: ScreenReader) -> Iterator[Post]:
    with virtual_screen(1280, 800) as display, memory_folder() as folder:
        one = Post(display, folder, surroundings={"DBUS_SESSION_BUS_ADDRESS": reader.session})
        yield one
        one.close()


def door_of(shell: int) -> psutil.Process | None:
    return next((one for one in psutil.Process(shell).children() if "xdg-dbus-proxy" in one.name()), None)


def guests_root(post: Post) -> Path:
    """What the guest's programs see as their file system."""
    return Path(f"/proc/{post.guest().init.pid}/root")


def test_shell_and_session_are_read_and_announced(post: Post, reader: ScreenReader) -> None:
    reader.switch_on()
    post.start()
    reader.wait_for(lambda one: one.role == "text" and "Écrivez ce que vous voulez faire" in one.name, "search field")
    for words in ("Chercher", "Appeler un médiateur", "Je ne sais pas"):
        reader.wait_for_button(words)
    reader.wait_to_hear("Que voulez-vous faire")

    post.begin(TRIAL)
    reader.wait_to_hear("Étape 1 sur 4.")
    reader.wait_for_words("Écrivez un mot de votre choix.")
    reader.wait_for_button("C'est fait")
    reader.wait_for_button("Terminer")
    page = reader.wait_for(lambda one: one.role == "text" and one.name == "Votre mot", "the page's own field")
    assert page.showing

    post.person.click(*post.terminal.ring().centre)
    post.person.type("lune")
    post.person.press("Tab")
    reader.wait_to_hear("C'est fait. Étape 2 sur 4.")

    door = door_of(post.shell)
    assert door is not None
    identity = processes.identify(door.pid)
    post.terminal.press_finish()
    reader.wait_to_hear("Avant de partir")
    post.terminal.erase()
    reader.wait_to_hear("Tout est effacé")
    assert identity is not None
    assert not processes.still_alive({identity}), "the door outlived the session"
    post.leave()


def test_the_door_lets_a_program_be_read_and_call_nobody(post: Post, reader: ScreenReader) -> None:
    reader.switch_on()
    post.start()
    inside = guests_root(post)
    assert not list(inside.glob("run/dbus/*"))
    # Where the guest's programs go in; `guest.init` only says who they are. This is the door itself.
    door = Bus(f"unix:path={inside}/run/kiosk/reader")
    try:
        shell = next(one for one in reader.children(ROOT) if reader.thing(one).name == "Côte à Côte")
        listening: Place = (reader.on.connection.unique_name, "/")
        for place, interface, method in (
            (shell, _ACCESSIBLE, "GetChildren"),
            (ROOT, _ACCESSIBLE, "GetChildren"),
            (listening, "org.freedesktop.DBus.Peer", "Ping"),
            (("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus", "GetAddress"),
            (("org.freedesktop.DBus", "/org/freedesktop/DBus"), "org.freedesktop.DBus.Debug.Stats", "GetStats"),
        ):
            with pytest.raises(BusError, match=r"AccessDenied|ServiceUnknown|NameHasNoOwner|UnknownMethod"):
                door.call(place, interface, method)
        # The fence is not simply shut: what a program needs to be read passes.
        door.call((ROOT[0], "/org/a11y/atspi/registry"), "org.a11y.atspi.Registry", "GetRegisteredEvents")
        reader.wait_for(lambda one: one.name == "Côte à Côte - démarche", "the session's own program")
    finally:
        door.close()


def test_without_a_reader_a_session_has_no_bus_at_all(post: Post) -> None:
    post.start()
    inside = guests_root(post)
    assert door_of(post.shell) is None
    assert sorted(one.name for one in (inside / "run/kiosk").iterdir()) == ["authority.pem", "proxy", "wheel"]
    environment = Path(f"/proc/{post.guest().browser.pid}/environ").read_bytes()
    assert b"DBUS" not in environment
    assert b"AT_SPI" not in environment


def test_off_is_off_whatever_the_desktop_says(post: Post, reader: ScreenReader) -> None:
    reader.switch_on()
    post.start('accessibility.screen_reader="off"')
    assert door_of(post.shell) is None
    assert not os.path.lexists(guests_root(post) / "run/kiosk/reader")
