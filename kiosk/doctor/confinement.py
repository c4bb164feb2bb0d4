"""What the kernel lets the post do to keep a session apart: namespaces, the browser's own walls, a bound on memory.

Looks by really making a small sandbox, the same as a session's, then judges (`judge`, pure).
"""

from __future__ import annotations

import asyncio
import os
import pwd
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.checks import Check, Verdict
from kiosk.doctor.programs import answer_of
from kiosk.doctor.system import UNIT
from kiosk.sandbox import BubblewrapSandbox, GuestSpec, SandboxError
from kiosk.sandbox.cgroup import memory_group

_CLOSED = "Aucune démarche ne s'ouvre sur ce poste."
_SMALL = 64 << 20
PROFILE = "cote-a-cote"

# What a browser does inside to shut its own pages in: CLONE_NEWUSER, CLONE_NEWPID and CLONE_NEWNET.
_WALLS = "import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare(0x10000000 | 0x20000000 | 0x40000000) != 0)"

_SWITCHES = {
    "apparmor": Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns"),
    "debian": Path("/proc/sys/kernel/unprivileged_userns_clone"),
    "none-left": Path("/proc/sys/user/max_user_namespaces"),
}
_LOAD = "Chargez-le : sudo apparmor_parser -r /etc/apparmor.d/cote-a-cote. Puis : sudo systemctl restart " + UNIT
_OPENED = {
    "apparmor": "Le profil du poste les permet. " + _LOAD,
    "debian": "Permettez-les : sudo sysctl kernel.unprivileged_userns_clone=1",
    "none-left": "Permettez-les : sudo sysctl user.max_user_namespaces=15000",
    "": "Voyez la cause avec le compte du poste : sudo -u kiosk bwrap --unshare-all --ro-bind / / true",
}


@dataclass(frozen=True)
class Confinement:
    """`account`: who asks. `program`: bubblewrap is there. `walls`: a browser inside
    can shut its pages in. `shut_by`: what forbids namespaces, as far as it is known; `restricted`: Ubuntu's rule that
    asks for an AppArmor profile. `bounded`: a session's memory is limited. `core_pattern`: as the kernel says it.
    `apparmor`: the kernel has it at work. `profile`: what it holds us by, as "cote-a-cote (enforce)"."""

    account: str
    program: bool
    namespaces: bool
    walls: bool
    shut_by: str
    restricted: bool
    bounded: bool
    core_pattern: str
    apparmor: bool
    profile: str

    @property
    def is_root(self) -> bool:
        return self.account == "root"


def look() -> Confinement:
    program = shutil.which("bwrap") is not None
    ended = asyncio.run(_try_sandbox()) if program else None
    return Confinement(
        account=pwd.getpwuid(os.getuid()).pw_name,
        program=program,
        namespaces=ended is not None,
        walls=ended == 0,
        shut_by=shut_by(_SWITCHES),
        restricted=_read(_SWITCHES["apparmor"]) == "1",
        bounded=_bounded(),
        core_pattern=_read(Path("/proc/sys/kernel/core_pattern")),
        apparmor=_read(Path("/sys/module/apparmor/parameters/enabled")) == "Y",
        profile=_read(Path("/proc/self/attr/current")).strip("\0"),
    )


async def _try_sandbox() -> int | None:
    """How the walls inside went; None when there is no inside."""
    spec = GuestSpec((sys.executable, "-I", "-c", _WALLS), memory_bytes=_SMALL * 4)
    try:
        guest = await BubblewrapSandbox(scope=f"doctor-{os.getpid()}").start(spec)
    except SandboxError:
        return None
    try:
        await asyncio.wait_for(guest.wait(), 20)
        return guest.exit_code
    except TimeoutError:
        return 1
    finally:
        await guest.kill()


def shut_by(switches: dict[str, Path]) -> str:
    """The first switch that forbids what a sandbox needs; "" when none of the known ones does."""
    if _read(switches["debian"]) == "0":
        return "debian"
    if _read(switches["none-left"]) == "0":
        return "none-left"
    return "apparmor" if _read(switches["apparmor"]) == "1" else ""


