"""The X server as it was started: whether a key leads out of it, who may look at it, whether it goes dark.

Looks by its own line to the server and by what the kernel says of the process, then judges (`judge`, pure).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import xcffib
import xcffib.dpms

from kiosk.checks import Check, Verdict
from kiosk.doctor.system import UNIT
from kiosk.session.x_server import Connection

LEAST_WIDTH, LEAST_HEIGHT = 1024, 720
_OWN_TERMINAL = ("Xorg",)
_RULES = "_XKB_RULES_NAMES"
_STRING = 31  # X11: XA_STRING
_RESTART = f"Démarrez l'écran par le service du poste : sudo systemctl restart {UNIT}"


@dataclass(frozen=True)
class Screen:
    """`program`: the server's own name. `words`: how it was started, () when that may not be seen. `rules`: of its
    keyboard: rules, model, layout, variant, options. `open_to_all`: whoever reaches it may connect. `dark_after`:
    seconds until a saver, 0 for never. `saves_power`: it switches the monitor off. `sysrq`: what the kernel's own keys
    may do. `wanted`: the layout of the settings."""

    program: str
    words: tuple[str, ...]
    rules: tuple[str, ...]
    open_to_all: bool
    dark_after: int
    saves_power: bool
    width: int
    height: int
    sysrq: int
    wanted: str = "fr"


def look(display: str | None = None, keyboard: str = "fr") -> Screen | None:
    """None when no server answers: another check says so."""
    try:
        with Connection(display) as server:
            return replace(_looked_at(server), wanted=keyboard)
    except (OSError, xcffib.ConnectionException):
        return None


def _looked_at(server: Connection) -> Screen:
    pid = server.server_pid
    first = server.raw.get_setup().roots[0]
    return Screen(
        program=_text(Path(f"/proc/{pid}/comm")).strip(),
        words=tuple(_text(Path(f"/proc/{pid}/cmdline")).rstrip("\0").split("\0")),
        rules=_rules(server),
        open_to_all=not server.core.ListHosts().reply().mode,
        dark_after=int(server.core.GetScreenSaver().reply().timeout),
        saves_power=_saves_power(server.raw),
        width=int(first.width_in_pixels),
        height=int(first.height_in_pixels),
        sysrq=int(_text(Path("/proc/sys/kernel/sysrq")).strip() or 0),
    )


def _rules(server: Connection) -> tuple[str, ...]:
    name = server.number_of(_RULES)
    if not name:
        return ()
    written = server.core.GetProperty(False, server.root, name, _STRING, 0, 1024).reply().value
    return tuple(str(written.to_string()).rstrip("\0").split("\0"))


def _saves_power(raw: Any) -> bool:
    """A virtual screen has no power to save."""
    if not raw.core.QueryExtension(len("DPMS"), "DPMS").reply().present:
        return False
    power = raw(xcffib.dpms.key)
    return bool(power.Capable().reply().capable and power.Info().reply().state)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def judge(found: Screen | None) -> Iterator[Check]:
    if found is None:
        return
    yield _server(found)
    yield _locked(found)
    yield _kernel_keys(found.sysrq)
    yield _door(found)
    yield _light(found)
    yield _size(found)
    yield _keyboard(found)


def _server(found: Screen) -> Check:
    if found.program not in _OWN_TERMINAL:
        return Check(
            "screen-server",
            Verdict.WARNING,
            f"Le serveur d'écran est « {found.program} », et non Xorg.",
            "Il n'a pas de terminal à lui : ce n'est pas un poste ouvert au public.",
            _RESTART,
        )
    if "-novtswitch" not in found.words or "-noreset" not in found.words:
        return Check(
            "screen-server",
            Verdict.WARNING,
            "Le serveur d'écran n'a pas été démarré comme le poste le fait.",
            "Quand il s'arrête, un autre terminal peut venir à l'écran.",
            _RESTART,
        )
    return Check("screen-server", Verdict.OK, "Le serveur d'écran est démarré comme il faut.")


def _locked(found: Screen) -> Check:
    options = found.rules[4].split(",") if len(found.rules) > 4 else []
    if "srvrkeys:none" in options and not any(one.startswith("terminate:") for one in options):
        return Check("terminals", Verdict.OK, "Aucune touche ne mène à un autre terminal, ni n'arrête l'écran.")
    return Check(
        "terminals",
        Verdict.FAILED if found.program in _OWN_TERMINAL else Verdict.WARNING,
        "Des touches mènent hors du poste : Ctrl+Alt+F1 à F12, ou Ctrl+Alt+Retour arrière.",
        "Une personne peut quitter le poste, ou l'arrêter.",
        _RESTART,
    )


def _kernel_keys(sysrq: int) -> Check:
    if not sysrq:
        return Check("kernel-keys", Verdict.OK, "Les touches du noyau (Alt+Impr. écran) sont éteintes.")
    return Check(
        "kernel-keys",
        Verdict.WARNING,
        f"Les touches du noyau (Alt+Impr. écran) marchent : kernel.sysrq = {sysrq}.",
        "Une personne peut redémarrer l'ordinateur sans que rien soit effacé avant.",
        "Écrivez kernel.sysrq=0 dans /etc/sysctl.d/60-cote-a-cote.conf, puis : sudo sysctl --system",
    )


def _door(found: Screen) -> Check:
    listens = "-listen" in found.words and "tcp" in found.words[found.words.index("-listen") :][:2]
    if found.open_to_all or listens:
        return Check(
            "screen-door",
            Verdict.FAILED,
            "L'écran accepte tout programme qui demande." if found.open_to_all else "L'écran écoute le réseau.",
            "Un autre programme pourrait voir et entendre ce qui est tapé.",
            "Fermez-le : xhost - . Puis redémarrez le poste.",
        )
    return Check("screen-door", Verdict.OK, "Seuls les programmes du poste peuvent voir l'écran.")


def _light(found: Screen) -> Check:
    if found.dark_after or found.saves_power:
        return Check(
            "screen-dark",
            Verdict.WARNING,
            "L'écran s'éteint tout seul.",
            "Une personne qui arrive croit que le poste est en panne.",
            f"Le poste l'empêche quand il démarre : sudo systemctl restart {UNIT}. Ou : xset s off -dpms",
        )
    return Check("screen-dark", Verdict.OK, "L'écran ne s'éteint pas tout seul.")


def _size(found: Screen) -> Check:
    size = f"{found.width} x {found.height}"
    if found.width < LEAST_WIDTH or found.height < LEAST_HEIGHT:
        return Check(
            "screen-size",
            Verdict.WARNING,
            f"L'écran est petit : {size} points.",
            "Il faut faire défiler les pages, et des boutons se serrent.",
            f"Choisissez une taille d'au moins {LEAST_WIDTH} x {LEAST_HEIGHT} : xrandr",
        )
    return Check("screen-size", Verdict.OK, f"L'écran a {size} points.")


def _keyboard(found: Screen) -> Check:
    layout = found.rules[2] if len(found.rules) > 2 else ""
    if layout == found.wanted:
        return Check("keyboard-layout", Verdict.OK, f"Le clavier est celui des réglages : {layout}.")
    return Check(
        "keyboard-layout",
        Verdict.WARNING,
        f"Le clavier de l'écran est « {layout} », et les réglages disent « {found.wanted} ».",
        "Les lettres tapées ne sont pas celles des touches.",
        "Écrivez celui des touches : [post] keyboard, dans /etc/kiosk/kiosk.toml."
        f" Puis : sudo systemctl restart {UNIT}",
    )
