"""The practice mailbox's site: log in, read, write with an attachment, see what was sent.

Turns web requests into the rules of `letters`, and keeps one person's visit in memory. Nothing is ever sent.
"""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Callable
from datetime import date

from aiohttp import BodyPartReader, web
from aiohttp.typedefs import Handler

from kiosk.practice import papers
from kiosk.practice.dates import in_full
from kiosk.practice.mail import letters
from kiosk.practice.mail.letters import FIELDS, INBOX, LIMIT, Attachment, Sent
from kiosk.practice.pages import add_static, page, pdf
from kiosk.practice.person import TRAINING

COOKIE = "__Host-messagerie"
_KEPT = 20
_LONGEST_FIELD = 8192
# Far above the limit, so that a heavy file is refused with a sentence and not by a broken connection.
_MOST_READ = 60_000_000


class Mailbox:
    """`folder`: where the templates of this version of the site are."""

    def __init__(self, today: Callable[[], date], folder: str) -> None:
        self._folder = folder
        self._today = today
        self._token: str | None = None
        self._read: set[int] = set()
        self._sent: deque[Sent] = deque(maxlen=_KEPT)

    def routes(self) -> list[web.RouteDef]:
        mine = self._owner_only
        return [
            web.get("/", self._show_login),
            web.post("/connexion", self._log_in),
            web.post("/deconnexion", self._log_out),
            web.get("/messages", mine(self._show_inbox)),
            web.get("/messages/{number}", mine(self._show_letter)),
            web.get("/messages/{number}/piece-jointe", mine(self._attachment)),
            web.get("/ecrire", mine(self._show_sheet)),
            web.post("/ecrire", mine(self._send)),
            web.get("/envoyes", mine(self._show_sent)),
        ]

    def _is_open(self, request: web.Request) -> bool:
        shown = request.cookies.get(COOKIE)
        return (
            self._token is not None
            and shown is not None
            and secrets.compare_digest(shown.encode(), self._token.encode())
        )

    def _owner_only(self, handler: Handler) -> Handler:
        async def gated(request: web.Request) -> web.StreamResponse:
            if not self._is_open(request):
                raise web.HTTPSeeOther("/")
            return await handler(request)

        return gated

    # --- the door ---------------------------------------------------------------------------------------------------

    async def _show_login(self, request: web.Request) -> web.StreamResponse:
        if self._is_open(request):
            raise web.HTTPSeeOther("/messages")
        return self._login_page(left="au-revoir" in request.query)

    def _login_page(self, address: str = "", errors: dict[str, str] | None = None, left: bool = False) -> web.Response:
        return page(
            f"{self._folder}/connexion.html",
            status=422 if errors else 200,
            values={"adresse": address},
            errors=errors or {},
            training=TRAINING,
            left=left,
        )

    async def _log_in(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        address, password = str(form.get("adresse", ""))[: FIELDS["destinataire"]], str(form.get("secret", ""))
        errors = letters.login_errors(address, password)
        if not errors and not letters.is_owner(address, password):
            errors = {"adresse": "L'adresse ou le mot de passe n'est pas le bon. Vérifiez les deux."}
        if errors:
            return self._login_page(address, errors)
        self._token = secrets.token_urlsafe(24)
        answer = web.HTTPSeeOther("/messages")
        answer.set_cookie(COOKIE, self._token, secure=True, httponly=True, samesite="Strict")
        raise answer

    async def _log_out(self, _request: web.Request) -> web.StreamResponse:
        self._token = None
        answer = web.HTTPSeeOther("/?au-revoir")
        answer.del_cookie(COOKIE, secure=True, httponly=True, samesite="Strict")
        raise answer

    # --- reading ----------------------------------------------------------------------------------------------------

    async def _show_inbox(self, _request: web.Request) -> web.StreamResponse:
        rows = [(one, in_full(one.day(self._today())), one.number in self._read) for one in INBOX]
        return self._page("reception", rows=rows)

    async def _show_letter(self, request: web.Request) -> web.StreamResponse:
        found = letters.letter(request.match_info["number"])
        if found is None:
            raise web.HTTPNotFound
        self._read.add(found.number)
        size = letters.in_words(len(papers.payment_certificate(self._today())))
        return self._page("message", letter=found, day=in_full(found.day(self._today())), size=size)

    async def _attachment(self, request: web.Request) -> web.StreamResponse:
        found = letters.letter(request.match_info["number"])
        if found is None or not found.attachment:
            raise web.HTTPNotFound
        return pdf(papers.payment_certificate(self._today()), found.attachment)

    # --- writing ----------------------------------------------------------------------------------------------------

    async def _show_sheet(self, _request: web.Request) -> web.StreamResponse:
        return self._sheet({}, {})

    async def _send(self, request: web.Request) -> web.StreamResponse:
        typed, attachment = await _received(request)
        errors = letters.check(typed, attachment)
        if errors:
            return self._sheet(typed, errors)
        self._sent.appendleft(Sent(typed["destinataire"].strip(), typed["sujet"].strip(), attachment))
        raise web.HTTPSeeOther("/envoyes?parti")

    async def _show_sent(self, request: web.Request) -> web.StreamResponse:
        return self._page("envoyes", sent=self._sent, just_sent="parti" in request.query and bool(self._sent))

    def _sheet(self, typed: dict[str, str], errors: dict[str, str]) -> web.Response:
        return self._page("ecrire", status=422 if errors else 200, values=typed, errors=errors, limit=LIMIT)

    def _page(self, name: str, status: int = 200, **values: object) -> web.Response:
        unread = len(INBOX) - len(self._read)
        return page(
            f"{self._folder}/{name}.html", status, training=TRAINING, unread=unread, limit_words=_LIMIT_WORDS, **values
        )


_LIMIT_WORDS = letters.in_words(LIMIT)


async def _received(request: web.Request) -> tuple[dict[str, str], Attachment | None]:
    """What was typed, and the attachment's name and size. Its content is counted as it comes, and dropped."""
    if request.content_type != "multipart/form-data":
        raise web.HTTPBadRequest
    typed: dict[str, str] = {}
    attachment: Attachment | None = None
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise web.HTTPBadRequest
        name = part.name or ""
        if name == "joint":
            size = await _count(part)
            # A browser sends an empty part when nothing was chosen.
            if part.filename:
                attachment = Attachment(letters.plain_name(part.filename), size)
        elif name in FIELDS:
            raw = await part.read_chunk(_LONGEST_FIELD)
            await _count(part)
            typed[name] = raw.decode("utf-8", "replace")[: FIELDS[name]]
        else:
            await _count(part)
    return typed, attachment


async def _count(part: BodyPartReader) -> int:
    size = 0
    while piece := await part.read_chunk(1 << 16):
        size += len(piece)
        if size > _MOST_READ:
            raise web.HTTPRequestEntityTooLarge(max_size=_MOST_READ, actual_size=size)
    return size


def mail_app(today: Callable[[], date], *, redesigned: bool) -> web.Application:
    app = web.Application()
    app.router.add_routes(Mailbox(today, "messagerie/v2" if redesigned else "messagerie").routes())
    add_static(app, "commun", "messagerie")
    return app
