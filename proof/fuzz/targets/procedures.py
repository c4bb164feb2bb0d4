"""What mediators and translators write: procedures, words of the glossary, descriptions of languages."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import yaml

from kiosk import languages
from kiosk.errors import Problem
from kiosk.procedures import checked, glossary, inspection, loader
from proof.fuzz.mutation import Mutator
from proof.fuzz.nearly import nearly
from proof.fuzz.target import REFUSED, TAKEN, Outcome, Target, expect, told

_ASSETS = Path(__file__).resolve().parents[3] / "assets"
_WORDS = tuple(
    word.encode()
    for word in (
        *(
            "id: ",
            "steps:\n  - ",
            "do: ",
            "target: {role: button, name: ",
            "done: {visible: ",
            "all: [",
            "any: [",
            "- ",
        ),
        *(
            "accepts: {formats: [pdf], megabytes: ",
            "allow: [",
            '"@identity"',
            "https://",
            "*",
            "? ",
            "!!int ",
            "&a ",
            "*a",
        ),
        *(
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "|\n",
            ">-\n",
            "<<: ",
            "2025-02-31",
            "1:2:3",
            "0x_",
            ".inf",
            "cases: [",
            "%TAG ! !\n",
        ),
    )
)
_MOST_SAMPLES = 12
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def _samples(folder: str) -> list[bytes]:
    return [file.read_bytes() for file in sorted((_ASSETS / folder).glob("*.yaml"))[:_MOST_SAMPLES]]


class Procedures(Target):
    name = "procedures"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        samples = _samples("procedures")
        self._mutator = Mutator(samples, _WORDS)
        self._right = [yaml.safe_load(one) for one in samples]
        self._glossary = glossary.load()

    def case(self, chance: random.Random) -> bytes:
        if chance.random() < 0.5:
            return self._mutator.case(chance)
        procedure = chance.choice(self._right)
        for _ in range(chance.choice((1, 1, 2, 4))):
            procedure = nearly(procedure, chance, fit=0.9)
        return yaml.dump(procedure, Dumper=_Dumper, allow_unicode=True, sort_keys=False).encode()

    def put(self, case: bytes) -> Outcome:
        file = self.folder / "une.yaml"
        file.write_bytes(case)
        loaded = loader.load([self.folder])
        told(loaded.problems, case.count(b"\n") + 1)
        expect(bool(loaded.procedures) != bool(loaded.problems), "neither a procedure nor a problem")
        for one in inspection.inspect([file], self._glossary, date(2026, 11, 23)):
            told(one.said, case.count(b"\n") + 1)
        return TAKEN if loaded.procedures else REFUSED


class Glossary(Target):
    name = "glossary"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._mutator = Mutator(_samples("glossary"), (*_WORDS, b"words:\n  - ", b"forms: [", b"meaning: ", b"theme: "))

    def case(self, chance: random.Random) -> bytes:
        return self._mutator.case(chance)

    def put(self, case: bytes) -> Outcome:
        (self.folder / "mots.yaml").write_bytes(case)
        glossary.load.cache_clear()
        loaded = glossary.load(self.folder)
        told(loaded.problems, case.count(b"\n") + 1)
        loaded.words_in("Le quotient familial est écrit sur l'attestation.")
        return REFUSED if loaded.problems else TAKEN


class Languages(Target):
    """Descriptions, as every program of the post reads them and as they are checked."""

    name = "languages"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        words = [f"{name}: ".encode() for name in languages.Description.model_fields]
        self._mutator = Mutator(_samples("locale"), (*_WORDS, *words, b"rtl"))

    def case(self, chance: random.Random) -> bytes:
        return self._mutator.case(chance)[: 1 << 15]

    def put(self, case: bytes) -> Outcome:
        file = self.folder / "xx.yaml"
        file.write_bytes(case)
        languages.known_in.cache_clear()
        known = languages.known_in(self.folder)
        problems = list[Problem]()
        written = loader.written_in(file, problems)
        if written is not None:
            problems += checked.check_as(languages.Description, file.name, written)[1]
        told(problems, case.count(b"\n") + 1)
        expect("fr" in known, "a post without French")
        return TAKEN if "xx" in known else REFUSED
