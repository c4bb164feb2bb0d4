"""Languages: the source strings are French, `assets/locale/<language>.ts` holds the others.

`install` puts a language in force; `python -m kiosk.ui.i18n` compiles the .ts files to .qm beside them. French has a
file too, for plurals only. Which languages there are is `kiosk.languages`' business: adding one is adding files.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from kiosk import languages
from kiosk.ui.theme import ASSETS

# The name by which `pyside6-lupdate` finds the strings: `translate("Context", "Texte")`.
translate = QCoreApplication.translate


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001
    """Mark a string of a table for `pyside6-lupdate`, which knows this name only; Qt's own has no useful type."""
    return text


_log = logging.getLogger(__name__)
_installed: list[QTranslator] = []


def install(app: QCoreApplication, language: str) -> None:
    """Put `language` in force. Without its compiled file the words stay in French."""
    while _installed:
        app.removeTranslator(_installed.pop())
    translator = QTranslator(app)
    if translator.load(str(languages.FOLDER / f"{language}.qm")):
        app.installTranslator(translator)
        _installed.append(translator)
    elif language != languages.SOURCE:
        _log.warning("locale_missing language=%s", language)


def isolate(text: str) -> str:
    """French words inside Arabic: kept left to right whatever stands around (U+2068 ... U+2069)."""
    return f"\u2068{text}\u2069"


def compile_locales(folder: Path = languages.FOLDER) -> list[Path]:
    """Compile every .ts that is newer than its .qm. Raises CalledProcessError when lrelease refuses a file."""
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    compiled = []
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        subprocess.run([str(lrelease), "-silent", str(source), "-qm", str(target)], check=True, timeout=60)
        compiled.append(target)
    return compiled


if __name__ == "__main__":
    for done in compile_locales():
        sys.stdout.write(f"{done.relative_to(ASSETS.parent)}\n")
