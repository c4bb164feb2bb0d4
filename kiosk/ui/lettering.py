"""`python -m kiosk.ui.lettering`: measures with Qt whether the post's own letters are there, and writes JSON.

A program of its own, for `kiosk doctor`, which knows no Qt. It shows nothing and needs no screen.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont, QTextLayout

from kiosk.ui import theme

FRENCH = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»’…–€°"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى،؟"
JOINING = "ببب"
"""One letter three times: at the beginning, in the middle and at the end of a word it has three forms."""


def measured() -> dict[str, object]:
    """Needs a QGuiApplication."""
    theme.load_fonts()
    return {"missing": missing(FRENCH + ARABIC, theme.families()), "joined": joined(theme.families())}


def missing(letters: str, families: Iterable[str]) -> list[str]:
    """Letters that none of the families draws. What another family of the system would lend is not counted."""
    known = set(QFontDatabase.families())
    own = [QRawFont.fromFont(QFont(one)) for one in families if one in known]
    return [letter for letter in letters if not any(font.supportsCharacter(ord(letter)) for font in own)]


def joined(families: Iterable[str]) -> bool:
    layout = QTextLayout(JOINING, QFont(list(families)))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    pictures = [index for run in layout.glyphRuns() for index in run.glyphIndexes()]
    return len(set(pictures)) == len(JOINING) and 0 not in pictures


def main() -> int:
    # Another screen than the post's: a try of the post's pointers meanwhile must not meet a program that it could fell.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(sys.argv[:1])
    sys.stdout.write(json.dumps(measured()) + "\n")
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
