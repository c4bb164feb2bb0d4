"""Ways out that a hostile page tries, the hostile web that serves them, and the runner's side of it.

Loaded by the runner. The network process and the guest of a composition load single modules of this folder.
"""

from __future__ import annotations

from pathlib import Path

from proof.escapes.pages.techniques import TECHNIQUES
from proof.escapes.pages.trap import Trap

__all__ = ["GATEWAY", "PROCEDURES", "TECHNIQUES", "WORDS", "Trap"]

GATEWAY = "proof.escapes.pages.gateway"
PROCEDURES = Path(__file__).parent / "procedures"
WORDS = "page hostile"
