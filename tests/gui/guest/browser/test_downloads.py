"""What a site gives goes to the tray, within its limits; what a page asks for comes from the tray."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from kiosk.guest.downloads import Downloads
from kiosk.guest.tray import Tray, TrayLimits
from tests.gui.guest.web import Answer

PDF = b"%PDF-1.4\n" + b"0" * 2000


@pytest.fixture
def tray(rig, tmp_path):
    tray = Tray(tmp_path / "tray", TrayLimits(file_bytes=10_000, total_bytes=25_000, files=5))
    tray.receiver = Downloads(rig.profile, tray)
    tray.said = []
    tray.stored.connect(lambda kind, size: tray.said.append((kind, size)))
    tray.refused.connect(tray.said.append)
    return tray


def follow(rig, path: str) -> None:
    rig.js(f"const a = document.createElement('a'); a.href = '{path}'; a.click(); return 1")


def test_a_pdf_goes_to_the_tray_and_the_page_stays(rig, tray):
    rig.show("<p>Bonjour")
    rig.web.answers["caisse.exercice/attestation.pdf"] = Answer(PDF, "application/pdf")
    follow(rig, "/attestation.pdf")
    rig.until(lambda: tray.said == [("pdf", len(PDF))])
    assert [document.name for document in tray.documents] == ["attestation.pdf"]
    assert rig.page.url().path() == "/page"


def test_the_sites_name_for_a_file_cannot_leave_the_tray(rig, tray):
    rig.show("<p>Bonjour")
    headers = {"Content-Disposition": 'attachment; filename="../../.bashrc"'}
    rig.web.answers["caisse.exercice/f"] = Answer(b"texte", "text/plain", headers=headers)
    follow(rig, "/f")
    rig.until(lambda: len(tray.documents) == 1)
    assert tray.documents[0].path.parent == tray.folder
    assert not tray.documents[0].name.startswith(".")


def test_two_files_of_one_name_are_both_kept(rig, tray):
    rig.show("<p>Bonjour")
    rig.web.answers["caisse.exercice/a.pdf"] = Answer(PDF, "application/pdf")
    for count in (1, 2):
        follow(rig, "/a.pdf")
        rig.until(lambda count=count: len(tray.documents) == count)
    assert [document.name for document in tray.documents] == ["a.pdf", "a (2).pdf"]


def test_a_file_over_the_limit_is_refused_and_leaves_nothing(rig, tray):
    rig.show("<p>Bonjour")
    rig.web.answers["caisse.exercice/gros.pdf"] = Answer(PDF * 20, "application/pdf")
    follow(rig, "/gros.pdf")
    rig.until(lambda: "too-large" in tray.said)
    rig.settled()
    assert list(tray.folder.iterdir()) == []
    assert tray.said == ["too-large"]


def test_a_file_that_hides_its_size_is_refused_on_the_way(rig, tray):
    rig.show("<p>Bonjour")
    rig.js(
        "const parts = Array(60).fill('x'.repeat(1000)); const a = document.createElement('a'); a.download = 'x.bin';"
        "a.href = URL.createObjectURL(new Blob(parts)); a.click(); return 1"
    )
    rig.until(lambda: "too-large" in tray.said)
    rig.settled()
    assert list(tray.folder.iterdir()) == []


def test_a_page_receives_the_chosen_paper(rig, tray):
    paper = tray.folder / "photo.png"
    paper.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 50)
    rig.person.files = [str(paper)]
    rig.show("<input type=file id=f accept='image/*' onclick='1' style='width:300px;height:60px'>")
    # Chromium drops what is pressed before the first paint.
    rig.until(lambda: rig.paints > 0)
    rig.qtbot.mouseClick(rig.view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(60, 40))
    rig.until(lambda: rig.js("return f.files.length") == 1)
    assert rig.js("return f.files[0].name") == "photo.png"
    assert rig.person.heard[0][0] == "files"
