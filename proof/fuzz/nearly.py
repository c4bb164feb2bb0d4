"""From what is right to what is right still, or only just not: one value at its edge, the form untouched around it.

Most cases made of bytes alone are refused at the door. These get past it, to where limits, names and places are judged.
"""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo

from kiosk.config import loader
from proof.fuzz.mutation import CANARY

_FIT = ("é", " ", "«\u00a0a\u00a0»", "ﷺ", "🙂", "-", "a" * 60, "1", "'", "\\", '"', ":", "#", "%", "{0}", CANARY)
"""What may stand in a text, though somebody who joins or cuts texts may stumble over it."""
_UNFIT = ("\u202e", "\x1b[2J", "\u2028", "\n", "\t", "\0", "a" * 5000)

_RIGHT: dict[str, tuple[object, ...]] = {
    "site.post": ("poste-1", "a", "Accueil-2"),
    "network.allow": ([], ["mairie.fr", "*.mairie.fr"], ["a.b.c.d.fr"], ["x--y.fr"]),
    "network.internal": ([], ["intranet.mairie.fr"]),
    "network.upstream": ("", "proxy.ville.fr:3128", "10.0.0.1:65535", "a:1"),
    "procedures.folders": ([], ["/srv/demarches"], ["/srv/a b/é"]),
    "packs.signers": ("/etc/kiosk/packs.d", "/srv"),
    "control.user_devices": ([], ["usb-1"], ["usb-1", "usb-2"]),
    "control.mediator_devices": ([], ["usb-3", "pci-0000:00:14.0 usb-0:2:1.0"]),
    "scan.device": ("", "airscan:e0:Net A", "genesys:libusb:001:004"),
    "phone.address": ("", "192.168.1.20", "0.0.0.0", "999.1.1.1"),
    "phone.host": ("", "poste-1.exemple.fr"),
    "phone.certificate": ("", "/etc/kiosk/tls.pem"),
    "phone.key": ("", "/etc/kiosk/tls.key"),
    "print.server": ("localhost:631", "10.0.0.9:631", "a:65535"),
    "print.queue": ("", "laser", "a.b_c-d"),
    "stick.devices": ([], ["/dev/disk/by-path/a"]),
    "voice.voices": ({}, {"fr": "mb-fr1"}, {"en": "en-gb", "ar": "ar"}),
    "wipe.account": ("", "kiosk", "_k"),
    "wipe.places": ([], ["/home/kiosk"], ["/dev/shm"]),
    "post.x_server": (["x-server", "vt7"], ["a"]),
    "post.session": (["session"], ["a", "b c"]),
    "post.closes": ("", "00:00", "19:00", "23:59"),
    "post.opens": ("", "08:00"),
    "state.directory": ("/var/lib/kiosk", "/srv/é"),
}
"""Of what is more than a number, a choice or a free text."""


def nearly(value: Any, chance: random.Random, *, fit: float = 0.7) -> Any:
    """With one part made another of its kind. `fit`: how often a text is still one that may stand there."""
    match value:
        case dict() if value:
            return _dict(value, chance, fit)
        case list() if value:
            return _list(value, chance, fit)
        case str():
            return _text(value, chance, fit)
        case bool() | None:
            return not value
        case int():
            return value + chance.choice((-1, 0, 1, 1, 7, 1000))
        case _:
            return value


def _dict(value: dict[str, Any], chance: random.Random, fit: float) -> dict[str, Any]:
    key = chance.choice(sorted(value))
    if chance.random() < 0.04:
        return {one: what for one, what in value.items() if one != key}
    return {**value, key: nearly(value[key], chance, fit=fit)}


def _list(value: list[Any], chance: random.Random, fit: float) -> list[Any]:
    place = chance.randrange(len(value))
    match chance.randrange(12):
        case 0:
            return value[:place] + value[place + 1 :]
        case 1:
            return [*value, copy.deepcopy(value[place])]
        case _:
            return [*value[:place], nearly(value[place], chance, fit=fit), *value[place + 1 :]]


def _text(value: str, chance: random.Random, fit: float) -> str:
    piece = chance.choice(_FIT if chance.random() < fit else _UNFIT)
    place = chance.choice((0, len(value), chance.randint(0, len(value))))
    match chance.randrange(4):
        case 0:
            return value[:place]
        case 1:
            return value.swapcase()
        case _:
            return value[:place] + piece + value[place:]


# --- settings -----------------------------------------------------------------------------------------------------


def settings(chance: random.Random, beside: dict[str, dict[str, object]] | None = None) -> bytes:
    """A file of settings: some sections, each with some keys at the edge of what they may be, few of them beyond.
    `beside`: sections of somebody else's."""
    written: dict[str, dict[str, object]] = {}
    for name in chance.sample(sorted(loader.SECTIONS), chance.choice((1, 2, 4, len(loader.SECTIONS)))):
        fields = loader.SECTIONS[name].model_fields
        for key in chance.sample(sorted(fields), chance.choice((1, 1, 2, len(fields))) if len(fields) > 1 else 1):
            written.setdefault(name, {})[key] = _right(name, key, fields[key], chance)
    written |= beside or {}
    if chance.random() < 0.25:
        written = nearly(written, chance)
    return as_toml(written)


def _right(section: str, key: str, field: FieldInfo, chance: random.Random) -> object:
    given = _RIGHT.get(f"{section}.{key}")
    if given is not None:
        return chance.choice(given)
    if get_origin(field.annotation) is Literal:
        return chance.choice(get_args(field.annotation))
    if field.annotation is bool:
        return chance.random() < 0.5
    now = getattr(getattr(loader.packaged(), section), key)
    edges = [int(str(one.ge)) for one in field.metadata if isinstance(one, Ge)]
    edges += [int(str(one.le)) for one in field.metadata if isinstance(one, Le)]
    if isinstance(now, int):
        return chance.choice((*edges, now, now))
    return str(now) + chance.choice(("", " é", "a")) if isinstance(now, str) and section in ("site", "notice") else now


def as_toml(value: dict[str, dict[str, object]]) -> bytes:
    lines = []
    for section, content in value.items():
        lines.append(f"[{_key(section)}]")
        lines += [f"{_key(key)} = {_toml(one)}" for key, one in content.items()]
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass")


def _toml(value: object) -> str:
    match value:
        case bool() | None:
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case dict():
            return "{ " + ", ".join(f"{_key(key)} = {_toml(one)}" for key, one in value.items()) + " }"
        case list() | tuple():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case _:
            return json.dumps(str(value) if isinstance(value, Path) else value, ensure_ascii=False)


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "a").replace("-", "a").isalnum() else json.dumps(name)
