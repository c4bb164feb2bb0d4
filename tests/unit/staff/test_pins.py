"""A PIN that half the town would try first is refused; a digest says nothing of the PIN."""

from __future__ import annotations

import pytest

from kiosk.staff import pins


@pytest.mark.parametrize("pin", ["", "12345", "4839201748392", "48392a", "٤٨٣٩٢٠", "48 3920", "²³¹⁴⁵⁶"])
def test_a_pin_is_six_to_twelve_digits(pin: str) -> None:
    assert "de 6 à 12 chiffres" in (pins.fault_of(pin) or "")


@pytest.mark.parametrize(
    "pin",
    ["000000", "123456", "654321", "012345", "890123", "210987", "121212", "123123", "112233", "665544", "111112"],
)
def test_a_trivial_pin_is_refused_with_a_sentence(pin: str) -> None:
    assert "trop facile" in (pins.fault_of(pin) or "")


@pytest.mark.parametrize("pin", ["483920", "739105826104", "100200"])
def test_another_is_taken(pin: str) -> None:
    assert pins.fault_of(pin) is None


def test_a_digest_is_argon2id_salted_and_only_its_pin_matches() -> None:
    one, other = pins.digest("483920"), pins.digest("483920")
    assert one.startswith("$argon2id$v=19$m=32768,t=2,p=1$")
    assert one != other
    assert "483920" not in one
    assert pins.matches("483920", one)
    assert not pins.matches("483921", one)
