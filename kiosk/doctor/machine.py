"""What the machine has: memory, disk, a graphics card, sound, an alarm clock, the groups of its account, the programs
it calls.

Looks, then judges (`judge`, pure). Sizes are in bytes.
"""

from __future__ import annotations

import grp
import os
import pwd
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from kiosk.checks import Check, Verdict
from kiosk.config import Config

_MIB = 1 << 20
LEAST_MEMORY = 1800 * _MIB
"""What a computer sold with 2 GB shows. The post with a heavy page takes 1.5 GB."""
LEAST_FREE = 400 * _MIB
LEAST_DISK, NO_DISK = 200 * _MIB, 10 * _MIB

PROGRAMS: Mapping[str, str] = {
    "setpriv": "util-linux",
    "prlimit": "util-linux",
    "setxkbmap": "x11-xkb-utils",
    "xset": "x11-xserver-utils",
    "xrandr": "x11-xserver-utils",
    "gnome-keyring-daemon": "gnome-keyring",
}
"""Those that no other check names, and their packages."""


@dataclass(frozen=True)
class Machine:
    """`opens`: when it should wake; `alarm`: it can. `state`: the post's folder; `readable`: others may read in it.
    `cards`: graphics cards, and whether this account may use them. `sound`: the same for loudspeakers, None where
    nothing is to be heard. `outside_of`: groups that the account should be in."""

    memory: int
    free: int
    state: Path
    disk: int
    writable: bool
    readable: bool
    cards: tuple[tuple[str, bool], ...]
    sound: bool | None
    account: str
    outside_of: tuple[str, ...] = ()
    opens: str = ""
    alarm: bool = True
    missing: tuple[str, ...] = ()


def look(config: Config) -> Machine:
    figures = memory_figures(Path("/proc/meminfo"))
    state = config.state.directory
    there = next(one for one in (state, *state.parents) if one.exists())
    disk = os.statvfs(there)
    return Machine(
        memory=figures.get("MemTotal", 0),
        free=figures.get("MemAvailable", 0),
        state=state,
        disk=disk.f_bavail * disk.f_frsize,
        writable=os.access(there, os.W_OK | os.X_OK),
        readable=state.exists() and bool(state.stat().st_mode & 0o007),
        cards=tuple((one.name, os.access(one, os.R_OK | os.W_OK)) for one in sorted(Path("/dev/dri").glob("renderD*"))),
        sound=_sound() if config.session.warning_sound or config.voice.reading == "on" else None,
        account=pwd.getpwuid(os.getuid()).pw_name,
        outside_of=_outside_of(_wanted_groups(config)),
        opens=config.post.opens,
        alarm=Path("/sys/class/rtc/rtc0/wakealarm").exists(),
        missing=tuple(dict.fromkeys(package for program, package in PROGRAMS.items() if which(program) is None)),
    )


def memory_figures(file: Path) -> dict[str, int]:
    """By name, in bytes."""
    found = {}
    for line in _text(file).splitlines():
        name, _, rest = line.partition(":")
        words = rest.split()
        if words and words[0].isdigit():
            found[name] = int(words[0]) * 1024
    return found


def _sound() -> bool:
    return any(os.access(one, os.R_OK | os.W_OK) for one in Path("/dev/snd").glob("pcm*p"))


def _wanted_groups(config: Config) -> tuple[str, ...]:
    local = config.print.server.startswith(("localhost:", "127."))
    return (
        *(("lp",) if config.print.enabled and local else ()),
        *(("scanner",) if config.scan.enabled else ()),
    )


