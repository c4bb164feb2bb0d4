"""Every scene of the paper desk, in every state that a person can meet, with drawn papers."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage

from kiosk.documents.acceptance import Did, Reading, Rule
from kiosk.documents.desk import qr
from kiosk.documents.desk.scenes import (
    AddScene,
    MendScene,
    PhoneScene,
    PinScene,
    PrintScene,
    ReceiptScene,
    Scene,
    SheetsScene,
    SheetView,
    SorryScene,
    StickScene,
    TakeScene,
    WaitScene,
)
from kiosk.documents.paper import Picture
from kiosk.documents.scanner.base import Source
from kiosk.documents.trouble import Trouble


def drawn(width: int, height: int, colour: str = "#c0ffee") -> Picture:
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor(colour))
    line = image.bytesPerLine()
    pixels = bytes(image.constBits())
    return Picture(width, height, b"".join(pixels[y * line : y * line + 3 * width] for y in range(height)))


TALL, WIDE = drawn(301, 424), drawn(500, 320)
ALL = (Source.GLASS, Source.FEEDER)
CODE = qr.modules("https://192.168.1.42:41873/k7Q2mZ9xW4tR")
LONG = qr.modules("x" * 500)
FIVE = Rule(("pdf", "jpeg"), 5_000_000)
DONE_ALL = tuple(Did)


def sheets(count: int) -> tuple[SheetView, ...]:
    return tuple(SheetView(drawn(70, 99), cropped=place == 2) for place in range(count))


SCENES: dict[str, Scene] = {
    "add": AddScene(True, True),
    "add-none": AddScene(False, False),
    "sheets-none": SheetsScene("scan", sources=ALL),
    "sheets-empty-feeder": SheetsScene("scan", sources=ALL, trouble=Trouble.FEEDER_EMPTY),
    "sheets-scanning": SheetsScene("scan", sheets(1), 0, TALL, ALL, percent=45),
    "sheets-one": SheetsScene("scan", sheets(1), 0, TALL, (Source.GLASS,), readable=88),
    "sheets-working": SheetsScene("scan", sheets(3), 1, TALL, ALL, readable=10, working=True),
    "sheets-many": SheetsScene("photo", sheets(9), 7, WIDE, full=True, trouble=Trouble.TOO_MANY_PAGES),
    "phone": PhoneScene("bring", "code", CODE, "192.168.1.42", own_certificate=True, seconds_left=540),
    "phone-take": PhoneScene("take", "code", CODE, "poste-3.le-blosne.example", seconds_left=40, total=2),
    "phone-joined": PhoneScene("bring", "joined", count=2, trouble=Trouble.SECOND_PHONE),
    "phone-taking": PhoneScene("take", "joined", count=1, total=2),
    "phone-finished": PhoneScene("take", "finished", count=2, total=2),
    "phone-expired": PhoneScene("bring", "expired", count=1, trouble=Trouble.CODE_EXPIRED),
    "print-preparing": PrintScene("preparing", "Attestation"),
    "print": PrintScene("choose", "Attestation de la CAF", TALL, 1, 3, 2, 5, staff_needed=True),
    "print-held": PrintScene("held", "Attestation", TALL),
    "print-printing": PrintScene("printing", "Attestation", TALL, sheets_out=1),
    "print-stopped": PrintScene("stopped", "Attestation", TALL, trouble=Trouble.PRINTER_OUT_OF_PAPER),
    "print-done": PrintScene("done", "Attestation", TALL),
    "print-failed": PrintScene("failed", "Attestation", TALL, trouble=Trouble.PRINTER_OFFLINE),
    "pin": PinScene(),
    "pin-wrong": PinScene(wrong=True),
    "pin-wait": PinScene(wrong=True, wait_seconds=30),
    "pin-locked": PinScene(locked=True),
    "take": TakeScene(("Attestation de la CAF", "Avis d'imposition", "RIB"), True, True, True),
    "stick": StickScene("insert"),
    "stick-choose": StickScene("choose"),
    "stick-copying": StickScene("copying", 60, 2),
    "stick-copied": StickScene("copied", 100, 2),
    "stick-gone": StickScene("gone", 100, 2),
    "stick-failed": StickScene("failed", trouble=Trouble.STICK_FULL),
    "mend": MendScene("Avis d'imposition", "pdf", 12_000_000, 12_000_000, 12, 0, TALL, FIVE, False),
    "mend-done": MendScene(
        "Papier", "pdf", 12_000_000, 4_800_000, 12, 3, TALL, FIVE, True, DONE_ALL, Reading("rib", 90)
    ),
    "mend-image": MendScene(
        "Photo",
        "image",
        900_000,
        900_000,
        1,
        0,
        WIDE,
        Rule(("pdf",)),
        False,
        (),
        Reading(None, 9),
        False,
        Trouble.LOCKED,
    ),
    "mend-free": MendScene("Bulletin de salaire", "image", 640_000, 640_000, 1, 0, TALL, working=True),
    "receipt": ReceiptScene(
        "Demander la prime d'activité",
        "CAF",
        ("Toutes les étapes sont faites.",),
        (("2026-000124-X", True), ("CAF 0356789", False)),
        ("La CAF vous répond dans 2 semaines.",),
        "Pour une question : 3230",
        printer=True,
    ),
    "receipt-code": ReceiptScene("Prime", "CAF", numbers=(("12", True),), printer=True, qr=LONG),
    "receipt-bare": ReceiptScene("Prime", "CAF", trouble=Trouble.PRINTER_OFFLINE),
    "sorry": SorryScene(Trouble.NO_SCANNER, again=True),
    "sorry-over": SorryScene(Trouble.LOCKED),
    "wait": WaitScene("scanner"),
}
