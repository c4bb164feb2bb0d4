"""What is printed on the keys is what they write: for both pairs, and for a keyboard plugged in later."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from demonstration.seats import two_seats
from kiosk.config.model import Keyboard
from kiosk.control.backend import Seat
from kiosk.control.x11 import X11Backend
from kiosk.control.xinput import XInput
from kiosk.post import KEYBOARD, X11
from proof.escapes.screen import deployed, has_xorg

RULES = Path("/usr/share/X11/xkb/rules/evdev.lst")
CODE = 24  # right of the tabulator
A, Q = ord("a"), ord("q")


def _part(name: str) -> set[str]:
    part = RULES.read_text(encoding="utf-8").split(f"! {name}\n")[1].split("\n! ")[0]
    return {line.strip() for line in part.splitlines() if line.strip()}


def test_every_layout_of_the_settings_is_known_to_the_server() -> None:
    layouts = {line.split()[0] for line in _part("layout")}
    variants = {(words[1].rstrip(":"), words[0]) for line in _part("variant") if (words := line.split())}
    for one in get_args(Keyboard):
        layout, _, variant = one.rstrip(")").partition("(")
        assert layout in layouts
        assert not variant or (layout, variant) in variants


@pytest.mark.parametrize(("layout", "letter"), [("fr", A), ("be", A), ("ch(fr)", Q), ("fr(bepo)", ord("b"))])
def test_both_pairs_write_what_is_printed_on_their_keys(layout: str, letter: int) -> None:
    with two_seats(layouts=("us", "us")) as seats:
        surroundings = {**os.environ, "DISPLAY": seats.display, KEYBOARD: layout}
        subprocess.run([X11 / "session", "true"], env=surroundings, check=True, timeout=60)
        backend, x = X11Backend(seats.display), XInput(seats.display)
        try:
            own = {one.name: one.number for one in backend.devices()}
            backend.pair()
            backend.seat({own["mediator-keyboard"]: Seat.MEDIATOR, own["mediator-mouse"]: Seat.MEDIATOR})
            for hands in (seats.user_keyboard, seats.mediator_keyboard):
                hands.tap(CODE)
                assert x.keysyms(hands.number)[CODE] == letter
                master = next(one.attachment for one in x.devices() if one.number == hands.number)
                # A window reads a key by the keyboard that its person's own is attached to.
                assert x.keysyms(master)[CODE] == letter
        finally:
            x.close()
            backend.close()


@pytest.mark.skipif(not has_xorg(), reason="Xorg needs its dummy drivers, and root")
def test_a_keyboard_that_comes_later_is_dressed_by_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv(KEYBOARD, "be")
    for _ in ("the first start", "another one"):
        with deployed():
            log = (tmp_path / "x-server.log").read_text(encoding="utf-8")
        assert f'Using config directory: "{tmp_path}/xorg.conf.d"' in log
    made = tmp_path / "xorg.conf.d"
    # The rest of the settings is there as it was.
    for one in (X11 / "xorg.conf.d").iterdir():
        assert (made / one.name).read_bytes() == one.read_bytes()
    last = max(made.iterdir()).read_text(encoding="utf-8")
    assert 'MatchIsKeyboard "on"' in last
    assert 'Option "XkbLayout" "be"' in last
