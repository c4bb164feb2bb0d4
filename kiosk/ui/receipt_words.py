"""What was done today, in words for the receipt: steps and services, never what was written."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.ui.i18n import QT_TRANSLATE_NOOP, translate

# By service of the paper desk: once, several times.
_SERVED: dict[str, tuple[str, str]] = {
    "scan": (
        QT_TRANSLATE_NOOP("Receipt", "Un papier scanné."),
        QT_TRANSLATE_NOOP("Receipt", "%1 papiers scannés."),
    ),
    "photo": (
        QT_TRANSLATE_NOOP("Receipt", "Un papier photographié."),
        QT_TRANSLATE_NOOP("Receipt", "%1 papiers photographiés."),
    ),
    "print": (
        QT_TRANSLATE_NOOP("Receipt", "Un papier imprimé."),
        QT_TRANSLATE_NOOP("Receipt", "%1 papiers imprimés."),
    ),
    "take": (
        QT_TRANSLATE_NOOP("Receipt", "Un papier emporté."),
        QT_TRANSLATE_NOOP("Receipt", "%1 papiers emportés."),
    ),
}


def done_lines(done: int, total: int, served: Mapping[str, int]) -> tuple[str, ...]:
    """`done` of `total` steps, and how often each service was done."""
    lines = []
    if total and done >= total:
        lines.append(translate("Receipt", "Toutes les étapes sont faites."))
    elif done:
        said = translate("Receipt", "Étapes faites : %1 sur %2.")
        lines.append(said.replace("%1", str(done)).replace("%2", str(total)))
    for service, (once, often) in _SERVED.items():
        if count := served.get(service, 0):
            lines.append(translate("Receipt", once if count == 1 else often).replace("%1", str(count)))
    return tuple(lines)
