"""Doors of the shell that are opened on purpose, by their word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any


def _with(door: str) -> None:
    from kiosk.ui.screen import Screen  # noqa: PLC0415 - Qt is loaded only now
    from kiosk.ui.topbar import TopBar  # noqa: PLC0415
    from proof.escapes.weakened import doors  # noqa: PLC0415

    doors.put_into(Screen, "reveal", getattr(doors, door))
    doors.put_into(TopBar, "showEvent", getattr(doors, door))


def _keeps_the_browser() -> None:
    import os  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    from kiosk.sandbox import bubblewrap  # noqa: PLC0415
    from proof.escapes.telling import FOLDER  # noqa: PLC0415

    as_it_is = bubblewrap._arguments  # noqa: SLF001
    kept = Path(os.environ[FOLDER]) / "kept"

    def arguments(*given: Any) -> list[str]:
        words = as_it_is(*given)
        at = words.index("--remount-ro")
        binds = []
        for name in ("profile", "cache"):
            (kept / name).mkdir(parents=True, exist_ok=True)
            binds += ["--bind", str(kept / name), f"{bubblewrap.HOME}/.session/{name}"]
        return [*words[:at], *binds, *words[at:]]

    bubblewrap._arguments = arguments  # type: ignore[assignment]  # noqa: SLF001


SHELL: dict[str, Callable[[], None]] = {
    "browser-keys": partial(_with, "Shortcuts"),
    "menus": partial(_with, "Menus"),
    "home-stays": _keeps_the_browser,
    "freeze": partial(_with, "Freeze"),
}
