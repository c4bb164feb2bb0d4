"""How often one address may ask. Numbers only, bounded, forgotten with the process."""

from __future__ import annotations

from collections import OrderedDict

_A_SECOND = 20.0
_AT_ONCE = 200.0
_ADDRESSES = 256


class Rate:
    """A bucket for each address that fills again with time. Wrong guesses are charged more than questions."""

    def __init__(self) -> None:
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, address: str, now: float) -> bool:
        left = self._left(address, now)
        self._keep(address, left - 1.0 if left > 0.0 else left, now)
        return left > 0.0

    def charge(self, address: str, now: float, cost: float) -> None:
        self._keep(address, self._left(address, now) - cost, now)

    def _left(self, address: str, now: float) -> float:
        left, since = self._buckets.get(address, (_AT_ONCE, now))
        return min(_AT_ONCE, left + (now - since) * _A_SECOND)

    def _keep(self, address: str, left: float, now: float) -> None:
        self._buckets[address] = (left, now)
        self._buckets.move_to_end(address)
        if len(self._buckets) > _ADDRESSES:
            self._buckets.popitem(last=False)
