"""Is what a procedure says easy French? Each of its French texts, then the whole. Pure: the glossary is given."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.procedures.easy_french import HARDEST_FILE, Kind, Remark, remarks, unquoted
from kiosk.procedures.glossary import Glossary
from kiosk.procedures.lint.finding import Finding
from kiosk.procedures.model import Procedure, Step, Text, Word
from kiosk.procedures.phrases import Phrases
from kiosk.procedures.readability import score
from kiosk.procedures.written import Path


def check(procedure: Procedure, glossary: Glossary) -> Iterator[Finding]:
    for path, text, kind in texts(procedure):
        # A step's words are shown with that step alone; elsewhere the glossary explains.
        words = procedure.steps[path[1]].words if path[0] == "steps" and isinstance(path[1], int) else ()
        for remark in _remarks(text, words, glossary, kind):
            yield Finding(remark.code, path, remark.what, remark.expected)
    if (ease := ease_of(procedure)) < HARDEST_FILE:
        what = f"Cette démarche est difficile à lire : {ease:.0f} sur 100."
        yield Finding(
            "lisibilite", ("title",), what, f"{HARDEST_FILE} au moins, avec des mots et des phrases plus courts"
        )


def ease_of(procedure: Procedure) -> float:
    """The score of all that a procedure says, as one text."""
    return score(" ".join(f"{unquoted(text.fr).rstrip(' .')}." for _, text, _ in texts(procedure)))


def _remarks(text: Text, words: tuple[Word, ...], glossary: Glossary, kind: Kind) -> Iterator[Remark]:
    own = Phrases((word.word.fr, word) for word in words)
    explained = glossary.explains(text.fr) | {piece for piece, _ in own.found_in(text.fr)}
    yield from remarks(text.fr, explained, kind)


def texts(procedure: Procedure) -> Iterator[tuple[Path, Text, Kind]]:
    """Every text of a procedure that people read, and where it is. Names are no sentences."""
    yield ("title",), procedure.title, "label"
    yield ("short",), procedure.short, "label"
    yield ("summary",), procedure.summary, "sentences"
    for number, paper in enumerate(procedure.papers):
        yield ("papers", number, "name"), paper.name, "label"
        yield from _maybe(("papers", number, "detail"), paper.detail)
        yield from _maybe(("papers", number, "where"), paper.where)
    for number, case in enumerate(procedure.cases):
        yield ("cases", number, "label"), case.label, "label"
    for number, step in enumerate(procedure.steps):
        yield from _step(("steps", number), step)
    for number, text in enumerate(procedure.after):
        yield ("after", number), text, "sentences"
    if procedure.help is not None:
        yield ("help", "name"), procedure.help.name, "label"
        yield from _maybe(("help", "counter"), procedure.help.counter)
        yield from _maybe(("help", "later"), procedure.help.later)


def _step(path: Path, step: Step) -> Iterator[tuple[Path, Text, Kind]]:
    yield (*path, "do"), step.do, "sentences"
    if step.short is not None:
        yield (*path, "short"), step.short, "label"
    yield from _maybe((*path, "why"), step.why)
    for number, word in enumerate(step.words):
        yield (*path, "words", number, "meaning"), word.meaning, "sentences"
    for number, pitfall in enumerate(step.pitfalls):
        yield (*path, "pitfalls", number), pitfall, "sentences"


def _maybe(path: Path, text: Text | None) -> Iterator[tuple[Path, Text, Kind]]:
    if text is not None:
        yield path, text, "sentences"
