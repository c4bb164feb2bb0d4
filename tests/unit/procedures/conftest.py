"""Procedures for the tests, written as short as possible."""

from __future__ import annotations

from typing import Any

from kiosk.procedures.model import Procedure


def procedure(identity: str = "prime", **fields: Any) -> Procedure:
    return Procedure.model_validate(
        {
            "id": identity,
            "title": "Demander la prime",
            "short": "Prime",
            "summary": "Une aide.",
            "theme": "social_sante",
            "service": "Caisse",
            "start": "https://www.caf.fr/",
            "minutes": 5,
            "steps": [{"id": "lire", "do": "Lisez."}],
            **fields,
        }
    )
