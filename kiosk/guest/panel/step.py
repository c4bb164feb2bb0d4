"""The panel's usual view: one step to do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.guest.panel import parts
from kiosk.guest.panel.scene import Scene
from kiosk.guest.words import say
from kiosk.ui.widgets import Button, Card, Label, Note


def build(scene: Scene, choose: parts.Choose) -> parts.View:
    step = scene.step
    shown = [*parts.progress(scene), Label(step.do.get(scene.language), 28, 700), *_who(scene)]
    done = say("J'ai fini") if scene.secret else say("C'est fait")
    back = Button(say("Retour"), "arrow-left", "quiet")
    back.setEnabled(scene.number > 1)
    back.clicked.connect(lambda: choose("back"))
    buttons = [
        parts.primary(done, "check", "done", choose),
        parts.secondary(say("Je ne trouve pas"), "not-found", choose),
        back,
    ]
    return parts.View(shown, buttons, _explanations(scene))


def _who(scene: Scene) -> list[QWidget]:
    """What only the person may do: secrets and signatures."""
    if scene.secret:
        secret = say("**C'est secret.** Ne le dites à personne. Même pas au médiateur.")
        kept = say("**Ce poste ne le garde pas.** Il sera effacé à la fin.")
        return [
            parts.small_card("lock", say("**À vous de taper.**"), "blue_tint"),
            Label(secret),
            parts.small_card("eraser", kept),
        ]
    if scene.step.who == "user":
        return [
            parts.small_card(
                "user", say("**C'est à vous de le faire.** Personne ne le fait à votre place."), "blue_tint"
            )
        ]
    return []


def _explanations(scene: Scene) -> list[QWidget]:
    step, language = scene.step, scene.language
    found: list[QWidget] = []
    if step.why:
        found.append(Label(f"**{say('Pourquoi ?')}** {step.why.get(language)}"))
    for word in step.words:
        card = Card("paper", None, radius=12, padding=16)
        card.column.addWidget(Label(word.word.get(language), 20, 600))
        card.column.addWidget(Label(word.meaning.get(language)))
        found.append(card)
    found += [Note(pitfall.get(language)) for pitfall in step.pitfalls]
    return found
