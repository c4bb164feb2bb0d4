"""A post that is well, and for each code of the doctor a world in which that check does not say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kiosk import what_stays
from kiosk.checks import Check
from kiosk.config import Config, load, packaged
from kiosk.config.model import PhoneSection
from kiosk.control.backend import Device, DeviceKind
from kiosk.control.devices import Remembered
from kiosk.control.x11 import SecondPointer
from kiosk.doctor import confinement, content, hands, letters, machine, network, rooms, rounds, screen, system
from kiosk.documents.phone import examined as phone
from kiosk.documents.printer import examined as printer
from kiosk.documents.printer.base import PrinterInfo
from kiosk.documents.scanner import examined as scanner
from kiosk.documents.scanner.base import ScannerInfo, Source
from kiosk.documents.stick import examined as stick
from kiosk.documents.workshop import examined as workshop
from kiosk.errors import Problem
from kiosk.receipts import examined as receipts
from kiosk.receipts.line import NOTHING_BEFORE, Verdict, made
from kiosk.receipts.safe import Safe, SafeError
from kiosk.sheets import examined as sheets
from kiosk.staff import StaffFile
from kiosk.voice import examined as voice
from kiosk.voice.base import Silence

NOW = datetime(2026, 11, 22, tzinfo=UTC)
CONFIG = packaged()
PAIR = (Device(8, DeviceKind.MOUSE, "usb-1", "Souris"), Device(9, DeviceKind.KEYBOARD, "usb-2", "Clavier"))
OTHERS = (Device(10, DeviceKind.MOUSE, "usb-3", "Souris"), Device(11, DeviceKind.KEYBOARD, "usb-4", "Clavier"))


def config(*overrides: str) -> Config:
    loaded = load([], overrides)
    assert loaded.problems == ()
    return loaded.config


# --- the post that is well ----------------------------------------------------------------------------------------


def remembered(folder: Path) -> Remembered:
    found = Remembered.of(folder)
    found.save({"usb-1", "usb-2"}, {"usb-3", "usb-4"})
    return found


def hands_of(folder: Path) -> hands.Findings:
    return hands.Findings(
        True, True, SecondPointer.MADE, (*PAIR, *OTHERS), True, Path("/run/wheel"), True, remembered(folder)
    )


HELD = "cote-a-cote (enforce)"
CONFINED = confinement.Confinement("kiosk", True, True, True, "", False, True, "|/bin/false", True, HELD)
MACHINE = machine.Machine(
    memory=4 << 30,
    free=2 << 30,
    state=Path("/var/lib/kiosk"),
    disk=10 << 30,
    writable=True,
    readable=False,
    cards=(("renderD128", True),),
    sound=True,
    account="kiosk",
    opens="08:00",
)
SCREEN = screen.Screen(
    program="Xorg",
    words=("/usr/lib/xorg/Xorg", "vt7", "-novtswitch", "-noreset", "-nolisten", "tcp"),
    rules=("evdev", "pc105", "fr", "", "srvrkeys:none"),
    open_to_all=False,
    dark_after=0,
    saves_power=False,
    width=1920,
    height=1080,
    sysrq=0,
)
SERVICE = {"LoadState": "loaded", "UnitFileState": "enabled", "ActiveState": "active", "NRestarts": "0"}
SYSTEM = system.System(SERVICE)
LETTERS = letters.Letters((), measured=True, joined=True)
SITES = (network.Service("www.caf.fr", "answers", NOW + timedelta(days=90), 1.0),)
NETWORK = network.Network(True, names=True, services=SITES)
NAMED = config(
    'site.name="Espace des Tilleuls"', "site.post=tilleuls-2", 'notice.controller="La ville"', "notice.contact=x"
)
CONTENT = content.Content(NAMED, CONFIG, mediators=2, technicians=1, shown=70)
PRINTER = printer.Looked(
    True, True, ("accueil",), PrinterInfo("accueil", colour=False), Path("/var/spool/cups"), True, False
)
SCANNER = scanner.Looked((), ScannerInfo("Un scanner", (Source.GLASS,)), "airscan:e0")
RECEIPT = made(
    1, NOTHING_BEFORE, Verdict(NOW, "finished", verified=True, error=None, seconds=1.0, steps=(("x", 0.1, True, 0),))
)


class Shut(Safe):
    """A keyring that nobody has opened."""

    def key(self) -> None:
        raise SafeError("keyring-locked")

    put_key = head = put_head = key  # type: ignore[assignment]


class Speaks(Silence):
    def speaks(self, _language: str) -> bool:
        return True


# --- the table ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class World:
    """What the doctor says there. `folder`: an empty one, for what looks at files."""

    said: Callable[[Path], Iterable[Check]]


def _hands(**changes: object) -> World:
    return World(lambda folder: hands.judge(load([]), replace(hands_of(folder), **changes)))  # type: ignore[arg-type]


def _confined(**changes: object) -> World:
    return World(lambda _: confinement.judge(replace(CONFINED, **changes)))  # type: ignore[arg-type]


def _machine(**changes: object) -> World:
    return World(lambda _: machine.judge(replace(MACHINE, **changes)))  # type: ignore[arg-type]


def _screen(**changes: object) -> World:
    return World(lambda _: screen.judge(replace(SCREEN, **changes)))  # type: ignore[arg-type]


def _system(**changes: object) -> World:
    return World(lambda _: system.judge(replace(SYSTEM, **changes)))  # type: ignore[arg-type]


def _network(**changes: object) -> World:
    return World(lambda _: network.judge(replace(NETWORK, **changes), NOW))  # type: ignore[arg-type]


def _content(**changes: object) -> World:
    return World(lambda _: content.judge(replace(CONTENT, **changes)))  # type: ignore[arg-type]


def _printer(**changes: object) -> World:
    return World(lambda _: printer.judge(CONFIG.print, replace(PRINTER, **changes)))  # type: ignore[arg-type]


def _without_devices(folder: Path) -> Iterator[Check]:
    (folder / "devices.json").write_text("{")
    return hands.judge(load([]), replace(hands_of(folder / "other"), remembered=Remembered.of(folder)))


def _altered_book(folder: Path) -> Iterator[Check]:
    (folder / "receipts.jsonl").write_bytes(RECEIPT.written.replace(b"finished", b"idle") + b"\n{}\n")
    return receipts.examine(folder, None)


def _no_phone(_: Path) -> Iterator[Check]:
    return phone.examine(PhoneSection.model_validate({**dict(CONFIG.phone), "host": "poste.exemple.fr"}))


def _reader(_: Path) -> Iterator[Check]:
    return rooms.judge_reader(there=False)


NOBODY = Path("/nowhere")
CORE = "|/usr/lib/systemd/systemd-coredump %P"
LATE = network.Service("www.caf.fr", "answers", NOW + timedelta(days=2), -900.0)
BADLY = (Problem("kiosk.toml", "Non.", 3),)
WRONG = replace(RECEIPT, verified=False, error="E-305")

FAILING: Mapping[str, World] = {
    # hands
    "line": _hands(wheel_in_memory=False),
    "display": _hands(display=False),
    "xi2": _hands(xi2=False),
    "second-pointer": _hands(second=SecondPointer.REFUSED),
    "device-absent": _hands(devices=PAIR),
    "devices-file": World(_without_devices),
    "pairs": _hands(devices=()),
    "watchdog": _hands(watchdog=False),
    # the screen
    "screen-server": _screen(words=("Xorg", "vt7")),
    "terminals": _screen(rules=("evdev", "pc105", "fr", "", "")),
    "kernel-keys": _screen(sysrq=438),
    "screen-door": _screen(open_to_all=True),
    "screen-dark": _screen(dark_after=600),
    "screen-size": _screen(width=800, height=600),
    "keyboard-layout": _screen(rules=("evdev", "pc105", "us", "", "srvrkeys:none")),
    # keeping sessions apart
    "account": _confined(account="root"),
    "namespaces": _confined(namespaces=False, shut_by="debian"),
    "apparmor": _confined(namespaces=False, shut_by="apparmor", restricted=True),
    "profile": _confined(profile="unconfined"),
    "browser-walls": _confined(walls=False),
    "memory-bound": _confined(bounded=False),
    "core-dumps": _confined(core_pattern=CORE),
    # the machine
    "memory": _machine(memory=1 << 30),
    "memory-free": _machine(free=100 << 20),
    "wake": _machine(alarm=False),
    "disk": _machine(disk=1 << 20),
    "state": _machine(writable=False),
    "graphics": _machine(cards=(("renderD128", False),)),
    "sound": _machine(sound=False),
    "groups": _machine(outside_of=("lp",)),
    "programs": _machine(missing=("util-linux",)),
    # the system
    "service": _system(unit={**SERVICE, "ActiveState": "failed"}),
    "restarts": _system(unit={**SERVICE, "NRestarts": "7"}),
    "sleep": _system(sleeping=("HandleLidSwitch",)),
    "journal": _system(journal_on_disk=True),
    "clock-source": _system(synchronised=False),
    "time-zone": _system(zone="UTC"),
    "package": World(lambda _: system.judge_package(system.Package(True, True, ("/opt/cote-a-cote/kiosk/app.py",)))),
    # letters
    "libraries": World(lambda _: letters.judge(replace(LETTERS, libraries=("libxcb-cursor.so.0",)))),
    "letters": World(lambda _: letters.judge(replace(LETTERS, missing=("œ",)))),
    "arabic": World(lambda _: letters.judge(replace(LETTERS, joined=False))),
    # the network
    "network": _network(route=False),
    "proxy": _network(upstream="proxy.ville.fr:3128", proxy=False),
    "names": _network(names=False),
    "site": _network(services=(network.Service("www.caf.fr", "shut"),)),
    "certificates": _network(services=(LATE,)),
    "clock": _network(services=(LATE,)),
    # what was written
    "settings": _content(settings=BADLY),
    "procedures": _content(procedures=BADLY),
    "packs": _content(packs=BADLY),
    "drifts": _content(drifts=(("caf-rib", "login", 9),)),
    "place": _content(config=CONFIG),
    "notice": _content(config=CONFIG),
    "staff-area": _content(mediators=0),
    "staff-it": _content(technicians=0),
    # papers
    "print": _printer(answers=False),
    "print-spool": _printer(spool_in_memory=False),
    "print-files": _printer(keeps_papers=True),
    "staff": World(lambda folder: [rooms.staffed(StaffFile(folder))]),
    "phone": World(_no_phone),
    "scanner": World(lambda _: [scanner.judge(CONFIG.scan, scanner.Looked())]),
    "stick": World(lambda _: [stick.judge(stick.Looked(("mtools",)))]),
    "workshop": World(lambda _: workshop.judge(workshop.Looked(None))),
    "reading": World(lambda _: workshop.judge(workshop.Looked(0.5, ("tesseract-ocr",)))),
    # aids, sheets
    "voice": World(lambda _: [voice.examine(Silence())]),
    "reader": World(_reader),
    "sheets": World(lambda folder: sheets.examine(folder, date(2026, 11, 22))),
    # what stays
    "keyring": World(lambda folder: receipts.examine(folder, Shut())),
    "receipts": World(_altered_book),
    "last-wipe": World(lambda _: [receipts.judge_last(WRONG)]),
    "swap": World(lambda _: [what_stays.judge_swap(CONFIG.wipe, ("/dev/sda2",))]),
    "screen-memory": World(
        lambda _: [what_stays.judge_server(what_stays.XServer(1, forgets=False, leaves_core=False))]
    ),
    "places": World(lambda _: [what_stays.judge_places(CONFIG.wipe, ())]),
    # the round itself
    "unlooked": World(lambda _: [rounds.unlooked("réseau")]),
}


def well(folder: Path) -> list[Check]:
    """Every check that a table above makes fail, in a post that is as it should be."""
    return [
        *hands.judge(load([]), hands_of(folder)),
        *screen.judge(SCREEN),
        *confinement.judge(CONFINED),
        *machine.judge(MACHINE),
        *system.judge(SYSTEM),
        *system.judge_package(system.Package(installed=True)),
        *letters.judge(LETTERS),
        *network.judge(NETWORK, NOW),
        *content.judge(CONTENT),
        *printer.judge(CONFIG.print, PRINTER),
        scanner.judge(CONFIG.scan, SCANNER),
        stick.judge(stick.Looked()),
        *workshop.judge(workshop.Looked(0.5)),
        voice.examine(Speaks()),
        *rooms.judge_reader(there=True),
        receipts.judge_last(RECEIPT),
        what_stays.judge_swap(CONFIG.wipe, ()),
        what_stays.judge_server(what_stays.XServer(1, forgets=True, leaves_core=False)),
        what_stays.judge_places(CONFIG.wipe, (NOBODY,)),
    ]
