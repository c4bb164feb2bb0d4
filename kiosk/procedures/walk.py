"""What a walkthrough is made of: what happens to it, what it asks for, and where it stands.

Pure data, and what can be read from it; the rules are `engine`'s.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kiosk.procedures.conditions import Before, Facts, leaves
from kiosk.procedures.model import Step, Target

Outcome = Literal["todo", "page", "user"]
How = Literal["page", "user"]
Phase = Literal["guiding", "not_found", "page_changed", "elsewhere", "lost", "down", "without_guide", "finished"]


@dataclass(frozen=True)
class Place:
    """Where the step's target was seen: which page of the session, and its address."""

    tab: int
    address: str

    @property
    def host(self) -> str:
        return self.address.partition("/")[0].lower()


# --- events -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Event:
    pass


@dataclass(frozen=True)
class Saw(Event):
    facts: Facts
    now: float


@dataclass(frozen=True)
class Tick(Event):
    now: float


@dataclass(frozen=True)
class SaidDone(Event):
    """ "C'est fait"."""


@dataclass(frozen=True)
class SaidNotFound(Event):
    """ "Je ne trouve pas"."""


@dataclass(frozen=True)
class WentBack(Event):
    """To the step before."""


@dataclass(frozen=True)
class AskedWhere(Event):
    """ "Je suis perdu"."""


@dataclass(frozen=True)
class ClosedWhere(Event):
    """The person sees again where they are."""


@dataclass(frozen=True)
class AskedReturn(Event):
    """ "Revenir à la bonne page"."""


@dataclass(frozen=True)
class SaidDown(Event):
    """ "Le site est en panne"."""


@dataclass(frozen=True)
class TriedAgain(Event):
    """ "Essayer encore"."""


@dataclass(frozen=True)
class Restart(Event):
    """Begin this step again, whatever the page shows of it already."""

    step: str


@dataclass(frozen=True)
class ContinueWithoutGuide(Event):
    pass


# --- commands ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Command:
    pass


@dataclass(frozen=True)
class Watch(Command):
    """Look for these from now on, and for nothing else."""

    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Point(Command):
    target: Target
    gesture: str
    who: str


@dataclass(frozen=True)
class Unpoint(Command):
    pass


@dataclass(frozen=True)
class Show(Command):
    step_id: str
    number: int
    total: int


@dataclass(frozen=True)
class Done(Command):
    step_id: str
    how: How


@dataclass(frozen=True)
class Drifted(Command):
    step_id: str


@dataclass(frozen=True)
class Finished(Command):
    pass


@dataclass(frozen=True)
class Return(Command):
    """Bring the page back where the step's target was seen; None: open the start again."""

    place: Place | None


@dataclass(frozen=True)
class ReportDown(Command):
    """For the counts: the site is down. Once a walkthrough."""


@dataclass(frozen=True)
class Reload(Command):
    pass


@dataclass(frozen=True)
class State:
    """Before `index` every step has an outcome; from there on, none.

    `fresh`: whether what the page shows already may complete the step; after going back, only a change may.
    `held_at_start`: the later steps whose address the page had already when this step began: no proof of progress.
    `looked`: whether any facts have come; until then, what lies in the tray and what was served are not known.
    `filled_ahead`: the next steps whose own fields were seen filled, on a form in another order than the guide's.
    `home`: where the target of this step was last seen. `said_down`: the person said so, whatever the page does.
    """

    steps: tuple[Step, ...]
    outcomes: tuple[Outcome, ...]
    index: int = 0
    phase: Phase = "guiding"
    facts: Facts = field(default_factory=Facts)
    looked: bool = False
    fresh: bool = True
    before: Before = field(default_factory=Before)
    held_at_start: frozenset[int] = frozenset()
    filled_ahead: frozenset[int] = frozenset()
    home: Place | None = None
    said_down: bool = False
    reported_down: bool = False
    missing_since: float | None = None
    drifted: frozenset[str] = frozenset()
    pointed: Point | None = None
    watched: tuple[Target, ...] = ()

    @property
    def step(self) -> Step | None:
        """The step to do now; None once all are done."""
        return self.steps[self.index] if self.index < len(self.steps) else None

    @property
    def is_elsewhere(self) -> bool:
        """The page in front is another one, or of another site, than where this step was seen, and does not show it."""
        if self.home is None or not self.facts.settled or self.visible_target is not None:
            return False
        return self.facts.place != (self.home.tab, self.home.host)

    @property
    def is_one_of_many(self) -> bool:
        """Several things on the page bear the target's name: none of them can be pointed at as the right one."""
        return self.step is not None and self.certain_target is None and self.visible_target is not None

    @property
    def visible_target(self) -> Target | None:
        """What the step points at, as far as it can be seen."""
        return next(iter(self._seen), None)

    @property
    def certain_target(self) -> Target | None:
        """The one thing to point at. An alternative that is there once is better than a name that is there twice."""
        return next((leaf for leaf in self._seen if not self.facts.sights[leaf].many), None)

    @property
    def _seen(self) -> tuple[Target, ...]:
        if self.step is None or self.step.target is None or self.facts.down:
            return ()
        sights = self.facts.sights
        return tuple(leaf for leaf in leaves(self.step.target) if leaf in sights and sights[leaf].visible)
