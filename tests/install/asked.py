"""A systemd that is asked and does nothing: what the package's scripts want of it is written down, in order.

A system here has no process 1 of its own. The image has (tests/image), and there the real one is asked.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.install.system import System

REAL = "/usr/bin/systemctl.real"
_LOG = "/run/asked"
# What is enabled is a matter of links, which the real program reads. A line: the version of the files at that moment,
# that of dpkg's book, and the words.
_SYSTEMCTL = r"""#!/bin/sh
for word; do
  case $word in
    --root=*) exec /usr/bin/systemctl.real "$@" ;;
    is-enabled) exec /usr/bin/systemctl.real --root=/ "$@" ;;
    is-active) exec test -e /run/active ;;
    start | restart) wish=start ;;
    stop) wish=stop ;;
  esac
done
files=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' /opt/cote-a-cote/kiosk/__init__.py 2>/dev/null)
printf '%s|%s\n' "${files:-none}" "$*" >>/run/asked
[ ! -e "/run/refused-$wish" ] || exit 1
case $wish in start) : >/run/active ;; stop) rm -f /run/active ;; esac
"""


class Asked(NamedTuple):
    files: str
    words: str


def put(clean: System) -> None:
    """From now on scripts find a systemd that runs."""
    # In its place: dpkg looks for programs in Debian's own folders alone.
    clean.must("mv", "/usr/bin/systemctl", REAL)
    clean.write("/usr/bin/systemctl", _SYSTEMCTL, 0o755)
    clean.must("mkdir", "-p", "/run/systemd/system")


def since(clean: System) -> list[Asked]:
    """What was asked of the post's own service since this was called last."""
    text = clean.must("sh", "-c", f"touch {_LOG}; cat {_LOG}; : >{_LOG}")
    asked = [Asked(*line.split("|", 1)) for line in text.splitlines()]
    return [one for one in asked if "cote-a-cote.service" in one.words.split()]


def refuse(clean: System, wish: str) -> None:
    """Let it fail at this: start, stop."""
    clean.write(f"/run/refused-{wish}", "")


def obey(clean: System, wish: str) -> None:
    clean.must("rm", f"/run/refused-{wish}")
