"""Sizes of files as people read them."""

from __future__ import annotations

from kiosk.ui.i18n import translate


def spoken_size(size: int) -> str:
    """`size` in bytes, in units of a thousand: "180 Ko", "1,4 Mo"."""
    if size < 1_000_000:
        return translate("Guest", "{number} Ko").format(number=max(1, round(size / 1000)))
    return translate("Guest", "{number} Mo").format(number=f"{size / 1_000_000:.1f}".replace(".", ","))
