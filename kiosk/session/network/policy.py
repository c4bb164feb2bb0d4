"""Which hosts a session may reach: pure, small, and the only place that decides.

A pattern is a host (`www.caf.fr`) or a host and everything below it (`*.caf.fr`, which does not include `caf.fr`). What
measures or advertises is never among "everything": it is reached only where it is named.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import Literal

from kiosk.session.network.trackers import is_tracker

Reason = Literal["allowed", "host", "port", "name"]

HTTPS = 443
_LOCAL = tuple(
    ipaddress.ip_network(one) for one in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")
)
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # NAT64, RFC 6052
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")


@dataclass(frozen=True)
class Decision:
    """`reason`: allowed; host: not in the list; port: not HTTPS; name: not a plain host name."""

    reason: Reason
    host: str = ""

    @property
    def allowed(self) -> bool:
        return self.reason == "allowed"


@dataclass(frozen=True)
class AllowList:
    patterns: tuple[str, ...] = ()
    trackers: frozenset[str] = frozenset()

    def decide(self, host: str, port: int) -> Decision:
        """Decide on a host as the guest wrote it. Everything that is not plainly allowed is refused."""
        name = plain_name(host)
        if name is None:
            return Decision("name")
        if port != HTTPS:
            return Decision("port", name)
        patterns = self.patterns
        if is_tracker(name, self.trackers):
            patterns = tuple(one for one in patterns if is_tracker(one.removeprefix("*."), self.trackers))
        if any(matches(pattern, name) for pattern in patterns):
            return Decision("allowed", name)
        return Decision("host", name)


def plain_name(host: str) -> str | None:
    """The host in lower case without its final dot, or None when it is not a plain ASCII host name.

    Refused on purpose: IP addresses in any notation (a numeric last label is one, as browsers read it), user
    information, percent-encoding, non-ASCII letters (a browser sends the `xn--` form).
    """
    name = host.lower().removesuffix(".")
    labels = name.split(".")
    if len(name) > 253 or len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels):
        return None
    if re.fullmatch(r"\d+|0x[0-9a-f]*", labels[-1]):
        return None
    return name


def is_public(address: str) -> bool:
    """Whether an address is on the public internet: a service's name must not lead back to the local network."""
    found = _address(address)
    if found is None or (isinstance(found, ipaddress.IPv6Address) and found.is_site_local):
        return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def may_be_internal(address: str) -> bool:
    """Whether a service of the place may live there: never on the post itself, nor where only neighbours are."""
    found = _address(address)
    return found is not None and any(found in network for network in _LOCAL if network.version == found.version)


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address, and of one in IPv6 that leads to an IPv4 one, that. None when it is none, or when it may lead to
    any at all (tunnels)."""
    try:
        found = ipaddress.ip_address(text)
    except ValueError:
        return None
    if isinstance(found, ipaddress.IPv4Address):
        return found
    if found.scope_id is not None or found.sixtofour is not None or found.teredo is not None:
        return None
    if found.ipv4_mapped is not None:
        return found.ipv4_mapped
    if found in _TRANSLATED:
        return ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
    return found


def matches(pattern: str, name: str) -> bool:
    """`name` as `plain_name` gives it."""
    if pattern.startswith("*."):
        return name.endswith(pattern[1:].lower())
    return name == pattern.lower()
