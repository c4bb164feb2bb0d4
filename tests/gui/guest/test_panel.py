"""The step panel: the same buttons at the same place, one sentence, and a way out of every situation."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kiosk.control.people import Mode
from kiosk.guest.panel import Driving, Panel, Scene
from kiosk.procedures.model import Step
from kiosk.session.messages import Appearance
from kiosk.ui import i18n, theme

STEPS = tuple(
    Step.model_validate(step)
    for step in (
        {"id": "ouvrir", "do": "Ouvrez le site.", "short": "Ouvrir le site"},
        {
            "id": "numero",
            "do": "Écrivez votre numéro d'allocataire.",
            "why": "Avec ce numéro, la caisse trouve votre dossier.",
            "gesture": "write",
            "words": [{"word": "Numéro d'allocataire", "meaning": "C'est votre numéro à la caisse."}] * 3,
            "pitfalls": ["Le numéro a 7 chiffres."] * 3,
            "target": {"role": "textbox", "name": "Numéro d'allocataire"},
        },
        {"id": "secret", "do": "Tapez votre mot de passe.", "who": "user", "gesture": "write"},
        {"id": "signer", "do": "Signez.", "who": "user", "gesture": "click"},
    )
)
SERVICES = {
    "scan": "Scanner mon papier",
    "photo": "Photographier mon papier",
    "add": "Ajouter un papier",
    "print": "Imprimer",
    "take": "Emporter",
    "mend": "Rendre plus léger",
    "receipt": "Mon reçu",
}


def scene(phase: str = "guiding", number: int = 2, **more: object) -> Scene:
    given = {"language": "fr", "pointed": True, "mediator": False, "done": frozenset(range(1, number))} | more
    return Scene(phase=phase, steps=STEPS, number=number, **given)


@pytest.fixture
def panel(qtbot):
    panel = Panel()
    qtbot.addWidget(panel)
    panel.resize(384, 724)
    panel.show()
    return panel


def buttons(panel: Panel) -> list[QPushButton]:
    return sorted(
        panel._content.findChildren(QPushButton), key=lambda button: button.mapTo(panel, button.rect().topLeft()).y()
    )


def words(panel: Panel) -> str:
    return " ".join(label.text() for label in panel._content.findChildren(QLabel))


def show(panel: Panel, wanted: Scene, qtbot) -> None:
    panel.show_scene(wanted)
    qtbot.waitUntil(lambda: all(button.isVisible() for button in panel._content.findChildren(QPushButton)))


def test_a_step_shows_its_sentence_its_reason_and_three_answers(panel, qtbot) -> None:
    show(panel, scene(), qtbot)
    assert "Écrivez votre numéro d'allocataire." in words(panel)
    assert "Étape 2 sur 4" in words(panel)
    assert "Pourquoi ?" in words(panel)
    names = [button.accessibleName() for button in buttons(panel)]
    assert names[-3:] == ["C'est fait", "Je ne trouve pas", "Retour"]


def test_the_answers_stay_at_the_same_place_from_step_to_step(panel, qtbot) -> None:
    places = []
    for number in (1, 2, 4):
        show(panel, scene(number=number), qtbot)
        places.append([button.mapTo(panel, button.rect().topLeft()) for button in buttons(panel)[-3:]])
    assert places[0] == places[1] == places[2]


def test_what_has_no_room_waits_behind_one_button(panel, qtbot) -> None:
    show(panel, scene(), qtbot)
    [plus] = [button for button in buttons(panel) if button.accessibleName() == "Plus"]
    hidden = "Le numéro a 7 chiffres."
    assert words(panel).count(hidden) < 3
    plus.click()
    assert words(panel).count(hidden) == 3
    assert "Plus" not in [button.accessibleName() for button in buttons(panel)]


def test_a_new_step_closes_what_was_opened(panel, qtbot) -> None:
    show(panel, scene(), qtbot)
    panel._open_plus()
    show(panel, scene(number=1), qtbot)
    show(panel, scene(number=2), qtbot)
    assert "Plus" in [button.accessibleName() for button in buttons(panel)]


@pytest.mark.parametrize(
    ("phase", "press", "choice"),
    [
        ("guiding", "C'est fait", "done"),
        ("guiding", "Je ne trouve pas", "not-found"),
        ("guiding", "Retour", "back"),
        ("not_found", "Revenir à l'étape 2", "restart"),
        ("not_found", "Appeler un médiateur", "mediator"),
        ("not_found", "Continuer sans le guide", "without-guide"),
        ("page_changed", "Revenir à l'étape 2", "restart"),
        ("page_changed", "Continuer sans le guide", "without-guide"),
        ("lost", "Je vois le cadre jaune", "close-where"),
        ("lost", "Recommencer l'étape", "restart"),
        ("lost", "Appeler un médiateur", "mediator"),
        ("without_guide", "Reprendre le guide", "restart"),
        ("finished", "Terminer", "finish"),
        ("finished", "Mon reçu", "receipt"),
    ],
)
def test_each_button_says_what_the_person_chose(panel, qtbot, phase, press, choice) -> None:
    show(panel, scene(phase), qtbot)
    [button] = [button for button in buttons(panel) if button.accessibleName() == press]
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda said: said == choice):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_secret_is_the_persons_own_to_type(panel, qtbot) -> None:
    show(panel, scene(number=3), qtbot)
    assert "À vous de taper. C'est secret. Ne le dites à personne. Même pas au médiateur." in words(panel)
    assert "Ce poste ne le garde pas." in words(panel)


def test_a_signature_is_the_persons_own_to_give(panel, qtbot) -> None:
    show(panel, scene(number=4), qtbot)
    assert "C'est à vous de le faire." in words(panel)


@pytest.mark.parametrize("phase", ["not_found", "page_changed"])
def test_without_the_ring_the_words_say_what_to_look_for(panel, qtbot, phase) -> None:
    show(panel, scene(phase, pointed=False), qtbot)
    assert "Cherchez la case" in words(panel)
    assert "Numéro d'allocataire" in words(panel)


def test_lost_speaks_of_the_yellow_frame_only_when_there_is_one(panel, qtbot) -> None:
    show(panel, scene("lost", pointed=False), qtbot)
    assert "cadre jaune" not in words(panel)
    assert "J'ai compris" in [button.accessibleName() for button in buttons(panel)]


@pytest.mark.parametrize("phase", ["not_found", "page_changed", "lost", "without_guide"])
def test_a_mediator_who_sits_here_is_not_called(panel, qtbot, phase) -> None:
    show(panel, scene(phase, mediator=True), qtbot)
    assert "Appeler un médiateur" not in [button.accessibleName() for button in buttons(panel)]


def test_a_call_is_acknowledged_and_not_sent_twice(panel, qtbot) -> None:
    show(panel, scene("lost", mediator_called=True), qtbot)
    [called] = [button for button in buttons(panel) if button.accessibleName() == "Le médiateur est prévenu"]
    assert not called.isEnabled()


def test_nothing_moves_when_nothing_changed(panel, qtbot) -> None:
    show(panel, scene(), qtbot)
    before = panel._content
    panel.show_scene(scene())
    assert panel._content is before


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
@pytest.mark.parametrize("language", ["fr", "en", "ar"])
@pytest.mark.parametrize("phase", ["guiding", "not_found", "page_changed", "lost", "without_guide", "finished"])
def test_buttons_are_whole_at_every_text_size(qapp, qtbot, percent, language, phase) -> None:
    i18n.install(qapp, language)
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(language=language, text_percent=percent)))
    panel = Panel()
    qtbot.addWidget(panel)
    look = theme.current()
    panel.resize(look.panel_width, 800 - look.topbar_height)
    panel.show()
    show(panel, scene(phase, number=3, language=language), qtbot)
    for button in panel._content.findChildren(QPushButton):
        assert panel.rect().contains(button.rect().translated(button.mapTo(panel, button.rect().topLeft())))
        assert button.height() >= button.heightForWidth(button.width())


def paper_step(service: str, **more: object) -> Scene:
    step = Step.model_validate({"id": "papier", "do": "Préparez votre attestation.", "papers": service})
    given = {"number": 2, "done": frozenset({1}), "language": "fr", "pointed": False, "mediator": False} | more
    return Scene(phase="guiding", steps=(STEPS[0], step), **given)


@pytest.mark.parametrize(("service", "press"), SERVICES.items())
def test_a_step_of_the_paper_desk_opens_its_service_by_one_primary_button(panel, qtbot, service, press) -> None:
    show(panel, paper_step(service, has_paper=True), qtbot)
    assert [one.accessibleName() for one in buttons(panel)] == [press, "C'est fait", "Je ne trouve pas", "Retour"]
    assert [one.kind for one in buttons(panel)] == ["primary", "secondary", "secondary", "quiet"]
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda said: said == service):
        qtbot.mouseClick(buttons(panel)[0], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("service", ["print", "take", "mend"])
def test_a_step_without_its_paper_says_what_is_missing_and_brings_it(panel, qtbot, service) -> None:
    show(panel, paper_step(service, documents=1, has_paper=False), qtbot)
    assert "Il manque le papier." in words(panel)
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda said: said == "add"):
        qtbot.mouseClick(buttons(panel)[0], Qt.MouseButton.LeftButton)
    show(panel, paper_step(service, documents=2, has_paper=True), qtbot)
    assert "Il manque le papier." not in words(panel)


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("has_paper", [True, False])
def test_the_buttons_of_a_paper_step_are_whole_at_every_text_size(qapp, qtbot, percent, service, has_paper) -> None:
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(text_percent=percent)))
    panel = Panel()
    qtbot.addWidget(panel)
    look = theme.current()
    panel.resize(look.panel_width, 800 - look.topbar_height - look.wheel_bar_height)
    panel.show()
    show(panel, paper_step(service, has_paper=has_paper, driving=Driving(Mode.BOTH, paired=True)), qtbot)
    for button in buttons(panel):
        assert panel.rect().contains(button.rect().translated(button.mapTo(panel, button.rect().topLeft())))
        assert button.height() >= button.heightForWidth(button.width())
    sentence = next(label for label in panel.findChildren(QLabel) if label.text() == "Préparez votre attestation.")
    assert not sentence.visibleRegion().isEmpty()
