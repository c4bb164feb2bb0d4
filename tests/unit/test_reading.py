"""The eyes of the demonstration: any code on the practice phone is read, and read right."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from demonstration import reading
from demonstration.reading import UnreadableError, read_code

PAPER, INK = (238, 240, 244), (27, 37, 48)


def message(code: str) -> Image.Image:
    bold = ImageFont.truetype(str(reading._FONT), 26)
    words = ImageFont.truetype(str(reading._FONT).replace("Bold", "Regular"), 18)
    picture = Image.new("RGB", (500, 300), PAPER)
    draw = ImageDraw.Draw(picture)
    draw.text((20, 20), "Téléphone d'exercice", INK, font=bold)
    draw.text((20, 130), "Votre code :", INK, font=words)
    draw.text((20, 160), code, INK, font=bold)
    return picture


# Zeros that a general reader takes for two characters, digits that lean over each other, narrow and wide ones.
@pytest.mark.parametrize("code", ["258 550", "174 017", "742 052", "811 171", "600 088", "347 974"])
def test_a_code_is_read_whatever_its_digits(code: str) -> None:
    assert read_code(message(code)) == code.replace(" ", "")


def test_without_a_code_nothing_is_made_up() -> None:
    with pytest.raises(UnreadableError):
        read_code(message("plus tard"))
