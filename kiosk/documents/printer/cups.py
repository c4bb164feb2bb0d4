"""The printer of the post by CUPS. Sends, follows, cancels and forgets jobs, and looks whether any is left.

Every job is named alike and owned by one name of this post: nothing of a person is in CUPS's logs. A job left by a
shell that died is found by that owner and forgotten before another is sent.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import socket
import time
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import structlog
from pyipp.enums import IppJobState, IppOperation, IppPrinterState, IppStatus

from kiosk.config.model import PrintSection
from kiosk.documents.printer import reasons
from kiosk.documents.printer.answer import Attributes
from kiosk.documents.printer.base import JobStage, JobState, Printer, PrinterInfo
from kiosk.documents.printer.server import (
    NoAnswerError,
    PrintServer,
    RefusedError,
    first,
    many,
    number,
    numbered,
)
from kiosk.documents.printer.spool import SETTINGS, Spool
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sealed import Sealed

JOB_NAME = "kiosk"
_SENDING_SECONDS = 60.0
_LOOK_SECONDS = 0.5
# CUPS waits half a minute for a filter that does not end when it is told to.
_PURGE_SECONDS = 40.0
_CONNECTING_SECONDS = 10.0

_ENDED = {JobStage.DONE, JobStage.FAILED, JobStage.CANCELLED}
_OVER = {
    IppJobState.COMPLETED: JobState(JobStage.DONE),
    IppJobState.CANCELED: JobState(JobStage.CANCELLED),
    IppJobState.ABORTED: JobState(JobStage.FAILED, trouble=Trouble.PRINTER_FAILED),
}
_log = structlog.get_logger()


class CupsPrinter(Printer):
    """`settings`: the file in which a print server of this machine says where its spool is."""

    def __init__(self, section: PrintSection, settings: Path = SETTINGS, owner: str | None = None) -> None:
        self._section = section
        self._server = PrintServer(section.server, owner or _owner())
        self._spool = Spool.of(settings) if self._server.local else None
        self._met = False
        self._clean = False
        self._jobs: set[int] = set()
        self._since: float | None = None

    # --- the queue ------------------------------------------------------------------------------------------------

    async def find(self) -> PrinterInfo | None:
        try:
            queue = await self._queue()
            if queue is None:
                return None
            answer = await self._server.ask(
                IppOperation.GET_PRINTER_ATTRIBUTES,
                queue,
                requested_attributes=[
                    *("printer-name", "printer-state", "printer-state-reasons", "printer-state-message"),
                    *("printer-is-accepting-jobs", "color-supported", "print-color-mode-supported"),
                ],
            )
            found = first(answer, "printers")
        except (NoAnswerError, RefusedError):
            return None
        self._met = True
        colour = bool(found.get("color-supported")) or "color" in many(found.get("print-color-mode-supported"))
        return PrinterInfo(str(found.get("printer-name", "")), colour, _queue_trouble(found))

    async def _queue(self) -> str | None:
        """The path of the configured queue, else the server's default, else the only one that there is."""
        if self._section.queue:
            return f"/printers/{self._section.queue}"
        wanted = ["printer-uri-supported"]
        with contextlib.suppress(RefusedError):
            answer = await self._server.ask(IppOperation.CUPS_GET_DEFAULT, requested_attributes=wanted)
            return _path(first(answer, "printers"))
        try:
            answer = await self._server.ask(IppOperation.CUPS_GET_PRINTERS, requested_attributes=wanted)
        except RefusedError:
            return None
        queues = [path for one in answer.get("printers") or () if one and (path := _path(one)) is not None]
        return queues[0] if len(queues) == 1 else None

    # --- a job ----------------------------------------------------------------------------------------------------

    async def print(self, document: Sealed, copies: int, colour: bool) -> int:
        if not self._clean:
            await self.purge()
        try:
            queue = await self._queue()
            if queue is None:
                raise PaperTroubleError(Trouble.NO_PRINTER)
            self._clean = False
            answer = await self._server.ask(
                IppOperation.PRINT_JOB,
                queue,
                seconds=_SENDING_SECONDS,
                data=document.read(),
                job_name=JOB_NAME,
                document_format="application/pdf",
                job={
                    "copies": copies,
                    "job-sheets": ["none", "none"],
                    "media": "iso_a4_210x297mm",
                    "multiple-document-handling": "separate-documents-collated-copies",
                    "print-color-mode": "color" if colour else "monochrome",
                    "print-scaling": "fit",
                    "sides": "one-sided",
                },
            )
            job = next(iter(numbered(answer)), None)
            if job is None:
                raise RefusedError(IppStatus.ERROR_INTERNAL)
        except RefusedError as error:
            _log.warning("print-refused", reason=str(error))
            raise PaperTroubleError(Trouble.NO_PRINTER if error.not_found else Trouble.PRINTER_FAILED) from error
        self._note(job, time.time())
        return job

    async def follow(self, job: int) -> AsyncIterator[JobState]:
        last: JobState | None = None
        connecting: float | None = None
        while last is None or last.stage not in _ENDED:
            found, state = await self._look(job, last)
            if reasons.CONNECTING not in found:
                connecting = None
            elif connecting is None:
                connecting = time.monotonic()
            elif time.monotonic() - connecting > _CONNECTING_SECONDS and state.stage is JobStage.PRINTING:
                state = JobState(JobStage.STOPPED, state.sheets_out, Trouble.PRINTER_OFFLINE)
            if state != last:
                yield state
                last = state
            if state.stage not in _ENDED:
                await asyncio.sleep(_LOOK_SECONDS)

    async def _look(self, job: int, last: JobState | None) -> tuple[tuple[str, ...], JobState]:
        """The printer's reasons, and what they and the job's state come to."""
        try:
            answer = await self._server.ask(
                IppOperation.GET_JOB_ATTRIBUTES,
                job_id=job,
                requested_attributes=[
                    *("job-state", "job-state-reasons", "job-impressions-completed", "job-media-sheets-completed"),
                    *("job-printer-state-message", "job-printer-state-reasons"),
                ],
            )
            found = first(answer, "jobs")
        except NoAnswerError:
            # It may be starting again: it then goes on with the job.
            sheets = None if last is None else last.sheets_out
            return (), JobState(JobStage.STOPPED, sheets, Trouble.PRINTER_OFFLINE)
        except RefusedError as error:
            # A server that keeps no history forgets a job as soon as it is out. Another no tells nothing of the job.
            if error.not_found and last is not None and last.stage is JobStage.PRINTING:
                return (), JobState(JobStage.DONE, last.sheets_out)
            return (), JobState(JobStage.FAILED, trouble=Trouble.PRINTER_FAILED)
        return _understood(found)

    async def cancel(self, job: int) -> None:
        await self._end(job, purge=False)

    # --- nothing stays --------------------------------------------------------------------------------------------

    async def purge(self) -> None:
        """A running job is first only cancelled, whatever was asked: it is asked again until it is forgotten."""
        try:
            async with asyncio.timeout(_PURGE_SECONDS):
                while ours := [one for one in await self._listed() if one["ours"]]:
                    for job in ours:
                        self._note(job["job-id"], float(number(job.get("time-at-creation")) or time.time()))
                        await self._end(job["job-id"], purge=True)
                    await asyncio.sleep(0.1)
        except TimeoutError as error:
            raise PaperTroubleError(Trouble.PRINTER_FAILED) from error
        except NoAnswerError as error:
            if self._met or not error.absent:
                raise
            return
        self._clean = True

    async def answers(self) -> bool:
        try:
            await self._listed()
        except PaperTroubleError:
            return False
        return True

    async def count(self) -> int:
        try:
            listed = await self._listed()
        except NoAnswerError as error:
            if self._met or not error.absent:
                raise
            listed = []
        remains = sum(bool(one["ours"]) for one in listed)
        others = {one["job-id"] for one in listed if not one["ours"]}
        busy = any(not one["ours"] and number(one.get("job-state")) not in _OVER for one in listed)
        if self._spool is not None:
            remains += self._spool.remains(self._jobs, others, None if busy else self._since)
        if not remains:
            self._jobs.clear()
            self._since = None
        return remains

    async def close(self) -> None:
        await self._server.close()

    async def _end(self, job: int, *, purge: bool) -> None:
        try:
            await self._server.ask(IppOperation.CANCEL_JOB, job_id=job, purge_job=purge)
        except RefusedError as error:
            # Already over, or already forgotten.
            if not error.not_found and error.status != IppStatus.ERROR_NOT_POSSIBLE:
                _log.warning("print-cancel-refused", reason=str(error))

    async def _listed(self) -> list[Attributes]:
        """Every job that the server knows, each with whether it is `ours`."""
        wanted = ["job-id", "job-state", "time-at-creation"]
        try:
            ours, every = [
                await self._server.ask(
                    IppOperation.GET_JOBS, my_jobs=mine, which_jobs="all", requested_attributes=wanted
                )
                for mine in (True, False)
            ]
        except RefusedError as error:
            raise PaperTroubleError(Trouble.PRINTER_FAILED) from error
        self._met = True
        mine, all_jobs = numbered(ours), numbered(every)
        return [{**one, "ours": job in mine} for job, one in {**all_jobs, **mine}.items()]

    def _note(self, job: int, at: float) -> None:
        self._jobs.add(job)
        self._since = min(at, self._since or at)


