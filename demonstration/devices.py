"""All that papers come from and go to, without hardware: SANE's test scanner, a print server of its own with a made-up
printer, a door on the loopback for phones, and a FAT stick that is plugged in and pulled out.

Everything is in memory, and ended by its own process. What cannot be had here is left out and named. Knows devices
and settings; knows no screen.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from demonstration import scanner, stick_images
from demonstration.print_server import Cupsd, free_port

QUEUE = "imprimante"
_NEEDED = {
    "scanner": {"scanimage": "sane-utils"},
    "printer": {"cupsd": "cups-daemon", "lpadmin": "cups-client"},
    "stick": {"mkfs.vfat": "dosfstools", "mcopy": "mtools"},
}
_SECTIONS = {"scanner": "scan", "printer": "print", "stick": "stick"}
_PATH = f"{os.environ['PATH']}:/usr/sbin:/sbin"


class Devices:
    """`folder`: a fresh one in memory. `missing`: what could not be started, with the reason; the post has it off."""

    def __init__(self, folder: Path) -> None:
        # The print server has an account of its own, and passes through here.
        folder.chmod(0o711)
        self.missing: dict[str, str] = {}
        self.cups: Cupsd | None = None
        self._socket = folder / "socket"
        self._drawer = folder / "drawer"
        self._sane = folder / "sane.d"
        self._door = free_port()
        for name, start in (
            ("scanner", self._lay_sheet),
            ("printer", self._start_printer),
            ("stick", self._make_stick),
        ):
            lacking = [package for one, package in _NEEDED[name].items() if shutil.which(one, path=_PATH) is None]
            if lacking:
                self.missing[name] = f"packages {', '.join(lacking)}"
                continue
            try:
                start(folder)
            except (OSError, subprocess.SubprocessError, AssertionError) as error:
                self.missing[name] = type(error).__name__

    def stop(self) -> None:
        if self.cups is not None:
            self.cups.stop()

    @property
    def settings(self) -> tuple[str, ...]:
        """Where the post finds them, and no others."""
        found = ['phone.address="127.0.0.1"', f"phone.port={self._door}"]
        if "scanner" not in self.missing:
            found += [f'scan.device="{scanner.DEVICE}"']
        if self.cups is not None:
            found += [f'print.server="{self.cups.address}"', f'print.queue="{QUEUE}"']
        if "stick" not in self.missing:
            found += [f'stick.devices=["{self._socket}"]']
        return (*found, *(f"{section}.enabled=false" for name, section in _SECTIONS.items() if name in self.missing))

    @property
    def surroundings(self) -> dict[str, str]:
        return {"SANE_CONFIG_DIR": str(self._sane)}

    # --- the stick ------------------------------------------------------------------------------------------------

    def plug_in(self) -> None:
        self._drawer.rename(self._socket)

    def pull_out(self) -> None:
        self._socket.rename(self._drawer)

    def on_stick(self) -> set[str]:
        return stick_images.names(self._drawer)

    # --- starting them --------------------------------------------------------------------------------------------

    def _lay_sheet(self, _folder: Path) -> None:
        scanner.configure(self._sane, test_picture='"Grid"')

    def _start_printer(self, folder: Path) -> None:
        (folder / "cups").mkdir()
        cups = Cupsd(folder / "cups")
        try:
            cups.start()
            cups.add(QUEUE, "pretend:/one", drawn=True)
        except BaseException:
            cups.stop()
            raise
        self.cups = cups

    def _make_stick(self, _folder: Path) -> None:
        stick_images.make(self._drawer)


@contextmanager
def devices(folder: Path) -> Iterator[Devices]:
    with contextlib.ExitStack() as stack:
        rig = Devices(folder)
        stack.callback(rig.stop)
        yield rig
