"""What `kiosk doctor` says of papers, in French: each device looks at itself. Here is whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.checks import Check, Verdict
from kiosk.config import Config
from kiosk.documents.phone import examined as phone
from kiosk.documents.printer import examined as printer
from kiosk.documents.scanner import examined as scanner
from kiosk.documents.stick import examined as stick
from kiosk.documents.workshop import examined as workshop


def examine(config: Config) -> Iterator[Check]:
    """What the site has switched off is not looked at, and said so: the page of a procedure may still ask for it."""
    yield from workshop.examine(config.workshop)
    yield from printer.examine(config.print) if config.print.enabled else _off("print", "Imprimante", "print")
    yield from phone.examine(config.phone) if config.phone.enabled else _off("phone", "Téléphone", "phone")
    yield from scanner.examine(config.scan) if config.scan.enabled else _off("scanner", "Scanner", "scan")
    yield from stick.examine() if config.stick.enabled else _off("stick", "Clé USB", "stick")


def _off(code: str, name: str, section: str) -> Iterator[Check]:
    yield Check(code, Verdict.OK, f"{name} : le poste ne s'en sert pas ([{section}] enabled = false).")
