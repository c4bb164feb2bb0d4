"""The domains that measure visits or advertise, read from the list beside this module."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from importlib import resources


@cache
def known_trackers() -> frozenset[str]:
    listed = resources.files(__package__).joinpath("trackers.txt").read_text("utf-8")
    return frozenset(line for each in listed.splitlines() if (line := each.strip()) and not line.startswith("#"))


def is_tracker(host: str, trackers: Container[str]) -> bool:
    """Whether the host is one of these domains, or below one."""
    labels = host.lower().removesuffix(".").split(".")
    return any(".".join(labels[place:]) in trackers for place in range(len(labels)))
