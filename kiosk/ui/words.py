"""The one table from keys and codes to words and icons: themes, wipe steps, reasons for an end, durations.

Whatever the core says by a fixed key is said to people here, and only here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from kiosk import languages
from kiosk.procedures.model import Language, Share
from kiosk.ui.i18n import QT_TRANSLATE_NOOP, translate

# Key, word, icon; in the order of the home screen.
_THEMES: dict[str, tuple[str, str]] = {
    "papiers_elections_citoyennete": (QT_TRANSLATE_NOOP("Words", "Papiers"), "id-card"),
    "famille_scolarite": (QT_TRANSLATE_NOOP("Words", "Famille et école"), "users"),
    "social_sante": (QT_TRANSLATE_NOOP("Words", "Santé et aides"), "heart-pulse"),
    "travail_formation": (QT_TRANSLATE_NOOP("Words", "Travail"), "briefcase"),
    "retraite": (QT_TRANSLATE_NOOP("Words", "Retraite"), "armchair"),
    "logement": (QT_TRANSLATE_NOOP("Words", "Logement"), "house"),
    "transports_mobilite": (QT_TRANSLATE_NOOP("Words", "Transports"), "bus"),
    "argent_impots": (QT_TRANSLATE_NOOP("Words", "Impôts et argent"), "wallet"),
    "justice": (QT_TRANSLATE_NOOP("Words", "Justice"), "scale"),
    "etrangers_europe": (QT_TRANSLATE_NOOP("Words", "Étrangers"), "globe"),
    "courriel_internet": (QT_TRANSLATE_NOOP("Words", "Mail et Internet"), "at-sign"),
    "loisirs_sports_culture": (QT_TRANSLATE_NOOP("Words", "Sport et culture"), "bike"),
    "associations": (QT_TRANSLATE_NOOP("Words", "Associations"), "handshake"),
}

# The home screen has room for these; the others get a tile when the catalogue has something to put behind it.
HOME_THEMES: tuple[str, ...] = tuple(_THEMES)[:11]
RARE_THEMES: tuple[str, ...] = tuple(_THEMES)[11:]

# What a wipe erases, by the code of its step.
_WIPE_STEPS: dict[str, str] = {
    "guest": QT_TRANSLATE_NOOP("Words", "Pages visitées et comptes ouverts"),
    "mounts": QT_TRANSLATE_NOOP("Words", "Papiers et photos"),
    "network": QT_TRANSLATE_NOOP("Words", "Connexion au site"),
    "clipboard": QT_TRANSLATE_NOOP("Words", "Textes copiés"),
    "files": QT_TRANSLATE_NOOP("Words", "Fichiers de passage"),
    "memory": QT_TRANSLATE_NOOP("Words", "Recherches et réponses"),
    "papers": QT_TRANSLATE_NOOP("Words", "Papiers du scanner, du téléphone et des clés"),
    "printer": QT_TRANSLATE_NOOP("Words", "Papiers pour l'imprimante"),
    # The same things once more, in other places of the machine: a line of their own would tell a person nothing.
    "screen": QT_TRANSLATE_NOOP("Words", "Textes copiés"),
    "places": QT_TRANSLATE_NOOP("Words", "Fichiers de passage"),
}

# Why a session ended, when the person did not end it.
_REASONS: dict[str, str] = {
    "idle": QT_TRANSLATE_NOOP("Words", "Personne n'a répondu. La visite est finie."),
    "left": QT_TRANSLATE_NOOP("Words", "Personne n'a répondu. La visite est finie."),
    "opening-timeout": QT_TRANSLATE_NOOP("Words", "La page n'est pas venue. Ce n'est pas votre faute."),
    "frozen": QT_TRANSLATE_NOOP("Words", "La page ne répondait plus. Ce n'est pas votre faute."),
    "guest-died": QT_TRANSLATE_NOOP("Words", "La page s'est arrêtée. Ce n'est pas votre faute."),
    "refused-message": QT_TRANSLATE_NOOP("Words", "La page s'est mal conduite. Le poste l'a fermée."),
}

# Person and kind of device: gone, back.
_DEVICES: dict[tuple[str, str], tuple[str, str]] = {
    ("user", "mouse"): (
        QT_TRANSLATE_NOOP("Words", "La souris de l'usager est débranchée. Rebranchez-la : rien n'est perdu."),
        QT_TRANSLATE_NOOP("Words", "La souris de l'usager est revenue."),
    ),
    ("user", "keyboard"): (
        QT_TRANSLATE_NOOP("Words", "Le clavier de l'usager est débranché. Rebranchez-le : rien n'est perdu."),
        QT_TRANSLATE_NOOP("Words", "Le clavier de l'usager est revenu."),
    ),
    ("user", "touch"): (
        QT_TRANSLATE_NOOP("Words", "L'écran tactile de l'usager est débranché. Rebranchez-le : rien n'est perdu."),
        QT_TRANSLATE_NOOP("Words", "L'écran tactile de l'usager est revenu."),
    ),
    ("mediator", "mouse"): (
        QT_TRANSLATE_NOOP("Words", "La souris du médiateur est débranchée. Rebranchez-la : rien n'est perdu."),
        QT_TRANSLATE_NOOP("Words", "La souris du médiateur est revenue."),
    ),
    ("mediator", "keyboard"): (
        QT_TRANSLATE_NOOP("Words", "Le clavier du médiateur est débranché. Rebranchez-le : rien n'est perdu."),
        QT_TRANSLATE_NOOP("Words", "Le clavier du médiateur est revenu."),
    ),
    ("mediator", "touch"): (
        QT_TRANSLATE_NOOP("Words", "L'écran tactile du médiateur est débranché. Rebranchez-le : rien n'est perdu."),
        QT_TRANSLATE_NOOP("Words", "L'écran tactile du médiateur est revenu."),
    ),
}

# What French keyboards have printed on them, whatever the screen's language.
_KEYS: dict[str, str] = {"Scroll_Lock": "Arrêt défil", "Print": "Impr écran"}


def theme_name(key: str) -> str:
    """The name of a life theme; an unknown key is shown as it is, so that IT sees it."""
    return translate("Words", _THEMES[key][0]) if key in _THEMES else key


def theme_icon(key: str) -> str:
    return _THEMES[key][1] if key in _THEMES else "file-text"


def wipe_step(code: str) -> str:
    return translate("Words", _WIPE_STEPS[code]) if code in _WIPE_STEPS else code


def wipe_lines(codes: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What a person reads, in order, and the steps that each line stands for."""
    lines: dict[str, tuple[str, ...]] = {}
    for code in codes:
        line = wipe_step(code)
        lines[line] = (*lines.get(line, ()), code)
    return lines


