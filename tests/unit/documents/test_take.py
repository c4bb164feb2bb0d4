"""Papers go home: the stick is waited for, copied to, and said to be safe to pull out, whatever happens to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.documents.desk.scenes import Scene, StickScene, TakeScene
from kiosk.documents.desk.take import take
from kiosk.documents.desk.wishes import Again, Keep, Leave, Use
from kiosk.documents.paper import Paper
from kiosk.documents.stick.base import Stick
from kiosk.documents.trouble import Trouble
from kiosk.sealed import Sealed
from tests.unit.documents.fake_counter import ScriptedCounter, Step
from tests.unit.documents.fake_sticks import A_STICK, ANOTHER, FakeSticks


def papers() -> tuple[Paper, ...]:
    return Paper("RIB", "pdf", Sealed.of(b"one")), Paper("Bail", "image", Sealed.of(b"two"))


def stage(name: str) -> Callable[[Scene], bool]:
    return lambda scene: isinstance(scene, StickScene) and scene.stage == name


def plug(sticks: FakeSticks, *here: Stick) -> Callable[[Scene], bool]:
    """A gesture of the person's hand, between two wishes."""

    def gesture(_: Scene) -> bool:
        sticks.here = here
        return True

    return gesture


async def taken(sticks: FakeSticks, *script: Step) -> ScriptedCounter:
    counter = ScriptedCounter(Use("stick"), *script)
    async with asyncio.timeout(10):
        await take(counter, papers(), sticks, None, None, look_seconds=0.001)
    assert sticks.remains() == 0
    return counter


def stages(counter: ScriptedCounter) -> list[str]:
    told = [one.stage for one in counter.scenes if isinstance(one, StickScene)]
    return [one for number, one in enumerate(told) if number == 0 or told[number - 1] != one]


async def test_only_the_ways_of_the_post_are_offered() -> None:
    counter = ScriptedCounter(Use("phone"), Use("stick"), Use("print"), Leave())
    await take(counter, papers(), None, None, None)
    assert counter.scenes == [TakeScene(("RIB", "Bail"), stick=False, phone=False, printer=False)] * 4


async def test_a_stick_is_waited_for_filled_and_said_safe_until_it_is_pulled_out() -> None:
    sticks = FakeSticks()
    counter = await taken(
        sticks, stage("insert"), plug(sticks, A_STICK), stage("copied"), plug(sticks), stage("gone"), Leave()
    )
    assert stages(counter) == ["insert", "copying", "copied", "gone"]
    assert sticks.copied == {"RIB.pdf": b"one", "Bail.jpg": b"two"}
    assert counter.services == ["take"]
    assert counter.last(StickScene) == StickScene("gone", percent=100, count=2)
    assert counter.lives == 1


async def test_one_may_leave_before_the_stick_is_pulled_out() -> None:
    counter = await taken(FakeSticks(A_STICK), stage("copied"), Leave())
    assert counter.services == ["take"]


async def test_of_several_sticks_none_is_chosen_for_the_person() -> None:
    sticks = FakeSticks(A_STICK, ANOTHER)
    counter = await taken(sticks, stage("choose"), plug(sticks, ANOTHER), stage("copied"), Leave())
    assert stages(counter)[:2] == ["choose", "copying"] or stages(counter)[:3] == ["choose", "insert", "copying"]


async def test_a_stick_that_the_kernel_does_not_know_yet_is_not_judged() -> None:
    sticks = FakeSticks(replace(A_STICK, format=""))

    class Settling(FakeSticks):
        async def plugged(self) -> tuple[Stick, ...]:
            here = await super().plugged()
            self.here = (A_STICK,)
            return here

    counter = await taken(Settling(*sticks.here), stage("copied"), Leave())
    assert "failed" not in stages(counter)


@pytest.mark.parametrize("trouble", [Trouble.STICK_PULLED_OUT, Trouble.STICK_FULL, Trouble.STICK_FAILED])
async def test_a_copy_that_failed_can_be_tried_again(trouble: Trouble) -> None:
    sticks = FakeSticks(A_STICK)
    sticks.troubles = [trouble]
    counter = await taken(sticks, stage("failed"), Again(), stage("copied"), Leave())
    (failed,) = {one for one in counter.scenes if isinstance(one, StickScene) and one.stage == "failed"}
    assert failed.trouble is trouble
    assert counter.services == ["take"]


async def test_one_who_leaves_a_stick_that_will_not_do_can_choose_another_way() -> None:
    sticks = FakeSticks(replace(A_STICK, format="exfat"))
    counter = await taken(sticks, stage("failed"), Leave(), lambda scene: isinstance(scene, TakeScene), Leave())
    assert counter.last(StickScene).trouble is Trouble.STICK_UNKNOWN_FORMAT
    assert counter.services == []


async def test_one_who_has_no_stick_can_choose_another_way() -> None:
    counter = await taken(FakeSticks(), stage("insert"), Leave(), lambda scene: isinstance(scene, TakeScene), Leave())
    assert sum(isinstance(one, TakeScene) for one in counter.scenes) == 2


async def test_a_button_pressed_during_the_copy_does_nothing_later() -> None:
    sticks = FakeSticks(A_STICK)
    go = asyncio.Event()
    sticks.wait = go.wait  # type: ignore[assignment]

    def let_go(scene: Scene) -> bool:
        go.set()
        return True

    counter = await taken(
        sticks, stage("copying"), Leave(), Keep(), let_go, stage("copied"), plug(sticks), stage("gone"), Leave()
    )
    assert stages(counter)[-2:] == ["copied", "gone"]


async def test_a_paper_that_was_printed_is_home_and_one_that_was_not_can_go_another_way() -> None:
    came_out = iter((False, True))

    async def printing() -> bool:
        return next(came_out)

    counter = ScriptedCounter(Use("print"), Use("print"))
    await take(counter, papers(), None, None, printing)
    assert sum(isinstance(one, TakeScene) for one in counter.scenes) == 2


async def test_an_end_during_a_copy_leaves_nothing_running() -> None:
    sticks = FakeSticks(A_STICK)
    sticks.wait = asyncio.Event().wait  # type: ignore[assignment]
    counter = ScriptedCounter(Use("stick"))
    task = asyncio.create_task(take(counter, papers(), sticks, None, None, look_seconds=0.001))
    async with asyncio.timeout(10):
        while not sticks.remains():
            await asyncio.sleep(0.001)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert sticks.remains() == 0
