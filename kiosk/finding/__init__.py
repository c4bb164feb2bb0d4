"""Words as people type them against texts as they are written: for the catalogue and the information sheets alike.
Knows words and keys, neither procedures nor sheets."""

from kiosk.finding.finder import LONGEST_QUERY, Finder
from kiosk.finding.matching import words_of

__all__ = ["LONGEST_QUERY", "Finder", "words_of"]
