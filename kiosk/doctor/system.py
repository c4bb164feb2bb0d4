"""What the system around the post does: its service, its journal, sleep, the clock, and the package as installed.

Looks, then judges (`judge`, `judge_package`, pure). A machine without systemd has no service to speak of.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk import __version__
from kiosk.checks import Check, Verdict
from kiosk.doctor.programs import answer_of

UNIT = "cote-a-cote.service"
PACKAGE = "cote-a-cote"
MANY_RESTARTS = 3
_SYSTEMD = Path("/run/systemd/system")
_ROOTS = ("/usr/lib/systemd", "/run/systemd", "/etc/systemd")  # the last one wins
_SLEEPY = ("suspend", "hibernate", "hybrid-sleep", "suspend-then-hibernate", "sleep")
_KEYS = {"HandleLidSwitch": "suspend", "HandleSuspendKey": "suspend", "HandleHibernateKey": "hibernate"}
_UNSYNCHRONISED = 5  # adjtimex(2): TIME_ERROR
REINSTALL = f"sudo apt install --reinstall ./{PACKAGE}_{__version__}_amd64.deb"
"""With its file: no source of apt has this package, and apt then says so and ends well."""
_CHECKING_SECONDS = 180.0


@dataclass(frozen=True)
class System:
    """`unit`: what systemd says of the post's service, {} where there is no systemd. `sleeping`: keys that make the
    machine sleep. `journal`: on the disk and without an end."""

    unit: Mapping[str, str] = field(default_factory=dict)
    sleeping: tuple[str, ...] = ()
    journal_on_disk: bool = False
    journal_bounded: bool = False
    synchronised: bool = True
    zone: str = "CET"

    @property
    def managed(self) -> bool:
        return bool(self.unit)


def look() -> System:
    managed = _SYSTEMD.is_dir()
    journal = settings(_files("journald.conf"), "Journal")
    storage = journal.get("Storage", "auto")
    return System(
        unit=_unit() if managed else {},
        sleeping=sleepers(settings(_files("logind.conf"), "Login")) if managed else (),
        journal_on_disk=storage == "persistent" or (storage == "auto" and Path("/var/log/journal").is_dir()),
        journal_bounded="SystemMaxUse" in journal,
        synchronised=_synchronised(),
        zone=time.tzname[0],
    )


def sleepers(login: Mapping[str, str]) -> tuple[str, ...]:
    asked = {"HandlePowerKey": "poweroff", **_KEYS, **login}
    return tuple(key for key in ("HandlePowerKey", *_KEYS) if asked[key] in _SLEEPY)


def settings(files: Iterable[Path], section: str) -> dict[str, str]:
    """Of one section of systemd's own files, the last one first to be believed."""
    found: dict[str, str] = {}
    for file in files:
        here = ""
        try:
            lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
        for line in map(str.strip, lines):
            if line.startswith("["):
                here = line.strip("[]")
            elif here == section and "=" in line and not line.startswith(("#", ";")):
                key, _, value = line.partition("=")
                found[key.strip()] = value.strip()
    return found


def _files(name: str) -> Iterator[Path]:
    """The main file, then what is dropped in beside it: by name, one in /etc in place of its namesakes."""
    yield next((Path(root, name) for root in reversed(_ROOTS) if Path(root, name).is_file()), Path(_ROOTS[-1], name))
    dropped = {one.name: one for root in _ROOTS for one in Path(root, f"{name}.d").glob("*.conf")}
    yield from (dropped[one] for one in sorted(dropped))


def _unit() -> dict[str, str]:
    asked = "--property=LoadState,UnitFileState,ActiveState,NRestarts"
    lines = (answer_of("systemctl", "show", UNIT, asked) or "LoadState=not-found").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def _synchronised() -> bool:
    state = ctypes.create_string_buffer(512)  # struct timex, all zero: asks, sets nothing
    return int(ctypes.CDLL(None).adjtimex(state)) != _UNSYNCHRONISED


def judge(found: System) -> Iterator[Check]:
    if found.managed:
        yield _service(found.unit)
        yield _steady(found.unit)
        yield _awake(found.sleeping)
    yield _journal(found)
    if found.synchronised:
        yield Check("clock-source", Verdict.OK, "L'horloge est tenue à l'heure par le réseau.")
    else:
        yield Check(
            "clock-source",
            Verdict.WARNING,
            "Rien ne tient l'horloge à l'heure.",
            "Une horloge fausse fait refuser les sites.",
            "sudo apt install systemd-timesyncd, puis : sudo timedatectl set-ntp true",
        )
    if found.zone in {"UTC", "GMT", ""}:
        yield Check(
            "time-zone",
            Verdict.WARNING,
            "L'ordinateur n'est pas à l'heure d'un lieu : il compte en temps universel.",
            "Les heures à l'écran et sur les reçus ne sont pas celles de la pendule.",
            "sudo timedatectl set-timezone Europe/Paris",
        )
    else:
        yield Check("time-zone", Verdict.OK, f"L'ordinateur est à l'heure du lieu : {found.zone}.")


