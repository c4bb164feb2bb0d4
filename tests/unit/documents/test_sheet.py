"""A photographed sheet is found to a few pixels, or not at all; its light is evened and its colours stay."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from benchmarks import letters
from kiosk.documents.workshop.inside import sheet, straighten
from kiosk.documents.workshop.inside.perspective import A4_RATIO, lengths_of

SIZE = (900, 1200)
PHOTOS = 24
ERROR = 0.0022  # of the photograph's longer side: half a millimetre to a millimetre on the sheet


@pytest.fixture(scope="module")
def letter() -> letters.Pixels:
    return letters.letter(1)


@pytest.mark.parametrize("seed", range(PHOTOS))
def test_the_corners_are_found_on_tables_with_shadows_and_clutter(letter: letters.Pixels, seed: int):
    photo = letters.photograph(letter, seed, SIZE)
    corners = sheet.find(photo.image)
    assert corners is not None
    assert np.hypot(*(corners - photo.corners).T).max() < ERROR * max(SIZE)


def test_a_dark_photograph_is_enough(letter: letters.Pixels):
    photo = letters.photograph(letter, 3, SIZE)
    corners = sheet.find((photo.image * 0.45).astype(np.uint8))
    assert corners is not None
    assert np.hypot(*(corners - photo.corners).T).max() < ERROR * max(SIZE)


@pytest.mark.parametrize("seed", range(12))
def test_no_sheet_is_invented_on_an_empty_table(seed: int):
    table = letters.table(seed, *SIZE)
    assert sheet.find(table) is None


@pytest.mark.parametrize("seed", range(8))
def test_a_sheet_that_leaves_the_photograph_is_not_cut(letter: letters.Pixels, seed: int):
    photo = letters.photograph(letter, seed, SIZE)
    assert sheet.find(photo.image[:, int(photo.corners[:, 0].min()) + 60 :]) is None


def test_a_scan_has_no_edges_to_find(letter: letters.Pixels):
    assert sheet.find(letter) is None


def test_a_frame_printed_on_a_page_is_no_sheet(letter: letters.Pixels):
    framed = letter.copy()
    cv2.rectangle(framed, (120, 150), (1530, 2200), (20, 20, 20), 6)
    assert sheet.find(framed) is None


def test_what_is_darker_than_the_table_is_no_sheet():
    tablet = np.full((1200, 900, 3), (190, 195, 200), np.uint8)
    cv2.rectangle(tablet, (200, 200), (700, 950), (40, 40, 40), -1)
    assert sheet.find(tablet) is None


def test_half_an_edge_is_not_enough(letter: letters.Pixels):
    photo = letters.photograph(letter, 3, SIZE)
    left, top = photo.corners[0].astype(int)
    hidden = photo.image.copy()
    hidden[top - 60 : top + 500, left - 60 : left + 120] = (225, 228, 230)  # another paper over most of one side
    found = sheet.find(hidden)
    assert found is None or np.hypot(*(found - photo.corners).T).max() < ERROR * max(SIZE)


@pytest.mark.parametrize(("left", "width"), [(150, 300), (150, 340), (200, 340), (300, 340)])
def test_a_band_printed_across_half_of_a_sheet_is_not_where_it_ends(left: int, width: int):
    photo = _lying(150, 100, 750, 1300)  # it leaves the photograph below
    cv2.rectangle(photo, (left, 900), (left + width, 1000), (30, 30, 35), -1)
    assert sheet.find(_noisy(photo)) is None


def test_a_sheet_in_the_very_middle_is_found_though_a_hand_covers_a_corner():
    photo = _lying(150, 176, 750, 1024)
    cv2.ellipse(photo, (750, 1024), (170, 150), 0, 0, 360, (110, 140, 190), -1)
    corners = sheet.find(_noisy(photo))
    assert corners is not None
    assert np.abs(corners - [(150, 176), (750, 176), (750, 1024), (150, 1024)]).max() < 4


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (40, 40)])
def test_tiny_pictures_are_no_sheets(size: tuple[int, int]):
    assert sheet.find(np.zeros((*size, 3), np.uint8)) is None


@pytest.mark.parametrize("seed", range(4))
def test_a_flattened_letter_has_the_shape_of_a4_and_its_words_in_place(letter: letters.Pixels, seed: int):
    photo = letters.photograph(letter, seed, (1800, 2400))
    flat = sheet.flatten(photo.image, photo.corners)
    assert flat.shape[0] / flat.shape[1] == pytest.approx(A4_RATIO, rel=0.002)
    assert flat.shape[0] <= 2339
    assert flat.shape[0] >= 0.9 * max(lengths_of(photo.corners))
    ours, true = (_ink(sheet.even_light(flat)), _ink(letter))
    assert np.corrcoef(ours.ravel(), true.ravel())[0, 1] > 0.8


def test_a_receipt_keeps_its_own_shape():
    receipt = np.full((2400, 800, 3), 250, np.uint8)
    corners = np.array([(300, 100), (700, 110), (690, 1300), (310, 1290)], np.float32)
    flat = sheet.flatten(cv2.resize(receipt, (1000, 1400)), corners)
    assert flat.shape[0] / flat.shape[1] == pytest.approx(3.05, rel=0.05)


@pytest.mark.parametrize("seed", range(6))
def test_even_light_makes_paper_white_ink_dark_and_keeps_colours(letter: letters.Pixels, seed: int):
    photo = letters.photograph(letter, seed, (1800, 2400))
    even = sheet.even_light(sheet.flatten(photo.image, photo.corners))
    even = cv2.resize(even, (827, 1169), interpolation=cv2.INTER_AREA)
    margin = even[30:1140, 20:60]
    assert np.percentile(margin, 2) > 235
    words = cv2.cvtColor(even[240:850, 90:700], cv2.COLOR_BGR2GRAY)
    assert np.percentile(words, 2) < 90
    logo = np.median(even[80:110, 90:140].reshape(-1, 3), 0)
    assert logo[0] > 1.6 * logo[2]  # still blue, not black nor white


def test_a_dark_picture_on_the_page_stays_dark(letter: letters.Pixels):
    page = letter.copy()
    page[600:1300, 300:1100] = (70, 40, 30)
    even = sheet.even_light((page * 0.8).astype(np.uint8))
    assert np.median(even[700:1200, 400:1000]) < 100


def test_even_light_leaves_an_even_page_readable(letter: letters.Pixels):
    assert np.abs(sheet.even_light(letter).astype(int) - letter).mean() < 3


@pytest.mark.parametrize("angle", [-6.5, -3.0, -1.0, -0.4, 0.5, 1.5, 4.0, 6.5])
def test_a_scan_that_lies_askew_is_made_straight(letter: letters.Pixels, angle: float):
    askew = _rotated(letter, angle)
    assert abs(straighten.askew(askew) + angle) < 0.15
    straight = straighten.straighten(askew)
    assert abs(straighten.askew(straight)) < 0.2


@pytest.mark.parametrize("angle", [0.0, 0.1, 20.0, 90.0])
def test_a_page_that_is_straight_or_laid_so_on_purpose_stays_as_it_is(letter: letters.Pixels, angle: float):
    page = _rotated(letter, angle) if angle != 90.0 else np.ascontiguousarray(np.rot90(letter))
    assert straighten.straighten(page) is page


def test_a_page_without_lines_stays_as_it_is():
    noise = np.random.default_rng(1).integers(0, 255, (1200, 850, 3), np.uint8)
    blank = np.full((1200, 850, 3), 255, np.uint8)
    for page in (noise, blank):
        assert straighten.straighten(page) is page


@pytest.mark.parametrize("seed", range(6))
def test_a_picture_without_text_stays_as_it_is(seed: int):
    draw_from = np.random.default_rng(seed)
    page = np.full((1200, 850, 3), 255, np.uint8)
    for _ in range(40):
        cv2.circle(
            page, tuple(map(int, draw_from.uniform((60, 60), (790, 1140)))), int(draw_from.uniform(4, 50)), (0, 0, 0), 2
        )
    assert straighten.straighten(page) is page


@pytest.mark.parametrize("seed", [16, 48, 65, 188])
def test_a_drawing_that_would_gain_next_to_nothing_by_a_turn_stays_as_it_is(seed: int):
    draw_from = np.random.default_rng(seed)
    page = np.full((1200, 850, 3), 255, np.uint8)
    for _ in range(25):
        place = tuple(map(int, draw_from.uniform((80, 80), (770, 1120))))
        axes = tuple(map(int, draw_from.uniform(8, 70, 2)))
        turn, thick = float(draw_from.uniform(0, 180)), int(draw_from.choice([-1, 3]))
        cv2.ellipse(page, place, axes, turn, 0, 360, (0, 0, 0), thick)
    assert straighten.straighten(page) is page


def _lying(left: int, top: int, right: int, bottom: int) -> letters.Pixels:
    table = np.full((1200, 900, 3), (60, 95, 140), np.uint8)
    cv2.rectangle(table, (left, top), (right, bottom), (235, 238, 240), -1)
    return table


def _noisy(photo: letters.Pixels) -> letters.Pixels:
    noise = np.random.default_rng(0).normal(0, 4, photo.shape)
    return np.asarray((photo + noise).clip(0, 255), np.uint8)


def _ink(image: letters.Pixels) -> letters.Pixels:
    small = cv2.resize(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), (420, 594), interpolation=cv2.INTER_AREA)
    return np.asarray(255 - small, np.uint8)


def _rotated(image: letters.Pixels, angle: float) -> letters.Pixels:
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return np.asarray(cv2.warpAffine(image, turn, (width, height), borderValue=(255, 255, 255)), np.uint8)
