"""Making a paper acceptable, or one paper out of several: lighter, turned, straight, another format, only some pages.

Whatever is wished is done to the papers as they came, all at once: nothing is squeezed twice, and what could not be
done leaves the last good paper on the screen. The person's own papers stay in the tray; a new one is kept beside them.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import msgspec

from kiosk.documents import kinds
from kiosk.documents.acceptance import MEGABYTE, Did, Format, Reading, Rule
from kiosk.documents.desk.counter import Counter
from kiosk.documents.desk.leaving import LeftError, sorry, unless_left
from kiosk.documents.desk.scenes import MendScene
from kiosk.documents.desk.wishes import (
    Keep,
    Leave,
    Lighten,
    OnlyPages,
    ShowPage,
    Straighten,
    ToFormat,
    TurnSheet,
    Undo,
    Wish,
)
from kiosk.documents.desk.workbench import drawn, made
from kiosk.documents.paper import LONGEST_TITLE, Kind, Paper, Picture
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.documents.workshop.base import Workshop
from kiosk.documents.workshop.jobs import MAX_INPUTS, MAX_PAGES, Look, Looked, Make, PageOf, Turn
from kiosk.sealed import Sealed

SIDE = 1200  # pixels of what is shown
_LEAST_BYTES = 20_000
_NEXT_TURN: dict[Turn, Turn] = {0: 90, 90: 180, 180: 270, 270: 0}
# What tells the new paper from the old one in the tray: the one thing that matters most.
_MARKS: tuple[tuple[Did, str], ...] = (
    (Did.SHRUNK, "léger"),
    (Did.MERGED, "réuni"),
    (Did.SPLIT, "pages choisies"),
    (Did.STRAIGHTENED, "redressé"),
    (Did.TURNED, "tourné"),
    (Did.TO_PDF, "PDF"),
    (Did.TO_JPEG, "image"),
)
_MACHINE_NAME = re.compile(
    r"(img|dsc|pxl|scan|image|photo|document|fichier|file|whatsapp image|papier (scanné|photographié))?[\W\d_]*",
    re.IGNORECASE,
)
"""A name that says nothing: the paper's kind says more."""


async def mend(counter: Counter, workshop: Workshop, paper: Paper, rule: Rule | None) -> None:
    await _serve(_Mending(counter, workshop, (paper,), rule, "mend"))


async def join(counter: Counter, workshop: Workshop, papers: Sequence[Paper], rule: Rule | None) -> None:
    await _serve(_Mending(counter, workshop, tuple(papers), rule, "join"))


async def _serve(mending: _Mending) -> None:
    with contextlib.suppress(LeftError):
        try:
            await mending.serve()
        except PaperTroubleError as error:
            await sorry(mending.counter, error.trouble)
        finally:
            mending.drop()


@dataclass(frozen=True)
class _Plan:
    """All that was wished so far."""

    pages: tuple[PageOf, ...]
    format: Format
    max_bytes: int | None = None


@dataclass(frozen=True)
class _Result:
    """What the plan gave. `own`: made here, so that it must be dropped; else it is the person's paper as it came."""

    kind: Kind
    content: Sealed
    did: tuple[Did, ...] = ()
    reading: Reading | None = None
    own: bool = True


