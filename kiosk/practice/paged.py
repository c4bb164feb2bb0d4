"""A form of several pages on the web: asks, refuses with a sentence, keeps what was typed, sends, hands a paper out.

Turns web requests into the rules of `questions`; the service that uses it brings the words and the look. Papers that
people join are looked at as they come (kind and size) and dropped.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from aiohttp import BodyPartReader, web

from kiosk.practice.dates import in_full
from kiosk.practice.pages import page, pdf
from kiosk.practice.questions import Answers, Errors, Rows, Sheet

_LONGEST_FIELD = 16_384
# Far above any limit, so that a heavy file is refused with a sentence and not by a broken connection.
_MOST_READ = 60_000_000
_STARTS = {b"%PDF-": "PDF", b"\xff\xd8\xff": "JPEG"}
_MOST_OF_A_NAME = 80


@dataclass(frozen=True)
class Limits:
    """What the service takes as a paper: PDF or JPEG, of at most `most` bytes, said in words."""

    most: int
    words: str


@dataclass(frozen=True)
class Form:
    """`root`: where its pages are, "/bourse". `template`, `end`: paths of the page and of the confirmation.

    `paper` makes the receipt's PDF of the request's number, its rows and its day. `also` refuses what one answer alone
    cannot show, such as a number that nobody knows.
    """

    root: str
    title: str
    sheets: tuple[Sheet, ...]
    template: str
    end: str
    prefix: str
    paper: Callable[[str, Rows, date], bytes]
    paper_name: str
    end_name: str = "confirmation"
    limits: Limits = Limits(1_000_000, "1 Mo")
    also: Callable[[Answers], Errors] = lambda _answers: {}


@dataclass(frozen=True)
class Sent:
    number: str
    day: date
    rows: Rows

    @property
    def day_words(self) -> str:
        return in_full(self.day)


class PagedForm:
    def __init__(self, form: Form, today: Callable[[], date]) -> None:
        self._form = form
        self._today = today
        self._answers: dict[str, str] = {}
        self.sent: Sent | None = None

    def routes(self) -> list[web.RouteDef]:
        root, end = self._form.root, self._form.end_name
        return [
            web.get(root, self._resume),
            web.get(f"{root}/{end}", self._confirm),
            web.get(f"{root}/{self._form.paper_name}.pdf", self._receipt),
            web.get(f"{root}/{{page}}", self._show),
            web.post(f"{root}/{{page}}", self._save),
        ]

    async def _resume(self, _request: web.Request) -> web.StreamResponse:
        raise web.HTTPSeeOther(self._address(self._unfinished() or self._form.sheets[-1]))

    async def _show(self, request: web.Request) -> web.StreamResponse:
        sheet, unfinished = self._known(request), self._unfinished()
        sheets = self._form.sheets
        if unfinished and sheets.index(sheet) > sheets.index(unfinished):
            raise web.HTTPSeeOther(self._address(unfinished))
        return self._page(sheet, {})

    async def _save(self, request: web.Request) -> web.StreamResponse:
        sheet = self._known(request)
        errors = await self._read(request, sheet)
        errors = {**self._errors(sheet), **errors}
        if errors:
            return self._page(sheet, errors)
        sheets = self._form.sheets
        if sheet is not sheets[-1]:
            raise web.HTTPSeeOther(self._address(sheets[sheets.index(sheet) + 1]))
        return self._send()

    async def _confirm(self, _request: web.Request) -> web.StreamResponse:
        if self.sent is None:
            raise web.HTTPSeeOther(self._form.root)
        return page(self._form.end, form=self._form, sent=self.sent)

    async def _receipt(self, _request: web.Request) -> web.StreamResponse:
        if self.sent is None:
            raise web.HTTPNotFound
        content = self._form.paper(self.sent.number, self.sent.rows, self.sent.day)
        return pdf(content, f"{self._form.paper_name}-{self.sent.number}.pdf")

    # --- pieces -----------------------------------------------------------------------------------------------------

    def _known(self, request: web.Request) -> Sheet:
        name = request.match_info["page"]
        found = next((sheet for sheet in self._form.sheets if sheet.name == name), None)
        if found is None:
            raise web.HTTPNotFound
        return found

    def _unfinished(self) -> Sheet | None:
        return next((sheet for sheet in self._form.sheets if self._errors(sheet)), None)

    def _errors(self, sheet: Sheet) -> Errors:
        if errors := sheet.errors(self._answers, self._today()):
            return errors
        asked = {question.name for question in sheet.questions}
        return {name: words for name, words in self._form.also(self._answers).items() if name in asked}

    def _address(self, sheet: Sheet) -> str:
        return f"{self._form.root}/{sheet.name}"

    def _page(self, sheet: Sheet, errors: Errors) -> web.Response:
        place = self._form.sheets.index(sheet)
        return page(
            self._form.template,
            status=422 if errors else 200,
            form=self._form,
            sheet=sheet,
            place=place,
            before=self._address(self._form.sheets[place - 1]) if place else "/",
            values=self._answers,
            errors=errors,
            recap=[(each, self._address(each), each.rows(self._answers)) for each in self._form.sheets[:place]],
            limits=self._form.limits,
            today=self._today(),
        )

    def _send(self) -> web.Response:
        today = self._today()
        if unfinished := self._unfinished():
            raise web.HTTPSeeOther(self._address(unfinished))
        number = f"{self._form.prefix}-{secrets.randbelow(900) + 100}-{secrets.randbelow(900) + 100}"
        rows = tuple(row for sheet in self._form.sheets for row in sheet.rows(self._answers))
        self.sent = Sent(number, today, rows)
        self._answers.clear()
        raise web.HTTPSeeOther(f"{self._form.root}/{self._form.end_name}")

    async def _read(self, request: web.Request, sheet: Sheet) -> Errors:
        """Keep what was typed on this page, and say what is wrong with its papers."""
        typed, several, papers = await _received(request)
        errors: Errors = {}
        for question in sheet.questions:
            if question.kind == "paper":
                if (came := papers.get(question.name)) is not None:
                    errors |= self._keep(question.name, came)
            else:
                answer = question.read(typed, tuple(several.get(question.name, ())))
                self._answers[question.name] = answer
        return errors

    def _keep(self, name: str, came: _Paper) -> Errors:
        if problem := came.problem(self._form.limits):
            return {name: problem}
        self._answers[name] = came.name
        return {}


@dataclass
class _Paper:
    name: str
    kind: str
    size: int

    def problem(self, limits: Limits) -> str:
        if self.size == 0:
            return "Ce fichier est vide. Choisissez un autre fichier."
        if not self.kind:
            return "Ce fichier n'est ni un PDF ni une photo JPEG. Choisissez un autre fichier."
        if self.size > limits.most:
            return (
                f"Ce fichier est trop lourd : {_in_words(self.size)}. La limite est de {limits.words}. "
                "Allégez le fichier, ou choisissez-en un autre."
            )
        return ""


def _in_words(size: int) -> str:
    megabytes = f"{size / 1e6:.1f}".replace(".", ",")
    return f"{megabytes} Mo" if size >= 1e6 else f"{max(1, size // 1000)} Ko"


async def _received(request: web.Request) -> tuple[Mapping[str, str], Mapping[str, list[str]], Mapping[str, _Paper]]:
    """What was typed, what was ticked more than once, and the papers: their kind and size, counted as they come."""
    typed: dict[str, str] = {}
    several: dict[str, list[str]] = {}
    papers: dict[str, _Paper] = {}
    if request.content_type != "multipart/form-data":
        for name, value in (await request.post()).items():
            typed[name] = str(value)
            several.setdefault(name, []).append(str(value))
        return typed, several, papers
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise web.HTTPBadRequest
        name, start = part.name or "", await part.read_chunk(_LONGEST_FIELD)
        size = len(start)
        while piece := await part.read_chunk(1 << 16):
            size += len(piece)
            if size > _MOST_READ:
                raise web.HTTPRequestEntityTooLarge(max_size=_MOST_READ, actual_size=size)
        if part.filename is None:
            typed[name] = start.decode("utf-8", "replace")
            several.setdefault(name, []).append(typed[name])
        elif part.filename:
            # A browser sends an empty part without a name when nothing was chosen.
            kind = next((kind for first, kind in _STARTS.items() if start.startswith(first)), "")
            papers[name] = _Paper(_plain_name(part.filename), kind, size)
    return typed, several, papers


def _plain_name(untrusted: str) -> str:
    """A file's name as it can be shown: without its folder, and without signs that do not print."""
    last = untrusted.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(sign for sign in last if sign.isprintable())[:_MOST_OF_A_NAME] or "document"
