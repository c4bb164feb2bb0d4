"""The door for a phone, opened by the shell and kept by a process in a sandbox of its own.

The shell opens the listening socket, makes the certificate and the one-time code, and keeps the time. It never reads
a byte that a phone sent: HTTPS is spoken inside, and what comes out is a few small messages and sealed photographs.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import errno
import os
import secrets
import socket
import sys
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Literal

import structlog

from kiosk import packets
from kiosk.config.model import PhoneSection
from kiosk.documents.paper import Paper
from kiosk.documents.phone import place, talk
from kiosk.documents.phone.base import Address, Fetched, Finished, Joined, News, PhoneDoor, Photo, Refused
from kiosk.documents.trouble import PaperTroubleError, Trouble
from kiosk.sandbox import BubblewrapSandbox, Guest, GuestSpec, SandboxError
from kiosk.sealed import NotSealedError, Sealed

if TYPE_CHECKING:
    from kiosk.documents.phone.vouching import Vouched

_COMMAND = (sys.executable, "-P", "-m", "kiosk.documents.phone.inside")
_MEGABYTE = 1 << 20
_PROCESS_BYTES = 192 * _MEGABYTE  # Python and its HTTP server, and one photograph on its way
_SMALL = _MEGABYTE
_READY_SECONDS = 15.0
_MOST_MESSAGES = 600
_TOKEN_BYTES = 16

Mode = Literal["bring", "take"]
_log = structlog.get_logger()


class Door(PhoneDoor):
    """One opening at a time. `scope`: as the sandbox's, so that a sweep after a crash finds the process."""

    def __init__(self, section: PhoneSection, scope: str) -> None:
        self._section = section
        self._sandbox = BubblewrapSandbox(scope)
        self._opening: _Opening | None = None
        self._earlier: list[_Opening] = []

    async def open(self, mode: Mode, papers: tuple[Paper, ...] = (), language: str = "fr") -> Address:
        await self.close()
        address = place.find_address(self._section.address)
        if address is None:
            raise PaperTroubleError(Trouble.NO_NETWORK)
        vouched = self._vouch(address)
        try:
            listener = place.listen(address, self._section.port)
        except OSError as error:
            _log.error("phone-door-not-opened", exc_info=error)
            taken = error.errno == errno.EADDRINUSE
            raise PaperTroubleError(Trouble.PHONE_FAILED if taken else Trouble.NO_NETWORK) from error
        with listener:
            self._earlier = [one for one in (*self._earlier, self._opening) if one is not None and one.remains()]
            self._opening = _Opening(self._section, listener)
            await self._opening.start(self._sandbox, self._begin(mode, papers, language), vouched, papers)
            port = listener.getsockname()[1]
            url = f"https://{vouched.host}:{port}/{self._opening.token}"
        return Address(url, f"{vouched.host}:{port}", vouched.own, self._section.minutes * 60)

    async def news(self) -> AsyncIterator[News]:
        opening = self._opening
        while opening is not None and (one := await opening.next()) is not None:
            yield one

    async def close(self) -> None:
        if self._opening is not None:
            await self._opening.close()

    def remains(self) -> int:
        return sum(one.remains() for one in (*self._earlier, self._opening) if one is not None)

    def _vouch(self, address: str) -> Vouched:
        # Certificates take 6 MB: only where a phone comes.
        from kiosk.documents.phone import vouching  # noqa: PLC0415

        try:
            return vouching.vouch(self._section, address)
        except vouching.FlawedCertificateError as error:
            _log.error("phone-certificate-unusable", reason=error.flaw.value)
            raise PaperTroubleError(Trouble.PHONE_FAILED) from error

    def _begin(self, mode: Mode, papers: tuple[Paper, ...], language: str) -> talk.Begin:
        return talk.Begin(
            token=base64.b32encode(secrets.token_bytes(_TOKEN_BYTES)).decode().rstrip("=").lower(),
            mode=mode,
            language=language,
            photo_bytes=self._section.photo_mb * _MEGABYTE,
            photos=self._section.photos if mode == "bring" else 0,
            papers=tuple(talk.PaperName(one.title, one.kind) for one in papers[: talk.MAX_PAPERS]),
        )


