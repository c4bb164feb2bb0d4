"""The shape of the configuration: every section and key that IT may write, with its type and its limits.

No default is written here: they are all in `default.toml`, which people can read. The limits refuse what cannot
work, not what is unwise.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from kiosk import languages

PACKAGED_PROCEDURES = Path(__file__).resolve().parents[2] / "assets" / "procedures"

Words = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[^\x00-\x1f\x7f]+$", description="un nom court")]
Seconds = Annotated[int, Field(ge=1, le=3600)]
Megabytes = Annotated[int, Field(ge=1, le=65_536)]
Host = Annotated[
    str,
    Field(
        max_length=253,
        pattern=r"^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$",
        description="un nom de site, comme « exemple.fr » ou « *.exemple.fr »",
    ),
]


_OF_THE_SYSTEM = {
    (),
    ("bin",),
    ("boot",),
    ("dev",),
    ("etc",),
    ("lib",),
    ("lib64",),
    ("proc",),
    ("sbin",),
    ("sys",),
    ("usr",),
}
_SHARED_MEMORY = Path("/dev/shm")


def _offered(code: str) -> str:
    if code not in languages.codes():
        raise ValueError("not a language of the post")
    return code


LANGUAGE = AfterValidator(_offered)
"""Marks a setting that names a language."""


def _absolute(path: Path) -> Path:
    if not path.is_absolute() or "\0" in str(path):
        raise ValueError("not an absolute path")
    return path


def _narrow(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """What is new there is removed, so it may not be the whole machine."""
    if any(folder.parts[1:2] in _OF_THE_SYSTEM and folder != _SHARED_MEMORY for folder in folders):
        raise ValueError("a folder of the system")
    return folders


def _port_exists(address: str) -> str:
    if address and not 1 <= int(address.rpartition(":")[2]) <= 65_535:
        raise ValueError("no such port")
    return address


# Strict everywhere else: TOML has types, and `"300"` where a number is meant is a mistake worth showing.
Folder = Annotated[
    Path, Field(strict=False, description="un chemin complet, comme « /srv/demarches »"), AfterValidator(_absolute)
]


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class SiteSection(Section):
    """`post` names this machine to IT; it is no personal data."""

    name: Words
    post: Annotated[
        str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]{0,39}$", description="des lettres, des chiffres et des tirets")
    ]


class SessionSection(Section):
    """`warning_seconds` may not be less than the 20 seconds that EN 301 549 (WCAG 2.2.1) gives a person to answer."""

    idle_seconds: Annotated[int, Field(ge=5, le=3600)]
    idle_with_mediator_seconds: Annotated[int, Field(ge=5, le=7200)]
    upload_seconds: Annotated[int, Field(ge=60, le=7200)]
    warning_seconds: Annotated[int, Field(ge=20, le=600)]
    warning_sound: bool
    closing_seconds: Seconds
    receipt_seconds: Seconds
    opening_timeout_seconds: Seconds
    heartbeat_timeout_seconds: Seconds
    wiping_timeout_seconds: Seconds


class GuestSection(Section):
    """`tray_*`: the person's documents, which live in the guest's home."""

    memory_mb: Annotated[int, Field(ge=512, le=65_536)]
    home_mb: Megabytes
    tmp_mb: Megabytes
    shm_mb: Megabytes
    tray_files: Annotated[int, Field(ge=1, le=200)]
    tray_file_mb: Megabytes
    tray_mb: Megabytes


class NetworkSection(Section):
    """`internal`: hosts that may lead to an address of the local network. `upstream`: "host:port" of the network's own
    proxy, or empty."""

    allow: Annotated[
        tuple[Host, ...],
        Field(strict=False, max_length=200, description='une liste de noms de sites, comme ["exemple.fr"]'),
    ]
    internal: Annotated[
        tuple[Host, ...],
        Field(strict=False, max_length=20, description='une liste de noms de sites, comme ["intranet.exemple.fr"]'),
    ]
    upstream: Annotated[
        str,
        Field(
            pattern=r"^$|^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?:[1-9][0-9]{0,4}$",
            description="« hôte:port », ou rien",
        ),
        AfterValidator(_port_exists),
    ]
    connect_timeout_seconds: Annotated[int, Field(ge=1, le=120)]


class ProceduresSection(Section):
    """`practice`: whether the practice administration is served and its procedures shown.

    `practice_redesigned`: its services in their second version, for whoever wants to see what a changed site does.
    """

    folders: Annotated[
        tuple[Folder, ...],
        Field(strict=False, max_length=20, description='une liste de chemins complets, comme ["/srv/demarches"]'),
    ]
    practice: bool
    practice_redesigned: bool

    @property
    def every_folder(self) -> tuple[Path, ...]:
        """The program's own procedures first, then the site's."""
        return (PACKAGED_PROCEDURES, *self.folders)


class PacksSection(Section):
    """`signers`: the folder of the public keys whose packs of procedures are believed."""

    signers: Folder


# `keys.KEYSYMS` has the same names; a test holds the two together.
Key = Literal["F2", "F4", "F7", "F8", "F9", "F10", "F11", "F12", "Pause", "Scroll_Lock", "Print"]
Place = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[\x21-\x7e]+( [\x21-\x7e]+)*$")]
Places = Annotated[
    tuple[Place, ...],
    Field(strict=False, max_length=20, description="une liste de prises, comme « kiosk doctor » les montre"),
]


class ControlSection(Section):
    """`*_devices`: places where devices are plugged in (`control.identity`); empty: what the post remembers."""

    pair: bool
    user_devices: Places
    mediator_devices: Places
    take_key: Key
    give_key: Key
    both_key: Key
    brake_key: Key
    remind_seconds: Annotated[int, Field(ge=10, le=3600)]


class ScanSection(Section):
    """`device`: as `scanimage -L` names it, or empty for the first that is found."""

    enabled: bool
    device: Annotated[
        str,
        Field(max_length=200, pattern=r"^$|^[\x21-\x7e]+( [\x21-\x7e]+)*$", description="le nom d'un scanner, ou rien"),
    ]
    dots_per_inch: Literal[150, 200, 300]


class PhoneSection(Section):
    """`address`: of this post on the network that phones use, or empty: found by itself. `certificate` and `key`: PEM
    files for `host`, or all three empty: the post makes its own certificate and phones warn of it."""

    enabled: bool
    address: Annotated[
        str,
        Field(pattern=r"^$|^[0-9]{1,3}(\.[0-9]{1,3}){3}$", description="une adresse, comme « 192.168.1.20 », ou rien"),
    ]
    port: Annotated[int, Field(ge=1024, le=65_535)]
    minutes: Annotated[int, Field(ge=1, le=30)]
    photo_mb: Annotated[int, Field(ge=1, le=50)]
    photos: Annotated[int, Field(ge=1, le=40)]
    host: Annotated[
        str,
        Field(
            max_length=253,
            pattern=r"^$|^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$",
            description="un nom, comme « poste-1.exemple.fr », ou rien",
        ),
    ]
    certificate: Annotated[str, Field(pattern=r"^$|^/[^\x00]*$", description="un chemin complet, ou rien")]
    key: Annotated[str, Field(pattern=r"^$|^/[^\x00]*$", description="un chemin complet, ou rien")]


class PrintSection(Section):
    """`server`: "host:port" of CUPS. `queue`: its printer, or empty for the server's own choice. `release`: who lets a
    sheet out: the person at the post, or a mediator with their PIN."""

    enabled: bool
    server: Annotated[
        str,
        Field(
            pattern=r"^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?:[1-9][0-9]{0,4}$",
            description="« hôte:port », comme « localhost:631 »",
        ),
        AfterValidator(_port_exists),
    ]
    queue: Annotated[
        str, Field(max_length=127, pattern=r"^[A-Za-z0-9._-]*$", description="le nom d'une imprimante, ou rien")
    ]
    copies: Annotated[int, Field(ge=1, le=20)]
    sheets: Annotated[int, Field(ge=1, le=100)]
    colour: bool
    release: Literal["post", "mediator"]


class StickSection(Section):
    """`devices`: where to look for a stick; empty: every USB drive that can be pulled out."""

    enabled: bool
    devices: Annotated[
        tuple[Folder, ...],
        Field(strict=False, max_length=10, description='une liste de chemins, comme ["/dev/disk/by-path/…"]'),
    ]


class WorkshopSection(Section):
    """The limits of the sandbox that opens one paper."""

    memory_mb: Annotated[int, Field(ge=256, le=8192)]
    seconds: Annotated[int, Field(ge=5, le=300)]


class DisplaySection(Section):
    """What each new person finds; they may change it for themselves."""

    language: Annotated[str, LANGUAGE]
    text_percent: Literal[100, 125, 150, 200]
    contrast: Literal["normal", "high"]


class TouchSection(Section):
    """`keyboard`: on the screen; "auto": where a touch screen is plugged in."""

    keyboard: Literal["auto", "on", "off"]


class AccessibilitySection(Section):
    """`screen_reader`: whether a reader may read the session; "auto": when the desktop says that one is on."""

    screen_reader: Literal["auto", "on", "off"]


VoiceName = Annotated[str, Field(max_length=40, pattern=r"^[A-Za-z0-9+_-]*$")]


class VoiceSection(Section):
    """`reading`: whether texts can be heard. `words_per_minute`: 175 is the engine's own pace.

    `voices`: the name of another voice of the engine, by language; what is not there has its own.
    """

    reading: Literal["on", "off"]
    words_per_minute: Annotated[int, Field(ge=80, le=260)]
    voices: Annotated[
        dict[Annotated[str, LANGUAGE], VoiceName],
        Field(description='une voix par langue, comme { fr = "mb-fr1" }'),
    ]


class WipeSection(Section):
    """`account`: the only account whose folders are cleaned, so that nobody's own home ever is; empty: none.

    `places`: where to look; empty: the account's home and the folders that everybody may write in. `swap`: what to do
    when the machine could write memory to a disk; "encrypted": IT says that nobody could read it there.
    """

    account: Annotated[str, Field(pattern=r"^([a-z_][a-z0-9_-]{0,31})?$", description="un nom de compte, ou rien")]
    places: Annotated[
        tuple[Folder, ...],
        Field(strict=False, max_length=16, description='une liste de chemins complets, comme ["/home/kiosk"]'),
        AfterValidator(_narrow),
    ]
    swap: Literal["warn", "refuse", "encrypted"]


class ReceiptsSection(Section):
    """`signed`: with the key of the post's keyring. `keep_days`: how long the receipt of a wipe is kept."""

    signed: bool
    keep_days: Annotated[int, Field(ge=7, le=1825)]


