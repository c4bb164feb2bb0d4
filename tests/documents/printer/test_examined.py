"""`kiosk doctor` looks at a real print server."""

from __future__ import annotations

import shutil
from pathlib import Path

from demonstration.print_server import Cupsd
from kiosk.documents.printer.examined import look
from tests.documents.printer.conftest import nobody, section


async def test_a_real_server_is_seen_as_it_is(cupsd: Cupsd, tmp_path: Path) -> None:
    settings = tmp_path / "cups-files.conf"
    shutil.copy(cupsd.settings, settings)
    shutil.copy(cupsd.root / "etc" / "cupsd.conf", tmp_path)
    looked = await look(section(cupsd.address), settings)
    assert looked.answers
    assert looked.names == ("pretend",)
    assert looked.printer is not None
    assert looked.printer.trouble is None
    assert looked.spool == cupsd.spool
    assert looked.spool_in_memory
    assert looked.keeps_papers


async def test_a_stopped_printer_and_a_wrong_name_are_seen(cupsd: Cupsd) -> None:
    cupsd.admin("cupsdisable", "pretend")
    stopped = await look(section(cupsd.address), cupsd.settings)
    assert stopped.printer is not None
    assert stopped.printer.trouble is not None
    wrong = await look(section(cupsd.address, "pretended"), cupsd.settings)
    assert wrong.printer is None
    assert wrong.names == ("pretend",)


async def test_a_server_without_a_printer_answers_all_the_same(cupsd: Cupsd) -> None:
    cupsd.admin("lpadmin", "-x", "pretend")
    looked = await look(section(cupsd.address), cupsd.settings)
    assert looked.answers
    assert looked.names == ()
    assert looked.printer is None


async def test_nobody_is_nobody(cupsd: Cupsd) -> None:
    assert not (await look(section(nobody()), cupsd.settings)).answers
