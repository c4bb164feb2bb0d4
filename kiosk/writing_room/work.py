"""What a mediator is making or mending: the procedure, where they are in it, and how the screens show it.

Pure: keeps no file and asks for nothing. See `room`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.procedures.easy_french import remarks
from kiosk.procedures.glossary import Glossary
from kiosk.procedures.model import Procedure, Step
from kiosk.procedures.recording import draft as drafting
from kiosk.procedures.recording.draft import Recording
from kiosk.procedures.recording.repair import repaired
from kiosk.ui import writing_scenes as scenes
from kiosk.ui.staff_scenes import StaffWish


@dataclass(frozen=True)
class Work:
    """What is worked on. `repairs`: the step that is mended, of a procedure that is in the list already."""

    procedure: Procedure
    recording: Recording | None = None
    repairs: str = ""
    place: int = 0
    tried: bool = False
    sites: tuple[tuple[str, bool], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Begun, and nothing was shown yet."""
        return self.recording is not None and not self.recording.gestures

    def at(self, place: int) -> Work:
        """At this step, or the nearest there is."""
        return replace(self, place=max(0, min(place, len(self.procedure.steps) - 1)))

    def edited(self, wish: StaffWish) -> Work:
        """As a mediator wishes it. The last step cannot be taken away."""
        procedure, place = self.procedure, self.place
        match wish:
            case scenes.SayStep("sentence", text):
                procedure = drafting.with_sentence(procedure, place, text)
            case scenes.SayStep(_, text):
                procedure = drafting.with_why(procedure, place, text)
            case scenes.MarkUserOnly(on):
                procedure = drafting.with_who(procedure, place, "user" if on else "anyone")
            case scenes.RemoveStep():
                procedure = drafting.without_step(procedure, place)
            case scenes.MoveStep(by):
                procedure = drafting.with_step_moved(procedure, place, by)
                place += by
        return replace(self, procedure=procedure).at(place)

    def mended(self) -> Work:
        """The last thing that was shown takes the place of the one that is not found any more."""
        if self.recording is None or not self.recording.gestures:
            return self
        return replace(self, procedure=repaired(self.recording.base, self.repairs, self.recording.gestures[-1]))


def step_scene(work: Work, glossary: Callable[[], Glossary], wish: StaffWish | None = None) -> scenes.StepScene:
    """`wish`: what was just typed is shown as it is typed, so that a sentence that is rubbed out to write another is
    seen empty."""
    step = work.procedure.steps[work.place]
    sentence, why = _plainly(step.do.fr), _plainly(step.why.fr if step.why else "")
    match wish:
        case scenes.SayStep("sentence", text):
            sentence = text
        case scenes.SayStep(_, text):
            why = text
    return scenes.StepScene(
        number=work.place + 1,
        total=len(work.procedure.steps),
        gesture=step.gesture,
        where=step.target.name if step.target is not None else "",
        sentence=sentence,
        sentence_remark=_remark(sentence, glossary),
        why=why,
        why_remark=_remark(why, glossary),
        user_only=step.who == "user",
    )


def repaired_scene(work: Work) -> scenes.RepairedScene:
    """Of a work that is `mended`."""
    before = step_of(work.recording.base if work.recording is not None else work.procedure, work.repairs)
    after = step_of(work.procedure, work.repairs)
    new = after.target.name if after is not None and after.target is not None and not work.is_empty else ""
    return scenes.RepairedScene(
        sentence=before.do.fr if before is not None else "",
        before=before.target.name if before is not None and before.target is not None else "",
        after=new if after != before else "",
    )


def step_of(procedure: Procedure | None, identity: str) -> Step | None:
    return next((step for step in procedure.steps if step.id == identity), None) if procedure is not None else None


def _remark(text: str, glossary: Callable[[], Glossary]) -> str:
    """The first thing to change, or nothing."""
    found = next(iter(remarks(text, glossary().explains(text))), None) if text.strip() else None
    return "" if found is None else f"{found.what} Il faut : {found.expected}."


def _plainly(text: str) -> str:
    """As it is typed: with plain spaces."""
    return text.replace("\u00a0", " ")
