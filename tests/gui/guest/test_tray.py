"""The tray keeps its limits and its names whatever a site sends."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.guest.tray import LONGEST_NAME, MEGABYTE, Tray, TrayLimits, kind_of, safe_name


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
