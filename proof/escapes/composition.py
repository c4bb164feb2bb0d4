"""`python -m proof.escapes.composition run ...`: the kiosk as it is, with the hostile web behind its proxy.

Takes what `kiosk run` takes. With words in `weakened.VARIABLE` it is not the kiosk as it is: each word opens one door
on purpose, so that the proof can show that it would see it.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

from kiosk import __main__ as kiosk_command
from kiosk.sandbox import GuestSpec
from kiosk.session.network import gateway
from proof.escapes import weakened
from proof.escapes.pages import GATEWAY


def main() -> int:
    gateway.PROGRAM = GATEWAY
    if weakened.words():
        _weaken()
    return kiosk_command.main()


def _weaken() -> None:
    # After `kiosk_command`, which starts the program a second time, has nothing to forget: Qt is loaded only now.
    from kiosk import opening  # noqa: PLC0415

    as_it_is = opening.guest_spec

    def weak_spec(*given: Any, **named: Any) -> GuestSpec:
        spec = as_it_is(*given, **named)
        folders = {**spec.folders, **weakened.folders()}
        return replace(spec, environment={**spec.environment, **weakened.for_guest()}, folders=folders)

    opening.guest_spec = weak_spec
    weakened.apply("shell")


if __name__ == "__main__":
    sys.exit(main())
