"""What `kiosk doctor` says of the way by phone."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from kiosk.checks import Check
from kiosk.config.loader import packaged
from kiosk.documents.phone import examined, place
from tests.unit.documents.test_phone_vouching import write

HERE = {"address": "127.0.0.1", "port": 18473}


def check(**changes: object) -> Check:
    (found,) = examined.examine(packaged().phone.model_copy(update={**HERE, **changes}))
    return found


def test_a_post_that_phones_reach_is_well() -> None:
    found = check()
    assert found.verdict == "ok"
    assert "https://127.0.0.1:18473" in found.what


def test_a_post_without_network_is_told_what_that_means(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "interfaces", list)
    found = check(address="")
    assert found.verdict == "warning"
    assert found.consequence
    assert found.remedy


def test_another_ones_address_fails() -> None:
    found = check(address="192.0.2.1")
    assert found.verdict == "failed"


def test_a_taken_port_is_told() -> None:
    with socket.create_server(("127.0.0.1", HERE["port"])):
        found = check()
    assert found.verdict == "warning"
    assert "18474" in found.what


@pytest.mark.parametrize(("days", "verdict"), [(60, "ok"), (3, "warning"), (-1, "failed")])
def test_the_sites_certificate_is_looked_at(tmp_path: Path, days: int, verdict: str) -> None:
    written = write(tmp_path, days=days)
    found = check(host=written.host, certificate=written.certificate, key=written.key)
    assert found.verdict == verdict


def test_half_a_certificate_is_told(tmp_path: Path) -> None:
    found = check(host="poste-1.exemple.fr")
    assert found.verdict == "failed"
    assert "host, certificate et key" in found.what
