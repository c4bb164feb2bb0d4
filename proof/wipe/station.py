"""A post under proof with all that it touches: its X server, its disk, its devices. Kept over many rounds, killed in
parts or as a whole, and started again as what watches over a real post does.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import signal
import socket
import struct
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import psutil

from demonstration.display import memory_folder, virtual_screen
from demonstration.phone import Phone, phones
from kiosk.config import load
from proof.rig import machine
from proof.rig.paper_rig import PaperRig
from proof.rig.post import Post
from proof.wipe.disk import HOME, PLACES, Disk, can_have_one

SIZE = (1280, 800)


class Station:
    """`stack` ends everything. `module`, `surroundings`: the composition of the program, and what it is told."""

    def __init__(self, stack: contextlib.ExitStack, module: str, surroundings: Mapping[str, str]) -> None:
        self._phones = contextlib.ExitStack()
        self._screen = contextlib.ExitStack()
        stack.push(self._phones)
        stack.push(self._screen)
        self.folder = stack.enter_context(memory_folder())
        post = self.folder / "post"
        self.disk: Disk | None = None
        if can_have_one():
            # Made beside the rig's own folders, which it makes itself.
            post.mkdir(mode=0o700)
            self.disk = Disk(self.folder / "disk.img", post)
        self.rig = PaperRig(
            self._screen.enter_context(virtual_screen(*SIZE)),
            self.folder,
            module=module,
            through=self.disk.through if self.disk else (),
            surroundings={**surroundings, **({"HOME": str(HOME)} if self.disk else {})},
        )
        stack.callback(self._stop)
        self.rig.start()
        self._make: Callable[[], Phone] | None = None
        self._phone: Phone | None = None

    def _stop(self) -> None:
        if self.post.running:
            self.post.lose()
        self.rig.stop()

    @property
    def settings(self) -> tuple[str, ...]:
        """Its devices; and where nothing new may stay, if it has folders of its own."""
        if self.disk is None:
            return self.rig.settings
        account = pwd.getpwuid(os.geteuid()).pw_name
        own = tuple(PLACES)
        said = ", ".join(f'"{place}"' for place in own)
        settings = (f"wipe.places=[{said}]", f'wipe.account="{account}"')
        # Were they not understood, the post would clean the folders of whoever runs the proof.
        assert load((), settings).config.wipe.places == own, settings
        return (*self.rig.settings, *settings)

    @property
    def post(self) -> Post:
        return self.rig.post

    @property
    def x_server(self) -> psutil.Process:
        """Whoever listens at its socket."""
        with socket.socket(socket.AF_UNIX) as asked:
            asked.connect(str(self._x_socket))
            said = asked.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
        return psutil.Process(struct.unpack("3i", said)[0])

    @property
    def _x_socket(self) -> Path:
        return Path(f"/tmp/.X11-unix/X{self.post.display.removeprefix(':')}")

    @property
    def outside(self) -> tuple[str, ...]:
        """Where files are the person's own, or are searched in another way."""
        own = (*self.rig.outside, Path("/dev/shm/phone-"))
        return tuple(map(str, (*own, *((self.disk.image,) if self.disk else ()))))

    def phone(self) -> Phone:
        """With nothing in it. Started when it is asked for first."""
        if self._phone is None:
            self._phone = self._phones.enter_context(phones())()
        self._phone.driver.get("about:blank")
        self._phone.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        for file in self._phone.downloads.iterdir():
            file.unlink()
        return self._phone

    # --- what still runs --------------------------------------------------------------------------------------------

    def running(self) -> dict[int, str]:
        """Every process that lives on and may have had something of a person: who it is, by its number."""
        found = dict.fromkeys(machine.kiosk_of(self.post.shell), "kiosk") if self.post.running else {}
        if self.post.running:
            found[self.post.shell] = "shell"
        return {**found, self.x_server.pid: "X server", self.rig.cups.pid: "print server"}

    # --- what is taken from it --------------------------------------------------------------------------------------

    def kill_x_server(self) -> list[psutil.Process]:
        """All that ran on it. It ends because its screen is gone."""
        family = machine.living(psutil.Process(self.post.shell))
        self.x_server.send_signal(signal.SIGKILL)
        machine.wait_until(lambda: not machine.still_running(family), "what was on the screen ends with it")
        return family

    def cut_power(self) -> None:
        """Everything at once, from one moment to the next."""
        server = self.x_server
        for one in (server, psutil.Process(self.post.shell)):
            one.send_signal(signal.SIGSTOP)
        family = machine.living(psutil.Process(self.post.shell))
        for one in (server, *family):
            with contextlib.suppress(psutil.NoSuchProcess):
                one.send_signal(signal.SIGKILL)
        machine.wait_until(lambda: not machine.still_running(family), "everything has ended")

    def come_back(self, *settings: str) -> None:
        """After its screen or its power was lost: another X server, the same folders, the same disk."""
        place = self._x_socket
        self.post.lose()
        self._screen.close()
        place.unlink(missing_ok=True)
        self.rig.move_to(self._screen.enter_context(virtual_screen(*SIZE)))
        self.post.start(*settings)


@contextlib.contextmanager
def station(module: str = "kiosk", surroundings: Mapping[str, str] | None = None) -> Iterator[Station]:
    with contextlib.ExitStack() as stack:
        yield Station(stack, module, surroundings or {})
