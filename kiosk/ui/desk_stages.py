"""The paper desk's words by stage: waiting, the stick, the printer, the phone. Troubles are in `desk_words`."""

from __future__ import annotations

from kiosk.ui.i18n import QT_TRANSLATE_NOOP, translate

_WAITING: dict[str, str] = {
    "scanner": QT_TRANSLATE_NOOP("Desk", "On cherche le scanner…"),
    "printer": QT_TRANSLATE_NOOP("Desk", "On prépare l'imprimante…"),
    "phone": QT_TRANSLATE_NOOP("Desk", "On prépare le téléphone…"),
    "paper": QT_TRANSLATE_NOOP("Desk", "On prépare votre papier…"),
}

# Title and sentence, by the stage of a `StickScene`.
_STICK: dict[str, tuple[str, str]] = {
    "insert": (
        QT_TRANSLATE_NOOP("Desk", "Branchez votre clé USB"),
        QT_TRANSLATE_NOOP("Desk", "On copie vos papiers dessus. On ne regarde pas le reste."),
    ),
    "choose": (
        QT_TRANSLATE_NOOP("Desk", "Il y a plusieurs clés"),
        QT_TRANSLATE_NOOP("Desk", "Laissez une seule clé : la vôtre."),
    ),
    "copying": (
        QT_TRANSLATE_NOOP("Desk", "On copie"),
        QT_TRANSLATE_NOOP("Desk", "Ne retirez pas la clé."),
    ),
    "copied": ("", QT_TRANSLATE_NOOP("Desk", "**Vous pouvez retirer la clé.**")),
    "gone": (
        QT_TRANSLATE_NOOP("Desk", "La clé est retirée"),
        QT_TRANSLATE_NOOP("Desk", "Vos papiers sont dessus. Ne l'oubliez pas."),
    ),
    "failed": (QT_TRANSLATE_NOOP("Desk", "La copie n'est pas faite"), ""),
}

# Title and sentence, by the stage of a `PrintScene`.
_PRINT: dict[str, tuple[str, str]] = {
    "preparing": (QT_TRANSLATE_NOOP("Desk", "Imprimer"), QT_TRANSLATE_NOOP("Desk", "On prépare votre papier.")),
    "choose": (QT_TRANSLATE_NOOP("Desk", "Imprimer"), ""),
    "held": (
        QT_TRANSLATE_NOOP("Desk", "Votre papier attend"),
        QT_TRANSLATE_NOOP("Desk", "Un médiateur doit taper son code. Ensuite, le papier sort."),
    ),
    "printing": (
        QT_TRANSLATE_NOOP("Desk", "L'imprimante travaille"),
        QT_TRANSLATE_NOOP("Desk", "Restez près de l'imprimante."),
    ),
    "stopped": (QT_TRANSLATE_NOOP("Desk", "L'imprimante attend"), ""),
    "done": (
        QT_TRANSLATE_NOOP("Desk", "C'est imprimé"),
        QT_TRANSLATE_NOOP("Desk", "**Prenez votre papier dans l'imprimante.**"),
    ),
    "failed": (QT_TRANSLATE_NOOP("Desk", "Ce n'est pas imprimé"), ""),
}

# Title and sentence, by the mode and stage of a `PhoneScene`.
_PHONE: dict[tuple[str, str], tuple[str, str]] = {
    ("bring", "joined"): (
        QT_TRANSLATE_NOOP("Desk", "Votre téléphone est relié"),
        QT_TRANSLATE_NOOP("Desk", "Prenez la photo avec le téléphone. Elle arrive ici."),
    ),
    ("take", "joined"): (
        QT_TRANSLATE_NOOP("Desk", "Votre téléphone est relié"),
        QT_TRANSLATE_NOOP("Desk", "Touchez « Enregistrer » sur le téléphone."),
    ),
    ("bring", "finished"): (QT_TRANSLATE_NOOP("Desk", "Le téléphone a fini"), ""),
    ("take", "finished"): (
        QT_TRANSLATE_NOOP("Desk", "C'est sur votre téléphone"),
        QT_TRANSLATE_NOOP("Desk", "Regardez dans « Téléchargements »."),
    ),
    ("bring", "expired"): (
        QT_TRANSLATE_NOOP("Desk", "Le carré ne marche plus"),
        QT_TRANSLATE_NOOP("Desk", "Ce n'est pas grave. Demandez un nouveau carré."),
    ),
    ("take", "expired"): (
        QT_TRANSLATE_NOOP("Desk", "Le carré ne marche plus"),
        QT_TRANSLATE_NOOP("Desk", "Ce n'est pas grave. Demandez un nouveau carré."),
    ),
}


def waiting(what: str) -> str:
    """A key of `WaitScene.what`."""
    return translate("Desk", _WAITING[what])


def stick(stage: str, count: int) -> tuple[str, str]:
    """Title and sentence. `count`: how many papers."""
    title, sentence = _said(_STICK[stage])
    if stage == "copied":
        title = translate("Desk", "%n papier(s) copié(s)", None, count)
    return title, sentence


def printing(stage: str) -> tuple[str, str]:
    return _said(_PRINT[stage])


def phone(mode: str, stage: str, count: int, total: int) -> tuple[str, str]:
    """Any stage but "code", which has words of its own. `count` of `total` papers, or photographs so far."""
    title, sentence = _said(_PHONE[mode, stage])
    if mode == "bring" and count:
        received = translate("Desk", "%n photo(s) reçue(s).", None, count)
        sentence = f"{sentence}\n**{received}**".strip()
    elif mode == "take" and stage == "joined" and total > 1:
        fetched = translate("Desk", "Enregistrés : %1 sur %2.").replace("%1", str(count)).replace("%2", str(total))
        sentence = f"{sentence}\n**{fetched}**"
    return title, sentence


def time_left(seconds: int) -> str:
    """In minutes, as nobody counts seconds; under one minute it says so."""
    if seconds < 60:
        return translate("Desk", "Le carré marche encore moins d'une minute.")
    return translate("Desk", "Le carré marche encore %n minute(s).", None, seconds // 60)


def _said(words: tuple[str, str]) -> tuple[str, str]:
    title, sentence = words
    return translate("Desk", title) if title else "", translate("Desk", sentence) if sentence else ""
