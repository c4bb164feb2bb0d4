"""All kinds, in the order in which a session plants them."""

from __future__ import annotations

from proof.wipe.kind import Kind
from proof.wipe.kinds import kept
from proof.wipe.kinds.traces_page import PROCEDURES

KINDS: tuple[type[Kind], ...] = (*kept.KINDS,)

WORDS = "page des traces preuve"
"""What a person looks for to come to the page that plants."""

SETTINGS: tuple[str, ...] = (f'procedures.folders=["{PROCEDURES}"]',)
"""What the post's configuration needs for it."""
