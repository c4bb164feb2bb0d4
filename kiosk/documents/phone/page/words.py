"""Every word of the phone's page, from `assets/locale/phone/<code>.yaml`, by the keys that page and script ask for.

Only the French file must be whole: what another one lacks is shown in French.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from kiosk import languages

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def words(language: str) -> Mapping[str, str]:
    """The page's words in a language of the post, by key; in French for any other."""
    return {**_read(languages.FOLDER, languages.SOURCE), **_read(languages.FOLDER, language)}


@cache
def _read(folder: Path, language: str) -> Mapping[str, str]:
    try:
        text = (folder / "phone" / f"{language}.yaml").read_text(encoding="utf-8")
        content = yaml.load(text, Loader=_LOADER)  # noqa: S506 (it makes nothing but text)
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return {key: said for key, said in content.items() if isinstance(said, str)} if isinstance(content, dict) else {}
