"""One round of the doctor: every family is asked, and one that falls takes no other with it. Knows no check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

import structlog

from kiosk.checks import Check, Verdict
from kiosk.config import Loaded
from kiosk.doctor import confinement, content, hands, letters, machine, network, rooms, screen, system

Look = Callable[[Loaded], Iterable[Check]]

_AT_ONCE: tuple[tuple[str, Look], ...] = (
    ("écran et souris", lambda loaded: hands.judge(loaded, hands.examine(loaded.config))),
    ("serveur d'écran", lambda loaded: screen.judge(screen.look(keyboard=loaded.config.post.keyboard))),
    ("protection", lambda _: confinement.judge(confinement.look())),
    ("machine", lambda loaded: machine.judge(machine.look(loaded.config))),
    ("système", lambda _: system.judge(system.look())),
    ("papiers", lambda loaded: rooms.papers(loaded.config)),
    ("aides", lambda loaded: rooms.aids(loaded.config)),
    ("fiches", lambda loaded: rooms.information(loaded.config)),
    ("contenu", lambda loaded: content.judge(content.look(loaded))),
    ("effacement", lambda loaded: rooms.traces(loaded.config)),
)
# These wait for others: the network, a disk, another program. None of them needs the screen.
_MEANWHILE: tuple[tuple[str, Look], ...] = (
    ("réseau", lambda loaded: network.judge(network.look(loaded.config))),
    ("paquet", lambda _: system.judge_package(system.look_at_package())),
    ("lettres", lambda _: letters.judge(letters.look())),
)


def run(loaded: Loaded) -> tuple[Check, ...]:
    """Every answer, in an order that does not change."""
    with ThreadPoolExecutor(len(_MEANWHILE)) as others:
        coming = [others.submit(_asked, name, look, loaded) for name, look in _MEANWHILE]
        here = [_asked(name, look, loaded) for name, look in _AT_ONCE]
        return tuple(_flat((*here, *(one.result() for one in coming))))


def succeeded(checks: Iterable[Check]) -> bool:
    return all(one.verdict is not Verdict.FAILED for one in checks)


def _asked(name: str, look: Look, loaded: Loaded) -> list[Check]:
    said: list[Check] = []
    try:
        said.extend(look(loaded))
    except Exception as error:  # whatever is broken on a broken machine, IT must read the rest
        structlog.get_logger().warning("doctor-look-failed", kind=type(error).__name__)
        said.append(unlooked(name))
    return said


def unlooked(name: str) -> Check:
    return Check(
        "unlooked",
        Verdict.FAILED,
        f"Une partie n'a pas pu être regardée : {name}.",
        "On ne sait pas si elle marche.",
        f"Recommencez. Si cela reste : {system.REINSTALL}",
    )


def _flat(groups: Iterable[Iterable[Check]]) -> Iterator[Check]:
    for group in groups:
        yield from group
