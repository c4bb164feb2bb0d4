"""How often one address may ask. Numbers only, bounded, forgotten with the process."""

from __future__ import annotations

from collections import OrderedDict

_A_SECOND = 20.0
_AT_ONCE = 80.0
_ADDRESSES = 256


class Rate:
    """A bucket for each address that fills again with time."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, address: str, now: float, cost: float = 1.0) -> bool:
        left, since = self._buckets.pop(address, (_AT_ONCE, now))
        left = min(_AT_ONCE, left + (now - since) * _A_SECOND)
        allowed = left >= cost
        self._buckets[address] = (left - cost if allowed else left, now)
        if len(self._buckets) > _ADDRESSES:
            self._buckets.popitem(last=False)
        return allowed
