"""What `scanimage -A` writes of many makers' scanners, and the options that make each scan an A4 sheet in colour."""

from __future__ import annotations

import pytest

from kiosk.documents.scanner.base import Source
from kiosk.documents.scanner.options import arguments, read, sources

AIRSCAN = """
All options specific to device `airscan:e0:Laser MFP':
  Standard:
    --resolution 75|100|150|200|300|600dpi [300]
        Sets the resolution of the scanned image.
    --mode Color|Gray [Color]
    --source Flatbed|ADF|ADF Duplex [Flatbed]
  Geometry:
    -l 0..215.9mm [0]
    -t 0..297.011mm [0]
    -x 0..215.9mm [215.9]
    -y 0..297.011mm [297.011]
"""
BROTHER = """
    --mode Black & White|Gray[Error Diffusion]|True Gray|24bit Color|24bit Color[Fast] [24bit Color[Fast]]
    --resolution 100|150|200|300|400|600|1200dpi [200]
    --source FlatBed|Automatic Document Feeder(left aligned)|Automatic Document Feeder(left aligned,Duplex) [FlatBed]
    -x 0..211.9mm (in steps of 0.0999908) [211.881]
    -y 0..355.6mm (in steps of 0.0999908) [355.567]
"""
FUJITSU = """
    --source ADF Front|ADF Back|ADF Duplex [ADF Front]
    --mode Lineart|Gray|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [600]
    --page-width 0..221.121mm (in steps of 0.0211639) [215.872]
    --page-height 0..876.695mm (in steps of 0.0211639) [279.364]
    -x 0..215.872mm (in steps of 0.0211639) [215.872]
"""
GENESYS = """
    --mode Color|Gray [Gray]
    --source Flatbed|Transparency Adapter [Flatbed]
    --depth 8|16 [8]
    --resolution 4800|2400|1200|600|150|100|75dpi [75]
    -x 0..216mm [216]
"""
PIXELS = """
    --mode Lineart|48 bits Color|Color [Lineart]
    --source Normal|ADF [inactive]
    --depth 16 [16]
    -x 0..5100pel [5100]
"""


def chosen(text: str, source: Source, dots: int = 200, kind: str = "") -> list[str]:
    options = read(text)
    return arguments(options, sources(options, kind)[source], dots)


def test_an_airscan_scanner() -> None:
    wanted = ["--source=ADF", "--mode=Color", "--resolution=200", "-l", "0", "-t", "0", "-x", "210", "-y", "297"]
    assert chosen(AIRSCAN, Source.FEEDER) == wanted
    assert chosen(AIRSCAN, Source.GLASS)[0] == "--source=Flatbed"


def test_a_scanner_whose_names_hold_brackets_and_commas() -> None:
    wanted = chosen(BROTHER, Source.FEEDER)
    assert wanted[:2] == ["--source=Automatic Document Feeder(left aligned)", "--mode=24bit Color"]


def test_a_feeder_alone_is_told_its_sheet() -> None:
    options = read(FUJITSU)
    assert sources(options, "scanner") == {Source.FEEDER: "ADF Front"}
    assert chosen(FUJITSU, Source.FEEDER)[3:5] == ["--page-width=210", "--page-height=297"]


@pytest.mark.parametrize(("dots", "nearest"), [(150, 150), (200, 150), (300, 150), (400, 600)])
def test_a_fineness_that_is_not_there_is_the_nearest(dots: int, nearest: int) -> None:
    wanted = chosen(GENESYS, Source.GLASS, dots)
    assert f"--resolution={nearest}" in wanted
    assert "--depth=8" in wanted


def test_slides_are_no_place_for_a_sheet() -> None:
    assert sources(read(GENESYS), "flatbed scanner") == {Source.GLASS: "Flatbed"}


def test_what_is_inactive_or_counted_in_pixels_is_left_as_it_is() -> None:
    assert chosen(PIXELS, Source.GLASS, kind="flatbed scanner") == ["--mode=Color"]


def test_a_device_without_a_choice_is_what_sane_says_it_is() -> None:
    assert sources(read(""), "sheetfed scanner") == {Source.FEEDER: None}
    assert sources(read(""), "flatbed scanner") == {Source.GLASS: None}
    assert arguments({}, None, 200) == []


def test_a_feeder_that_always_takes_both_sides_is_still_a_feeder() -> None:
    assert sources(read("    --source Flatbed|ADF Duplex [Flatbed]"), "")[Source.FEEDER] == "ADF Duplex"
