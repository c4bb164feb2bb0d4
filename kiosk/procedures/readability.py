"""How easy a French text is to read, as one number; and the syllables that this number is made of.

The score is Kandel and Moles's, "Application de l'indice de Flesch à la langue française", Cahiers d'études de
radio-télévision 19 (1958), pages 253-274: 207 - 1.015 x words a sentence - 73.6 x syllables a word. More is easier:
a newspaper has about 60, plain speech 80 and more. Very short sentences of short words pass 100. Pure.

Syllables are counted by rule, as they are spoken with care: groups of vowels, without a silent e at the end.
Hyphenation dictionaries (pyphen, and textstat that counts with it) say where a word may be cut at the end of a line,
which is another thing: they find one syllable in "adresse" and in "créer", two in "année" and in "écrivez".
"""

from __future__ import annotations

import re
import unicodedata

_VOWELS = "aeiouyàâäéèêëîïôöùûüÿœæ"
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?…:]+(?=\s|$)")

# Two vowels that are two syllables: the second has a mark, or the first stands for a sound of its own.
_APART = re.compile(r"(?<=[aeouyàâéèêô])(?=[ïéèëä])|(?<=é)(?=[aeiouyéèô])|(?<=[aou])(?=ë)")
# After two consonants of which the second is l or r, an i or a u before a vowel is a syllable: "client", "cri-er".
_AFTER_TWO = re.compile(r"(?<=[bcdfgptv][lr][iuy])(?=[aeoéèêâô])")
# y between vowels parts them: "payer", "envoyer" are pa-yer, en-vo-yer.
_Y_BETWEEN = re.compile(rf"(?<=[{_VOWELS}])y(?=[{_VOWELS}])")
# An e that nobody hears: at the end, with the marks of plural and person; and after a g before a, o, u.
_SILENT_END = re.compile(r"(?<=[^\W\d_])(?:es|ent|e)$")
_SILENT_AFTER_G = re.compile(r"(?<=g)e(?=[aouâô])")
# "qu" and "gu" before a vowel are one consonant.
_QU = re.compile(rf"(?<=[qg])u(?=[{_VOWELS}])")
# In these endings -ent is heard: "document", "client", "argent"; a verb's -ent is not, but its stem is not known here.
_HEARD_ENT = re.compile(r"(?:m|i|g|c|ll|qu|d|v|r|t)ent$")


def score(text: str) -> float:
    """Kandel and Moles's score of a whole text. A text without a word is as easy as can be."""
    words = _WORD.findall(text)
    if not words:
        return 207.0
    sentences = max(1, sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part)))
    return 207 - 1.015 * len(words) / sentences - 73.6 * sum(map(syllables, words)) / len(words)


def syllables(word: str) -> int:
    """The syllables of one French word, at least one."""
    word = unicodedata.normalize("NFC", word).casefold()
    word = _SILENT_AFTER_G.sub("", _QU.sub("", word))
    word = _Y_BETWEEN.sub("j", word)
    if not _HEARD_ENT.search(word):
        stem = _SILENT_END.sub("", word)
        # "le", "des" keep theirs: without it no vowel would be left.
        word = stem if re.search(f"[{_VOWELS}]", stem) else word
    word = _AFTER_TWO.sub("-", _APART.sub("-", word))
    return max(1, len(re.findall(f"[{_VOWELS}]+", word)))
