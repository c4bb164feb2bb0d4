"""What the rest of the program asks of a voice."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Speech:
    """One text and its language ("fr"): French stays French where nobody has translated it."""

    text: str
    language: str


class Voice(ABC):
    @abstractmethod
    def speaks(self, language: str) -> bool:
        """Whether there is a voice for it on this post, and something to hear it with."""

    @abstractmethod
    def say(self, speeches: Sequence[Speech], on_end: Callable[[], None]) -> None:
        """Begin, and return at once. What is being said stops first. `on_end` is called once, however it ends."""

    @abstractmethod
    def stop(self) -> None:
        """Silence, at once. Nothing happens when nothing is said."""

    @abstractmethod
    def remains(self) -> int:
        """How many processes that know what was said are still there. 0, a moment after `stop`."""


class Silence(Voice):
    """A post without a voice."""

    def speaks(self, _language: str) -> bool:
        return False

    def say(self, speeches: Sequence[Speech], on_end: Callable[[], None]) -> None:
        del speeches
        on_end()

    def stop(self) -> None: ...

    def remains(self) -> int:
        return 0