@dataclass
class _Mending:
    counter: Counter
    workshop: Workshop
    papers: tuple[Paper, ...]
    rule: Rule | None
    service: Literal["mend", "join"]
    page: int = 0
    picture: Picture | None = None
    trouble: Trouble | None = None
    _first: _Plan = field(init=False)
    _plan: _Plan = field(init=False)
    _result: _Result = field(init=False)

    def __post_init__(self) -> None:
        self._result = _Result(self.papers[0].kind, self.papers[0].content, own=False)
        self._first = self._plan = _Plan((PageOf(0),), "pdf" if self.papers[0].kind == "pdf" else "jpeg")

    async def serve(self) -> None:
        """Until the paper is in the tray. Raises LeftError, and PaperTroubleError when there is nothing to mend."""
        self._show(working=True)
        pages = await unless_left(self.counter, self._all_pages())
        joining = self.service == "join"
        self._first = self._plan = _Plan(pages, "pdf" if joining else self._plan.format)
        if joining:
            await unless_left(self.counter, self._make(self._plan))
        await self._draw()
        while True:
            self._show()
            wish = await self.counter.wish()
            if isinstance(wish, Leave):
                raise LeftError
            if isinstance(wish, Keep):
                if await self._keep():
                    self.counter.done(self.service)
                    return
                continue
            await self._do(wish)

    def drop(self) -> None:
        self._replace(_Result(self.papers[0].kind, self.papers[0].content, own=False))

    async def _do(self, wish: Wish) -> None:
        if isinstance(wish, ShowPage):
            if 0 <= wish.page < len(self._plan.pages):
                self.page = wish.page
                await self._draw()
            return
        plan = self._wished(wish)
        if plan is None or plan == self._plan:
            return
        self.trouble = None
        self._show(working=True)
        try:
            await unless_left(self.counter, self._make(plan))
        except PaperTroubleError as error:
            self.trouble = error.trouble
        else:
            self.page = min(self.page, len(plan.pages) - 1)
            await self._draw()

    def _wished(self, wish: Wish) -> _Plan | None:
        """None for what is no wish of this scene."""
        match wish:
            case Undo():
                return self._first
            case Lighten():
                return replace(self._plan, max_bytes=self._most_bytes())
            case ToFormat(wanted):
                return replace(self._plan, format=wanted)
        pages = self._wished_pages(wish, self._plan.pages)
        return replace(self._plan, pages=pages) if pages else None

    def _wished_pages(self, wish: Wish, pages: tuple[PageOf, ...]) -> tuple[PageOf, ...]:
        match wish:
            case TurnSheet():
                shown = pages[self.page]
                turned = msgspec.structs.replace(shown, turn=_NEXT_TURN[shown.turn])
                return (*pages[: self.page], turned, *pages[self.page + 1 :])
            case Straighten():
                return tuple(self._straight(page) for page in pages)
            case OnlyPages(chosen) if all(0 <= one < len(pages) for one in chosen):
                return tuple(pages[one] for one in dict.fromkeys(chosen))
        return ()

    def _most_bytes(self) -> int:
        named = self.rule.max_bytes if self.rule is not None else None
        return max(_LEAST_BYTES, MEGABYTE if named is None else named)

    def _straight(self, page: PageOf) -> PageOf:
        """A picture is likely a photograph of a sheet, a PDF likely a scan."""
        if self.papers[page.input].kind == "image":
            return msgspec.structs.replace(page, photo=True)
        return msgspec.structs.replace(page, straighten=True)

    async def _keep(self) -> bool:
        """False when the tray is full. A paper that is as it came is in the tray already."""
        if not self._result.own:
            return True
        if await self.counter.keep(Paper(self._title(), self._result.kind, self._result.content)):
            return True
        self.trouble = Trouble.TRAY_FULL
        return False

    def _title(self) -> str:
        title = self.papers[0].title
        if self._result.reading is not None and _MACHINE_NAME.fullmatch(title):
            title = kinds.title_of(self._result.reading.kind, title)
        mark = next((mark for did, mark in _MARKS if did in self._result.did), None)
        if mark is None:
            return title
        told = f" ({mark})"
        return title[: LONGEST_TITLE - len(told)].rstrip() + told

    # --- the workshop ---------------------------------------------------------------------------------------------

    async def _all_pages(self) -> tuple[PageOf, ...]:
        """Raises PaperTroubleError."""
        if len(self.papers) > MAX_INPUTS:
            raise PaperTroubleError(Trouble.TOO_MANY_PAGES)
        found: list[PageOf] = []
        for number, paper in enumerate(self.papers):
            answer = (await self.workshop.do(Look(), [paper.content])).answer
            if not isinstance(answer, Looked):
                raise PaperTroubleError(Trouble.WORKSHOP_FAILED)
            if len(found) + answer.pages > MAX_PAGES:
                raise PaperTroubleError(Trouble.TOO_MANY_PAGES)
            found += [PageOf(number, page) for page in range(answer.pages)]
        return tuple(found)

    async def _make(self, plan: _Plan) -> None:
        """Raises PaperTroubleError; the last good paper then stays."""
        if plan == self._first and self.service == "mend":
            self._replace(_Result(self.papers[0].kind, self.papers[0].content, own=False))
        else:
            job = Make(pages=plan.pages, format=plan.format, max_bytes=plan.max_bytes, read=True)
            inputs = [paper.content for paper in self.papers]
            new, content = await made(self.counter.pouch, self.workshop, job, inputs)
            self._replace(_Result(new.kind, content, new.did, new.reading))
        self._plan = plan

    async def _draw(self) -> None:
        self._show(working=True)
        try:
            drawing = drawn(self.workshop, PageOf(0, self.page), SIDE, self._result.content)
            self.picture = (await unless_left(self.counter, drawing)).picture
        except PaperTroubleError as error:
            self.picture, self.trouble = None, error.trouble

    def _replace(self, result: _Result) -> None:
        if self._result.own:
            self.counter.pouch.drop(self._result.content)
        self._result = result

    def _show(self, *, working: bool = False) -> None:
        kind, size = self._result.kind, self._result.content.size
        self.counter.show(
            MendScene(
                title=self.papers[0].title,
                kind=kind,
                before=sum(paper.size for paper in self.papers),
                size=size,
                pages=len(self._plan.pages),
                page=self.page,
                picture=self.picture,
                rule=self.rule,
                fits=self.rule is None or self.rule.takes(kind, size),
                did=self._result.did,
                reading=self._result.reading,
                working=working,
                trouble=self.trouble,
            )
        )
