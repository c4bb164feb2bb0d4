"""Which drives are a person's sticks, out of what `lsblk` says of real machines. Never the post's own disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.documents.stick.base import Stick
from kiosk.documents.stick.ports import UsbPorts, sticks


def block(name: str, kind: str = "part", **more: Any) -> dict[str, Any]:
    known: dict[str, Any] = {"tran": None, "ro": False, "fstype": None, "size": 1000, "mountpoints": [None]}
    return {"path": f"/dev/{name}", "type": kind, **known, **more}


def listed(*blocks: dict[str, Any]) -> tuple[Stick, ...]:
    return sticks(json.dumps({"blockdevices": blocks}).encode())


SYSTEM = block(
    "sda",
    "disk",
    tran="sata",
    size=240_000_000_000,
    children=[
        block("sda1", fstype="vfat", mountpoints=["/boot/efi"]),
        block("sda2", fstype="ext4", mountpoints=["/"]),
        block("sda3", fstype="swap", mountpoints=["[SWAP]"]),
    ],
)


def test_a_stick_is_its_partition() -> None:
    stick = block("sdb", "disk", tran="usb", size=8_000, children=[block("sdb1", fstype="vfat", size=7_000)])
    assert listed(SYSTEM, stick) == (Stick(Path("/dev/sdb1"), "vfat", 7_000),)


def test_a_stick_without_partitions_is_itself() -> None:
    stick = block("sdb", "disk", tran="usb", fstype="vfat", size=8_000)
    assert listed(SYSTEM, stick) == (Stick(Path("/dev/sdb"), "vfat", 8_000),)


def test_the_small_partition_that_starts_a_machine_is_not_where_papers_go() -> None:
    parts = [block("sdb1", fstype="exfat", size=30_000), block("sdb2", fstype="vfat", size=32)]
    stick = block("sdb", "disk", tran="usb", size=30_032, children=parts)
    assert listed(stick) == (Stick(Path("/dev/sdb1"), "exfat", 30_000),)


@pytest.mark.parametrize("place", ["/", "/boot", "/home", "[SWAP]", "/media/somebody/KEY"])
def test_a_disk_in_use_is_nobodys_stick(place: str) -> None:
    """A post that runs from a USB disk must never see it written behind its back."""
    parts = [block("sdb1", fstype="vfat", size=9_000), block("sdb2", fstype="ext4", mountpoints=[place])]
    assert listed(block("sdb", "disk", tran="usb", children=parts)) == ()


def test_a_disk_in_use_is_seen_through_what_lies_on_its_partitions() -> None:
    root = block("luks-1", "crypt", fstype="ext4", mountpoints=["/"])
    part = block("sdb1", fstype="crypto_LUKS", children=[root])
    assert listed(block("sdb", "disk", tran="usb", children=[part])) == ()


def test_drives_inside_and_readers_without_a_card_are_no_sticks() -> None:
    inside = block("sdc", "disk", tran="sata", fstype="vfat")
    reader = block("sdd", "disk", tran="usb", size=0)
    cd = block("sr0", "rom", tran="usb", fstype="iso9660")
    loop = block("loop0", "loop", fstype="vfat")
    assert listed(SYSTEM, inside, reader, cd, loop) == ()


def test_a_switch_against_writing_is_told() -> None:
    stick = block("sdb", "disk", tran="usb", ro=True, children=[block("sdb1", fstype="vfat", ro=True)])
    assert [one.read_only for one in listed(stick)] == [True]


def test_each_of_two_sticks_is_told_once() -> None:
    first = block("sdb", "disk", tran="usb", children=[block("sdb1", fstype="vfat"), block("sdb2", size=1)])
    second = block("sdc", "disk", tran="usb", fstype="vfat")
    assert [one.device.name for one in listed(first, second)] == ["sdb1", "sdc"]


@pytest.mark.parametrize("words", [b"", b"{}", b"lsblk: failed", b'{"blockdevices": [{"path": 3}]}'])
def test_an_answer_that_is_none_means_no_stick(words: bytes) -> None:
    assert sticks(words) == ()


async def test_a_post_without_lsblk_has_no_stick() -> None:
    assert await UsbPorts("no-such-lsblk").plugged() == ()


async def test_this_machine_answers_and_its_own_disk_is_not_offered() -> None:
    root = Path("/").stat().st_dev
    assert all(one.device.stat().st_rdev != root for one in await UsbPorts().plugged())


def test_a_listing_with_half_a_letter_or_without_end_has_no_sticks() -> None:
    assert sticks(b'{"blockdevices":[{"path":"\xff"') == ()
    assert sticks(b'{"blockdevices":' + b'[{"children":' * 9999) == ()
