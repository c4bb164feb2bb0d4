"""What `kiosk doctor` says of the book of receipts. Looks, changes nothing."""

from __future__ import annotations

from pathlib import Path

from kiosk.checks import Check, Verdict
from kiosk.receipts import command, words
from kiosk.receipts.safe import Safe, SafeError


def examine(folder: Path, safe: Safe | None) -> Check:
    if safe is None:
        return Check("receipts", Verdict.OK, "Les reçus d'effacement ne sont pas signés : [receipts] signed = false.")
    try:
        safe.key()
    except SafeError as error:
        return Check("receipts", Verdict.WARNING, words.why(error.reason), words.STILL_WIPED, words.OPEN_IT)
    try:
        answer = command.verify(folder, safe)
    except command.UnreadableBookError as error:
        return Check(
            "receipts",
            Verdict.WARNING,
            error.what,
            "On ne peut pas montrer ce que le poste a effacé.",
            f"Regardez à qui est ce dossier : {folder}",
        )
    if answer.right:
        return Check("receipts", Verdict.OK, "Les reçus d'effacement sont signés, et leur livre est entier.")
    return Check(
        "receipts",
        Verdict.WARNING,
        "Le livre des reçus n'est pas entier.",
        "Quelqu'un l'a changé, ou un disque l'a abîmé.",
        "Regardez quelle ligne : kiosk receipts verify",
    )
