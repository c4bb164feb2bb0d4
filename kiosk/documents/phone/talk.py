"""What the shell and the process at the phone's door say to each other. Contents travel beside, sealed.

The process inside talks with strangers' phones, so the shell believes nothing it says: messages are decoded strictly,
counted, and each content is checked for its seals and its size.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from kiosk.documents.trouble import Trouble

MAX_BYTES = 64 << 10
MAX_PAPERS = 38
BESIDE = 2
"""The listening socket and the certificate come before the papers."""


class _Message(msgspec.Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    pass


class PaperName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the person reads, and what their phone will call the file."""

    title: Annotated[str, msgspec.Meta(max_length=300)]
    kind: Literal["pdf", "image"]


# --- from the shell -----------------------------------------------------------------------------------------------


class Begin(_Message, frozen=True):
    """With the listening socket, the certificate with its key (PEM), and each paper, in this order."""

    token: str
    mode: Literal["bring", "take"]
    language: str
    photo_bytes: int
    photos: int
    papers: tuple[PaperName, ...] = ()


class Expire(_Message, frozen=True):
    """The code's time is over: the door stays to say so, and nothing else."""


FromShell = Begin | Expire

# --- from inside, untrusted ---------------------------------------------------------------------------------------


class Ready(_Message, frozen=True):
    pass


class PhoneJoined(_Message, frozen=True):
    pass


class PhotoCame(_Message, frozen=True):
    """With its content."""


class PaperFetched(_Message, frozen=True):
    index: Annotated[int, msgspec.Meta(ge=0, lt=MAX_PAPERS)]


class PhoneFinished(_Message, frozen=True):
    pass


class PhoneRefused(_Message, frozen=True):
    trouble: Trouble


FromInside = Ready | PhoneJoined | PhotoCame | PaperFetched | PhoneFinished | PhoneRefused

encode = msgspec.json.Encoder().encode
decode_from_shell = msgspec.json.Decoder(FromShell).decode
_from_inside = msgspec.json.Decoder(FromInside)


def heard(untrusted_packet: bytes) -> FromInside | None:
    """None when it is no message. Half a letter is a ValueError of its own, and no error of the decoder's."""
    try:
        message: FromInside = _from_inside.decode(untrusted_packet)
    except (ValueError, RecursionError):
        return None
    return message
