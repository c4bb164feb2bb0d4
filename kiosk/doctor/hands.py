"""What a post lacks for two pairs of hands: the screen, its pointers, its mice and keyboards, and the brake.

Looks (`examine`), then judges (`judge`, pure). Changes nothing that lasts: the second pointer that it makes for a try
is gone before it answers. Knows no screen of the product.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.checks import Check, Verdict
from kiosk.config import Config, ControlSection, Loaded
from kiosk.control import devices as devices_
from kiosk.control import line, watchdog
from kiosk.control.assigning import worth_asking
from kiosk.control.backend import Device, DeviceKind
from kiosk.control.devices import Assignment, Remembered, assign, mediators_places
from kiosk.control.x11 import SecondPointer, X11Backend, try_second_pointer
from kiosk.control.xinput import OLDEST, NoInputExtensionError
from kiosk.doctor.system import REINSTALL
from kiosk.errors import Problem
from kiosk.memory import in_memory
from kiosk.session.place import runtime_folder

_KINDS = {DeviceKind.MOUSE: "Souris", DeviceKind.KEYBOARD: "Clavier", DeviceKind.TOUCH: "Écran tactile"}
_SINGLE = "Le poste marche avec une seule souris et un seul clavier."


@dataclass(frozen=True)
class Findings:
    """What there is. `second`, `devices` and `watchdog` mean something only on a display with XI2."""

    display: bool
    xi2: bool
    second: SecondPointer
    devices: tuple[Device, ...]
    watchdog: bool
    wheel: Path
    wheel_in_memory: bool
    remembered: Remembered = field(repr=False)


# --- looking ------------------------------------------------------------------------------------------------------


def examine(config: Config) -> Findings:
    """What this machine has, on the display of the environment."""
    display, xi2, second, devices = _look_at_display()
    wheel = line.place(runtime_folder()).parent
    return Findings(
        display=display,
        xi2=xi2,
        second=second,
        devices=devices,
        watchdog=xi2 and watchdog.can_start(),
        wheel=wheel,
        wheel_in_memory=in_memory(wheel),
        remembered=Remembered.of(config.state.directory),
    )


def _look_at_display() -> tuple[bool, bool, SecondPointer, tuple[Device, ...]]:
    try:
        second = try_second_pointer()
    except OSError:
        return False, False, SecondPointer.UNTRIED, ()
    except NoInputExtensionError:
        return True, False, SecondPointer.UNTRIED, ()
    backend = X11Backend()
    try:
        return True, True, second, backend.devices()
    finally:
        backend.close()


# --- judging ------------------------------------------------------------------------------------------------------


def judge(loaded: Loaded, found: Findings) -> Iterator[Check]:
    """Stops at what makes the rest meaningless."""
    control = loaded.config.control
    yield _line(found)
    if not found.display:
        yield Check(
            "display",
            Verdict.FAILED,
            "Aucun écran ne répond.",
            "Le poste ne peut pas s'ouvrir ici.",
            "Ouvrez le poste : sudo systemctl start cote-a-cote. Puis recommencez : sudo kiosk doctor",
        )
        return
    yield Check("display", Verdict.OK, "L'écran répond.")
    if not found.xi2:
        yield Check(
            "xi2",
            Verdict.FAILED,
            f"L'écran ne connaît pas XInput {OLDEST[0]}.{OLDEST[1]}.",
            _SINGLE,
            "Utilisez le serveur Xorg de Debian 12 ou plus récent, sans Wayland.",
        )
        return
    yield Check("xi2", Verdict.OK, f"L'écran connaît XInput {OLDEST[0]}.{OLDEST[1]} ou plus récent.")
    yield _second_pointer(found.second)
    yield from _devices(loaded, found)
    yield _pairs(control, found)
    if found.watchdog:
        yield Check("watchdog", Verdict.OK, "Le gardien peut partir : si le poste tombe, il rend les souris.")
    else:
        yield Check(
            "watchdog",
            Verdict.FAILED,
            "Le gardien ne part pas.",
            "Si le poste tombe pendant que le médiateur conduit, l'usager reste sans souris.",
            f"Installez de nouveau le paquet : {REINSTALL}",
        )


def _line(found: Findings) -> Check:
    if found.wheel_in_memory:
        return Check("line", Verdict.OK, f"Le frein passe par la mémoire : {found.wheel}")
    return Check(
        "line",
        Verdict.FAILED,
        f"Le frein passerait par un disque : {found.wheel}",
        "Un disque occupé peut retarder le frein, et garderait qui conduisait.",
        "Ouvrez le poste dans une vraie session (XDG_RUNTIME_DIR en mémoire), ou rendez /dev/shm à la mémoire (tmpfs).",
    )


def _second_pointer(second: SecondPointer) -> Check:
    if second is SecondPointer.MADE:
        return Check("second-pointer", Verdict.OK, "Une deuxième flèche peut être créée.")
    if second is SecondPointer.IN_USE:
        return Check("second-pointer", Verdict.OK, "La deuxième flèche existe : le poste s'en sert en ce moment.")
    if second is SecondPointer.UNTRIED:
        return Check(
            "second-pointer",
            Verdict.WARNING,
            "La deuxième flèche n'est pas essayée : des programmes sont ouverts sur cet écran.",
            "L'essai pourrait les faire tomber.",
            "Fermez le poste et les autres programmes, puis recommencez.",
        )
    return Check(
        "second-pointer",
        Verdict.FAILED,
        "L'écran refuse une deuxième flèche.",
        _SINGLE,
        "Utilisez Xorg, sans Wayland et sans affichage à distance.",
    )


def _devices(loaded: Loaded, found: Findings) -> Iterator[Check]:
    control = loaded.config.control
    owners = _assigned(control, found)
    source = "réglages" if control.mediator_devices else "retenu" if found.remembered.mediator else "d'office"
    for one in found.devices:
        owner = "au médiateur" if one.number in owners.mediator else "à l'usager"
        what = f"{_KINDS[one.kind]} « {one.name} », prise « {one.identity} » : {owner} ({source})"
        yield Check("device", Verdict.OK, what)
    yield from (_remembered(problem) for problem in found.remembered.problems)
    configured = devices_.absent_problems(control, found.devices, loaded.lines)
    forgotten = [] if control.mediator_devices else found.remembered.absent_problems(found.devices)
    yield from (_absent(problem, Verdict.FAILED) for problem in configured)
    yield from (_absent(problem, Verdict.WARNING) for problem in forgotten)
    if not configured and not forgotten:
        yield Check("device-absent", Verdict.OK, "Tout ce qui a été donné à quelqu'un est branché.")


def _assigned(control: ControlSection, found: Findings) -> Assignment:
    return assign(found.devices, mediators_places(control, found.remembered))


def _remembered(problem: Problem) -> Check:
    return Check(
        "devices-file",
        Verdict.WARNING,
        str(problem),
        "Les deux souris sont à l'usager.",
        "Effacez ce fichier : le poste le refera.",
    )


def _absent(problem: Problem, verdict: Verdict) -> Check:
    remedy = "Branchez l'appareil à cette prise"
    if verdict is Verdict.FAILED:
        remedy += ", ou corrigez la ligne."
    else:
        remedy += f", ou effacez {problem.file} : le poste demandera de nouveau à qui est chaque souris."
    return Check("device-absent", verdict, str(problem), "La personne n'a pas cet appareil.", remedy)


def _pairs(control: ControlSection, found: Findings) -> Check:
    kinds = {one.kind for one in found.devices}
    if DeviceKind.KEYBOARD not in kinds or not kinds - {DeviceKind.KEYBOARD}:
        missing = "de souris ni d'écran tactile" if DeviceKind.KEYBOARD in kinds else "de clavier"
        return Check(
            "pairs",
            Verdict.FAILED,
            f"Il n'y a pas {missing if kinds else 'de souris ni de clavier'}.",
            "L'usager ne peut pas se servir du poste.",
            "Branchez une souris et un clavier.",
        )
    if not control.pair:
        return Check("pairs", Verdict.OK, f"{_SINGLE} C'est voulu : [control] pair = false.")
    if _assigned(control, found).paired:
        return Check("pairs", Verdict.OK, "Deux paires : une souris et un clavier pour chacun.")
    if worth_asking(found.devices) and not mediators_places(control, found.remembered):
        return Check(
            "pairs",
            Verdict.WARNING,
            "Deux paires sont branchées, mais le poste ne sait pas à qui elles sont.",
            _SINGLE,
            "Ouvrez le poste : il le demande. Ou écrivez user_devices et mediator_devices dans [control].",
        )
    return Check(
        "pairs",
        Verdict.WARNING,
        "Une seule paire.",
        f"{_SINGLE} À deux, on se passe la souris.",
        "Pour conduire à deux, branchez une deuxième souris et un deuxième clavier.",
    )
