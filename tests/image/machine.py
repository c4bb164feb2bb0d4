"""A computer in software that starts from the image: two USB mice, two USB keyboards, a screen that is looked at.

Driven by QMP as hands drive it: keys, buttons, the plug. Knows QEMU and pixels; it must not know the kiosk.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PIL import Image

IMAGE = Path(__file__).resolve().parents[2] / "dist" / "cote-a-cote.img"
FIRST_PARTITION = 2 << 20
"""Where on the disk it begins, in bytes: packaging/image/disk.py. It holds what starts, and IT's file."""
UEFI_CODE, UEFI_MEMORY = Path("/usr/share/OVMF/OVMF_CODE_4M.fd"), Path("/usr/share/OVMF/OVMF_VARS_4M.fd")
MOST_COUNTS = 120
"""Of a mouse's movement in one report: eight bits with their sign."""

_FRAMES_EVERY = 1.0
_SCREEN = "screen"
_SHELL = "shell"
_FIRST_PROMPT_WITHIN = 600.0
_MEBIBYTE = 1 << 20
_PIECE = 1500
# The clock of a PC: a register is chosen at one port and read at the next.
_CLOCK_PORT = 0x70
_ALARM_MINUTES, _MINUTES, _ALARM_HOURS, _HOURS = 3, 2, 5, 4


