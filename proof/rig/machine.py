"""What the kernel says of a running kiosk: which process is which, and whether a guest is truly gone."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

PATIENCE = 20.0
_LOOK_EVERY = 0.01
_INSIDE = Path("home", "user")
_ENGINE = "QtWebEngineProcess"
_STARTER = "kiosk.guest.first"


def wait_until(holds: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Ask the kernel until it is so. `patience`: seconds."""
    deadline = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < deadline, f"{what}: not within {patience} s"
        time.sleep(_LOOK_EVERY)


@dataclass(frozen=True)
class Guest:
    """One guest, noted while it lives, so that its end can be proven. `members` are its processes at that time."""

    monitor: psutil.Process
    members: frozenset[psutil.Process]
    namespace: str

    @property
    def first(self) -> psutil.Process:
        """Process 1 inside: the kernel ends the others with it."""
        return next(one for one in self.monitor.children() if _namespace(one.pid) == self.namespace)

    @property
    def starter(self) -> psutil.Process:
        """What starts the carrier and the browser, and starts them again. Without it the sandbox ends."""
        return self._one(_STARTER)

    @property
    def init(self) -> psutil.Process:
        return self._one("kiosk.guest.init")

    @property
    def loaded(self) -> psutil.Process:
        """What the browser is split from, and will be again."""
        return self._one("kiosk.guest.browser")

    @property
    def browser(self) -> psutil.Process:
        (browser,) = self.loaded.children()
        return browser

    @property
    def zygotes(self) -> list[psutil.Process]:
        """What Chromium starts the processes of its pages from."""
        return [one for one in self.browser.children() if one.name() == _ENGINE]

    @property
    def renderers(self) -> list[psutil.Process]:
        """Chromium starts them from its sandboxed zygote, and they keep its command line: known by their place."""
        return [one for one in living(self.monitor) if [up.name() for up in one.parents()[:2]] == [_ENGINE, _ENGINE]]

    @property
    def home(self) -> Path:
        """The guest's own folder, through the kernel's door into its mounts."""
        return Path(f"/proc/{self.init.pid}/root") / _INSIDE

    def left(self) -> list[int]:
        """What still runs of it. Those that it started later are not listed and need not be: the kernel lets process 1
        of a namespace end only after all others in it."""
        return still_running(self.members)

    def _one(self, module: str) -> psutil.Process:
        return next(one for one in living(self.monitor) if words(one)[1:3] == ["-m", module])


def guest_of(shell: int) -> Guest:
    """The only guest of a shell. An AssertionError where it has none, as when the power is cut at this very moment."""
    # Workshops of the paper desk have walls of the same kind.
    walls = [one for one in psutil.Process(shell).children() if one.name() == "bwrap"]
    monitors = [one for one in walls if _STARTER in words(one)]
    assert len(monitors) == 1, f"a shell with {len(monitors)} guests, {len(walls)} sandboxes in all"
    members = frozenset(living(monitors[0]))
    inside = {found for one in monitors[0].children() if (found := _namespace(one.pid)) is not None}
    assert len(inside) == 1, f"a guest with {len(inside)} namespaces"
    return Guest(monitors[0], members, inside.pop())


def still_running(processes: Iterable[psutil.Process]) -> list[int]:
    """Those that have not ended, whoever has their number now."""
    return sorted(one.pid for one in processes if one.is_running() and not _is_zombie(one.pid))


def kiosk_of(shell: int) -> list[int]:
    """Every process of the kiosk: the shell and what it started."""
    return [one.pid for one in living(psutil.Process(shell))]


def strays(folder: Path, shell: int) -> list[int]:
    """The processes that were started for the kiosk of this folder, and are not the running one's."""
    sign = os.fsencode(folder)
    signed = [pid for pid in psutil.pids() if sign in _facts(pid, "environ") + _facts(pid, "cmdline")]
    return sorted(set(signed) - set(kiosk_of(shell)))


def gateway_of(shell: int) -> psutil.Process:
    """The session's only way out."""
    return _network_of(shell, "carry")


def practice_of(shell: int) -> psutil.Process:
    """What plays the sites of the practice administration."""
    return _network_of(shell, "services")


def _network_of(shell: int, role: str) -> psutil.Process:
    return next(one for one in psutil.Process(shell).children() if words(one)[3:4] == [role])


def living(process: psutil.Process) -> list[psutil.Process]:
    """The process and all that it started, without those that ended while we looked."""
    return [one for one in (process, *process.children(recursive=True)) if not _is_zombie(one.pid)]


def words(process: psutil.Process) -> list[str]:
    """Its command line; nothing once it has ended. Chromium writes its children's as one word."""
    try:
        return " ".join(process.cmdline()).split()
    except psutil.NoSuchProcess:
        return []


def kill(*processes: psutil.Process) -> None:
    for process in processes:
        process.send_signal(signal.SIGKILL)


def end_at_once(shell: int) -> list[psutil.Process]:
    """Kill a shell that has no time for anything any more. All that ran then."""
    process = psutil.Process(shell)
    process.send_signal(signal.SIGSTOP)
    family = living(process)
    process.send_signal(signal.SIGKILL)
    return family


def _is_zombie(pid: int) -> bool:
    """Ended, and waiting for its parent to take note: it holds nothing any more."""
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def _namespace(pid: int) -> str | None:
    try:
        return os.readlink(f"/proc/{pid}/ns/pid")
    except OSError:
        return None


def _facts(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""
