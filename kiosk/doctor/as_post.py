"""Root asks, the post answers: finds the post that is open, and the same command as its account, in its session.

What root sees is not what the post sees: other rights, another /tmp, no screen, no keyring. A post that is closed
has no session: its account answers. Knows how processes are described by the kernel; nothing of what is asked.
"""

from __future__ import annotations

import contextlib
import grp
import os
import pwd
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.doctor.system import UNIT

_PROCESSES = Path("/proc")
_ITS_OWN = ("NOTIFY_SOCKET", "WATCHDOG_PID", "WATCHDOG_USEC", "MAINPID", "INVOCATION_ID", "JOURNAL_STREAM")
_OURS = ("TERM", "NO_COLOR")
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
GIVEN_BY_THE_SERVICE = ("kiosk-cles", "audio", "video", "input", "render")
"""Groups that the account has by its service alone."""


@dataclass(frozen=True)
class OpenPost:
    """`pid`: none of a post that is closed."""

    pid: int | None
    user: int
    group: int
    groups: tuple[int, ...]
    environment: Mapping[str, str]


# What `kiosk post` starts, and what that becomes after the questions of the first time.
_OPEN = (["kiosk", "open"], ["kiosk", "run"])


def open_post(processes: Path = _PROCESSES) -> OpenPost | None:
    """The kiosk that the post's service has put on a screen, under an account that is not root's."""
    for folder in processes.iterdir():
        if not folder.name.isdigit():
            continue
        try:
            found = _described(folder)
        except (OSError, ValueError, KeyError):
            continue  # it has just ended
        if found is not None and found.user != 0 and "DISPLAY" in found.environment:
            return found
    return None


def closed_post(state: Path) -> OpenPost | None:
    """Whoever owns what the post keeps, as the service would let them be. None when that is root, or nobody."""
    try:
        account = pwd.getpwuid(os.stat(state).st_uid)
    except (OSError, KeyError):
        return None
    if account.pw_uid == 0:
        return None
    groups = set(os.getgrouplist(account.pw_name, account.pw_gid))
    for name in GIVEN_BY_THE_SERVICE:
        with contextlib.suppress(KeyError):
            groups.add(grp.getgrnam(name).gr_gid)
    variables = {"HOME": account.pw_dir, "USER": account.pw_name, "PATH": _PATH, "LANG": "C.UTF-8"}
    return OpenPost(None, account.pw_uid, account.pw_gid, tuple(sorted(groups)), variables)


def _described(folder: Path) -> OpenPost | None:
    words = (folder / "cmdline").read_text(errors="replace").split("\0")
    wish = words[words.index("-m") + 1 :][:2] if "-m" in words else []
    if wish not in _OPEN:
        return None
    if f"/{UNIT}" not in (folder / "cgroup").read_text():
        return None  # somebody's own, for a try
    rows = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines() if ":" in line)
    pairs = (one.partition("=") for one in (folder / "environ").read_text(errors="replace").split("\0"))
    return OpenPost(
        pid=int(folder.name),
        user=int(rows["Uid"].split()[0]),
        group=int(rows["Gid"].split()[0]),
        groups=tuple(map(int, rows["Groups"].split())),
        environment={name: value for name, _, value in pairs if name},
    )


def command(post: OpenPost, words: list[str]) -> list[str]:
    """`words`, as the post: in its view of the folders, with its account and its groups, and no right more."""
    groups = ["--groups", ",".join(map(str, post.groups))] if post.groups else ["--clear-groups"]
    entering = ["nsenter", "--target", str(post.pid), "--mount", "--"] if post.pid is not None else []
    return [
        *entering,
        *("setpriv", "--reuid", str(post.user), "--regid", str(post.group), *groups, "--inh-caps=-all", "--"),
        *words,
    ]


def hold_as(other: Path, own: Path = Path("/proc/self")) -> None:
    """What we become is held by the AppArmor profile that holds `other`, where one does."""
    with contextlib.suppress(OSError):  # no such thing in this kernel
        profile, held, _ = (other / "attr/current").read_text().partition(" (")
        if held:
            (own / "attr/exec").write_text(f"exec {profile}")


def environment(post: OpenPost, ours: Mapping[str, str]) -> dict[str, str]:
    theirs = {name: value for name, value in post.environment.items() if name not in _ITS_OWN}
    return {**theirs, **{name: ours[name] for name in _OURS if name in ours}}


def ask_again_as_post(state: Path) -> None:
    """Becomes that command, and does not return; returns when we are not root, or root keeps `state` itself."""
    if os.geteuid() != 0 or (post := open_post() or closed_post(state)) is None:
        return
    if post.pid is not None:
        hold_as(_PROCESSES / str(post.pid))
    words = command(post, [sys.executable, *sys.orig_argv[1:]])
    os.execvpe(words[0], words, environment(post, os.environ))  # noqa: S606 - its words are ours and the kernel's