def _bounded() -> bool:
    group = memory_group(f"kiosk-doctor-{os.getpid()}", _SMALL)
    if group.limited:
        group.remove()
        return True
    # From a terminal we are not in the post's own part of the machine: whether that part is its own, systemd knows.
    said = answer_of("systemctl", "show", UNIT, "--property=Delegate,ActiveState") or ""
    return "Delegate=yes" in said.split()


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def judge(found: Confinement) -> Iterator[Check]:
    yield _account(found)
    yield from _namespaces(found)
    if found.bounded:
        yield Check("memory-bound", Verdict.OK, "La mémoire d'une session est limitée.")
    else:
        yield Check(
            "memory-bound",
            Verdict.WARNING,
            "La mémoire d'une session n'est pas limitée (groupes de contrôle).",
            "Une page trop lourde peut ralentir tout le poste.",
            f"Démarrez le poste par son service (Delegate=yes) : sudo systemctl restart {UNIT}",
        )
    yield _core(found.core_pattern)
    yield _profile(found)


def _account(found: Confinement) -> Check:
    if found.is_root:
        return Check(
            "account",
            Verdict.WARNING,
            "Le compte qui demande est root, et non celui du poste.",
            "Le poste a d'autres droits que root : ces réponses peuvent ne pas être les siennes.",
            f"Ouvrez le poste : sudo systemctl start {UNIT}. Puis recommencez : sudo kiosk doctor",
        )
    return Check("account", Verdict.OK, f"Le compte « {found.account} » n'a pas les droits de root.")


def _namespaces(found: Confinement) -> Iterator[Check]:
    if not found.program:
        yield Check(
            "namespaces",
            Verdict.FAILED,
            "Le programme « bwrap » manque.",
            _CLOSED,
            "Installez-le : sudo apt install bubblewrap",
        )
        return
    if not found.namespaces:
        yield Check(
            "namespaces",
            Verdict.FAILED,
            "Le noyau refuse les espaces de noms à ce compte.",
            _CLOSED,
            _OPENED[found.shut_by],
        )
        if found.restricted:
            yield Check(
                "apparmor",
                Verdict.FAILED,
                "AppArmor retient les espaces de noms du poste.",
                _CLOSED,
                _OPENED["apparmor"],
            )
        return
    yield Check("namespaces", Verdict.OK, "Une session peut être isolée : le noyau le permet.")
    if found.restricted:
        yield Check("apparmor", Verdict.OK, "AppArmor laisse passer le poste.")
    else:
        yield Check("apparmor", Verdict.OK, "AppArmor ne retient pas les espaces de noms.")
    if found.walls:
        yield Check("browser-walls", Verdict.OK, "Le navigateur peut enfermer ses pages : sa protection est entière.")
    else:
        yield Check(
            "browser-walls",
            Verdict.FAILED,
            "Le navigateur ne peut pas enfermer ses pages.",
            "Il refuse de s'ouvrir sans sa protection. " + _CLOSED,
            _OPENED[found.shut_by],
        )


def _core(pattern: str) -> Check:
    """The post's own programs write none, whatever the pattern: this is about those beside it, like CUPS."""
    if pattern.startswith("|") and not pattern.startswith(("|/bin/false", "|/usr/bin/false", "|/bin/true")):
        return Check(
            "core-dumps",
            Verdict.WARNING,
            f"Un programme qui tombe donne sa mémoire à garder : {pattern.split(maxsplit=1)[0]}",
            "Le poste n'en laisse pas. Mais l'imprimante ou le scanner pourraient laisser un papier sur le disque.",
            "Écrivez kernel.core_pattern=|/bin/false dans /etc/sysctl.d/60-cote-a-cote.conf."
            " Puis : sudo sysctl --system",
        )
    return Check("core-dumps", Verdict.OK, "Aucun programme à part ne garde la mémoire de ce qui tombe.")


def _profile(found: Confinement) -> Check:
    less = "Une faute du navigateur trouverait un mur de moins."
    if found.profile == f"{PROFILE} (enforce)":
        return Check("profile", Verdict.OK, "AppArmor tient les programmes du poste.")
    if not found.apparmor:
        what, remedy = "Le noyau n'a pas AppArmor.", "sudo apt install apparmor, puis redémarrez l'ordinateur."
    elif found.profile.startswith(f"{PROFILE} "):
        what = "AppArmor note ce que font les programmes du poste, mais ne les tient pas."
        remedy = f"sudo rm -f /etc/apparmor.d/force-complain/{PROFILE}. {_LOAD}"
    else:
        what, remedy = "AppArmor ne tient pas les programmes du poste.", _LOAD
    return Check("profile", Verdict.WARNING, what, less, remedy)
