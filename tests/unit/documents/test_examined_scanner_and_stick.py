"""What `kiosk doctor` says of the scanner and of sticks, for each thing that can be wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.checks import Check, Verdict
from kiosk.config import load, packaged
from kiosk.documents import examined
from kiosk.documents.scanner import examined as scanner
from kiosk.documents.scanner.base import ScannerInfo, Source
from kiosk.documents.stick import examined as stick
from kiosk.documents.stick.base import Stick
from kiosk.documents.stick.ports import UsbPorts
from kiosk.documents.workshop import examined as workshop

CANON = scanner.Looked(scanner=ScannerInfo("Canon LiDE", (Source.GLASS,)), device="genesys:libusb:001:004")


def of_scanner(looked: scanner.Looked, device: str = "") -> Check:
    return scanner.judge(packaged().scan.model_copy(update={"device": device}), looked)


def test_a_scanner_that_answers_is_told_with_its_name_and_its_places() -> None:
    found = of_scanner(CANON)
    assert (found.code, found.verdict) == ("scanner", "ok")
    assert found.what == "Scanner : « Canon LiDE », par « genesys:libusb:001:004 », avec la vitre."
    both = replace(CANON, scanner=ScannerInfo("MFP", (Source.GLASS, Source.FEEDER)))
    assert "la vitre et le chargeur" in of_scanner(both).what


@pytest.mark.parametrize(
    ("looked", "device", "verdict", "word"),
    [
        (scanner.Looked(missing=("sane-utils",)), "", "failed", "apt install sane-utils"),
        (scanner.Looked(), "", "warning", "[scan] enabled = false"),
        (scanner.Looked(), "epson2:net", "failed", "scanimage -L"),
        (replace(CANON, others=2), "", "warning", "[scan] device"),
    ],
)
def test_what_is_wrong_with_a_scanner_is_told_with_what_to_do(
    looked: scanner.Looked, device: str, verdict: str, word: str
) -> None:
    found = of_scanner(looked, device)
    assert (found.code, found.verdict) == ("scanner", verdict)
    assert found.consequence
    assert word in found.remedy


@pytest.mark.parametrize(
    ("looked", "verdict", "word"),
    [
        (stick.Looked(missing=("mtools",)), "failed", "apt install mtools"),
        (stick.Looked(plugged=1, refused=("/dev/sdb1",)), "failed", "udev"),
        (stick.Looked(), "ok", ""),
        (stick.Looked(plugged=1), "ok", ""),
    ],
)
def test_what_is_wrong_with_sticks_is_told_with_what_to_do(looked: stick.Looked, verdict: str, word: str) -> None:
    found = stick.judge(looked)
    assert (found.code, found.verdict) == ("stick", verdict)
    assert word in found.remedy
    assert bool(found.consequence) is (verdict == "failed")


async def test_programs_that_are_missing_are_found_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (await stick.look()).missing == ("mtools", "util-linux", "coreutils", "bubblewrap")
    assert (await scanner.look(packaged().scan)).missing == ("sane-utils", "bubblewrap", "util-linux")


async def test_a_stick_that_this_account_cannot_write_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    async def plugged(_: UsbPorts) -> tuple[Stick, ...]:
        return (Stick(Path("/dev/no-such-stick"), "vfat", 1),)

    monkeypatch.setattr(UsbPorts, "plugged", plugged)
    assert (await stick.look()).refused == ("/dev/no-such-stick",)


def test_what_the_site_switched_off_is_not_looked_at_and_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workshop, "examine", lambda _section: iter(()))
    off = [f"{name}.enabled=false" for name in ("scan", "stick", "print", "phone")]
    said = list(examined.examine(load([], off).config))
    assert [one.code for one in said] == ["print", "phone", "scanner", "stick"]
    assert all(one.verdict is Verdict.OK and "enabled = false" in one.what for one in said)


def test_a_workshop_that_does_not_open_is_a_failure_and_one_that_cannot_read_a_warning() -> None:
    assert [(one.code, one.verdict) for one in workshop.judge(workshop.Looked(0.42))] == [
        ("workshop", Verdict.OK),
        ("reading", Verdict.OK),
    ]
    opens, reads = workshop.judge(workshop.Looked(None, ("tesseract-ocr-fra",)))
    assert (opens.verdict, reads.verdict) == (Verdict.FAILED, Verdict.WARNING)
    assert all(one.consequence and one.remedy for one in (opens, reads))
    assert "tesseract-ocr-fra" in reads.remedy
