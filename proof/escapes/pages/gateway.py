"""The session's network process under proof: the product's own, with the hostile web beside the practice services.

Same command line as `kiosk.gateway`. `python -m proof.escapes.pages.gateway FOLDER SECONDS UPSTREAM [redesigned]`.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from kiosk import gateway
from proof.escapes import telling
from proof.escapes.pages.service import HostileWeb


def main(words: list[str]) -> None:
    telling.tell_tunnels()
    asyncio.run(gateway.run(Path(words[0]), float(words[1]), words[2], "redesigned" in words[3:], HostileWeb()))


if __name__ == "__main__":
    main(sys.argv[1:])