class NoticeSection(Section):
    """What « Vos données » says of the place. `controller`: who answers for the post. `contact`: how to reach them."""

    controller: Annotated[str, Field(max_length=120, pattern=r"^[^\x00-\x1f\x7f{}]*$", description="un nom, ou rien")]
    contact: Annotated[str, Field(max_length=120, pattern=r"^[^\x00-\x1f\x7f{}]*$", description="une adresse, ou rien")]


Command = Annotated[
    tuple[Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")], ...],
    Field(
        strict=False, min_length=1, max_length=40, description='une commande, mot par mot, comme ["x-server", "vt7"]'
    ),
]


Hour = Annotated[
    str,
    Field(pattern=r"^$|^([01][0-9]|2[0-3]):[0-5][0-9]$", description="une heure, comme « 19:00 », ou rien"),
]


# As the X server names them (/usr/share/X11/xkb/rules/evdev.lst); a test holds the two together.
Keyboard = Literal["fr", "fr(bepo)", "be", "ch(fr)", "ca", "gb", "us", "de", "es", "it", "pt"]


class PostSection(Section):
    """What `kiosk post` starts. `x_server`: the screen's server; `session`: what prepares the screen, and is given the
    kiosk's own command. `keyboard`: what is printed on the keys. `closes`, `opens`: when the machine is switched off
    and wakes, in the place's own time."""

    x_server: Command
    session: Command
    keyboard: Keyboard
    closes: Hour
    opens: Hour


class StateSection(Section):
    """`directory`: what outlives a restart. Never anything of a person."""

    directory: Folder


class Config(BaseModel):
    """The whole, complete and valid."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    site: SiteSection
    session: SessionSection
    guest: GuestSection
    network: NetworkSection
    procedures: ProceduresSection
    packs: PacksSection
    control: ControlSection
    scan: ScanSection
    phone: PhoneSection
    print: PrintSection
    stick: StickSection
    workshop: WorkshopSection
    display: DisplaySection
    touch: TouchSection
    accessibility: AccessibilitySection
    voice: VoiceSection
    notice: NoticeSection
    receipts: ReceiptsSection
    wipe: WipeSection
    post: PostSection
    state: StateSection


# Each must be at most the next, or a document that fits one limit would break on the other.
NESTED_LIMITS = ("tray_file_mb", "tray_mb", "home_mb")

# Each must be another key, or one of two wishes would never be heard.
CONTROL_KEYS = ("take_key", "give_key", "both_key", "brake_key")
CONTROL_DEVICES = ("user_devices", "mediator_devices")
