"""The panel's usual view: one step to do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.guest.layout import row
from kiosk.guest.panel import papers, parts, unsure
from kiosk.guest.panel.scene import Scene
from kiosk.procedures.model import Word
from kiosk.ui import words
from kiosk.ui.i18n import translate
from kiosk.ui.widgets import Button, Card, Label, Note, Picture


def build(scene: Scene, choose: parts.Choose) -> parts.View:
    step = scene.step
    shown = [
        *parts.progress(scene),
        Label(step.do.get(scene.language), 28, 700),
        *parts.listen(scene, choose),
        *_resumed(scene),
        *_several(scene),
        *papers.missing(scene),
        *_who(scene),
    ]
    done = translate("Guest", "C'est fait")
    back = Button(translate("Guest", "Retour"), "arrow-left", "quiet")
    back.setEnabled(scene.number > 1)
    back.clicked.connect(lambda: choose("back"))
    buttons = [
        *_answer(scene, done, choose),
        parts.secondary(translate("Guest", "Je ne trouve pas"), "not-found", choose),
        back,
    ]
    first, later = [*_in_french(scene), *unsure.verified(scene)], unsure.doubts(scene)
    if scene.number > 1:
        first, later = [], [*unsure.verified(scene), *later]
    return parts.View(shown, buttons, [*first, *_explanations(scene)], [*parts.time_left(scene), *later])


def _answer(scene: Scene, done: str, choose: parts.Choose) -> list[Button]:
    """One primary button: to say that it is done, or on a step of the paper desk, to do it."""
    if scene.step.papers is None:
        return [parts.primary(done, "check", "done", choose)]
    return [papers.button(scene, scene.step.papers, choose), parts.secondary(done, "done", choose, icon="check")]


def _in_french(scene: Scene) -> list[QWidget]:
    """Said once, before the first step: not on every line that has no translation."""
    said = words.in_french(scene.about.in_french)
    return [] if said is None else [parts.small_card("languages", said)]


def _resumed(scene: Scene) -> list[QWidget]:
    if not scene.resumed:
        return []
    again = translate("Guest", "**La page s'est ouverte de nouveau.** Vérifiez ce que vous avez déjà écrit.")
    return [parts.small_card("rotate-ccw", again)]


def _several(scene: Scene) -> list[QWidget]:
    """None of them is pointed at: it would be a guess."""
    if not scene.page.several:
        return []
    read = translate("Guest", "**Il y en a plusieurs sur la page.** Lisez ce qui est autour. Puis choisissez.")
    return [parts.small_card("list-checks", read)]


def _who(scene: Scene) -> list[QWidget]:
    """What only the person may do: secrets and signatures."""
    if scene.secret and scene.driving.looks_away:
        return []
    if scene.secret:
        words = translate("Guest", "**À vous de taper. C'est secret.** Ne le dites à personne. Même pas au médiateur.")
        return [parts.small_card("lock", words, "blue_tint")]
    if scene.step.who == "user":
        yours = translate("Guest", "**C'est à vous de le faire.** Personne ne le fait à votre place.")
        return [parts.small_card("user", yours, "blue_tint")]
    return []


def _explanations(scene: Scene) -> list[QWidget]:
    step, language = scene.step, scene.language
    found: list[QWidget] = []
    if scene.secret and scene.driving.looks_away:
        found.append(Label(translate("Guest", "Ne le dites à personne.")))
    if scene.secret:
        kept = translate("Guest", "**Ce poste ne le garde pas.** Il sera effacé à la fin.")
        found.append(parts.small_card("eraser", kept))
    if step.why:
        why = translate("Guest", "Pourquoi ?")
        found.append(Label(f"**{why}** {step.why.get(language)}"))
    found += [_word(scene, word) for word in scene.words or step.words]
    found += [Note(pitfall.get(language)) for pitfall in step.pitfalls]
    return found


def _word(scene: Scene, word: Word) -> Card:
    card = parts.flat_card()
    name = Label(word.word.get(scene.language), 20, 600)
    card.column.addWidget(row(Picture(word.icon, 28), name) if word.icon else name)
    card.column.addWidget(Label(word.meaning.get(scene.language)))
    return card
