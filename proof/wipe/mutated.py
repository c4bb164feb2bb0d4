"""`python -m proof.wipe.mutated run …`: the kiosk with one thing that its wipe does left out, and nobody who says so.

For the proof of the proof alone. `VARIABLE` names the step: it is skipped and called clean, and so is everything else
that would do the same work by the way.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from kiosk import __main__ as kiosk_command
from kiosk.session import steps
from kiosk.session.wipe import Erasure

VARIABLE = "PROOF_WIPE_LEAVES_OUT"


# Any: they stand in for methods of many kinds.
async def _done_later(*_: Any) -> None:
    """As if it had been done."""


def _done(*_: Any) -> None:
    """As if it had been done."""


def _nothing(*_: Any) -> int:
    return 0


def _stand_in(owner: type, **methods: Callable[..., Any]) -> None:
    for name, method in methods.items():
        setattr(owner, name, method)


def _skip(*erasures: type[Erasure]) -> None:
    for one in erasures:
        _stand_in(one, erase=_done_later, remains=_nothing)


def _guest() -> None:
    from kiosk.sandbox.bubblewrap import BubblewrapGuest  # noqa: PLC0415

    _skip(steps.GuestErasure, steps.MountErasure, steps.StrayGuestErasure)
    _stand_in(BubblewrapGuest, end=_done, kill=_done_later)


def _network() -> None:
    from kiosk.session.network.gateway import Gateway  # noqa: PLC0415

    _skip(steps.NetworkErasure)
    _stand_in(Gateway, end=_done, kill=_done_later)


def _clipboard() -> None:
    from kiosk.session.selections import X11Selections  # noqa: PLC0415

    _skip(steps.ClipboardErasure)
    # The last step looks at the selections once more.
    _stand_in(X11Selections, erase=_done, remains=_nothing)


def _papers() -> None:
    from kiosk.paper_desk import PaperDesk  # noqa: PLC0415

    _skip(steps.PapersErasure)
    _stand_in(PaperDesk, end=_done)


def _places() -> None:
    from kiosk.session.known_clean import KnownClean  # noqa: PLC0415

    _skip(KnownClean)


MUTATIONS: Mapping[str, Callable[[], None]] = {
    "guest": _guest,
    "network": _network,
    "clipboard": _clipboard,
    "files": lambda: _skip(steps.FileErasure),
    "memory": lambda: _skip(steps.MemoryErasure),
    "papers": _papers,
    "printer": lambda: _skip(steps.PrinterErasure),
    "screen": lambda: _skip(steps.ScreenErasure),
    "places": _places,
}
"""By the code of the step. Of the receipt's steps only "mounts" is not here: it does nothing but look, and what it
would find goes with the guest."""


def main(arguments: Any = None) -> int:
    if name := os.environ.get(VARIABLE):
        MUTATIONS[name]()
    return kiosk_command.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
