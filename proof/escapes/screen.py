"""The X server of a post as it is deployed: Xorg started by `packaging/x11`, with a card and devices that need no
hardware. Where Xorg does not run, Xvfb, and the run says so.

Knows servers, and nothing of the kiosk. `bare` is false on deliberately weakened screens only.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from demonstration.display import memory_folder, virtual_screen, x_server
from demonstration.seats import XORG, Hands, dummy_screen, plugged, why_not

X11 = Path(__file__).resolve().parents[2] / "packaging" / "x11"
SIZE = (1280, 800)
SESSION = X11 / "session"

_LAYOUT = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "mouse" "CorePointer"
  InputDevice "keyboard" "CoreKeyboard"
  InputDevice "touch" "SendCoreEvents"
  InputDevice "stranger" "SendCoreEvents"
EndSection
"""
# "stranger": what somebody plugs in. It says that it is a mouse and it types, as bad USB sticks do.
_KINDS = {"mouse": "Pointer", "keyboard": "Keyboard", "touch": "Touch", "stranger": "Keyboard"}
_DEVICE = """
Section "InputDevice"
  Identifier "{name}"
  Driver "inputtest"
  Option "DeviceType" "{kind}"
  Option "SocketPath" "{socket}"
  Option "AccelerationScheme" "none"
  {options}
EndSection
"""
# An InputClass dresses only devices that come by themselves: here it is written out.
_DEPLOYED_KEYS = 'Option "XkbRules" "evdev"\n  Option "XkbOptions" "srvrkeys:none"'
_OBEYING_KEYS = 'Option "XkbRules" "evdev"\n  Option "XkbOptions" "terminate:ctrl_alt_bksp"'


@dataclass(frozen=True)
class Screen:
    """`server`: "Xorg" or "Xvfb". `devices`: hands on devices of the server, by name; none on Xvfb."""

    display: str
    server: str
    process: subprocess.Popen[bytes] | None
    log: Path | None
    devices: dict[str, Hands] = field(default_factory=dict)
    session: Path | None = SESSION
    zooms: bool = False
    """Whether its settings let keys lead to another resolution. The card without hardware has but one."""

    @property
    def alive(self) -> bool:
        return self.process is None or self.process.poll() is None


def has_xorg() -> bool:
    drivers = Path("/usr/lib/xorg/modules")
    needed = (drivers / "drivers" / "dummy_drv.so", drivers / "input" / "inputtest_drv.so")
    return os.geteuid() == 0 and os.access(XORG, os.X_OK) and all(one.exists() for one in needed)


@contextlib.contextmanager
def deployed(*, bare: bool = True) -> Iterator[Screen]:
    """Ready when the block begins, gone when it ends. `bare=False`: as a desktop has it, with keys that obey."""
    if not has_xorg():
        with virtual_screen(*SIZE) as display:
            yield Screen(display, "Xvfb", None, None, session=SESSION if bare else None)
        return
    with memory_folder() as folder:
        settings = _settings(folder, bare=bare)
        empty = folder / "empty"
        empty.mkdir()
        flags = X11 / "xorg.conf.d" if bare else empty
        with contextlib.ExitStack() as stack:
            process, display, log = stack.enter_context(_running(settings, folder, flags))
            hands = {name: stack.enter_context(plugged(display, name, folder / name, SIZE)) for name in _KINDS}
            yield Screen(display, "Xorg", process, log, hands, SESSION if bare else None, _lets_zoom(flags))


def _lets_zoom(flags: Path) -> bool:
    return not any('Option "DontZoom" "true"' in one.read_text() for one in flags.glob("*.conf"))


def _settings(folder: Path, *, bare: bool) -> Path:
    text = dummy_screen(*SIZE) + _LAYOUT
    for name, kind in _KINDS.items():
        keys = (_DEPLOYED_KEYS if bare else _OBEYING_KEYS) if kind == "Keyboard" else ""
        text += _DEVICE.format(name=name, kind=kind, socket=folder / name, options=keys)
    file = folder / "xorg.conf"
    file.write_text(text)
    return file


@contextlib.contextmanager
def _running(settings: Path, folder: Path, flags: Path) -> Iterator[tuple[subprocess.Popen[bytes], str, Path]]:
    log = folder / "xorg.log"
    # The machine's own terminal is not ours to take.
    command = (str(X11 / "x-server"), "-config", str(settings), "-logfile", str(log), "-sharevts")
    with x_server(command, {"COTE_A_COTE_XORG": str(flags)}, lambda: why_not(log)) as (server, display):
        yield server, display, log
