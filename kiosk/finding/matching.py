"""Words as people type them against words as they are written: accents, case, plurals, Arabic spellings, slips.

Pure functions on words. Knows no procedure.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST_BEGINNING = 3
_MOST_SLIPS = 12

_SAME_LETTER = str.maketrans({"ة": "ه", "ى": "ي", "ـ": None, "œ": "oe", "æ": "ae"})


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text that mean something, each once, as they are compared."""
    return tuple(dict.fromkeys(word for word in _fold(text) if word not in _EMPTY))


def is_generic(word: str) -> bool:
    """Whether a word of `words_of` says little by itself; a number says which paper, not which procedure."""
    return word in _GENERIC or word.isdecimal()


def beginning_with(word: str, known: Sequence[str]) -> Sequence[str]:
    """Of the sorted `known` words, those that begin with `word`: it may not be typed to its end yet."""
    if len(word) < _SHORTEST_BEGINNING:
        return ()
    return known[bisect_left(known, word) : bisect_left(known, word + "\U0010ffff")]


def slips_of(word: str, known: Sequence[str]) -> Sequence[str]:
    """The known words that `word` may stand for when letters were forgotten, added, changed or swapped."""
    allowed = _slips_allowed(word)
    if not allowed:
        return ()
    near = process.extract(word, known, scorer=OSA.distance, score_cutoff=allowed, limit=_MOST_SLIPS)
    return [known_word for known_word, _, _ in near]


def _slips_allowed(word: str) -> int:
    """In a short word, one other letter makes another word."""
    return 0 if len(word) < 5 or word.isdecimal() else 1 if len(word) < 7 else 2


def _fold(text: str) -> list[str]:
    """Every word of a text, without accents, case or plural."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter)).translate(_SAME_LETTER)
    return [_singular(word) for word in re.findall(r"[^\W_]+", plain)]


def _singular(word: str) -> str:
    """Without the mark of the plural, in French and English, and without the Arabic article."""
    if len(word) > 4 and word.startswith("ال"):
        return word[2:]
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


# Words that carry nothing.
_EMPTY = frozenset(
    _fold("""
    à au aux avec c ce ces cette comment d dans de depuis des du elle elles en est et il ils j je l la le les leur ma
    me mes mon nos notre nous ou où par pour qu que qui sa se ses son sur un une veut veux voudrais vos votre vous
    ai as a ont ait suis es sommes sont être avoir m n t ne pas y moi toi lui eux on tout tous toute toutes trop très
    bien beaucoup peu peux peut pouvez faut fait arrive voilà bonjour merci svp alors aussi encore déjà quoi quel quelle
    am an and are can do for from have how i in is it me my not of on or please the to want with you
    من في على إلى عن مع هل كيف أو و
    """)
)
# Words of so many procedures that they do not tell which one is meant.
_GENERIC = frozenset(
    _fold("""
    aide attestation besoin carte certificat changer chercher compte demande demander document dossier faire
    formulaire imprimer lettre nouveau nouvelle numéro obtenir papier prime recevoir reçu refaire renouveler
    suivi suivre titre trouver voir
    account bonus card certificate find follow get make money new number paper print renew request see want
    طلب بطاقة شهادة ورقة حساب رقم إيجاد تقديم متابعة جديد أريد
    """)
)
