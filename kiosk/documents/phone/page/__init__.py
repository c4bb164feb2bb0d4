"""The page that a phone shows: one HTML file, its style and its script, nothing from elsewhere.

Written for old phones too: no framework, the script of ten years ago. Holds nothing of a person: what is theirs comes
after their phone has said hello.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from kiosk import languages
from kiosk.documents.phone.page.words import words as words_in

_FOLDER = Path(__file__).parent


class File(NamedTuple):
    type: str
    content: bytes


def files(language: str, token: str) -> Mapping[str, File]:
    """Path below the code's address -> file, in this language."""
    return {
        "": File("text/html; charset=utf-8", _page(language, token).encode()),
        "phone.css": File("text/css; charset=utf-8", (_FOLDER / "phone.css").read_bytes()),
        "phone.js": File("text/javascript; charset=utf-8", (_FOLDER / "phone.js").read_bytes()),
    }


def _page(language: str, token: str) -> str:
    known = language if language in languages.codes() else languages.SOURCE
    words = words_in(known)
    text = (_FOLDER / "phone.html").read_text(encoding="utf-8")
    for key, value in words.items():
        text = text.replace(f"{{{key}}}", html.escape(value))
    return (
        text.replace("{language}", known)
        .replace("{direction}", languages.described(known).direction)
        .replace("{token}", token)
        .replace("{words}", html.escape(json.dumps(words, ensure_ascii=False)))
    )
