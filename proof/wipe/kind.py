"""One way in which something of a person gets onto the post. A new device or a new screen is one small class more.

A kind plants its own canary as a person would, and shows that the search finds it while the session lives: what could
not be found then proves nothing when it is not found afterwards.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from proof.wipe.session import Session


class Need(Enum):
    """What a kind cannot do without. The round that has it in its session provides it."""

    PAPERS = "papers"
    """A paper in the tray, and the desk: `session.hands`, `session.rig`."""

    PHONE = "phone"
    """`session.phone`."""

    MEDIATOR = "mediator"
    """The session is begun with a mediator beside."""


class Moment(Enum):
    """When a kind is planted. A round goes through them in this order, up to where it is broken off."""

    HOME = "home"
    """The kiosk is at home, nobody has begun: leave it at home, or with the search's answers in sight."""

    PAGE = "page"
    """The page is in sight with the panel beside it: leave it so."""

    CLOSING = "closing"
    """"J'ai fini" was pressed and the closing screen is in sight: leave it so."""


class Kind(ABC):
    """One object a session, so a kind may keep what it has found out between `plant` and `seen`.

    `name` is `[a-z0-9-]+`, and part of the canary: `session.canary(self.name)` is the same in Python and in the page's
    script (see `proof.wipe.session`). What is no such word (pixels, bytes of an upload) is given to
    `session.seek(self.name, …)` once it is known.
    """

    name: ClassVar[str]
    where: ClassVar[str]
    """A few words for the table: the place that keeps it."""

    moment: ClassVar[Moment] = Moment.PAGE
    needs: ClassVar[frozenset[Need]] = frozenset()

    seconds: ClassVar[float] = 0.0
    """What planting costs, about. Those that take longer than a second are not in every round."""

    @abstractmethod
    def plant(self, session: Session) -> None:
        """Put the canary where it goes, by real input. Returns when it is there or on its way."""

    @abstractmethod
    def seen(self, session: Session) -> bool:
        """Whether it is there, now: the search finds it, or the page says so. Asked again until it is, for a while."""
