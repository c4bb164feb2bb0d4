"""Scanning at the desk with SANE's test device and real workshops: from the person's gesture to a paper in the tray."""

from __future__ import annotations

import asyncio

import pytest

from kiosk.documents.desk.scan import scan
from kiosk.documents.desk.scenes import Scene, SheetsScene
from kiosk.documents.desk.wishes import CropSheet, Keep, Scan, TurnSheet
from kiosk.documents.scanner.base import Source
from kiosk.documents.scanner.sane import SaneScanner
from kiosk.documents.workshop.bubblewrap import BubblewrapWorkshop
from tests.documents.scanner.conftest import Configure, section
from tests.unit.documents.fake_counter import ScriptedCounter


def settled(scene: Scene) -> bool:
    return isinstance(scene, SheetsScene) and bool(scene.sheets) and scene.percent is None and not scene.working


def empty(scene: Scene) -> bool:
    return isinstance(scene, SheetsScene) and not scene.sheets


@pytest.mark.parametrize("source", list(Source))
async def test_what_lies_in_the_scanner_is_a_paper_in_the_tray(configure: Configure, source: Source) -> None:
    configure(test_picture='"Color pattern"')
    scanner, workshop = SaneScanner(section()), BubblewrapWorkshop("test-scan", 1 << 30, 60)
    crop = CropSheet(0.0, 0.0, 1.0, 0.5)
    counter = ScriptedCounter(empty, Scan(source), settled, TurnSheet(), settled, crop, settled, Keep())
    try:
        async with asyncio.timeout(100):
            await scan(counter, scanner, workshop, None)
    finally:
        await workshop.close()
        await scanner.close()
    (paper,), (content,) = counter.kept, counter.contents
    assert (paper.title, paper.kind, content[:5]) == ("Papier scanné", "pdf", b"%PDF-")
    large = counter.last(SheetsScene).large
    assert large is not None
    assert large.width > large.height
    assert len(set(large.rgb[::997])) > 3
    assert counter.services == ["scan"]
    assert (scanner.remains(), workshop.remains(), counter.pouch.remains()) == (0, 0, 0)
