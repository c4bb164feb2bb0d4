"""An archive becomes the library, whole; whatever else it may be is refused, and the library stays."""

from __future__ import annotations

import gzip
import io
import os
import shutil
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from demonstration.sheets import many, sheet_xml, write_tar, write_zip
from kiosk.sheets import library
from kiosk.sheets.errors import SheetsError
from kiosk.sheets.importing import import_archive
from kiosk.sheets.limits import Limits

TODAY = date(2026, 6, 1)
SMALL = Limits(
    archive_bytes=200_000, unpacked_bytes=300_000, file_bytes=20_000, files=60, sheets=20, fewest=3, share_of_before=0.5
)
GOOD = [(f"F{number}.xml", sheet_xml(number)) for number in range(1, 5)]


@pytest.mark.parametrize("write", [write_zip, write_tar])
def test_an_archive_becomes_the_library(state: Path, tmp_path: Path, write: Callable[..., Path]) -> None:
    about = import_archive(write(tmp_path / "a", GOOD), state, TODAY, SMALL)
    assert (about.count, about.newest, about.imported, about.source) == (4, date(2026, 5, 3), TODAY, "a")
    found = library.opened(state).library
    assert found.about == about
    assert found.get("F2") is not None
    assert found.get("F9") is None


def test_sheets_in_a_folder_of_the_archive_are_read(state: Path, tmp_path: Path) -> None:
    files = [(f"vosdroits/{name}", content) for name, content in GOOD]
    assert import_archive(write_zip(tmp_path / "a.zip", files), state, TODAY, SMALL).count == 4


def test_the_next_import_replaces_the_library(filled: Path, tmp_path: Path) -> None:
    archive = write_zip(tmp_path / "a.zip", [(f"F{number}.xml", sheet_xml(number, "Autre")) for number in range(7, 12)])
    import_archive(archive, filled, TODAY, SMALL)
    found = library.opened(filled).library
    assert [entry.title for entry in found.search("autre")] == ["Autre"] * 5
    assert not found.has("F1")


def test_a_day_to_come_does_not_make_the_library_young(state: Path, tmp_path: Path) -> None:
    files = [*GOOD, ("F9.xml", sheet_xml(9, day="2031-01-01"))]
    assert import_archive(write_zip(tmp_path / "a.zip", files), state, TODAY, SMALL).newest == date(2026, 5, 3)


def _cut(archive: Path, share: float) -> Path:
    content = archive.read_bytes()
    archive.write_bytes(content[: int(len(content) * share)])
    return archive


