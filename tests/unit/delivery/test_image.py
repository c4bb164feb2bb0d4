"""The image installs the package with dpkg, which fetches nothing: what apt would have brought must be in its lists."""

from __future__ import annotations

import re

from delivery import deb
from delivery.checkout import ROOT


def test_the_image_has_what_the_package_recommends() -> None:
    recommended = re.findall(r"^Recommends: (.*)$", deb.fields("0", 0), re.MULTILINE)
    assert recommended
    lists = (ROOT / "packaging" / "debian-packages.txt", ROOT / "packaging" / "image" / "packages.txt")
    there = {line for file in lists for line in file.read_text().splitlines() if not line.startswith("#")}
    assert set(recommended[0].split(", ")) <= there
