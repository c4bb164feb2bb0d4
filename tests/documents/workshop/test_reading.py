"""Real text recognition: a letter is named by its kind, a photograph reads badly until it is made flat, and a light
paper reads as well as the heavy one."""

from __future__ import annotations

import cv2
import numpy as np

from benchmarks import letters
from kiosk.documents.workshop.inside import reading
from kiosk.documents.workshop.inside.making import make
from kiosk.documents.workshop.jobs import Made, Make, PageOf
from kiosk.sealed import Sealed


def test_a_letter_is_read_and_named_by_its_kind():
    found = reading.read([letters.letter(2, "Avis d'impôt sur les revenus")])
    assert found.kind == "avis-imposition"
    assert found.readable > 85


def test_a_blank_page_and_a_blurred_one_cannot_be_read():
    blank = np.full((2339, 1654, 3), 255, np.uint8)
    blurred = np.asarray(cv2.GaussianBlur(letters.letter(2), (0, 0), 6), np.uint8)
    assert reading.read([blank]).readable == 0
    assert reading.read([blurred]).readable < 50


def test_recognition_gives_up_in_time():
    assert reading.recognize([letters.letter(2)], seconds=0.0) == [reading.NOTHING]


def test_a_photographed_letter_fits_and_reads():
    photo = cv2.imencode(".jpg", letters.photograph(letters.letter(2), 4).image)[1].tobytes()
    content = Sealed.of(photo)
    try:
        answer, (paper,) = make(Make((PageOf(0, photo=True),), max_bytes=150_000, read=True), [content.fileno()])
    finally:
        content.close()
    assert isinstance(answer, Made)
    assert len(paper) <= 150_000
    assert answer.reading is not None
    assert answer.reading.kind == "avis-imposition"
    assert answer.reading.readable > 85