class _Opening:
    """One code, from its making to its end. Its process is killed with it."""

    def __init__(self, section: PhoneSection, listener: socket.socket) -> None:
        self.token = ""
        self._photos_left = section.photos
        self._photo_bytes = section.photo_mb * _MEGABYTE
        self._seconds = section.minutes * 60
        self._memory = _PROCESS_BYTES + 2 * self._photo_bytes + section.photos * self._photo_bytes
        self._listener = listener
        self._inode = os.fstat(listener.fileno()).st_ino
        self._guest: Guest | None = None
        self._loop = asyncio.get_running_loop()
        self._news: asyncio.Queue[News | None] = asyncio.Queue()
        self._ready: asyncio.Future[None] = self._loop.create_future()
        self._messages_left = _MOST_MESSAGES
        self._timer: asyncio.TimerHandle | None = None
        self._listening = False
        self._over = False

    async def start(
        self, sandbox: BubblewrapSandbox, begin: talk.Begin, vouched: Vouched, papers: tuple[Paper, ...]
    ) -> None:
        self.token = begin.token
        try:
            await self._start(sandbox, begin, vouched, papers)
        except BaseException as error:
            await self.close()
            if isinstance(error, SandboxError | OSError | TimeoutError):
                _log.error("phone-door-failed", exc_info=error)
                raise PaperTroubleError(Trouble.PHONE_FAILED) from error
            raise

    async def _start(
        self, sandbox: BubblewrapSandbox, begin: talk.Begin, vouched: Vouched, papers: tuple[Paper, ...]
    ) -> None:
        spec = GuestSpec(
            command=_COMMAND,
            memory_bytes=self._memory,
            home_bytes=_SMALL,
            tmp_bytes=_SMALL,
            shm_bytes=_SMALL,
        )
        self._guest = await sandbox.start(spec)
        certificate = Sealed.of(vouched.pem)
        try:
            held: tuple[packets.Held, ...] = (
                self._listener,
                certificate,
                *(one.content for one in papers[: talk.MAX_PAPERS]),
            )
            packets.send(self._guest.channel, talk.encode(begin), held)
        finally:
            certificate.close()
        self._loop.add_reader(self._guest.channel.fileno(), self._readable)
        self._listening = True
        async with asyncio.timeout(_READY_SECONDS):
            await self._ready
        self._restart_timer()

    async def next(self) -> News | None:
        if self._over and self._news.empty():
            return None
        return await self._news.get()

    async def close(self) -> None:
        self._stop()
        self._finish()
        if self._guest is not None:
            await self._guest.kill()
        while not self._news.empty():
            left = self._news.get_nowait()
            if isinstance(left, Photo):
                left.content.close()
        self._news.put_nowait(None)

    def remains(self) -> int:
        left = self._guest.remains() if self._guest is not None else None
        counted = left.processes + left.mounts + left.groups if left is not None else 0
        return counted + place.still_listens(self._inode)

    def _readable(self) -> None:
        assert self._guest is not None
        try:
            untrusted_packet, descriptors = packets.receive(self._guest.channel, talk.MAX_BYTES, 1)
        except BlockingIOError:
            return
        except (packets.PacketError, OSError):
            untrusted_packet, descriptors = b"", []
        if self._over and untrusted_packet:
            packets.close(descriptors)  # it came after the end
            return
        content = self._content(descriptors)
        self._messages_left -= 1
        message = talk.heard(untrusted_packet)
        well_formed = message is not None and isinstance(message, talk.PhotoCame) is (content is not None)
        if not well_formed or self._messages_left < 0 or len(descriptors) > 1:
            if content is not None:
                content.close()
            self._broken()
            return
        assert message is not None
        self._heard(message, content)

    def _content(self, descriptors: list[int]) -> Sealed | None:
        """The photograph, or None when it could still change, is larger than it may be, or is one too many."""
        if not descriptors:
            return None
        try:
            content = Sealed(descriptors[0])
        except NotSealedError:
            return None
        self._photos_left -= 1
        if content.size > self._photo_bytes or self._photos_left < 0:
            content.close()
            return None
        return content

    def _heard(self, message: talk.FromInside, content: Sealed | None) -> None:
        if isinstance(message, talk.Ready):
            if not self._ready.done():
                self._ready.set_result(None)
            return
        if isinstance(message, talk.PhoneRefused):
            # A refusal keeps nothing alive, and can end nothing: the shell keeps the time.
            if message.trouble is not Trouble.CODE_EXPIRED:
                self._tell(Refused(message.trouble))
            return
        self._restart_timer()
        if isinstance(message, talk.PhotoCame):
            assert content is not None
            self._tell(Photo(content))
        elif isinstance(message, talk.PaperFetched):
            self._tell(Fetched(message.index))
        else:
            self._tell(Joined() if isinstance(message, talk.PhoneJoined) else Finished())

    def _broken(self) -> None:
        """The process has gone, or no longer says what it may: it is ended at once."""
        self._stop()
        if not self._ready.done():
            self._ready.set_exception(OSError("the door's process ended"))
        assert self._guest is not None
        self._guest.end()
        if not self._over:
            _log.error("phone-door-broken")
        self._tell(Refused(Trouble.PHONE_FAILED))
        self._finish()

    def _restart_timer(self) -> None:
        """A phone that uses the code keeps it alive."""
        if self._timer is not None:
            self._timer.cancel()
        if not self._over:
            self._timer = self._loop.call_later(self._seconds, self._expire)

    def _expire(self) -> None:
        """The process stays, to say so to whoever still comes, until the door is closed."""
        assert self._guest is not None
        with contextlib.suppress(OSError):
            packets.send(self._guest.channel, talk.encode(talk.Expire()))
        self._tell(Refused(Trouble.CODE_EXPIRED))
        self._finish()

    def _tell(self, news: News) -> None:
        if not self._over:
            self._news.put_nowait(news)

    def _finish(self) -> None:
        """Nothing is news any more."""
        if self._timer is not None:
            self._timer.cancel()
        if not self._over:
            self._over = True
            self._news.put_nowait(None)

    def _stop(self) -> None:
        if self._listening and self._guest is not None:
            self._listening = False
            self._loop.remove_reader(self._guest.channel.fileno())
