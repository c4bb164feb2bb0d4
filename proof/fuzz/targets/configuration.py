"""What IT writes: the post's settings, on the command line too, and the file of a setup."""

from __future__ import annotations

import random
from pathlib import Path

from kiosk.config import loader
from kiosk.setup import answers
from proof.fuzz.mutation import CANARY, Mutator
from proof.fuzz.nearly import settings
from proof.fuzz.target import REFUSED, TAKEN, Outcome, Target, expect, told

_SAMPLE = b"""# Un poste
[site]
name = "Espace de l'exercice"

[session]
idle_seconds = 240
[guest]
memory_mb = 2000
[control]
user_devices = ["usb-1", "usb-2"]
mediator_devices = ["usb-3"]
take_key = "F9"
[network]
internal = ["intranet.ville.fr"]
upstream = "proxy.ville.fr:3128"
[post]
opens = "08:00"
closes = "19:00"
[packs]
signers = "/etc/kiosk/packs.d"
"""
_CODES = _CODE, _OTHER_CODE, _CODE_OF_IT = "739152", "480261", "918273645"
_NAMES = ("anne", CANARY, "luc")


def _words() -> list[bytes]:
    keys = [f"{key} = ".encode() for section in loader.SECTIONS.values() for key in section.model_fields]
    return [
        *keys,
        *(f"[{name}]\n".encode() for name in loader.SECTIONS),
        b"[[site]]",
        b'"""',
        b"'''",
        b"2026-11-23T00:00:00Z",
    ]


class Kiosk(Target):
    name = "kiosk-toml"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._mutator = Mutator((_SAMPLE, loader.PACKAGED_FILE.read_bytes()), _words())

    def case(self, chance: random.Random) -> bytes:
        return self._mutator.case(chance) if chance.random() < 0.5 else settings(chance)

    def put(self, case: bytes) -> Outcome:
        file = self.folder / "kiosk.toml"
        file.write_bytes(case)
        loaded = loader.load([file])
        told(loaded.problems, case.count(b"\n") + 1)
        expect(loaded.config.site.name.strip() != "", "a site without a name")
        return REFUSED if loaded.problems else TAKEN


class Command(Target):
    name = "settings"

    _SAMPLES = (b"session.idle_seconds=600", b'site.name="Ici"', b'control.user_devices=["a"]', b'wipe.swap="warn"')

    def case(self, chance: random.Random) -> bytes:
        return Mutator(self._SAMPLES, _words()).case(chance)

    def put(self, case: bytes) -> Outcome:
        # Arguments are what the system makes of bytes.
        loaded = loader.load([], [case.decode("utf-8", "surrogateescape")])
        told(loaded.problems)
        return REFUSED if loaded.problems else TAKEN


class PostFile(Kiosk):
    """Below the system's file, and not its equal."""

    name = "post-toml"

    def put(self, case: bytes) -> Outcome:
        (self.folder / loader.POST_FILE).write_bytes(case)
        loaded = loader.load_post([], [f'state.directory="{self.folder}"'])
        told(loaded.problems, case.count(b"\n") + 1)
        defaults = loader.packaged()
        for section in loader.ONLY_IT - {"state"}:
            expect(getattr(loaded.config, section) == getattr(defaults, section), "the post decides for IT")
        return REFUSED if loaded.problems else TAKEN


class Setup(Target):
    name = "setup"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        people = f'[mediators]\nanne = "{_CODE}"\n{CANARY} = "{_OTHER_CODE}"\n[it]\nluc = "{_CODE_OF_IT}"\n'
        self._mutator = Mutator((_SAMPLE + people.encode(),), [*_words(), b"[it]\n", b"[mediators]\n", _CODE.encode()])

    def case(self, chance: random.Random) -> bytes:
        if chance.random() < 0.25:
            return self._mutator.case(chance)
        people: dict[str, dict[str, object]] = {}
        for name, code, section in zip(_NAMES, _CODES, ("mediators", "mediators", "it"), strict=True):
            if chance.random() < 0.7:
                who = chance.choice((*(name,) * 6, name + "-2", "é" + name, name * 4, "a"))
                people.setdefault(section, {})[who] = chance.choice((*(code,) * 6, code + "0", code[:6], _CODE))
        return settings(chance, people)

    def put(self, case: bytes) -> Outcome:
        read = answers.read("setup.toml", case)
        told(read.problems, case.count(b"\n") + 1)
        if read.problems:
            expect(read.answers == answers.Answers(), "half a setup")
            return REFUSED
        codes = [code for code in _CODES if code.encode() in case]
        expect(not any(code in repr(one) for code in codes for one in read.answers.people), "a code in the open")
        return TAKEN
