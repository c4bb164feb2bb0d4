"""What comes in files from outside: packs of procedures, archives of sheets, people's sticks."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import io
import json
import os
import random
import tarfile
import zipfile
from contextlib import aclosing, closing
from datetime import date
from pathlib import Path

import yaml
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from demonstration import sheets as invented
from demonstration import stick_images
from kiosk.documents.paper import Paper
from kiosk.documents.stick.base import Stick
from kiosk.documents.stick.fat import FatSticks
from kiosk.documents.stick.ports import UsbPorts
from kiosk.documents.stick.reading import content_of
from kiosk.documents.trouble import PaperTroubleError
from kiosk.packs import container, keys, store
from kiosk.packs.errors import PackError
from kiosk.procedures import loader
from kiosk.sealed import Sealed
from kiosk.setup import answers
from kiosk.sheets import library
from kiosk.sheets.errors import SheetsError
from kiosk.sheets.importing import import_archive
from kiosk.sheets.limits import Limits
from proof.fuzz.mutation import CANARY, Mutator, as_json, changed_value
from proof.fuzz.nearly import nearly
from proof.fuzz.target import REFUSED, TAKEN, Outcome, Target, expect, told, told_error

_ROOT = Path(__file__).resolve().parents[3]
_TODAY = date(2026, 11, 23)
_KEY = Ed25519PrivateKey.from_private_bytes(b"a key of nobody, for tries only."[:32])
_KEYRING = keys.Keyring({keys.fingerprint(_KEY.public_key()): _KEY.public_key()})
_PROCEDURE = (_ROOT / "assets" / "procedures" / "caf-attestation.yaml").read_bytes()
_FILE_NAMES = ("caf-attestation.yaml", "a.yaml", "0-1.yaml", "a" * 60 + ".yaml")
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_NAMES = (
    "../a.yaml",
    "/etc/a.yaml",
    "a/b.yaml",
    ".signed",
    "current",
    "A.yaml",
    "a.yaml\n",
    "a\0.yaml",
    "é.yaml",
    "a" * 90,
)


def _signed(manifest: bytes, files: bytes) -> bytes:
    """As a maker would who holds a key that the post believes, and means no good."""
    mark = b"cote-a-cote pack 1\n"
    head = b"key %s\nsignature %s\nmanifest %08d\n" % (
        keys.fingerprint(_KEY.public_key()).encode(),
        _KEY.sign(mark + manifest).hex().encode(),
        len(manifest),
    )
    return mark + head + manifest + files


def _pack(version: int, contents: dict[str, bytes]) -> tuple[dict[str, object], bytes]:
    files = [
        {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in sorted(contents.items())
    ]
    manifest = {"name": "essai", "version": version, "day": "2026-11-22", "title": "Un essai", "files": files}
    return manifest, b"".join(contents[name] for name in sorted(contents))


def _whole(version: int, contents: dict[str, bytes]) -> bytes:
    manifest, files = _pack(version, contents)
    return _signed(json.dumps(manifest).encode(), files)


class Packs(Target):
    """Bytes that are no pack, and packs that are well signed by somebody who means no good, or does not know better.
    They come to a post that has the first edition of the same pack."""

    name = "packs"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._procedure = yaml.safe_load(_PROCEDURE)
        self._first = container.read(_whole(1, {"caf-attestation.yaml": _PROCEDURE}), _KEYRING)

    def case(self, chance: random.Random) -> bytes:
        contents = {"caf-attestation.yaml": _PROCEDURE}
        match chance.randrange(12):
            case 0:
                return Mutator((_whole(3, contents),), (b"signature ", b"manifest 99999999\n", b"key ")).case(chance)
            case 1:
                name = chance.choice((*_NAMES, "caf-attestation.yaml"))
                content = Mutator((_PROCEDURE,)).case(chance)
                return _whole(chance.choice((1, 2, 3)), {name: content, "b.yaml": _PROCEDURE})
            case 2 | 3:
                manifest, files = _pack(chance.choice((1, 2, 3)), contents)
                value: object = manifest
                for _ in range(chance.choice((1, 1, 3))):
                    value = changed_value(value, chance)
                return _signed(as_json(value, chance), files + (CANARY.encode() if chance.random() < 0.2 else b""))
            case _:
                return self._nearly_right(chance)

    def _nearly_right(self, chance: random.Random) -> bytes:
        """Right to the last sum, with a field of the manifest or a word of a procedure at its edge."""
        contents = {}
        for name in chance.sample(_FILE_NAMES, chance.choice((1, 1, 2))):
            procedure = {**self._procedure, "id": name.removesuffix(".yaml")}
            if chance.random() < 0.6:
                procedure = nearly(procedure, chance, fit=0.9)
            contents[name] = yaml.dump(procedure, Dumper=_Dumper, allow_unicode=True, sort_keys=False).encode()
        manifest, files = _pack(chance.choice((2, 3, 999_999_999)), contents)
        for _ in range(chance.choice((0, 0, 1, 2))):
            key = chance.choice(("name", "version", "day", *("title",) * 9))
            manifest[key] = nearly(manifest[key], chance, fit=0.9)
        return _signed(json.dumps(manifest, ensure_ascii=False).encode(), files)

    def put(self, case: bytes) -> Outcome:
        state = self.folder / "state"
        _emptied(state)
        store.install(self._first, state, _KEYRING, lambda _: ())
        before = {path for path in self.folder.rglob("*") if not path.is_relative_to(state / store.FOLDER)}
        try:
            pack = container.read(case, _KEYRING)
            taken = store.install(pack, state, _KEYRING, lambda folder: loader.load([folder]).problems)
        except PackError as error:
            told_error(error)
            taken = False
        after = {path for path in self.folder.rglob("*") if not path.is_relative_to(state / store.FOLDER)}
        expect(after == before, "a pack writes outside of its folder")
        opened = store.opened(state, _KEYRING)
        told(opened.problems)
        expect(not opened.problems, "what was installed is not whole")
        counts = {one.signed.manifest.name: one.signed.manifest.version for one in opened.packs}
        expect(taken or counts == {"essai": 1}, "a refused pack changes what counts")
        expect("essai" in counts, "the pack before is lost")
        return TAKEN if taken else REFUSED


class PacksOnDisk(Target):
    """What a bad disk or another hand has made of an installed pack. A case is steps, one a line: what, where, with."""

    name = "packs-on-disk"

    _WHAT = ("write", "cut", "link", "folder", "remove", "number")
    _WHERE = (
        "current",
        "1/.signed",
        "2/.signed",
        "2/caf-attestation.yaml",
        "2/more.yaml",
        "2",
        "9",
        ".new",
        "../other/current",
    )

    def case(self, chance: random.Random) -> bytes:
        steps = []
        for _ in range(chance.randint(1, 4)):
            words = Mutator((_PROCEDURE[:200], b"2", _whole(2, {"a.yaml": b"a: b"})[:300])).case(chance)[:400]
            steps.append(
                b" ".join(
                    (chance.choice(self._WHAT).encode(), chance.choice(self._WHERE).encode(), words.hex().encode())
                )
            )
        return b"\n".join(steps)

    def put(self, case: bytes) -> Outcome:
        state = self.folder / "state"
        for version in (1, 2):
            pack = container.read(_whole(version, {"caf-attestation.yaml": _PROCEDURE}), _KEYRING)
            if not (state / store.FOLDER).exists() or version == 2:
                store.install(pack, state, _KEYRING, lambda _: ())
        place = state / store.FOLDER / "essai"
        for step in case.split(b"\n"):
            what, _, rest = step.partition(b" ")
            where, _, words = rest.partition(b" ")
            if where.decode("ascii", "replace") in self._WHERE:
                _hurt(place, what, where.decode(), words)
        opened = store.opened(state, _KEYRING)
        told(opened.problems)
        store.marks(state)
        for change in (lambda: store.rollback("essai", state, _KEYRING), lambda: store.remove("essai", state)):
            try:
                change()
            except PackError as error:
                told_error(error)
        _emptied(state)
        return TAKEN if opened.packs else REFUSED


def _hurt(place: Path, what: bytes, where: str, words: bytes) -> None:
    target = place / where
    try:
        content = bytes.fromhex(words.decode("ascii", "replace"))
    except ValueError:
        content = words
    try:
        target.parent.mkdir(exist_ok=True)
        match what:
            case b"write":
                target.write_bytes(content)
            case b"cut":
                target.write_bytes(target.read_bytes()[: len(content)])
            case b"link":
                _emptied(target)
                target.symlink_to(os.fsdecode(content[:40].replace(b"\0", b"")) or "..")
            case b"folder":
                _emptied(target)
                target.mkdir()
            case b"number":
                (place / "current").unlink(missing_ok=True)
                (place / "current").symlink_to(str(len(content)))
            case _:
                _emptied(target)
    except OSError:
        """There is nothing there to be hurt."""


def _emptied(target: Path) -> None:
    if target.is_symlink() or target.is_file():
        target.unlink()
    elif target.is_dir():
        for inner in target.iterdir():
            _emptied(inner)
        target.rmdir()


class Sheets(Target):
    name = "sheets"
    seconds = 8.0
    _LIMITS = Limits(1 << 20, 4 << 20, 1 << 19, 200, 60, 1)

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        words = (b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"&#0;", b"&#x202e;", b"<![CDATA[", b"<BlocCas>", b"<Cas>")
        more = (b"<Tableau>", b"<Liste><Item>", b"xmlns:a='b'", b'ID="F1"', b"<a:b/>", b"<?a b?>", b"<!-- -->")
        head = b"<?xml version='1.0' encoding='UTF-16'?>"
        samples = [invented.sheet_xml(1), *(content for _, content in invented.many(3))]
        self._xml = Mutator(samples, (*words, *more, head))

    def case(self, chance: random.Random) -> bytes:
        name = chance.choice(
            (
                "F1.xml",
                "F1.xml",
                "F1.xml",
                "a/F1.xml",
                "../F1.xml",
                "/F1.xml",
                "C:\\F1.xml",
                "F1.xml\x1b[2J",
                "F" + "9" * 300 + ".xml",
            )
        )
        content = self._xml.case(chance) if chance.random() < 0.7 else invented.sheet_xml(1)
        archive = (_zip if chance.random() < 0.5 else _tar)(name, content, chance)
        return (
            archive
            if chance.random() < 0.6
            else Mutator((archive,), (b"PK\x01\x02", b"PK\x05\x06", b"PK\x03\x04", b"\x1f\x8b")).case(chance)
        )

    def put(self, case: bytes) -> Outcome:
        archive = self.folder / "archive.zip"
        archive.write_bytes(case)
        library.remove(self.folder)
        try:
            about = import_archive(archive, self.folder, _TODAY, self._LIMITS)
        except SheetsError as error:
            told_error(error)
            expect(not library.place_of(self.folder).exists(), "half a library")
            return REFUSED
        opened = library.opened(self.folder)
        expect(opened.problem is None and about.count >= 1, "a library that cannot be read")
        for entry in opened.library.search("lettre bleue"):
            expect(opened.library.get(entry.id) is not None, "a sheet that cannot be read")
            expect("\n" not in entry.title and entry.title.strip() != "", "a title that is none")
        opened.library.search(CANARY)
        return TAKEN


def _zip(name: str, content: bytes, chance: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as zipped:
        for path, inner in ((name, content), ("F2.xml", invented.sheet_xml(2)), ("menu.xml", b"<Menu/>")):
            zipped.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), inner)
    return made.getvalue()


def _tar(name: str, content: bytes, chance: random.Random) -> bytes:
    made = io.BytesIO()
    formats = (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT, tarfile.USTAR_FORMAT)
    with tarfile.open(fileobj=made, mode="w", format=formats[chance.randrange(2 if len(name) > 90 else 3)]) as tar:
        for path, inner in ((name, content), ("F2.xml", invented.sheet_xml(2))):
            member = tarfile.TarInfo(path)
            member.size = len(inner)
            member.type = chance.choice(
                (tarfile.REGTYPE,) * 9 + (tarfile.SYMTYPE, tarfile.CHRTYPE, tarfile.GNUTYPE_SPARSE)
            )
            tar.addfile(member, io.BytesIO(inner))
    written = made.getvalue()
    if chance.random() < 0.5:
        written = Mutator((written,), (b"ustar\x00", b"path=", b"size=", b"GNU.sparse.map=", b"30 mtime=1\n")).case(
            chance
        )
    return _gzipped(written)


def _gzipped(content: bytes) -> bytes:
    return gzip.compress(content, 1, mtime=0)


class Sticks(Target):
    """A file system that lies. The stick is given to nobody but programs in a sandbox of their own."""

    name = "sticks"
    seconds = 20.0
    _SIZE = 160 << 10

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        image = stick_images.make(folder / "right", 12, 1)
        stick_images.put(image, "kiosk.toml", b'[site]\nname = "Ici"\n')
        stick_images.folder(image, "Mes papiers")
        stick_images.put(image, "Mes papiers/Attestation.pdf")
        self._right = image.read_bytes()
        self._paper = Sealed.of(b"%PDF-1.7 " + CANARY.encode() * 200)

    def case(self, chance: random.Random) -> bytes:
        """Changes of the right stick: where, and what."""
        changes = []
        for _ in range(chance.choice((1, 2, 4, 16))):
            at = chance.choice((chance.randrange(64), chance.randrange(512, 3 << 10), chance.randrange(40 << 10)))
            what = chance.choice(
                (
                    b"\xff" * 4,
                    b"\0" * 3,
                    chance.randbytes(4),
                    b"   bytes free",
                    b"..         ",
                    b"\x1b[2J",
                    b"\xe5",
                    b"\x0f",
                )
            )
            changes.append(at.to_bytes(3) + bytes([len(what)]) + what)
        return b"".join(changes)

    def put(self, case: bytes) -> Outcome:
        image = bytearray(self._right)
        while len(case) >= 4:
            at, length = int.from_bytes(case[:3]), case[3]
            image[at : at + length], case = case[4 : 4 + length], case[4 + length :]
        stick = self.folder / "stick"
        stick.write_bytes(image)
        return asyncio.run(self._used(Stick(stick, "vfat", len(image))))

    async def _used(self, stick: Stick) -> Outcome:
        content = await content_of(stick, "kiosk.toml", answers.LARGEST_FILE + 1)
        if content is not None:
            told(answers.read("kiosk.toml", content).problems)
        sticks = FatSticks(UsbPorts())
        try:
            async with aclosing(sticks.copy(stick, [Paper(CANARY, "pdf", self._paper)])) as steps:
                done = [step.percent async for step in steps]
        except PaperTroubleError:
            return REFUSED
        finally:
            await sticks.close()
        expect(done[-1] == 100 and sticks.remains() == 0, "a copy that does not end")
        return TAKEN

    def close(self) -> None:
        with closing(self._paper):
            """It is given back."""
