"""A post with all that papers come from and go to, for real: SANE's test scanner, a print server with a made-up device,
a door on the loopback for a phone, and a FAT stick that is plugged in and pulled out.

All of it is in memory, started once for a module and ended by its own process. Knows devices and settings, and
nothing of screens.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from demonstration import scanner, stick_images
from demonstration.display import memory_folder, virtual_screen
from demonstration.print_server import Cupsd, free_port
from proof.rig.post import Post

QUEUE = "drawn"
STICK_MEGABYTES = 40
# Whoever sits there hears it; nothing of the post does.
_LOUDSPEAKER = """\
#!/bin/sh
case "$*" in *-) exec cat > {heard} ;; esac
"""
# SANE's own, but for the sheet that lies on the glass.
_SCANIMAGE = """\
#!/bin/sh
case "$*" in *--format*) [ -e {glass} ] && exec cat {glass} ;; esac
exec /usr/bin/scanimage "$@"
"""


class PaperRig:
    """`folder`: a fresh one in memory. `stick` is the socket: a file is there while a stick is plugged in.

    `module`, `through`: see `Post`. `surroundings` is added to the environment of the post."""

    def __init__(
        self,
        display: str,
        folder: Path,
        *,
        module: str = "kiosk",
        through: Sequence[str] = (),
        surroundings: Mapping[str, str] | None = None,
    ) -> None:
        self.folder = folder
        self.stick = folder / "socket"
        self._drawer = folder / "drawer"
        self._sane = folder / "sane.d"
        self._glass = self._sane / "sheet.pnm"
        self.heard = folder / "heard"
        self.port = free_port()
        (folder / "cups").mkdir()
        # The print server has an account of its own, and passes through here.
        folder.chmod(0o711)
        self.cups = Cupsd(folder / "cups")
        self.scans()
        (folder / "post").mkdir(mode=0o700, exist_ok=True)
        self._module, self._through = module, tuple(through)
        self._more = surroundings or {}
        self.move_to(display)

    def move_to(self, display: str) -> None:
        """A post on this screen, with the same folders and devices: the one before has ended with its screen."""
        surroundings = {**self._surroundings(), **self._more}
        folder = self.folder / "post"
        self.post = Post(display, folder, surroundings=surroundings, module=self._module, through=self._through)

    def start(self) -> None:
        self.cups.start()
        self.cups.add(QUEUE, "pretend:/one", drawn=True)

    def stop(self) -> None:
        try:
            self.post.close()
        finally:
            self.cups.stop()

    @property
    def outside(self) -> tuple[Path, ...]:
        """What is no part of the post: the person's stick and sheet, what the printer put out, and what was heard."""
        return (self.stick, self._drawer, self._glass, self.heard, self.cups.root / "device")

    @property
    def settings(self) -> tuple[str, ...]:
        """Where the post finds its devices, and no others."""
        return (
            f'scan.device="{scanner.DEVICE}"',
            "scan.dots_per_inch=150",
            'phone.address="127.0.0.1"',
            f"phone.port={self.port}",
            f'print.server="{self.cups.address}"',
            f'print.queue="{QUEUE}"',
            f'stick.devices=["{self.stick}"]',
        )

    def rest(self) -> None:
        """As it was when it was set up."""
        self.scans()
        self._glass.unlink(missing_ok=True)
        self.heard.unlink(missing_ok=True)
        self.stick.unlink(missing_ok=True)
        stick_images.make(self._drawer, megabytes=STICK_MEGABYTES)
        self.cups.rests()

    # --- the printer ------------------------------------------------------------------------------------------------

    def assert_nothing_queued(self) -> None:
        """Neither in the spool, nor in what the server remembers; and the post knows it."""
        assert self.cups.papers() == []
        command = ["lpstat", "-h", self.cups.address, "-W", "all", "-o"]
        assert subprocess.run(command, capture_output=True, text=True, check=True, timeout=20).stdout == ""
        assert not self.mark.exists()

    @property
    def mark(self) -> Path:
        """There while the print server may have something of a person."""
        return self.post.folder / "state" / "printed"

    # --- the scanner ------------------------------------------------------------------------------------------------

    def scans(self, **settings: str) -> None:
        """What lies on the glass and how the scanner is, as sane-test(5) writes it."""
        scanner.configure(self._sane, test_picture='"Color pattern"', **settings)  # type: ignore[arg-type]

    def scans_slowly(self) -> None:
        self.scans(read_limit="true", read_limit_size="2048", read_delay="true", read_delay_duration="100000")

    def lay(self, width: int, height: int, rgb: bytes) -> None:
        """A sheet on the glass, pixel by pixel: SANE's device only has patterns."""
        self._glass.write_bytes(b"P6\n%d %d\n255\n" % (width, height) + rgb)

    def _surroundings(self) -> dict[str, str]:
        program = self._sane / "scanimage"
        program.write_text(_SCANIMAGE.format(glass=self._glass))
        player = self._sane / "aplay"
        player.write_text(_LOUDSPEAKER.format(heard=self.heard))
        for one in (program, player):
            one.chmod(0o755)
        # Of all folders in memory, the scanner's room has this one alone.
        return {"SANE_CONFIG_DIR": str(self._sane), "PATH": f"{self._sane}:{os.environ['PATH']}"}

    # --- the stick --------------------------------------------------------------------------------------------------

    def plug_in(self) -> None:
        self._drawer.rename(self.stick)

    def pull_out(self) -> None:
        if self.stick.exists():
            self.stick.rename(self._drawer)

    # --- the staff --------------------------------------------------------------------------------------------------

    def add_staff(self, name: str, pin: str) -> None:
        """As IT does: the name is an argument, the PIN is typed."""
        # Where the post runs, if it runs with file systems of its own: these are mounted once.
        running = ("nsenter", f"--mount=/proc/{self.post.shell}/ns/mnt", "--") if self.post.running else self._through
        command = [
            *(running if self._through else ()),
            sys.executable,
            "-m",
            "kiosk",
            "staff",
            "add",
            name,
            "--set",
            f'state.directory="{self.post.folder}/state"',
        ]
        subprocess.run(command, input=f"{pin}\n", text=True, check=True, capture_output=True, timeout=60)


@contextmanager
def paper_rig() -> Iterator[PaperRig]:
    with virtual_screen(1280, 800) as display, memory_folder() as folder:
        rig = PaperRig(display, folder)
        try:
            rig.start()
            yield rig
        finally:
            rig.stop()