def end_reason(code: str | None) -> str | None:
    """A sentence, or None when the end needs no explanation."""
    return translate("Words", _REASONS[code]) if code in _REASONS else None


def minutes(count: int | None) -> str:
    """How long it takes. None: nobody knows yet, and no figure is invented."""
    if count is None:
        return translate("Words", "Durée non connue")
    return translate("Words", "Environ %n minute(s)", None, count)


def in_french(share: Share) -> str | None:
    """How much of a guide has no translation. None: nothing is to be said."""
    if share == "none":
        return None
    if share == "all":
        return translate("Words", "Ce guide est en français.")
    return translate("Words", "Une partie de ce guide est en français.")


def steps(count: int) -> str:
    return translate("Words", "%n étape(s), une par une", None, count)


def documents(count: int) -> str:
    return translate("Words", "%n papier(s) seront effacés", None, count)


def seconds(value: float, language: Language) -> str:
    """A duration to the tenth: "0,4 seconde". Digits stay western in Arabic, as on French papers.

    Nothing takes "0,0 seconde": what is too short to say is said to be done at once.
    """
    if value < 0.05:
        return translate("Words", "tout de suite")
    locale = QLocale(languages.described(language).locale)
    figure = locale.toString(value, "f", 1)
    return translate("Words", "%1 seconde(s)", None, int(value)).replace("%1", figure)


def day(on: date, language: Language) -> str:
    """ "3 mai 2025" in French."""
    locale = QLocale(languages.described(language).locale)
    return locale.toString(QDate(on.year, on.month, on.day), "d MMMM yyyy")


def time_of_day(at: datetime) -> str:
    """ "14 h 32" in French."""
    pattern = translate("Words", "%1 h %2")
    return pattern.replace("%1", str(at.hour)).replace("%2", f"{at.minute:02d}")


def share(percent: int) -> str:
    """The user's part of what was done on the page."""
    return translate("Words", "Vous avez fait %1\u00a0% des gestes.").replace("%1", str(percent))


def device_gone(person: str, kind: str) -> str:
    return translate("Words", _DEVICES[person, kind][0])


def device_back(person: str, kind: str) -> str:
    return translate("Words", _DEVICES[person, kind][1])


def key_name(keysym: str) -> str:
    """What is printed on a key that the configuration names."""
    return _KEYS.get(keysym, keysym)


def why_closed(code: str) -> str:
    """Why a post was never opened; nothing when it was closed by a wipe."""
    return translate("Locked", "La mémoire peut aller sur un disque (swap)") if code == "E-106" else ""
