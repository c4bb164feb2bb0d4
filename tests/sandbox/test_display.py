"""A display that is named and does not answer is said in a sentence, as one that is not there at all."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.sandbox.display import DisplayError, local_display

_NUMBER = 40_000 + os.getpid() % 20_000


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """Where an X server would listen."""
    place = Path(f"/tmp/.X11-unix/X{_NUMBER}")
    place.parent.mkdir(mode=0o1777, exist_ok=True)
    place.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(place))
        try:
            yield listening
        finally:
            place.unlink()


@pytest.mark.parametrize("name", ["", "elsewhere:0", ":59999", "nonsense"])
def test_no_display(name: str) -> None:
    with pytest.raises(DisplayError):
        local_display({"DISPLAY": name})


def test_a_socket_that_a_dead_server_has_left(server: socket.socket) -> None:
    with pytest.raises(DisplayError):
        local_display({"DISPLAY": f":{_NUMBER}"})


def test_a_server_that_lets_us_not_in(server: socket.socket) -> None:
    server.listen()

    def refuse() -> None:
        with contextlib.suppress(OSError):
            server.accept()[0].close()

    refusing = threading.Thread(target=refuse, daemon=True)
    refusing.start()
    with pytest.raises(DisplayError):
        local_display({"DISPLAY": f":{_NUMBER}"})
    refusing.join(10)
    assert not refusing.is_alive(), "it was not asked"
