"""The session's network processes under proof: the product's own, with the hostile web beside the practice services.

Same command lines as `kiosk.gateway`.
"""

from __future__ import annotations

import sys

from kiosk import gateway
from proof.escapes import telling, weakened
from proof.escapes.pages.service import HostileWeb


def main(words: list[str]) -> None:
    telling.tell_tunnels()
    weakened.apply("gateway")
    gateway.main(words, HostileWeb())


if __name__ == "__main__":
    main(sys.argv[1:])
