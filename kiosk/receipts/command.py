"""`kiosk receipts verify` and `kiosk receipts list`: what IT asks of the book. Reads only, and returns the words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from kiosk.errors import KioskError
from kiosk.receipts import words
from kiosk.receipts.book import Book, Row
from kiosk.receipts.chain import judge
from kiosk.receipts.line import Line, name_of
from kiosk.receipts.notary import KEY_NAME
from kiosk.receipts.safe import Head, Safe, SafeError

MOST_SAID = 100
"""Lines of a verdict: a whole book may be unreadable."""


class UnreadableBookError(KioskError):
    code = "E-105"
    what = "Le livre des reçus ne peut pas être lu."
    kept = "Il n'a pas été changé."
    todo = "Lancez la commande avec sudo : sudo kiosk receipts verify"


@dataclass(frozen=True)
class Answer:
    """`right`: the book is whole, and everything that should be looked at could be. `whole`: as far as was seen."""

    said: str
    right: bool
    whole: bool


def verify(folder: Path, safe: Safe | None) -> Answer:
    """`safe` None: this post signs nothing. Raises UnreadableBookError."""
    book = Book(folder)
    rows = _rows(book)
    key, head, reason = _opened(safe)
    from_file = key is None and safe is not None
    judged = judge(str(book.file), rows, _public_key(folder) if from_file else key, head, signs=safe is not None)
    every = [str(one) for one in (*judged.problems, *judged.notes)]
    said = every[:MOST_SAID]
    if len(every) > MOST_SAID:
        said.append(f"Et {len(every) - MOST_SAID} lignes de plus.")
    blind = reason is not None
    if blind:
        said += [words.why(str(reason)), "On ne peut donc pas voir si la fin du fichier a été coupée."]
    if judged.problems:
        said.append(f"Le livre des reçus n'est pas entier : {len(judged.problems)} erreur(s).")
    elif judged.receipts == 0:
        said.append("Il n'y a encore aucun reçu.")
    elif not blind:
        said.append(f"Tout va bien : {judged.receipts} reçu(s). Rien n'a été enlevé, changé ni déplacé.")
    if safe is None:
        said.append("Ce poste ne signe pas ses reçus : [receipts] signed = false.")
    elif key is not None:
        said.append(f"Clé du poste : {name_of(key)}.")
    if judged.failed:
        said.append(f"Effacements non vérifiés parmi eux : {judged.failed}.")
    return Answer("\n".join(said), judged.whole and not blind, judged.whole)


def listed(folder: Path) -> str:
    """One line a receipt, the oldest first. Raises UnreadableBookError."""
    rows = _rows(Book(folder))
    if not rows:
        return "Il n'y a encore aucun reçu."
    return "\n".join(_described(row.line) if row.line else f"ligne {row.place} : illisible" for row in rows)


def _rows(book: Book) -> tuple[Row, ...]:
    try:
        return book.rows()
    except OSError as error:
        raise UnreadableBookError from error


def _described(line: Line) -> str:
    day, _, hour = line.at.partition("T")
    verdict = "vérifié" if line.verified else f"NON VÉRIFIÉ, code {line.error}"
    seconds = f"{line.seconds:.1f}".replace(".", ",")
    signature = f"signé ({line.key})" if line.signed else "pas signé"
    reason = words.REASONS.get(line.reason, line.reason)
    return f"n° {line.n}, {day} vers {hour} : {verdict}, {seconds} s, {reason}, {signature}"


def _opened(safe: Safe | None) -> tuple[Ed25519PublicKey | None, Head | None, str | None]:
    if safe is None:
        return None, None, None
    try:
        key = safe.key()
        return (key.public_key() if key else None), safe.head(), None
    except SafeError as error:
        return None, None, error.reason


def _public_key(folder: Path) -> Ed25519PublicKey | None:
    """Less sure than the keyring: whoever changes the book could change this file too."""
    try:
        key = load_pem_public_key((folder / KEY_NAME).read_bytes())
    except (OSError, ValueError):
        return None
    return key if isinstance(key, Ed25519PublicKey) else None
