"""The scenes of the staff area where procedures are made and mended, and what may be wished there. Plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.procedures.model import Theme
from kiosk.procedures.other_site import Fault
from kiosk.ui.staff_scenes import StaffScene, StaffWish


@dataclass(frozen=True)
class WriteScene(StaffScene):
    """A new procedure, or one of the drafts (name and title). `fault`: `title`, none was written; `nothing`, no gesture
    was noted; or what is wrong with the address."""

    title: str = ""
    address: str = ""
    fault: Fault | Literal["title", "nothing"] | None = None
    drafts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class StepScene(StaffScene):
    """One step of a draft. `where`: its gesture and the name on the page. Remarks are French sentences about a text."""

    number: int = 1
    total: int = 1
    gesture: str = "click"
    where: str = ""
    sentence: str = ""
    sentence_remark: str = ""
    why: str = ""
    why_remark: str = ""
    user_only: bool = False


@dataclass(frozen=True)
class TriedScene(StaffScene):
    """Somebody has just gone through it."""

    title: str = ""


@dataclass(frozen=True)
class HostsScene(StaffScene):
    """Sites that were opened on the way, and whether the procedure will open them too."""

    hosts: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True)
class ThemeScene(StaffScene):
    pass


@dataclass(frozen=True)
class KeptScene(StaffScene):
    """`kept`: it is in the list now. Else no folder could be written, and it is a draft still."""

    title: str = ""
    kept: bool = True


@dataclass(frozen=True)
class RepairRow:
    """A procedure, or one step of it. `count`: how often the step was not found."""

    procedure: str
    step: str
    title: str
    detail: str = ""
    count: int = 0


@dataclass(frozen=True)
class RepairScene(StaffScene):
    """`of`: the procedure whose steps these are; empty: what drifted first, then every procedure."""

    rows: tuple[RepairRow, ...] = ()
    of: str = ""


@dataclass(frozen=True)
class RepairedScene(StaffScene):
    """`after`: what the step points at now; empty when nothing was shown that has a name."""

    sentence: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class TellDraft(StaffWish):
    """What is in the two fields. `go`: record it."""

    title: str
    address: str
    go: bool = False


@dataclass(frozen=True)
class Resume(StaffWish):
    draft: str


@dataclass(frozen=True)
class SayStep(StaffWish):
    field: Literal["sentence", "why"]
    text: str


@dataclass(frozen=True)
class MarkUserOnly(StaffWish):
    on: bool


@dataclass(frozen=True)
class RemoveStep(StaffWish):
    pass


@dataclass(frozen=True)
class MoveStep(StaffWish):
    by: Literal[-1, 1]


@dataclass(frozen=True)
class GoToStep(StaffWish):
    by: Literal[-1, 1]


@dataclass(frozen=True)
class TryIt(StaffWish):
    pass


@dataclass(frozen=True)
class AnswerTried(StaffWish):
    worked: bool


@dataclass(frozen=True)
class AddHost(StaffWish):
    host: str


@dataclass(frozen=True)
class GoOn(StaffWish):
    """What was to be chosen here is chosen."""


@dataclass(frozen=True)
class ChooseTheme(StaffWish):
    theme: Theme


@dataclass(frozen=True)
class Repair(StaffWish):
    """Without a step: its steps are shown."""

    procedure: str
    step: str = ""
