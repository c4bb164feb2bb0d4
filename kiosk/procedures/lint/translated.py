"""What is wrong with the languages of the post: their descriptions, and sentences that translate nothing any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kiosk import languages
from kiosk.errors import Problem, nearest_word
from kiosk.procedures import checked, loader, translations
from kiosk.procedures.model import texts_in
from kiosk.procedures.text import LONGEST, Strict, as_printed
from kiosk.procedures.written import Written, short


def check(parts: Iterable[Strict]) -> list[Problem]:
    """`parts`: every procedure of the post and every word of its glossary."""
    problems: list[Problem] = []
    for file in languages.files(languages.FOLDER).values():
        if (written := _read(file, problems)) is not None:
            problems += checked.check_as(languages.Description, _name(file), written)[1]
    french = frozenset(text.fr for part in parts for text in texts_in(part))
    for code, file in translations.files(languages.FOLDER):
        if code not in languages.codes():
            what = f"« {short(code)} » n'est pas une langue de ce poste."
            near = nearest_word(code, languages.codes())
            problems.append(Problem(_name(file), what, expected=f"d'abord le fichier {code}.yaml", nearest=near))
        if (written := _read(file, problems)) is not None:
            problems += _sentences(file, written, french)
    return problems


def _read(file: Path, problems: list[Problem]) -> Written | None:
    said: list[Problem] = []
    written = loader.written_in(file, said, largest=translations.LARGEST_FILE)
    # Several files of the post are called `en.yaml`.
    problems += (replace(one, file=_name(file)) for one in said)
    return written


def _sentences(file: Path, written: Written, french: frozenset[str]) -> Iterator[Problem]:
    if not isinstance(written.content, dict):
        yield Problem(_name(file), "Ce fichier n'est pas une liste de phrases.", 1, expected="« phrase: traduction »")
        return
    for sentence, said in written.content.items():
        line = written.places[(sentence,)].line
        if not isinstance(said, str) or not 0 < len(as_printed(said, file.stem)) <= LONGEST:
            what = f"La traduction de « {short(sentence)} » manque ou n'est pas du texte."
            yield Problem(_name(file), what, line, expected=f"du texte entre guillemets, {LONGEST} caractères au plus")
        elif as_printed(sentence, languages.SOURCE) not in french:
            what = f"« {short(sentence)} » n'est plus dans aucune démarche."
            yield Problem(_name(file), what, line, nearest=nearest_word(sentence, french))


def _name(file: Path) -> str:
    return str(file.relative_to(languages.FOLDER.parent))
