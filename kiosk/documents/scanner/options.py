"""What `scanimage -A` writes about a scanner, and the options that make it scan an A4 sheet in colour.

Makers name the same thing in their own ways; here are the names that SANE's backends use. Pure: text in, text out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.documents.scanner.base import Source

A4_MM = (210.0, 297.0)
_LINE = re.compile(r"^ {4}(--?[A-Za-z][\w-]*)(?:\[=\(|[ =])?(.*)$")
_RANGE = re.compile(r"^(-?[\d.]+)\.\.(-?[\d.]+)(mm|dpi)?\b")
_NUMBER = re.compile(r"[\d.]+")
_GLASS = re.compile(r"flat ?bed|platen|glass|^fb$|^normal$", re.IGNORECASE)
_FEEDER = re.compile(r"adf|feeder|sheet", re.IGNORECASE)
_BOTH_SIDES = re.compile(r"duplex|both|back|double", re.IGNORECASE)
_FILM = re.compile(r"transp|negative|slide|film|card|tpu", re.IGNORECASE)


@dataclass(frozen=True)
class Option:
    """`allowed`: as scanimage writes it, choices parted by bars or a range."""

    allowed: str
    active: bool

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(self.allowed.split("|"))


def read(text: str) -> dict[str, Option]:
    """The options of a device, by their names ("--source", "-x")."""
    found = {}
    for line in text.splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        allowed, _, now = match[2].rpartition(" [")
        # A value may hold brackets itself: "24bit Color[Fast]".
        found[match[1]] = Option(allowed.strip(), active="inactive" not in now and "read-only" not in now)
    return found


def sources(options: Mapping[str, Option], kind: str) -> dict[Source, str | None]:
    """Where a sheet can lie, and how the device names it: None when there is nothing to choose. `kind`: as
    `scanimage -f %t` writes it."""
    option = _active(options, "--source")
    if option is None:
        return {Source.FEEDER if "sheetfed" in kind else Source.GLASS: None}
    found: dict[Source, str | None] = {}
    names = [name for name in option.choices if not _FILM.search(name)]
    glass = [name for name in names if _GLASS.search(name)]
    feeders = [name for name in names if _FEEDER.search(name) and name not in glass]
    one_side = [name for name in feeders if not _BOTH_SIDES.search(name)]
    if glass:
        found[Source.GLASS] = glass[0]
    if feeders:
        found[Source.FEEDER] = (one_side or feeders)[0]
    return found or {Source.GLASS: None}


def arguments(options: Mapping[str, Option], named: str | None, dots_per_inch: int) -> list[str]:
    """For one A4 sheet in colour from the source of this name. In the order in which SANE wants them."""
    wanted = []
    if named is not None:
        wanted.append(f"--source={named}")
    if mode := _colour(options):
        wanted.append(f"--mode={mode}")
    if depth := _active(options, "--depth"):
        wanted += ["--depth=8"] if "8" in re.findall(r"\d+", depth.allowed) else []
    if resolution := _active(options, "--resolution"):
        wanted.append(f"--resolution={_nearest(resolution.allowed, dots_per_inch)}")
    for name, size in (("--page-width", A4_MM[0]), ("--page-height", A4_MM[1])):
        if reach := _reach(options, name):
            wanted.append(f"{name}={min(size, reach):g}")
    for name, size in (("-l", 0.0), ("-t", 0.0), ("-x", A4_MM[0]), ("-y", A4_MM[1])):
        reach = _reach(options, name)
        if reach is not None:
            wanted += [name, f"{min(size, reach):g}"]
    return wanted


def _active(options: Mapping[str, Option], name: str) -> Option | None:
    option = options.get(name)
    return option if option is not None and option.active else None


def _colour(options: Mapping[str, Option]) -> str | None:
    option = _active(options, "--mode")
    names = [] if option is None else [name for name in option.choices if re.search("colou?r", name, re.IGNORECASE)]
    deep = re.compile(r"(30|36|42|48) ?bit|halftone", re.IGNORECASE)
    return next((name for name in names if not deep.search(name)), None)


def _nearest(allowed: str, wanted: int) -> int:
    if match := _RANGE.match(allowed):
        return round(min(max(wanted, float(match[1])), float(match[2])))
    known = [round(float(one)) for one in _NUMBER.findall(allowed)]
    return min(known, key=lambda one: (abs(one - wanted), -one), default=wanted)


def _reach(options: Mapping[str, Option], name: str) -> float | None:
    """The greatest value of a length in millimetres. Some devices count in pixels: theirs stay as they are."""
    option = _active(options, name)
    match = _RANGE.match(option.allowed) if option is not None else None
    return float(match[2]) if match is not None and match[3] == "mm" else None
