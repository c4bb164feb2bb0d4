"""What could stay of a session outside of the session's own memory, and what the post does about it.

The folders of its account, memory that is written to a disk or kept by the X server. Looks, judges for `kiosk doctor`,
and makes the erasure of the folders. Knows no screen.
"""

from __future__ import annotations

import os
import pwd
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.checks import Check, Verdict
from kiosk.config import Config, WipeSection
from kiosk.errors import KioskError
from kiosk.forgetting import X_SERVER, X_SERVER_OPTIONS
from kiosk.memory import disk_swaps, may_swap
from kiosk.session.known_clean import KnownClean
from kiosk.session.place import runtime_folder
from kiosk.session.x_server import Connection

_EVERYBODYS = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))
# Below the folder of a log-in: what systemd and D-Bus tell each other of services.
_OF_THE_LOGIN = ("systemd", "dbus-1")
_SWAP_OFF = (
    "Arrêtez le swap : sudo swapoff -a, puis retirez sa ligne de /etc/fstab. "
    "Ou limitez les services du poste et de l'écran : MemorySwapMax=0."
)


class SwapError(KioskError):
    """The machine could write what people type to a disk, and IT does not want a post that does."""

    code = "E-106"
    what = "La mémoire de cet ordinateur peut aller sur un disque (swap)."
    kept = "Le poste ne s'ouvre pas : rien n'a été écrit."
    todo = _SWAP_OFF


# --- folders ------------------------------------------------------------------------------------------------------


def places(section: WipeSection) -> tuple[Path, ...]:
    """Where traces are looked for; none under any account but the post's own."""
    account = pwd.getpwuid(os.getuid())
    if not section.account or account.pw_name != section.account:
        return ()
    return section.places or (Path(account.pw_dir), *_EVERYBODYS, Path(f"/run/user/{account.pw_uid}"))


def known_clean(config: Config) -> KnownClean:
    """The erasure of what is new in them."""
    login = Path(f"/run/user/{os.getuid()}")
    kept = (
        config.state.directory,
        runtime_folder(),
        *config.procedures.folders,
        *(login / one for one in _OF_THE_LOGIN),
    )
    return KnownClean(places(config.wipe), kept, config.state.directory / "known-clean.json")


# --- memory -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class XServer:
    """`forgets`: it overwrites what it frees; None: not ours to see. `leaves_core`: a fall writes its memory down."""

    pid: int
    forgets: bool | None
    leaves_core: bool


def x_server(display: str | None = None) -> XServer | None:
    """None when none answers."""
    try:
        with Connection(display) as server:
            pid = server.server_pid
    except OSError:
        return None
    return XServer(pid, _forgets(pid), _leaves_core(pid))


def _forgets(pid: int) -> bool | None:
    try:
        environment = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return None
    # The C library cuts its settings apart in place when it reads them.
    wanted = (part.encode() for name, value in X_SERVER.items() for part in f"{name}={value}".split(":"))
    return all(one in environment for one in wanted) and all(one.encode() in words for one in X_SERVER_OPTIONS)


def _leaves_core(pid: int) -> bool:
    try:
        limits = Path(f"/proc/{pid}/limits").read_text(encoding="utf-8").splitlines()
    except OSError:
        return True
    # "Max core file size", then the limit that holds, in bytes.
    held = next((line.split()[4] for line in limits if line.startswith("Max core file size")), "unlimited")
    return held not in {"0", "1"}


def swappable(server: XServer | None) -> tuple[str, ...]:
    """The disks on which a session's memory could come to lie."""
    pids = [os.getpid(), *([server.pid] if server else [])]
    return disk_swaps() if any(may_swap(pid) for pid in pids) else ()


def swap_problems(section: WipeSection) -> tuple[str, ...]:
    """What IT reads on the home screen. Raises SwapError when the post must not open."""
    if section.swap == "encrypted" or not (disks := swappable(x_server())):
        return ()
    if section.swap == "refuse":
        raise SwapError
    return (f"{SwapError.code} : {_on(disks)} {_SWAP_OFF}",)


def _on(disks: tuple[str, ...]) -> str:
    return f"La mémoire de cet ordinateur peut aller sur un disque (swap : {', '.join(disks)})."


# --- for `kiosk doctor` -------------------------------------------------------------------------------------------


def examine(config: Config) -> Iterator[Check]:
    server = x_server()
    yield judge_swap(config.wipe, swappable(server))
    if server is not None:
        yield judge_server(server)
    yield judge_places(config.wipe, places(config.wipe))


def judge_swap(section: WipeSection, disks: tuple[str, ...]) -> Check:
    if not disks:
        return Check("swap", Verdict.OK, "La mémoire du poste ne va sur aucun disque.")
    if section.swap == "encrypted":
        return Check("swap", Verdict.OK, 'La mémoire peut aller sur un disque chiffré : [wipe] swap = "encrypted".')
    return Check(
        "swap",
        Verdict.FAILED,
        _on(disks),
        "Ce qui est tapé peut rester sur ce disque, même après l'effacement.",
        _SWAP_OFF,
    )


def judge_server(server: XServer) -> Check:
    remedy = "Démarrez l'écran par le service du poste : sudo systemctl restart cote-a-cote"
    if server.leaves_core:
        what = "S'il tombe, le serveur d'écran peut écrire sa mémoire sur le disque."
        return Check("screen-memory", Verdict.WARNING, what, "Des images de pages pourraient y rester.", remedy)
    if server.forgets:
        return Check("screen-memory", Verdict.OK, "Le serveur d'écran écrase ce dont il n'a plus besoin.")
    what = "Le serveur d'écran n'écrase pas ce dont il n'a plus besoin."
    if server.forgets is None:
        what = "On ne peut pas savoir si le serveur d'écran écrase ce dont il n'a plus besoin."
    return Check("screen-memory", Verdict.WARNING, what, "Des textes copiés peuvent rester dans sa mémoire.", remedy)


def judge_places(section: WipeSection, found: tuple[Path, ...]) -> Check:
    if found:
        named = ", ".join(map(str, found))
        return Check("places", Verdict.OK, f"Dossiers remis à neuf après chaque visite : {named}")
    return Check(
        "places",
        Verdict.WARNING,
        f"Les dossiers de ce compte ne sont pas remis à neuf : ce n'est pas le compte « {section.account} ».",
        "Un fichier laissé par un programme y resterait.",
        "Ouvrez le poste avec son compte à lui, et écrivez le nom de ce compte : [wipe] account.",
    )
