"""A fresh print server of the test's own, in memory, ended by its own process."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from demonstration.print_server import Cupsd, free_port
from kiosk.config import packaged
from kiosk.config.model import PrintSection


@pytest.fixture
def cupsd() -> Iterator[Cupsd]:
    root = Path(tempfile.mkdtemp(prefix="kiosk-cups-", dir="/dev/shm"))
    server = Cupsd(root)
    try:
        server.start()
        server.add("pretend", "pretend:/one")
        yield server
    finally:
        server.stop()
        shutil.rmtree(root)


def section(server: str, queue: str = "") -> PrintSection:
    return packaged().print.model_copy(update={"server": server, "queue": queue})


def nobody() -> str:
    """An address where nothing listens."""
    return f"127.0.0.1:{free_port()}"
