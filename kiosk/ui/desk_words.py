"""The one table of the paper desk from codes to sentences: troubles, what was done to a paper, its weight, its kind.

Easy French: a trouble says what happened, what was not lost and what to do. The words by stage are in `desk_stages`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.documents import kinds
from kiosk.documents.acceptance import MEGABYTE, Did, Reading, Rule
from kiosk.documents.paper import Kind
from kiosk.documents.trouble import Trouble
from kiosk.ui.i18n import QT_TRANSLATE_NOOP, isolate, translate

READABLE_FROM = 50
"""Of 100. Below, a clerk would ask for the paper again."""


@dataclass(frozen=True)
class Calm:
    """Three sentences, or three pairs of very short ones."""

    happened: str
    kept: str
    do: str


_STILL_HERE = QT_TRANSLATE_NOOP("Desk", "Votre papier est toujours là.")
_SHEETS_KEPT = QT_TRANSLATE_NOOP("Desk", "Les feuilles d'avant sont gardées.")
_RECEIVED_KEPT = QT_TRANSLATE_NOOP("Desk", "Ce qui est déjà passé est gardé.")
_NOTHING_LOST = QT_TRANSLATE_NOOP("Desk", "Rien n'est perdu.")
_AGAIN_OR_CALL = QT_TRANSLATE_NOOP("Desk", "Réessayez. Ou appelez un médiateur.")
_CALL = QT_TRANSLATE_NOOP("Desk", "Appelez un médiateur.")
_OTHER_STICK = QT_TRANSLATE_NOOP("Desk", "Prenez une autre clé. Ou votre téléphone.")

_TROUBLES: dict[Trouble, tuple[str, str, str]] = {
    Trouble.NO_SCANNER: (
        QT_TRANSLATE_NOOP("Desk", "Le poste ne trouve pas le scanner."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Desk", "Allumez le scanner. Puis réessayez."),
    ),
    Trouble.SCANNER_BUSY: (
        QT_TRANSLATE_NOOP("Desk", "Le scanner travaille déjà."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Desk", "Attendez un peu. Puis réessayez."),
    ),
    Trouble.FEEDER_EMPTY: (
        QT_TRANSLATE_NOOP("Desk", "Le scanner ne sent pas de feuille."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Desk", "Posez vos feuilles en haut du scanner. Puis réessayez."),
    ),
    Trouble.FEEDER_JAMMED: (
        QT_TRANSLATE_NOOP("Desk", "Une feuille est coincée dans le scanner."),
        _SHEETS_KEPT,
        QT_TRANSLATE_NOOP("Desk", "Tirez la feuille doucement. Puis réessayez."),
    ),
    Trouble.SCANNER_COVER_OPEN: (
        QT_TRANSLATE_NOOP("Desk", "Le scanner est ouvert."),
        _NOTHING_LOST,
        QT_TRANSLATE_NOOP("Desk", "Fermez le couvercle. Puis réessayez."),
    ),
    Trouble.SCANNER_FAILED: (
        QT_TRANSLATE_NOOP("Desk", "Le scanner s'est arrêté."),
        _NOTHING_LOST,
        _AGAIN_OR_CALL,
    ),
    Trouble.NO_NETWORK: (
        QT_TRANSLATE_NOOP("Desk", "Le téléphone ne peut pas parler à ce poste."),
        _NOTHING_LOST,
        _CALL,
    ),
    Trouble.SECOND_PHONE: (
        QT_TRANSLATE_NOOP("Desk", "Un autre téléphone a essayé. Le poste a dit non."),
        _RECEIVED_KEPT,
        QT_TRANSLATE_NOOP("Desk", "Continuez avec votre téléphone."),
    ),
    Trouble.CODE_EXPIRED: (
        QT_TRANSLATE_NOOP("Desk", "Le carré ne marche plus. Il a trop attendu."),
        _RECEIVED_KEPT,
        QT_TRANSLATE_NOOP("Desk", "Demandez un nouveau carré."),
    ),
    Trouble.PHONE_FAILED: (
        QT_TRANSLATE_NOOP("Desk", "Le téléphone ne répond plus."),
        _RECEIVED_KEPT,
        _AGAIN_OR_CALL,
    ),
    Trouble.TOO_LARGE: (
        QT_TRANSLATE_NOOP("Desk", "Ce papier est trop lourd pour le poste."),
        QT_TRANSLATE_NOOP("Desk", "Vos autres papiers sont gardés."),
        QT_TRANSLATE_NOOP("Desk", "Prenez moins de pages à la fois."),
    ),
    Trouble.TOO_MANY_PAGES: (
        QT_TRANSLATE_NOOP("Desk", "Il y a trop de pages."),
        QT_TRANSLATE_NOOP("Desk", "Les pages déjà là sont gardées."),
        QT_TRANSLATE_NOOP("Desk", "Gardez ce papier. Puis faites-en un autre."),
    ),
    Trouble.TRAY_FULL: (
        QT_TRANSLATE_NOOP("Desk", "Il n'y a plus de place pour vos papiers."),
        QT_TRANSLATE_NOOP("Desk", "Les papiers déjà là sont gardés."),
        QT_TRANSLATE_NOOP("Desk", "Enlevez un papier de la page. Puis réessayez."),
    ),
    Trouble.NOT_A_PAPER: (
        QT_TRANSLATE_NOOP("Desk", "Le poste ne sait pas lire ce papier."),
        QT_TRANSLATE_NOOP("Desk", "Vos autres papiers sont gardés."),
        QT_TRANSLATE_NOOP("Desk", "Prenez le papier en photo."),
    ),
    Trouble.DAMAGED: (
        QT_TRANSLATE_NOOP("Desk", "Ce papier est abîmé. Le poste ne peut pas l'ouvrir."),
        QT_TRANSLATE_NOOP("Desk", "Vos autres papiers sont gardés."),
        QT_TRANSLATE_NOOP("Desk", "Recommencez avec le papier du début."),
    ),
    Trouble.LOCKED: (
        QT_TRANSLATE_NOOP("Desk", "Ce papier est fermé par un mot de passe."),
        _STILL_HERE,
        QT_TRANSLATE_NOOP("Desk", "Demandez le même papier sans mot de passe."),
    ),
    Trouble.TOO_SLOW: (
        QT_TRANSLATE_NOOP("Desk", "Ce papier demande trop de travail au poste."),
        _STILL_HERE,
        QT_TRANSLATE_NOOP("Desk", "Essayez avec moins de pages."),
    ),
    Trouble.UNREADABLE: (
        QT_TRANSLATE_NOOP("Desk", "Plus léger, on ne peut plus le lire."),
        QT_TRANSLATE_NOOP("Desk", "Votre papier est comme avant."),
        QT_TRANSLATE_NOOP("Desk", "Gardez moins de pages. Ou appelez un médiateur."),
    ),
    Trouble.WORKSHOP_FAILED: (
        QT_TRANSLATE_NOOP("Desk", "Le poste n'a pas réussi."),
        QT_TRANSLATE_NOOP("Desk", "Votre papier est comme avant."),
        _AGAIN_OR_CALL,
    ),
    Trouble.NO_PRINTER: (
        QT_TRANSLATE_NOOP("Desk", "Le poste ne trouve pas l'imprimante."),
        _STILL_HERE,
        _CALL,
    ),
    Trouble.PRINTER_OFFLINE: (
        QT_TRANSLATE_NOOP("Desk", "L'imprimante ne répond pas."),
        _STILL_HERE,
        QT_TRANSLATE_NOOP("Desk", "Regardez si elle est allumée."),
    ),
    Trouble.PRINTER_OUT_OF_PAPER: (
        QT_TRANSLATE_NOOP("Desk", "L'imprimante n'a plus de papier."),
        _STILL_HERE,
        QT_TRANSLATE_NOOP("Desk", "Mettez du papier. Ou appelez un médiateur."),
    ),
    Trouble.PRINTER_OUT_OF_INK: (
        QT_TRANSLATE_NOOP("Desk", "L'imprimante n'a plus d'encre."),
        _STILL_HERE,
        _CALL,
    ),
    Trouble.PRINTER_JAMMED: (
        QT_TRANSLATE_NOOP("Desk", "Une feuille est coincée dans l'imprimante."),
        _STILL_HERE,
        _CALL,
    ),
    Trouble.PRINTER_COVER_OPEN: (
        QT_TRANSLATE_NOOP("Desk", "L'imprimante est ouverte."),
        _STILL_HERE,
        QT_TRANSLATE_NOOP("Desk", "Fermez-la doucement."),
    ),
    Trouble.PRINTER_FAILED: (
        QT_TRANSLATE_NOOP("Desk", "L'imprimante s'est arrêtée."),
        _STILL_HERE,
        _AGAIN_OR_CALL,
    ),
    Trouble.STICK_UNKNOWN_FORMAT: (
        QT_TRANSLATE_NOOP("Desk", "Le poste ne sait pas lire cette clé."),
        QT_TRANSLATE_NOOP("Desk", "La clé n'a pas changé."),
        _OTHER_STICK,
    ),
    Trouble.STICK_FULL: (
        QT_TRANSLATE_NOOP("Desk", "La clé est pleine."),
        QT_TRANSLATE_NOOP("Desk", "Rien n'est effacé sur la clé."),
        _OTHER_STICK,
    ),
    Trouble.STICK_READ_ONLY: (
        QT_TRANSLATE_NOOP("Desk", "On ne peut rien mettre sur cette clé."),
        QT_TRANSLATE_NOOP("Desk", "La clé n'a pas changé."),
        _OTHER_STICK,
    ),
    Trouble.STICK_PULLED_OUT: (
        QT_TRANSLATE_NOOP("Desk", "La clé est partie trop tôt."),
        _STILL_HERE,
        QT_TRANSLATE_NOOP("Desk", "Remettez la clé. Puis réessayez."),
    ),
    Trouble.STICK_FAILED: (
        QT_TRANSLATE_NOOP("Desk", "La clé ne marche pas."),
        _STILL_HERE,
        QT_TRANSLATE_NOOP("Desk", "Réessayez. Ou prenez une autre clé."),
    ),
}

# After "Ce papier a été ...".
_DONE: dict[Did, str] = {
    Did.MERGED: QT_TRANSLATE_NOOP("Desk", "réuni en un seul"),
    Did.SPLIT: QT_TRANSLATE_NOOP("Desk", "réduit à quelques pages"),
    Did.TURNED: QT_TRANSLATE_NOOP("Desk", "tourné"),
    Did.CROPPED: QT_TRANSLATE_NOOP("Desk", "coupé aux bords"),
    Did.STRAIGHTENED: QT_TRANSLATE_NOOP("Desk", "redressé"),
    Did.BRIGHTENED: QT_TRANSLATE_NOOP("Desk", "éclairci"),
    Did.TO_PDF: QT_TRANSLATE_NOOP("Desk", "mis en PDF"),
    Did.TO_JPEG: QT_TRANSLATE_NOOP("Desk", "mis en image"),
    Did.SHRUNK: QT_TRANSLATE_NOOP("Desk", "rendu plus léger"),
}


def calm(trouble: Trouble) -> Calm:
    happened, kept, do = (translate("Desk", text) for text in _TROUBLES[trouble])
    return Calm(happened, kept, do)


def done(did: Sequence[Did], before: int, size: int) -> str:
    """One sentence of all that was done, in its order, each once; empty when nothing was. Sizes in bytes."""
    parts = [translate("Desk", _DONE[one]) for one in dict.fromkeys(did)]
    if not parts:
        return ""
    what = parts[0]
    for part in parts[1:-1]:
        what = translate("Desk", "%1, %2").replace("%1", what).replace("%2", part)
    if len(parts) > 1:
        what = translate("Desk", "%1 et %2").replace("%1", what).replace("%2", parts[-1])
    if Did.SHRUNK not in did:
        return translate("Desk", "Ce papier a été %1.").replace("%1", what)
    said = translate("Desk", "Ce papier a été %1 : de %2 à %3.")
    return said.replace("%1", what).replace("%2", weight(before)).replace("%3", weight(size))


def weight(size: int) -> str:
    """A size in bytes as sites write it: "4,8 Mo", "12 Mo", "640 Ko"."""
    if size < MEGABYTE - 500:
        return translate("Desk", "%1 Ko").replace("%1", str(max(1, round(size / 1000))))
    tenths = round(10 * size / MEGABYTE)
    if tenths >= 100 or tenths % 10 == 0:
        return translate("Desk", "%1 Mo").replace("%1", str(round(tenths / 10)))
    figure = translate("Desk", "%1,%2 Mo")
    return figure.replace("%1", str(tenths // 10)).replace("%2", str(tenths % 10))


def fitness(kind: Kind, size: int, rule: Rule | None, *, fits: bool) -> str:
    """How heavy the paper is and whether the service takes it, the first reason that it does not."""
    heavy = translate("Desk", "Ce papier pèse %1.").replace("%1", weight(size))
    if rule is None:
        return heavy
    if fits:
        return translate("Desk", "%1 Le site l'accepte.").replace("%1", heavy)
    if rule.max_bytes is not None and size > rule.max_bytes:
        accepted = translate("Desk", "Le site accepte %1.").replace("%1", weight(rule.max_bytes))
        return f"{heavy} {accepted}"
    if kind == "image":
        return translate("Desk", "Ce papier est une image. Le site veut un PDF.")
    return translate("Desk", "Ce papier est un PDF. Le site veut une image.")


def readable(percent: int) -> tuple[str, bool]:
    """Whether a clerk can read it, in words, and whether it is good."""
    if percent >= READABLE_FROM:
        return translate("Desk", "On lit bien."), True
    return translate("Desk", "On lit mal. Recommencez avec plus de lumière."), False


def recognized(reading: Reading) -> str:
    """The kind of paper by its French name, as services write it; empty when it is not known."""
    name = kinds.title_of(reading.kind, "")
    return translate("Desk", "On reconnaît : %1.").replace("%1", isolate(name)) if name else ""
