"""The tray keeps its limits and its names whatever a site sends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.guest.tray import LONGEST_NAME, MEGABYTE, Tray, TrayLimits, kind_of, latest_paper, safe_name
from kiosk.sealed import Sealed


@pytest.fixture
def tray(tmp_path: Path) -> Tray:
    return Tray(tmp_path / "tray", TrayLimits(file_bytes=100, total_bytes=250, files=3))


def arrive(tray: Tray, name: str, content: bytes = b"x" * 100) -> None:
    path = tray.folder / name
    path.write_bytes(content)
    tray.keep(path)


def test_the_tray_says_why_a_file_cannot_come_in(tray: Tray) -> None:
    assert tray.refusal(101) == "too-large"
    assert tray.refusal(100) is None
    arrive(tray, "a.txt")
    arrive(tray, "b.txt")
    assert tray.refusal(60) == "tray-full"
    arrive(tray, "c.txt", b"x")
    assert tray.refusal(1) == "too-many"


def test_limits_come_from_the_environment_and_nonsense_is_the_default() -> None:
    assert TrayLimits.from_environment({"KIOSK_TRAY_MAX_FILE_MB": "3"}).file_bytes == 3 * MEGABYTE
    assert TrayLimits.from_environment({"KIOSK_TRAY_MAX_FILES": "-1", "KIOSK_TRAY_MAX_TOTAL_MB": "x"}) == TrayLimits()


@pytest.mark.parametrize(
    ("untrusted", "safe"),
    [
        ("attestation.pdf", "attestation.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Temp\\avis.pdf", "avis.pdf"),
        (".bashrc", "bashrc"),
        ("", "document"),
        ("///", "document"),
        ("avis\u202efdp.exe", "avisfdp.exe"),
        ("a\nb\x00c.pdf", "abc.pdf"),
        ("  mon   avis  .pdf", "mon avis.pdf"),
        ("Justificatif d’été.pdf", "Justificatif d’été.pdf"),
    ],
)
def test_names_are_made_safe_and_stay_readable(untrusted: str, safe: str) -> None:
    assert safe_name(untrusted) == safe


@given(st.text(max_size=300))
def test_no_name_leaves_the_tray_or_grows_without_end(untrusted: str) -> None:
    name = safe_name(untrusted)
    assert name
    assert "/" not in name
    assert not name.startswith(".")
    assert name.isprintable()
    assert len(name) <= LONGEST_NAME
    assert len(name.encode()) <= 255


def test_a_name_taken_or_under_way_gets_a_number(tray: Tray) -> None:
    arrive(tray, "avis.pdf")
    (tray.folder / "avis (2).pdf.download").touch()
    assert tray.free_name("AVIS.pdf") == "AVIS (3).pdf"


def test_the_kind_is_read_in_the_file_and_not_in_its_name(tmp_path: Path) -> None:
    for name, content, kind in (
        ("a.txt", b"%PDF-1.7 ...", "pdf"),
        ("a.pdf", b"hello", "other"),
        ("a.jpg", b"\xff\xd8\xff\xe0 ...", "image"),
        ("a.exe", b"\xff\xd8\xff\xe0 ...", "other"),
    ):
        (tmp_path / name).write_bytes(content)
        assert kind_of(tmp_path / name) == kind


def test_papers_come_back_after_a_crash_but_half_papers_do_not(tray: Tray) -> None:
    arrive(tray, "avis.pdf")
    (tray.folder / "moitie.pdf.download").touch()
    assert [document.name for document in Tray(tray.folder, tray.limits).documents] == ["avis.pdf"]


def test_papers_laid_out_are_no_news(tray: Tray, tmp_path: Path) -> None:
    original = tmp_path / "photo.jpg"
    original.write_bytes(b"\xff\xd8\xff")
    said: list[str] = []
    tray.stored.connect(lambda kind, _size: said.append(kind))
    tray.lay_out([original, original])
    assert [document.name for document in tray.documents] == ["photo.jpg"]
    assert said == []


def test_a_delivered_paper_is_news_as_a_download_is(tray: Tray) -> None:
    said: list[object] = []
    tray.changed.connect(lambda: said.append("changed"))
    tray.stored.connect(lambda kind, size: said.append((kind, size)))
    content = Sealed.of(b"%PDF-1.7")
    assert tray.deliver("Avis d'imposition", "pdf", content)
    assert said == ["changed", ("pdf", 8)]
    [document] = tray.documents
    assert (document.name, document.path.read_bytes()) == ("Avis d'imposition.pdf", b"%PDF-1.7")
    assert not document.laid_out
    content.close()


@pytest.mark.parametrize(
    ("title", "kind", "name"),
    [
        ("photo", "image", "photo.jpg"),
        ("facture 3/4", "pdf", "facture 3-4.pdf"),
        ("..\\..\\x", "pdf", "-..-x.pdf"),
        ("AVIS", "pdf", "AVIS (2).pdf"),
    ],
)
def test_a_delivered_paper_has_a_safe_and_free_name(tray: Tray, title: str, kind: str, name: str) -> None:
    arrive(tray, "avis.pdf", b"%PDF-")
    content = Sealed.of(b"\xff\xd8\xff" if kind == "image" else b"%PDF-")
    assert tray.deliver(title, kind, content)
    assert tray.documents[-1].name == name
    content.close()


def test_a_delivery_over_the_limits_leaves_nothing(tray: Tray) -> None:
    refused: list[str] = []
    tray.refused.connect(refused.append)
    content = Sealed.of(b"x" * 101)
    assert not tray.deliver("gros", "pdf", content)
    assert refused == ["too-large"]
    assert list(tray.folder.iterdir()) == []
    content.close()


def test_a_half_delivery_is_never_a_paper(tray: Tray) -> None:
    class Breaks:
        size = 10

        def chunks(self):
            yield b"%PDF-"
            assert [path.suffix for path in tray.folder.iterdir()] == [".download"]
            raise OSError(28, "no space")

    refused: list[str] = []
    tray.refused.connect(refused.append)
    assert not tray.deliver("avis", "pdf", Breaks())
    assert refused == ["tray-full"]
    assert tray.documents == ()
    assert list(tray.folder.iterdir()) == []


def test_a_paper_that_leaves_is_a_sealed_copy(tray: Tray) -> None:
    arrive(tray, "avis.pdf", b"%PDF-1.7")
    [document] = tray.documents
    content = document.sealed()
    document.path.write_bytes(b"autre")
    assert Sealed(os.dup(content.fileno())).read() == b"%PDF-1.7"
    content.close()


def test_the_latest_paper_is_the_last_that_the_desk_knows(tray: Tray) -> None:
    assert latest_paper(tray.documents) is None
    arrive(tray, "avis.pdf", b"%PDF-")
    arrive(tray, "notes.txt", b"rien")
    assert latest_paper(tray.documents).name == "avis.pdf"
