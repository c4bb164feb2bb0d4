"""What `kiosk doctor` says of the book of receipts. Looks, changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.checks import Check, Verdict
from kiosk.receipts import command, words
from kiosk.receipts.book import Book
from kiosk.receipts.line import Line
from kiosk.receipts.safe import Safe, SafeError


def examine(folder: Path, safe: Safe | None) -> Iterator[Check]:
    if safe is None:
        yield Check("keyring", Verdict.OK, "Le poste n'a pas besoin de trousseau : [receipts] signed = false.")
    else:
        yield _keyring(safe)
    try:
        answer, last = command.verify(folder, safe), _last(folder)
    except (command.UnreadableBookError, OSError):
        yield Check(
            "receipts",
            Verdict.WARNING,
            command.UnreadableBookError.what,
            "On ne peut pas montrer ce que le poste a effacé.",
            f"Regardez à qui est ce dossier : {folder}",
        )
        return
    yield _book(answer, signed=safe is not None)
    if last is not None:
        yield judge_last(last)


def _keyring(safe: Safe) -> Check:
    try:
        safe.key()
    except SafeError as error:
        return Check("keyring", Verdict.WARNING, words.why(error.reason), words.STILL_WIPED, words.OPEN_IT)
    return Check("keyring", Verdict.OK, "Le trousseau du poste est ouvert.")


def _book(answer: command.Answer, *, signed: bool) -> Check:
    # A keyring that is shut is said by itself.
    if not answer.whole:
        return Check(
            "receipts",
            Verdict.WARNING,
            "Le livre des reçus n'est pas entier.",
            "Quelqu'un l'a changé, ou un disque l'a abîmé.",
            "Regardez quelle ligne : sudo kiosk receipts verify",
        )
    if not signed:
        return Check("receipts", Verdict.OK, "Les reçus d'effacement ne sont pas signés : [receipts] signed = false.")
    return Check("receipts", Verdict.OK, "Le livre des reçus d'effacement est entier.")


def _last(folder: Path) -> Line | None:
    lines = [row.line for row in Book(folder).rows() if row.line is not None]
    return lines[-1] if lines else None


def judge_last(last: Line) -> Check:
    """A wipe that failed has shut the post."""
    if last.verified:
        return Check("last-wipe", Verdict.OK, "Le dernier effacement est vérifié.")
    return Check(
        "last-wipe",
        Verdict.FAILED,
        f"Le dernier effacement n'est pas vérifié : code {last.error}.",
        "Quelque chose d'une personne peut rester. Le poste s'est fermé.",
        "Redémarrez l'ordinateur : le poste efface avant de s'ouvrir. Si cela reste, cherchez ce code dans le guide.",
    )