def _service(unit: Mapping[str, str]) -> Check:
    consequence = "Après une coupure de courant, le poste ne s'ouvre pas seul."
    if unit.get("LoadState") != "loaded":
        return Check(
            "service",
            Verdict.WARNING,
            f"Le service {UNIT} n'est pas installé.",
            consequence,
            f"Installez : {REINSTALL}",
        )
    if unit.get("ActiveState") == "failed":
        return Check(
            "service",
            Verdict.FAILED,
            f"Le service {UNIT} s'est arrêté sur une erreur.",
            "Le poste est fermé au public.",
            f"Lisez pourquoi : journalctl -b -u {UNIT}. Puis : sudo systemctl restart {UNIT}",
        )
    if unit.get("UnitFileState") not in {"enabled", "enabled-runtime", "static", "linked"}:
        return Check(
            "service",
            Verdict.FAILED,
            f"Le service {UNIT} ne démarre pas avec l'ordinateur.",
            consequence,
            f"sudo systemctl enable --now {UNIT}",
        )
    if unit.get("ActiveState") not in {"active", "activating", "reloading"}:
        return Check(
            "service",
            Verdict.WARNING,
            f"Le service {UNIT} est arrêté.",
            "Le poste est fermé au public.",
            f"sudo systemctl start {UNIT}",
        )
    return Check("service", Verdict.OK, "Le poste démarre avec l'ordinateur, et il est ouvert.")


def _steady(unit: Mapping[str, str]) -> Check:
    again = int(unit.get("NRestarts", "0") or 0)
    if again >= MANY_RESTARTS:
        return Check(
            "restarts",
            Verdict.WARNING,
            f"Le poste est reparti {again} fois depuis que l'ordinateur est allumé.",
            "Les personnes ont vu leur démarche s'arrêter.",
            f"Lisez pourquoi : journalctl -b -u {UNIT}",
        )
    return Check("restarts", Verdict.OK, "Le poste ne repart pas sans cesse.")


def _awake(sleeping: tuple[str, ...]) -> Check:
    if not sleeping:
        return Check("sleep", Verdict.OK, "Ni une touche ni un capot ne met l'ordinateur en veille.")
    return Check(
        "sleep",
        Verdict.WARNING,
        f"Une touche ou le capot met l'ordinateur en veille : {', '.join(sleeping)}.",
        "Une session ouverte reste dans la mémoire. En veille prolongée, elle va sur le disque.",
        "Dans /etc/systemd/logind.conf.d/60-cote-a-cote.conf, sous [Login] : "
        + ", ".join(f"{key}={'poweroff' if key == 'HandlePowerKey' else 'ignore'}" for key in sleeping)
        + ". Puis redémarrez l'ordinateur.",
    )


def _journal(found: System) -> Check:
    if not found.journal_on_disk:
        return Check("journal", Verdict.OK, "Le journal du système reste en mémoire.")
    if found.journal_bounded:
        return Check("journal", Verdict.OK, "Le journal du système est sur le disque, avec une taille limite.")
    return Check(
        "journal",
        Verdict.WARNING,
        "Le journal du système est sur le disque, sans limite choisie.",
        "D'autres programmes y écrivent. Il prend de la place, et garde longtemps.",
        "Dans /etc/systemd/journald.conf.d/60-cote-a-cote.conf, sous [Journal] : Storage=volatile."
        " Puis : sudo systemctl restart systemd-journald",
    )


# --- the package --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Package:
    """`installed`: by Debian's own tools. `whole`: they have no step left to do. `changed`: files that are not those
    of the package; those of IT's own settings are not among them."""

    installed: bool
    whole: bool = True
    changed: tuple[str, ...] = ()


def look_at_package() -> Package:
    status = answer_of("dpkg-query", "-W", "-f", "${db:Status-Abbrev}", PACKAGE)
    if status is None or status.startswith(("un", "rc")):
        return Package(installed=False)
    said = answer_of("dpkg", "--verify", PACKAGE, seconds=_CHECKING_SECONDS, any_status=True) or ""
    return Package(True, status.startswith("ii"), changed_in(said))


def changed_in(said: str) -> tuple[str, ...]:
    """`dpkg --verify` writes a line for each file: what differs, a letter for settings, the path."""
    rows = (line.partition("/") for line in said.splitlines())
    return tuple(f"/{path}" for what, slash, path in rows if slash and not what.endswith(" c "))


def judge_package(found: Package) -> Iterator[Check]:
    if not found.installed:
        yield Check(
            "package",
            Verdict.WARNING,
            f"Le programme ne vient pas du paquet {PACKAGE}.",
            "On ne peut pas vérifier ses fichiers, ni le mettre à jour comme les autres.",
            f"Installez le paquet : sudo apt install ./{PACKAGE}_VERSION_amd64.deb",
        )
    elif not found.whole:
        yield Check(
            "package",
            Verdict.FAILED,
            f"L'installation du paquet {PACKAGE} ne s'est pas finie.",
            "Une partie du poste peut manquer.",
            "sudo dpkg --configure -a, puis : sudo apt --fix-broken install",
        )
    elif found.changed:
        first = ", ".join(found.changed[:3])
        more = f" et {len(found.changed) - 3} autres" if len(found.changed) > 3 else ""
        yield Check(
            "package",
            Verdict.FAILED,
            f"Des fichiers du programme manquent ou ont changé : {first}{more}.",
            "Le disque s'abîme, ou quelqu'un a changé le programme.",
            f"Remettez ceux du paquet : {REINSTALL}. Regardez aussi le disque : sudo smartctl -H /dev/sda",
        )
    else:
        yield Check("package", Verdict.OK, f"Les fichiers du paquet {PACKAGE} sont ceux qui ont été installés.")
