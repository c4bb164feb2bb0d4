"""Every practice procedure, followed by a person in the guest's own browser, on services as they are and redesigned.

A step counts as detected when the page alone told the guide that it was done. On the second version of a service, made
to look as after a redesign, the other steps fall back to words: the person says "C'est fait".
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.table import Bench, Row
from demonstration.display import memory_folder
from kiosk import __version__

DETECTED_GOAL = {False: 100.0, True: 70.0}
"""Percent of the steps that a page can show, at least: on the first version, and on the redesigned one."""

_SECONDS = 1200.0

NOTES = (
    "each round: the practice services behind the session's proxy, the guest's profile, page, probe and walkthrough,",
    "  Qt's own mouse and key events at the element's place; one fresh browser and one fresh person a round.",
    "steps: those whose end a page can show; steps of the paper desk, and those that only the person can call done,",
    "  are not counted. Goals of detection are told as steps missed, in percent, so that less is better.",
    "false done: called done by the guide before the person had done it. pointed: the ring was there beforehand.",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    options = parser.add_argument_group("procedures")
    options.add_argument("--service", help="the rounds of one service (a module of demonstration/rounds)")


def run(options: argparse.Namespace) -> Bench:
    found = tuple(_Told.read(line) for line in _follow(options.service))
    versions = [(redesigned, [one for one in found if one.redesigned is redesigned]) for redesigned in (False, True)]
    rows: list[Row] = []
    for service in dict.fromkeys(one.service for one in found):
        for redesigned, told in versions:
            rows += _service_rows(service, redesigned, [one for one in told if one.service == service])
    for redesigned, told in versions:
        rows += _goal_rows(redesigned, told)
    return Bench(
        name="procedures",
        against="what the guide sees of each step, on each practice service and on its second version",
        rows=tuple(rows),
        notes=NOTES,
        versions={"Côte à Côte": __version__},
    )


@dataclass(frozen=True)
class _Told:
    """One round as the browser's program told it."""

    service: str
    procedure: str
    redesigned: bool
    steps: tuple[Mapping[str, Any], ...]

    @classmethod
    def read(cls, line: str) -> _Told:
        told = json.loads(line)
        if "problem" in told:
            raise SystemExit(f"bench procedures: {told['problem']}")
        return cls(told["service"], told["procedure"], told["redesigned"], tuple(told["steps"]))

    @property
    def shown(self) -> list[Mapping[str, Any]]:
        return [step for step in self.steps if step["outcome"] in ("detected", "fallen back")]


def _service_rows(service: str, redesigned: bool, told: Sequence[_Told]) -> list[Row]:
    version = f"{service}, version {1 + redesigned}"
    steps = [step for one in told for step in one.shown]
    missed = sorted({f"{one.procedure}/{step['step']}" for one in told for step in _fallen(one.shown)})
    return [
        Row(f"{version}: steps", len(steps), ""),
        Row(f"{version}: detected", len(steps) - len(_fallen(steps)), ""),
        Row(f"{version}: fallen back", len(_fallen(steps)), "", spread=" ".join(missed)),
        Row(f"{version}: pointed at", sum(step["pointed"] for step in steps), ""),
        Row(f"{version}: false done", _false(told), "", goal=0.0),
    ]


def _goal_rows(redesigned: bool, told: Sequence[_Told]) -> list[Row]:
    version = f"all, version {1 + redesigned}"
    steps = [step for one in told for step in one.shown]
    missed = 100.0 * len(_fallen(steps)) / len(steps) if steps else None
    return [
        Row(f"{version}: detected", None if missed is None else 100.0 - missed, "%"),
        Row(f"{version}: not detected", missed, "%", goal=100.0 - DETECTED_GOAL[redesigned]),
        Row(f"{version}: false done", _false(told) if steps else None, "", goal=0.0),
    ]


def _fallen(steps: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [step for step in steps if step["outcome"] == "fallen back"]


def _false(told: Iterable[_Told]) -> int:
    return sum(step["false_done"] for one in told for step in one.steps)


def _follow(service: str | None) -> list[str]:
    """What the browser's program prints. Chromium's sandbox refuses root: then as a user of its own."""
    with memory_folder() as home:
        command = [sys.executable, "-m", "demonstration.following"]
        if service is not None:
            command += ["--service", service]
        if os.geteuid() == 0:
            user = ["bwrap", "--unshare-user", "--uid", "1000", "--gid", "1000", "--die-with-parent"]
            user += ["--dev-bind", "/", "/", "--setenv", "HOME", str(home), "--setenv", "XDG_RUNTIME_DIR", str(home)]
            command = [*user, *command]
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    lines = done.stdout.splitlines()
    if not lines or (done.returncode and not any('"problem"' in line for line in lines)):
        raise SystemExit(f"bench procedures: the browser's program ended with {done.returncode}\n{done.stderr[-2000:]}")
    return lines
