"""What the assistant asks of the machine, in one place, so that its questions can be tried without one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path

from kiosk.config import Config
from kiosk.documents.stick.ports import UsbPorts
from kiosk.procedures import loader
from kiosk.setup import looks
from kiosk.setup.answers import Answers, Read
from kiosk.setup.apply import apply
from kiosk.setup.from_stick import read_stick
from kiosk.setup.plan import planned


class Machine(ABC):
    """None of the looks raises. `save` and `stick` raise KioskError."""

    @abstractmethod
    async def printers(self) -> tuple[looks.Found, ...]: ...

    @abstractmethod
    async def scanners(self) -> tuple[looks.Found, ...]: ...

    @abstractmethod
    def hosts(self) -> tuple[str, ...]: ...

    @abstractmethod
    async def reach(self, host: str) -> looks.Reach: ...

    @abstractmethod
    async def stick(self) -> Read: ...

    @abstractmethod
    def save(self, answers: Answers) -> None:
        """Takes a while: not on the loop."""


class ThisMachine(Machine):
    """`system`: the file of IT's settings."""

    def __init__(self, config: Config, system: Path) -> None:
        self._config = config
        self._system = system

    async def printers(self) -> tuple[looks.Found, ...]:
        return await looks.printers(self._config.print)

    async def scanners(self) -> tuple[looks.Found, ...]:
        return await looks.scanners(self._config.scan)

    def hosts(self) -> tuple[str, ...]:
        return looks.hosts_to_try(loader.load(self._config.procedures.every_folder).procedures)

    async def reach(self, host: str) -> looks.Reach:
        return await looks.reach(host, self._config.network)

    async def stick(self) -> Read:
        return await read_stick(UsbPorts())

    def save(self, answers: Answers) -> None:
        apply(planned(answers, self._system, self._config))
