"""What can go wrong with papers and devices: one code a cause. The sentences are in `ui.desk_words`, by these codes.

Each sentence says what happened, what was not lost and what to do. Codes hold nothing of a person.
"""

from __future__ import annotations

from enum import StrEnum


class Trouble(StrEnum):
    # scanner
    NO_SCANNER = "no-scanner"
    SCANNER_BUSY = "scanner-busy"
    FEEDER_EMPTY = "feeder-empty"
    FEEDER_JAMMED = "feeder-jammed"
    SCANNER_COVER_OPEN = "scanner-cover-open"
    SCANNER_FAILED = "scanner-failed"
    # phone
    NO_NETWORK = "no-network"
    SECOND_PHONE = "second-phone"
    CODE_EXPIRED = "code-expired"
    PHONE_FAILED = "phone-failed"
    # the paper itself
    TOO_LARGE = "too-large"
    TOO_MANY_PAGES = "too-many-pages"
    TRAY_FULL = "tray-full"
    NOT_A_PAPER = "not-a-paper"
    DAMAGED = "damaged"
    LOCKED = "locked"  # a PDF with a password
    TOO_SLOW = "too-slow"  # the workshop's time or memory was used up
    UNREADABLE = "unreadable"  # fits no more while it can be read
    WORKSHOP_FAILED = "workshop-failed"
    # printer
    NO_PRINTER = "no-printer"
    PRINTER_OFFLINE = "printer-offline"
    PRINTER_OUT_OF_PAPER = "printer-out-of-paper"
    PRINTER_OUT_OF_INK = "printer-out-of-ink"
    PRINTER_JAMMED = "printer-jammed"
    PRINTER_COVER_OPEN = "printer-cover-open"
    PRINTER_FAILED = "printer-failed"
    # stick
    STICK_UNKNOWN_FORMAT = "stick-unknown-format"
    STICK_FULL = "stick-full"
    STICK_READ_ONLY = "stick-read-only"
    STICK_PULLED_OUT = "stick-pulled-out"
    STICK_FAILED = "stick-failed"


class PaperTroubleError(Exception):
    """A service could not be done. Carries the code only; the cause goes to the log by `raise ... from`."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
