"""One question to a print server by IPP, and its answer. Knows the protocol's names, and no rule of printing.

A fresh connection for each question: the server may have been restarted since the last one.
"""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any

import aiohttp
import structlog
from pyipp.enums import IppOperation, IppStatus, IppTag
from pyipp.serializer import encode_dict
from pyipp.tags import ATTRIBUTE_TAG_MAP

from kiosk.documents.printer.answer import MOST_BYTES, Attributes, UnreadableError, read
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

_VERSION = (2, 0)
_HEADERS = {"Content-Type": "application/ipp", "Accept": "application/ipp", "Accept-Encoding": "identity"}
_FIRST_REFUSAL = 0x200
_LONGEST_PLACE = 1000  # of the 1023 that an address may have

_log = structlog.get_logger()


class RefusedError(Exception):
    """The server understood and said no."""

    def __init__(self, status: int) -> None:
        super().__init__(f"0x{status:04x}")
        self.status = status

    @property
    def not_found(self) -> bool:
        return self.status in {IppStatus.ERROR_NOT_FOUND, IppStatus.ERROR_GONE}


class UnreadableAnswerError(RefusedError):
    """It answers, and not as a print server does: a no without a number."""

    def __init__(self) -> None:
        super().__init__(IppStatus.ERROR_INTERNAL)


class NoAnswerError(PaperTroubleError):
    """`absent`: nothing listens there at all."""

    def __init__(self, absent: bool) -> None:
        super().__init__(Trouble.PRINTER_OFFLINE)
        self.absent = absent


class PrintServer:
    """`address`: "host:port". `user`: the owner of every job that it is asked about."""

    def __init__(self, address: str, user: str) -> None:
        self._address = address
        self._user = user
        self._session: aiohttp.ClientSession | None = None

    @property
    def local(self) -> bool:
        return self._address.rpartition(":")[0] in {"localhost", "127.0.0.1"}

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
        if not place.startswith("/") or len(place) > _LONGEST_PLACE:
            # The server named it: it leads nowhere, and to no other machine.
            raise UnreadableAnswerError
        question = encode_dict(
            {
                "version": _VERSION,
                "operation": operation,
                "operation-attributes-tag": {
                    "attributes-charset": "utf-8",
                    "attributes-natural-language": "en-US",
                    "printer-uri": f"ipp://{self._address}{place}",
                    "requesting-user-name": self._user,
                    **{name.replace("_", "-"): value for name, value in named.items()},
                },
                "job-attributes-tag": job,
            }
        )
        try:
            async with asyncio.timeout(seconds):
                status, found = read(await self._answered(place, question + (data or b"")))
        except aiohttp.ClientConnectorError as error:
            raise NoAnswerError(absent=True) from error
        except UnreadableError as error:
            _log.warning("print-server-unreadable")
            raise UnreadableAnswerError from error
        except (TimeoutError, OSError, ValueError, aiohttp.ClientError) as error:
            raise NoAnswerError(absent=False) from error
        if status >= _FIRST_REFUSAL:
            raise RefusedError(status)
        return found

    async def _answered(self, place: str, question: bytes) -> bytes:
        """Never from elsewhere, and no more of it than an answer can be."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(force_close=True), headers=_HEADERS, auto_decompress=False
            )
        async with self._session.post(
            f"http://{self._address}{place}", data=question, allow_redirects=False
        ) as response:
            if response.status != HTTPStatus.OK:
                raise RefusedError(response.status)
            body = bytearray()
            async for chunk in response.content.iter_any():
                body += chunk
                if len(body) > MOST_BYTES:
                    raise UnreadableError
        return bytes(body)

    async def close(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()


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
    """One value and several alike."""
    values = value if isinstance(value, list) else [value]
    return tuple(one for one in values if isinstance(one, str) and one != "none")
