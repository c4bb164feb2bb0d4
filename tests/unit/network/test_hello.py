"""The name in a tunnel's first message is read exactly, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.session.network.hello import MOST, NotAHelloError, named_server
from tests.unit.network.hellos import hello, in_records_of, name_extension, with_extensions

HOST = "www.caf.fr"
HELLO = hello(HOST)


def test_a_real_clients_name_is_read() -> None:
    assert named_server(HELLO) == HOST


@pytest.mark.parametrize("size", [1, 2, 3, 50, 16_000])
def test_a_message_in_pieces_is_put_together(size: int) -> None:
    assert named_server(in_records_of(HELLO, size)) == HOST


@pytest.mark.parametrize("end", [0, 1, 4, 5, 6, 40, len(HELLO) - 1])
def test_a_cut_message_is_waited_for(end: int) -> None:
    assert named_server(HELLO[:end]) is None


@pytest.mark.parametrize(
    "untrusted",
    [
        hello(None),
        b"GET / HTTP/1.1\r\n",
        b"SSH-2.0-x\r\n",
        b"\x80\x2e\x01\x03\x01",  # SSL 2
        b"\x16\x02",
        b"\x16\x03\x01\x00\x00",
        b"\x16\x03\x01\x7f\xff",
        b"\x16\x03\x01\x00\x04\x02\x00\x00\x00",  # a server's message
        HELLO[:3] + (len(HELLO) - 1).to_bytes(2) + HELLO[5:] + HELLO[5:9],
        with_extensions(HELLO, b""),
        with_extensions(HELLO, name_extension(b"a.fr") + name_extension(b"b.fr")),
        with_extensions(HELLO, name_extension(b"a.fr", b"b.fr")),
        with_extensions(HELLO, name_extension(b"a.fr", kind=1)),
        with_extensions(HELLO, name_extension("é.fr".encode())),
        with_extensions(HELLO, name_extension(b"a.fr")[:-1]),
        with_extensions(HELLO, name_extension(b"a.fr") + b"\0"),
    ],
)
def test_anything_else_is_no_hello(untrusted: bytes) -> None:
    with pytest.raises(NotAHelloError):
        named_server(untrusted)


def test_a_message_without_end_is_not_waited_for() -> None:
    announced = b"\x01\xff\xff\xff" + bytes(MOST)
    with pytest.raises(NotAHelloError):
        named_server(in_records_of(b"\x16\x03\x01" + (len(announced) & 0xFFFF).to_bytes(2) + announced, 16_000))


@given(st.binary(max_size=300), st.integers(0, len(HELLO)))
def test_no_bytes_bring_it_down(noise: bytes, at: int) -> None:
    for untrusted in (noise, HELLO[:at] + noise, HELLO[:at] + noise + HELLO[at + len(noise) :]):
        try:
            named_server(untrusted)
        except NotAHelloError:
            continue
