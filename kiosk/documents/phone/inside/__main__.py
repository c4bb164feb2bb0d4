"""`python -m kiosk.documents.phone.inside`: hear what is to be done, give up the rest, then open for phones.

Ends when the shell closes the channel, or kills it.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import socket
import ssl

from kiosk import packets
from kiosk.documents.phone import talk
from kiosk.documents.phone.inside.answers import Answers
from kiosk.documents.phone.inside.confine import confine
from kiosk.documents.phone.inside.reception import Reception
from kiosk.documents.phone.inside.visit import Visit
from kiosk.sealed import Sealed

_CHANNEL_VARIABLE = "KIOSK_CHANNEL"  # `kiosk.sandbox` sets it
_SLACK = 1 << 20


def main() -> None:
    logging.disable()  # what libraries say of strangers' requests is nobody's business
    channel = socket.socket(fileno=int(os.environ[_CHANNEL_VARIABLE]))
    packet, descriptors = packets.receive(channel, talk.MAX_BYTES)
    begin = talk.decode_from_shell(packet)
    if not isinstance(begin, talk.Begin) or len(descriptors) != talk.BESIDE + len(begin.papers):
        raise SystemExit("unexpected beginning")
    listener = socket.socket(fileno=descriptors[0])
    tls = _tls(descriptors[1])
    confine(begin.photo_bytes + _SLACK)
    gc.freeze()
    asyncio.run(_serve(channel, begin, listener, tls, descriptors[talk.BESIDE :]))


def _tls(certificate: int) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    try:
        context.load_cert_chain(f"/proc/self/fd/{certificate}")
    finally:
        os.close(certificate)
    return context


async def _serve(
    channel: socket.socket, begin: talk.Begin, listener: socket.socket, tls: ssl.SSLContext, papers: list[int]
) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda *_: None)
    channel.setblocking(True)  # the shell always reads: a short wait is no harm, a lost photograph is
    listener.setblocking(False)

    def tell(message: talk.FromInside) -> None:
        packets.send(channel, talk.encode(message))

    def send_photo(content: Sealed) -> None:
        packets.send(channel, talk.encode(talk.PhotoCame()), (content,))

    visit = Visit(begin, tell)
    over = asyncio.Event()

    def heard() -> None:
        if not channel.recv(talk.MAX_BYTES):
            over.set()
        visit.expired = True

    loop.add_reader(channel.fileno(), heard)
    reception = Reception(Answers(visit, send_photo, papers).answer)
    serving = asyncio.create_task(reception.run(listener, tls))
    tell(talk.Ready())
    ended = asyncio.create_task(over.wait())
    await asyncio.wait((serving, ended), return_when=asyncio.FIRST_COMPLETED)
    for task in (serving, ended):
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


if __name__ == "__main__":
    main()
