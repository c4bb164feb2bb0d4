"""A real print server of one's own: its folders in memory, its port on the loopback, its printers made up.

`pretend`: a device that says what it is told to say (paper, cover ...), and keeps the paper until told. `drawn`:
the same device behind a real chain of filters. `off`: an IPP printer at an address where nobody answers.
Badly configured on purpose: it keeps the history and the files of every job.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

BINARIES = Path("/usr/lib/cups")

_FILES = """\
ServerRoot {root}/etc
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/state
ServerBin {root}/lib
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
FileDevice Yes
"""
_SERVER = """\
LogLevel debug2
PageLogFormat %p %u %j %T %P %C %{{job-name}}
Listen 127.0.0.1:{port}
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
PreserveJobFiles Yes
DirtyCleanInterval 0
<Location />
Order allow,deny
Allow from 127.0.0.1
</Location>
"""
# Says `state`, copies what it is given to `out`, and ends when `go` is there.
_DEVICE = """\
#!/bin/sh
[ $# -eq 0 ] && exit 0
said=
look() {{
  now=$(cat {root}/device/state 2>/dev/null)
  [ "$now" = "$said" ] && return
  [ -n "$said" ] && echo "STATE: -$said" >&2
  [ -n "$now" ] && echo "STATE: +$now" >&2
  said=$now
}}
[ -n "$6" ] && exec < "$6"
cat > {root}/device/out
look
while [ ! -e {root}/device/go ]; do look; sleep 0.05; done
look
n=1
while [ $n -le $4 ]; do echo "PAGE: $n 1" >&2; n=$((n + 1)); done
[ -e {root}/device/fail ] && exit 1
exit 0
"""
# The smallest printer description that sends a PDF through pdftopdf.
_DRAWN = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "DRAWN.PPD"
*Manufacturer: "Test"
*Product: "(Drawn)"
*ModelName: "Drawn"
*ShortNickName: "Drawn"
*NickName: "Drawn"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*cupsVersion: 2.4
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*cupsManualCopies: True
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "12 12 583 830"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
"""


class Cupsd:
    def __init__(self, root: Path) -> None:
        """`root`: a fresh folder in memory."""
        self.root = root
        self.spool = root / "spool"
        self.settings = root / "cups-files.conf"
        self.port = free_port()
        self.address = f"127.0.0.1:{self.port}"
        self._device = root / "device"
        self._process: subprocess.Popen[bytes] | None = None
        for folder in ("etc", "spool", "cache", "state", "log", "device"):
            (root / folder).mkdir()
        # The device writes as the account of the print server.
        self._device.chmod(0o777)
        root.chmod(0o755)
        shutil.copytree(BINARIES, root / "lib", symlinks=True)
        device = root / "lib" / "backend" / "pretend"
        device.write_text(_DEVICE.format(root=root))
        device.chmod(0o755)
        account = "User lp\nGroup lp\nSystemGroup root\n" if os.geteuid() == 0 else ""
        self.settings.write_text(_FILES.format(root=root) + account)
        (root / "etc" / "cupsd.conf").write_text(_SERVER.format(port=self.port))

    def start(self) -> None:
        server = ("cupsd", "-f", "-c", str(self.root / "etc" / "cupsd.conf"), "-s", str(self.settings))
        environment = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin"}
        self._process = subprocess.Popen(server, env=environment, stderr=subprocess.DEVNULL)
        until(lambda: listens(self.port), "the print server answers")

    def add(self, queue: str, device: str, *, drawn: bool = False) -> None:
        words = ["lpadmin", "-h", self.address, "-p", queue, "-v", device, "-E"]
        if drawn:
            description = self.root / "drawn.ppd"
            description.write_text(_DRAWN)
            words += ["-P", str(description)]
        subprocess.run(words, check=True, stderr=subprocess.DEVNULL, timeout=60)

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def admin(self, *words: str) -> None:
        subprocess.run((words[0], "-h", self.address, *words[1:]), check=True, timeout=60)

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.wait(20)

    # --- the made-up device ---------------------------------------------------------------------------------------

    def says(self, state: str) -> None:
        (self._device / "state").write_text(state)

    def goes(self) -> None:
        """It lets every job out, those that come later included."""
        (self._device / "go").touch()

    def rests(self) -> None:
        """As before the first job: it says nothing, has given nothing out, and keeps what comes."""
        for one in self._device.iterdir():
            one.unlink()

    def fails(self) -> None:
        (self._device / "fail").touch()
        self.goes()

    @property
    def came_out(self) -> bytes:
        """The device is the way out of the building: what it was given is no residue."""
        out = self._device / "out"
        return out.read_bytes() if out.exists() else b""

    def files_with(self, words: bytes) -> list[Path]:
        """Every file of the server, its device apart, that holds these words."""
        folders = (self.root / name for name in ("etc", "spool", "cache", "state", "log"))
        files = [file for folder in folders for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
        return [file for file in files if words in file.read_bytes() or words.decode("latin-1") in file.name]

    def jobs(self) -> int:
        """Those that are over and remembered included."""
        listed = ("lpstat", "-h", self.address, "-W", "all", "-o")
        return len(subprocess.run(listed, check=True, capture_output=True, timeout=60).stdout.splitlines())

    def papers(self) -> list[str]:
        return sorted(one.name for one in self.spool.iterdir() if one.name != "tmp")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(holds: object, what: str, seconds: float = 20.0) -> None:
    assert callable(holds)
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"never: {what}"
        time.sleep(0.02)


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
