"""All kinds, in the order in which a session plants them."""

from __future__ import annotations

from proof.wipe.kind import Kind

KINDS: tuple[type[Kind], ...] = ()

WORDS = "tout s'efface"
"""What a person looks for to come to the page that plants."""

SETTINGS: tuple[str, ...] = ()
"""What the post's configuration needs for it (`procedures.directory="…"`, say)."""
