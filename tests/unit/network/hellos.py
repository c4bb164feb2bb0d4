"""First messages of TLS, as Python's own client writes them."""

from __future__ import annotations

import ssl


def hello(host: str | None) -> bytes:
    """The bytes with which a client begins to talk to this host; None: without saying whom it wants."""
    context = ssl.create_default_context()
    context.check_hostname = False
    outgoing = ssl.MemoryBIO()
    client = context.wrap_bio(ssl.MemoryBIO(), outgoing, server_hostname=host)
    try:
        client.do_handshake()
    except ssl.SSLWantReadError:
        return outgoing.read()
    raise AssertionError("nobody answered, and yet it is done")


def in_records_of(data: bytes, size: int) -> bytes:
    """The same message cut into records of so many bytes."""
    assert int.from_bytes(data[3:5]) == len(data) - 5
    body = data[5:]
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(data[:3] + len(part).to_bytes(2) + part for part in parts)


def with_extensions(data: bytes, extensions: bytes) -> bytes:
    """The same message with these extensions in place of its own."""
    at = 5 + 4 + 2 + 32
    at += 1 + data[at]
    at += 2 + int.from_bytes(data[at : at + 2])
    at += 1 + data[at]
    message = data[9:at] + len(extensions).to_bytes(2) + extensions
    record = b"\x01" + len(message).to_bytes(3) + message
    return data[:3] + len(record).to_bytes(2) + record


def name_extension(*names: bytes, kind: int = 0) -> bytes:
    entries = b"".join(bytes([kind]) + len(name).to_bytes(2) + name for name in names)
    body = len(entries).to_bytes(2) + entries
    return b"\0\0" + len(body).to_bytes(2) + body
