"""What a guest is given: the walls it starts in, and, once a person comes, the procedure and the hosts it may reach."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec

from kiosk.config import Config
from kiosk.control.line import INSIDE
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.groups import allowed_hosts
from kiosk.procedures.model import Procedure
from kiosk.procedures.other_site import normalise, procedure_of
from kiosk.sandbox import GuestSpec
from kiosk.sandbox.display import COOKIES, Display
from kiosk.session import commands, messages
from kiosk.session.place import AUTHORITY

SHOW_GUEST_ERRORS = "KIOSK_SHOW_GUEST_ERRORS"
"""Set by developers and tests only: the guest's error output may quote a page."""

_MEGABYTE = 1 << 20


class Opening:
    """Turns "open this procedure" into the guest's first message and the hosts it may reach."""

    def __init__(
        self,
        catalogue: Catalogue,
        extra_hosts: Iterable[str],
        appearance: Callable[[], messages.Appearance],
        *,
        voice: Callable[[], None],
        wheel: Callable[[], None],
        written: Callable[[commands.OpenGuest], Procedure],
    ) -> None:
        """`voice`, `wheel`: tell a guest that the post can read aloud, and who drives. `written`: the procedure that a
        mediator is making."""
        self._catalogue = catalogue
        self._written = written
        self._extra_hosts = tuple(extra_hosts)
        self._appearance = appearance
        self._tell_voice = voice
        self._tell_wheel = wheel

    def __call__(self, command: commands.OpenGuest) -> tuple[messages.Open, tuple[str, ...]]:
        procedure = self._procedure(command)
        message = messages.Open(
            procedure=msgspec.Raw(procedure.model_dump_json(by_alias=True, exclude_none=True).encode()),
            case=command.case,
            with_mediator=command.with_mediator,
            appearance=self._appearance(),
            resume_step=command.resume_step,
            mode=command.mode,
        )
        # Before: the first step is drawn once, with what can be heard of it.
        self._tell_voice()
        # Once the guest has it: who drives comes after what there is to drive.
        asyncio.get_running_loop().call_soon(self._tell_wheel)
        return message, (*allowed_hosts(procedure), *self._extra_hosts)

    def _procedure(self, command: commands.OpenGuest) -> Procedure:
        if command.trial or command.mode == "record":
            return self._written(command)
        if command.site is not None:
            return procedure_of(normalise(command.site.address))
        procedure = self._catalogue.get(command.procedure_id)
        assert procedure is not None  # `House` lets only a procedure of this catalogue begin
        return procedure


def guest_spec(
    config: Config,
    display: Display,
    line: Path,
    mode_keycodes: Iterable[int] = (),
    aids: Mapping[str, str] = MappingProxyType({}),
) -> GuestSpec:
    guest = config.guest
    return GuestSpec(
        command=(sys.executable, "-m", "kiosk.guest.first", "--authority", AUTHORITY),
        environment={
            **display.environment,
            **aids,
            "KIOSK_TRAY_MAX_FILES": str(guest.tray_files),
            "KIOSK_TRAY_MAX_FILE_MB": str(guest.tray_file_mb),
            "KIOSK_TRAY_MAX_TOTAL_MB": str(guest.tray_mb),
            "KIOSK_MODE_KEYS": ",".join(map(str, sorted(mode_keycodes))),
        },
        show_errors=SHOW_GUEST_ERRORS in os.environ,
        data={COOKIES: display.cookies} if display.cookies else {},
        folders={INSIDE: line},
        sockets={str(display.socket): display.socket},
        memory_bytes=guest.memory_mb * _MEGABYTE,
        home_bytes=guest.home_mb * _MEGABYTE,
        tmp_bytes=guest.tmp_mb * _MEGABYTE,
        shm_bytes=guest.shm_mb * _MEGABYTE,
    )
