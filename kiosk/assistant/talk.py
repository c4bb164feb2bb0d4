"""The talk of the assistant: one question after the other, back and forth, until all is written down.

Knows the draft, the scenes and the machine; draws nothing. Whatever is looked for is looked for while its page is
there, and forgotten when it is left.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace

from kiosk.assistant.hands import Hands, Told
from kiosk.assistant.machine import Machine
from kiosk.errors import KioskError
from kiosk.setup import draft as draft_
from kiosk.setup.answers import Answers
from kiosk.setup.draft import ROLES, Draft
from kiosk.setup.looks import Found
from kiosk.staff import Given, Role
from kiosk.ui import setup_scenes as scenes
from kiosk.ui import setup_words
from kiosk.ui.setup_scenes import SetupScene, SetupWish


class Talk:
    """`show(scene)`; `ended(saved)`: once, when the post is to be opened. `record`: codes for IT. `hands` is given by
    `use`."""

    def __init__(
        self,
        draft: Draft,
        questions: Sequence[str],
        machine: Machine,
        *,
        show: Callable[[SetupScene], None],
        ended: Callable[[bool], None],
        record: Callable[..., None],
    ) -> None:
        self._draft = draft
        self._questions = tuple(questions)
        self._machine = machine
        self._show = show
        self._ended = ended
        self._record = record
        self._place = 0
        self._file: Answers | None = None
        self._saved = False
        self._found: dict[str, tuple[Found, ...]] = {}
        self._reached: dict[str, str] = {}
        self._look: asyncio.Task[None] | None = None

    def use(self, hands: Hands) -> None:
        self._hands = hands

    @property
    def question(self) -> str:
        return self._questions[self._place]

    def begin(self) -> None:
        self._ask()

    def told_hands(self, told: Told) -> None:
        self._draft = replace(self._draft, devices=told)
        self._go(1)

    def hands_later(self) -> None:
        self._hands.stop()
        self._go(1)

    # --- wishes -------------------------------------------------------------------------------------------------------

    def hear(self, wish: SetupWish) -> None:
        match wish:
            case scenes.Back():
                self._go(-1)
            case scenes.Later():
                self._end(saved=False)
            case scenes.Placed(name, post):
                self._take_place(name, post)
            case scenes.Next(chosen):
                self._take(chosen)
            case scenes.LookAgain():
                self._found.pop(self.question, None)
                self._reached.clear()
                self._ask()
            case scenes.FromStick():
                self._start(self._read_stick())
            case scenes.GiveCode(name, pin, again):
                self._give_code(Given(name, pin, ROLES[self.question]), again)
            case scenes.TakeBackCode(name):
                self._draft = self._draft.without(name)
                self._ask()
            case scenes.Save():
                self._start(self._save())

    def _take_place(self, name: str, post: str) -> None:
        self._draft = replace(self._draft, name=name, post=post)
        if not draft_.fits(("site", "name"), name):
            self._ask(setup_words.name_fault())
        elif not draft_.fits(("site", "post"), post):
            self._ask(setup_words.post_fault(), "post")
        else:
            self._go(1)

    def _take(self, chosen: str | None) -> None:
        match self.question:
            case draft_.LANGUAGE if chosen:
                self._draft = replace(self._draft, language=chosen)
            case draft_.HANDS if chosen:
                self._draft = replace(self._draft, pair=chosen == setup_words.TWO)
                if self._draft.pair and self._draft.devices is None and self._hands.enough():
                    self._hands.ask()
                    return
            case draft_.PRINTER if chosen is not None:
                self._draft = replace(self._draft, printer=chosen)
            case draft_.SCANNER if chosen is not None:
                self._draft = replace(self._draft, scanner=chosen)
            case draft_.SUMMARY:
                self._end(saved=True)
                return
        self._go(1)

    def _give_code(self, given: Given, again: str) -> None:
        self._draft, fault = draft_.with_person(self._draft, given, again)
        self._ask(fault, given.name if fault else "")

    def _go(self, steps: int) -> None:
        self._leave()
        self._place = max(0, min(len(self._questions) - 1, self._place + steps))
        self._ask()

    def _end(self, *, saved: bool) -> None:
        self._leave()
        self._ended(saved)

    # --- scenes -------------------------------------------------------------------------------------------------------

    def _ask(self, fault: str = "", wrong: str = "") -> None:
        at = (self._place + 1, len(self._questions))
        told = self._draft
        question = self.question
        if question == draft_.PLACE:
            scene: SetupScene = scenes.PlaceScene(
                at=at, fault=fault, name=told.name or "", post=told.post or "", wrong=wrong
            )
        elif question in ROLES:
            role = ROLES[question]
            people = told.of_role(role)
            scene = scenes.CodesScene(at=at, fault=fault, it=role is Role.IT, people=people, name=wrong)
        elif question == draft_.NETWORK:
            hosts = tuple((host, self._reached.get(host, "")) for host in self._machine.hosts())
            scene = scenes.NetworkScene(at=at, hosts=hosts)
            if not self._reached:
                self._start(self._try_network([host for host, _ in hosts]))
        elif question == draft_.SUMMARY:
            scene = scenes.SummaryScene(at=at, fault=fault, lines=self._summary(), saved=self._saved)
        else:
            scene = self._choice(at)
        self._record("setup-question", step=question, number=self._place + 1, verified=not fault)
        self._show(scene)

    def _choice(self, at: tuple[int, int]) -> SetupScene:
        question, told = self.question, self._draft
        looking = False
        if question == draft_.LANGUAGE:
            choices, chosen = setup_words.language_choices(), told.language
        elif question == draft_.HANDS:
            choices = setup_words.hands_choices(self._hands.enough())
            chosen = None if told.pair is None else setup_words.TWO if told.pair else setup_words.ONE
        else:
            chosen = told.printer if question == draft_.PRINTER else told.scanner
            found = [(one.name, one.words) for one in self._found.get(question, ())]
            choices = setup_words.device_choices(question, found, chosen)
            looking = question not in self._found
            if looking:
                self._start(self._find(question))
        return scenes.ChoiceScene(at=at, question=question, choices=choices, chosen=chosen, looking=looking)

    def _summary(self) -> tuple[str, ...]:
        told = self._draft
        names = [name for role in Role for name, _ in told.of_role(role)]
        return setup_words.summary(
            name=told.name or "",
            post=told.post or "",
            language=told.language or "",
            pair=told.pair,
            told=told.devices is not None,
            printer=told.printer,
            scanner=told.scanner,
            people=names,
        )

    # --- what takes a while -------------------------------------------------------------------------------------------

    def _start(self, look: Coroutine[object, object, None]) -> None:
        self._leave()
        self._look = asyncio.get_running_loop().create_task(look)

    def _leave(self) -> None:
        look, self._look = self._look, None
        if look is not None and look is not asyncio.current_task():
            look.cancel()

    async def _find(self, question: str) -> None:
        found = await (self._machine.printers() if question == draft_.PRINTER else self._machine.scanners())
        self._found[question] = found
        self._ask()

    async def _try_network(self, hosts: Sequence[str]) -> None:
        reached = await asyncio.gather(*map(self._machine.reach, hosts))
        self._reached = {host: str(one) for host, one in zip(hosts, reached, strict=True)}
        if hosts:
            self._ask()

    async def _read_stick(self) -> None:
        try:
            read = await self._machine.stick()
        except KioskError as error:
            self._ask(f"{error.what} {error.todo}")
            return
        if read.problems:
            self._ask("\n".join(map(str, read.problems)))
            return
        self._file = read.answers
        self._draft = draft_.with_file(self._draft, read.answers)
        self._place = len(self._questions) - 1
        self._ask()

    async def _save(self) -> None:
        answers = draft_.answers_of(self._draft, self._questions)
        if self._file is not None:
            answers = replace(answers, settings={**answers.settings, **self._file.settings})
        try:
            await asyncio.to_thread(self._machine.save, answers)
        except KioskError as error:
            self._ask(f"{error.what} {error.kept} {error.todo}")
            return
        self._saved = True
        self._record("setup-saved", count=len(answers.settings), total=len(answers.people))
        self._ask()
