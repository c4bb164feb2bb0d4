"""Follows a round step by step in the guest's own browser, and notes what the guide saw of each step.

The person knows what they do; the guide only sees the page. Where it does not see a step that was done, the person says
so themselves ("C'est fait"), as they would on the post.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Literal

import shiboken6
from PySide6.QtNetwork import QNetworkProxy

from demonstration.following.hands import PATIENCE_MS, Hands, NotThereError, comes_true, wait_until
from demonstration.following.town import Town
from demonstration.rounds import Act, Round, StepTaken
from kiosk.guest.address import address_of
from kiosk.guest.downloads import Downloads
from kiosk.guest.page import Page
from kiosk.guest.pages import Pages
from kiosk.guest.panel import Scene
from kiosk.guest.practice_papers import FOLDER, practice_papers
from kiosk.guest.probe.probe import Probe
from kiosk.guest.profile import make_profile
from kiosk.guest.tray import Tray, TrayLimits
from kiosk.guest.walkthrough import Front, Walkthrough
from kiosk.guest.window import View
from kiosk.procedures.groups import allowed_hosts
from kiosk.procedures.model import Procedure, Step
from kiosk.session import messages

PAGE_WIDTH, PAGE_HEIGHT = 896, 620
"""What the guest leaves to a page on the smallest screen that posts have."""

QUIET_MS = 250
"""What the probe needs to look at a page once more: it does so a tenth of a second after a change."""

Outcome = Literal["detected", "fallen back", "by word", "paper desk"]


@dataclass(frozen=True)
class Seen:
    """One step as it went. `pointed`: the ring was around its target before the person began.

    `false_done`: the guide called it done while it was not. "by word": only the person can say that it is done.
    """

    step: str
    outcome: Outcome
    pointed: bool
    false_done: bool


@dataclass(frozen=True)
class Followed:
    """`refused`: hosts that the pages asked for and that the procedure does not allow."""

    procedure: str
    case: str | None
    redesigned: bool
    steps: tuple[Seen, ...]
    refused: tuple[str, ...]


class Person:
    """Answers a page's questions: takes the file that the round names."""

    def __init__(self) -> None:
        self.file = ""
        self.took = False

    def choose_files(self, several: bool, accepted: Sequence[str]) -> list[str]:
        del several, accepted
        self.took = True
        return [self.file] if self.file else []

    def tell(self, host: str, untrusted_text: str) -> None:
        pass

    def ask_yes_no(self, host: str, untrusted_text: str) -> bool:
        del host, untrusted_text
        return True

    def ask_text(self, host: str, untrusted_text: str, untrusted_default: str) -> str | None:
        del host, untrusted_text
        return untrusted_default

    def withdraw(self) -> None:
        """It answers at once: nothing waits."""


class Post:
    """The guest's browser for one person: a page in a view, its probe, its papers and the walkthrough."""

    def __init__(self, town: Town, home: Path) -> None:
        proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "127.0.0.1", town.port)
        QNetworkProxy.setApplicationProxy(proxy)
        self.person = Person()
        self.troubles: list[str] = []
        self.probe = Probe()
        self.tray = Tray(home / "tray", TrayLimits())
        self.profile = make_profile(home, town.authority, self.probe.script())
        self._downloads = Downloads(self.profile, self.tray)
        self.view = View()
        self.view.resize(PAGE_WIDTH, PAGE_HEIGHT)
        self.pages = Pages(self.view, self._make_page)
        self.walkthrough = Walkthrough(self.probe, self._page_facts)
        self.pages.front_changed.connect(self.probe.follow)
        self.pages.address_changed.connect(lambda _url: self.walkthrough.look())
        self.pages.loading_changed.connect(self.walkthrough.look)
        self.pages.trouble.connect(lambda kind, host: self.troubles.append(f"{host}: {kind}"))
        self.tray.changed.connect(lambda: self.walkthrough.note_documents(self.tray.documents))
        self.probe.follow(self.pages.front)
        self.hands = Hands(self.view, lambda: self.pages.front)
        self.view.show()
        self.view.activateWindow()
        self.view.setFocus()

    def open(self, procedure: Procedure, case: str | None) -> None:
        self.pages.load(procedure.start)
        self.walkthrough.begin(procedure, case, None)
        wait_until(lambda: not self.pages.loading and bool(self.pages.front.url().host()), procedure.start)
        self.tray.lay_out(practice_papers(procedure))

    def close(self) -> None:
        self.view.hide()
        shiboken6.delete(self.walkthrough)
        shiboken6.delete(self.probe)
        self.pages.close()
        shiboken6.delete(self.pages)
        shiboken6.delete(self.view)
        shiboken6.delete(self._downloads)
        shiboken6.delete(self.profile)

    def _make_page(self) -> Page:
        page = Page(self.profile, self.person)
        page.spoke.connect(self.probe.hear)
        return page

    def _page_facts(self) -> Front:
        page = self.pages.front
        down = page.status >= HTTPStatus.INTERNAL_SERVER_ERROR
        refused = page.status != 0
        return Front(address_of(page.committed), self.pages.loading, self.pages.number, refused, down)


