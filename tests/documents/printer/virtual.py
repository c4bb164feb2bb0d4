"""A driverless printer that is a program: `ippeveprinter`, CUPS's own IPP Everywhere printer, on the loopback.

It insists on announcing itself by Avahi, which a test machine need not have: a library of a few lines, made when the
test begins, nods at whatever it announces.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from demonstration.print_server import free_port, listens, until

_PATH = f"{os.environ['PATH']}:/usr/sbin"
_NODS = """
static int one;
void *avahi_threaded_poll_new(void) { return &one; }
void *avahi_threaded_poll_get(void *poll) { return poll; }
int avahi_threaded_poll_start(void *poll) { return 0; }
void avahi_threaded_poll_lock(void *poll) {}
void avahi_threaded_poll_unlock(void *poll) {}
void *avahi_client_new(void *poll, int flags, void *told, void *with, int *error) { return &one; }
const char *avahi_client_get_host_name_fqdn(void *client) { return "localhost"; }
void *avahi_entry_group_new(void *client, void *told, void *with) { return &one; }
int avahi_entry_group_add_service_strlst() { return 0; }
int avahi_entry_group_add_service_subtype() { return 0; }
int avahi_entry_group_commit(void *group) { return 0; }
void avahi_entry_group_free(void *group) {}
"""


class VirtualPrinter:
    def __init__(self, root: Path) -> None:
        """`root`: a folder in memory."""
        self.port = free_port()
        self.address = f"ipp://127.0.0.1:{self.port}/ipp/print"
        self._out = root / "virtual"
        self._out.mkdir()
        self._nods = root / "nods.so"
        source = root / "nods.c"
        source.write_text(_NODS)
        subprocess.run(("gcc", "-w", "-shared", "-fPIC", "-o", str(self._nods), str(source)), check=True, timeout=60)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = (
            *(
                "ippeveprinter",
                "-r",
                "off",
                "-s",
                "120,120",
                "-n",
                "localhost",
                "-p",
                str(self.port),
                "-d",
                str(self._out),
                "-k",
            ),
            *("-f", "application/pdf,image/pwg-raster,image/urf", "Virtuelle"),
        )
        environment = {**os.environ, "PATH": _PATH, "LD_PRELOAD": str(self._nods)}
        self._process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        until(lambda: listens(self.port), "the virtual printer listens")

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait(20)

    @property
    def came_out(self) -> list[Path]:
        return sorted(one for one in self._out.iterdir() if one.is_file())
