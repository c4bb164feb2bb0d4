"""The printers that the assistant offers are those of the real print server, by name and by what IT calls them."""

from __future__ import annotations

from demonstration.print_server import Cupsd
from kiosk.setup.looks import printers
from tests.documents.printer.conftest import section


async def test_each_printer_of_the_server_is_offered(cupsd: Cupsd) -> None:
    cupsd.add("bureau", "pretend:/two")
    assert sorted(one.name for one in await printers(section(cupsd.address))) == ["bureau", "pretend"]
