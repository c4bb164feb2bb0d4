"""The probe's script, put together: one closure, so that its parts share names and the page sees none."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWebEngineCore import QWebEngineScript

from kiosk.ui.theme import ASSETS

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value

_VENDOR = ASSETS / "vendor" / "dom-accessibility-api" / "accessible-name.min.js"
_PARTS = (
    "popups.js",
    "roles.js",
    "names.js",
    "seeing.js",
    "filling.js",
    "finding.js",
    "ring.js",
    "here.js",
    "secrets.js",
    "focus.js",
    "clicks.js",
    "drags.js",
    "numbers.js",
    "record.js",
    "keeping.js",
    "watching.js",
)


def probe_source(word: str) -> str:
    """JavaScript for every document. `word` is the random word that comes before each report."""
    here = Path(__file__).parent
    parts = [_VENDOR.read_text(encoding="utf-8"), f"const PROBE_WORD = {json.dumps(word)};"]
    parts += [(here / part).read_text(encoding="utf-8") for part in _PARTS]
    return '(() => { "use strict";\n' + "\n".join(parts) + "\n})();"


def probe_script(word: str) -> QWebEngineScript:
    script = QWebEngineScript()
    script.setName("page-probe")
    script.setSourceCode(probe_source(word))
    script.setWorldId(WORLD)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setRunsOnSubFrames(True)
    return script
