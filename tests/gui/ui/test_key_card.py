"""The printed card of the mediator's keys: one page, the configured keys, the drivers' colours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtPdf import QPdfDocument

from kiosk.ui import key_card
from kiosk.ui.palette import NORMAL
from kiosk.ui.pdf_file import SheetNotWrittenError

KEYS = ("F2", "Pause", "Scroll_Lock", "Print")


def test_it_is_one_page_of_the_configured_keys(qapp: object, tmp_path: Path) -> None:
    card = tmp_path / "card.pdf"
    key_card.write(card, *KEYS)
    document = QPdfDocument(None)
    try:
        assert document.load(str(card)) is QPdfDocument.Error.None_
        assert document.pageCount() == 1
        size = document.pagePointSize(0)
        assert (round(size.width()), round(size.height())) == (595, 420)  # A5, landscape
        words = " ".join(document.getAllText(0).text().split())
        for said in ("F2", "Pause", "défil", "écran", "Prendre la main", "Rendre la main"):
            assert said in words
        assert key_card.BELOW in words
        picture = document.render(0, QSize(595, 420))
        colours = {picture.pixelColor(x, y).name() for x in range(595) for y in range(0, 420, 4)}
        for ground in ("orange", "blue", "ink"):
            assert QColor(NORMAL[ground]).name() in colours
    finally:
        document.close()


def test_a_card_that_cannot_be_written_is_said_in_french(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(SheetNotWrittenError):
        key_card.write(tmp_path / "absent" / "card.pdf", *KEYS)


def test_the_command_needs_no_display(tmp_path: Path) -> None:
    card = tmp_path / "card.pdf"
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "kiosk", "card", str(card), "--set", "control.take_key=F7"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert card.read_bytes().startswith(b"%PDF")
