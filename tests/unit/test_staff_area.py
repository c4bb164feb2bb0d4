"""The staff area between screens and rules: a PIN that is checked and forgotten, addresses that are made plain."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.checks import Check, Verdict
from kiosk.procedures.what_next import WhatNext
from kiosk.session import events
from kiosk.session.commands import BlockedHost
from kiosk.staff import Role, StaffFile
from kiosk.staff_area import StaffArea
from kiosk.ui import staff_scenes as scenes
from kiosk.ui import writing_scenes as writing

PIN = "739152"
SAID = Check("disk", Verdict.OK, "Il y a de la place.")
PATIENCE = 20.0


class Post:
    """What the screen was asked to show, and what the rules heard."""

    def __init__(self, state: Path) -> None:
        self.now = 1000.0
        self.staff = StaffFile(state, lambda: self.now)
        self.scenes: list[scenes.StaffScene] = []
        self.told: list[tuple[type[events.Event], dict[str, Any]]] = []
        self.left = self.ended = self.asked = 0
        self.examined: asyncio.Future[tuple[Check, ...] | None] = asyncio.get_running_loop().create_future()
        self.rooms: list[str] = []
        self.wishes: list[scenes.StaffWish] = []
        self.found = WhatNext(to_repair=(("prime-activite", "numero", 2), ("parti", "ouvrir", 1)))
        self.area = StaffArea(
            self.staff,
            self,
            tell=lambda event, **fields: self.told.append((event, fields)),
            what_next=lambda: self.found,
            writing=self,
            title_of={"prime-activite": "Prime d'activité"}.get,
            examine=self.examine,
        )

    async def examine(self) -> tuple[Check, ...] | None:
        """The doctor, who takes until `examined` is told."""
        self.asked += 1
        return await self.examined

    def show_staff(self, scene: scenes.StaffScene) -> None:
        self.scenes.append(scene)

    def leave_staff(self) -> None:
        self.left += 1

    def scene(self, room: str) -> scenes.StaffScene:
        """The rooms where procedures are made."""
        self.rooms.append(room)
        return scenes.StaffScene()

    def wished(self, wish: scenes.StaffWish) -> None:
        self.wishes.append(wish)

    def end(self) -> None:
        self.ended += 1

    async def until(self, holds: Callable[[], object]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await asyncio.sleep(0.01)


@pytest.fixture
async def post(tmp_path: Path):
    post = Post(tmp_path)
    yield post
    post.area.end()


async def test_where_nobody_has_a_pin_the_door_says_so(post: Post) -> None:
    post.area.show("pin", in_session=False, blocked=())
    await post.until(lambda: post.scenes)
    assert post.scenes == [scenes.StaffPinScene(nobody=True)]


async def test_a_wrong_pin_is_said_and_the_right_one_tells_the_rules(post: Post) -> None:
    post.staff.add("lea", PIN)
    post.area.show("pin", in_session=True, blocked=())
    await post.until(lambda: post.scenes)
    post.area.wished(scenes.TellPin("739153"))
    await post.until(lambda: post.scenes[-1] == scenes.StaffPinScene(True, wrong=True))
    post.area.wished(scenes.TellPin(PIN))
    await post.until(lambda: post.told)
    assert post.told == [(events.StaffAdmitted, {"it": False})]


async def test_the_pin_of_it_tells_the_rules_that_it_is_its(post: Post) -> None:
    post.staff.add("lea", PIN)
    post.staff.add("marc", "482915", Role.IT)
    post.area.show("pin", in_session=False, blocked=())
    post.area.wished(scenes.TellPin("482915"))
    await post.until(lambda: post.told)
    assert post.told == [(events.StaffAdmitted, {"it": True})]


async def test_the_menu_has_the_rooms_of_it_for_it_alone(post: Post) -> None:
    post.area.show("menu", in_session=False, blocked=(), it=True)
    post.area.show("menu", in_session=False, blocked=())
    assert post.scenes == [scenes.MenuScene(it=True), scenes.MenuScene()]


async def test_the_doctor_looks_then_what_he_says_is_shown(post: Post) -> None:
    post.area.show("health", in_session=False, blocked=(), it=True)
    assert post.scenes == [scenes.HealthScene()]
    post.examined.set_result((SAID,))
    await post.until(lambda: len(post.scenes) > 1)
    assert post.scenes[-1] == scenes.HealthScene(checks=(SAID,))


async def test_a_doctor_who_says_nothing_is_said(post: Post) -> None:
    post.area.show("health", in_session=False, blocked=(), it=True)
    post.examined.set_result(None)
    await post.until(lambda: len(post.scenes) > 1)
    assert post.scenes[-1] == scenes.HealthScene(fell=True)


async def test_what_the_doctor_says_after_the_room_was_left_is_shown_to_nobody(post: Post) -> None:
    post.area.show("health", in_session=False, blocked=(), it=True)
    await post.until(lambda: post.asked)
    post.area.show("menu", in_session=False, blocked=(), it=True)
    await post.until(post.examined.cancelled)
    assert post.scenes[-1] == scenes.MenuScene(it=True)


async def test_to_look_again_is_the_rules_to_allow(post: Post) -> None:
    post.area.show("health", in_session=False, blocked=(), it=True)
    post.area.wished(scenes.LookAgain())
    assert post.told == [(events.StaffRoomAsked, {"room": "health"})]


async def test_the_wait_after_wrong_pins_is_counted_down_and_no_pin_is_heard(post: Post) -> None:
    post.staff.add("lea", PIN)
    post.area.show("pin", in_session=False, blocked=())
    for _ in range(3):
        post.area.wished(scenes.TellPin("739153"))
    await post.until(lambda: post.scenes and post.scenes[-1].wait_seconds > 0)
    waiting = post.scenes[-1]
    assert isinstance(waiting, scenes.StaffPinScene)
    post.area.wished(scenes.TellPin(PIN))
    post.now += waiting.wait_seconds - 1
    await post.until(lambda: post.scenes[-1].wait_seconds == 1)
    assert post.told == []
    post.now += 1
    await post.until(lambda: post.scenes[-1].wait_seconds == 0)
    post.area.wished(scenes.TellPin(PIN))
    await post.until(lambda: post.told)


async def test_a_pin_told_before_the_door_was_left_is_not_heard_by_the_next(post: Post) -> None:
    post.staff.add("lea", PIN)
    post.area.show("pin", in_session=False, blocked=())
    await post.until(lambda: post.scenes)
    post.area.wished(scenes.TellPin(PIN))
    post.area.end()
    post.area.show("pin", in_session=False, blocked=())
    await post.until(lambda: len(post.scenes) == 2)
    post.area.wished(scenes.TellPin("739153"))
    await post.until(lambda: len(post.scenes) == 3)
    assert (post.told, post.left) == ([], 1)


async def test_a_good_address_asks_for_the_site_and_a_bad_one_says_why(post: Post) -> None:
    post.area.show("site", in_session=False, blocked=())
    post.area.wished(scenes.OpenSite("192.168.0.1"))
    assert post.scenes == [scenes.SiteScene(), scenes.SiteScene(fault="number")]
    post.area.wished(scenes.OpenSite("http://www.exemple.fr/page"))
    assert post.told == [
        (
            events.SiteAsked,
            {
                "procedure_id": "autre-site",
                "host": "exemple.fr",
                "address": "https://www.exemple.fr/page",
                "mode": "free",
            },
        )
    ]


async def test_each_room_has_its_scene(post: Post) -> None:
    hosts = (BlockedHost("cdn.example", 1, tracker=False, allowed=False),)
    post.area.show("menu", in_session=False, blocked=())
    post.area.show("next", in_session=False, blocked=())
    post.area.show("blocked", in_session=True, blocked=hosts)
    assert post.scenes == [
        scenes.MenuScene(),
        scenes.NextScene(found=post.found, titles=(("prime-activite", "Prime d'activité"),)),
        scenes.BlockedScene(True, hosts),
    ]


@pytest.mark.parametrize("ended", [False, True])
async def test_without_a_pin_and_after_the_end_no_wish_is_heard(post: Post, ended: bool) -> None:
    if ended:
        post.area.show("menu", in_session=False, blocked=())
        post.area.end()
    else:
        post.area.show("pin", in_session=False, blocked=())
    for wish in (scenes.Enter("next"), scenes.OpenSite("caf.fr"), scenes.AllowHost("a.fr"), writing.Resume("aide")):
        post.area.wished(wish)
    assert (post.told, post.wishes) == ([], [])


async def test_wishes_become_events(post: Post) -> None:
    post.area.show("menu", in_session=False, blocked=())
    for wish in (scenes.Enter("next"), scenes.AllowHost("cdn.example"), scenes.ReloadPage(), scenes.Back()):
        post.area.wished(wish)
    assert post.told == [
        (events.StaffRoomAsked, {"room": "next"}),
        (events.HostAllowed, {"host": "cdn.example"}),
        (events.ReloadAsked, {}),
        (events.StaffLeft, {}),
    ]


async def test_what_is_made_and_mended_is_the_writing_rooms_matter(post: Post) -> None:
    for room in ("write", "repair", "draft"):
        post.area.show(room, in_session=False, blocked=())
    post.area.wished(writing.TryIt())
    post.area.end()
    assert (post.rooms, post.wishes, post.ended) == (["write", "repair", "draft"], [writing.TryIt()], 1)
