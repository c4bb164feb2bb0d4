"""Is a text easy French? Short sentences, one idea each, no hard word without its meaning, nothing said in reverse.

The rules follow what is asked of "facile à lire et à comprendre" texts, as far as a machine can tell: it judges forms,
not meaning. Pure: a text and the words that are explained in, findings out. What a page says itself, between « and »,
is the page's: it counts as one word and is not judged. Knows no file and no procedure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from kiosk.procedures.french_words import (
    ADJECTIVES_OF_STATE,
    EASIER,
    HEARD_EVERY_DAY,
    IRREGULAR_PARTICIPLES,
    JARGON,
    NUMBERS,
    WITH_BEING,
)
from kiosk.procedures.phrases import Phrases, is_capitals, words_in
from kiosk.procedures.readability import score, syllables

# Measured on the first sixteen procedures, which people have worked with: no sentence above 12 words and nine in ten of
# 9 or fewer; no text under 52; files of 84 and more. An administration's own sentence has about 40.
LONGEST_SENTENCE = 12
LONGEST_LABEL = 14
HARDEST_TEXT = 50
HARDEST_FILE = 75
_LONG_WORD = 5
# "Un papier qui prouve que vous avez travaillé": so few words bear two links.
_SHORT_SENTENCE = 10
_FEWEST_WORDS_FOR_A_SCORE = 8

Kind = Literal["sentences", "label"]


@dataclass(frozen=True)
class Remark:
    """What one rule says of a text. `what` is a French sentence, `expected` words without a full stop."""

    code: str
    what: str
    expected: str


_QUOTED = re.compile(r"«[^«»]*»")
_PAGE_WORDS = "Zzz"
_SENTENCE = re.compile(r"[^.!?…:;]+[.!?…:;]*(?:\s|$)?|[.!?…]+")
_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})
_LETTERS = re.compile(r"[^\W\d_]")
_EXPLAINED: frozenset[str] = frozenset()


def remarks(text: str, explained: frozenset[str] = _EXPLAINED, kind: Kind = "sentences") -> Iterator[Remark]:
    """What is hard in a text. `explained`: the pieces of it that somebody explains where they stand.

    A label (a title, the name of a paper) is no sentence: its words are judged, and its length.
    """
    text = unicodedata.normalize("NFC", text).translate(_BLANKS)
    said = _QUOTED.sub(_PAGE_WORDS, text)
    for sentence in sentences(said):
        yield from _length(sentence, kind)
        if kind == "sentences":
            for rule in _RULES:
                yield from rule(sentence)
    yield from _marks(said, kind)
    yield from _figures(said)
    yield from _words(said, explained)
    if kind == "sentences" and len(_counted(said)) >= _FEWEST_WORDS_FOR_A_SCORE and score(said) < HARDEST_TEXT:
        what = f"Ce texte est difficile à lire : {score(said):.0f} sur 100."
        yield Remark("lisibilite", what, f"{HARDEST_TEXT} au moins, avec des mots et des phrases plus courts")


def sentences(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"(?<=[.!?…:;])\s+", text) if _LETTERS.search(part)]


def unquoted(text: str) -> str:
    """A text as the score counts it: what pages say themselves is one word."""
    return _QUOTED.sub(_PAGE_WORDS, text.translate(_BLANKS))


# --- one sentence -------------------------------------------------------------------------------------------------


def _counted(sentence: str) -> list[str]:
    """The words that a reader meets: "l'adresse" is one."""
    return [word for word in sentence.split() if _LETTERS.search(word) or word[0].isdigit()]


def _length(sentence: str, kind: Kind) -> Iterator[Remark]:
    most = LONGEST_SENTENCE if kind == "sentences" else LONGEST_LABEL
    if (count := len(_counted(sentence))) > most:
        yield Remark(
            "phrase-longue", f"« {_start(sentence)} » a {count} mots.", f"{most} mots au plus, ou deux phrases"
        )


# "et cliquez", ", puis envoyez", "ou appelez": a second thing to do.
_VERB = r"[a-zàâçéèêëîïôûœ]+ez"
_SECOND_ORDER = re.compile(
    rf"(?P<first>{_VERB})\b.*?(?:\bet|\bou|\bpuis|,)\s+"
    rf"(?:(?:ne|vous|les?|la|y|en|puis|ensuite|alors)\s+|n'|l'|m')*(?P<verb>{_VERB})\b",
    re.IGNORECASE,
)
_NO_VERB = {"assez", "chez", "nez", "rez"}
_LINK = re.compile(
    r"\b(?:(?:parce|puis|lors|alors|tandis|pendant|avant|après|dès|bien|afin|sauf|pour|ce|jusqu'à ce) ?qu(?:e\b|')"
    r"|(?:qui|que|dont|lequel|laquelle|lesquels|lesquelles|quand|si)\b|qu'|s'(?=ils?\b))",
    re.IGNORECASE,
)
_WHILE_DOING = re.compile(
    r"\ben (?!avant|attendant|pendant|priant|instant|restaurant|courant|enfant|montant)(\w{2,}ant)\b"
)


def _one_idea(sentence: str) -> Iterator[Remark]:
    found = _SECOND_ORDER.search(sentence)
    if found and not {found["first"].casefold(), found["verb"].casefold()} & _NO_VERB:
        what = f"« {_start(sentence)} » demande deux choses : « {found['verb']} » est la deuxième."
        yield Remark("deux-idees", what, "deux phrases")
        return
    if (found := _WHILE_DOING.search(sentence)) is not None:
        yield Remark("deux-idees", f"« {found[0]} » met deux actions dans une phrase.", "deux phrases")
        return
    links = _LINK.findall(sentence)
    if len(links) > 1 + (len(_counted(sentence)) <= _SHORT_SENTENCE):
        said = ", ".join(f"« {link.strip()} »" for link in links)
        yield Remark("deux-idees", f"« {_start(sentence)} » a plusieurs parties : {said}.", "une phrase pour chacune")


def _commas(sentence: str) -> Iterator[Remark]:
    if (count := len(re.findall(r",(?!\d)", sentence))) > 1:
        yield Remark("virgules", f"« {_start(sentence)} » a {count} virgules.", "une virgule au plus, ou des phrases")


_NOT = re.compile(r"\b(?:ne|n')\b|\bn'", re.IGNORECASE)
_NO_AFTER = re.compile(r"\b(?:pas|plus|jamais|rien|aucune?|personne|guère|ni)\b", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:sans|sauf|excepté|impossible|interdit\w*|oubli(?:e|es|ez|er|é)|manqu(?:e|ez|er)|refus(?:e|ez|er)|"
    r"empêch\w+|évit\w+|illégal\w*|inutile\w*|incomplet\w*|invalide\w*|inexact\w*)\b",
    re.IGNORECASE,
)


def _negations(sentence: str) -> Iterator[Remark]:
    noes = len(_NOT.findall(sentence))
    against = _AGAINST.findall(sentence)
    if noes and (noes > 1 or against):
        yield Remark(
            "double-negation", f"« {_start(sentence)} » dit non deux fois.", "ce qu'il faut faire, avec « oui »"
        )
    elif noes and not _NO_AFTER.search(sentence) and re.search(r"\b(?:ne|n')\s?\w+(?:\s\w+)?\s(?:que\b|qu')", sentence):
        yield Remark("double-negation", f"« {_start(sentence)} » dit « ne … que ».", "« seulement »")


_BEING = re.compile(
    r"\b(?P<self>(?:se|s'|vous vous|nous nous)\s?)?"
    r"(?P<be>est|sont|sera|seront|soit|soient|était|étaient|serait|seraient|été|être|êtes|serez)\s+"
    r"(?:(?:aussi|bien|déjà|encore|ensuite|parfois|pas|souvent|toujours|tous|toutes|vite|automatiquement)\s+)*"
    r"(?P<done>[a-zàâçéèêëîïôûùü]+)\b(?P<by>\s+par\b)?",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"[a-zàâçèêëîïôûùü]{2,}ée?s?$", re.IGNORECASE)


def _passive(sentence: str) -> Iterator[Remark]:
    for found in _BEING.finditer(sentence):
        word = found["done"].casefold()
        stem = re.sub(r"(?<=[éiustd])(?:es|e|s)$", "", word)
        if found["self"] or stem in WITH_BEING:
            continue
        is_done = bool(_PARTICIPLE.fullmatch(word)) or not IRREGULAR_PARTICIPLES.isdisjoint((word, stem))
        if is_done and (found["by"] or ADJECTIVES_OF_STATE.isdisjoint((word, stem))):
            what = f"« {found['be']} {found['done']} » ne dit pas qui fait quoi."
            yield Remark("passif", what, "qui fait, puis ce qu'il fait : « La caisse envoie… »")


_RULES: tuple[Callable[[str], Iterator[Remark]], ...] = (_one_idea, _commas, _negations, _passive)


# --- the whole text -----------------------------------------------------------------------------------------------


def _marks(text: str, kind: Kind) -> Iterator[Remark]:
    if kind == "sentences" and (found := re.search(r"[;()\[\]{}/]|\s[–—-]\s", text)) is not None and "://" not in text:
        sign = found[0].strip()
        if not (sign == "/" and re.search(r"\d/\d", text)):
            yield Remark("signes", f"« {sign} » se lit mal.", "un point, et une autre phrase")
    if (
        found := re.search(
            r"\betc\b\.?|\bex\.|\bcf\b\.?|c[.-]à[.-]d\.?|\bn°|\bsvp\b|\btél\.|\bmax\.|\bmin\.|\bM\.|\bMme\b", text
        )
    ) is not None:
        yield Remark("abreviation", f"« {found[0]} » est une abréviation.", "le mot entier")
    if kind == "sentences" and (shout := re.search(r"\b[A-ZÀ-Ý]{2,}(?:\s+[A-ZÀ-Ý]{2,}){2,}", text)) is not None:
        yield Remark("signes", f"« {_start(shout[0])} » est en capitales.", "des minuscules")


_DATE = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b")
_PER_CENT = re.compile(r"\d\s?%")


def _figures(text: str) -> Iterator[Remark]:
    if (found := _DATE.search(text)) is not None:
        yield Remark("date", f"« {found[0]} » est une date en chiffres.", "la date en mots : 3 mars 2025")
    for word in words_in(text):
        if word in NUMBERS:
            yield Remark("nombre", f"« {word} » est un nombre en lettres.", f"en chiffres : {NUMBERS[word]}")
            break
    if (found := re.search(r"\b[IVX]{2,}(?:e|ème)?\b(?=\s+(?:siècle|partie|chapitre))", text)) is not None:
        yield Remark("nombre", f"« {found[0]} » est un nombre en chiffres romains.", "des chiffres : 1, 2, 3")


# --- its words ----------------------------------------------------------------------------------------------------

_EASIER = Phrases(EASIER.items())
_JARGON = Phrases((word, word) for word in JARGON)
_ACRONYM = re.compile(r"\b(?:[A-ZÀ-Ý]{2,}[A-ZÀ-Ý0-9]*|[A-Z]\.(?:[A-Z]\.)+)(?!\w)")


def _words(text: str, explained: frozenset[str]) -> Iterator[Remark]:
    covered = text
    for piece in sorted(explained, key=len, reverse=True):
        covered = re.sub(rf"(?<!\w){re.escape(piece.translate(_BLANKS))}(?!\w)", " ", covered, flags=re.IGNORECASE)
    for piece, easier in _EASIER.found_in(covered):
        yield Remark("mot-difficile", f"« {piece} » est un mot difficile.", f"« {easier} »")
    hard = [piece for piece, _ in _JARGON.found_in(covered)]
    for piece in hard:
        yield Remark("mot-difficile", f"« {piece} » n'est pas expliqué.", "ce mot dans « words » ou dans le glossaire")
    for piece in dict.fromkeys(_ACRONYM.findall(covered)):
        if is_capitals(piece.replace(".", "")) and piece not in hard:
            yield Remark("sigle", f"« {piece} » n'est pas expliqué.", "ce sigle dans « words » ou dans le glossaire")
    for word in words_in(covered):
        if syllables(word) >= _LONG_WORD and not _is_known(word, hard):
            what = f"« {word} » est un mot long, et il n'est pas expliqué."
            yield Remark("mot-long", what, "un mot plus court, ou ce mot dans « words » ou dans le glossaire")


def _is_known(word: str, hard: list[str]) -> bool:
    stem = re.sub(r"(?<=\w{4})(?:es|e|s|x)$", "", word)
    return word in HEARD_EVERY_DAY or stem in HEARD_EVERY_DAY or any(word in piece.casefold() for piece in hard)


def _start(sentence: str) -> str:
    sentence = sentence.replace(_PAGE_WORDS, "« … »")
    return sentence if len(sentence) <= 50 else sentence[:49].rstrip() + "…"
