"""The panel while a procedure is made: what was noted, newest last, and a way to take back and to end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kiosk.control.people import Mode
from kiosk.guest.panel import Driving, Panel, Scene
from kiosk.guest.panel.record import MOST_SHOWN, words_of
from kiosk.procedures.model import Step
from kiosk.procedures.other_site import normalise, procedure_of
from kiosk.procedures.recording.noted import Noted, noted
from kiosk.session.messages import Appearance
from kiosk.ui import i18n, theme

STEPS = procedure_of(normalise("exemple.fr")).steps
TO_REPAIR = (Step.model_validate({"id": "envoyer", "do": "Relisez la page. Cliquez ensuite sur « Envoyer »."}),)
LONG = "Je certifie que tous les renseignements de cette page sont exacts et complets"


def did(gesture: str, role: str, name: str) -> Noted:
    one = noted(gesture, role, name, "exemple.fr/")
    assert one is not None
    return one


MANY = (*(did("click", "button", f"Bouton {letter}") for letter in "ABCDEFG"), did("choose", "checkbox", LONG))


def scene(recorded: tuple[Noted, ...], **more: object) -> Scene:
    given = {"language": "fr", "pointed": False, "mediator": True, "number": 1, "done": frozenset(), "steps": STEPS}
    return Scene(phase="without_guide", site="exemple.fr", recorded=recorded, **{**given, **more})


@pytest.fixture
def panel(qtbot):
    panel = Panel()
    qtbot.addWidget(panel)
    panel.resize(384, 724)
    panel.show()
    return panel


def buttons(panel: Panel) -> dict[str, QPushButton]:
    return {one.accessibleName(): one for one in panel._content.findChildren(QPushButton)}


def labels(panel: Panel) -> list[str]:
    return [label.text() for label in panel._content.findChildren(QLabel)]


def test_gestures_are_said_in_words() -> None:
    assert words_of(did("click", "button", "Continuer")).replace("\u2068", "").replace("\u2069", "") == (
        "Cliquer : bouton «\u00a0Continuer\u00a0»"
    )
    assert words_of(did("write", "password", "Mot de passe")).startswith("Écrire : champ secret")
    assert "(sans nom)" in words_of(did("click", "link", "12"))


def test_the_newest_stands_last_and_all_are_counted(panel) -> None:
    panel.show_scene(scene(MANY))
    said = [text for text in labels(panel) if text.startswith(("Cliquer", "Choisir"))]
    assert said == [words_of(one) for one in MANY[-MOST_SHOWN:]]
    assert "Gestes notés : 8" in " ".join(labels(panel))
    assert "jamais noté" in " ".join(labels(panel))


def test_nothing_can_be_taken_back_before_anything_was_noted(panel) -> None:
    panel.show_scene(scene(()))
    assert not buttons(panel)["Annuler le dernier geste"].isEnabled()


def test_a_gesture_can_be_taken_back(panel, qtbot) -> None:
    panel.show_scene(scene(MANY))
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda said: said == "take-back"):
        qtbot.mouseClick(buttons(panel)["Annuler le dernier geste"], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("recorded", [(), MANY], ids=["nothing", "many"])
@pytest.mark.parametrize("steps", [STEPS, TO_REPAIR], ids=["write", "repair"])
def test_it_says_where_to_end_and_has_no_second_button_for_it(panel, recorded, steps) -> None:
    panel.show_scene(scene(recorded, steps=steps))
    assert "À la fin, cliquez sur Terminer, en haut." in " ".join(labels(panel))
    assert "Terminer" not in buttons(panel)


def test_the_step_to_repair_is_said(panel) -> None:
    panel.show_scene(scene((), steps=TO_REPAIR))
    assert "Cliquez ensuite sur" in " ".join(labels(panel))


@pytest.mark.parametrize("mode", [Mode.USER, Mode.MEDIATOR, Mode.BOTH])
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("steps", [STEPS, TO_REPAIR], ids=["write", "repair"])
def test_it_is_whole_at_every_size_whoever_drives(qapp, qtbot, mode, percent, steps) -> None:
    i18n.install(qapp, "fr")
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(text_percent=percent)))
    panel = Panel()
    qtbot.addWidget(panel)
    look = theme.current()
    panel.resize(look.panel_width, 800 - look.topbar_height - look.wheel_bar_height)
    panel.show()
    panel.show_scene(scene(MANY, steps=steps, driving=Driving(mode, paired=True)))
    qtbot.waitUntil(lambda: all(one.isVisible() for one in buttons(panel).values()))
    for button in (buttons(panel)[name] for name in ("Annuler le dernier geste", "Frein")):
        assert panel.rect().contains(button.rect().translated(button.mapTo(panel, button.rect().topLeft())))
        assert button.height() >= button.heightForWidth(button.width())
    for label in panel._content.findChildren(QLabel):
        assert label.minimumSizeHint().width() <= label.width(), label.text()
