"""Which answers to plain HTTP are somebody else's than the site's."""

from __future__ import annotations

import pytest

from kiosk.session.network.portal import is_portal


def sent(status: str, location: str | None = None) -> bytes:
    return f"HTTP/1.1 {status}\r\nServer: x\r\n{f'location:{location}' if location else 'A: b'}\r\n\r\n".encode()


@pytest.mark.parametrize(
    "head",
    [
        sent("511 Network Authentication Required"),
        sent("302 Found", "http://192.168.1.1/login"),
        sent("302 Found", "https://portail.wifi.example/?url=www.caf.fr"),
        sent("307 Temporary", "http://caf.fr.evil.example/"),
        sent("303 See Other", "http://[::1/"),
    ],
)
def test_a_portal(head: bytes) -> None:
    assert is_portal("www.caf.fr", head)


@pytest.mark.parametrize(
    "head",
    [
        sent("301 Moved", "https://www.caf.fr/"),
        sent("301 Moved", "https://caf.fr/"),
        sent("301 Moved", "https://connect.caf.fr/x"),
        sent("302 Found", "/accueil"),
        sent("200 OK"),
        sent("302 Found"),
        sent("404 Not Found", "http://elsewhere.example/"),
        b"",
        b"\xff\xfe\r\n\r\n",
    ],
)
def test_not_a_portal(head: bytes) -> None:
    assert not is_portal("www.caf.fr", head)
