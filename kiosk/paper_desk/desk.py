"""Ties the paper desk to the screens, the session, the guest and the devices of the post.

One service at a time, as a task that the end of the session cancels. Holds the only contents of a person that the
shell ever holds, in the session's pouch, and says what of papers and devices the wipe must erase and look at.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TypeVar

from kiosk.documents.acceptance import Rule
from kiosk.documents.desk.add import add
from kiosk.documents.desk.counter import Service
from kiosk.documents.desk.leaving import LeftError, sorry, unless_left
from kiosk.documents.desk.mend import join, mend
from kiosk.documents.desk.photo import photo
from kiosk.documents.desk.print_out import print_out
from kiosk.documents.desk.receipt import receipt
from kiosk.documents.desk.scan import scan
from kiosk.documents.desk.scenes import WaitScene
from kiosk.documents.desk.take import take
from kiosk.documents.desk.wishes import Wish
from kiosk.documents.ending import ended
from kiosk.documents.paper import Paper, Pouch
from kiosk.documents.stick.base import Sticks
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.paper_desk.about import About
from kiosk.paper_desk.devices import Devices
from kiosk.paper_desk.mark import PRINTED, MarkedPrinter
from kiosk.paper_desk.visit import Screens, Visit
from kiosk.sealed import Sealed
from kiosk.session import events, messages
from kiosk.session.steps import PapersErasure, PrinterErasure
from kiosk.session.wipe import Erasure
from kiosk.staff import Staff

_STICK_EVERY = 1.5

T = TypeVar("T")


class PaperDesk:
    """`send`: a message to the guest, with contents; whether it went. `tell`: an event for the rules. `record`: codes
    for IT. `about` is asked when a service opens."""

    def __init__(
        self,
        devices: Devices,
        screens: Screens,
        *,
        send: Callable[[messages.ToGuest, Sequence[Sealed]], bool],
        tell: Callable[..., None],
        record: Callable[..., None],
        about: Callable[[], About],
    ) -> None:
        self._devices = devices
        self._screens = screens
        self._send = send
        self._tell = tell
        self._record = record
        self._about = about
        self._pouch = Pouch()
        self._asked: Service = "add"
        self._visit: Visit | None = None
        self._task: asyncio.Task[None] | None = None
        self._used: set[Service] = set()
        self._printer: MarkedPrinter | None = None
        if devices.printer is not None:
            self._printer = MarkedPrinter(devices.printer, devices.state_directory / PRINTED, record)
        self._stick_watch: asyncio.Task[None] | None = None

    @property
    def staff(self) -> Staff:
        """Whose PIN lets a sheet out. One for the whole post: wrong ones are counted together."""
        return self._devices.staff

    # --- for the session ------------------------------------------------------------------------------------------

    def open(self, asked: messages.ServiceAsked, contents: tuple[Sealed, ...]) -> None:
        self._asked = asked.service
        visit = self._visit = Visit(
            asked.service, self._pouch, self._screens, send=self._send, tell=self._tell, note_done=self._note_done
        )
        service: Callable[[], Awaitable[None]]
        try:
            held = self._pouch.hold_all(contents)
        except PaperTroubleError as error:
            service = partial(sorry, visit, error.trouble)
        else:
            tagged = zip(asked.papers, held, strict=True)
            papers = tuple(Paper(tag.title, tag.kind, one) for tag, one in tagged)
            service = partial(self._service, visit, asked, papers)
        self._task = asyncio.get_running_loop().create_task(self._serve(visit, asked.service, service))

    def show(self) -> None:
        if self._visit is not None:
            self._visit.show_again()

    def delivered(self, kept: bool) -> None:
        if self._visit is not None:
            self._visit.delivered(kept)

    def end(self) -> None:
        for task in (self._task, self._stick_watch):
            if task is not None:
                task.cancel()

    def erasures(self) -> tuple[Erasure, ...]:
        return (PapersErasure(self._close, self._remains), PrinterErasure(self._purge))

    # --- for the screens ------------------------------------------------------------------------------------------

    def wished(self, wish: Wish) -> None:
        if self._visit is not None:
            self._visit.wished(wish)

    def left_behind(self) -> tuple[str, ...]:
        """Where the person may have left a paper: the devices that they used."""
        used = (("scanner", self._used & {"scan"}), ("printer", self._used & {"print"}))
        return tuple(code for code, there in used if there)

    def watch_stick(self, tell: Callable[[bool], None]) -> None:
        """Say whether a stick is still plugged in, now and whenever that changes, until the session ends."""
        sticks = self._devices.sticks
        if sticks is None:
            return
        if self._stick_watch is not None:
            self._stick_watch.cancel()
        self._stick_watch = asyncio.get_running_loop().create_task(_watch(sticks, tell))

    # --- one service ----------------------------------------------------------------------------------------------

    async def _serve(self, visit: Visit, name: Service, service: Callable[[], Awaitable[None]]) -> None:
        self._record("service-opened", kind=name)
        try:
            await self._attempt(visit, service)
        finally:
            self._visit = None
            self._pouch.empty()
        self._tell(events.DeskClosed)

    async def _attempt(self, visit: Visit, service: Callable[[], Awaitable[None]]) -> None:
        """A service that cannot go on says so on the screen; a fault of ours is said too, and written down."""
        try:
            with contextlib.suppress(LeftError):
                await service()
        except PaperTroubleError as error:
            self._record("service-trouble", code=error.trouble.value)
            await sorry(visit, error.trouble)
        except Exception as error:
            self._record("service-fault", kind=type(error).__name__)
            await sorry(visit, Trouble.WORKSHOP_FAILED)

    async def _service(self, visit: Visit, asked: messages.ServiceAsked, papers: tuple[Paper, ...]) -> None:
        devices, about = self._devices, self._about()
        match asked.service:
            case "add":
                scanning = self._scanning(visit, about.rule) if await self._has_scanner(visit) else None
                await add(visit, scanning, self._photographing(visit, about))
            case "scan":
                await _there(self._scanning(visit, about.rule), Trouble.NO_SCANNER)()
            case "photo":
                await _there(self._photographing(visit, about), Trouble.NO_NETWORK)()
            case "mend":
                await mend(visit, devices.workshop, papers[0], about.rule)
            case "join":
                await join(visit, devices.workshop, papers, about.rule)
            case "print":
                await _there(self._printing(visit), Trouble.NO_PRINTER)(papers[0])
            case "take":
                printing = self._printing(visit)
                await take(
                    visit,
                    papers,
                    devices.sticks,
                    devices.door,
                    None if printing is None else partial(printing, papers[0]),
                    language=about.language,
                )
            case "receipt":
                await receipt(visit, about.receipt(asked.numbers), about.draw, self._printing(visit))

    async def _has_scanner(self, visit: Visit) -> bool:
        """Looked for while the person waits: some network scanners take seconds to answer."""
        scanner = self._devices.scanner
        if scanner is None:
            return False
        visit.show(WaitScene("scanner"))
        return await unless_left(visit, scanner.find()) is not None

    def _scanning(self, visit: Visit, rule: Rule | None) -> Callable[[], Awaitable[None]] | None:
        scanner = self._devices.scanner
        return None if scanner is None else partial(scan, visit, scanner, self._devices.workshop, rule)

    def _photographing(self, visit: Visit, about: About) -> Callable[[], Awaitable[None]] | None:
        door = self._devices.door
        if door is None:
            return None
        return partial(photo, visit, door, self._devices.workshop, about.rule, language=about.language)

    def _printing(self, visit: Visit) -> Callable[[Paper], Awaitable[bool]] | None:
        devices, printer = self._devices, self._printer
        if printer is None:
            return None
        return lambda paper: print_out(visit, printer, devices.workshop, paper, devices.print_settings, devices.staff)

    def _note_done(self, service: Service) -> None:
        self._used.add(service)
        self._record("service-done", kind=service)
        # A receipt that is printed is a receipt: no step waits for that sheet.
        if self._asked != "receipt" or service == "receipt":
            self._tell(events.ServiceDone, service=service)

    # --- the wipe -------------------------------------------------------------------------------------------------

    async def _close(self) -> None:
        visited = self._task is not None
        await ended(*(task for task in (self._task, self._stick_watch) if task is not None))
        self._task = self._stick_watch = self._visit = None
        self._used.clear()
        devices = self._devices
        closing = [one.close() for one in (devices.scanner, devices.door, devices.sticks) if one is not None]
        await asyncio.gather(devices.workshop.close(), *closing)
        self._pouch.empty()
        if visited:
            # Services and their sheets know each other: without this, Python would keep their pictures for a while yet.
            gc.collect()

    def _remains(self) -> int:
        devices = self._devices
        told = [one.remains() for one in (devices.scanner, devices.door, devices.sticks) if one is not None]
        return self._pouch.remains() + devices.workshop.remains() + sum(told) + len(self._used)

    async def _purge(self) -> int:
        """How many jobs are left in the queue. Raises when that cannot be known and something may be there."""
        if self._printer is None:
            return 0
        try:
            return await self._printer.purged()
        finally:
            # No connection outlives the person: one that is still open when the program ends is a fault in its log.
            await self._printer.close()


def _there(way: T | None, trouble: Trouble) -> T:
    if way is None:
        raise PaperTroubleError(trouble)
    return way


async def _watch(sticks: Sticks, tell: Callable[[bool], None]) -> None:
    before: bool | None = None
    while True:
        there = bool(await sticks.plugged())
        if there is not before:
            before = there
            tell(there)
        await asyncio.sleep(_STICK_EVERY)
