"""Which address a phone is given."""

from __future__ import annotations

import os

import pytest

from kiosk.documents.phone import place
from kiosk.documents.phone.place import Interface

LAN = Interface("eth0", "192.168.1.20")


@pytest.mark.parametrize(
    ("found", "chosen"),
    [
        ([], None),
        ([LAN], "192.168.1.20"),
        ([LAN, Interface("wlan0", "10.0.0.7", default=True)], "10.0.0.7"),
        ([Interface("docker0", "172.17.0.1", real=False), LAN], "192.168.1.20"),
        ([Interface("veth", "172.17.0.1", real=False)], "172.17.0.1"),
        ([Interface("eth0", "8.8.8.8", default=True)], None),
        ([Interface("eth0", "8.8.8.8", default=True), LAN], "192.168.1.20"),
        ([Interface("eth0", "169.254.3.4", default=True)], None),
        ([Interface("lo", "127.0.0.1", default=True)], None),
    ],
)
def test_phones_come_by_the_network_of_the_room(found: list[Interface], chosen: str | None) -> None:
    assert place.choose(found) == chosen


def test_what_it_wrote_is_what_it_gets() -> None:
    assert place.find_address("127.0.0.1") == "127.0.0.1"


def test_this_machine_can_be_asked() -> None:
    assert all(one.name and not one.address.startswith("127.") for one in place.interfaces())


def test_a_door_is_seen_while_it_is_open() -> None:
    with place.listen_on("127.0.0.1", 0) as listener:
        inode = os.fstat(listener.fileno()).st_ino
        assert place.still_listens(inode)
    assert not place.still_listens(inode)
