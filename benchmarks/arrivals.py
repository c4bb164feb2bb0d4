"""From the scanner's glass and from a phone's shutter to the tray: how long a person waits for one sheet.

The desk's own services run with real parts: SANE's test device, a workshop in its sandbox, the door for phones and a
real Chromium as the phone. Only the person is played, who never hesitates, and the tray takes what it is given.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from selenium.common.exceptions import WebDriverException

from benchmarks.table import Row, median, spread
from demonstration import scanner
from demonstration.phone import Phone, phones
from kiosk.config import packaged
from kiosk.documents.desk.counter import Counter, Service
from kiosk.documents.desk.photo import photo
from kiosk.documents.desk.scan import scan
from kiosk.documents.desk.scenes import PhoneScene, Scene, SheetsScene
from kiosk.documents.desk.wishes import Keep, Look, Scan, Wish
from kiosk.documents.ending import ended
from kiosk.documents.paper import Paper, Pouch
from kiosk.documents.phone.base import Address
from kiosk.documents.phone.door import Door, Mode
from kiosk.documents.scanner.base import Source
from kiosk.documents.scanner.sane import SaneScanner
from kiosk.documents.workshop.bubblewrap import BubblewrapWorkshop

NOTES = (
    "scan to tray: SANE's test device (no lamp to wait for), its colour picture, A4 at 200 dots an inch; from the wish",
    "  to scan until the tray has it, seen large and read on the way. Peer: `scanimage --format=png | img2pdf`.",
    "phone to tray: one of the photographs, from the file chosen on the phone's page; medians, no peer is known.",
)
_SCOPE = "bench-arrivals"
_MOST_SECONDS = 120.0


def rows(folder: Path, photograph: bytes, rounds: int) -> list[Row]:
    """`folder` is in memory. Without rows for what cannot be measured on this machine."""
    return [
        *_unless_missing("scan to tray", lambda: _scanned(folder, rounds)),
        *_unless_missing("phone to tray", lambda: _photographed(photograph, rounds)),
    ]


def _unless_missing(what: str, measure: Callable[[], list[Row]]) -> list[Row]:
    try:
        return measure()
    except (OSError, subprocess.SubprocessError, WebDriverException) as error:
        _say(f"{what}: not measured ({type(error).__name__})")
        return []


# --- the person -----------------------------------------------------------------------------------------------------


class _Person(Counter):
    """Wishes each thing as soon as the screen shows what it waits for. `wished` and `kept`: when."""

    def __init__(self, *steps: tuple[Callable[[Scene], bool], Wish]) -> None:
        self.pouch = Pouch()
        self.wished: list[float] = []
        self.kept = 0.0
        self._steps = deque(steps)
        self._scene: Scene | None = None
        self._changed = asyncio.Event()

    def show(self, scene: Scene) -> None:
        self._scene = scene
        self._changed.set()

    async def until(self, ready: Callable[[Scene], bool]) -> None:
        while self._scene is None or not ready(self._scene):
            self._changed.clear()
            await self._changed.wait()

    async def wish(self) -> Wish:
        if not self._steps:
            await asyncio.Event().wait()
        await self.until(self._steps[0][0])
        self.wished.append(time.monotonic())
        return self._steps.popleft()[1]

    async def keep(self, paper: Paper) -> bool:
        assert paper.size > 0
        self.kept = time.monotonic()
        return True

    def done(self, service: Service) -> None:
        pass

    def alive(self) -> None:
        pass


def _is_empty(scene: Scene) -> bool:
    return isinstance(scene, SheetsScene) and not scene.sheets


def _is_seen(scene: Scene) -> bool:
    """The sheet, large, and nothing of it is still on its way."""
    return (
        isinstance(scene, SheetsScene)
        and bool(scene.sheets)
        and scene.large is not None
        and scene.percent is None
        and not scene.working
    )


@contextlib.asynccontextmanager
async def _workshop() -> AsyncIterator[BubblewrapWorkshop]:
    section = packaged().workshop
    workshop = BubblewrapWorkshop(_SCOPE, section.memory_mb << 20, section.seconds)
    try:
        async with asyncio.timeout(_MOST_SECONDS):
            yield workshop
    finally:
        await workshop.close()


# --- the scanner ----------------------------------------------------------------------------------------------------


def _scanned(folder: Path, rounds: int) -> list[Row]:
    ours, peer = [], []
    with _test_device(folder / "sane.d"):
        for number in range(1, rounds + 1):
            _say(f"scan to tray, round {number} of {rounds}")
            ours.append(asyncio.run(_scan()))
            peer.append(_scanimage(folder))
    return [Row("one sheet, scan to tray", median(ours), "s", median(peer), spread=spread(ours, peer))]


@contextlib.contextmanager
def _test_device(folder: Path) -> Iterator[None]:
    scanner.configure(folder, test_picture='"Color pattern"')
    before = os.environ.get("SANE_CONFIG_DIR")
    os.environ["SANE_CONFIG_DIR"] = str(folder)
    try:
        yield
    finally:
        del os.environ["SANE_CONFIG_DIR"]
        if before is not None:
            os.environ["SANE_CONFIG_DIR"] = before


async def _scan() -> float:
    person = _Person((_is_empty, Scan(Source.GLASS)), (_is_seen, Keep()))
    sane = SaneScanner(packaged().scan.model_copy(update={"device": scanner.DEVICE}))
    try:
        async with _workshop() as workshop:
            await scan(person, sane, workshop, None)
    finally:
        await sane.close()
    return person.kept - person.wished[0]


def _scanimage(folder: Path) -> float:
    """As one does it by hand."""
    dots = packaged().scan.dots_per_inch
    command = (
        f"scanimage -d {scanner.DEVICE} --mode Color --resolution {dots} -l 0 -t 0 -x 210 -y 297 --format=png"
        f" | {sys.executable} -m img2pdf --pagesize A4 -o scanned.pdf -"
    )
    began = time.monotonic()
    done = subprocess.run(("sh", "-c", command), cwd=folder, check=True, timeout=_MOST_SECONDS, stderr=subprocess.PIPE)
    assert (folder / "scanned.pdf").stat().st_size > 0, done.stderr
    return time.monotonic() - began


# --- the phone ------------------------------------------------------------------------------------------------------


@dataclass
class _Waits:
    """Seconds, one a round."""

    seen: list[float] = field(default_factory=list)
    kept: list[float] = field(default_factory=list)


class _Door(Door):
    """Tells the code that a phone would read off the screen."""

    address: Address

    async def open(self, mode: Mode, papers: tuple[Paper, ...] = (), language: str = "fr") -> Address:
        self.address = await super().open(mode, papers, language)
        return self.address


def _photographed(photograph: bytes, rounds: int) -> list[Row]:
    waits = _Waits()
    with phones() as make:
        phone = make()
        file = phone.folder / "photograph.jpg"
        file.write_bytes(photograph)
        for number in range(1, rounds + 1):
            _say(f"phone to tray, round {number} of {rounds}")
            asyncio.run(_photo(phone, file, waits))
    return [
        Row("one sheet, phone's shutter to the kiosk's screen", median(waits.seen), "s", spread=spread(waits.seen)),
        Row("  kept there, to the tray", median(waits.kept), "s", spread=spread(waits.kept)),
    ]


async def _photo(phone: Phone, file: Path, waits: _Waits) -> None:
    person = _Person((lambda scene: isinstance(scene, PhoneScene) and scene.count > 0, Look()), (_is_seen, Keep()))
    door = _Door(packaged().phone.model_copy(update={"address": "127.0.0.1", "port": _free_port()}), _SCOPE)
    try:
        async with _workshop() as workshop:
            service = asyncio.create_task(photo(person, door, workshop, None))
            try:
                await person.until(lambda scene: isinstance(scene, PhoneScene) and scene.stage == "code")
                await asyncio.to_thread(phone.scan, door.address.url)
                await asyncio.to_thread(phone.wait_for, "bring")
                began = time.monotonic()
                await asyncio.to_thread(phone.take, file)
                await service
            finally:
                await ended(service)
    finally:
        await door.close()
    waits.seen.append(person.wished[1] - began)
    waits.kept.append(person.kept - person.wished[1])


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _say(what: str) -> None:
    print(f"documents: {what}", file=sys.stderr, flush=True)
