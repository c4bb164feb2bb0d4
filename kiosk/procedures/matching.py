"""Words as people type them against words as they are written: accents, case, plurals, Arabic spellings, slips.

Pure functions on words. Knows no procedure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

_EXACT, _BEGINNING, _SLIP = 10.0, 3.0, 1.0
_SHORTEST_BEGINNING = 3

_SAME_LETTER = str.maketrans({"ة": "ه", "ى": "ي", "ـ": None, "œ": "oe", "æ": "ae"})


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text that mean something, each once, as they are compared."""
    return tuple(dict.fromkeys(word for word in _fold(text) if word not in _EMPTY))


def is_generic(word: str) -> bool:
    """Whether a word of `words_of` says little by itself; a number says which paper, not which procedure."""
    return word in _GENERIC or word.isdecimal()


def closest(word: str, known: Collection[str]) -> Mapping[str, float]:
    """The known words that `word` may stand for, and how well. A known word is no slip of another."""
    found = {each: _BEGINNING for each in known if len(word) >= _SHORTEST_BEGINNING and each.startswith(word)}
    if word in known:
        found[word] = _EXACT
    if found:
        return found
    allowed = _slips_allowed(word)
    return {each: _SLIP for each in known if allowed and slips(word, each, allowed) <= allowed}


def _slips_allowed(word: str) -> int:
    """In a short word, one other letter makes another word."""
    return 0 if len(word) < 5 or word.isdecimal() else 1 if len(word) < 7 else 2


def slips(typed: str, meant: str, most: int) -> int:
    """How many letters were forgotten, added, changed or swapped with the next; more than `most` is `most + 1`."""
    if abs(len(typed) - len(meant)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(typed, 1):
        last, before, row = before, row, [i]
        for j, other in enumerate(meant, 1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != other)))
            if i > 1 and j > 1 and letter == meant[j - 2] and typed[i - 2] == other:
                row[j] = min(row[j], last[j - 2] + 1)
    return min(row[-1], most + 1)


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
    an and can do for from how i in is it my of on or the to with
    من في على إلى عن مع هل كيف أو و
    """)
)
# Words of so many procedures that they do not tell which one is meant.
_GENERIC = frozenset(
    _fold("""
    aide attestation besoin carte certificat changer chercher compte demande demander document dossier faire
    formulaire imprimer nouveau nouvelle numéro obtenir papier prime refaire renouveler suivi suivre titre trouver voir
    account bonus card certificate find follow get make money new number paper print renew request see want
    طلب بطاقة شهادة ورقة حساب رقم إيجاد تقديم متابعة جديد أريد
    """)
)
