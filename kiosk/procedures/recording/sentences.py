"""The first words of a step, from what was done: a mediator changes them, or leaves them as they are."""

from __future__ import annotations

import re

from kiosk.procedures.recording.noted import ANY, Noted

_SECRET = re.compile(r"\b(mots? de passe|codes?|cryptogramme|pin)\b(?! postal)", re.IGNORECASE)
_PLAIN = {"write": "Écrivez votre réponse.", "click": "Cliquez ici.", "choose": "Choisissez ici.", "send": "Envoyez."}


def is_secret(one: Noted) -> bool:
    """What the person alone may type."""
    return one.role == "password" or (one.gesture == "write" and _SECRET.search(one.name) is not None)


def proposed(one: Noted) -> str:
    if not one.has_name:
        return _PLAIN[one.gesture]
    name = f"« {shown(one.name)} »"
    match one.gesture:
        case "write":
            return f"Tapez vous-même {name}." if is_secret(one) else f"Écrivez dans {name}."
        case "choose":
            return _choice(one, name)
        case "send":
            return f"Relisez la page. Cliquez ensuite sur {name}."
    return f"Cliquez sur {name}."


def _choice(one: Noted, name: str) -> str:
    if one.role in ("checkbox", "switch"):
        return f"Cochez {name}."
    if one.role == "file":
        return f"Choisissez le papier dans {name}."
    if one.role in ("radio", "option"):
        return f"Choisissez {name}."
    return f"Choisissez dans {name}."


def shown(name: str) -> str:
    """What varies is left open."""
    return " ".join(name.replace(ANY, "…").split())
