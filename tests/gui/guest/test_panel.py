"""The step panel: the same buttons at the same place, one sentence, and a way out of every situation."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from kiosk.control.people import Mode
from kiosk.guest.layout import ScrolledBeside
from kiosk.guest.panel import About, Driving, Page, Panel, Scene
from kiosk.procedures.loader import load
from kiosk.procedures.model import Help, Step, Word
from kiosk.session.messages import Appearance
from kiosk.ui import i18n, theme
from kiosk.ui.widgets import Card

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
PHASES = ["guiding", "not_found", "page_changed", "elsewhere", "down", "lost", "without_guide", "finished"]
HELP = Help(name="La caisse", phone="01 99 00 56 78", counter="À l'accueil.", later="Demain.")  # type: ignore[arg-type]
FULLY = About(unverified=True, doubts=("phone",), minutes=10, help=HELP)
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


def pinned(panel: Panel) -> list[QPushButton]:
    scrolled = [one for area in panel._content.findChildren(QScrollArea) for one in area.findChildren(QPushButton)]
    return [button for button in buttons(panel) if button not in scrolled]


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
        ("not_found", "C'est fait", "done"),
        ("not_found", "Le site est en panne", "site-down"),
        ("page_changed", "C'est fait", "done"),
        ("page_changed", "Le site est en panne", "site-down"),
        ("page_changed", "Revenir à l'étape 2", "restart"),
        ("page_changed", "Continuer sans le guide", "without-guide"),
        ("lost", "Je vois le cadre jaune", "close-where"),
        ("lost", "Le site est en panne", "site-down"),
        ("elsewhere", "Revenir à la bonne page", "return"),
        ("elsewhere", "C'est fait", "done"),
        ("elsewhere", "Appeler un médiateur", "mediator"),
        ("down", "Réessayer", "try-again"),
        ("down", "Appeler un médiateur", "mediator"),
        ("down", "Revenir au guide", "close-where"),
        ("lost", "Recommencer l'étape", "restart"),
        ("lost", "Appeler un médiateur", "mediator"),
        ("without_guide", "Revenir au guide", "restart"),
        ("finished", "Terminer", "finish"),
        ("finished", "Mon reçu", "receipt"),
    ],
)
def test_each_button_says_what_the_person_chose(panel, qtbot, phase, press, choice) -> None:
    show(panel, scene(phase), qtbot)
    if press not in [button.accessibleName() for button in buttons(panel)]:
        panel._open_plus()
    [button] = [button for button in buttons(panel) if button.accessibleName() == press]
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda said: said == choice):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("phase", [phase for phase in PHASES if phase != "finished"])
def test_the_end_is_on_the_bar_alone_until_it_is_the_answer(panel, qtbot, phase) -> None:
    show(panel, scene(phase), qtbot)
    assert "Terminer" not in [button.accessibleName() for button in buttons(panel)]


@pytest.mark.parametrize("mediator", [False, True])
@pytest.mark.parametrize("phase", PHASES)
def test_while_the_page_is_covered_the_main_answer_is_there_and_not_here(panel, qtbot, phase, mediator) -> None:
    show(panel, scene(phase, page=Page(covered=True, down=phase == "down"), mediator=mediator), qtbot)
    assert not [button for button in buttons(panel) if button.kind == "primary"]
    assert "Réessayer" not in [button.accessibleName() for button in buttons(panel)]


def test_the_guide_is_offered_again_only_where_it_can_come(panel, qtbot) -> None:
    show(panel, scene("down", page=Page(down=True)), qtbot)
    assert "Revenir au guide" not in [button.accessibleName() for button in buttons(panel)]
    show(panel, scene("down", page=Page(down=False)), qtbot)
    assert "Revenir au guide" in [button.accessibleName() for button in buttons(panel)]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_scroll_bar_touches_no_words_and_moves_none(qapp, qtbot, language) -> None:
    i18n.install(qapp, language)
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(language=language, text_percent=200)))
    panel = Panel()
    qtbot.addWidget(panel)
    panel.resize(theme.current().panel_width, 1600)
    panel.show()
    show(panel, scene("not_found", language=language), qtbot)

    def sides() -> tuple[int, int]:
        found = [label for label in panel._content.findChildren(QLabel) if label.isVisible()]
        return min(label.mapTo(panel, label.rect().topLeft()).x() for label in found), max(
            label.mapTo(panel, label.rect().topRight()).x() for label in found
        )

    whole = sides()
    panel.resize(panel.width(), 560)
    bar = panel._content.findChild(ScrolledBeside).bar
    qtbot.waitUntil(lambda: bar.isVisible() and sides() == whole)
    left, right = bar.mapTo(panel, bar.rect().topLeft()).x(), bar.mapTo(panel, bar.rect().topRight()).x()
    gap = whole[0] - right if language == "ar" else left - whole[1]
    assert gap >= 4


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


@pytest.mark.parametrize("phase", ["not_found", "page_changed", "elsewhere", "down", "lost", "without_guide"])
def test_a_mediator_who_sits_here_is_not_called(panel, qtbot, phase) -> None:
    show(panel, scene(phase, mediator=True), qtbot)
    assert "Appeler un médiateur" not in [button.accessibleName() for button in buttons(panel)]


def test_a_call_is_acknowledged_and_not_sent_twice(panel, qtbot) -> None:
    show(panel, scene("lost", mediator_called=True), qtbot)
    [called] = [button for button in buttons(panel) if button.accessibleName() == "Médiateur appelé"]
    assert not called.isEnabled()


def test_nothing_moves_when_nothing_changed(panel, qtbot) -> None:
    show(panel, scene(), qtbot)
    before = panel._content
    panel.show_scene(scene())
    assert panel._content is before


def test_a_step_stays_as_it_is_while_its_page_comes_and_goes(panel, qtbot) -> None:
    show(panel, scene(pointed=False), qtbot)
    before = panel._content
    panel.show_scene(scene(pointed=False, page=Page(host="caisse.exercice")))
    panel.show_scene(scene(page=Page(host="caisse.exercice", home="caisse.exercice")))
    assert panel._content is before
    panel.show_scene(scene(page=Page(several=True)))
    assert panel._content is not before


def test_what_a_step_does_not_say_is_there_when_it_is_asked_for(panel, qtbot) -> None:
    show(panel, scene(), qtbot)
    panel.show_scene(scene(page=Page(host="caisse.exercice")))
    panel.show_scene(scene("lost", page=Page(host="caisse.exercice")))
    assert any("caisse.exercice" in label.text() for label in panel.findChildren(QLabel))
    before = panel._content
    panel.show_scene(scene("lost", page=Page(host="autre.exercice")))
    assert panel._content is not before


def on_small_screen(qapp, qtbot, language: str, percent: int) -> Panel:
    """As large as it is on the smallest screen that posts have."""
    i18n.install(qapp, language)
    theme.apply(qapp, theme.make_theme(1280, 800, Appearance(language=language, text_percent=percent)))
    panel = Panel()
    qtbot.addWidget(panel)
    look = theme.current()
    panel.resize(look.panel_width, 800 - look.topbar_height)
    panel.show()
    return panel


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
@pytest.mark.parametrize("language", ["fr", "en", "ar"])
@pytest.mark.parametrize("phase", PHASES)
def test_buttons_are_whole_at_every_text_size(qapp, qtbot, percent, language, phase) -> None:
    panel = on_small_screen(qapp, qtbot, language, percent)
    show(panel, scene(phase, number=3, language=language, voice="silent", about=FULLY), qtbot)
    for button in pinned(panel):
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
    for button in pinned(panel):
        assert panel.rect().contains(button.rect().translated(button.mapTo(panel, button.rect().topLeft())))
        assert button.height() >= button.heightForWidth(button.width())
    sentence = next(label for label in panel.findChildren(QLabel) if label.text() == "Préparez votre attestation.")
    assert not sentence.visibleRegion().isEmpty()


def names(panel: Panel) -> list[str]:
    return [button.accessibleName() for button in buttons(panel)]


def test_a_guide_that_nobody_tried_says_so_at_the_first_step_and_then_behind_plus(panel, qtbot) -> None:
    said = "Ce guide n'est pas encore vérifié sur le vrai site."
    show(panel, scene(number=1, about=FULLY), qtbot)
    assert said in words(panel)
    show(panel, scene(number=4, about=FULLY), qtbot)
    assert said not in words(panel)
    panel._open_plus()
    assert said in words(panel)
    assert "À vérifier : le téléphone." in words(panel)
    show(panel, scene(number=1), qtbot)
    assert said not in words(panel)


@pytest.mark.parametrize(("minutes", "said"), [(10, "Encore environ 10 minutes"), (1, "Encore environ 1 minute")])
def test_the_time_that_is_left_is_a_hint(panel, qtbot, minutes, said) -> None:
    show(panel, scene(about=About(minutes=minutes)), qtbot)
    assert said in words(panel)


def test_an_unknown_time_is_not_spoken_of(panel, qtbot) -> None:
    show(panel, scene(), qtbot)
    assert "minute" not in words(panel)


def test_a_post_without_a_voice_offers_none(panel, qtbot) -> None:
    show(panel, scene(), qtbot)
    assert "Écouter" not in names(panel)


@pytest.mark.parametrize(
    ("voice", "press", "choice"), [("silent", "Écouter", "listen"), ("reading", "Arrêter", "stop-listening")]
)
@pytest.mark.parametrize("phase", ["guiding", "down"])
def test_a_step_can_be_heard_and_stopped(panel, qtbot, voice, press, choice, phase) -> None:
    show(panel, scene(phase, voice=voice, about=FULLY), qtbot)
    panel._open_plus()
    [button] = [button for button in buttons(panel) if button.accessibleName() == press]
    with qtbot.waitSignal(panel.chosen, check_params_cb=lambda said: said == choice):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_broken_site_is_answered_with_what_is_known(panel, qtbot) -> None:
    show(panel, scene("down", about=FULLY), qtbot)
    for said in ("01\u00a099\u00a000\u00a056\u00a078", "À l'accueil.", "Demain."):
        assert said in words(panel)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_what_to_do_instead_is_seen_whole_for_every_procedure_and_the_rest_is_one_press_away(
    qapp, qtbot, percent, language
) -> None:
    panel = on_small_screen(qapp, qtbot, language, percent)
    helps = {repr(one.help): one.help for one in load([theme.ASSETS / "procedures"]).procedures if one.help}
    assert len(helps) > 20
    wrong = []
    for driving in (Driving(), Driving(Mode.USER, paired=True)):
        for help_ in helps.values():
            here = {"language": language, "about": About(help=help_), "driving": driving, "mediator": driving.paired}
            show(panel, scene("down", voice="silent", **here), qtbot)
            ways = [one for one in (help_.counter, help_.later, help_.phone if help_.phone != "?" else None) if one]
            if panel.findChild(ScrolledBeside).verticalScrollBar().maximum() > 0:
                wrong.append((help_.name.fr, driving.paired))
            panel._open_plus()
            assert len(panel._content.findChildren(Card)) == len(ways)
            panel.show_scene(scene(**here))
    assert wrong == []


def test_a_number_that_nobody_looked_up_is_not_shown(panel, qtbot) -> None:
    unknown = Help(name="La caisse", phone="?")  # type: ignore[arg-type]
    show(panel, scene("down", about=About(help=unknown)), qtbot)
    assert "?" not in words(panel)
    assert "Téléphoner" not in words(panel)
    assert "Le médiateur peut chercher une autre solution avec vous." in words(panel)


def test_whoever_is_elsewhere_reads_where_they_are_and_where_the_guide_is(panel, qtbot) -> None:
    show(panel, scene("elsewhere", page=Page("jeux.fr", "mairie.fr", elsewhere=True)), qtbot)
    assert "Vous êtes sur un autre site." in words(panel)
    assert "jeux.fr" in words(panel)
    assert "mairie.fr" in words(panel)
    show(panel, scene("elsewhere", page=Page("mairie.fr", "mairie.fr", elsewhere=True)), qtbot)
    assert "Vous êtes dans une autre fenêtre." in words(panel)


def test_lost_says_the_site_and_the_one_way_back(panel, qtbot) -> None:
    show(panel, scene("lost", page=Page("mairie.fr", "mairie.fr")), qtbot)
    assert "mairie.fr" in words(panel)
    assert "Revenir à la bonne page" not in names(panel)
    show(panel, scene("lost", page=Page("jeux.fr", "mairie.fr", elsewhere=True), pointed=False), qtbot)
    assert "Ce n'est pas la page du guide." in words(panel)
    assert "Revenir à la bonne page" in names(panel)


def test_of_several_none_is_shown_as_the_right_one(panel, qtbot) -> None:
    show(panel, scene(page=Page(several=True), pointed=False), qtbot)
    assert "Il y en a plusieurs sur la page." in words(panel)


def test_difficult_words_come_with_their_drawing(panel, qtbot) -> None:
    word = Word.model_validate({"word": "Quittance", "meaning": "Le papier du loyer payé.", "icon": "receipt"})
    show(panel, scene(number=1, words=(word,)), qtbot)
    assert "Le papier du loyer payé." in words(panel)


def test_whoever_comes_back_after_a_crash_is_told_to_look_again(panel, qtbot) -> None:
    show(panel, scene(resumed=True), qtbot)
    assert "La page s'est ouverte de nouveau." in words(panel)


@pytest.mark.parametrize(
    ("share", "number", "said"),
    [
        ("all", 1, "Ce guide est en français."),
        ("some", 1, "Une partie de ce guide est en français."),
        ("none", 1, ""),
        ("all", 2, ""),
    ],
)
def test_a_guide_without_a_translation_says_so_once_before_the_first_step(panel, qtbot, share, number, said) -> None:
    show(panel, scene(number=number, about=About(in_french=share)), qtbot)
    assert said in words(panel)
    assert words(panel).count("en français.") == bool(said)
