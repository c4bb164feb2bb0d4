"""The talk of the first setup: back and forth, nothing lost, nothing written before it is confirmed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kiosk.assistant.hands import Hands
from kiosk.assistant.machine import Machine
from kiosk.assistant.talk import Talk
from kiosk.control.backend import Device, DeviceKind, Used
from kiosk.errors import Problem
from kiosk.setup.answers import Answers, Read, SetupError
from kiosk.setup.draft import QUESTIONS, Draft
from kiosk.setup.looks import Found, Reach
from kiosk.staff import Given, Role
from kiosk.ui import setup_scenes as scenes
from kiosk.ui.setup_scenes import ChoiceScene, Next, Placed, PlaceScene, SetupScene, SummaryScene

WITHIN = 20


class FakeMachine(Machine):
    def __init__(self) -> None:
        self.found = (Found("accueil", "HP"),)
        self.reached = Reach.OK
        self.read: Read | SetupError = Read(Answers())
        self.saved: list[Answers] = []
        self.refusal: SetupError | None = None
        self.answers = asyncio.Event()
        self.answers.set()

    async def printers(self) -> tuple[Found, ...]:
        await self.answers.wait()
        return self.found

    async def scanners(self) -> tuple[Found, ...]:
        return ()

    def hosts(self) -> tuple[str, ...]:
        return ("a.fr", "b.fr")

    async def reach(self, host: str) -> Reach:
        return self.reached

    async def stick(self) -> Read:
        if isinstance(self.read, SetupError):
            raise self.read
        return self.read

    def save(self, answers: Answers) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.saved.append(answers)


class FakeBackend:
    """The part that is used of the real one."""

    def __init__(self, *devices: Device) -> None:
        self._devices = devices
        self.listening = False
        self.on_used: Callable[[Used], None] = lambda _: None

    def devices(self) -> tuple[Device, ...]:
        return self._devices

    def listen_for_use(self, on: bool) -> None:
        self.listening = on


TWO_OF_EACH = tuple(
    Device(number, kind, f"usb-{number}", "x")
    for number, kind in enumerate((DeviceKind.MOUSE, DeviceKind.KEYBOARD) * 2)
)


class Told:
    """A talk, all that it showed, and how it ended."""

    def __init__(self, *devices: Device, draft: Draft | None = None) -> None:
        self.machine = FakeMachine()
        self.shown: list[SetupScene] = []
        self.asked: list[tuple[int, bool]] = []
        self.ended: list[bool] = []
        self.records: list[str] = []
        self.talk = Talk(
            draft or Draft(post="poste-1", language="fr", known={"nadia": Role.MEDIATOR}),
            QUESTIONS,
            self.machine,
            show=self.shown.append,
            ended=self.ended.append,
            record=lambda event, **fields: self.records.append(f"{event} {fields}"),
        )
        self.hands = Hands(None, show=lambda *asked: self.asked.append(asked), told=self.talk.told_hands)
        self.backend = FakeBackend(*devices)
        self.hands._backend = self.backend  # type: ignore[assignment]
        self.talk.use(self.hands)
        self.talk.begin()

    @property
    def scene(self) -> Any:
        return self.shown[-1]

    def to(self, question: str) -> None:
        """By the way that leads there, saying as little as can be."""
        while self.talk.question != question:
            if self.talk.question == "place":
                self.talk.hear(Placed("Le Blosne", "p-1"))
            else:
                self.talk.hear(Next())

    async def until(self, fits: Callable[[Any], bool]) -> None:
        async with asyncio.timeout(WITHIN):
            while not fits(self.scene):
                await asyncio.sleep(0)


@pytest.fixture
def told(qapp: object) -> Told:
    return Told()


async def test_it_asks_one_thing_after_the_other_and_saves_at_the_end(told: Told) -> None:
    assert isinstance(told.scene, PlaceScene)
    told.talk.hear(Placed("Le Blosne", "accueil-1"))
    told.talk.hear(Next("en"))
    told.talk.hear(Next("one"))
    await told.until(lambda scene: not scene.looking)
    assert [one.key for one in told.scene.choices] == ["accueil", ""]
    told.talk.hear(Next("accueil"))
    await told.until(lambda scene: scene.question == "scanner" and not scene.looking)
    told.talk.hear(Next(""))
    told.talk.hear(scenes.GiveCode("marc", "730194", "730194"))
    told.talk.hear(Next())
    assert told.scene.people == (("nadia", False),)
    told.talk.hear(Next())
    await told.until(lambda scene: all(reached for _, reached in scene.hosts))
    assert told.scene.hosts == (("a.fr", "ok"), ("b.fr", "ok"))
    told.talk.hear(Next())
    assert any("Le Blosne" in line for line in told.scene.lines)
    assert told.machine.saved == []
    told.talk.hear(scenes.Save())
    await told.until(lambda scene: scene.saved)
    (answers,) = told.machine.saved
    assert answers.settings["site", "name"] == "Le Blosne"
    assert answers.settings["print", "queue"] == "accueil"
    assert answers.settings["scan", "enabled"] is False
    assert answers.people == (Given("marc", "730194", Role.IT),)
    assert told.ended == []
    told.talk.hear(Next())
    assert told.ended == [True]
    assert "730194" not in str(told.records) + str(told.shown)


async def test_the_way_back_loses_nothing(told: Told) -> None:
    told.talk.hear(Placed("Le Blosne", "accueil-1"))
    told.talk.hear(Next("en"))
    told.talk.hear(scenes.Back())
    assert told.scene.chosen == "en"
    told.talk.hear(scenes.Back())
    assert (told.scene.name, told.scene.post) == ("Le Blosne", "accueil-1")
    told.talk.hear(scenes.Back())
    assert isinstance(told.scene, PlaceScene)


@pytest.mark.parametrize(("name", "post", "wrong"), [("", "p-1", ""), ("Le Blosne", "p 1", "post")])
async def test_a_place_that_is_not_named_right_is_asked_again(told: Told, name: str, post: str, wrong: str) -> None:
    told.talk.hear(Placed(name, post))
    assert (told.scene.name, told.scene.post, told.scene.wrong) == (name, post, wrong)
    assert told.scene.fault


async def test_it_can_be_put_off_and_nothing_is_written(told: Told) -> None:
    told.talk.hear(scenes.Later())
    assert told.ended == [False]
    assert told.machine.saved == []


async def test_two_of_each_are_told_apart_by_using_them(qapp: object) -> None:
    told = Told(*TWO_OF_EACH)
    told.to("hands")
    told.talk.hear(Next("two"))
    assert (told.asked, told.backend.listening) == ([(0, False)], True)
    for number in (0, 1, 0, 2, 3):
        told.hands._note_use(Used(number))
    assert told.asked == [(0, False), (1, False), (2, False), (2, True), (3, False)]
    assert (told.talk.question, told.backend.listening) == ("printer", False)
    told.to("summary")
    told.talk.hear(scenes.Save())
    await told.until(lambda scene: scene.saved)
    assert told.machine.saved[0].devices == (frozenset({"usb-0", "usb-1"}), frozenset({"usb-2", "usb-3"}))


async def test_two_of_each_that_are_not_there_yet_are_for_later(told: Told) -> None:
    told.to("hands")
    told.talk.hear(Next("two"))
    assert (told.talk.question, told.asked) == ("printer", [])


async def test_whose_they_are_can_be_told_later(qapp: object) -> None:
    told = Told(*TWO_OF_EACH)
    told.to("hands")
    told.talk.hear(Next("two"))
    told.talk.hands_later()
    assert (told.talk.question, told.backend.listening) == ("printer", False)


async def test_a_code_is_refused_with_a_reason_and_can_be_taken_back(told: Told) -> None:
    told.to("codes")
    told.talk.hear(scenes.GiveCode("lea", "492817", "492818"))
    assert (told.scene.fault, told.scene.name) == ("Les deux codes ne sont pas les mêmes.", "lea")
    told.talk.hear(scenes.GiveCode("lea", "492817", "492817"))
    assert told.scene.people == (("nadia", False), ("lea", True))
    assert (told.scene.fault, told.scene.name) == ("", "")
    told.talk.hear(scenes.TakeBackCode("lea"))
    assert told.scene.people == (("nadia", False),)


async def test_printers_can_be_looked_for_again(told: Told) -> None:
    told.to("printer")
    await told.until(lambda scene: not scene.looking)
    told.machine.found = ()
    told.talk.hear(scenes.LookAgain())
    assert told.scene.looking
    await told.until(lambda scene: not scene.looking)
    assert [one.key for one in told.scene.choices] == [""]


async def test_what_a_page_looked_for_disturbs_no_later_page(told: Told) -> None:
    told.machine.answers = asyncio.Event()
    told.to("printer")
    for _ in range(20):
        await asyncio.sleep(0)
    told.to("codes")
    shown = len(told.shown)
    told.machine.answers.set()
    for _ in range(20):
        await asyncio.sleep(0)
    assert len(told.shown) == shown, "whoever was typing there would type again"


async def test_a_file_on_a_stick_answers_everything_and_is_still_confirmed(told: Told) -> None:
    told.machine.read = Read(
        Answers(
            {("site", "name"): "La mairie", ("site", "post"): "m-1", ("session", "idle_seconds"): 240},
            (Given("zoe", "905172"),),
        )
    )
    told.talk.hear(scenes.FromStick())
    await told.until(lambda scene: isinstance(scene, SummaryScene))
    assert told.machine.saved == []
    assert any("La mairie" in line for line in told.scene.lines)
    assert any("nadia, zoe" in line for line in told.scene.lines)
    told.talk.hear(scenes.Save())
    await told.until(lambda scene: scene.saved)
    settings = told.machine.saved[0].settings
    assert (settings["site", "name"], settings["session", "idle_seconds"]) == ("La mairie", 240)


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (Read(Answers(), (Problem("kiosk.toml", "Faux.", 3),)), "kiosk.toml, ligne 3 : Faux."),
        (SetupError(what="Aucune clé.", todo="Branchez-la."), "Aucune clé. Branchez-la."),
    ],
)
async def test_a_stick_that_says_nothing_right_is_told(told: Told, read: Read | SetupError, said: str) -> None:
    told.machine.read = read
    told.talk.hear(scenes.FromStick())
    await told.until(lambda scene: scene.fault)
    assert (told.scene.fault, told.talk.question) == (said, "place")


async def test_what_cannot_be_written_is_told_and_can_be_tried_again(told: Told) -> None:
    told.to("summary")
    told.machine.refusal = SetupError(what="Le disque est plein.", todo="Faites de la place.")
    told.talk.hear(scenes.Save())
    await told.until(lambda scene: scene.fault)
    assert told.scene.fault == "Le disque est plein. Rien n'a été changé. Faites de la place."
    assert not told.scene.saved
    told.machine.refusal = None
    told.talk.hear(scenes.Save())
    await told.until(lambda scene: scene.saved)


async def test_a_printer_chosen_before_stays_though_it_is_off(qapp: object) -> None:
    told = Told(draft=replace(Draft(post="p", language="fr"), printer="couloir"))
    told.to("printer")
    await told.until(lambda scene: isinstance(scene, ChoiceScene) and not scene.looking)
    assert [one.key for one in told.scene.choices] == ["accueil", "couloir", ""]
    assert told.scene.chosen == "couloir"
