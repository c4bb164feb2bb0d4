"""The hosts that a mediator opened the way to in mid-session, one small file for each procedure: whoever repairs it
finds there what its allow-list lacks. Hosts only; for a site without a procedure, the file bears the site's name."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.procedures.openings import is_host
from kiosk.procedures.small_files import read_json, write_json

FOLDER = "noted-hosts"
MOST = 60
_SUBJECT = re.compile(r"[a-z0-9-]{1,60}")


class NotedHosts:
    def __init__(self, directory: Path) -> None:
        self._folder = directory / FOLDER

    def read(self, subject: str) -> tuple[str, ...]:
        """`subject`: a procedure's id, or a site's host. Nothing when nothing was noted."""
        found = read_json(self._file(subject)) if _is_subject(subject) else None
        return tuple(host for host in found if is_host(host))[:MOST] if isinstance(found, list) else ()

    def add(self, subject: str, host: str) -> None:
        if not (_is_subject(subject) and is_host(host)):
            return
        hosts = self.read(subject)
        if host not in hosts and len(hosts) < MOST:
            write_json(self._file(subject), sorted((*hosts, host)))

    def forget(self, subject: str) -> None:
        """The procedure has them now."""
        if _is_subject(subject):
            self._file(subject).unlink(missing_ok=True)

    def _file(self, subject: str) -> Path:
        return self._folder / f"{subject}.json"


def _is_subject(subject: str) -> bool:
    return _SUBJECT.fullmatch(subject) is not None or is_host(subject)
