"""The guest's window: the step panel wherever a walkthrough can be, the tray, what lies over the page and over it all.

The steps are those of a practice procedure, in the three languages.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any, get_args
from unittest.mock import patch

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit

from demonstration.shots.shell_scenes import LONG_HOST
from demonstration.shots.stage import Part, Stage
from demonstration.shots.touch import raise_keyboard
from kiosk import languages
from kiosk.control.people import Mode
from kiosk.guest.driving import mode_words
from kiosk.guest.overlays import chooser, questions
from kiosk.guest.overlays.overlay import Overlay
from kiosk.guest.overlays.papers import Joining, Papers
from kiosk.guest.overlays.viewer import Viewer
from kiosk.guest.page import Trouble
from kiosk.guest.panel import About, Driving, Page, Scene
from kiosk.guest.panel.panel import Panel
from kiosk.guest.tray import Document, Refusal
from kiosk.guest.tray_strip import refusal_words
from kiosk.guest.window import GuestWindow
from kiosk.procedures.engine import Phase
from kiosk.procedures.loader import load
from kiosk.procedures.model import Procedure, Share, StepService
from kiosk.procedures.other_site import normalise, procedure_of
from kiosk.procedures.recording.noted import Noted, noted
from kiosk.ui.theme import ASSETS

Show = Callable[[Stage], list[Part]]

PHASES: tuple[Phase, ...] = get_args(getattr(Phase, "__value__", Phase))
HOST = "caisse.exercice"
_NUMBER, _SECRET, _ALONE = 2, 3, 5
"""Steps of the procedure: a number to write, a password, what only the person does."""


@cache
def procedure() -> Procedure:
    loaded = load([ASSETS / "procedures"])
    return next(one for one in loaded.procedures if one.id == "exercice-attestation-caisse")


def scene(stage: Stage, phase: Phase = "guiding", number: int = _NUMBER, **more: Any) -> Scene:
    about = About(minutes=10, help=procedure().help)
    given: dict[str, Any] = {
        "language": stage.look.language,
        "pointed": phase == "guiding",
        "mediator": False,
        "done": frozenset(range(1, number)),
        "steps": procedure().steps,
        "about": about,
        "page": Page(HOST, HOST),
        "documents": 2,
        "has_paper": True,
        "voice": "silent",
    } | more
    return Scene(phase=phase, number=number, **given)


def _untranslated(stage: Stage) -> Share:
    return "none" if stage.look.language == languages.SOURCE else "all"


def _of_paper(stage: Stage, service: StepService, **more: Any) -> Scene:
    """A step of the paper desk."""
    steps = tuple(
        one.model_copy(update={"papers": service, "gesture": "click"}) if number == _NUMBER else one
        for number, one in enumerate(procedure().steps, 1)
    )
    return scene(stage, steps=steps, **more)


def _without_guide(stage: Stage, phase: Phase = "without_guide", **more: Any) -> Scene:
    steps = procedure_of(normalise(LONG_HOST)).steps
    return scene(stage, phase, 1, steps=steps, site=LONG_HOST, mediator=True, **more)


def _recorded(stage: Stage, count: int, *, repair: bool = False) -> Scene:
    did = [
        noted("click", "button", "Mon compte", HOST + "/"),
        noted("write", "textbox", "Numéro d'allocataire", HOST + "/"),
        noted("write", "password", "Mot de passe", HOST + "/"),
        noted("click", "button", "Me connecter", HOST + "/"),
        noted("choose", "checkbox", "Je certifie que tous les renseignements de cette page sont exacts", HOST + "/"),
        noted("click", "link", "12", HOST + "/"),
        noted("send", "button", "Envoyer", HOST + "/"),
    ]
    known: tuple[Noted, ...] = tuple(one for one in did if one is not None)[:count]
    if repair:
        return scene(stage, "without_guide", 1, steps=procedure().steps[1:2], site=HOST, recorded=known, mediator=True)
    return _without_guide(stage, recorded=known)


_SERVICES: tuple[StepService, ...] = get_args(getattr(StepService, "__value__", StepService))
_ELSEWHERE = Page("jeux.exemple.fr", HOST, elsewhere=True)
_PAIRED = Driving(Mode.USER, paired=True)

PANELS: dict[str, Callable[[Stage], Scene]] = {
    **{phase: partial(scene, phase=phase) for phase in PHASES},
    "first step, not verified": lambda stage: scene(
        stage,
        number=1,
        about=About(unverified=True, doubts=("start", "phone"), minutes=10, in_french=_untranslated(stage)),
    ),
    "several": lambda stage: scene(stage, page=Page(several=True), pointed=False),
    "resumed": lambda stage: scene(stage, resumed=True),
    "secret": lambda stage: scene(stage, number=_SECRET),
    "for the person alone": lambda stage: scene(stage, number=_ALONE),
    "read aloud": lambda stage: scene(stage, voice="reading"),
    "elsewhere, another site": lambda stage: scene(stage, "elsewhere", page=_ELSEWHERE),
    "lost, another site": lambda stage: scene(stage, "lost", page=_ELSEWHERE),
    "lost, mediator called": lambda stage: scene(stage, "lost", mediator_called=True),
    "lost, mediator beside": lambda stage: scene(stage, "lost", mediator=True),
    "finished, no paper": lambda stage: scene(stage, "finished", documents=0, has_paper=False),
    **{f"step, {service}": partial(_of_paper, service=service) for service in _SERVICES},
    "step, no paper": lambda stage: _of_paper(stage, "print", documents=0, has_paper=False),
    "a site": _without_guide,
    "a site, lost": lambda stage: _without_guide(stage, "lost"),
    "recording": partial(_recorded, count=0),
    "recording, many": partial(_recorded, count=7),
    "repairing": partial(_recorded, count=2, repair=True),
}
DRIVEN: dict[str, Callable[[Stage], Scene]] = {
    "user drives": lambda stage: scene(stage, driving=_PAIRED, mediator=True),
    "user drives, secret": lambda stage: scene(
        stage, number=_SECRET, driving=Driving(Mode.USER, paired=True, secret=True), mediator=True
    ),
    "user drives, lost": lambda stage: scene(stage, "lost", driving=_PAIRED, mediator=True),
    "mediator drives": lambda stage: scene(stage, driving=Driving(Mode.MEDIATOR, paired=True), mediator=True),
    "both drive": lambda stage: scene(stage, driving=Driving(Mode.BOTH, paired=True), mediator=True),
    "brake": lambda stage: scene(stage, driving=Driving(Mode.BRAKE, paired=True), mediator=True),
}
_NEVER_SHOWN = "no-tunnel"
"""Until the proxy has said what it is."""
TROUBLES = tuple(one for one in get_args(getattr(Trouble, "__value__", Trouble)) if one != _NEVER_SHOWN)
REFUSALS: tuple[Refusal, ...] = get_args(getattr(Refusal, "__value__", Refusal))


def _window(stage: Stage, shown: Scene, papers: int = 2) -> GuestWindow:
    driving = shown.driving
    window = stage.guest(papers, bar=driving.paired)
    window.show_mode(driving.mode, mode_words(driving.mode, driving.paired))
    host = shown.site or shown.page.host or HOST
    window.frame.strip.show_address(host, True, host == HOST and not shown.site, True)
    window.panel.show_scene(shown)
    return window


def _with_bars(stage: Stage, window: GuestWindow, driving: Driving, *, mediator: bool = False) -> list[Part]:
    shell = stage.shell
    shell.show_session(with_mediator=mediator)
    if driving.paired:
        shell.set_driving(driving.mode.word, driving.secret, paired=True, bar=True, remind_after=0)
    parts = [Part(shell.windows[1]), Part(window, QPoint(0, stage.below(bar=driving.paired)))]
    if driving.paired:
        parts.append(Part(shell.wheel_bar, QPoint(0, stage.below(bar=False))))
    return parts


def _panel(make: Callable[[Stage], Scene]) -> Show:
    def show(stage: Stage) -> list[Part]:
        shown = make(stage)
        return _with_bars(stage, _window(stage, shown), shown.driving, mediator=shown.mediator)

    return show


def _opened(make: Callable[[Stage], Scene]) -> Show:
    """With what waits behind "Plus"."""

    def show(stage: Stage) -> list[Part]:
        shown = make(stage)
        window = _window(stage, shown)
        # What was just laid out is not there to be pressed yet.
        stage.settle()
        _press_plus(window.panel)
        return _with_bars(stage, window, shown.driving)

    return show


def _press_plus(panel: Panel) -> None:
    from kiosk.ui.i18n import translate  # noqa: PLC0415 - in the language of now
    from kiosk.ui.widgets import Button  # noqa: PLC0415

    words = translate("Guest", "Plus")
    for button in panel.findChildren(Button):
        if button.accessibleName() == words and button.isVisibleTo(panel):
            button.click()
            return


def _covered(stage: Stage, trouble: Trouble) -> list[Part]:
    """As `Guest` does: only a site that does not answer is down, and no address is called the right one."""
    down = trouble == "unreachable"
    host = _ELSEWHERE.host if trouble == "refused" else HOST
    shown = scene(stage, "down" if down else "guiding", page=Page(host, HOST, down=down, covered=True), pointed=False)
    window = _window(stage, shown)
    window.cover.show_trouble(trouble, can_go_back=True)
    window.frame.strip.show_address(host, secure=False, right=False, can_go_back=True)
    return _with_bars(stage, window, Driving())


def _tray(stage: Stage, count: int, refused: Refusal | None = None) -> list[Part]:
    window = _window(stage, scene(stage), count)
    if refused is not None:
        window.tray_strip.show_trouble(refusal_words(refused))
    return _with_bars(stage, window, Driving())


def _over(stage: Stage, open_it: Callable[[GuestWindow, tuple[Document, ...]], object], count: int = 4) -> list[Part]:
    """An overlay, opened and not waited for."""
    window = _window(stage, scene(stage), count)
    with patch.object(Overlay, "wait", Overlay.open):
        open_it(window, stage.tray(count).documents)
    return _with_bars(stage, window, Driving())


def _read(kind: str) -> Callable[[GuestWindow, tuple[Document, ...]], object]:
    def open_it(window: GuestWindow, papers: tuple[Document, ...]) -> None:
        lost = Document(Path("/nulle-part/Contrat.doc"), "other", 1000)
        paper = next((one for one in papers if one.kind == kind), lost)
        Viewer(window, paper, lambda _: None).show_it()

    return open_it


_QUESTION = "Voulez-vous vraiment quitter cette page ? Les données que vous avez écrites ne seront pas gardées."

OVERLAYS: dict[str, Show] = {
    "choose a paper": partial(_over, open_it=lambda w, d: chooser.choose(w, d, False, [], lambda: None)),
    "choose papers": partial(_over, open_it=lambda w, d: chooser.choose(w, d, True, [], lambda: None)),
    "choose, no paper": partial(_over, open_it=lambda w, d: chooser.choose(w, d, False, [], lambda: None), count=0),
    "papers": partial(_over, open_it=lambda w, d: Papers(w, d, lambda _: None, lambda: None)),
    "many papers": partial(_over, open_it=lambda w, d: Papers(w, d, lambda _: None, lambda: None), count=20),
    "join papers": partial(_over, open_it=lambda w, d: Joining(w, d, lambda _: None)),
    "read a paper": partial(_over, open_it=_read("pdf")),
    "read a picture": partial(_over, open_it=_read("image")),
    "read what is gone": partial(_over, open_it=_read("other")),
    "the site tells": partial(_over, open_it=lambda w, _: questions.tell(w, HOST, _QUESTION)),
    "the site asks": partial(_over, open_it=lambda w, _: questions.ask_yes_no(w, HOST, _QUESTION)),
    "the site asks for words": partial(_over, open_it=lambda w, _: questions.ask_text(w, HOST, _QUESTION, "Marie")),
}


def every() -> dict[str, Show]:
    return {
        **{f"panel, {name}": _panel(make) for name, make in PANELS.items()},
        "panel, more": _opened(PANELS["first step, not verified"]),
        **{f"two people, {name}": _panel(make) for name, make in DRIVEN.items()},
        **{f"cover, {trouble}": partial(_covered, trouble=trouble) for trouble in TROUBLES},
        **{f"tray, {count}": partial(_tray, count=count) for count in (0, 1, 4, 20)},
        **{f"tray, {refusal}": partial(_tray, count=4, refused=refusal) for refusal in REFUSALS},
        **{f"over, {name}": show for name, show in OVERLAYS.items()},
    }


def with_touch_keyboard(stage: Stage) -> list[Part]:
    window = _window(stage, scene(stage))
    with patch.object(Overlay, "wait", Overlay.open):
        questions.ask_text(window, HOST, _QUESTION, "")
    line = window.findChild(QLineEdit)
    assert line is not None
    parts = _with_bars(stage, window, Driving())
    raise_keyboard(window, line)
    return parts
