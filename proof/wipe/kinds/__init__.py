"""All kinds, in the order in which a session plants them."""

from __future__ import annotations

from proof.wipe.kind import Kind
from proof.wipe.kinds import by_hand, copied, kept, outside_page, papers, spoken, staff
from proof.wipe.kinds.traces_page import PROCEDURES

KINDS: tuple[type[Kind], ...] = (
    *staff.KINDS,
    *outside_page.KINDS,
    *kept.KINDS,
    *by_hand.KINDS,
    *spoken.KINDS,
    *papers.KINDS,
    # Last: what is selected afterwards takes their place.
    *copied.KINDS,
)

WORDS = "page des traces preuve"
"""What a person looks for to come to the page that plants."""

SETTINGS: tuple[str, ...] = (f'procedures.folders=["{PROCEDURES}"]',)
"""What the post's configuration needs for it."""
