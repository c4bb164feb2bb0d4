"""A scanner without hardware: SANE's own test device, with the settings that one asks for, and no other device.

What it scans is what the setting `test_picture` says: a grid, colours. See sane-test(5).
"""

from __future__ import annotations

from pathlib import Path

DEVICE = "test:1"
"""The second one: with a single device it is gone."""


def configure(folder: Path, plugged: bool = True, **settings: str) -> None:
    """Fill the folder that SANE_CONFIG_DIR names: `read_delay="true"` is the line "read-delay true". Without
    `plugged`, the device is gone."""
    folder.mkdir(exist_ok=True)
    (folder / "dll.conf").write_text("test\n")
    lines = {"number_of_devices": "2" if plugged else "1", "geometry_max": "300.0", **settings}
    # Two of its settings are written with an underscore, the rest with hyphens.
    text = "".join(
        f"{name if name.startswith(('number', 'geometry')) else name.replace('_', '-')} {value}\n"
        for name, value in lines.items()
    )
    (folder / "test.conf").write_text(text)
