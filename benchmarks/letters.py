"""French letters that nobody ever received, and photographs of them: a sheet on a table, askew, in uneven light, with
the shadow of a hand, things beside it and the noise of a small camera.

Drawn from a seed, so that every run sees the same ones; the sheet's true corners come along. For the benchmark and for
the tests of what reads photographs. No word is about anybody.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Pixels = NDArray[np.uint8]

A4_INCHES = (8.27, 11.69)
DOTS_PER_INCH = 200
_SANS = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
_BOLD = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"
_TEXT = """
    le dossier de la demande est complet depuis la date de réception du courrier nous vous remercions de transmettre
    les justificatifs avant la fin du mois afin que le service puisse étudier votre situation et calculer le montant
    des droits pour la période indiquée ci-dessous une réponse sera adressée par voie postale dans un délai de deux
    mois toute absence de réponse vaut accord vous pouvez aussi consulter votre espace personnel ou vous présenter
    à l'accueil aux heures d'ouverture avec cette lettre et une pièce d'identité en cours de validité
"""
_WORDS = _TEXT.split()


class Photo(NamedTuple):
    """`corners`: of the sheet, in pixels, from its top left one clockwise."""

    image: Pixels
    corners: NDArray[np.float32]


def letter(seed: int, title: str = "Avis d'impôt sur les revenus") -> Pixels:
    """A sheet of A4 as it came from the printer: BGR, white paper, black text, a coloured stamp and a small table."""
    draw_from = np.random.default_rng(seed)
    width, height = (round(side * DOTS_PER_INCH) for side in A4_INCHES)
    sheet = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(sheet)
    inch = DOTS_PER_INCH
    text, bold = _font(_SANS, inch, 11), _font(_BOLD, inch, 16)
    draw.rectangle((0.8 * inch, 0.7 * inch, 1.5 * inch, 1.2 * inch), fill=(30, 60, 150))
    draw.text((1.7 * inch, 0.75 * inch), "SERVICE D'EXERCICE", font=text, fill=(30, 60, 150))
    draw.text((0.8 * inch, 1.7 * inch), title, font=bold, fill="black")
    top = 2.4 * inch
    while top < 8.6 * inch:
        for _ in range(int(draw_from.integers(3, 7))):
            draw.text((0.8 * inch, top), _line(draw_from, text, width - 1.6 * inch), font=text, fill=(20, 20, 20))
            top += 0.24 * inch
        top += 0.2 * inch
    for row in range(4):
        line = 9.2 * inch + row * 0.35 * inch
        draw.rectangle((0.8 * inch, line, 7.4 * inch, line + 0.35 * inch), outline="black", width=2)
        amount = f"{draw_from.integers(100, 9999)},{draw_from.integers(10, 99)} euros"
        draw.text((1.0 * inch, line + 0.07 * inch), f"Montant de la ligne {row + 1}", font=text, fill="black")
        draw.text((5.4 * inch, line + 0.07 * inch), amount, font=text, fill="black")
    draw.ellipse((5.5 * inch, 0.5 * inch, 7.0 * inch, 1.5 * inch), outline=(180, 30, 40), width=max(2, inch // 40))
    return cv2.cvtColor(np.asarray(sheet, np.uint8), cv2.COLOR_RGB2BGR)  # type: ignore[return-value]


def photograph(sheet: Pixels, seed: int, size: tuple[int, int] = (3000, 4000)) -> Photo:
    """`size`: width and height in pixels; 12 megapixels as most phones take."""
    draw_from = np.random.default_rng(seed)
    width, height = size
    corners = _corners(draw_from, sheet, width, height)
    scene = _table(draw_from, width, height)
    _clutter(draw_from, scene)
    _shade_under(draw_from, scene, corners)
    from_sheet = np.array(
        [(0, 0), (sheet.shape[1], 0), (sheet.shape[1], sheet.shape[0]), (0, sheet.shape[0])], np.float32
    )
    warp = cv2.getPerspectiveTransform(from_sheet, corners)
    flat = cv2.warpPerspective(sheet, warp, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full(sheet.shape[:2], 255, np.uint8), warp, size)[..., None] / np.float32(255)
    paper = np.array(draw_from.uniform(0.9, 1.0, 3), np.float32)  # lamps are never quite white
    lit = scene * (1 - mask) + flat.astype(np.float32) * paper * mask
    lit *= _light(draw_from, width, height)[..., None]
    lit = cv2.GaussianBlur(lit, (0, 0), draw_from.uniform(0.6, 1.1) * max(size) / 4000)
    lit += draw_from.normal(0, draw_from.uniform(2.0, 4.0), (height, width, 1)).astype(np.float32)
    return Photo(np.clip(lit, 0, 255).astype(np.uint8), corners)


def table(seed: int, width: int, height: int) -> Pixels:
    """The same tables without a sheet."""
    draw_from = np.random.default_rng(seed)
    scene = _table(draw_from, width, height)
    _clutter(draw_from, scene)
    scene *= _light(draw_from, width, height)[..., None]
    scene += draw_from.normal(0, 3, scene.shape).astype(np.float32)
    return np.clip(scene, 0, 255).astype(np.uint8)


def _corners(draw_from: Any, sheet: Pixels, width: int, height: int) -> NDArray[np.float32]:
    """Nearly as the person held the phone: turned by up to 12 degrees, tilted, not quite in the middle."""
    ratio = sheet.shape[0] / sheet.shape[1]
    tall = height * draw_from.uniform(0.68, 0.8)
    tall = min(tall, width * 0.82 * ratio)
    box = np.array([(-tall / ratio, -tall), (tall / ratio, -tall), (tall / ratio, tall), (-tall / ratio, tall)]) / 2
    turn = np.deg2rad(draw_from.uniform(-7, 7))
    box = box @ np.array([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))])
    tilt = draw_from.uniform(-0.12, 0.12, 2) / (tall / 2)
    box = box / (1 + box @ tilt)[:, None]
    low, high = box.min(0), box.max(0)
    room = np.maximum(0, (np.array((width, height)) - (high - low)) / 2 - 0.012 * height)
    middle = np.array((width, height)) / 2 - (low + high) / 2
    return (box + middle + draw_from.uniform(-0.8, 0.8, 2) * room).astype(np.float32)  # type: ignore[no-any-return]


def _table(draw_from: Any, width: int, height: int) -> NDArray[np.float32]:
    """Wood with its grain, or plain plastic, neither as white as paper."""
    colour = np.array(
        ((60, 95, 140), (45, 60, 80), (120, 130, 135), (70, 100, 75), (40, 40, 45))[draw_from.integers(5)], np.float32
    )
    grain = cv2.resize(draw_from.normal(0, 1, (height // 8, 12)).astype(np.float32), (width, height))
    fine = cv2.resize(draw_from.normal(0, 1, (height // 4, width // 4)).astype(np.float32), (width, height))
    strength = draw_from.uniform(0.02, 0.14)
    scene = colour * (1 + strength * grain + 0.04 * fine)[..., None]
    for plank in range(int(draw_from.integers(0, 4))):
        place = int(height * (plank + draw_from.uniform(0.1, 0.9)) / 4)
        scene[place : place + max(3, height // 400)] *= 0.5
    return np.asarray(scene, np.float32)


def _clutter(draw_from: Any, scene: NDArray[np.float32]) -> None:
    """Pens, cups and other papers around the sheet; the sheet lies on top of them."""
    height, width = scene.shape[:2]
    for _ in range(int(draw_from.integers(0, 5))):
        colour = tuple(float(one) for one in draw_from.uniform(10, 200, 3))
        place = (int(draw_from.uniform(0, width)), int(draw_from.uniform(0, height)))
        kind = draw_from.integers(3)
        if kind == 0:
            end = (int(place[0] + draw_from.normal(0, width / 4)), int(place[1] + draw_from.normal(0, height / 8)))
            cv2.line(scene, place, end, colour, int(height * 0.008))
        elif kind == 1:
            cv2.circle(scene, place, int(height * draw_from.uniform(0.03, 0.08)), colour, -1)
        else:
            box = (place, (width * draw_from.uniform(0.1, 0.3), height * 0.15), float(draw_from.uniform(0, 90)))
            cv2.fillPoly(scene, [cv2.boxPoints(box).astype(np.int32)], colour)


def _shade_under(draw_from: Any, scene: NDArray[np.float32], corners: NDArray[np.float32]) -> None:
    """The sheet's own soft shadow on the table."""
    height, width = scene.shape[:2]
    small = np.ones((height // 8, width // 8), np.float32)
    shift = draw_from.uniform(-6, 6, 2)
    cv2.fillPoly(small, [(corners / 8 + shift).astype(np.int32)], 0.6)
    scene *= cv2.resize(cv2.GaussianBlur(small, (0, 0), 5), (width, height))[..., None]


def _light(draw_from: Any, width: int, height: int) -> NDArray[np.float32]:
    """A lamp on one side, and often the edge of the shadow of who holds the phone."""
    across, down = np.meshgrid(np.linspace(-1, 1, 150, dtype=np.float32), np.linspace(-1, 1, 200, dtype=np.float32))
    slope = draw_from.uniform(-0.22, 0.22, 2)
    light = draw_from.uniform(0.68, 0.86) + slope[0] * across + slope[1] * down
    if draw_from.uniform() < 0.6:
        angle, place = draw_from.uniform(0, 2 * np.pi), draw_from.uniform(0.0, 0.7)
        edge = (across * np.cos(angle) + down * np.sin(angle) - place) * draw_from.uniform(6, 25)
        light = light * (1 - draw_from.uniform(0.2, 0.45) / (1 + np.exp(-edge)))
    return np.asarray(cv2.resize(np.clip(light, 0.25, 1.0).astype(np.float32), (width, height)), np.float32)


def _font(file: str, inch: int, points: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, round(points * inch / 72))


def _line(draw_from: Any, font: ImageFont.FreeTypeFont, width: float) -> str:
    words: list[str] = []
    while font.getlength(" ".join(words)) < width * 0.9:
        words.append(str(draw_from.choice(_WORDS)))
    return " ".join(words[:-1])
