"""What the proxy, the address strip and the hostile page itself say."""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from demonstration.person import Box
from proof.escapes.field import news_of
from proof.escapes.observers.base import Observer, Scenery
from proof.escapes.technique import Way
from proof.rig.reading import can_read, text_of

_HERE = ("7F", "00000000000000000000000001000000")
"""Ends of the kernel's writing of addresses on the machine itself: 127.x, ::1, and 127.x written as IPv6."""


_COVERS = (
    "Cette page n'est pas dans la démarche.",
    "Cette page n'est pas sûre.",
    "Cette page ne répond pas.",
    "Cette page demande un mot de passe.",
    "La page s'est arrêtée.",
    "Ce poste n'a pas Internet en ce moment.",
    "Internet n'est pas encore ouvert ici.",
)
"""What the kiosk says over a page that did not open; in French, as the proof's post speaks."""


_NAMES_WITHIN = 6.0
_HTTPS = "443"


class LeftObserver(Observer):
    way = Way.LEFT

    def __init__(self) -> None:
        self._since = 0
        self._said = 0

    def note(self, scenery: Scenery) -> None:
        self._since = len(scenery.heard.news)
        self._said = len(scenery.field.kiosk.lines)

    def look(self, scenery: Scenery) -> str | None:
        # A hand may begin another procedure: then it is that one's list as well. Outside of a session there is none.
        another = scenery.said_since(self._said, "phase", phase="opening")
        allowed = scenery.allowed_by_any if another else scenery.allowed
        for news in news_of(scenery.heard.news[self._since :], "tunnel"):
            if not allowed(str(news["host"])):
                return f"a tunnel to {news['host']}"
            if news.get("port", _HTTPS) != _HTTPS:
                return f"a tunnel to port {news['port']} of {news['host']}"
        own = {inode for pid in scenery.family() for inode in _sockets(pid)}
        for address in _connections(own):
            return f"a connection without the proxy, to {address}"
        return None


class ToldObserver(Observer):
    way = Way.TOLD

    def __init__(self) -> None:
        self._since = 0

    def note(self, scenery: Scenery) -> None:
        self._since = len(scenery.heard.news)

    def look(self, scenery: Scenery) -> str | None:
        won = news_of(scenery.heard.news[self._since :], "won")
        return f"the page says: {won[0].get('how', 'won')}" if won else None


class OriginObserver(Observer):
    """The strip is read as a person reads it, when it does not look as it did when it was last read.

    It may name another site in two cases, and both are looked at. The kiosk has said that a page did not open: then its
    own words must stand over the page, and `LeftObserver` sees whether something of that site came all the same. A hand
    has begun another procedure: then it must be a site of one. Where a screen of the shell lies in front, no page is
    shown: the server says whose window it is, whatever the kiosk says of itself."""

    way = Way.ORIGIN

    def __init__(self) -> None:
        self._known: list[tuple[str, bytes]] = []
        self._said = 0

    def note(self, scenery: Scenery) -> None:
        self._said = len(scenery.field.kiosk.lines)

    def look(self, scenery: Scenery) -> str | None:
        if not scenery.host or _is_behind_shell(scenery):
            return None
        seen = scenery.field.person.look(strip(scenery))
        key = (scenery.host, seen.tobytes())
        if key in self._known:
            return None
        if is_covered(seen):
            return _says_another(scenery, seen)
        said = _read(seen)
        deadline = time.monotonic() + _NAMES_WITHIN
        while not said and time.monotonic() < deadline:
            # A new window has no address until its page comes. Who left for good is still without one afterwards.
            time.sleep(0.3)
            seen = scenery.field.person.look(strip(scenery))
            key, said = (scenery.host, seen.tobytes()), _read(seen)
        if scenery.host in said:
            self._known = [*self._known[-20:], key]
            return None
        # A screen of the shell may have come while the strip was read.
        meant = self._is_refused(scenery) or self._is_of_another(scenery, said) or _is_behind_shell(scenery)
        return None if meant else f"the address strip says « {said} »"

    def _is_refused(self, scenery: Scenery) -> bool:
        return scenery.said_since(self._said, "page-problem") and _reads_cover(scenery)

    def _is_of_another(self, scenery: Scenery, said: str) -> bool:
        opened = scenery.said_since(self._said, "phase", phase="opening")
        return opened and scenery.allowed_by_any(_host_in(said))


def _says_another(scenery: Scenery, seen: Image.Image) -> str | None:
    """Whether a question of a page lies over it under another name than the strip's."""
    words = "".join(text_of(scenery.field.person.look(scenery.field.page)).split()).lower()
    speaker = re.search(r"lesite([a-z0-9.-]+)vousdit", words)
    strip_says = _host_in(_read(seen))
    if speaker is None or not strip_says or speaker.group(1) in strip_says:
        return None
    return f"« {speaker.group(1)} » speaks on a page of « {strip_says} »"


def _read(seen: Image.Image) -> str:
    return "".join(text_of(seen).split()).lower()


def _is_behind_shell(scenery: Scenery) -> bool:
    """Whether the window in front of the strip's middle is the shell's, not the guest's."""
    region = strip(scenery)
    x, y = region.centre
    front = next((one for one in scenery.glass.windows()[::-1] if one.covers(x, y)), None)
    return front is not None and front.pid == scenery.shell.pid


def _reads_cover(scenery: Scenery) -> bool:
    """Whether the page lies behind the kiosk's words for a page that does not open."""
    seen = scenery.field.person.look(scenery.field.page)
    return any(can_read(words, seen) for words in _COVERS)


def _host_in(said: str) -> str:
    found = re.search(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", said)
    return found.group() if found else ""


def _sockets(pid: int) -> Iterator[str]:
    folder = f"/proc/{pid}/fd"
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            with contextlib.suppress(OSError):
                target = os.readlink(f"{folder}/{name}")
                if target.startswith("socket:["):
                    yield target[len("socket:[") : -1]


def _connections(inodes: set[str]) -> Iterator[str]:
    """The far ends of these sockets in the machine's own network, as the kernel writes them. Not those on the machine
    itself, nor those that only listen."""
    for table in ("tcp", "tcp6", "udp", "udp6"):
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
                cells = line.split()
                address = cells[2].partition(":")[0]
                if cells[9] in inodes and set(address) != {"0"} and not address.endswith(_HERE):
                    yield f"{table} {cells[2]}"


def strip(scenery: Scenery) -> Box:
    """Where the site's name stands, behind the lock."""
    terminal = scenery.field.terminal
    return Box(
        *(terminal.px(126), terminal.panel.top + terminal.px(24)),
        *(terminal.page.right - terminal.px(260), terminal.panel.top + terminal.px(68)),
    )


def is_covered(seen: Image.Image) -> bool:
    """Whether something of the kiosk's own lies over the strip: its field is white otherwise."""
    colours = seen.getcolors(1 << 16) or [(1, (0, 0, 0))]
    _, most = max(colours)
    return most != (255, 255, 255)
