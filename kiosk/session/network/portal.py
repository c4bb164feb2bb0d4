"""Whether the network of the place stands between the post and a site: a captive portal answers in the site's name.

Asked only about an allowed host that just failed, over plain HTTP and with nothing in it but that host's name: portals
answer it by sending elsewhere (or by status 511, RFC 6585), sites by sending to themselves. No other site is called
to find out.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import OrderedDict
from urllib.parse import urlsplit

from kiosk.session.network.outward import Outward

HTTP = 80
WITHIN = 2.5
"""Seconds. A portal is near; a person waits meanwhile."""
_KNOWN_FOR = 10.0
_REMEMBERED = 16
_WANTS_LOGIN = 511
_MOST = 8192


class Portal:
    """`known`: what was found of a host is believed for some seconds, so that a page cannot make the post ask often."""

    def __init__(self, outward: Outward) -> None:
        self._outward = outward
        self._known: OrderedDict[str, tuple[float, bool]] = OrderedDict()

    async def stands_before(self, host: str) -> bool:
        if self._outward.upstream:
            return False
        at, found = self._known.get(host, (0.0, False))
        if host not in self._known or time.monotonic() - at > _KNOWN_FOR:
            found = await self._ask(host)
            self._known[host] = (time.monotonic(), found)
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return found

    async def _ask(self, host: str) -> bool:
        with contextlib.suppress(OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            async with asyncio.timeout(WITHIN):
                reader, writer = await self._outward.open(host, HTTP)
                try:
                    writer.write(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
                    return is_portal(host, (await reader.readuntil(b"\r\n\r\n"))[:_MOST])
                finally:
                    writer.close()
        return False


def is_portal(host: str, untrusted_head: bytes) -> bool:
    """Whether these lines are somebody else's than the site's."""
    first, *lines = untrusted_head.decode("latin-1").split("\r\n")
    status = first.split(" ")[1:2]
    if status == [str(_WANTS_LOGIN)]:
        return True
    if not status or status[0] not in ("301", "302", "303", "307", "308"):
        return False
    for line in lines:
        name, _, value = line.partition(":")
        if name.lower() == "location":
            return not _same_site(host, value.strip())
    return False


def _same_site(host: str, untrusted_location: str) -> bool:
    try:
        to = urlsplit(untrusted_location).hostname
    except ValueError:
        return False
    # A site may send to its `www`, or to a sister. The last two labels are enough to tell a portal from that.
    return to is None or to.split(".")[-2:] == host.split(".")[-2:]