class Machine:
    """`disk` is opened for writing, as a real one is. `scratch`: where the pictures go. `clock`: what its own clock
    shows when it is switched on, in universal time. A machine that switches itself off stays to be looked at.

    `shell`: the disk's own kernel is started by QEMU, with the same words and one more: root's shell on a serial line,
    for what no screen tells."""

    def __init__(
        self,
        disk: Path,
        scratch: Path,
        megabytes: int = 2048,
        *,
        uefi: bool = False,
        clock: str = "",
        shell: bool = False,
    ) -> None:
        self._scratch = scratch
        place = scratch / "qmp"
        place.unlink(missing_ok=True)
        command = [*_computer(disk, megabytes), "-no-shutdown", "-qmp", f"unix:{place},server=on,wait=off"]
        if uefi:
            memory = shutil.copy(UEFI_MEMORY, scratch / "uefi.memory")
            command += ["-drive", f"if=pflash,format=raw,readonly=on,file={UEFI_CODE}"]
            command += ["-drive", f"if=pflash,format=raw,file={memory}"]
        if clock:
            command += ["-rtc", f"base={clock}"]
        if shell:
            command += _with_shell(disk, scratch)
        self.began = time.monotonic()
        self._process = subprocess.Popen(command)
        self._line = _connected(place, self._process)
        self._file = self._line.makefile("rw", encoding="utf-8")
        self._file.readline()
        self.ask("qmp_capabilities")
        # In the order of the command; an index is what QEMU's own monitor takes.
        self._mice = [mouse["index"] for mouse in sorted(self.ask("query-mice"), key=lambda one: one["index"])]
        self._mouse = -1
        self._shell = _connected(scratch / _SHELL, self._process) if shell else None
        if self._shell is not None:
            _lead_shell_to_line(self._shell)

    def ask(self, command: str, **arguments: Any) -> Any:
        self._file.write(json.dumps({"execute": command, "arguments": arguments}) + "\n")
        self._file.flush()
        while True:
            answer = json.loads(self._file.readline())
            if "error" in answer:
                raise RuntimeError(answer["error"]["desc"])
            if "return" in answer:
                return answer["return"]

    @property
    def seconds(self) -> float:
        """Since it was switched on."""
        return time.monotonic() - self.began

    # --- eyes -----------------------------------------------------------------------------------------------------

    def screen(self) -> Image.Image:
        shot = self._scratch / "screen.ppm"
        self.ask("screendump", filename=str(shot))
        with Image.open(shot) as picture:
            return picture.convert("RGB")

    def until(self, seen: Callable[[Image.Image], bool], what: str, within: float) -> Image.Image:
        """The first picture in which it is seen."""
        deadline = time.monotonic() + within
        while True:
            picture = self.screen()
            if seen(picture):
                return picture
            if time.monotonic() > deadline or self._process.poll() is not None:
                picture.save(self._scratch / "last.png")
                raise AssertionError(f"not seen within {within:.0f} s: {what}")
            time.sleep(_FRAMES_EVERY)

    # --- hands ----------------------------------------------------------------------------------------------------

    def keys(self, keyboard: int, names: Iterable[str], down: bool) -> None:
        """Of keyboard 0 or 1, as QEMU names them."""
        events = [{"type": "key", "data": {"down": down, "key": {"type": "qcode", "data": name}}} for name in names]
        where = {"device": _SCREEN} if keyboard else {}
        self.ask("input-send-event", events=events, **where)

    def move(self, mouse: int, x: int, y: int) -> None:
        """Counts of mouse 0 or 1, each way `MOST_COUNTS` at most."""
        moved = (("x", x), ("y", y))
        self._use(mouse, [{"type": "rel", "data": {"axis": axis, "value": value}} for axis, value in moved if value])

    def button(self, mouse: int, down: bool) -> None:
        self._use(mouse, [{"type": "btn", "data": {"down": down, "button": "left"}}])

    def _use(self, mouse: int, events: list[dict[str, Any]]) -> None:
        if mouse != self._mouse:
            self._monitor(f"mouse_set {self._mice[mouse]}")
            self._mouse = mouse
        self.ask("input-send-event", events=events)

    # --- its clock, its power ---------------------------------------------------------------------------------------

    def press_power_key(self) -> None:
        self.ask("system_powerdown")

    def is_off(self) -> bool:
        """Switched off by its own system."""
        return bool(self.ask("query-status")["status"] == "shutdown")

    def clock(self) -> tuple[int, int]:
        """Hours and minutes that its own clock shows."""
        return self._clock_register(_HOURS), self._clock_register(_MINUTES)

    def alarm(self) -> tuple[int, int]:
        """Hours and minutes at which its clock was told to wake it."""
        return self._clock_register(_ALARM_HOURS), self._clock_register(_ALARM_MINUTES)

    def _clock_register(self, number: int) -> int:
        # Each digit has four bits.
        self._monitor(f"o /b {_CLOCK_PORT:#x} {number}")
        return int(f"{int(self._monitor(f'i /b {_CLOCK_PORT + 1:#x}').split('=')[1], 16):x}")

    # --- plugs ----------------------------------------------------------------------------------------------------

    def plug_stick(self, file: Path) -> None:
        node = {"driver": "raw", "node-name": "stick", "file": {"driver": "file", "filename": str(file)}}
        self.ask("blockdev-add", **node)
        self.ask("device_add", driver="usb-storage", id="stick", bus="usb.0", drive="stick", removable=True)

    def pull_stick(self) -> None:
        self.ask("device_del", id="stick")

    def _monitor(self, line: str) -> str:
        """What only QEMU's own monitor does."""
        return str(self.ask("human-monitor-command", **{"command-line": line}))

    def cut_power(self) -> None:
        """As when somebody pulls the plug: nothing is told to anybody."""
        self._process.kill()
        self._process.wait()
        self._line.close()
        if self._shell is not None:
            self._shell.close()

    # --- its shell ----------------------------------------------------------------------------------------------------

    def told(self, command: str, within: float) -> list[str]:
        """The lines that root's shell answers to a line."""
        assert self._shell is not None
        # Written in two parts, so that what the shell repeats of the question is no answer.
        self._shell.sendall(f"\necho ans'wer'; {command}; echo ans'wered'\n".encode())
        self._shell.settimeout(within)
        heard = b""
        while not re.search(rb"^answered\r?$", heard, re.MULTILINE):
            try:
                heard += self._shell.recv(1 << 16)
            except TimeoutError:
                raise AssertionError(f"no answer within {within:.0f} s: {command}") from None
        # Its prompt comes with signs for a terminal.
        plain = re.sub(r"\x1b\[[?;0-9]*[A-Za-z]|\r", "", heard.decode())
        answer = re.search(r"^answer$(.*)^answered$", plain, re.DOTALL | re.MULTILINE)
        assert answer is not None
        return answer[1].split("\n")[1:-1]

    def add_to_file(self, pattern: str, text: str, within: float) -> None:
        """To the product's one file whose path fits: in the layer in memory, as all that is written there."""
        # In short pieces: a line for a terminal may have 4096 signs.
        coded = base64.b64encode(text.encode()).decode()
        for begin in range(0, len(coded), _PIECE):
            self.told(f"printf %s {coded[begin : begin + _PIECE]} >>/tmp/more", within)
        found = self.told(f"find /opt -path '{pattern}'", within)
        assert len(found) == 1, found
        self.told(f"base64 -d /tmp/more >>{found[0]} && rm /tmp/more", within)
        assert self.told(f"tail -c {len(text.encode())} {found[0]}", within) == text.splitlines()

    # --- its memory -----------------------------------------------------------------------------------------------

    def memory(self) -> dict[str, int]:
        """Mebibytes, as the kernel in the machine tells them: `total`, `available` ... Empty before it has told any."""
        place = "/machine/peripheral/memory"
        self.ask("qom-set", path=place, property="guest-stats-polling-interval", value=1)
        told = self.ask("qom-get", path=place, property="guest-stats")
        known = {name.removeprefix("stat-"): value for name, value in told["stats"].items()}
        names = {"total-memory": "total", "available-memory": "available", "free-memory": "free"}
        names |= {"swap-out": "swapped-out", "disk-caches": "caches"}
        return {names[key]: value // _MEBIBYTE for key, value in known.items() if key in names and value < 1 << 60}


def _computer(disk: Path, megabytes: int) -> list[str]:
    """Two processors, no network; no PS/2, so that only the USB devices are there."""
    command = ["qemu-system-x86_64", "-machine", "pc,i8042=off,vmport=off", "-accel", "tcg,thread=multi"]
    command += ["-cpu", "Nehalem", "-smp", "2", "-m", str(megabytes), "-nodefaults", "-nic", "none"]
    command += ["-display", "none", "-device", f"VGA,id={_SCREEN}"]
    command += ["-drive", f"file={disk},format=raw,if=none,id=disk"]
    command += ["-device", "virtio-blk-pci,drive=disk,bootindex=1"]
    command += ["-device", "virtio-balloon-pci,id=memory", "-device", "qemu-xhci,id=usb,p2=8"]
    # The second keyboard is the screen's, the first nobody's: so each can be given its keys.
    for name in ("mouse,id=mouse-1", "mouse,id=mouse-2", "kbd,id=keys-1", f"kbd,id=keys-2,display={_SCREEN}"):
        command += ["-device", f"usb-{name},bus=usb.0"]
    return command


def _with_shell(disk: Path, scratch: Path) -> list[str]:
    def of_disk(command: str, name: str, *more: str) -> str:
        done = subprocess.run(
            [command, "-i", f"{disk}@@{FIRST_PARTITION}", f"::{name}", *more],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    of_disk("mcopy", "/linux", str(scratch / "linux"))
    of_disk("mcopy", "/initrd", str(scratch / "initrd"))
    words = re.search(r"^linux /linux (.*)$", of_disk("mtype", "/grub/grub.cfg"), re.MULTILINE)
    assert words is not None
    command = ["-kernel", str(scratch / "linux"), "-initrd", str(scratch / "initrd")]
    command += ["-append", f"{words[1]} console=tty0 console=ttyS0 break=init systemd.debug_shell=1"]
    return [
        *command,
        "-chardev",
        f"socket,id=shell,path={scratch / _SHELL},server=on,wait=off",
        "-serial",
        "chardev:shell",
    ]


def _lead_shell_to_line(line: socket.socket) -> None:
    """The kernel stops before the system starts. What is laid over the system there, in memory, gives systemd's shell
    the serial line, and nobody else."""
    line.settimeout(_FIRST_PROMPT_WITHIN)
    heard = b""
    while b"(initramfs)" not in heard:
        heard += line.recv(1 << 16)
    units = "/root/etc/systemd/system"
    for command in (
        f"mkdir -p {units}/debug-shell.service.d",
        f"echo '[Service]' >{units}/debug-shell.service.d/line.conf",
        f"echo TTYPath=/dev/ttyS0 >>{units}/debug-shell.service.d/line.conf",
        f"ln -s /dev/null {units}/serial-getty@ttyS0.service",
        "exit",
    ):
        line.sendall(f"{command}\n".encode())


def _connected(place: Path, process: subprocess.Popen[bytes]) -> socket.socket:
    deadline = time.monotonic() + 60
    while True:
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            line.connect(str(place))
        except OSError:
            line.close()
            if time.monotonic() > deadline or process.poll() is not None:
                raise
            time.sleep(0.1)
        else:
            return line


def fingerprint(disk: Path) -> str:
    with disk.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def share_of(picture: Image.Image, colour: tuple[int, int, int], near: int = 6) -> float:
    """How much of the picture has this colour, 0 to 1."""
    small = picture.resize((320, 200), Image.Resampling.NEAREST)
    pixels = list(small.getdata())
    close = sum(all(abs(one - other) <= near for one, other in zip(pixel, colour, strict=True)) for pixel in pixels)
    return close / len(pixels)
