"""`kiosk doctor` on SANE's test device: what it finds is what the post would take."""

from __future__ import annotations

from kiosk.documents.scanner.base import Source
from kiosk.documents.scanner.examined import look
from tests.documents.scanner.conftest import DEVICE, Configure, section


async def test_the_scanner_of_the_configuration_is_found(configure: Configure) -> None:
    looked = await look(section())
    assert looked.scanner is not None
    assert set(looked.scanner.sources) == set(Source)
    assert (looked.missing, looked.device, looked.others) == ((), DEVICE, 0)


async def test_a_scanner_that_is_gone_is_not_found(configure: Configure) -> None:
    configure(plugged=False)
    assert (await look(section())).scanner is None
