"""The allow-list lets through what is listed, and nothing that merely looks like it."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.session.network.policy import AllowList, is_public, plain_name
from kiosk.session.network.trackers import known_trackers

LIST = AllowList(("caf.fr", "*.caf.fr", "passeport.ants.gouv.fr"))


@pytest.mark.parametrize(
    "host", ["caf.fr", "www.caf.fr", "WWW.CAF.FR", "caf.fr.", "a.b.caf.fr", "passeport.ants.gouv.fr"]
)
def test_what_is_listed_is_allowed(host: str) -> None:
    assert LIST.decide(host, 443).allowed


@pytest.mark.parametrize(
    "host",
    [
        "evilcaf.fr",
        "caf.fr.evil.com",
        "ants.gouv.fr",
        "www.passeport.ants.gouv.fr",
        "caf.fr@evil.com",
        "evil.com/caf.fr",
        "caf.fr%2eevil.com",
        "caf.fr%00.evil.com",
        "cаf.fr",  # a Cyrillic letter
        "xn--cf-7cd.fr",
        "127.0.0.1",
        "2130706433",
        "0x7f.1",
        "127.1",
        "[::1]",
        "::1",
        "localhost",
        "caf.fr..",
        ".caf.fr",
        "caf..fr",
        "",
        "a" * 300 + ".caf.fr",
    ],
)
def test_what_only_looks_listed_is_refused(host: str) -> None:
    assert not LIST.decide(host, 443).allowed


@pytest.mark.parametrize("port", [0, 22, 80, 444, 8443, 65_536])
def test_only_https_is_reached(port: int) -> None:
    assert LIST.decide("caf.fr", port).reason == "port"


def test_an_empty_list_allows_nothing() -> None:
    assert not AllowList().decide("caf.fr", 443).allowed


@given(st.text(max_size=60))
def test_nothing_but_the_list_is_ever_allowed(host: str) -> None:
    if LIST.decide(host, 443).allowed:
        name = host.lower().removesuffix(".")
        assert name in {"caf.fr", "passeport.ants.gouv.fr"} or name.endswith(".caf.fr")


@given(st.text(string.printable, max_size=40))
def test_a_plain_name_is_stable(host: str) -> None:
    name = plain_name(host)
    assert name is None or plain_name(name) == name


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.1.1", "::1", "fe80::1%eth0", "fd00::1", "0.0.0.0", "x"]
)
def test_the_local_network_is_not_public(address: str) -> None:
    assert not is_public(address)


def test_the_internet_is_public() -> None:
    assert is_public("193.252.23.1")


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("analytics.google.com", False),
        ("eu.Analytics.Google.com.", False),
        ("mail.google.com", True),
        ("www.piano.io", True),
        ("px.ads.linkedin.com", True),
    ],
)
def test_what_measures_is_not_among_everything_below_a_site(host: str, allowed: bool) -> None:
    patterns = ("google.com", "*.google.com", "*.piano.io", "*.linkedin.com", "px.ads.linkedin.com")
    assert AllowList(patterns, known_trackers()).decide(host, 443).allowed is allowed
