"""The panel on a site without a guide: calm, true, and never in the way of help or of the end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kiosk.control.people import Mode
from kiosk.guest.panel import Driving, Panel, Scene
from kiosk.procedures.other_site import normalise, procedure_of
from kiosk.session.messages import Appearance
from kiosk.ui import i18n, theme

LONG = "mesdemarches-en-ligne.ville-de-quelque-part.exemple.fr"


def scene(phase: str = "without_guide", host: str = "exemple.fr", **more: object) -> Scene:
    site = normalise(host)
    given = {"language": "fr", "pointed": False, "mediator": True, "number": 1, "done": frozenset()} | more
    return Scene(phase=phase, steps=procedure_of(site).steps, site=site.host, **given)


@pytest.fixture
def panel(qtbot):
    panel = Panel()
    qtbot.addWidget(panel)
    panel.resize(384, 724)
    panel.show()
    return panel


def buttons(panel: Panel) -> dict[str, QPushButton]:
    return {one.accessibleName(): one for one in panel._content.findChildren(QPushButton)}


def words(panel: Panel) -> str:
    return " ".join(label.text() for label in panel._content.findChildren(QLabel))


@pytest.mark.parametrize("phase", ["guiding", "without_guide", "page_changed", "elsewhere", "down"])
def test_it_says_that_there_is_no_guide_and_where_the_person_is(panel, phase) -> None:
    panel.show_scene(scene(phase))
    assert "Pas de guide pour ce site." in words(panel)
    assert "exemple.fr" in words(panel)
    assert "Étape" not in words(panel)


def test_a_name_that_only_looks_right_is_shown_as_it_is(panel) -> None:
    panel.show_scene(scene(host="c\u0430f.fr"))
    assert "xn--" in words(panel)


@pytest.mark.parametrize(
    ("phase", "mediator", "press", "choice"),
    [
        ("without_guide", True, "Revenir au début du site", "site-start"),
        ("without_guide", False, "Appeler un médiateur", "mediator"),
        ("lost", True, "J'ai compris", "close-where"),
        ("lost", True, "Revenir au début du site", "site-start"),
        ("lost", False, "Appeler un médiateur", "mediator"),
    ],
)
def test_each_button_says_what_the_person_chose(panel, qtbot, phase, mediator, press, choice) -> None:
    panel.show_scene(scene(phase, mediator=mediator))
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda said: said == choice):
        qtbot.mouseClick(buttons(panel)[press], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("mode", [Mode.USER, Mode.MEDIATOR, Mode.BOTH, Mode.BRAKE])
@pytest.mark.parametrize("phase", ["without_guide", "lost"])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_it_is_whole_at_every_size_whoever_drives(qapp, qtbot, mode, phase, percent, language) -> None:
    i18n.install(qapp, language)
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(language=language, text_percent=percent)))
    panel = Panel()
    qtbot.addWidget(panel)
    look = theme.current()
    panel.resize(look.panel_width, 800 - look.topbar_height - look.wheel_bar_height)
    panel.show()
    panel.show_scene(scene(phase, LONG, mediator=False, language=language, driving=Driving(mode, paired=True)))
    qtbot.waitUntil(lambda: all(one.isVisible() for one in buttons(panel).values()))
    for button in buttons(panel).values():
        assert panel.rect().contains(button.rect().translated(button.mapTo(panel, button.rect().topLeft())))
        assert button.height() >= button.heightForWidth(button.width())
    for label in panel._content.findChildren(QLabel):
        assert label.minimumSizeHint().width() <= label.width(), label.text()
    assert "Étape" not in words(panel)