def _outside_of(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Those that exist on this machine, and that this account is not in. Root needs none."""
    mine = set(os.getgroups())
    there = {one.gr_name: one.gr_gid for one in grp.getgrall()}
    return tuple(name for name in wanted if os.getuid() and name in there and there[name] not in mine)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def judge(found: Machine) -> Iterator[Check]:
    yield from _memory(found)
    yield from _disk(found)
    yield _card(found)
    if found.sound is not None:
        yield _heard(audible=found.sound)
    if found.opens:
        yield _alarm(found)
    if found.outside_of:
        yield Check(
            "groups",
            Verdict.WARNING,
            f"Le compte « {found.account} » n'est pas dans : {', '.join(found.outside_of)}.",
            "L'imprimante ou le scanner peuvent rester fermés au poste.",
            f"sudo usermod -aG {','.join(found.outside_of)} {found.account}, puis redémarrez le poste.",
        )
    else:
        yield Check("groups", Verdict.OK, f"Le compte « {found.account} » est dans les groupes qu'il faut.")
    if found.missing:
        yield Check(
            "programs",
            Verdict.FAILED,
            f"Il manque : {', '.join(found.missing)}.",
            "Le poste ne démarre pas, ou pas comme il faut.",
            f"Installez : sudo apt install {' '.join(found.missing)}",
        )
    else:
        yield Check("programs", Verdict.OK, "Les programmes du système que le poste appelle sont là.")


def _memory(found: Machine) -> Iterator[Check]:
    if found.memory < LEAST_MEMORY:
        yield Check(
            "memory",
            Verdict.WARNING,
            f"L'ordinateur n'a que {said(found.memory)} de mémoire.",
            "Une page lourde peut s'arrêter. La personne devra la rouvrir.",
            "Ajoutez de la mémoire : 4 Go suffisent.",
        )
    else:
        yield Check("memory", Verdict.OK, f"Mémoire de l'ordinateur : {said(found.memory)}.")
    if found.free < LEAST_FREE:
        yield Check(
            "memory-free",
            Verdict.WARNING,
            f"Mémoire libre : {said(found.free)} seulement.",
            "Une démarche peut s'ouvrir lentement, ou s'arrêter.",
            "Redémarrez l'ordinateur. Regardez quel programme prend la mémoire : top -o %MEM",
        )
    else:
        yield Check("memory-free", Verdict.OK, f"Mémoire libre : {said(found.free)}.")


def _disk(found: Machine) -> Iterator[Check]:
    if found.disk < LEAST_DISK:
        yield Check(
            "disk",
            Verdict.FAILED if found.disk < NO_DISK else Verdict.WARNING,
            f"Place libre pour {found.state} : {said(found.disk)}.",
            "Le poste ne pourra plus garder ses reçus ni les démarches du lieu.",
            "Libérez de la place : sudo apt clean, puis sudo journalctl --vacuum-size=50M",
        )
    else:
        yield Check("disk", Verdict.OK, f"Place libre pour {found.state} : {said(found.disk)}.")
    owner = f"sudo install -d -o {found.account} -g {found.account} -m 0700 {found.state}"
    if not found.writable:
        yield Check(
            "state",
            Verdict.FAILED,
            f"Le compte « {found.account} » ne peut pas écrire dans {found.state}.",
            "Le poste oublie les codes, les prises des souris et ses reçus.",
            f"Rendez-lui ce dossier : {owner}",
        )
    elif found.readable:
        yield Check(
            "state",
            Verdict.WARNING,
            f"D'autres comptes peuvent lire dans {found.state}.",
            "Ce dossier tient la liste des personnes qui ont un code.",
            f"Fermez-le : sudo chmod 0700 {found.state}",
        )
    else:
        yield Check("state", Verdict.OK, f"Le poste garde ses affaires dans {found.state}.")


def _card(found: Machine) -> Check:
    """A page is drawn by the processor where there is no card: that is a normal post."""
    shut = [name for name, usable in found.cards if not usable]
    if found.cards and len(shut) == len(found.cards):
        return Check(
            "graphics",
            Verdict.WARNING,
            f"Il y a une carte graphique, mais le compte « {found.account} » ne peut pas s'en servir.",
            "Les pages sont dessinées par le processeur : c'est plus lent.",
            f"sudo usermod -aG render,video {found.account}, puis redémarrez le poste.",
        )
    if found.cards:
        return Check("graphics", Verdict.OK, "Le poste peut se servir de la carte graphique.")
    return Check("graphics", Verdict.OK, "Pas de carte graphique : le processeur dessine les pages. Cela suffit.")


def _heard(*, audible: bool) -> Check:
    if audible:
        return Check("sound", Verdict.OK, "Le poste a une sortie de son.")
    return Check(
        "sound",
        Verdict.WARNING,
        "Le poste n'a pas de sortie de son, ou n'a pas le droit de s'en servir.",
        "La question « Êtes-vous toujours là ? » ne s'entend pas, et rien n'est lu à voix haute.",
        "Branchez un haut-parleur, puis : sudo usermod -aG audio kiosk."
        ' Sinon : [session] warning_sound = false et [voice] reading = "off".',
    )


def _alarm(found: Machine) -> Check:
    if found.alarm:
        return Check("wake", Verdict.OK, f"L'ordinateur peut s'allumer seul à {found.opens}.")
    return Check(
        "wake",
        Verdict.WARNING,
        f"L'ordinateur ne sait pas s'allumer seul : [post] opens = {found.opens} reste sans effet.",
        "Le matin, quelqu'un doit l'allumer.",
        "Cherchez « réveil » ou « RTC alarm » dans les réglages du BIOS. Ou enlevez « opens ».",
    )


def said(size: int) -> str:
    if size < 1 << 30:
        return f"{size // _MIB} Mo"
    return f"{size / (1 << 30):.1f} Go".replace(".", ",")
