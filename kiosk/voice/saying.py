"""From a text as it is written to a text as it is said. Pure.

A voice spells "CAF" letter by letter and reads a phone number as millions. People hear what they know: "caf", and two
digits at a time. French only knows how; other languages keep their text, without the marks that are not said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import ascii_uppercase
from types import MappingProxyType

# How the people of the place say it. What is not here and is written in capitals is spelled, letter by letter.
_SAID_AS_A_WORD = frozenset(
    {
        *("ANAH", "ANEF", "ANTAI", "ASPA", "CAF", "CARSAT", "CERFA", "CROUS", "DALO", "IBAN", "OFII", "OFPRA", "PACS"),
        *("RIB", "SMIC", "URSSAF", "VISALE"),
    }
)
_NAMES_OF_LETTERS = (
    *("a", "bé", "cé", "dé", "e", "effe", "gé", "ache", "i", "ji", "ca", "elle", "ème"),
    *("ène", "o", "pé", "cu", "erre", "esse", "té", "u", "vé", "double-vé", "ixe", "i-grec", "zède"),
)
_LETTERS: Mapping[str, str] = MappingProxyType(dict(zip(ascii_uppercase, _NAMES_OF_LETTERS, strict=True)))
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "ANTS": "a ène té esse",
        "APL": "a pé elle",
        "FranceConnect": "France Connecte",
        "EduConnect": "Édu Connecte",
        "Mo": "méga-octets",
        "Ko": "kilo-octets",
        "kWh": "kilowatt-heures",
        "PDF": "pé dé effe",
        "QR": "cu erre",
        "SMS": "esse ème esse",
        "mail": "mèl",
        "mails": "mèls",
        "e-mail": "mèl",
        "e-mails": "mèls",
        "ameli": "améli",
        "scanner": "scannère",
        "n°": "numéro",
        "€": "euros",
        "@": "arobase",
    }
)
_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2068": None, "\u2069": None, "’": "'", "«": None, "»": None})
_PHONE = re.compile(r"\b\d{1,2}(?: \d{2,3}){1,4}\b")
_WORD = re.compile(r"€|@|n°|[A-Za-zÀ-ÖØ-öø-ÿœŒ]+(?:-[A-Za-zÀ-ÖØ-öø-ÿ]+)*")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*|[A-Z]\d[A-Z]")
_HOST = re.compile(r"\b[\w-]+(?:\.[\w-]+)+\b")


def said(text: str, language: str) -> str:
    """What a voice of `language` is given for `text`."""
    text = re.sub(r" +", " ", text.translate(_BLANKS)).strip()
    if language != "fr":
        return text
    text = _HOST.sub(lambda found: found[0].replace(".", " point "), text)
    text = _PHONE.sub(_as_phone_number, text)
    text = re.sub(r"\bF(\d{3,})\b", r"F \1", text)
    text = re.sub(r"(?<=\d) h (?=\d)", " heures ", text)
    text = _CAPITALS.sub(_as_initials, text)
    return _WORD.sub(lambda found: _WORDS.get(found[0], found[0]), text)


def _as_phone_number(found: re.Match[str]) -> str:
    """ "34 00" and "0 805 204 805": a group at a time, a zero in front said."""
    groups = found[0].split(" ")
    if len(groups) < 2 or (len(groups) == 2 and len(groups[1]) == 3 and groups[0] != "0"):
        return found[0]  # 1 200 euros is an amount
    return ", ".join(_digits(group) for group in groups)


def _digits(group: str) -> str:
    return " ".join(
        ["zéro"] * (len(group) - len(group.lstrip("0"))) + ([group.lstrip("0")] if group.strip("0") else [])
    )


def _as_initials(found: re.Match[str]) -> str:
    word = found[0]
    if word in _WORDS:
        return word
    if word in _SAID_AS_A_WORD:
        return word.capitalize()
    return " ".join(_LETTERS.get(letter, letter) for letter in word)
