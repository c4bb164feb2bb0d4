"""A request of several sheets on the web: asks one after the other, refuses with a sentence, sends, gives a receipt.

Turns web requests into the rules of `sheets`; the service that uses it brings the words, the look and the paper. A form
that people may leave half done, unlike that of `paged`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from datetime import date

from aiohttp import web

from kiosk.practice import papers
from kiosk.practice.dates import in_full
from kiosk.practice.entry import Entry
from kiosk.practice.pages import page, pdf
from kiosk.practice.papers import House
from kiosk.practice.sheets import Draft, Sent


class DraftedRequest(ABC):
    """Inside of a service that people log in to. `root`: where its sheets are, "/demande"; `template`: their page."""

    root: str
    template: str
    house: House

    def __init__(self, folder: str, entry: Entry, draft: Draft, today: Callable[[], date]) -> None:
        self._folder = folder
        self._entry = entry
        self._draft = draft
        self._today = today

    @abstractmethod
    def _shown(self, today: date) -> Mapping[str, object]:
        """What the page of a sheet is told besides."""

    @abstractmethod
    def _received(self, sent: Sent) -> tuple[str, list[tuple[str, str]]]:
        """The sentence of the receipt, and its first rows."""

    def sheet_routes(self) -> list[web.RouteDef]:
        mine, root = self._entry.members_only, self.root
        return [
            web.get(root, mine(self._resume)),
            web.get(f"{root}/confirmation", mine(self._confirm)),
            web.get(f"{root}/accuse-de-reception.pdf", mine(self._receipt)),
            web.get(f"{root}/{{sheet}}", mine(self._show_sheet)),
            web.post(f"{root}/{{sheet}}", mine(self._save)),
        ]

    async def _resume(self, _request: web.Request) -> web.StreamResponse:
        raise web.HTTPSeeOther(f"{self.root}/{self._draft.unfinished(self._today())}")

    async def _show_sheet(self, request: web.Request) -> web.StreamResponse:
        return self._sheet(self._asked(request), {})

    def _sheet(self, name: str, errors: dict[str, str]) -> web.Response:
        today = self._today()
        if not self._draft.may_open(name, today):
            raise web.HTTPSeeOther(f"{self.root}/{self._draft.unfinished(today)}")
        last = name == self._draft.order[-1]
        return page(
            f"{self._folder}/{self.template}",
            status=422 if errors else 200,
            name=name,
            sheets=self._draft.sheets,
            values=self._draft.answers,
            errors=errors,
            parts=self._draft.recap() if last else (),
            **self._shown(today),
        )

    async def _save(self, request: web.Request) -> web.StreamResponse:
        name, today = self._asked(request), self._today()
        errors = await self._kept(name, request, today)
        if errors or not self._draft.may_open(name, today):
            return self._sheet(name, errors)
        if name != self._draft.order[-1]:
            raise web.HTTPSeeOther(f"{self.root}/{self._draft.after(name)}")
        await self._send(today)
        raise web.HTTPSeeOther(f"{self.root}/confirmation")

    async def _kept(self, name: str, request: web.Request, today: date) -> dict[str, str]:
        """Keep what was typed on a sheet; what is wrong with it."""
        self._draft.keep(name, await request.post())
        return self._draft.errors(name, today)

    async def _send(self, today: date) -> None:
        self._draft.send(today)

    async def _confirm(self, _request: web.Request) -> web.StreamResponse:
        sent = self._draft.sent
        if sent is None:
            raise web.HTTPSeeOther(self.root)
        return page(f"{self._folder}/confirmation.html", sent=sent, day=in_full(sent.day))

    async def _receipt(self, _request: web.Request) -> web.StreamResponse:
        sent = self._draft.sent
        if sent is None:
            raise web.HTTPNotFound
        sentence, rows = self._received(sent)
        content = papers.paper(self.house, "Accusé de réception", sentence, [*rows, *sent.rows], sent.day)
        return pdf(content, f"accuse-de-reception-{sent.number}.pdf")

    def _asked(self, request: web.Request) -> str:
        name = request.match_info["sheet"]
        if name not in self._draft.order:
            raise web.HTTPNotFound
        return name
