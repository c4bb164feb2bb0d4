"""Ties the staff area to the staff's PINs, the post's counts and the rules of the session.

A mediator's wish in, an event for the rules or another scene out. Holds no rule of its own: who may go where is the
controller's to say. Knows digits for as long as they are being checked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from kiosk.checks import Check
from kiosk.procedures.other_site import OTHER_SITE, AddressError, normalise
from kiosk.procedures.what_next import WhatNext
from kiosk.session import events
from kiosk.session.commands import BlockedHost
from kiosk.session.staff import BLOCKED, HEALTH, PIN
from kiosk.staff import Role, Staff
from kiosk.ui import staff_scenes as scenes

_EVERY_SECOND = 1.0


class Screens(Protocol):
    """The shell, as the staff area sees it."""

    def show_staff(self, scene: scenes.StaffScene) -> None: ...
    def leave_staff(self) -> None: ...


class Writing(Protocol):
    """Where procedures are made and mended."""

    def scene(self, room: str) -> scenes.StaffScene: ...
    def wished(self, wish: scenes.StaffWish) -> None: ...
    def end(self) -> None: ...


class StaffArea:
    """`tell`: an event for the rules. `what_next` reads the counts of this post. `title_of`: a procedure's title, or
    None. `examine`: what the doctor says; None when it says nothing."""

    def __init__(
        self,
        staff: Staff,
        screens: Screens,
        *,
        tell: Callable[..., None],
        what_next: Callable[[], WhatNext],
        title_of: Callable[[str], str | None],
        writing: Writing,
        examine: Callable[[], Awaitable[tuple[Check, ...] | None]],
    ) -> None:
        self._staff = staff
        self._screens = screens
        self._tell = tell
        self._what_next = what_next
        self._title_of = title_of
        self._writing = writing
        self._examine = examine
        self._examining: asyncio.Task[None] | None = None
        self._in_session = False
        self._room = ""
        self._at_door: asyncio.Task[None] | None = None
        self._digits: asyncio.Queue[str] = asyncio.Queue()

    # --- for the rules --------------------------------------------------------------------------------------------

    def show(self, room: str, in_session: bool, blocked: tuple[BlockedHost, ...], *, it: bool = False) -> None:
        self._in_session = in_session
        self._room = room
        self._leave_doctor()
        if room == PIN:
            self._wait_at_door()
            return
        self._leave_door()
        if room == HEALTH:
            self._ask_doctor()
            return
        self._screens.show_staff(self._scene(room, blocked, it=it))

    def end(self) -> None:
        self._room = ""
        self._leave_door()
        self._leave_doctor()
        self._writing.end()
        self._screens.leave_staff()

    # --- for the screens ------------------------------------------------------------------------------------------

    def wished(self, wish: scenes.StaffWish) -> None:
        # What is written there is shown without asking the rules again: before the PIN, and after the end, to nobody.
        at_door = isinstance(wish, scenes.Back | scenes.TellPin)
        if not self._room or (self._room == PIN and not at_door):
            return
        match wish:
            case scenes.Back():
                self._tell(events.StaffLeft)
            case scenes.TellPin(digits):
                self._digits.put_nowait(digits)
            case scenes.Enter(room):
                self._tell(events.StaffRoomAsked, room=room)
            case scenes.OpenSite(typed):
                self._open(typed)
            case scenes.AllowHost(host):
                self._tell(events.HostAllowed, host=host)
            case scenes.ReloadPage():
                self._tell(events.ReloadAsked)
            case scenes.LookAgain():
                self._tell(events.StaffRoomAsked, room=HEALTH)
            case _:
                self._writing.wished(wish)

    # --- the rooms ------------------------------------------------------------------------------------------------

    def _scene(self, room: str, blocked: tuple[BlockedHost, ...], *, it: bool) -> scenes.StaffScene:
        match room:
            case "site":
                return scenes.SiteScene(self._in_session)
            case "next":
                return self._next()
            case "menu":
                return scenes.MenuScene(self._in_session, it)
            case _ if room == BLOCKED:
                return scenes.BlockedScene(self._in_session, blocked)
        return self._writing.scene(room)

    def _next(self) -> scenes.NextScene:
        found = self._what_next()
        known = {procedure for procedure, _, _ in found.to_repair}
        titles = tuple((one, title) for one in sorted(known) if (title := self._title_of(one)) is not None)
        return scenes.NextScene(self._in_session, found, titles)

    def _open(self, typed: str) -> None:
        try:
            site = normalise(typed)
        except AddressError as error:
            self._screens.show_staff(scenes.SiteScene(self._in_session, error.fault))
            return
        self._tell(events.SiteAsked, procedure_id=OTHER_SITE, host=site.name, address=site.address, mode="free")

    # --- the doctor -----------------------------------------------------------------------------------------------

    def _ask_doctor(self) -> None:
        self._screens.show_staff(scenes.HealthScene(self._in_session))
        self._examining = asyncio.get_running_loop().create_task(self._hear_doctor())

    async def _hear_doctor(self) -> None:
        checks = await self._examine()
        self._screens.show_staff(scenes.HealthScene(self._in_session, checks, fell=checks is None))

    def _leave_doctor(self) -> None:
        if self._examining is not None:
            self._examining.cancel()
        self._examining = None

    # --- the door -------------------------------------------------------------------------------------------------

    def _wait_at_door(self) -> None:
        self._leave_door()
        self._at_door = asyncio.get_running_loop().create_task(self._door())

    def _leave_door(self) -> None:
        # The task that tells the rules of the right PIN is asked to end by them: it is about to, by itself.
        if self._at_door is not None and self._at_door is not asyncio.current_task():
            self._at_door.cancel()
        self._at_door = None
        # Digits that nobody looked at any more.
        self._digits = asyncio.Queue()

    async def _door(self) -> None:
        """Until the right PIN comes. The wait after a wrong one is counted down on the screen."""
        if not self._staff.anybody():
            self._screens.show_staff(scenes.StaffPinScene(self._in_session, nobody=True))
            return
        wrong = False
        while True:
            waiting = self._staff.waiting()
            left = waiting.wait_seconds
            self._screens.show_staff(scenes.StaffPinScene(self._in_session, False, wrong, left, waiting.locked))
            digits = await self._told_within(_EVERY_SECOND if left else None)
            if digits is None or self._staff.waiting().wait_seconds:
                continue
            checked = await self._staff.check(digits)
            if checked.name is not None:
                self._tell(events.StaffAdmitted, it=checked.role is Role.IT)
                return
            wrong = True

    async def _told_within(self, seconds: float | None) -> str | None:
        try:
            async with asyncio.timeout(seconds):
                return await self._digits.get()
        except TimeoutError:
            return None
