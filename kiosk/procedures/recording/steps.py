"""From gestures to steps: what was done twice becomes one, each step gets its target and the proof that it is done."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from kiosk.procedures.conditions import match_address
from kiosk.procedures.model import Address, Condition, Filled, Gone, Step, Target, Text, Visible
from kiosk.procedures.recording.noted import Noted
from kiosk.procedures.recording.sentences import is_secret, proposed

MOST_STEPS = 40

# Sites turn one into the other when they are built again.
_OFTEN_SWAPPED = {"button": "link", "link": "button"}
_FIELDS = ("write", "choose")


def steps_of(gestures: Iterable[Noted]) -> tuple[Step, ...]:
    kept = _merged(gestures)[:MOST_STEPS]
    last_send = max((place for place, one in enumerate(kept) if one.gesture == "send"), default=-1)
    steps: list[Step] = []
    for place, one in enumerate(kept):
        later = kept[place + 1] if place + 1 < len(kept) else None
        sends = place == last_send
        asked = one if sends or one.gesture != "send" else Noted("click", one.role, one.name, one.address)
        steps.append(
            Step(
                id=_name_for(asked, (step.id for step in steps)),
                do=Text(fr=proposed(asked)),
                who="user" if sends or is_secret(one) else "anyone",
                gesture=asked.gesture,
                target=target_of(one),
                done=_proof(one, later),
            )
        )
    return tuple(steps)


def target_of(one: Noted) -> Target | None:
    """None where no name may be kept: it would be anything of that role."""
    if not one.has_name:
        return None
    swapped = _OFTEN_SWAPPED.get(one.role)
    others = (Target(role=swapped, name=one.name),) if swapped else ()  # type: ignore[arg-type]
    return Target(role=one.role, name=one.name, or_=others)


def _merged(gestures: Iterable[Noted]) -> list[Noted]:
    """A field that was filled in again on the same page is one step, and so is a second press on the same thing."""
    kept: list[Noted] = []
    page: list[Noted] = []  # what was kept since the page came
    for one in gestures:
        if page and one.address != page[-1].address:
            page = []
        again = one in page if one.gesture in _FIELDS else page[-1:] == [one]
        if again:
            continue
        kept.append(one)
        page.append(one)
    return kept


def _proof(one: Noted, later: Noted | None) -> Condition | None:
    """What shows that the step is done. None: only the person can say so."""
    target = target_of(one)
    if one.gesture in _FIELDS:
        return None if target is None else Filled(filled=target)
    if later is None:
        # What was sent is not there to be sent again; after a mistake on the page, it is.
        return None if target is None else Gone(gone=target)
    if not match_address(later.address, one.address):
        return Address(address=later.address)
    shows = target_of(later)
    # What the step itself points at was there before.
    return None if shows is None or shows == target else Visible(visible=shows)


def _name_for(one: Noted, taken: Iterable[str]) -> str:
    used = set(taken)
    verbs = {"write": "ecrire", "click": "cliquer", "choose": "choisir", "send": "envoyer"}
    base = slug(f"{verbs[one.gesture]} {one.name}")[:50].strip("-")
    name, number = base, 2
    while name in used:
        name, number = f"{base}-{number}", number + 1
    return name


def slug(text: str) -> str:
    """Letters without accents, digits and hyphens; never empty."""
    plain = (
        unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
        .encode("ascii", "ignore")
        .decode()
    )
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "demarche"


def free_name(text: str, taken: Sequence[str]) -> str:
    """The name of a new procedure's file."""
    base = slug(text)[:50].strip("-")
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name
