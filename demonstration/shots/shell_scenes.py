"""The shell's screens and its bars over a page, brought there as a person or the application brings them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from demonstration.shots.shelf import NOON
from demonstration.shots.stage import DrawnPage, Part, Stage
from demonstration.shots.touch import raise_keyboard
from kiosk.session.receipt import WIPE_STEPS, Receipt, WipeReport, WipeStep
from kiosk.ui import words
from kiosk.ui.screens.home import HomePage
from kiosk.ui.screens.results import ResultsPage
from kiosk.ui.shell import Shell

Show = Callable[[Stage], list[Part]]

PROBLEM = "procedures/a.yaml, ligne 3 : « titel » : champ inconnu. Vouliez-vous dire « title » ?"
LONG_HOST = "mesdemarches-en-ligne.exemple.fr"


def receipt(good: bool = True) -> Receipt:
    steps = tuple(WipeStep(code, 1.26, good or code != "memory") for code in WIPE_STEPS)
    return Receipt(WipeReport(steps, 7.56, NOON))


def home(shell: Shell) -> HomePage:
    shell.show_home()
    page = shell.windows[0].page
    assert isinstance(page, HomePage)
    return page


def press(shell: Shell, *names: str) -> None:
    """Buttons of the page in front, by their names."""
    for name in names:
        page = shell.windows[0].page
        assert page is not None
        button = page.findChild(QAbstractButton, name)
        assert button is not None, name
        button.click()


def results(shell: Shell) -> ResultsPage:
    home(shell).searched.emit("lettre")
    page = shell.windows[0].page
    assert isinstance(page, ResultsPage)
    return page


def _with_problems(shell: Shell) -> HomePage:
    shell.set_problems((PROBLEM,))
    return home(shell)


def _question(shell: Shell) -> None:
    """A sheet with its second question open, and in it the first situation chosen."""
    results(shell).sheet_chosen.emit("F1")
    press(shell, "question_1", "situation_0")


def _guide(shell: Shell, askable: bool) -> None:
    shell.set_pairs(False, askable)
    home(shell).guide_asked.emit()


def _called(shell: Shell, show: Callable[[Shell], object]) -> None:
    show(shell)
    shell.set_mediator_called(True)


def _listened(shell: Shell) -> None:
    shell.set_voice(True)
    home(shell).procedure_chosen.emit("prime-activite")
    shell.set_voice(False)


def _notice_over(shell: Shell) -> None:
    home(shell).notice_asked.emit()


SCREENS: dict[str, Callable[[Shell], object]] = {
    "home": home,
    "home, mediator called": lambda shell: _called(shell, home),
    "home, with problems": _with_problems,
    "theme": lambda shell: home(shell).theme_chosen.emit("social_sante"),
    "nothing found": lambda shell: home(shell).searched.emit("introuvable"),
    "found": lambda shell: home(shell).searched.emit("prime"),
    "sheets found": results,
    "all sheets": lambda shell: results(shell).all_sheets_asked.emit(),
    "information": _question,
    "information with a guide": lambda shell: results(shell).sheet_chosen.emit("F2"),
    "unsure": lambda shell: home(shell).unsure.emit(),
    "problems": lambda shell: _with_problems(shell).problems_asked.emit(),
    "procedure": lambda shell: home(shell).procedure_chosen.emit("prime-activite"),
    "procedure, with a voice": _listened,
    "procedure, cases": lambda shell: home(shell).procedure_chosen.emit("attestation-caf"),
    "notice": _notice_over,
    "devices, user": lambda shell: shell.show_devices(0),
    "devices, user's keyboard": lambda shell: shell.show_devices(1),
    "devices, mediator": lambda shell: shell.show_devices(2, taken=True),
    "opening": lambda shell: shell.show_opening(),
    "opening a site": lambda shell: shell.show_opening(LONG_HOST),
    "are you there": lambda shell: shell.show_warning(45, 60),
    "closing": lambda shell: shell.show_closing(3),
    "closing, with a mediator": lambda shell: shell.show_closing(3, 72),
    "closing, left behind": lambda shell: shell.show_closing(1, None, ("scanner", "printer", "stick")),
    "closing, nothing": lambda shell: shell.show_closing(0),
    "wiping": lambda shell: shell.show_wiping(WIPE_STEPS[:2]),
    "wiping, for a reason": lambda shell: shell.show_wiping(WIPE_STEPS[:5], reason="refused-message"),
    "wiped": lambda shell: shell.show_wiped(receipt()),
    "wiped, idle": lambda shell: shell.show_wiped(receipt(), "idle"),
    "locked": lambda shell: shell.show_locked("E-304", 4, 8, NOON),
    "locked, never opened": lambda shell: shell.show_locked("E-106", 0, 8, NOON),
    "guide": lambda shell: _guide(shell, False),
    "guide, devices": lambda shell: _guide(shell, True),
}


def _screen(show: Callable[[Shell], object]) -> Show:
    def shown(stage: Stage) -> list[Part]:
        show(stage.shell)
        return stage.screen

    return shown


SCENES: dict[str, Show] = {name: _screen(show) for name, show in SCREENS.items()}


def _bars(stage: Stage, *, wheel: bool) -> list[Part]:
    """Over a page."""
    below = stage.below(bar=wheel)
    page = DrawnPage()
    page.resize(stage.look.width, stage.look.height - below)
    parts = [Part(stage.shell.windows[1]), Part(page, QPoint(0, below))]
    if wheel:
        parts.append(Part(stage.shell.wheel_bar, QPoint(0, stage.below(bar=False))))
    return parts


def _alone(
    stage: Stage, *, called: bool = False, beside: bool = False, missing: str = "", host: str = "", blocked: int = 0
) -> list[Part]:
    if host:
        stage.shell.show_opening(host)
    stage.shell.set_mediator_called(called)
    stage.shell.show_session(with_mediator=beside)
    stage.shell.set_missing(words.device_gone("user", missing) if missing else "")
    stage.shell.show_blocked(blocked)
    return _bars(stage, wheel=False)


def _driven(
    stage: Stage, mode: str, *, secret: bool = False, long: int = 0, gone: Sequence[str] = (), blocked: int = 0
) -> list[Part]:
    stage.shell.show_session(with_mediator=True)
    stage.shell.set_driving(mode, secret, paired=True, bar=True, remind_after=long)
    for kind in gone:
        stage.shell.notice_device(words.device_gone("user", kind))
    stage.shell.show_blocked(blocked)
    return _bars(stage, wheel=True)


BARS: dict[str, Show] = {
    "alone": _alone,
    "mediator called": partial(_alone, called=True),
    "mediator beside": partial(_alone, beside=True),
    "mouse gone": partial(_alone, missing="mouse"),
    "a site": partial(_alone, host=LONG_HOST),
    "a site, blocked": partial(_alone, host=LONG_HOST, beside=True, blocked=3),
    "user drives": partial(_driven, mode="user"),
    "mediator drives": partial(_driven, mode="mediator"),
    "mediator drives, long": partial(_driven, mode="mediator", long=120),
    "both drive": partial(_driven, mode="both"),
    "brake": partial(_driven, mode="brake"),
    "secret": partial(_driven, mode="user", secret=True),
    "user drives, keyboard gone": partial(_driven, mode="user", gone=("keyboard",)),
    "user drives, blocked": partial(_driven, mode="user", blocked=2),
}


def with_touch_keyboard(stage: Stage) -> list[Part]:
    line = home(stage.shell).findChild(QLineEdit)
    assert line is not None
    raise_keyboard(stage.shell.windows[0], line)
    return stage.screen
