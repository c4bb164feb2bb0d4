"""The counter between a service and the person: scenes one way, wishes the other, papers into the tray.

A service (`scan`, `photo`, `mend`, `print_out`, `take`, `receipt`) is one coroutine that ends when the person leaves
or is done. It is cancelled when the session ends; it then leaves no process, no socket and no open content behind.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Literal

from kiosk.documents.desk.scenes import Scene
from kiosk.documents.desk.wishes import Wish
from kiosk.documents.paper import Paper, Pouch

Service = Literal["add", "scan", "photo", "print", "take", "mend", "join", "receipt"]


class Counter(ABC):
    pouch: Pouch
    """Every content that a service holds is in it."""

    @abstractmethod
    def show(self, scene: Scene) -> None:
        """The last one shown is what the screen must show. A scene of the same class updates its page in place."""

    @abstractmethod
    async def wish(self) -> Wish:
        """The next wish. Wishes told before the scene that they belong to was shown are dropped by the caller's care:
        a service ignores a wish that its scene does not offer."""

    @abstractmethod
    async def keep(self, paper: Paper) -> bool:
        """Hand the paper to the tray. False when the tray has no room. The paper's content stays the caller's."""

    @abstractmethod
    def done(self, service: Service) -> None:
        """Say that the service was done, for the walkthrough's step and the record."""

    @abstractmethod
    def alive(self) -> None:
        """The person is busy with a device: this is no idleness. At most once a second."""
