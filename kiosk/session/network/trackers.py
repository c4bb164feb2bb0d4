"""The domains that measure visits or advertise, read from the list beside this module. Which host is below one of them
is `kiosk.session.staff`'s to say."""

from __future__ import annotations

from importlib import resources


def known_trackers() -> frozenset[str]:
    listed = resources.files(__package__).joinpath("trackers.txt").read_text("utf-8")
    return frozenset(line for each in listed.splitlines() if (line := each.strip()) and not line.startswith("#"))
