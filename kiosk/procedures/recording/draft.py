"""A procedure in the making, and what a mediator may change in it. Pure: every change is another procedure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from kiosk.procedures.groups import GROUPS
from kiosk.procedures.model import Help, Procedure, Step, Target, Text, Theme, Visible
from kiosk.procedures.recording.noted import Noted
from kiosk.procedures.recording.steps import steps_of

_PRACTICE = ".exercice"
_SHORTEST_KEYWORD = 3
_FEWEST_KEYWORDS = 3
_LONGEST_TITLE = 100
_MOST_GESTURES = 400


@dataclass(frozen=True)
class Recording:
    """What was done up to now. `base`: the procedure without steps of its own yet."""

    base: Procedure
    gestures: tuple[Noted, ...] = ()

    def with_gesture(self, one: Noted) -> Recording:
        return self if len(self.gestures) >= _MOST_GESTURES else replace(self, gestures=(*self.gestures, one))

    def without_last(self) -> Recording:
        return replace(self, gestures=self.gestures[:-1])

    def procedure(self) -> Procedure | None:
        """None before the first gesture: a procedure has steps."""
        steps = steps_of(self.gestures)
        if not steps:
            return None
        allow = with_hosts(self.base, (one.host for one in self.gestures))
        return changed(self.base, steps=steps, allow=allow)


def begun(identity: str, title: str, start: str) -> Procedure:
    """A procedure of this title, that begins at this address."""
    title = " ".join(title.split())[:_LONGEST_TITLE]
    host = start.split("/")[2].lower()
    practice = host.endswith(_PRACTICE)
    name = host.removeprefix("www.")
    facts = {} if practice else {"sheet": "?", "help": Help(name=Text(fr=name), phone="?")}
    return Procedure(
        id=identity,
        title=Text(fr=title),
        short=Text(fr=title),
        summary=Text(fr="Le guide vous montre chaque étape."),
        theme="courriel_internet",
        service=name,
        start=start,
        allow=("@practice",) if practice else (name, f"*.{name}", "@franceconnect", "@identity"),
        keywords=_keywords(title, name),
        minutes="?",
        practice=practice,
        steps=(Step(id="libre", do=Text(fr="Faites la démarche."), gesture="read"),),
        **facts,  # type: ignore[arg-type]
    )


def changed(procedure: Procedure, **fields: object) -> Procedure:
    """The same, checked again."""
    return Procedure.model_validate({**{name: getattr(procedure, name) for name in Procedure.model_fields}, **fields})


def with_hosts(procedure: Procedure, hosts: Iterable[str]) -> tuple[str, ...]:
    """Its allow-list with these hosts, where no entry lets them through already."""
    allow = list(procedure.allow)
    for host in dict.fromkeys(hosts):
        known = [procedure.host, *(one for entry in allow for one in GROUPS.get(entry, (entry,)))]
        if not any(host == one or (one.startswith("*.") and host.endswith(one[1:])) for one in known):
            allow.append(host)
    return tuple(allow)


# --- what a mediator writes ---------------------------------------------------------------------------------------


def with_sentence(procedure: Procedure, place: int, text: str) -> Procedure:
    """A sentence that holds nothing is none: the one before stays."""
    return _with_step(procedure, place, do=Text(fr=text.strip())) if text.strip() else procedure


def with_why(procedure: Procedure, place: int, text: str) -> Procedure:
    return _with_step(procedure, place, why=Text(fr=text.strip()) if text.strip() else None)


def with_who(procedure: Procedure, place: int, who: Literal["user", "anyone"]) -> Procedure:
    return _with_step(procedure, place, who=who)


def with_theme(procedure: Procedure, theme: Theme) -> Procedure:
    return changed(procedure, theme=theme)


def without_step(procedure: Procedure, place: int) -> Procedure:
    """The last one stays. What the step before waits for was this one: it waits for the next."""
    steps = list(procedure.steps)
    if len(steps) == 1:
        return procedure
    gone = steps.pop(place)
    if place > 0:
        steps[place - 1] = _waiting_for(steps[place - 1], gone, steps[place] if place < len(steps) else None)
    return changed(procedure, steps=tuple(steps))


def with_step_moved(procedure: Procedure, place: int, by: Literal[-1, 1]) -> Procedure:
    steps = list(procedure.steps)
    if not 0 <= place + by < len(steps):
        return procedure
    steps.insert(place + by, steps.pop(place))
    return changed(procedure, steps=tuple(steps))


def verified(procedure: Procedure, today: date) -> Procedure:
    """Somebody went through it on the real site. An exercise has none."""
    return procedure if procedure.practice else changed(procedure, verified=today, doubts=_still_doubtful(procedure))


def _still_doubtful(procedure: Procedure) -> tuple[str, ...]:
    return tuple(doubt for doubt in procedure.doubts if doubt not in ("start", "cases", "steps"))


def _with_step(procedure: Procedure, place: int, **fields: object) -> Procedure:
    steps = list(procedure.steps)
    steps[place] = steps[place].model_copy(update=fields)
    return changed(procedure, steps=tuple(steps))


def _waiting_for(step: Step, gone: Step, later: Step | None) -> Step:
    if gone.target is None or step.done != Visible(visible=gone.target):
        return step
    target: Target | None = later.target if later is not None else None
    done = Visible(visible=target) if target is not None and target != step.target else None
    return step.model_copy(update={"done": done})


def _keywords(title: str, name: str) -> tuple[str, ...]:
    words = [word for word in re.findall(r"[^\W\d_]+", title.lower()) if len(word) >= _SHORTEST_KEYWORD]
    words += [part for part in name.split(".")[:-1] if len(part) >= _SHORTEST_KEYWORD]
    found = list(dict.fromkeys(words))[:8]
    return (*found, *("démarche", "site", "internet")[: max(0, _FEWEST_KEYWORDS - len(found))])
