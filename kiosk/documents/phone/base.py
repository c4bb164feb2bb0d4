"""What the door for a phone promises: one address, one phone, a short life, and no way further into the post."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Literal

from kiosk.documents.paper import Paper
from kiosk.documents.trouble import Trouble
from kiosk.sealed import Sealed


@dataclass(frozen=True)
class Address:
    """`url` for the QR code, once only. `host` as the phone shows it. `own_certificate`: the phone will warn, because
    nobody but the post vouches for it. `seconds`: how long the code lives."""

    url: str
    host: str
    own_certificate: bool
    seconds: int


@dataclass(frozen=True)
class Joined:
    """The phone has opened the page."""


@dataclass(frozen=True)
class Photo:
    """A photograph, untrusted: whatever the phone sent, within the limit of size."""

    content: Sealed


@dataclass(frozen=True)
class Fetched:
    """The phone has taken paper number `index` whole."""

    index: int


@dataclass(frozen=True)
class Finished:
    """The person pressed "J'ai fini" on the phone."""


@dataclass(frozen=True)
class Refused:
    trouble: Trouble


News = Joined | Photo | Fetched | Finished | Refused


class PhoneDoor(ABC):
    @abstractmethod
    async def open(
        self, mode: Literal["bring", "take"], papers: tuple[Paper, ...] = (), language: str = "fr"
    ) -> Address:
        """Open the door for one phone: to bring photographs, or to take `papers`. Raises PaperTroubleError
        (NO_NETWORK when the post has no address on a local network, PHONE_FAILED)."""

    @abstractmethod
    def news(self) -> AsyncIterator[News]:
        """What happens at the door, until it is closed. A code that expires unused ends with Refused(CODE_EXPIRED)."""

    @abstractmethod
    async def close(self) -> None:
        """End the process, the socket and what it held. Idempotent."""

    @abstractmethod
    def remains(self) -> int:
        """How many processes, mounts and listening sockets of the door still exist."""
