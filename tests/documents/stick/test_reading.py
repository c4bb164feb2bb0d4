"""The answers of IT on a stick: read from real FAT file systems, never mounted, and nothing else of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from demonstration import stick_images as images
from kiosk.documents.stick.base import Stick
from kiosk.documents.stick.ports import Ports
from kiosk.documents.stick.reading import content_of
from kiosk.setup.answers import LARGEST_FILE, SetupError
from kiosk.setup.from_stick import read_stick


class Plugged(Ports):
    def __init__(self, *devices: Path) -> None:
        self._sticks = tuple(Stick(device, "vfat", 0) for device in devices)

    async def plugged(self) -> tuple[Stick, ...]:
        return self._sticks


@pytest.fixture
def image(tmp_path: Path) -> Path:
    return images.make(tmp_path / "stick", 16, 16)


async def test_the_file_at_the_top_of_a_stick_is_read(image: Path, tmp_path: Path) -> None:
    images.put(image, "kiosk.toml", b'[site]\nname = "Le Blosne"\n')
    before = image.read_bytes()
    empty = images.make(tmp_path / "other", 16, 16)
    read = await read_stick(Plugged(empty, image))
    assert read.answers.settings == {("site", "name"): "Le Blosne"}
    assert image.read_bytes() == before


async def test_a_wrong_line_on_a_stick_is_told(image: Path) -> None:
    images.put(image, "kiosk.toml", b"[site]\nnme = 3\n")
    (problem,) = (await read_stick(Plugged(image))).problems
    assert str(problem).startswith("kiosk.toml, ligne 2 :")


async def test_a_huge_file_is_cut(image: Path) -> None:
    images.put(image, "kiosk.toml", b"#" * 3_000_000)
    content = await content_of(Stick(image, "vfat", 0), "kiosk.toml", LARGEST_FILE + 1)
    assert content is None or len(content) <= LARGEST_FILE + 1


@pytest.mark.parametrize("devices", [(), ("stick",), ("random",)])
async def test_a_stick_without_it_is_told(tmp_path: Path, image: Path, devices: tuple[str, ...]) -> None:
    (tmp_path / "random").write_bytes(bytes(1 << 20))
    with pytest.raises(SetupError):
        await read_stick(Plugged(*(tmp_path / one for one in devices)))
