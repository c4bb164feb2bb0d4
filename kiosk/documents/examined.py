"""What `kiosk doctor` says of papers: each device looks at itself and answers in French. Here is how an answer is
written, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kiosk.config import Config


@dataclass(frozen=True)
class Found:
    """One answer. `consequence` and `remedy` are empty when all is well."""

    code: str
    verdict: Literal["ok", "warning", "failed"]
    what: str
    consequence: str = ""
    remedy: str = ""


def examine(config: Config) -> Iterator[Found]:
    """What the site switched off is not looked at."""
    from kiosk.documents.phone import examined as phone  # noqa: PLC0415 - each device answers by `Found`
    from kiosk.documents.printer import examined as printer  # noqa: PLC0415 - each device answers by `Found`
    from kiosk.documents.scanner import examined as scanner  # noqa: PLC0415 - each device answers by `Found`
    from kiosk.documents.stick import examined as stick  # noqa: PLC0415 - each device answers by `Found`

    if config.print.enabled:
        yield from printer.examine(config.print)
    if config.phone.enabled:
        yield from phone.examine(config.phone)
    if config.scan.enabled:
        yield from scanner.examine(config.scan)
    if config.stick.enabled:
        yield from stick.examine()
