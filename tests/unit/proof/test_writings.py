"""Each way to write a word down is known, at every alignment."""

from __future__ import annotations

import base64
import random
from urllib.parse import quote

import pytest

from proof.rig.canary import Canary
from proof.rig.writings import writings

CANARY = Canary.draw(random.Random(1))
CORE = CANARY.core
WRITTEN = {
    "utf-8": CORE.encode(),
    "utf-16": CORE.encode("utf-16-le"),
    "reversed": CORE[::-1].encode(),
    "reversed-utf-16": CORE[::-1].encode("utf-16-le"),
    "hex": CORE.encode().hex().encode(),
    "hex-upper": CORE.encode().hex().upper().encode(),
    "percent": "".join(f"%{ord(one):02x}" for one in CORE).encode(),
    "percent-upper": "".join(f"%{ord(one):02X}" for one in CORE).encode(),
    **{f"base64-{shift}": base64.b64encode(b"~" * shift + CORE.encode() + b"~~~") for shift in range(3)},
}


@pytest.mark.parametrize("name", WRITTEN)
def test_each_writing_is_known_by_its_name(name: str) -> None:
    assert writings(CORE)[name] in WRITTEN[name]
    assert CANARY.is_in(b"before" + WRITTEN[name] + b"after")


def test_every_writing_is_tested_here() -> None:
    assert writings(CORE).keys() == WRITTEN.keys()


def test_utf_16_is_known_in_both_orders() -> None:
    assert CANARY.is_in(CORE.encode("utf-16-be"))


@pytest.mark.parametrize("shift", range(3))
def test_base64_of_addresses_is_base64(shift: int) -> None:
    written = base64.urlsafe_b64encode(b"\xff" * shift + CORE.encode() + b"\xff")
    assert CANARY.is_in(written)


def test_what_addresses_need_not_encode_they_leave() -> None:
    assert CANARY.is_in(quote(CANARY.typed, safe="").encode())
