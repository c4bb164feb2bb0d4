"""The guest's own parts by the keyboard alone and by ear: step panel, tray, and every overlay over the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from kiosk.control.people import Mode
from kiosk.guest.overlays.chooser import Chooser
from kiosk.guest.overlays.overlay import Overlay
from kiosk.guest.overlays.papers import Joining, Papers
from kiosk.guest.overlays.viewer import Viewer
from kiosk.guest.panel import MEDIATOR, OWNER, Driving, Panel, Scene
from kiosk.guest.spoken import SpokenScenes
from kiosk.guest.tray import Document, Tray, TrayLimits
from kiosk.guest.tray_strip import TrayStrip
from kiosk.procedures.model import Step
from kiosk.session.messages import Appearance
from kiosk.ui import i18n, theme
from tests import walking

STEPS = tuple(
    Step.model_validate(step)
    for step in (
        {"id": "numero", "do": "Écrivez votre numéro.", "why": "La caisse trouve votre dossier.", "gesture": "write"},
        {"id": "envoyer", "do": "Envoyez la demande.", "gesture": "click"},
    )
)
PHASES = ("guiding", "not_found", "page_changed", "elsewhere", "down", "lost", "without_guide", "finished")
PAIRED = tuple(Driving(mode, paired=True) for mode in Mode)


def scene(phase: str = "guiding", number: int = 1, done: frozenset[int] = frozenset(), **more: object) -> Scene:
    given = {"language": "fr", "pointed": True, "mediator": False} | more
    return Scene(phase=phase, steps=STEPS, number=number, done=done, **given)


def wear(language: str = "fr", percent: int = 100) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    i18n.install(application, language)
    theme.apply(application, theme.make_theme(1280, 800, Appearance(language=language, text_percent=percent)))


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 724)
    under = QPushButton("Dessous", window)
    under.setFixedSize(80, 80)
    window.show()
    return window


@pytest.fixture
def tray(tmp_path: Path) -> Tray:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(0)
    folder = tmp_path / "tray"
    folder.mkdir()
    for name in ("photo.png", "carte.png"):
        assert image.save(str(folder / name))
    return Tray(folder, TrayLimits())


@pytest.mark.parametrize(("language", "percent"), [("fr", 100), ("ar", 100), ("fr", 200)])
@pytest.mark.parametrize("driving", [Driving(), *PAIRED], ids=lambda one: f"{one.mode.name} {one.paired}")
@pytest.mark.parametrize("phase", PHASES)
def test_tab_goes_round_the_panel(qtbot, phase: str, driving: Driving, language: str, percent: int) -> None:
    wear(language, percent)
    panel = Panel()
    qtbot.addWidget(panel)
    panel.resize(theme.current().panel_width, 724)
    panel.show()
    panel.show_scene(scene(phase, language=language, driving=driving, has_paper=True, documents=2))
    QApplication.processEvents()
    # The mediator's button is theirs alone: their own key does the same, and Tab is the user's.
    assert walking.wrong(panel, ordered=percent == 100, elsewhere=lambda one: one.property(OWNER) == MEDIATOR) == []


def test_tab_goes_round_the_tray(qtbot) -> None:
    strip = TrayStrip()
    qtbot.addWidget(strip)
    strip.resize(858, strip.height())
    strip.show_documents([Document(Path(f"/nulle-part/papier {number}.pdf"), "pdf", 1000) for number in range(20)])
    strip.show()
    qtbot.waitExposed(strip)
    QApplication.processEvents()
    assert walking.wrong(strip) == []


OVERLAYS = {
    "chooser": lambda window, tray: Chooser(window, tray.documents, True, []),
    "papers": lambda window, tray: Papers(window, tray.documents, lambda _: None, lambda: None),
    "joining": lambda window, tray: Joining(window, tray.documents, lambda _: None),
    "viewer": lambda window, tray: Viewer(window, tray.documents[0], lambda _: None),
}


@pytest.mark.parametrize("name", OVERLAYS)
def test_tab_stays_inside_an_overlay_and_reaches_all_of_it(qtbot, window: QWidget, tray: Tray, name: str) -> None:
    made = OVERLAYS[name](window, tray)
    overlay = next(one for one in window.findChildren(Overlay))
    if not overlay.isVisible():
        first = next(one for one in overlay.findChildren(QPushButton) if one.isEnabled())
        made.show_it() if hasattr(made, "show_it") else overlay.open(first)
    QApplication.processEvents()
    assert walking.wrong(overlay) == []
    assert not [one for one in walking.stops(overlay) if not overlay.isAncestorOf(one)], "the keyboard got out"
    overlay.close_it()


# --- what is said -------------------------------------------------------------------------------------------------


@pytest.fixture
def heard(qtbot) -> tuple[SpokenScenes, list[str]]:
    words: list[str] = []
    widget = QLabel()
    qtbot.addWidget(widget)
    return SpokenScenes(widget, lambda _, said: words.append(said)), words


def test_each_step_is_said_once_and_what_was_done_before_it(heard) -> None:
    spoken, words = heard
    spoken.show(scene())
    spoken.show(scene(pointed=False))
    spoken.show(scene(number=2, done=frozenset({1})))
    assert words == [
        "Étape 1 sur 2. Écrivez votre numéro.",
        "C'est fait. Étape 2 sur 2. Envoyez la demande.",
    ]


@pytest.mark.parametrize("phase", PHASES)
def test_wherever_the_guide_is_something_is_said(heard, phase: str) -> None:
    spoken, words = heard
    spoken.show(scene(phase))
    assert len(words) == 1
    assert words[0].strip()


def test_going_back_says_the_step_again_and_nothing_done(heard) -> None:
    spoken, words = heard
    spoken.show(scene(number=2, done=frozenset({1})))
    spoken.show(scene(number=1, done=frozenset({1})))
    assert words[-1] == "Étape 1 sur 2. Écrivez votre numéro."
