"""What a post has for papers, as its configuration says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import time

from kiosk.config import Config, PrintSection, StickSection
from kiosk.documents.desk.print_out import PrintSettings
from kiosk.documents.phone.base import PhoneDoor
from kiosk.documents.phone.door import Door
from kiosk.documents.printer.base import Printer
from kiosk.documents.scanner.base import Scanner
from kiosk.documents.scanner.sane import SaneScanner
from kiosk.documents.stick.base import Sticks
from kiosk.documents.stick.fat import FatSticks
from kiosk.documents.stick.named import NamedPorts
from kiosk.documents.stick.ports import UsbPorts
from kiosk.documents.workshop.base import Workshop
from kiosk.documents.workshop.bubblewrap import BubblewrapWorkshop
from kiosk.staff import Staff, StaffFile

_MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Devices:
    """None: the post has none, or the site has switched it off. `printer` makes it, in whatever thread."""

    workshop: Workshop
    scanner: Scanner | None
    door: PhoneDoor | None
    printer: Callable[[], Printer] | None
    sticks: Sticks | None
    staff: Staff
    print_settings: PrintSettings
    state_directory: Path


def _sticks(section: StickSection) -> Sticks | None:
    if not section.enabled:
        return None
    return FatSticks(NamedPorts(section.devices) if section.devices else UsbPorts())


def _cups(section: PrintSection) -> Printer:
    # Its client takes 13 MB and a sixth of a second: a post where nobody prints does without.
    from kiosk.documents.printer.cups import CupsPrinter  # noqa: PLC0415

    return CupsPrinter(section)


def devices_of(config: Config, scope: str) -> Devices:
    """`scope`: as for the guests, so that what a dead shell left of workshops and doors is swept away with them."""
    printing = config.print
    return Devices(
        workshop=BubblewrapWorkshop(scope, config.workshop.memory_mb * _MEGABYTE, config.workshop.seconds),
        scanner=SaneScanner(config.scan) if config.scan.enabled else None,
        door=Door(config.phone, scope) if config.phone.enabled else None,
        printer=partial(_cups, printing) if printing.enabled else None,
        sticks=_sticks(config.stick),
        staff=StaffFile(config.state.directory, time),
        print_settings=PrintSettings(
            copies=printing.copies,
            sheets=printing.sheets,
            colour=printing.colour,
            staff_needed=printing.release == "mediator",
        ),
        state_directory=config.state.directory,
    )
