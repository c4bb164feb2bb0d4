"""What a PIN must be, and its digest. Knows no file and no person.

Argon2id at 32 MiB: about a tenth of a second on the old PCs of the field, and no more memory than they have. Six digits
are few for whoever steals the file and has a day, so the file is for the post alone (mode 0600); at the post, tries
are slowed and counted (`slowing`).
"""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

SHORTEST, LONGEST = 6, 12
_MEMORY_KIB = 32 * 1024
_PASSES = 2
_SEQUENCE = "01234567890123456789"


def fault_of(pin: str) -> str | None:
    """A French sentence of what is wrong with this PIN, or None."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        return f"Un code a de {SHORTEST} à {LONGEST} chiffres, et rien d'autre."
    if _is_trivial(pin):
        return "Ce code est trop facile à deviner. Évitez les chiffres qui se suivent ou qui se répètent."
    return None


def _is_trivial(pin: str) -> bool:
    singles = pin[::2] if pin[::2] == pin[1::2] else pin  # 112233 is 123
    follow_each_other = any(one in _SEQUENCE or one[::-1] in _SEQUENCE for one in (pin, singles))
    repeats = any(pin == pin[:length] * (len(pin) // length) for length in range(1, len(pin) // 2 + 1))
    return follow_each_other or repeats or len(set(pin)) < 3


def digest(pin: str) -> str:
    """As a PHC string, with a salt of its own. Takes a while: not on the shell's loop."""
    kdf = Argon2id(salt=os.urandom(16), length=32, iterations=_PASSES, lanes=1, memory_cost=_MEMORY_KIB)
    return kdf.derive_phc_encoded(pin.encode())


def matches(pin: str, phc: str) -> bool:
    """Takes a while. Raises ValueError when `phc` is no digest."""
    try:
        Argon2id.verify_phc_encoded(pin.encode(), phc)
    except InvalidKey:
        return False
    return True
