"""What a print server's words mean for a person: its keywords and sentences into one trouble, or none. Pure.

Keywords are those of RFC 8011 and PWG 5100.9 (`media-empty`), each perhaps with how grave it is (`-error`, `-warning`,
`-report`). CUPS's own backends grade them carelessly (`media-empty-warning`, `offline-report`: nothing comes out), so
the grade counts for ink alone: a printer that warns of ink still prints.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kiosk.documents.trouble import Trouble

# In the order in which a person mends them: a jam is behind the cover, paper comes after both.
_KEYWORDS: dict[str, Trouble] = {
    "media-jam": Trouble.PRINTER_JAMMED,
    "cover-open": Trouble.PRINTER_COVER_OPEN,
    "door-open": Trouble.PRINTER_COVER_OPEN,
    "interlock-open": Trouble.PRINTER_COVER_OPEN,
    "media-empty": Trouble.PRINTER_OUT_OF_PAPER,
    "media-needed": Trouble.PRINTER_OUT_OF_PAPER,
    "input-tray-missing": Trouble.PRINTER_OUT_OF_PAPER,
    "toner-empty": Trouble.PRINTER_OUT_OF_INK,
    "marker-supply-empty": Trouble.PRINTER_OUT_OF_INK,
    "marker-supply-missing": Trouble.PRINTER_OUT_OF_INK,
    "offline": Trouble.PRINTER_OFFLINE,
    "timed-out": Trouble.PRINTER_OFFLINE,
    "shutdown": Trouble.PRINTER_OFFLINE,
    "output-area-full": Trouble.PRINTER_FAILED,
    "marker-waste-full": Trouble.PRINTER_FAILED,
    "fuser-over-temp": Trouble.PRINTER_FAILED,
    "stopped": Trouble.PRINTER_FAILED,
    "paused": Trouble.PRINTER_FAILED,
    "printer-stopped": Trouble.PRINTER_FAILED,
}
CONNECTING = "connecting-to-device"
"""Every job begins so. Only one that lasts means that the printer is off."""

# CUPS's backends have no keyword for a printer that is switched off: they say it in these words and try again. They say
# them in the language that the job was sent in, which we always give as English.
_OFFLINE_WORDS = (
    "unavailable at this time",
    "unreachable at this time",
    "is not responding",
    "unable to locate printer",
    "printer not connected",
    "waiting for printer to become available",
)
_GRADES = ("-error", "-warning", "-report")
_HARMLESS = ("-warning", "-report")


def trouble_of(reasons: Iterable[str], message: str = "") -> Trouble | None:
    """The one to be said first. `message`: `job-printer-state-message`."""
    known = {_ungraded(one) for one in reasons}
    for keyword, trouble in _KEYWORDS.items():
        if keyword in known:
            return trouble
    folded = message.casefold()
    return Trouble.PRINTER_OFFLINE if any(words in folded for words in _OFFLINE_WORDS) else None


def still_prints(trouble: Trouble | None, reasons: Collection[str]) -> bool:
    """Whether sheets come out in spite of it."""
    if trouble is not Trouble.PRINTER_OUT_OF_INK:
        return trouble is None
    graded = [one for one in reasons if _KEYWORDS.get(_ungraded(one)) is trouble]
    return all(one.endswith(_HARMLESS) for one in graded)


def _ungraded(reason: str) -> str:
    for grade in _GRADES:
        reason = reason.removesuffix(grade)
    return reason
