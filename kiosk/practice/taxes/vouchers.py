"""What one site of a log-in by redirection gives a person to carry to the next: a code that is good once.

A code is bound to the state that the asking site made up, so that it opens that visit and no other. Pure.
"""

from __future__ import annotations

import secrets


class Vouchers:
    def __init__(self) -> None:
        self._given: dict[str, str] = {}

    def give(self, state: str) -> str:
        """A code for who asked with `state`; an older one for it is worth nothing any more."""
        self._given = {code: other for code, other in self._given.items() if other != state}
        code = secrets.token_urlsafe(12)
        self._given[code] = state
        return code

    def take(self, code: str, state: str) -> bool:
        """Whether `code` was given for `state`. It is gone, right or wrong."""
        return bool(state) and self._given.pop(code, "") == state
