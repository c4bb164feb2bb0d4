"""Reads sentences off the screen, as far as a general reader (tesseract) can: it takes one letter for another now and
then, so a word counts as read when it is nearly there."""

from __future__ import annotations

import difflib
import io
import re
import subprocess
import time
import unicodedata

from PIL import Image

from demonstration.person import Box, Person

_ENLARGED = 2
_NEARLY = 0.7


def wait_to_read(person: Person, sentence: str, within: Box | None = None) -> None:
    """Look until every word of the sentence is there."""
    deadline = time.monotonic() + person.patience
    wanted = _plain_words(sentence)
    read: Image.Image | None = None
    seen: list[str] = []
    while True:
        # A reader takes a core for a second: the same picture says the same, and the kiosk needs that core.
        if (picture := person.look(within)) != read:
            read, seen = picture, _plain_words(text_of(picture))
            if _are_nearly_in(wanted, seen):
                return
        assert time.monotonic() < deadline, f"« {sentence} » was not read on the screen. There was: {' '.join(seen)}"
        time.sleep(person.look_every)


def can_read(sentence: str, image: Image.Image) -> bool:
    return _are_nearly_in(_plain_words(sentence), _plain_words(text_of(image)))


def click_words(person: Person, sentence: str, within: Box | None = None) -> None:
    """Press where these words stand beside each other, once they are there."""
    region = within or Box(0, 0, person.width, person.height)
    person.click(
        *person.wait_to_see(f"« {sentence} »", lambda: _place_of(sentence, person.look(region), region)).centre
    )


def text_of(image: Image.Image) -> str:
    return _read(image)


def _place_of(sentence: str, image: Image.Image, region: Box) -> Box | None:
    wanted = _plain_words(sentence)
    cells = [line.split("\t") for line in _read(image, "tsv").splitlines()[1:]]
    seen = [(_plain_words(cell[11]), [int(each) // _ENLARGED for each in cell[6:10]]) for cell in cells]
    words = [(word, place) for plain, place in seen for word in plain]
    for first in range(len(words) - len(wanted) + 1):
        run = words[first : first + len(wanted)]
        if all(_are_nearly_in([one], [word]) for one, (word, _) in zip(wanted, run, strict=True)):
            (left, top, _, _), (x, y, width, height) = run[0][1], run[-1][1]
            return Box(region.left + left, region.top + top, region.left + x + width, region.top + y + height)
    return None


def _read(image: Image.Image, how: str = "txt") -> str:
    png = io.BytesIO()
    image.resize((image.width * _ENLARGED, image.height * _ENLARGED)).convert("L").save(png, "png")
    command = ["tesseract", "stdin", "stdout", "--psm", "11", how]
    return subprocess.run(command, input=png.getvalue(), capture_output=True, check=True, timeout=60).stdout.decode()


def _are_nearly_in(wanted: list[str], seen: list[str]) -> bool:
    return all(difflib.get_close_matches(word, seen, n=1, cutoff=_NEARLY) for word in wanted)


def _plain_words(text: str) -> list[str]:
    """In small letters without accents. Words of one or two letters are too easily misread."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return [word for word in re.findall(r"[a-z0-9-]+", bare) if len(word) > 2]
