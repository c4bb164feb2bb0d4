"""The proof of the proof: each thing that a wipe does is left out in turn, and the search must find what then stays.

What no person can do by hand is left by the proof itself: a program of the post's that writes into its home.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import xcffib
import xcffib.xproto

from proof.rig import clipboard
from proof.wipe import mutated
from proof.wipe.endings import ENDINGS, Ending
from proof.wipe.kind import Kind, Need
from proof.wipe.kinds import KINDS
from proof.wipe.kinds.traces_page import page_of
from proof.wipe.round import Outcome, Round
from proof.wipe.search import Search
from proof.wipe.session import Session, draw_family
from proof.wipe.station import station

NOTHING = "nothing"
"""The control: all is done, and all is clean."""


class AtHome(Kind):
    """As a program would that the post starts, and that keeps notes."""

    name = "at-home"
    where = "home of the post's account"

    def plant(self, session: Session) -> None:
        home = session.kiosk_home
        (home / ".notes").write_text(session.canary(self.name).core)

    def seen(self, session: Session) -> bool:
        return (session.kiosk_home / ".notes").exists()


class AtPrinter(Kind):
    """A paper that is printed just now, when the session is broken off."""

    name = "at-printer"
    where = "paper being printed"
    needs = frozenset({Need.PAPERS})

    def plant(self, session: Session) -> None:
        page_of(session).take_paper()
        session.rig.cups.rests()
        session.hands.print_paper()
        session.hands.paper_seen()
        session.hands.press("« Imprimer »")

    def seen(self, session: Session) -> bool:
        return session.rig.cups.came_out != b""


class HeldByAnother(Kind):
    """Copied by a program that outlives the session."""

    name = "held-by-another"
    where = "clipboard of another program"
    connection: Any = None

    def plant(self, session: Session) -> None:
        self.connection = xcffib.connect(display=session.display)  # type: ignore[no-untyped-call]
        root = self.connection.get_setup().roots[0]
        window, core = self.connection.generate_id(), self.connection.core
        only_input = xcffib.xproto.WindowClass.InputOnly
        core.CreateWindow(0, window, root.root, 0, 0, 1, 1, 0, only_input, root.root_visual, 0, [])
        name = "CLIPBOARD"
        core.SetSelectionOwner(window, core.InternAtom(False, len(name), name).reply().atom, 0)
        core.GetInputFocus().reply()

    def seen(self, session: Session) -> bool:
        return clipboard.held(session.display) > 0


class AtDesk(Kind):
    """A paper in the viewer of the desk, where the session is broken off."""

    name = "at-desk"
    where = "paper at the desk"
    needs = frozenset({Need.PAPERS})

    def plant(self, session: Session) -> None:
        page_of(session).take_paper()
        session.hands.print_paper()
        session.hands.paper_seen()

    def seen(self, session: Session) -> bool:
        return session.in_shell_memory(session.canary("paper-content"))


def _known(name: str) -> type[Kind]:
    return next(kind for kind in KINDS if kind.name == name)


_PLANTED: dict[str, tuple[str, ...]] = {
    "guest": ("local-storage",),
    "network": ("address-query",),
    "files": ("local-storage",),
    "memory": ("search-words", "refused-host"),
    "screen": ("root-property", "left-pixmap"),
}
_OWN: dict[str, type[Kind]] = {
    "clipboard": HeldByAnother,
    "places": AtHome,
    "papers": AtDesk,
    "printer": AtPrinter,
}
_BROKEN_OFF = (AtDesk, AtPrinter)


@dataclass(frozen=True)
class Found:
    step: str
    caught: bool
    why: tuple[str, ...]


def run(seed: str, as_json: bool, on_found: Callable[[Found], None] | None = None) -> int:
    tell = on_found or (lambda found: print(_line(found), file=sys.stderr, flush=True))
    found = []
    for step in (NOTHING, *mutated.MUTATIONS):
        found.append(leave_out(step, seed))
        tell(found[-1])
    holds = all(one.caught is (one.step != NOTHING) for one in found)
    if as_json:
        facts = {one.step: {"caught": one.caught, "why": one.why} for one in found}
        print(json.dumps({"proof": "wipe", "mutations": facts, "holds": holds}, ensure_ascii=False))
    else:
        print("\n".join(map(_line, found)))
        print("mounts: nothing can be left out, this step only looks")
        print("Each step left out is found." if holds else "NOT each step left out is found.")
    return 0 if holds else 1


def leave_out(step: str, seed: str) -> Found:
    """`caught`: the round was not clean, for a reason that has to do with what stays."""
    outcome = _play(step, seed)
    why = (*(f"{hit.kind}: {hit.writing} in {hit.place}" for hit in outcome.hits), *outcome.faults)
    assert not outcome.unseen, f"not there before the ending, so nothing is proven: {outcome.unseen}"
    return Found(step, bool(why), tuple(why[:5]))


def _play(step: str, seed: str) -> Outcome:
    family = draw_family(random.Random(f"{seed} {step}"))
    names = _PLANTED.get(step, sum(_PLANTED.values(), ()) if step == NOTHING else ())
    # One desk alone can be open when it is broken off.
    own: list[type[Kind]] = [AtHome, HeldByAnother, AtDesk] if step == NOTHING else [_OWN[step]] if step in _OWN else []
    kinds: list[type[Kind]] = [*map(_known, dict.fromkeys(names)), *own]
    with station("proof.wipe.mutated", {} if step == NOTHING else {mutated.VARIABLE: step}) as here:
        if here.disk is None:
            kinds = [kind for kind in kinds if kind is not AtHome]
        return Round(here, Search(family), family, 1, _ending(any(kind in _BROKEN_OFF for kind in kinds)), kinds).play()


def _ending(at_desk: bool) -> Ending:
    name = "guest" if at_desk else "finished"
    return next(ending for ending in ENDINGS if ending.name == name)


def _line(found: Found) -> str:
    said = "found" if found.caught else "not found"
    return f"without {found.step}: {said}" + "".join(f"\n    {one}" for one in found.why)
