"""One question to a print server by IPP, and its answer. Knows the protocol's names, and no rule of printing.

A fresh connection for each question: the server may have been restarted since the last one.
"""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
from pyipp import IPP
from pyipp.enums import IppOperation, IppStatus, IppTag
from pyipp.exceptions import IPPConnectionError, IPPError
from pyipp.tags import ATTRIBUTE_TAG_MAP

from kiosk.documents.trouble import PaperTroubleError, Trouble

# pyipp silently leaves out every attribute that this table of its own does not have.
for _name, _tag in {
    "job-sheets": IppTag.KEYWORD,
    "media": IppTag.KEYWORD,
    "multiple-document-handling": IppTag.KEYWORD,
    "print-color-mode": IppTag.KEYWORD,
    "print-scaling": IppTag.KEYWORD,
    "purge-job": IppTag.BOOLEAN,
}.items():
    ATTRIBUTE_TAG_MAP[_name] = _tag

Attributes = dict[str, Any]


class RefusedError(Exception):
    """The server understood and said no."""

    def __init__(self, status: int) -> None:
        super().__init__(f"0x{status:04x}")
        self.status = status

    @property
    def not_found(self) -> bool:
        return self.status in {IppStatus.ERROR_NOT_FOUND, IppStatus.ERROR_GONE}


class NoAnswerError(PaperTroubleError):
    """`absent`: nothing listens there at all."""

    def __init__(self, absent: bool) -> None:
        super().__init__(Trouble.PRINTER_OFFLINE)
        self.absent = absent


class PrintServer:
    """`address`: "host:port". `user`: the owner of every job that it is asked about."""

    def __init__(self, address: str, user: str) -> None:
        self._host, _, port = address.rpartition(":")
        self._port = int(port)
        self._user = user
        self._session: aiohttp.ClientSession | None = None

    @property
    def local(self) -> bool:
        return self._host in {"localhost", "127.0.0.1"}

    async def ask(
        self,
        operation: IppOperation,
        place: str = "/",
        *,
        seconds: float = 5.0,
        job: Attributes | None = None,
        data: bytes | None = None,
        **named: Any,
    ) -> Attributes:
        """`named`: attributes of the operation, with underscores for hyphens. Raises RefusedError, NoAnswerError."""
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(force_close=True))
        attributes = {name.replace("_", "-"): value for name, value in named.items()}
        message: Attributes = {"operation-attributes-tag": {"requesting-user-name": self._user, **attributes}}
        if job is not None:
            message["job-attributes-tag"] = job
        if data is not None:
            message["data"] = data
        server = IPP(self._host, place, port=self._port, session=self._session, request_timeout=round(seconds))
        try:
            # pyipp's own limit ends with the answer's first line.
            async with asyncio.timeout(seconds):
                return await server.execute(operation, message)
        except IPPConnectionError as error:
            raise NoAnswerError(isinstance(error.__cause__, aiohttp.ClientConnectorError)) from error
        except IPPError as error:
            raise _refused(error) from error
        except (TimeoutError, OSError, ValueError, aiohttp.ClientError) as error:
            raise NoAnswerError(absent=False) from error

    async def close(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()


def _refused(error: IPPError) -> RefusedError:
    """An answer that cannot be read, or of HTTP alone, is a no without a number."""
    details = error.args[1] if len(error.args) > 1 and isinstance(error.args[1], dict) else {}
    return RefusedError(int(details.get("status-code", IppStatus.ERROR_INTERNAL)))


def first(answer: Attributes, group: str) -> Attributes:
    """What was asked about: the first "printers" or "jobs" of an answer. Raises RefusedError when it has none, which
    the protocol forbids."""
    found = _all(answer, group)
    if not found:
        raise RefusedError(IppStatus.ERROR_INTERNAL)
    return found[0]


def numbered(answer: Attributes) -> dict[int, Attributes]:
    """The jobs of an answer, by their numbers."""
    return {job["job-id"]: job for job in _all(answer, "jobs") if isinstance(job.get("job-id"), int)}


def number(value: object) -> int:
    """0 where the server says none, or something else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _all(answer: Attributes, group: str) -> list[Attributes]:
    return [one for one in answer.get(group) or () if one]


def many(value: object) -> tuple[str, ...]:
    """IPP writes one value and several alike; pyipp does not."""
    values = value if isinstance(value, list) else [value]
    return tuple(one for one in values if isinstance(one, str) and one != "none")
