"""The panel while a mediator makes a walkthrough: what was noted, newest last, and the mistake that can be taken back.

It says what is kept before anything is: never what is typed.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.guest.layout import row
from kiosk.guest.panel import parts
from kiosk.guest.panel.scene import Scene
from kiosk.procedures.recording.noted import Noted
from kiosk.procedures.recording.sentences import shown
from kiosk.ui import theme
from kiosk.ui.i18n import QT_TRANSLATE_NOOP, isolate, translate
from kiosk.ui.widgets import Label, Picture

MOST_SHOWN = 6
_FEW_SHOWN = 1

_WORDS = {
    "write": (QT_TRANSLATE_NOOP("Guest", "Écrire : %1 %2"), "pencil"),
    "click": (QT_TRANSLATE_NOOP("Guest", "Cliquer : %1 %2"), "mouse-pointer-click"),
    "choose": (QT_TRANSLATE_NOOP("Guest", "Choisir : %1 %2"), "list-checks"),
    "send": (QT_TRANSLATE_NOOP("Guest", "Envoyer : %1 %2"), "send"),
}
_ROLES = {
    "button": QT_TRANSLATE_NOOP("Guest", "bouton"),
    "link": QT_TRANSLATE_NOOP("Guest", "lien"),
    "textbox": QT_TRANSLATE_NOOP("Guest", "champ"),
    "searchbox": QT_TRANSLATE_NOOP("Guest", "champ"),
    "spinbutton": QT_TRANSLATE_NOOP("Guest", "champ"),
    "password": QT_TRANSLATE_NOOP("Guest", "champ secret"),
    "combobox": QT_TRANSLATE_NOOP("Guest", "liste"),
    "listbox": QT_TRANSLATE_NOOP("Guest", "liste"),
    "checkbox": QT_TRANSLATE_NOOP("Guest", "case"),
    "switch": QT_TRANSLATE_NOOP("Guest", "case"),
    "radio": QT_TRANSLATE_NOOP("Guest", "réponse"),
    "group": QT_TRANSLATE_NOOP("Guest", "question"),
    "radiogroup": QT_TRANSLATE_NOOP("Guest", "question"),
    "file": QT_TRANSLATE_NOOP("Guest", "papier"),
    "tab": QT_TRANSLATE_NOOP("Guest", "onglet"),
}
_OTHER = QT_TRANSLATE_NOOP("Guest", "élément")
_LIBRE = "libre"


def build(scene: Scene, choose: parts.Choose) -> parts.View:
    noted = scene.recorded or ()
    repairs = scene.step.id != _LIBRE
    first: list[QWidget] = [parts.title(translate("Guest", "J'enregistre"), "pencil")]
    if repairs:
        first.append(_step_to_repair(scene))
    if not noted:
        first.append(Label(translate("Guest", "Faites la démarche. Chaque geste est noté ici.")))
    most = _FEW_SHOWN if theme.current().enlarged else MOST_SHOWN
    if not (repairs and theme.current().enlarged):
        first += [_line(one) for one in noted[-most:]]
    kept = translate("Guest", "**Ce que vous écrivez n'est jamais noté.** Mettez des données inventées.")
    count = translate("Guest", "Gestes notés : %1").replace("%1", str(len(noted)))
    end = translate("Guest", "À la fin, cliquez sur **Terminer**, en haut.")
    back = parts.secondary(translate("Guest", "Annuler le dernier geste"), "take-back", choose, icon="undo-2")
    back.setEnabled(bool(noted))
    extras: list[QWidget] = [parts.small_card("shield", kept)]
    return parts.View(first, [back], extras, lead=Label(f"**{count}**\n{end}" if noted else end))


def words_of(one: Noted) -> str:
    """ "Cliquer : bouton « Continuer »"."""
    name = shown(one.name)
    quoted = isolate(f"«\u00a0{name}\u00a0»") if one.has_name else translate("Guest", "(sans nom)")
    pattern = translate("Guest", _WORDS[one.gesture][0])
    return pattern.replace("%1", translate("Guest", _ROLES.get(one.role, _OTHER))).replace("%2", quoted)


def _line(one: Noted) -> QWidget:
    return row(Picture(_WORDS[one.gesture][1], 26), Label(words_of(one), 18))


def _step_to_repair(scene: Scene) -> QWidget:
    wanted = translate("Guest", "**Étape à réparer**\n%1\nAllez jusque-là. Faites-la.")
    return parts.small_card("pencil", wanted.replace("%1", scene.step.do.get(scene.language)), "orange_tint")