class Follower:
    """One round on one version, from the first page to the last step."""

    def __init__(self, town: Town, post: Post, procedure: Procedure, taken: Round, *, redesigned: bool) -> None:
        self._town = town
        self._post = post
        self._hands = post.hands
        self._procedure = procedure
        self._case = taken.case
        self._redesigned = redesigned
        self._steps = {step.id: step for step in procedure.steps_for(taken.case)}
        self._order = _in_order(taken, self._steps, redesigned=redesigned)
        self._current = ""
        self._done: set[str] = set()
        self._detected: set[str] = set()
        self._false: set[str] = set()
        self._pointed: set[str] = set()
        self._scene: Scene | None = None
        post.walkthrough.reported.connect(self._note)
        post.walkthrough.scene_changed.connect(self._keep_scene)

    def follow(self) -> Followed:
        """Raises `NotThereError` where the round does not fit the pages."""
        self._post.open(self._procedure, self._case)
        for place, taken in enumerate(self._order):
            after = self._order[place + 1] if place + 1 < len(self._order) else None
            self._take(taken, next(iter(self._acts(after)), None) if after else None)
        return Followed(
            self._procedure.id,
            self._case,
            self._redesigned,
            tuple(self._seen(taken.step) for taken in self._order),
            self._town.refused,
        )

    def _take(self, taken: StepTaken, following: Act | None) -> None:
        step, acts = self._steps[taken.step], self._acts(taken)
        if acts and all(act.gesture == "wait" for act in acts):
            # It comes by itself: the guide may well see it first.
            self._done.add(step.id)
        if acts:
            self._hands.wait_for(acts[0].at, _label(acts[0]))
            self._look_for_ring(step)
        elif step.papers is not None:
            self._done.add(step.id)
            self._post.walkthrough.note_served(step.papers)
        # The last gesture is what does it; to wait for what it brings is no gesture.
        last = max((place for place, act in enumerate(acts) if act.gesture != "wait"), default=0)
        for place, act in enumerate(acts):
            at_ring = place == 0 and step.id in self._pointed
            self._do(act, does=step if place == last else None, at_ring=at_ring)
            self._leave(act)
            if place < last:
                # Time for a guide that is wrong to say so.
                self._hands.quiet(QUIET_MS)
        self._done.add(step.id)
        self._wait_for_guide(following)

    def _acts(self, taken: StepTaken) -> tuple[Act, ...]:
        return taken.redesigned if self._redesigned else taken.acts

    # --- the person's hands ---------------------------------------------------------------------------------------

    def _do(self, act: Act, does: Step | None, *, at_ring: bool) -> None:
        if act.gesture == "wait":
            # Eyes alone: Chromium may still look for what lies under the last press, and no page may move below it.
            self._hands.wait_for(act.at, _label(act))
            return
        spot = self._hands.find(act.at, _label(act), at_ring=at_ring)
        # What the guide says from here on is about what the person does now; nothing of it can come in between.
        if does is not None:
            self._done.add(does.id)
        match act.gesture:
            case "click":
                self._hands.click(spot)
            case "choose" if spot.tag == "SELECT":
                self._hands.pick(spot, act.value)
            case "choose":
                self._hands.click(spot)
            case "write" | "read-code":
                self._hands.enter(spot)
                if spot.type not in ("date", "month", "time"):
                    self._hands.select_all()
                code = act.gesture == "read-code"
                self._hands.type(self._town.phone_code() if code else self._hands.day_keys(spot, act.value))
            case "pick-file":
                person = self._post.person
                person.file, person.took = str(FOLDER / act.value), False
                self._hands.click(spot)
                wait_until(lambda: person.took, f"{act.at!r} asked for no file")

    def _leave(self, act: Act) -> None:
        """Whoever has written goes on to the next field."""
        if act.gesture in ("write", "read-code"):
            self._hands.type("\t")

    # --- the guide ------------------------------------------------------------------------------------------------

    def _look_for_ring(self, step: Step) -> None:
        """The ring comes, or the page has been looked at and has no such target."""
        if step.target is None or self._current != step.id:
            return
        if not self._is_pointed():
            self._hands.quiet(QUIET_MS)
        if self._is_pointed():
            self._pointed.add(step.id)

    def _is_pointed(self) -> bool:
        return self._scene is not None and self._scene.pointed

    def _wait_for_guide(self, following: Act | None) -> None:
        """Until the guide is at a step that is still to do. What it cannot see of the steps done, the person says."""
        while self._current in self._done and not self._is_finished:
            step = self._steps[self._current]
            if step.done is not None:
                self._see_if_detected(step, following)
            if self._current == step.id and not self._is_finished:
                self._post.walkthrough.choose("done")

    def _see_if_detected(self, step: Step, following: Act | None) -> None:
        def moved() -> bool:
            return self._current != step.id or self._is_finished

        if not self._redesigned:
            comes_true(moved, PATIENCE_MS)
            return
        # What the person does next is there: whatever this step led to has come.
        if following is not None:
            at, label = following.at, _label(following)
            comes_true(lambda: moved() or self._hands.see(at, label) is not None, PATIENCE_MS)
        if not moved():
            self._hands.quiet(QUIET_MS)

    @property
    def _is_finished(self) -> bool:
        return self._scene is not None and self._scene.phase == "finished"

    def _note(self, message: object) -> None:
        match message:
            case messages.StepShown(step=step):
                self._current = step
            case messages.StepDone(step=step, how="page"):
                (self._detected if step in self._done else self._false).add(step)

    def _keep_scene(self, scene: Scene) -> None:
        self._scene = scene

    def _seen(self, step_id: str) -> Seen:
        step = self._steps[step_id]
        outcome: Outcome = "detected" if step_id in self._detected else "fallen back"
        if step.done is None:
            outcome = "by word"
        elif step.papers is not None and step.target is None:
            outcome = "paper desk"
        return Seen(step_id, outcome, step_id in self._pointed, step_id in self._false)