def _owner() -> str:
    """One for each post, so that posts that share a server leave each other's jobs alone."""
    return f"{JOB_NAME}-{re.sub('[^A-Za-z0-9-]', '-', socket.gethostname())[:40]}"


def _path(queue: Attributes) -> str | None:
    """None where the server names no address, or one that is none."""
    try:
        return urlsplit(str(queue["printer-uri-supported"])).path
    except (KeyError, ValueError):
        return None


def _queue_trouble(queue: Attributes) -> Trouble | None:
    found = many(queue.get("printer-state-reasons"))
    if not queue.get("printer-is-accepting-jobs", True) or queue.get("printer-state") == IppPrinterState.STOPPED:
        return reasons.trouble_of(found) or Trouble.PRINTER_FAILED
    return reasons.trouble_of(found, str(queue.get("printer-state-message", "")))


def _understood(job: Attributes) -> tuple[tuple[str, ...], JobState]:
    state = number(job.get("job-state"))
    sheets = max(
        (number(job.get(f"job-{one}-completed")) for one in ("media-sheets", "impressions")),
    )
    if state in _OVER:
        over = _OVER[IppJobState(state)]
        return (), JobState(over.stage, sheets or None, over.trouble)
    found = many(job.get("job-printer-state-reasons"))
    trouble = reasons.trouble_of(
        (*found, *many(job.get("job-state-reasons"))), str(job.get("job-printer-state-message", ""))
    )
    if state in {IppJobState.HELD, IppJobState.STOPPED}:
        # Nobody holds a job here: the server will try again after a failure.
        return found, JobState(JobStage.STOPPED, sheets or None, trouble or Trouble.PRINTER_FAILED)
    if not reasons.still_prints(trouble, found):
        return found, JobState(JobStage.STOPPED, sheets or None, trouble)
    stage = JobStage.PRINTING if state == IppJobState.PROCESSING else JobStage.WAITING
    return found, JobState(stage, sheets or None, trouble)
