"""A real gnome-keyring on a private D-Bus, with files of its own: what a post's session has, without a desktop."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import secretstorage
from jeepney import MatchRule
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

PATIENCE = 60
PASSWORD = b"a password of the tests"


@dataclass
class Desktop:
    """A bus, and a keyring on it once it was started. `environment`: what a program of this session has."""

    folder: Path
    bus: subprocess.Popen[str]
    address: str
    keyring: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "DBUS_SESSION_BUS_ADDRESS": self.address,
            "XDG_RUNTIME_DIR": str(self.folder),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "HOME": str(self.folder),
        }

    def start_keyring(self, *, unlocked: bool = True) -> None:
        """With the keyring of last time, if there was one. Locked when nobody gives its password."""
        options = ["--unlock"] if unlocked else []
        self.keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--components=secrets", *options],
            env={**os.environ, **self.environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert self.keyring.stdin is not None
        self.keyring.stdin.write(PASSWORD if unlocked else b"")
        self.keyring.stdin.close()
        self._wait_for_keyring()

    def stop_keyring(self) -> None:
        if self.keyring is not None:
            self.keyring.kill()
            self.keyring.wait(PATIENCE)
            self.keyring = None

    def lock(self) -> None:
        with closing(open_dbus_connection(self.address)) as bus:
            secretstorage.Collection(bus).lock()

    def _wait_for_keyring(self) -> None:
        """Until the bus says that it is there."""
        with closing(open_dbus_connection(self.address)) as bus:
            names = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
            asked = Proxy(message_bus, bus)
            asked.AddMatch(names)
            with bus.filter(names) as news:
                while not asked.NameHasOwner("org.freedesktop.secrets")[0]:
                    bus.recv_until_filtered(news, timeout=PATIENCE)


@contextmanager
def desktop(folder: Path) -> Iterator[Desktop]:
    (folder / "data").mkdir(parents=True)
    folder.chmod(0o700)
    # A bus that starts nothing by itself: what is not started here is not there.
    settings = folder / "bus.conf"
    settings.write_text(
        '<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"'
        ' "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">'
        f"<busconfig><type>session</type><listen>unix:path={folder}/bus</listen>"
        '<policy context="default"><allow send_destination="*"/><allow eavesdrop="false"/><allow own="*"/></policy>'
        "</busconfig>"
    )
    bus = subprocess.Popen(
        ["dbus-daemon", f"--config-file={settings}", "--nofork", "--nopidfile", "--nosyslog", "--print-address"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert bus.stdout is not None
    here = Desktop(folder, bus, bus.stdout.readline().strip())
    try:
        yield here
    finally:
        here.stop_keyring()
        bus.terminate()
        with suppress(subprocess.TimeoutExpired):
            bus.wait(PATIENCE)
        bus.stdout.close()