def _tar_cut_between_files(archive: Path) -> Path:
    content = gzip.decompress(write_tar(archive, GOOD).read_bytes())
    # Whole files, without the end of the archive.
    second = 512 + -(-len(GOOD[0][1]) // 512) * 512
    third = second + 512 + -(-len(GOOD[1][1]) // 512) * 512
    fourth = third + 512 + -(-len(GOOD[2][1]) // 512) * 512
    archive.write_bytes(gzip.compress(content[:fourth]))
    return archive


def _link(archive: Path) -> Path:
    with tarfile.open(archive, "w:gz") as tar:
        member = tarfile.TarInfo("F1.xml")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(member)
    return archive


def _bomb_in_a_header(archive: Path) -> Path:
    """A name that is said to be as long as fits nowhere."""
    member = tarfile.TarInfo("x")
    member.type, member.size = tarfile.XHDTYPE, 1 << 30
    with gzip.open(archive, "wb") as zipped:
        zipped.write(member.tobuf(tarfile.USTAR_FORMAT))
        zipped.write(bytes(1 << 20))
    return archive


def _lying(archive: Path) -> Path:
    """A file that unpacks to more than it says."""
    write_zip(archive, [*GOOD, ("F8.xml", bytes(1 << 20))])
    content = bytearray(archive.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = -1
        while (place := content.find(mark, place + 1)) >= 0:
            if struct.unpack_from("<I", content, place + offset)[0] == 1 << 20:
                struct.pack_into("<I", content, place + offset, 400)
    archive.write_bytes(content)
    return archive


def _encrypted(archive: Path) -> Path:
    content = bytearray(write_zip(archive, GOOD).read_bytes())
    place = content.find(b"PK\x01\x02")
    content[place + 8] |= 1
    archive.write_bytes(content)
    return archive


def _text(archive: Path) -> Path:
    archive.write_text("Bonjour")
    return archive


def _absent(archive: Path) -> Path:
    return archive


def _folder(archive: Path) -> Path:
    archive.mkdir()
    return archive


def _nested(archive: Path) -> Path:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as zipped:
        zipped.writestr("F1.xml", sheet_xml(1))
    return write_zip(archive, [("vosdroits.zip", inner.getvalue())])


_HALF = GOOD[3][1][:900]
HOSTILE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "half a zip": (lambda a: _cut(write_zip(a, GOOD), 0.5), "abîmée"),
    "half a tar": (lambda a: _cut(write_tar(a, GOOD), 0.5), "jusqu'au bout|abîmée"),
    "a tar cut between files": (_tar_cut_between_files, "incomplète"),
    "not an archive": (_text, "pas une archive"),
    "empty": (lambda a: _cut(_text(a), 0), "pas une archive"),
    "absent": (_absent, "n'existe pas"),
    "a folder": (_folder, "ne peut pas être lue"),
    "no sheets": (lambda a: write_zip(a, []), "aucune fiche"),
    "too few": (lambda a: write_zip(a, GOOD[:2]), "seulement 2 fiches"),
    "an archive in an archive": (_nested, "aucune fiche"),
    "half a file": (lambda a: write_zip(a, [*GOOD[:3], ("F4.xml", _HALF)]), "F4.xml, ligne [0-9]+ .*XML complet"),
    "not XML": (lambda a: write_zip(a, [*GOOD, ("F8.xml", b"{}")]), "F8.xml, ligne 1 "),
    "another sheet inside": (lambda a: write_zip(a, [*GOOD, ("F8.xml", sheet_xml(9))]), "F8.xml .*qu'elle est F9"),
    "another schema": (lambda a: write_zip(a, [*GOOD, ("F8.xml", sheet_xml(8, schema="2.3"))]), "schéma 2.3"),
    "up the folders": (lambda a: write_zip(a, [*GOOD, ("../../F8.xml", b"")]), "sort du dossier"),
    "up the folders, tar": (lambda a: write_tar(a, [*GOOD, ("../F8.xml", b"")]), "sort du dossier"),
    "from the root": (lambda a: write_tar(a, [*GOOD, ("/etc/F8.xml", b"")]), "sort du dossier"),
    "from a drive": (lambda a: write_zip(a, [*GOOD, ("C:\\F8.xml", b"")]), "sort du dossier"),
    "a link": (_link, "pas un simple fichier"),
    "the same sheet twice": (lambda a: write_tar(a, [*GOOD, ("b/F1.xml", sheet_xml(1))]), "deux fois"),
    "encrypted": (_encrypted, "chiffré"),
    "ten thousand sheets": (
        lambda a: write_zip(a, [(f"F{n}.xml", b"<a/>") for n in range(1, 50)]),
        "plus de 20|pas une",
    ),
    "too many files": (lambda a: write_zip(a, [(f"{n}.xml", b"") for n in range(70)]), "trop de fichiers"),
    "too many files, tar": (lambda a: write_tar(a, [(f"{n}.xml", b"") for n in range(70)]), "trop de fichiers"),
    "a bomb": (lambda a: write_zip(a, [*GOOD, ("F8.xml", bytes(1 << 20))]), "trop gros"),
    "a bomb, tar": (lambda a: write_tar(a, [*GOOD, ("F8.xml", bytes(1 << 18))]), "trop gros|trop grosse"),
    "a bomb beside, tar": (lambda a: write_tar(a, [("x", bytes(1 << 20)), *GOOD]), "trop grosse"),
    "a bomb in a header": (_bomb_in_a_header, "trop grosse|abîmée"),
    "a bomb that lies": (_lying, "abîmée|trop gros"),
    "too big": (lambda a: write_zip(a, [("x", os.urandom(250_000))]), "trop grosse"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_whole_archive_is_refused_and_the_library_stays(filled: Path, tmp_path: Path, name: str) -> None:
    make, said = HOSTILE[name]
    before = library.place_of(filled).read_bytes()
    with pytest.raises(SheetsError, match=said) as refused:
        import_archive(make(tmp_path / "archive"), filled, TODAY, SMALL)
    assert "archive" in refused.value.what
    assert library.place_of(filled).read_bytes() == before
    assert [one.name for one in library.place_of(filled).parent.iterdir()] == [library.FILE]


def test_an_archive_of_much_less_than_the_library_is_not_the_whole(state: Path, tmp_path: Path) -> None:
    limits = Limits(fewest=3)
    import_archive(write_zip(tmp_path / "a.zip", many(10)), state, TODAY, limits)
    with pytest.raises(SheetsError, match="seulement 4 fiches, et la bibliothèque en a 10"):
        import_archive(write_zip(tmp_path / "b.zip", many(4)), state, TODAY, limits)
    library.remove(state)
    assert import_archive(write_zip(tmp_path / "b.zip", many(4)), state, TODAY, limits).count == 4


@pytest.mark.skipif(shutil.which("bwrap") is None, reason="needs bubblewrap")
def test_a_full_disk_leaves_the_library(tmp_path: Path) -> None:
    """On a real file system of 300 kB: the first archive fits, the second one does not."""
    small = write_zip(tmp_path / "small.zip", many(100))
    large = write_zip(tmp_path / "large.zip", many(600))
    script = (
        f"K='{sys.executable} -m kiosk --set state.directory=/full/state'; mkdir /full/state;"
        f"$K sheets import {small} && ($K sheets import {large}; echo $?; ls /full/state/sheets; $K sheets list)"
    )
    sandbox = ["bwrap", "--unshare-user", "--die-with-parent", "--dev-bind", "/", "/"]
    done = subprocess.run(
        [*sandbox, "--size", "600000", "--tmpfs", "/full", "sh", "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "la place sur le disque" in done.stderr, done.stderr
    assert "\n1\nlibrary.sqlite\n100 fiches" in done.stdout
