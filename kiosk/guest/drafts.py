"""What a person has written in the fields of the page and not sent yet, so that a page that stopped comes back with it.

Kept for the document on screen alone, secrets and files never; beside the browser's profile, on the sandbox's memory
file system, for the case that the whole browser stops. It goes with the document, and with the session.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl

from kiosk.guest.page import Fields, Page
from kiosk.guest.probe.kept import Began, Kept, read_kept
from kiosk.guest.probe.source import WORLD

WRITE_AFTER_MS = 100
MOST_FIELDS = 400
MOST_LETTERS = 200_000
MOST_NESTED = 60


class Drafts(QObject):
    """`word`: what comes before each report of the probe."""

    def __init__(self, home: Path, word: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = home / ".session" / "drafts.json"
        self._word = word
        self._written: Fields = {}
        self._writing = QTimer(self, singleShot=True, interval=WRITE_AFTER_MS)
        self._writing.timeout.connect(self._write)

    def read_last(self) -> Fields:
        """What a browser that died left: what its last document held."""
        try:
            saved = json.loads(self._file.read_text(encoding="utf-8"))
            return {str(a): {str(name): str(value) for name, value in held.items()} for a, held in saved.items()}
        except (OSError, ValueError, AttributeError):
            return {}

    def keep(self) -> None:
        """At once: this browser is about to end."""
        if self._writing.isActive():
            self._writing.stop()
            self._write()

    def hear(self, page: Page, untrusted_line: str) -> None:
        """One line of a page's console."""
        match read_kept(untrusted_line, self._word):
            case Began(address, top):
                self._note_beginning(page, _plain(address), top)
            case Kept(address, name, value):
                self._keep(page, _plain(address), name, value)

    def _note_beginning(self, page: Page, address: str, top: bool) -> None:
        if top:
            known = page.comes_back and address in page.written
            page.comes_back = False
            page.written = page.written if known else {address: {}}
            # The frames of a page that came back get theirs when they begin in their turn.
            page.owed = set(page.written) if known else set()
        if address in page.owed:
            page.owed.discard(address)
            _bring_back(page, address, page.written[address])
        else:
            page.written[address] = {}
        self._change(page.written)

    def _keep(self, page: Page, address: str, name: str, value: str | None) -> None:
        of_document = page.written.setdefault(address, {})
        known = of_document.pop(name, None) is not None
        # What came last stands last, and is put back last.
        if value is not None and (known or sum(map(len, page.written.values())) < MOST_FIELDS):
            of_document[name] = value
        if sum(len(one) for held in page.written.values() for one in held.values()) > MOST_LETTERS:
            of_document.pop(name, None)
        self._change(page.written)

    def _change(self, fields: Fields) -> None:
        self._written = fields
        # Whoever goes on writing must not put it off.
        if not self._writing.isActive():
            self._writing.start()

    def _write(self) -> None:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = self._file.with_suffix(".new")
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
            json.dump(self._written, out)
        new.replace(self._file)


def _plain(address: str | QUrl) -> str:
    """As Qt and the page both write it, without the place within the document."""
    return bytes(QUrl(address).toEncoded().data()).decode().split("#")[0]


def _bring_back(page: Page, address: str, fields: dict[str, str]) -> None:
    """Only to documents of that address: what is written on one site is no other's business."""
    call = f"globalThis.pageKeeping?.bringBack({json.dumps(fields)})"
    waiting = [page.mainFrame()]
    for _ in range(MOST_NESTED):
        if not waiting:
            return
        frame = waiting.pop(0)
        if frame.isValid():
            if _plain(frame.url()) == address:
                frame.runJavaScript(call, WORLD)
            waiting += frame.children()