def follow(
    town: Town, home: Path, procedure: Procedure, taken: Round, *, redesigned: bool, picture: Path | None = None
) -> Followed:
    """A whole round, with services and a browser of its own. `home` is a folder that nobody used before.

    `picture`: where to draw the page on which the person got stuck.
    """
    town.settle(allowed_hosts(procedure), redesigned=redesigned)
    post = Post(town, home)
    try:
        return Follower(town, post, procedure, taken, redesigned=redesigned).follow()
    except NotThereError as problem:
        if picture is not None:
            post.view.grab().save(str(picture))
        version = 2 if redesigned else 1
        trouble = f" ({', '.join(post.troubles)})" if post.troubles else ""
        raise NotThereError(f"{procedure.id}, case {taken.case}, version {version}: {problem}{trouble}") from None
    finally:
        post.close()


def _label(act: Act) -> str:
    return act.value if act.gesture == "choose" else ""


def _in_order(taken: Round, steps: dict[str, Step], *, redesigned: bool) -> tuple[StepTaken, ...]:
    """Every step of the case. What the round does not know of must need no gesture on a page."""
    known = {step.step: step for step in taken.steps}
    for unknown in known.keys() - steps.keys():
        raise NotThereError(f"{taken.procedure}: the round has a step {unknown!r} that case {taken.case} has not")
    for step in steps.values():
        if step.id not in known and step.done is not None and step.papers is None:
            raise NotThereError(f"{taken.procedure}: the round lacks the step {step.id!r}")
    order = tuple(steps)
    if redesigned and taken.redesigned_order:
        order = taken.redesigned_order
        if set(order) != set(steps):
            raise NotThereError(f"{taken.procedure}: redesigned_order must name each step of the case once")
    return tuple(known.get(step, StepTaken(step, (), ())) for step in order)
