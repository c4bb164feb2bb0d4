"""Are the facts of a procedure all said, and do they agree? Looked up, not found ("?"), or written and not verified.

Pure. Knows what is written (a word that is absent is not a word that says "never"); looks nothing up.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from kiosk.errors import nearest_word
from kiosk.procedures.lint.finding import Finding
from kiosk.procedures.model import Procedure
from kiosk.procedures.written import Path

_FEWEST_KEYWORDS = 3

# What must be there for it to be doubtful.
_THERE: Mapping[str, Callable[[Procedure], bool]] = MappingProxyType(
    {
        "papers": lambda procedure: bool(procedure.papers),
        "minutes": lambda procedure: procedure.minutes != "?",
        "sheet": lambda procedure: procedure.sheet not in (None, "?"),
        "phone": lambda procedure: procedure.help is not None and procedure.help.phone not in (None, "?"),
        "cases": lambda procedure: bool(procedure.cases),
    }
)


def check(procedure: Procedure, *, written: Collection[Path], today: date) -> Iterator[Finding]:
    """`written`: the paths that the file holds."""
    if len(procedure.keywords) < _FEWEST_KEYWORDS:
        expected = f"{_FEWEST_KEYWORDS} mots au moins, comme les gens les disent"
        yield Finding("mots-cles", ("keywords",), "Les mots pour trouver cette démarche manquent.", expected)
    yield from _doubts(procedure)
    if procedure.practice:
        if procedure.verified != "never" or procedure.doubts:
            word = "doubts" if procedure.doubts else "verified"
            yield Finding("faits", (word,), f"« {word} » ne sert pas pour un exercice.", "rien")
        return
    if ("verified",) not in written:
        yield Finding(
            "faits", ("verified",), "Il manque « verified ».", "never, ou la date de l'essai sur le vrai site"
        )
    if isinstance(procedure.verified, date) and procedure.verified > today:
        yield Finding("faits", ("verified",), "« verified » est dans le futur.", "la date de l'essai sur le vrai site")
    if procedure.starts_here:
        return
    if procedure.sheet is None:
        expected = "le numéro de la fiche de service-public.fr, comme F2882, ou ?"
        yield Finding("faits", ("sheet",), "Il manque « sheet ».", expected)
    if procedure.help is None or procedure.help.phone is None:
        path: Path = ("help",)
        what = "Il manque le téléphone de « help » : que faire quand le site est en panne ?"
        yield Finding("faits", path, what, 'help: { name: …, phone: "12 34" }, ou phone: "?"')


def _doubts(procedure: Procedure) -> Iterator[Finding]:
    for number, doubt in enumerate(procedure.doubts):
        path: Path = ("doubts", number)
        if doubt in procedure.doubts[:number]:
            yield Finding("faits", path, f"« {doubt} » est écrit deux fois.", "chaque mot une seule fois")
        elif doubt in _THERE and not _THERE[doubt](procedure):
            what = f"« {doubt} » n'est pas écrit dans la démarche : il n'y a rien à mettre en doute."
            yield Finding("faits", path, what, f"un doute de moins, ou « {doubt} » rempli")
        elif doubt in ("start", "cases", "steps") and isinstance(procedure.verified, date):
            what = f"La démarche est vérifiée sur le vrai site, et « {doubt} » est en doute."
            yield Finding("faits", path, what, "un doute de moins, ou verified: never")


def check_icons(procedure: Procedure, known: Collection[str]) -> Iterator[Finding]:
    """Every picture that the procedure names is one of ours."""
    named: list[tuple[Path, str | None]] = [(("icon",), procedure.icon)]
    named += [(("papers", place, "icon"), paper.icon) for place, paper in enumerate(procedure.papers)]
    named += [
        (("steps", place, "words", number, "icon"), word.icon)
        for place, step in enumerate(procedure.steps)
        for number, word in enumerate(step.words)
    ]
    for path, icon in named:
        if icon is not None and icon not in known:
            near = nearest_word(icon, known)
            expected = None if near else "le nom d'un dessin de assets/icons"
            yield Finding("dessin", path, f"Le dessin « {icon} » n'existe pas.", expected, near)
