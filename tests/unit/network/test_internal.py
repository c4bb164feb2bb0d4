"""Sites of the place, which may live in the local network, are written down by IT, and told to the proxy."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from kiosk.config import load, packaged
from kiosk.session.network.gateway import Gateway


def test_no_site_of_the_place_is_known_at_first() -> None:
    assert packaged().network.internal == ()


@pytest.mark.parametrize(
    "written", ['["*"]', '["192.168.1.20"]x', '["intranet.fr:443"]', '["intranet"]', '["10.0.0.0/8"]']
)
def test_what_is_no_name_of_a_site_is_refused_with_its_line(tmp_path: Path, written: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f"[network]\ninternal = {written}\n")
    loaded = load([file])
    assert loaded.config.network.internal == ()
    assert [problem.line for problem in loaded.problems] == [2]


def test_at_most_twenty_are_taken(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f"[network]\ninternal = {[f'i{number}.fr' for number in range(21)]}\n")
    assert load([file]).config.network.internal == ()


async def test_the_proxy_is_told() -> None:
    folder = Path(tempfile.mkdtemp(dir="/dev/shm"))
    gateway = await Gateway.start(folder, internal=("intranet.mairie.fr", "*.ville.fr"))
    try:
        words = Path(f"/proc/{gateway.pid}/cmdline").read_bytes().split(b"\0")
        assert words[-3:-1] == [b"intranet.mairie.fr", b"*.ville.fr"]
    finally:
        await gateway.kill()
        shutil.rmtree(folder)
