"""Who is inside a practice service: one visit, known by a token in a cookie, and the gate before its pages.

For services whose visits do not expire (the fund has its own rules). One server is one person: a new visit replaces
the one before. Knows no page.
"""

from __future__ import annotations

import re
import secrets
from typing import Literal

from aiohttp import web
from aiohttp.typedefs import Handler


class Entry:
    """`cookie`: its name after `__Host-`. `strict`: no other site leads into an open visit; a log-in by redirection
    comes from one, so it needs a cookie that survives the way back."""

    def __init__(self, cookie: str, home: str, *, strict: bool = True) -> None:
        self._cookie = f"__Host-{cookie}"
        self._home = home
        self._same_site: Literal["Strict", "Lax"] = "Strict" if strict else "Lax"
        self._token: str | None = None
        self._inside = False

    def begin(self, answer: web.StreamResponse, *, inside: bool = False) -> None:
        """Somebody came to the door: known from now on, and not inside yet, unless they proved who they are."""
        self._token, self._inside = secrets.token_urlsafe(24), inside
        answer.set_cookie(self._cookie, self._token, secure=True, httponly=True, samesite=self._same_site)

    def let_in(self, request: web.Request) -> None:
        self._inside = self._inside or self.is_known(request)

    def leave(self, request: web.Request, answer: web.StreamResponse) -> None:
        if self.is_known(request):
            self._token, self._inside = None, False
        answer.del_cookie(self._cookie, secure=True, httponly=True, samesite=self._same_site)

    def is_known(self, request: web.Request) -> bool:
        shown = request.cookies.get(self._cookie)
        return (
            self._token is not None
            and shown is not None
            and secrets.compare_digest(shown.encode(), self._token.encode())
        )

    def is_inside(self, request: web.Request) -> bool:
        return self._inside and self.is_known(request)

    def members_only(self, handler: Handler) -> Handler:
        """`handler` behind the gate: from outside, the way to the log-in page, and then back to this one."""

        async def gated(request: web.Request) -> web.StreamResponse:
            if not self.is_inside(request):
                raise web.HTTPSeeOther(f"/connexion?suite={request.path}")
            return await handler(request)

        return gated

    def next_path(self, asked: str) -> str:
        """A page of this site to go back to. Anything else, another site first of all, becomes the first page."""
        return asked if re.fullmatch(r"(/[a-z0-9-]+)+", asked) else self._home
