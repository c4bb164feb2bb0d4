"""What a print server on this machine keeps in its folders. Looks, never touches.

CUPS writes a job as `c00012` (what it is) and `d00012-001` (the paper itself), and its filters write where `tmp` is.
The post's account may often not list that folder: then the files of the jobs that we know are looked for by name.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

SETTINGS = Path("/etc/cups/cups-files.conf")
_USUAL = Path("/var/spool/cups")
_DESCRIPTION = b"*PPD-Adobe:"
_FILE = re.compile(r"([cd])(\d{5,})(-\d{3})?")


@dataclass(frozen=True)
class Spool:
    folder: Path
    temporary: Path

    @classmethod
    def of(cls, settings: Path = SETTINGS) -> Spool:
        """As the server's own settings say, where they can be read."""
        said: dict[str, str] = {}
        with contextlib.suppress(OSError, UnicodeDecodeError):
            for line in settings.read_text().splitlines():
                name, _, value = line.strip().partition(" ")
                said[name.casefold()] = value.strip()
        folder = Path(said.get("requestroot") or _USUAL)
        return cls(folder, Path(said.get("tempdir") or folder / "tmp"))

    def remains(self, ours: Collection[int], others: Collection[int], since: float | None) -> int:
        """Files of our jobs, and papers of jobs that the server no longer knows, which can only have been left behind.

        `since`: when our first job came, so that what filters left after it is counted; None when there was none, or
        while another's job is at work.
        """
        files = sum(number in ours or (kind == "d" and number not in others) for kind, number in self._files(ours))
        return files + (0 if since is None else sum(one >= since for one in self._times()))

    def _files(self, ours: Collection[int]) -> Iterator[tuple[str, int]]:
        try:
            names = os.listdir(self.folder)
        except OSError:
            names = [name for one in ours for name in (f"c{one:05d}", f"d{one:05d}-001")]
            names = [name for name in names if os.path.lexists(self.folder / name)]
        for name in names:
            if match := _FILE.fullmatch(name):
                yield match[1], int(match[2])

    def _times(self) -> Iterator[float]:
        """When each file of the filters that holds something was last written."""
        with contextlib.suppress(OSError), os.scandir(self.temporary) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    of = entry.stat(follow_symlinks=False)
                    if stat.S_ISREG(of.st_mode) and of.st_size and not _describes_a_printer(entry.path):
                        yield of.st_mtime


def _describes_a_printer(file: str) -> bool:
    """CUPS leaves one behind whenever it sets a driverless printer up. It says nothing of a paper."""
    try:
        with open(file, "rb") as content:
            return content.read(len(_DESCRIPTION)) == _DESCRIPTION
    except OSError:
        return False
