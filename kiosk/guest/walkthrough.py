"""The walkthrough at work: feeds the engine with what the probe sees and the person says, and carries its commands out.

The rules are the engine's. This module knows the clock, the probe, the panel's scenes and the words for the shell.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal, cast

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.guest.panel import About, Answer, Driving, Page, Scene, Voice
from kiosk.guest.probe.look import Gesture, Who, ring_look
from kiosk.guest.probe.probe import Probe
from kiosk.guest.tray import Document, latest_paper
from kiosk.procedures import engine
from kiosk.procedures.model import Language, Procedure, Step, Target, Word
from kiosk.procedures.recording.noted import Noted
from kiosk.procedures.time_left import minutes_left
from kiosk.session import messages

TICK_MS = 500
MOST_WORDS = 3

_EVENTS: Mapping[Answer, engine.Event] = {
    "done": engine.SaidDone(),
    "not-found": engine.SaidNotFound(),
    "back": engine.WentBack(),
    "close-where": engine.ClosedWhere(),
    "without-guide": engine.ContinueWithoutGuide(),
    "return": engine.AskedReturn(),
    "site-down": engine.SaidDown(),
    "try-again": engine.TriedAgain(),
}


@dataclass(frozen=True)
class Front:
    """The page in front (see `engine.Facts`). `status`: what the server answered it with (HTTP), 0 for nothing; None as
    long as that is not known. `down`: it does not answer at all. `covered`: our own words lie over it."""

    address: str
    loading: bool
    tab: int = 0
    status: int | None = 0
    down: bool = False
    covered: bool = False


class Walkthrough(QObject):
    """`scene_changed` carries a `Scene`; `reported` a message for the shell. `return_wanted` carries the `engine.Place`
    to bring back, None for the start; `reload_wanted`: the person tries the page again."""

    scene_changed = Signal(object)
    reported = Signal(object)
    return_wanted = Signal(object)
    reload_wanted = Signal()

    def __init__(self, probe: Probe, look_at_page: Callable[[], Front], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words_in: Callable[[str], tuple[Word, ...]] = lambda _text: ()
        self._probe = probe
        self._look_at_page = look_at_page
        self._state: engine.State | None = None
        self._procedure: Procedure | None = None
        self._resumed: str | None = None
        self._site = ""
        self._recorded: tuple[Noted, ...] | None = None
        self._voice: Voice = "none"
        self._words: dict[str, tuple[Word, ...]] = {}
        self._language: Language = "fr"
        self._pointed: tuple[Target, Gesture, Who] | None = None
        self._downloads: tuple[str, ...] = ()
        self._has_paper = False
        self._served: tuple[str, ...] = ()
        self._mediator = False
        self._mediator_called = False
        self._driving = Driving()
        self._covered = False
        self._ticking = QTimer(self, interval=TICK_MS)
        self._ticking.timeout.connect(lambda: self._react(engine.Tick(time.monotonic())))
        probe.changed.connect(self.look)

    def begin(self, procedure: Procedure, case: str | None, resume_step: str | None) -> None:
        self._procedure = procedure
        self._words.clear()
        self._state, commands = engine.begin(procedure, case, resume_step)
        self._resumed = resume_step if self._state.index > 0 else None
        self._carry_out(commands)
        self._ticking.start()
        self._show()

    def go_free(self, host: str) -> None:
        """There is no guide for this site: the panel says so, and helps as it can."""
        self._site = host
        self._react(engine.ContinueWithoutGuide())
        self._show()

    def show_recorded(self, recorded: tuple[Noted, ...]) -> None:
        """A walkthrough is being made: the panel shows what was noted up to now."""
        self._recorded = recorded
        self._show()

    def point_again(self) -> None:
        """The person is back on a page that may have been moved meanwhile: the ring comes into sight as at first."""
        self._probe.unpoint()
        self._draw_ring()

    def look(self) -> None:
        """Something of the page may have changed."""
        front = self._look_at_page()
        facts = engine.Facts(
            address=front.address,
            loading=front.loading or self._probe.loading,
            sights=self._probe.sights(),
            downloads=self._downloads,
            served=self._served,
            tab=front.tab,
            refused=front.status is None or front.status >= HTTPStatus.BAD_REQUEST,
            down=front.down or (front.status or 0) >= HTTPStatus.INTERNAL_SERVER_ERROR,
        )
        changed, self._covered = self._covered is not front.covered, front.covered
        self._react(engine.Saw(facts, time.monotonic()))
        if changed:
            self._show()

    def choose(self, choice: Answer) -> None:
        """The person pressed a button of the panel."""
        match choice:
            case "finish":
                self.reported.emit(messages.FinishAsked())
            case "mediator":
                self._mediator_called = True
                self.reported.emit(messages.MediatorCalled())
                self._show()
            case "listen":
                self._ask_to_hear()
            case "stop-listening":
                self.reported.emit(messages.StopReading())
            case _:
                self._react(self._event(choice))
                # The page as it is now: what the person does from here on is a change.
                self.look()

    def ask_where(self) -> None:
        self._react(engine.AskedWhere())

    def note_documents(self, documents: Sequence[Document]) -> None:
        """What lies in the tray, in the order it came."""
        self._downloads = tuple(document.name for document in documents)
        self._has_paper = latest_paper(documents) is not None
        self.look()
        self._show()

    def note_reading(self, on: bool) -> None:
        """The first word of it says that the post has a voice."""
        self._voice = "reading" if on else "silent"
        self._show()

    def note_served(self, service: messages.Service) -> None:
        self._served += (service,)
        self.look()

    def seat(self, mediator: bool) -> None:
        self._mediator = mediator
        if not mediator:
            self._mediator_called = False
        self._show()

    def drive(self, driving: Driving) -> None:
        """Who drives is no matter of the engine: a step is the same step, whoever's hand does it."""
        self._driving = driving
        self._show()

    def speak(self, language: Language) -> None:
        """Another language or another look: the ring's words are drawn again."""
        self._language = language
        self._draw_ring()
        self._show()

    def _event(self, choice: Answer) -> engine.Event:
        assert self._state is not None
        return _EVENTS.get(choice) or engine.Restart(self._state.steps[self._state.index].id)

    def _ask_to_hear(self) -> None:
        if self._state is not None and self._state.step is not None:
            part: Literal["step", "help"] = "help" if self._state.phase == "down" else "step"
            self.reported.emit(messages.ReadAloud(step=self._state.step.id, part=part))

    def _react(self, event: engine.Event) -> None:
        if self._state is None:
            return
        before = self._state
        self._state, commands = engine.react(before, event)
        self._carry_out(commands)
        if commands or self._state != before:
            self._show()

    def _carry_out(self, commands: Sequence[engine.Command]) -> None:
        for command in commands:
            match command:
                case engine.Watch(targets):
                    self._probe.watch(targets)
                case engine.Point(target, gesture, who):
                    self._pointed = (target, cast(Gesture, gesture), cast(Who, who))
                    self._draw_ring()
                case engine.Unpoint():
                    self._pointed = None
                    self._draw_ring()
                case engine.Return(place):
                    self.return_wanted.emit(place)
                case engine.Reload():
                    self.reload_wanted.emit()
                case _:
                    self._report(command)

    def _report(self, command: engine.Command) -> None:
        match command:
            case engine.Show(step_id, number, total):
                if self._voice == "reading":
                    # What is being read is of the step before.
                    self.reported.emit(messages.StopReading())
                self.reported.emit(messages.StepShown(step=step_id, number=number, total=total))
            case engine.Done(step_id, how):
                self.reported.emit(messages.StepDone(step=step_id, how=how))
            case engine.Drifted(step_id):
                self.reported.emit(messages.Drift(step=step_id))
            case engine.ReportDown():
                self.reported.emit(messages.SiteDown())

    def _draw_ring(self) -> None:
        if self._pointed is None:
            self._probe.unpoint()
        else:
            target, gesture, who = self._pointed
            self._probe.point(target, ring_look(gesture, who))

    def _show(self) -> None:
        state = self._state
        if state is None:
            return
        done = frozenset(number for number, outcome in enumerate(state.outcomes, 1) if outcome != "todo")
        step = state.steps[min(state.index, len(state.steps) - 1)]
        self.scene_changed.emit(
            Scene(
                phase=state.phase,
                steps=tuple(state.steps),
                number=min(state.index + 1, len(state.steps)),
                done=done,
                language=self._language,
                pointed=self._pointed is not None and self._probe.shows(self._pointed[0]),
                mediator=self._mediator,
                mediator_called=self._mediator_called,
                documents=len(self._downloads),
                has_paper=self._has_paper,
                driving=self._driving,
                words=self._words_of(step),
                about=self._about(state),
                page=_page(state, self._covered),
                voice=self._voice,
                resumed=step.id == self._resumed,
                site=self._site,
                recorded=self._recorded,
            )
        )

    def _about(self, state: engine.State) -> About:
        procedure = self._procedure
        if procedure is None:
            return About()
        return About(
            unverified=procedure.verified == "never" and not procedure.practice,
            doubts=procedure.doubts,
            minutes=minutes_left(procedure.known_minutes, state.index + 1, len(state.steps)),
            help=procedure.help,
            in_french=procedure.in_french(self._language),
        )

    def _words_of(self, step: Step) -> tuple[Word, ...]:
        """The step's own first, then those of the glossary that its sentence holds."""
        if step.id not in self._words:
            found: dict[str, Word] = {}
            for word in (*step.words, *self.words_in(step.do.fr)):
                found.setdefault(word.word.fr.casefold(), word)
            self._words[step.id] = tuple(found.values())[:MOST_WORDS]
        return self._words[step.id]


def _page(state: engine.State, covered: bool) -> Page:
    home = state.home.host if state.home is not None else ""
    return Page(
        state.facts.host,
        home,
        elsewhere=state.is_elsewhere,
        several=state.is_one_of_many,
        down=state.facts.down,
        covered=covered,
    )
