"""Accepts connections, a bounded number, and cuts those that do not use their time. Knows HTTP's server, no page."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from collections import Counter
from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

_CONNECTIONS = 48
_EACH_ADDRESS = 8  # a browser opens six
_HANDSHAKE_SECONDS = 8.0
_REQUEST_SECONDS = 10.0  # to send the head of a request, the first or the next
_HEAD_BYTES = 8190

Answer = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


class _Connection(RequestHandler):
    """What cannot be understood gets a number, and learns nothing of who answers."""

    def handle_error(
        self, request: web.BaseRequest, status: int = 500, exc: BaseException | None = None, message: str | None = None
    ) -> web.StreamResponse:
        del request, exc, message
        response = web.Response(status=status, headers={"Server": ""})
        response.force_close()
        return response


class Reception(web.Server):
    """`answer` is called for each request; its own slowness is its own care."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(self._timed)
        self._answer = answer
        self._timers: dict[RequestHandler, asyncio.TimerHandle] = {}
        self._lost: dict[RequestHandler, asyncio.Event] = {}
        self._room = asyncio.Semaphore(_CONNECTIONS)
        self._from = Counter[str]()
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, listener: socket.socket, tls: ssl.SSLContext) -> None:
        loop = asyncio.get_running_loop()
        while True:
            await self._room.acquire()
            try:
                sock, (address, _) = await loop.sock_accept(listener)
            except OSError:  # it was gone before it was accepted
                self._room.release()
                await asyncio.sleep(0.01)
                continue
            if self._from[address] >= _EACH_ADDRESS:
                sock.close()
                self._room.release()
                continue
            self._from[address] += 1
            task = asyncio.create_task(self._serve(sock, address, tls))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _serve(self, sock: socket.socket, address: str, tls: ssl.SSLContext) -> None:
        lost = asyncio.Event()

        def protocol() -> RequestHandler:
            handler = self()
            self._lost[handler] = lost
            return handler

        try:
            with contextlib.suppress(OSError, TimeoutError):
                await asyncio.get_running_loop().connect_accepted_socket(
                    protocol, sock, ssl=tls, ssl_handshake_timeout=_HANDSHAKE_SECONDS, ssl_shutdown_timeout=1.0
                )
                await lost.wait()
        finally:
            sock.close()
            self._lost = {one: event for one, event in self._lost.items() if event is not lost}
            self._from[address] -= 1
            if not self._from[address]:
                del self._from[address]
            self._room.release()

    def __call__(self) -> RequestHandler:
        return _Connection(
            self,
            loop=asyncio.get_running_loop(),
            access_log=None,  # type: ignore[arg-type]  # the way to have none
            keepalive_timeout=_REQUEST_SECONDS,
            lingering_time=5.0,
            max_line_size=_HEAD_BYTES,
            max_field_size=_HEAD_BYTES,
            max_headers=64,
            auto_decompress=False,  # nothing that a phone sends may grow here
        )

    def connection_made(self, handler: RequestHandler, transport: asyncio.Transport) -> None:
        super().connection_made(handler, transport)
        self._expect(handler)

    def connection_lost(self, handler: RequestHandler, exc: BaseException | None = None) -> None:
        super().connection_lost(handler, exc)
        self._heard(handler)
        if event := self._lost.pop(handler, None):
            event.set()

    async def _timed(self, request: web.BaseRequest) -> web.StreamResponse:
        handler = request.protocol
        self._heard(handler)
        try:
            return await self._answer(request)
        finally:
            if handler in self._lost:
                self._expect(handler)

    def _expect(self, handler: RequestHandler) -> None:
        self._heard(handler)
        loop = asyncio.get_running_loop()
        self._timers[handler] = loop.call_later(_REQUEST_SECONDS, self._cut, handler)

    def _heard(self, handler: RequestHandler) -> None:
        if timer := self._timers.pop(handler, None):
            timer.cancel()

    @staticmethod
    def _cut(handler: RequestHandler) -> None:
        if handler.transport is not None:
            handler.transport.abort()
