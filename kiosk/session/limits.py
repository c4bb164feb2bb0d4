"""How often the guest may speak: a token bucket, so that a burst is fine and a flood is not.

Pure: the caller gives the time. Knows nothing of messages.
"""

from __future__ import annotations

from dataclasses import dataclass, field

GUEST_MESSAGES_PER_SECOND = 50.0
GUEST_MESSAGES_BURST = 200
SERVICES_PER_SECOND = 0.2
SERVICES_BURST = 20
"""How often the paper desk may be asked for. A person who goes there and back all the time needs seconds each time."""
WISHES_PER_SECOND = 1.0
WISHES_BURST = 8
"""How often a voice may begin anew, or the keyboard be led to the bar: the one starts programs, the other takes what is
typed away from the page."""


@dataclass
class RateLimit:
    """`burst` at once, then `per_second`. Times are monotonic seconds; one that goes backwards counts as no time."""

    per_second: float = GUEST_MESSAGES_PER_SECOND
    burst: int = GUEST_MESSAGES_BURST
    _tokens: float = field(init=False)
    _seen_at: float | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        if self.per_second <= 0 or self.burst < 1:
            raise ValueError("a rate limit needs a rate above zero and a burst of one at least")
        self._tokens = float(self.burst)

    def allows(self, now: float) -> bool:
        """Whether one more may pass at `now`. A refused one takes nothing from the bucket."""
        elapsed = 0.0 if self._seen_at is None else max(0.0, now - self._seen_at)
        self._seen_at = now if self._seen_at is None else max(now, self._seen_at)
        self._tokens = min(float(self.burst), self._tokens + elapsed * self.per_second)
        if self._tokens < 1.0:
            return False
        self._tokens -= 1.0
        return True
