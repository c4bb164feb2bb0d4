"""The practice services' papers open in the viewer that the guest uses, and their words can be read out."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from kiosk.practice import papers


def test_the_payment_certificate_opens_and_keeps_its_accents(qtbot: QtBot) -> None:
    buffer = QBuffer()
    buffer.setData(QByteArray(papers.payment_certificate(date(2025, 3, 1))))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.status() is QPdfDocument.Status.Ready
    assert document.pageCount() == 1
    words = document.getAllText(0).text()
    assert all(part in words for part in ("Camille Exemple", "février 2025", "213,00 €", "SANS VALEUR"))
    assert not document.render(0, QSize(595, 842)).isNull()
    document.close()
